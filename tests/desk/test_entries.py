"""What is entered into a field becomes one edit of the right verb."""

import random
from dataclasses import replace

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.entries import PUTS, Entered, Entries
from desktop.document.cards import Card, Marker
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.segments import add_segment
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step, Task
from desktop.document.project import Goal, Metric, Persona, Project, Segment
from desktop.document.things import things
from desktop.session import Session


@pytest.fixture
def desk(sample):
    ids = Ids(random.Random(9).getrandbits, ids_of(sample.project))
    project = add_segment(add_segment(sample.project, "Regulars", new_id=ids), "Tourists", new_id=ids)
    return Desk(Session(replace(sample, project=project)), resources.words("en"), ids)


@pytest.fixture
def entries(desk):
    return Entries(desk)


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def everything(desk):
    """Two things of each sort on the map, and of the project."""
    journey = desk.journey
    return {
        Card: lane(desk, "pains").cards[:2],
        Marker: lane(desk, "emotions").markers[:2],
        Lane: journey.lanes[:2],
        Step: [stage.steps[0] for stage in journey.stages[:2]],
        Stage: journey.stages[:2],
        Link: journey.links[:2],
        JourneyMap: (journey,),
        Persona: desk.project.personas[:2],
        Goal: desk.project.goals[:2],
        Metric: desk.project.metrics[:2],
        Segment: desk.project.segments[:2],
        Task: journey.tasks[:2],
        Project: (desk.project,),
    }


def again(desk, sort, ids):
    """The things with these ids as they are now."""
    held = {Persona: desk.project.personas, Goal: desk.project.goals, Segment: desk.project.segments}
    if sort in held:
        return [thing for thing in held[sort] if thing.id in ids]
    if sort is JourneyMap:
        return [desk.journey]
    found = things(desk.journey, ids)
    return [*found.cards, *found.markers, *found.lanes, *found.steps, *found.stages, *found.links]


FIELDS = [
    (Card, "owner", "Kitchen"),
    (Card, "kind", "note"),
    (Marker, "label", "fine"),
    (Marker, "value", 1.5),
    (Lane, "title", "Rows"),
    (Lane, "hidden", True),
    (Lane, "locked", True),
    (Lane, "height", 2.0),
    (Lane, "empty", "?"),
    (Step, "title", "Steps"),
    (Step, "width", 2.0),
    (Stage, "title", "Stages"),
    (Link, "label", "then"),
    (JourneyMap, "title", "Night"),
    (Persona, "role", "Guest"),
    (Goal, "time_frame", "soon"),
    (Segment, "note", "Comes twice a year"),
]


@pytest.mark.parametrize(("sort", "path", "value"), FIELDS)
def test_all_things_get_the_value_in_one_step(desk, entries, sort, path, value):
    before = desk.project
    ids = tuple(thing.id for thing in everything(desk)[sort])
    assert entries.enter(sort, Entered(desk.map_id, ids, path, value)) == ""
    assert {getattr(thing, path) for thing in again(desk, sort, ids)} == {value}
    desk.undo()
    assert desk.project is before
    assert desk.session.undoable is None


@pytest.mark.parametrize(("sort", "path", "value"), FIELDS)
def test_the_step_is_named_by_the_field(desk, entries, sort, path, value):
    ids = tuple(thing.id for thing in everything(desk)[sort])
    entries.enter(sort, Entered(desk.map_id, ids, path, value))
    label = desk.session.undoable.label
    assert label == f"Change “{desk.words(f'field.{path}')}”"
    assert "field." not in label


def test_every_sort_has_its_verb(desk):
    assert set(PUTS) == set(everything(desk))


def test_the_selection_stays(desk, entries):
    card = lane(desk, "pains").cards[0].id
    desk.select([card])
    entries.enter(Card, Entered(desk.map_id, (card,), "owner", "Kitchen"))
    assert desk.selected == {card}


def test_facets_of_markers_are_entered(desk, entries):
    marker = lane(desk, "emotions").markers[0].id
    entries.enter(Marker, Entered(desk.map_id, (marker,), "evidence.source", "Diary"))
    (now,) = again(desk, Marker, [marker])
    assert now.evidence.source == "Diary"


@pytest.mark.parametrize("path", ["first", "last"])
def test_the_other_end_gives_way(desk, entries, path):
    card = next(card for lane in desk.journey.lanes for card in lane.cards if card.first != card.last)
    beyond = card.last if path == "first" else card.first
    entries.enter(Card, Entered(desk.map_id, (card.id,), path, beyond))
    (now,) = again(desk, Card, [card.id])
    assert (now.first, now.last) == (beyond, beyond)


def test_lanes_join_a_group_by_its_title(desk, entries):
    ids = tuple(lane.id for lane in desk.journey.lanes[:2])
    entries.enter(Lane, Entered(desk.map_id, ids, "group", "Front"))
    (group,) = {thing.group for thing in again(desk, Lane, ids)}
    assert [one.title for one in desk.journey.groups if one.id == group] == ["Front"]


@pytest.mark.parametrize(
    ("sort", "path", "value", "said"),
    [
        (Card, "due", "soon", "Write a date like 2026-05-31, 2026-05 or 2026."),
        (Card, "owner", "x" * 501, "This is too long."),
        (Card, "votes", -1, "This is too small."),
        (Card, "measure.value", 1e16, "This is too large."),
        (Card, "persona", "nobody", "What this was about is no longer there."),
        (Card, "last", "gone", "A card ends after it begins."),
        (Step, "width", 0.0, "This is too small."),
        (Marker, "value", 3.0, "This is too large."),
        (Lane, "kind", "visibility", "The lane holds what a lane of that kind cannot hold."),
        (Card, "owner", "\ud800", "This holds signs that cannot be saved."),
    ],
)
def test_what_is_refused_is_said_and_changes_nothing(desk, entries, sort, path, value, said):
    before = desk.project
    ids = tuple(thing.id for thing in everything(desk)[sort])
    answer = entries.enter(sort, Entered(desk.map_id, ids, path, value))
    assert desk.project is before
    assert answer in {said, desk.words("refused.missing")}


def test_one_thing_that_refuses_keeps_all_as_they_were(desk, entries):
    locked, free = lane(desk, "pains"), lane(desk, "opportunities")
    desk.attempt("Lock", lambda project: lock_lane(project, desk.map_id, locked.id, True))
    before = desk.project
    ids = (free.cards[0].id, locked.cards[0].id)
    assert entries.enter(Card, Entered(desk.map_id, ids, "owner", "x")) == "The lane is locked; unlock it first."
    assert desk.project is before


def test_a_reason_without_words_of_its_own_is_said_in_general(desk, entries):
    error = EditError("field.refused", field="text", reason="something_new")
    assert entries.sentence(error) == "text cannot be set to this."


def test_things_that_are_gone_are_missing(desk, entries):
    for sort in (Card, Marker, Lane, Step, Stage, Link, Persona, Goal):
        said = entries.enter(sort, Entered(desk.map_id, ("gone",), "title", "x"))
        assert said == desk.words("refused.missing")
