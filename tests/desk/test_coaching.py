"""Hints on the map shown: given once there is something to say, hushed for good, silent at first."""

import pytest

from desktop import resources
from desktop.desk.coaching import Coaching, is_wordy, sentence, singular
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.locate import columns_of
from desktop.method.coach import Hint
from tests.desks import desk_on, small_map
from tests.grids import card, lane, project

WORDS = resources.words("en")


class Clock:
    """Seconds, as a test wants them."""

    now = 0.0

    def __call__(self):
        return self.now


def coaching_on(whole=None, clock=None):
    return Coaching(desk_on(whole), resources.jargon, lambda: "2026-11-22", clock or Clock())


@pytest.fixture
def coaching():
    return coaching_on()


def codes(coaching):
    return [hint.code for hint in coaching.hints]


def test_hints_follow_the_map(coaching):
    desk = coaching.desk
    assert "scenario" in codes(coaching)
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, scenario="A birthday"))
    assert "scenario" not in codes(coaching)


def test_cards_over_the_budget_of_their_steps_are_told_of(coaching):
    desk = coaching.desk
    text = "One two three four five six seven eight nine ten"
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, ("c1", "c3"), text=text))
    (wordy,) = [hint for hint in coaching.hints if hint.code == "wordy"]
    assert wordy.things == ("c1",)  # c3 spans two steps


@pytest.mark.parametrize(("text", "long"), [("a " * 9, False), ("a " * 10, True), ("4.1 % " * 9, False), ("", False)])
def test_units_do_not_make_a_card_long(text, long):
    assert is_wordy(card(1, text=text), columns_of(small_map().maps[0])) is long


def test_a_dismissed_hint_is_not_given_again(coaching):
    coaching.hush("goal")
    assert "goal" not in codes(coaching)
    assert "goal" in [hint.code for hint in coaching.all_hints]
    assert coaching.desk.journey.hushed == ("goal",)


def test_dismissing_twice_is_dismissing_once(coaching):
    coaching.hush("goal")
    coaching.hush("goal")
    assert coaching.desk.journey.hushed == ("goal",)


def test_another_map_still_gives_it(coaching):
    desk = coaching.desk
    coaching.hush("goal")
    other = changed(desk.journey, id="other", hushed=())
    desk.attempt("x", lambda whole: changed(whole, maps=(desk.journey, other)))
    desk.show_map("other")
    assert "goal" in codes(coaching)


def test_all_hints_can_be_had_again_and_all_of_it_undone(coaching):
    coaching.hush("goal")
    coaching.hear_all()
    assert "goal" in codes(coaching)
    coaching.desk.undo()
    coaching.desk.undo()
    assert "goal" in codes(coaching)


def test_a_map_with_few_cards_is_left_alone():
    assert not coaching_on(project(lane(card(1), card(2)))).may_speak


def full():
    return project(lane(*(card(number) for number in range(9))))


def test_a_map_that_was_there_already_may_be_spoken_of():
    assert coaching_on(full()).may_speak


def test_a_map_begun_in_this_session_gets_its_first_minutes():
    clock = Clock()
    coaching = coaching_on(project(lane()), clock)
    clock.now = 60.0
    coaching.desk.attempt("x", lambda _whole: full())
    assert not coaching.may_speak
    clock.now = 601.0
    assert coaching.may_speak


def test_without_a_map_there_are_no_hints():
    coaching = coaching_on(changed(small_map(), maps=()))
    assert (coaching.hints, coaching.may_speak) == ((), False)
    coaching.hush("goal")
    assert coaching.desk.session.undoable is None


def test_hints_speak_the_language_of_the_project():
    german = changed(project(lane(card(1, text="Kunde wartet"), card(2, text="our guest"))), language="de")
    (found,) = [hint for hint in coaching_on(german).hints if hint.code == "company"]
    assert found.things == ("c1",)


def test_sentences_have_a_singular():
    assert singular(WORDS, "hint.ownerless", 1) == "An opportunity belongs to nobody"
    assert singular(WORDS, "hint.ownerless", 2) == "{count} opportunities belong to nobody"
    assert singular(WORDS, "hint.goal", 1) == "No goal is set"


def test_dates_in_sentences_are_written_out():
    hint = Hint("review_due", (), {"date": "2026-11-22"})
    assert sentence(WORDS, "hint.review_due.why", hint) == "Its review was set for 22 November 2026."
