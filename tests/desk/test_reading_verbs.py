"""Readings, figures that are computed, and what is said of goals."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.measuring import Measuring
from desktop.document.base import changed
from desktop.document.cards import Reading
from desktop.document.ids import Ids
from desktop.document.project import Goal, Metric, Project
from desktop.session import Session
from desktop.storage.reader import Opened

READ = (Reading(date="2026-05", value=4.0), Reading(date="2026-10", value=4.5))
CSAT = Metric(id="csat", name="CSAT", kind="csat", target=5.0, readings=READ)


def verbs(*goals, metric=CSAT):
    session = Session(Opened(Project(id="p", metrics=(metric,), goals=goals), {}))
    return Measuring(Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, {"p"})))


def goal(**fields):
    return Goal(id="g", **{"metric": "csat", **fields})


def readings(measuring):
    return [(one.date, one.value) for one in measuring.metric("csat").readings]


def test_a_reading_takes_its_place_in_time():
    measuring = verbs()
    assert measuring.take("csat", "2026-07", 4.2)
    assert readings(measuring) == [("2026-05", 4.0), ("2026-07", 4.2), ("2026-10", 4.5)]


def test_a_second_reading_of_a_date_replaces_the_first_and_is_undone():
    measuring = verbs()
    measuring.take("csat", "2026-10", 4.6)
    assert readings(measuring) == [("2026-05", 4.0), ("2026-10", 4.6)]
    measuring.desk.session.undo()
    assert readings(measuring)[-1] == ("2026-10", 4.5)


def test_no_reading_of_what_is_not_there():
    assert not verbs().take("gone", "2026-10", 4.6)


@pytest.mark.parametrize(
    ("kind", "counted", "figure"),
    [
        ("conversion", (41, 1000), 4.1),
        ("nps", (50, 20, 100), 30.0),
        ("roi", (150, 100), 50.0),
        ("handling_time", (33, 9), 3.67),
        ("conversion", (5, 0), None),
        ("conversion", (5,), None),
        ("conversion", (5, None), None),
        ("of one's own", (5, 5), None),
    ],
)
def test_figures(kind, counted, figure):
    assert verbs().computed(kind, counted) == figure


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "4 → 5: now 4.5, 50\u00a0% of the way (October 2026)"),
        ({"target": 4.5}, "4 → 4.5: reached, now 4.5 (October 2026)"),
        ({"baseline": 4.6}, "4.6 → 5: now 4.5, worse than at the beginning (October 2026)"),
        ({"metric": "", "progress": 0.25}, "25\u00a0% of the way, as somebody entered it"),
        ({"metric": ""}, "Choose a metric, and its readings show how far this is."),
    ],
)
def test_what_is_said_of_a_goal(fields, said):
    one = goal(**fields)
    assert verbs(one).told(one) == said


def test_nothing_was_read_yet():
    one = goal()
    assert verbs(one, metric=changed(CSAT, readings=())).told(one).startswith("Nothing was read yet")


def test_a_reading_without_a_date():
    one = goal(baseline=4.0)
    told = verbs(one, metric=changed(CSAT, readings=(Reading(value=4.5),))).told(one)
    assert told == "4 → 5: now 4.5, 50\u00a0% of the way (without a date)"


def test_figures_in_the_language_of_the_window():
    session = Session(Opened(Project(id="p", metrics=(CSAT,), goals=(goal(),)), {}))
    desk = Desk(session, resources.words("de"), Ids(random.Random(7).getrandbits, {"p"}))
    assert Measuring(desk).told(goal()).startswith("4 → 5: jetzt 4,5, 50\u00a0% des Weges")
