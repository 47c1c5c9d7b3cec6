"""What names what: every field that holds an id is in the table, and renaming reaches it."""

from desktop.document.base import Part
from desktop.document.cards import Card, Marker, Measure
from desktop.document.journey import AgendaPoint, JourneyMap, Lane, LaneGroup, Link, Stage, Step, Tally, Task, View
from desktop.document.keyed import keyed_fields
from desktop.document.naming import REFERENCES, named, unnamed
from desktop.document.project import Edition, Goal, Metric, Persona, Project
from desktop.document.renew import _references


def kinds(model: type[Part]) -> set[type[Part]]:
    """All kinds of things that a project can hold."""
    inner = set(keyed_fields(model).values())
    return inner.union(*map(kinds, inner)) if inner else inner


def test_every_field_that_holds_an_id_says_of_what() -> None:
    for model in kinds(Project) | {Measure, Tally}:
        assert set(REFERENCES.get(model, ())) == _references(model) - {"id"}


def test_every_kind_that_is_named_can_be_held() -> None:
    assert {kind for fields in REFERENCES.values() for kind in fields.values()} <= kinds(Project)


def test_a_name_changes_wherever_it_stands(project: Project) -> None:
    after = named(project, {Step: {"eat": "dinner"}})
    lanes = {lane.id: lane for lane in after.maps[0].lanes}
    assert [(card.first, card.last) for card in lanes["shut"].cards] == [("dinner", "dinner")]
    assert {marker.step for marker in lanes["mood"].markers} == {"find", "order", "dinner"}


def test_a_name_of_something_else_stays(project: Project) -> None:
    assert named(project, {Card: {"ana": "anna"}, Lane: {"eat": "dinner"}}) is project


def test_nothing_to_rename_is_the_same_object(project: Project) -> None:
    assert named(project, {}) is project
    assert named(project, {Step: {}}) is project
    assert named(project, {Persona: {"nobody": "somebody"}}) is project


def test_what_is_not_reached_stays_the_same_object(project: Project) -> None:
    after = named(project, {Card: {"p1": "p9"}})
    assert after.maps[0].lanes is project.maps[0].lanes
    assert after.maps[0].links[0].target == after.maps[0].tasks[0].answers == "p9"


def test_the_metric_of_a_figure_is_a_name_too(project: Project) -> None:
    after = named(project, {Metric: {"csat": "nps"}})
    figure = next(card for card in after.maps[0].lanes[3].cards if card.id == "f1")
    assert figure.measure == Measure(metric="nps", value=4.1)
    assert after.goals[0].metric == "nps"


def test_several_names_of_one_thing_become_one() -> None:
    view = View(id="v", lanes=("a", "b", "c"))
    assert named(view, {Lane: {"b": "a"}}).lanes == ("a", "c")


def test_a_name_is_taken_away() -> None:
    assert unnamed(Task(id="t", answers="c1"), Card, "c1").answers == ""
    assert unnamed(AgendaPoint(id="a", lane="l1"), Lane, "l1").lane == ""
    assert unnamed(Lane(id="l", kind="notes", group="g1"), LaneGroup, "g1").group == ""
    assert unnamed(Edition(id="e", map="m1"), JourneyMap, "m1").map == ""
    assert unnamed(View(id="v", stages=("s1", "s2")), Stage, "s1").stages == ("s2",)


def test_other_names_are_kept() -> None:
    link = Link(id="l", kind="leads", source="c1", target="c2")
    assert unnamed(link, Card, "c3") is link
    assert unnamed(link, Step, "c1") is link


def test_only_the_thing_itself_forgets() -> None:
    map_ = JourneyMap(id="m", persona="zoe", lanes=(Lane(id="l", kind="emotions", markers=(marker("zoe"),)),))
    after = unnamed(map_, Persona, "zoe")
    assert after.persona == ""
    assert after.lanes is map_.lanes


def test_goals_of_a_map_are_a_list() -> None:
    assert unnamed(JourneyMap(id="m", goals=("rich", "famous")), Goal, "rich").goals == ("famous",)


def marker(persona: str) -> Marker:
    return Marker(id="x", step="s", value=0.0, persona=persona)
