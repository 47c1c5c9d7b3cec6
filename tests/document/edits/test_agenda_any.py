"""Whatever is done to an agenda: its points stay in order, sound, and bound to lanes that are there."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sight import visit

from desktop.document.base import in_order
from desktop.document.checks import check
from desktop.document.edits import agenda
from desktop.document.journey import AgendaPoint
from desktop.document.kinds import LANE_KINDS

SOUND = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PLACE = st.integers(0, 9)
DEEDS = st.lists(st.tuples(st.sampled_from(("add", "move", "remove", "edit")), PLACE, PLACE), max_size=10)
KINDS = st.lists(st.sampled_from(("", *LANE_KINDS)), max_size=6)
LANES = ("", "acts", "mood", "pains", "shut")


def ids(project):
    return [point.id for point in in_order(visit(project).agenda)]


def before(row, at):
    """One of the points, or the end."""
    return [*row, ""][at % (len(row) + 1)]


def done(project, deeds):
    """The project after the deeds, with the order that a plain list has after them."""
    numbers, row = count(1), []
    for deed, at, to in deeds:
        if deed == "add":
            name, place = f"q{next(numbers)}", before(row, to)
            project = agenda.add_point(project, "visit", "Point", new_id=lambda name=name: name, before=place)
            row.insert(row.index(place) if place else len(row), name)
        elif row:
            name = row[at % len(row)]
            project, row = changed(project, row, deed, name, to)
    return project, row


def changed(project, row, deed, name, to):
    others = [one for one in row if one != name]
    if deed == "remove":
        return agenda.remove_point(project, "visit", name), others
    if deed == "edit":
        return agenda.edit_point(project, "visit", name, lane=LANES[to % len(LANES)], minutes=to), row
    place = before(others, to)
    others.insert(others.index(place) if place else len(others), name)
    return agenda.move_point(project, "visit", name, place), others


def named():
    """A source of ids that nothing else has."""
    numbers = count(1)
    return lambda: f"t{next(numbers)}"


def planned(kinds):
    return [AgendaPoint(id=f"p{at}", title=kind, kind=kind, minutes=at) for at, kind in enumerate(kinds)]


@SOUND
@given(deeds=DEEDS)
def test_the_order_is_that_of_a_plain_list(project, deeds):
    after, row = done(project, deeds)
    assert ids(after) == row


@SOUND
@given(deeds=DEEDS)
def test_nothing_but_the_agenda_changes(project, deeds):
    after = visit(done(project, deeds)[0])
    assert after.model_copy(update={"agenda": ()}) == visit(project)


@SOUND
@given(deeds=DEEDS)
def test_what_comes_of_it_is_sound(project, deeds):
    assert check(done(project, deeds)[0], ()) == check(project, ())


@SOUND
@given(deeds=DEEDS)
def test_points_have_the_kind_of_their_lane(project, deeds):
    kinds = {lane.id: lane.kind for lane in visit(project).lanes}
    for point in visit(done(project, deeds)[0]).agenda:
        assert not point.lane or point.kind == kinds[point.lane]


@SOUND
@given(kinds=KINDS, deeds=DEEDS)
def test_a_template_says_the_same_in_the_same_order(project, kinds, deeds):
    made = agenda.replace_agenda(done(project, deeds)[0], "visit", planned(kinds), new_id=named())
    assert [(point.kind, point.minutes) for point in in_order(visit(made).agenda)] == list(
        zip(kinds, range(len(kinds)), strict=True)
    )


@SOUND
@given(kinds=KINDS)
def test_a_template_is_bound_where_the_map_has_such_a_lane(project, kinds):
    made = agenda.replace_agenda(project, "visit", planned(kinds), new_id=named())
    there = {lane.id: lane.kind for lane in visit(project).lanes}
    for point in visit(made).agenda:
        assert there.get(point.lane, "") == (point.kind if point.kind in there.values() else "")


@pytest.mark.parametrize("near", ["", "acts", "mood", "pains", "gone"])
def test_a_lane_that_is_named_is_meant_wherever_one_is(project, near):
    point = AgendaPoint(id="p", lane="shut", kind="actions")
    assert agenda.lane_for(visit(project), point, near).id == "shut"


@pytest.mark.parametrize("kind", ["quotes", "", "unheard_of"])
def test_no_lane_of_a_kind_is_none(project, kind):
    assert agenda.lane_for(visit(project), AgendaPoint(id="p", kind=kind)) is None
