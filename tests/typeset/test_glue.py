import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset.glue import kept_together

KEPT = [
    "4.1 %",
    "5 km",
    "€ 12",
    "12 €",
    "27 minutes",
    "1 hour",
    "20 °C",
    "3–4 weeks",
    "−5 °C",
    "1,200 EUR",
    "EUR 1,200",
    "6 p.m.",
    "30 Minuten",
    "120 km/h",
    "5 kg.",
    "(5 kg)",
    "$ 3",
    "12 m²",
]
LOOSE = [
    "12 guests",
    "table 4",
    "A4 m",
    "in 5 o'clock",
    "4 inches",
    "chapter 2 A",
    "3–4 €12",
    "10 % 20",
    "2 Monates",
    "7 an",
]


@pytest.mark.parametrize("text", KEPT)
def test_kept_together(text):
    assert kept_together(text) == {text.index(" ") + 1}


@pytest.mark.parametrize("text", LOOSE)
def test_not_kept_together_with_what_is_no_unit(text):
    assert text.rindex(" ") + 1 not in kept_together(text)


def test_groups_of_digits_stay_together():
    assert kept_together("1 000 000 €") == {2, 6, 10}


def test_two_numbers_are_not_groups_of_digits():
    assert kept_together("room 12 3000 seats") == frozenset()


def test_every_number_of_a_sentence_is_found():
    text = "from 5 km to 4.1 % in 27 minutes"
    assert [text[place:].split(maxsplit=1)[0] for place in sorted(kept_together(text))] == ["km", "%", "minutes"]


def test_only_one_space_is_bridged():
    assert kept_together("5  km") == frozenset()


def test_the_syllables_of_a_korean_word_like_to_stay_together():
    assert kept_together("고객이 창가, 자리") == {1, 2, 5, 9}


def test_korean_words_part_between_each_other_and_from_others():
    assert kept_together("자 리 ok리 漢字") == frozenset()


@given(st.text())
def test_places_come_after_a_space_beside_a_digit_or_in_a_korean_word(text):
    for place in kept_together(text):
        if not korean(text[place - 1 : place + 1]):
            assert text[place - 1] == " "
            assert any(part.isdigit() for part in text)


def korean(text):
    return all("\uac00" <= letter <= "\ud7a3" for letter in text)


@given(st.text(st.characters(exclude_categories=["Nd"], max_codepoint=0xABFF)))
def test_a_text_without_digits_is_left_alone(text):
    assert kept_together(text) == frozenset()
