"""The first minute of a project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.document.base import in_order
from desktop.document.checks import check, sound
from desktop.document.edits.begin import begun, first_spot, replace_stages
from desktop.document.edits.cards import Spot
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Persona, Project
from desktop.document.stageline import StageWish, parse_stages
from desktop.storage.reader import read

TWO = (StageWish("Decide", ("compares", "books")), StageWish("Arrive"))


@pytest.fixture
def bare():
    """One map with one stage of one step, one lane, and nobody in its head."""
    stage = Stage(id="s", title="Stage", steps=(Step(id="d"),))
    return Project(id="p", maps=(JourneyMap(id="m", stages=(stage,), lanes=(Lane(id="l", kind="actions"),)),))


def columns(project):
    map_ = in_order(project.maps)[0]
    return [(stage.title, [step.title for step in in_order(stage.steps)]) for stage in in_order(map_.stages)]


def test_nothing_told_changes_nothing(project, new_id):
    assert begun(project, "", "", (), new_id=new_id) is project


def test_the_title_is_the_projects_and_the_first_maps(project, new_id):
    begins = begun(project, "An evening", "", (), new_id=new_id)
    assert (begins.title, begins.maps[0].title) == ("An evening", "An evening")


def test_the_persona_in_the_head_gets_the_name(project, new_id):
    begins = begun(project, "", "Maya, 34, one free evening", (), new_id=new_id)
    maya = next(each for each in begins.personas if each.id == "ana")
    assert (maya.name, maya.summary) == ("Maya", "34, one free evening")
    assert len(begins.personas) == len(project.personas)


def test_a_persona_is_made_and_put_in_the_head(bare, new_id):
    begins = begun(bare, "", "Maya", (), new_id=new_id)
    assert begins.personas == (Persona(id=begins.maps[0].persona, name="Maya"),)


def test_the_stages_take_the_place_of_those_that_were_there(bare, new_id):
    assert columns(begun(bare, "", "", TWO, new_id=new_id)) == [("Decide", ["compares", "books"]), ("Arrive", [""])]


def test_what_stood_there_goes_too_and_the_rest_is_sound(project, new_id):
    begins = replace_stages(project, "visit", TWO, new_id=new_id)
    map_ = begins.maps[0]
    assert [card for lane in map_.lanes for card in lane.cards] == []
    assert [marker for lane in map_.lanes for marker in lane.markers] == []
    assert map_.inbox == project.maps[0].inbox
    assert sound(check(begins, {}))


def test_a_project_without_maps_gets_its_title(new_id):
    assert begun(Project(id="p"), "Dinner", "Maya", TWO, new_id=new_id) == Project(id="p", title="Dinner")


def test_a_title_that_is_too_long_is_refused(bare, new_id):
    with pytest.raises(EditError):
        begun(bare, "x" * 501, "", (), new_id=new_id)


@given(st.text(max_size=200))
def test_whatever_line_was_typed_the_project_is_sound(line):
    source = iter(range(10_000))
    stage = Stage(id="s", steps=(Step(id="d"),))
    before = Project(id="p", maps=(JourneyMap(id="m", stages=(stage,), lanes=(Lane(id="l", kind="actions"),)),))
    after = begun(before, "", "", parse_stages(line), new_id=lambda: f"n{next(source)}")
    assert [finding for finding in check(after, {}) if finding.severity == "error"] == []
    assert first_spot(after.maps[0]).step in {step.id for stage in after.maps[0].stages for step in stage.steps}


TEMPLATES = sorted((resources.root() / "templates").glob("*.journey"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_template_begins_where_one_types(path, new_id):
    map_ = begun(read(path).project, "", "", TWO, new_id=new_id).maps[0]
    lane = next(lane for lane in map_.lanes if lane.id == first_spot(map_).lane)
    assert lane.kind == "actions"


def rows(*kinds, **fields):
    lanes = tuple(Lane(id=f"l{n}", kind=kind, rank=f"{n + 1}", **fields) for n, kind in enumerate(kinds))
    return JourneyMap(id="m", stages=(Stage(id="s", steps=(Step(id="d"),)),), lanes=lanes)


@pytest.mark.parametrize(
    ("kinds", "lane"),
    [(["visibility", "images", "thoughts"], "l2"), (["emotions"], "l0"), (["images", "emotions"], "l0")],
)
def test_the_first_thing_is_typed_where_text_belongs(kinds, lane):
    assert first_spot(rows(*kinds)) == Spot(lane, "d")


def test_there_may_be_no_such_place():
    assert first_spot(rows("visibility")) is None
    assert first_spot(rows("actions", locked=True)) is None
    assert first_spot(JourneyMap(id="m", lanes=(Lane(id="l", kind="actions"),))) is None
