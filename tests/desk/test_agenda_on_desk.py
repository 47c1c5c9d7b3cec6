"""What people do to an agenda."""

import pytest

from desks import desk_on
from desktop.desk.agenda import USUAL_MINUTES, Agenda
from desktop.document.edits.maps import add_map
from shows import POINTS, Ear, desk_with


@pytest.fixture
def desk():
    return desk_with()


@pytest.fixture
def agenda(desk):
    return Agenda(desk)


def titles(agenda):
    return " ".join(point.title for point in agenda.points)


def test_the_minutes_are_added_up(agenda):
    assert agenda.minutes == 20


def test_a_template_is_one_step(agenda, desk):
    agenda.choose("Short", POINTS[:1])
    assert titles(agenda) == "Doing"
    assert desk.undo().label == "Agenda “Short”"
    assert titles(agenda) == "Doing Feelings Wrap-up"


def test_a_point_is_added_behind_another(agenda):
    made = agenda.add("Lunch", "g1")
    assert titles(agenda) == "Doing Lunch Feelings Wrap-up"
    assert (agenda.points[1].id, agenda.points[1].minutes) == (made, USUAL_MINUTES)


def test_a_point_is_added_at_the_end(agenda):
    agenda.add("Drinks")
    assert titles(agenda).endswith("Drinks")


def test_a_point_is_edited(agenda, desk):
    assert agenda.edit("g1", minutes=12, prompt="What?")
    assert (agenda.points[0].minutes, agenda.points[0].prompt) == (12, "What?")


def test_what_is_refused_is_said(agenda, desk):
    said = Ear(desk.said)
    assert not agenda.edit("g1", minutes=-1)
    assert len(said.heard) == 1


def test_a_point_is_placed(agenda, desk):
    agenda.place("g3", "g1")
    assert titles(agenda) == "Wrap-up Doing Feelings"
    assert desk.undo().label == "Move “Wrap-up” in the agenda"


@pytest.mark.parametrize(
    ("point", "by", "order"),
    [
        ("g1", 1, "Feelings Doing Wrap-up"),
        ("g1", 9, "Feelings Wrap-up Doing"),
        ("g1", -1, "Doing Feelings Wrap-up"),
        ("g3", -1, "Doing Wrap-up Feelings"),
        ("gone", 1, "Doing Feelings Wrap-up"),
    ],
)
def test_a_point_is_shifted_as_far_as_there_are_places(agenda, point, by, order):
    agenda.shift(point, by)
    assert titles(agenda) == order


def test_a_point_is_removed(agenda, desk):
    agenda.remove("g2")
    assert titles(agenda) == "Doing Wrap-up"
    assert desk.undo().label == "Remove “Feelings” from the agenda"


def test_it_may_be_that_of_another_map(desk):
    desk.edit("", add_map(desk.project, "Another", new_id=lambda: "other"))
    desk.show_map("other")
    assert titles(Agenda(desk)) == ""
    assert titles(Agenda(desk, lambda: "m")) == "Doing Feelings Wrap-up"


def test_without_a_map_there_are_no_points():
    agenda = Agenda(desk_on(), lambda: "gone")
    assert (agenda.journey, agenda.points, agenda.minutes) == (None, [], 0)
