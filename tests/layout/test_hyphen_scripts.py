"""Words of many scripts in narrow headings, and syllables of any word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.layout.hyphens import HYPHEN, LEAST, hyphenated, syllables
from tests.grids import EM, composer

SET = composer()


def shown(text, ems, role="lane"):
    return hyphenated(text, role, ems * EM, SET)


@settings(max_examples=25)
@given(st.text("abcdefghijklmnopqrstuvwxyzäöüßéèАБВабв", max_size=30))
def test_syllables_leave_enough_on_both_sides_and_go_forth(word):
    found = syllables(word)
    assert found == sorted(set(found))
    assert all(LEAST <= at <= len(word) - LEAST for at in found)


@pytest.mark.parametrize("word", ["", "a", "be", "rhythm", "str", "Angst"])
def test_short_words_have_one_syllable(word):
    assert syllables(word) == []


@pytest.mark.parametrize("word", ["Schmerzpunkte", "SCHMERZPUNKTE", "schmerzpunkte"])
def test_capitals_part_as_small_letters(word):
    assert syllables(word) == [7, 11]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "–",
        "🙂🙂🙂🙂🙂🙂",
        "ユーザーの気持ちと行動",
        "사용자의감정과행동",
        "مشاعرالعميلوتوقعاته",
        "1.234.567,89",
    ],
)
def test_what_is_not_parted_by_hyphens_stays(text):
    assert shown(text, 3.0) == text


@pytest.mark.parametrize("text", ["Συναισθήματα", "Впечатления", "Przyzwyczajenia", "Erreichbarkeitsprobleme"])
def test_latin_greek_and_cyrillic_get_hyphens(text):
    wide = SET.width(text[:6] + HYPHEN, "lane") / EM
    found = shown(text, wide)
    assert found != text
    assert found.replace(HYPHEN, "") == text


def test_only_the_long_word_among_short_ones_is_parted():
    wide = SET.width("Schmerzpunk-", "lane") / EM
    assert shown("Was ist ein Schmerzpunkte hier", wide) == "Was ist ein Schmerzpunk-te hier"


def test_both_long_words_are_parted():
    wide = SET.width("Schmerzpunk-", "lane") / EM
    assert shown("Schmerzpunkte Schmerzpunkte", wide) == "Schmerzpunk-te Schmerzpunk-te"


def test_breaks_that_people_made_stay():
    assert shown("Pain\npoints", 20.0) == "Pain\npoints"


@pytest.mark.parametrize("role", ["lane", "sublane", "stage", "step"])
def test_wide_headings_need_nothing_in_any_role(role):
    assert shown("Kundenzufriedenheit", 60.0, role) == "Kundenzufriedenheit"


@settings(max_examples=25)
@given(st.text("abeinrst äüАБаб客人ضيف-", max_size=24), st.floats(0.5, 12.0))
def test_to_part_it_twice_changes_nothing_more(text, ems):
    once = shown(text, ems)
    assert shown(once, ems) == once


@settings(max_examples=25)
@given(st.text("aeinrst", min_size=4, max_size=30), st.floats(3.0, 8.0))
def test_the_wider_the_fewer_hyphens(word, ems):
    narrow, wide = (shown(word, each).count(HYPHEN) for each in (ems, 2 * ems))
    assert wide <= narrow
