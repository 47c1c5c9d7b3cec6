"""A review is closed in one step: its day, the next one, and how the map was."""

from datetime import UTC, datetime

import pytest

from desktop.desk.reviewing import Reviewing, is_date
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.facts import edit_map
from tests.desks import desk_on, small_map


class Days:
    """Today, as a test wants it."""

    def __init__(self):
        self.today = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)

    def __call__(self):
        return self.today


@pytest.fixture
def days():
    return Days()


@pytest.fixture
def reviewing(days):
    return Reviewing(desk_on(), days)


def edit(desk, text="Runs"):
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, ("c1",), text=text))


def test_the_day_the_next_one_and_the_map_are_kept_in_one_step(reviewing):
    assert reviewing.close("2027-02-21")
    journey = reviewing.desk.journey
    assert (journey.reviewed, journey.review) == ("2026-11-22", "2027-02-21")
    assert [one.title for one in journey.snapshots] == ["Review 2026-11-22"]
    reviewing.desk.undo()
    assert reviewing.desk.project == small_map()


def test_a_day_that_is_none_is_refused(reviewing):
    said = []
    reviewing.desk.said.connect(said.append)
    assert not reviewing.close("soon")
    assert len(said) == 1
    assert reviewing.desk.journey.reviewed == ""


def test_nothing_has_changed_right_after(reviewing):
    reviewing.close("2027-02-21")
    assert (reviewing.changed.known, reviewing.changed.count) == (True, 0)


def test_what_was_done_since_is_counted(reviewing):
    reviewing.close("2027-02-21")
    edit(reviewing.desk)
    reviewing.desk.attempt("x", lambda whole: remove_cards(whole, reviewing.desk.map_id, ("c2",)))
    assert (reviewing.changed.count, set(reviewing.changed.things)) == (2, {"c1", "c2"})


def test_a_map_is_compared_once(reviewing):
    reviewing.close("2027-02-21")
    edit(reviewing.desk)
    assert reviewing.changed is reviewing.changed


def test_without_the_map_of_then_nobody_knows_what_has_changed(reviewing):
    desk = reviewing.desk
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, reviewed="2026-01-01"))
    assert not reviewing.changed.known


def test_the_next_review_is_in_a_quarter_of_a_year(reviewing):
    assert reviewing.suggested() == "2027-02-21"


def test_the_next_review_is_as_far_ahead_as_the_last_one(reviewing, days):
    reviewing.close("2026-12-22")
    days.today = datetime(2026, 12, 30, tzinfo=UTC)
    assert reviewing.suggested() == "2027-01-29"


def test_a_day_that_is_planned_stands(reviewing):
    reviewing.postpone("2027-01-07")
    assert (reviewing.suggested(), reviewing.desk.journey.reviewed) == ("2027-01-07", "")


def test_a_month_is_no_day(reviewing):
    reviewing.postpone("2027-01")
    assert reviewing.suggested() == "2027-02-21"


def test_without_a_map_there_is_no_review(days):
    reviewing = Reviewing(desk_on(changed(small_map(), maps=())), days)
    assert reviewing.review is None
    assert not reviewing.changed.known


@pytest.mark.parametrize(
    ("text", "day"), [("2026-11-22", True), ("2026-02-30", False), ("2026-11", False), ("20261122", False), ("", False)]
)
def test_days(text, day):
    assert is_date(text) is day
