"""What a review tells: days since, who is late, which feedback is new, what is not on the last print."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.journey import Task
from desktop.document.project import Edition, Response, Survey
from desktop.method.review import AWHILE, days_between, is_late, last_printed, since
from tests.grids import card, lane, project

TODAY = "2026-11-22"
PIN = {"map": "m", "posters": [{"things": {"c1": {}, "c9": {}}}, {"things": {"c8": {}}}]}


def edition(number=1, printed="2026-10-01", **fields):
    return Edition(id=f"x{number}", printed=printed, **{"map": "m", **fields})


def review(*lanes, editions=(), surveys=(), today=TODAY, **fields):
    whole = changed(project(*lanes, **fields), editions=editions, surveys=surveys)
    return since(whole, whole.maps[0], today)


def test_a_map_that_nobody_looked_at_is_not_in_a_hurry():
    found = review(lane())
    assert (found.days, found.due, found.is_time) == (-1, False, False)


@pytest.mark.parametrize(("reviewed", "days"), [("2026-11-22", 0), ("2026-11-01", 21), ("2026-10", 52), ("2025", 690)])
def test_days_are_counted_from_the_last_review(reviewed, days):
    assert review(lane(), reviewed=reviewed).days == days


def test_it_is_time_after_a_while():
    assert not review(lane(), reviewed="2026-10-26").is_time
    assert review(lane(), reviewed="2026-10-25").is_time
    assert days_between("2026-10-25", TODAY) == AWHILE


def test_a_print_is_a_look_at_the_map_too():
    assert review(lane(), reviewed="2026-01-01", editions=(edition(printed="2026-11-20"),)).days == 2


@pytest.mark.parametrize(("date", "due"), [("2026-11-22", True), ("2026-11-23", False), ("", False)])
def test_it_is_time_on_the_day_that_was_set(date, due):
    found = review(lane(), review=date, reviewed="2026-11-21")
    assert (found.due, found.is_time, found.next) == (due, due, date)


def test_tasks_and_cards_may_be_late():
    tasks = (
        Task(id="t1", text="Bread", owner="Kitchen", due="2026-11-20"),
        Task(id="t2", due="2026-11-01", done=True),
        Task(id="t3", due="2026-12-01"),
    )
    cards = lane(card(1, "opportunity", due="2026-10-01", text="Lamp"), card(2, due="2026-10-01", status="done"))
    found = review(cards, tasks=tasks).overdue
    assert [(one.thing, one.text, one.owner, one.days) for one in found] == [
        ("c1", "Lamp", "", 52),
        ("t1", "Bread", "Kitchen", 2),
    ]


@pytest.mark.parametrize(
    ("due", "late"), [(TODAY, False), ("2026-11-21", True), ("2026-11", False), ("2026-10", True), ("", False)]
)
def test_the_day_itself_is_not_too_late(due, late):
    assert is_late(due, TODAY) is late


def test_feedback_is_new_when_it_came_after_the_review():
    rows = tuple(Response(id=f"r{month}", date=f"2026-{month:02}-15") for month in range(7, 12))
    survey = Survey(id="v", title="Guests", date="2026-11-20", responses=rows)
    (found,) = review(lane(), reviewed="2026-09-30", surveys=(survey,)).fresh
    assert (found.survey, found.title, found.date, found.rows) == ("v", "Guests", "2026-11-20", 2)
    assert review(lane(), reviewed="2026-11-21", surveys=(survey,)).fresh == ()


def test_where_nobody_ever_looked_all_feedback_is_new():
    survey = Survey(id="v", date="2020-01-01", responses=(Response(id="r", date="2019-12-01"),))
    assert [one.rows for one in review(lane(), surveys=(survey, Survey(id="w"))).fresh] == [1]


def test_what_is_not_on_the_last_print_is_new():
    cards = lane(card(1), card(2), card(3))
    printed = review(cards, editions=(edition(pin=PIN),)).printed
    assert (printed.date, printed.added, printed.gone) == ("2026-10-01", ("c2", "c3"), 2)


@pytest.mark.parametrize("pin", [None, "?", [], {}, {"posters": 3}, {"posters": [1, {"things": []}]}])
def test_a_print_that_kept_nothing_only_has_a_date(pin):
    printed = review(lane(card(1)), editions=(edition(pin=pin),)).printed
    assert (printed.date, printed.added, printed.gone) == ("2026-10-01", (), 0)


def test_the_latest_print_of_this_map_counts():
    whole = changed(
        project(lane()),
        editions=(edition(1, "2026-01-01"), edition(2, "2026-05-01", map=""), edition(3, "2026-09-01", map="other")),
    )
    assert last_printed(whole, "m") == "2026-05-01"


def test_an_edition_of_any_map_counts_for_the_one_that_was_printed():
    whole = changed(project(lane()), editions=(edition(map="", pin={"map": "other"}),))
    assert (last_printed(whole, "m"), last_printed(whole, "other")) == ("", "2026-10-01")


@given(st.dates(), st.dates())
@settings(max_examples=25)
def test_days_between_are_those_of_the_calendar(before, after):
    assert days_between(before.isoformat(), after.isoformat()) == (after - before).days


@pytest.mark.parametrize("date", ["", "2026-13", "2026-02-30"])
def test_days_from_no_date_are_none(date):
    assert days_between(date, TODAY) == 0


def test_a_map_remembers_its_last_print_whatever_edition_that_was():
    found = review(lane(), printed="2026-11-20").printed
    assert (found.date, found.kept) == ("2026-11-20", "")
    older, newer = (edition(printed=date) for date in ("2026-11-01", "2026-11-21"))
    assert review(lane(), printed="2026-11-20", editions=(older,)).printed.date == "2026-11-20"
    assert review(lane(), printed="2026-11-20", editions=(newer,)).printed.date == "2026-11-21"


def test_after_a_print_that_kept_nothing_the_one_before_that_did_is_told_of():
    cards = lane(card(1), card(2))
    found = review(cards, printed="2026-11-20", editions=(edition(pin=PIN), edition(2, "2026-11-01"))).printed
    assert (found.date, found.kept, found.added, found.gone) == ("2026-11-20", "2026-10-01", ("c2",), 2)


def test_another_map_s_print_is_none_of_this_one():
    whole = project(lane(), printed="2026-11-20")
    assert last_printed(whole, "n") == ""
