import pytest

from desktop.document.cards import Promise, Tactic
from desktop.layout.meta import meta_text, meta_words
from tests.grids import EM, card, composer

SET = composer()
SPACE = "\u00a0"


def opportunity(impact=0, ease=0, **fields):
    return card(1, "opportunity", promise=Promise(impact=impact, ease=ease), **fields)


@pytest.mark.parametrize(("grade", "word"), [(1, "low"), (2, "low"), (3, "mid"), (4, "high"), (5, "high")])
def test_impact_in_words(grade, word):
    assert meta_words(opportunity(grade), SET) == [f"impact{SPACE}{word}"]


def test_what_nobody_has_judged_is_not_said():
    assert meta_words(opportunity(), SET) == []


def test_a_facet_of_another_kind_is_not_shown():
    assert meta_words(card(1, "action", promise=Promise(impact=5)), SET) == []
    assert meta_words(card(1, "action", tactic=Tactic(segment="Regulars")), SET) == []


def test_a_tactic_says_for_whom():
    assert meta_words(card(1, "tactic", tactic=Tactic(segment="Regular guests")), SET) == [f"Regular{SPACE}guests"]


@pytest.mark.parametrize(("votes", "text"), [(1, "1 vote"), (7, "7 votes")])
def test_votes(votes, text):
    assert meta_words(card(1, votes=votes), SET) == [text.replace(" ", SPACE)]


def test_how_often_the_same_was_said():
    assert meta_words(card(1, seen=1), SET) == []
    assert meta_words(card(1, seen=3), SET) == ["×3"]


def test_words_share_a_line_where_they_fit():
    assert meta_text(opportunity(5, 5), 40 * EM, 0.0, SET) == f"impact{SPACE}high · easy"


def test_words_that_do_not_fit_begin_a_line_without_a_separator():
    assert meta_text(opportunity(5, 3), 7 * EM, 0.0, SET) == f"impact{SPACE}high\nsome{SPACE}work"


def test_marks_before_the_words_take_room_from_the_first_line_only():
    width = SET.width(f"impact{SPACE}high · easy", "meta") + 1.0
    wide = opportunity(5, 5, votes=2)
    assert meta_text(wide, width, 0.0, SET).split("\n")[0] == f"impact{SPACE}high · easy"
    assert meta_text(wide, width, 2.0, SET).split("\n")[0] == f"impact{SPACE}high"


def test_nothing_to_say_is_no_text():
    assert meta_text(card(1), 10 * EM, 0.0, SET) == ""


def test_what_is_too_wide_for_a_line_parts_at_its_spaces():
    tactic = card(1, "tactic", tactic=Tactic(segment="Young families in the suburbs"))
    assert meta_text(tactic, 8 * EM, 0.0, SET) == "Young families in the suburbs"
