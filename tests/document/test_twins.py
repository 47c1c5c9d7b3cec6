"""Ids given twice: the first thing keeps it, the others are named anew, and so is what means them."""

from collections.abc import Callable

from desktop.document.base import by_id, changed
from desktop.document.cards import Card, Comment, Marker
from desktop.document.checks import check
from desktop.document.ids import ids_of
from desktop.document.journey import Cluster, JourneyMap, Lane, Link, Stage, Step, Task, View
from desktop.document.keyed import is_tidy
from desktop.document.project import Goal, Persona, Project, Response, Survey
from desktop.document.twins import separated

NewId = Callable[[], str]


def note(name: str, text: str = "", **fields: object) -> Card:
    return Card(id=name, kind="note", text=text or name, **fields)


def with_map(**fields: object) -> Project:
    return Project(id="p", maps=(JourneyMap(id="m", **fields),))


def test_nothing_given_twice_is_the_same_object(project: Project, new_id: NewId) -> None:
    assert separated(project, new_id) == (project, ())
    assert separated(project, new_id)[0] is project


def test_the_first_keeps_the_id_and_both_stay(new_id: NewId) -> None:
    project = with_map(parking=(note("c", "first"), note("c", "second")))
    after, found = separated(project, new_id)
    assert [(card.id, card.text) for card in after.maps[0].parking] == [("c", "first"), ("new1", "second")]
    assert len(found) == 1


def test_a_finding_tells_both_places(new_id: NewId) -> None:
    lane = Lane(id="l", kind="notes", title="Notes", cards=(note("c", "here"),))
    (finding,) = separated(with_map(title="M", lanes=(lane,), parking=(note("c", "there"),)), new_id)[1]
    assert (finding.code, finding.severity, finding.detail) == ("id.twice", "error", "c")
    assert (finding.path, finding.names) == ("maps/m/parking/new1", ("M", "there"))
    assert (finding.other, finding.other_names) == ("maps/m/lanes/l/cards/c", ("M", "Notes", "here"))


def test_three_things_with_one_id(new_id: NewId) -> None:
    after, found = separated(with_map(parking=(note("c", "1"), note("c", "2"), note("c", "3"))), new_id)
    assert [card.id for card in after.maps[0].parking] == ["c", "new1", "new2"]
    assert [finding.other for finding in found] == ["maps/m/parking/c"] * 2


def test_what_names_the_id_means_the_first(new_id: NewId) -> None:
    link = Link(id="l", kind="leads", source="c", target="d")
    project = with_map(parking=(note("c"), note("c"), note("d")), links=(link,), tasks=(Task(id="t", answers="c"),))
    after = separated(project, new_id)[0].maps[0]
    assert after.links == (link,)
    assert after.tasks[0].answers == "c"


def test_a_whole_map_that_stands_twice_is_a_map_of_its_own(project: Project, new_id: NewId) -> None:
    twice = project.model_copy(update={"maps": project.maps * 2})
    after, found = separated(twice, new_id)
    first, second = sorted(after.maps, key=lambda one: one.id != "visit")
    assert first == project.maps[0]
    assert set(ids_of(first)).isdisjoint(ids_of(second))
    assert len(found) == len(ids_of(first))
    assert check(after, ()) == ()


def test_in_a_copied_map_names_mean_its_own_things(project: Project, new_id: NewId) -> None:
    after = separated(project.model_copy(update={"maps": project.maps * 2}), new_id)[0]
    copy = next(one for one in after.maps if one.id != "visit")
    cards = {card.id: card.text for lane in copy.lanes for card in lane.cards}
    assert (cards[copy.links[0].source], cards[copy.links[0].target]) == ("text of a1", "text of p1")
    assert copy.persona == "ana"


def test_a_step_that_stands_twice_in_one_map(new_id: NewId) -> None:
    stages = (Stage(id="a", steps=(Step(id="s"),)), Stage(id="b", steps=(Step(id="s"),)))
    lane = Lane(id="l", kind="notes", cards=(note("c", first="s", last="s"),))
    after = separated(with_map(stages=stages, lanes=(lane,)), new_id)[0].maps[0]
    assert [step.id for stage in after.stages for step in stage.steps] == ["s", "new1"]
    assert after.lanes[0].cards[0].first == "s"


def test_names_follow_by_what_they_name(new_id: NewId) -> None:
    """A persona, a goal and a card with one id: each is still named by what names such things."""
    project = Project(
        id="p",
        personas=(Persona(id="x"),),
        goals=(Goal(id="x"),),
        maps=(JourneyMap(id="m", persona="x", goals=("x",), tasks=(Task(id="t", answers="x"),), parking=(note("x"),)),),
    )
    after = separated(project, new_id)[0]
    map_ = after.maps[0]
    assert map_.persona == after.personas[0].id == "x"
    assert map_.goals == (after.goals[0].id,) == ("new1",)
    assert map_.tasks[0].answers == map_.parking[0].id == "new2"


def test_lanes_of_saved_views_follow(new_id: NewId) -> None:
    view = View(id="v", lanes=("x",), stages=("x",))
    stages = (Stage(id="x", steps=(Step(id="s"),)),)
    after = separated(with_map(stages=stages, lanes=(Lane(id="x", kind="notes"),), views=(view,)), new_id)[0].maps[0]
    assert after.views[0].stages == ("x",)
    assert after.views[0].lanes == (after.lanes[0].id,) == ("new1",)


def test_a_map_with_the_id_of_a_persona(new_id: NewId) -> None:
    other = JourneyMap(id="z", origin="x", persona="x")
    project = Project(id="p", personas=(Persona(id="x"),), maps=(JourneyMap(id="x", title="X"), other))
    after = separated(project, new_id)[0]
    named = {one.title: one for one in after.maps}
    assert named["X"].id == named[""].origin == "new1"
    assert named[""].persona == "x"


def test_a_thing_with_the_id_of_the_project(new_id: NewId) -> None:
    after, (finding,) = separated(Project(id="p", personas=(Persona(id="p"),)), new_id)
    assert (after.id, after.personas[0].id) == ("p", "new1")
    assert (finding.path, finding.other) == ("personas/new1", "")


def test_comments_and_responses_have_ids_too(new_id: NewId) -> None:
    survey = Survey(id="s", responses=(Response(id="x"), Response(id="y")))
    card = note("c", comments=(Comment(id="x"), Comment(id="y")))
    project = Project(id="p", surveys=(survey,), maps=(JourneyMap(id="m", parking=(card,)),))
    after, found = separated(project, new_id)
    assert [comment.id for comment in after.maps[0].parking[0].comments] == ["new1", "new2"]
    assert [finding.other for finding in found] == ["surveys/s/responses/x", "surveys/s/responses/y"]


def test_what_was_named_anew_stands_where_it_belongs(new_id: NewId) -> None:
    markers = tuple(Marker(id=one, step="s", value=0.0) for one in ("z", "z", "zz"))
    after = separated(with_map(inbox=(Cluster(id="box", markers=markers),)), new_id)[0]
    assert [marker.id for marker in after.maps[0].inbox[0].markers] == ["new1", "z", "zz"]
    assert is_tidy(after)


def test_what_has_ids_of_its_own_stays_the_same_object(project: Project, new_id: NewId) -> None:
    map_ = project.maps[0]
    twice = changed(project, maps=(map_.model_copy(update={"parking": by_id((note("a1"), note("k1")))}),))
    after = separated(twice, new_id)[0].maps[0]
    assert after.lanes is map_.lanes
    assert after.stages is map_.stages
