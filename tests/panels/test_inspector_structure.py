"""Markers, lanes, steps, stages, links and the map in the inspector."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.base import in_order
from desktop.document.keyed import find
from desktop.panels.inspector.answers import Answers, Jump


def marker(clerk):
    """The first marker of the first emotion lane, selected."""
    one = clerk.lane("emotions").markers[0]
    clerk.desk.select([one.id])
    return one.id


def the_marker(clerk, ident):
    return find(clerk.lane("emotions").markers, ident)


def test_a_marker_says_where_it_stands(clerk, inspector):
    marker(clerk)
    assert inspector.heading.title.text() == "Emotion"
    assert inspector.heading.place.text().endswith("› Emotions")
    assert not inspector.heading.kinds.isVisible()


def test_a_marker_is_moved_by_its_slider(clerk):
    ident = marker(clerk)
    before = the_marker(clerk, ident).value
    slider = clerk.editor("value")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert the_marker(clerk, ident).value == pytest.approx(before + 0.1)
    assert clerk.undo_label == "Change “Feeling”"


@pytest.mark.parametrize(
    ("path", "typed"),
    [("label", "relieved"), ("evidence.source", "Diary"), ("computed.source", "Survey")],
)
def test_words_of_a_marker_are_entered(clerk, path, typed):
    ident = marker(clerk)
    clerk.enter(path, typed)
    thing = the_marker(clerk, ident)
    for name in path.split("."):
        thing = getattr(thing, name)
    assert thing == typed


def test_the_spread_of_a_marker_has_its_bounds(clerk):
    marker(clerk)
    clerk.enter("computed.spread", "9")
    assert clerk.field("computed.spread").problem.text() == "This is too large."


def test_a_marker_gets_its_star(clerk):
    ident = marker(clerk)
    starred = the_marker(clerk, ident).starred
    clerk.tick("starred")
    assert the_marker(clerk, ident).starred is not starred


def test_a_persona_who_has_a_marker_there_is_refused(clerk):
    lane = clerk.lane("emotions")
    twice = next(one for one in lane.markers if sum(other.step == one.step for other in lane.markers) > 1)
    clerk.desk.select([twice.id])
    names = {persona.id: persona.name for persona in clerk.desk.project.personas}
    clerk.choose("persona", next(name for ident, name in names.items() if ident != twice.persona))
    assert clerk.field("persona").problem.text() == "This persona has a marker at this step already."


def test_several_markers_are_set_together(clerk):
    ids = [one.id for one in clerk.lane("emotions").markers[:3]]
    clerk.desk.select(ids)
    clerk.enter("label", "fine")
    assert {the_marker(clerk, ident).label for ident in ids} == {"fine"}
    assert clerk.inspector.heading.title.text() == "Emotion · 3"


def lane(clerk, kind="pains"):
    ident = clerk.lane(kind).id
    clerk.desk.select([ident])
    return lambda: find(clerk.desk.journey.lanes, ident)


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [("title", "What hurts", "What hurts"), ("subtitle", "", ""), ("height", "2,5", 2.5)],
)
def test_a_lane_is_described(clerk, path, typed, stored):
    shown = lane(clerk)
    clerk.enter(path, typed)
    assert getattr(shown(), path) == stored


@pytest.mark.parametrize("path", ["hidden", "locked"])
def test_a_lane_is_hidden_and_locked(clerk, path):
    shown = lane(clerk)
    clerk.tick(path)
    assert getattr(shown(), path)
    clerk.tick(path)
    assert not getattr(shown(), path)


@pytest.mark.parametrize("stored", ["–", "?", ""])
def test_empty_cells_show_what_is_chosen(clerk, stored):
    shown = lane(clerk)
    box = clerk.editor("empty")
    clerk.choose("empty", box.itemText(("", "–", "?").index(stored)))
    assert shown().empty == stored


def test_a_lane_that_is_not_empty_refuses_another_kind(clerk):
    shown = lane(clerk)
    clerk.choose("kind", "Emotions")
    assert clerk.field("kind").problem.text() == "The lane holds what a lane of that kind cannot hold."
    assert clerk.editor("kind").currentText() == "Pain points"
    assert shown().kind == "pains"


def test_a_lane_joins_a_group_by_its_name(clerk):
    shown = lane(clerk)
    clerk.enter("group", "Improve")
    groups = {group.id: group.title for group in clerk.desk.journey.groups}
    assert groups[shown().group] == "Improve"
    assert clerk.text("group") == "Improve"


def test_a_lane_leaves_its_group(clerk):
    shown = lane(clerk)
    clerk.enter("group", "Improve")
    clerk.enter("group", "")
    assert shown().group == ""
    assert "Improve" not in [group.title for group in clerk.desk.journey.groups]


def test_a_step_has_title_and_width(clerk):
    step = clerk.desk.journey.stages[0].steps[0]
    clerk.desk.select([step.id])
    clerk.enter("title", "Dreams of it")
    clerk.enter("width", "1.5")
    now = find(clerk.desk.journey.stages[0].steps, step.id)
    assert (now.title, now.width) == ("Dreams of it", 1.5)
    assert clerk.inspector.heading.place.text().endswith("› Dreams of it")


@pytest.mark.parametrize(("typed", "said"), [("0", "This is too small."), ("", "This is not a number.")])
def test_a_width_that_is_none_is_refused(clerk, typed, said):
    clerk.desk.select([clerk.desk.journey.stages[0].steps[0].id])
    clerk.enter("width", typed)
    assert clerk.field("width").problem.text() == said


def test_a_stage_has_a_title(clerk):
    stage = clerk.desk.journey.stages[0]
    clerk.desk.select([stage.id])
    clerk.enter("title", "Notice")
    assert find(clerk.desk.journey.stages, stage.id).title == "Notice"


def test_several_steps_get_one_width(clerk):
    ids = [step.id for stage in clerk.desk.journey.stages for step in stage.steps][:4]
    clerk.desk.select(ids)
    clerk.enter("width", "2")
    widths = {step.id: step.width for stage in clerk.desk.journey.stages for step in stage.steps}
    assert {widths[ident] for ident in ids} == {2.0}


def arrow(clerk):
    link = clerk.desk.journey.links[0]
    clerk.desk.select([link.id])
    return link


def test_an_arrow_has_kind_and_label(clerk):
    link = arrow(clerk)
    clerk.choose("kind", "Leads to")
    clerk.enter("label", "then")
    now = find(clerk.desk.journey.links, link.id)
    assert (now.kind, now.label) == ("leads", "then")


def test_the_ends_of_an_arrow_lead_to_its_cards(clerk):
    link = arrow(clerk)
    section = clerk.pane.findChild(Answers)
    ends = [line for line in section.findChildren(Jump) if line.isVisible()]
    assert [line.card_id for line in ends] == [link.source, link.target]
    assert ends[0].accessibleName().startswith("From: ")


@pytest.mark.parametrize("width", [240, 300, 500])
def test_the_lines_of_an_arrow_are_as_high_as_their_words(clerk, inspector, width):
    inspector.resize(width, 900)
    arrow(clerk)
    QApplication.processEvents()
    lines = [line for line in clerk.pane.findChild(Answers).findChildren(Jump) if line.isVisible()]
    assert [line.height() for line in lines] == [line.heightForWidth(line.width()) for line in lines]


def test_things_of_several_sorts_are_counted(clerk, inspector):
    clerk.desk.select([clerk.lane("pains").id, clerk.id("No sign"), clerk.desk.journey.stages[0].id])
    assert inspector.heading.title.text() == "3 things"
    assert inspector.heading.place.text() == "Pain point 1 · Lane 1 · Stage 1"


def test_nothing_selected_shows_the_map(clerk, inspector):
    assert inspector.heading.title.text() == "Map"
    assert clerk.text("title") == "An evening at Osteria Lume"


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("title", "Another evening"),
        ("subtitle", "Second visit"),
        ("date", "2027-01"),
        ("version", "4"),
        ("owner", "Kitchen"),
        ("review", "2027-06-30"),
        ("scenario", "Comes again."),
        ("expectations", "The same table."),
    ],
)
def test_the_map_is_described(clerk, path, typed):
    clerk.enter(path, typed)
    assert getattr(clerk.desk.journey, path) == typed


def test_the_map_has_a_status_and_a_persona(clerk):
    clerk.choose("status", "Ideal journey")
    clerk.choose("persona", "Paolo")
    named = find(clerk.desk.project.personas, clerk.desk.journey.persona)
    assert (clerk.desk.journey.status, named.name) == ("ideal", "Paolo")


def test_a_step_without_a_title_is_named_by_its_stage(clerk):
    stage = in_order(clerk.desk.journey.stages)[0]
    clerk.desk.select([in_order(stage.steps)[0].id])
    clerk.enter("title", "")
    clerk.select("No sign")
    box = clerk.editor("first")
    assert box.itemText(0) == f"{stage.title} 1"


def test_one_pane_is_made_for_each_sort(clerk, inspector):
    lane(clerk)
    first = inspector.pane
    clerk.select("No sign")
    lane(clerk, "actions")
    assert inspector.pane is first
    assert clerk.text("title") == "Actions"
