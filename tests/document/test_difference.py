"""How the things of a project are called, and where they stand."""

import pytest

from desktop.document.cards import Card, Comment, Marker
from desktop.document.difference import Name, Side, Where, said_in, steps_of, title_of, what_of
from desktop.document.journey import AgendaPoint, JourneyMap, Lane, LaneGroup, Link, Stage, Step
from desktop.document.keyed import find
from desktop.document.project import Goal, Persona, Project, Response


@pytest.fixture
def side(project: Project) -> Side:
    return Side(project)


@pytest.fixture
def journey(project: Project) -> JourneyMap:
    found = find(project.maps, "visit")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("thing", "what"),
    [
        (Card(id="a", kind="note"), "card"),
        (JourneyMap(id="a"), "map"),
        (LaneGroup(id="a"), "group"),
        (AgendaPoint(id="a"), "agenda"),
        (Project(id="a"), "project"),
    ],
)
def test_what_a_thing_is(thing, what):
    assert what_of(thing) == what


@pytest.mark.parametrize(
    ("thing", "title"),
    [
        (Card(id="a", kind="note", text="T"), "T"),
        (Stage(id="a", title="S"), "S"),
        (Persona(id="a", name="Maya"), "Maya"),
        (Goal(id="a", statement="More"), "More"),
        (Comment(id="a", text="Why?"), "Why?"),
        (Response(id="a", comment="Slow"), "Slow"),
        (Lane(id="a", kind="pains"), ""),
    ],
)
def test_what_people_call_it(thing, title):
    assert title_of(thing) == title


@pytest.mark.parametrize(
    ("thing", "steps"),
    [
        (Card(id="a", kind="note", first="s", last="t"), ("s", "t")),
        (Card(id="a", kind="note", first="s", last="s"), ("s",)),
        (Card(id="a", kind="note"), ()),
        (Marker(id="a", step="s", value=0.0), ("s",)),
        (Step(id="s"), ()),
    ],
)
def test_the_steps_that_it_stands_at(thing, steps):
    assert steps_of(thing) == steps


def test_a_field_that_it_lacks_says_nothing():
    assert (said_in(Step(id="s"), "kind"), said_in(Lane(id="l", kind="pains"), "kind")) == ("", "pains")


def test_an_arrow_between_what_is_not_there_is_called_by_ids(side: Side):
    name = side.name(Link(id="l", kind="leads", source="a1", target="nowhere"))
    assert name == Name("link", "l", "text of a1 → nowhere", "leads")


def test_a_feeling_with_a_label_is_called_by_it(side: Side):
    assert side.name(Marker(id="m", step="eat", value=1.0, persona="ana", label="glad")).title == "glad"
    assert side.name(Marker(id="m", step="eat", value=1.0, persona="nobody")).title == ""


def test_where_a_card_stands(side: Side, journey: JourneyMap):
    lane = find(journey.lanes, "acts")
    card = find(lane.cards, "s1")
    where = side.where((("maps", journey), ("lanes", lane), ("cards", card)))
    assert where == Where("lanes", (side.name(journey), side.name(lane)), ("Arrive", "Pay"))


def test_where_a_map_and_a_persona_stand(side: Side, journey: JourneyMap, project: Project):
    assert side.where((("maps", journey),)) == Where("maps")
    assert side.where((("personas", project.personas[0]),)) == Where("personas")


def test_the_project_stands_nowhere(side: Side):
    assert side.where(()) == Where()


def test_columns_are_counted_from_the_left(side: Side, journey: JourneyMap):
    trail = (("maps", journey),)
    assert [side.column(trail, step) for step in ("find", "enter", "pay", "gone")] == [0, 1, 4, -1]


def test_what_stands_in_no_map_has_no_column(side: Side, project: Project):
    assert side.column((("personas", project.personas[0]),), "find") == 0


def test_only_references_are_looked_up(side: Side):
    assert (side.value("persona", "ana"), side.value("text", "ana")) == ("Ana", "ana")
    assert (side.value("persona", None), side.value("goals", ("happy", "gone"))) == ("", ("Happier guests", "gone"))
