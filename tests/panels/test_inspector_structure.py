"""Markers, lanes, steps, stages, links and the map in the inspector."""

from operator import attrgetter

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


def test_a_marker_says_where_it_stands_is_moved_by_its_slider_and_gets_its_star_and_words(clerk, inspector):
    marker(clerk)
    assert inspector.heading.title.text() == "Emotion"
    assert inspector.heading.place.text().endswith("› Emotions")
    assert not inspector.heading.kinds.isVisible()
    ident = marker(clerk)
    before = the_marker(clerk, ident).value
    slider = clerk.editor("value")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert the_marker(clerk, ident).value == pytest.approx(before + 0.1)
    assert clerk.undo_label == "Change “Feeling”"
    ident = marker(clerk)
    starred = the_marker(clerk, ident).starred
    clerk.tick("starred")
    assert the_marker(clerk, ident).starred is not starred
    ident = marker(clerk)
    for path, typed in (("label", "relieved"), ("evidence.source", "Diary"), ("computed.source", "Survey")):
        clerk.enter(path, typed)
        assert (path, attrgetter(path)(the_marker(clerk, ident))) == (path, typed)


def test_what_a_marker_cannot_be_is_refused_and_several_are_set_together(clerk):
    marker(clerk)
    clerk.enter("computed.spread", "9")
    assert clerk.field("computed.spread").problem.text() == "This is too large."
    lane = clerk.lane("emotions")
    twice = next(one for one in lane.markers if sum(other.step == one.step for other in lane.markers) > 1)
    clerk.desk.select([twice.id])
    names = {persona.id: persona.name for persona in clerk.desk.project.personas}
    clerk.choose("persona", next(name for ident, name in names.items() if ident != twice.persona))
    assert clerk.field("persona").problem.text() == "This persona has a marker at this step already."
    ids = [one.id for one in clerk.lane("emotions").markers[:3]]
    clerk.desk.select(ids)
    clerk.enter("label", "fine")
    assert {the_marker(clerk, ident).label for ident in ids} == {"fine"}
    assert clerk.inspector.heading.title.text() == "Emotion · 3"


def lane(clerk, kind="pains"):
    ident = clerk.lane(kind).id
    clerk.desk.select([ident])
    return lambda: find(clerk.desk.journey.lanes, ident)


def test_a_lane_is_described_hidden_locked_and_shows_in_empty_cells_what_is_chosen(clerk):
    shown = lane(clerk)
    for path, typed, stored in (("title", "What hurts", "What hurts"), ("subtitle", "", ""), ("height", "2,5", 2.5)):
        clerk.enter(path, typed)
        assert (path, getattr(shown(), path)) == (path, stored)
    shown = lane(clerk)
    for path, ticked in (("hidden", True), ("hidden", False), ("locked", True), ("locked", False)):
        clerk.tick(path)
        assert (path, getattr(shown(), path)) == (path, ticked)
    shown = lane(clerk)
    box = clerk.editor("empty")
    for stored in ("–", "?", ""):
        clerk.choose("empty", box.itemText(("", "–", "?").index(stored)))
        assert shown().empty == stored


def test_a_lane_that_is_not_empty_refuses_another_kind_and_joins_and_leaves_a_group(clerk):
    shown = lane(clerk)
    clerk.choose("kind", "Emotions")
    assert clerk.field("kind").problem.text() == "The lane holds what a lane of that kind cannot hold."
    assert clerk.editor("kind").currentText() == "Pain points"
    assert shown().kind == "pains"
    shown = lane(clerk)
    clerk.enter("group", "Improve")
    groups = {group.id: group.title for group in clerk.desk.journey.groups}
    assert groups[shown().group] == "Improve"
    assert clerk.text("group") == "Improve"
    clerk.enter("group", "")
    assert shown().group == ""
    assert "Improve" not in [group.title for group in clerk.desk.journey.groups]


def test_steps_and_a_stage_have_titles_and_widths_and_none_is_refused(clerk):
    clerk.desk.select([clerk.desk.journey.stages[0].steps[0].id])
    for typed, said in (("0", "This is too small."), ("", "This is not a number.")):
        clerk.enter("width", typed)
        assert (typed, clerk.field("width").problem.text()) == (typed, said)
    clerk.press(Qt.Key.Key_Escape)
    step = clerk.desk.journey.stages[0].steps[0]
    clerk.desk.select([step.id])
    clerk.enter("title", "Dreams of it")
    clerk.enter("width", "1.5")
    now = find(clerk.desk.journey.stages[0].steps, step.id)
    assert (now.title, now.width) == ("Dreams of it", 1.5)
    assert clerk.inspector.heading.place.text().endswith("› Dreams of it")
    stage = clerk.desk.journey.stages[0]
    clerk.desk.select([stage.id])
    clerk.enter("title", "Notice")
    assert find(clerk.desk.journey.stages, stage.id).title == "Notice"
    ids = [step.id for stage in clerk.desk.journey.stages for step in stage.steps][:4]
    clerk.desk.select(ids)
    clerk.enter("width", "2")
    widths = {step.id: step.width for stage in clerk.desk.journey.stages for step in stage.steps}
    assert {widths[ident] for ident in ids} == {2.0}
    stage = in_order(clerk.desk.journey.stages)[0]
    clerk.desk.select([in_order(stage.steps)[0].id])
    clerk.enter("title", "")
    clerk.select("No sign")
    box = clerk.editor("first")
    assert box.itemText(0) == f"{stage.title} 1"


def arrow(clerk):
    link = clerk.desk.journey.links[0]
    clerk.desk.select([link.id])
    return link


def test_an_arrow_has_kind_label_and_ends_that_lead_to_its_cards_in_lines_as_high_as_their_words(clerk, inspector):
    link = arrow(clerk)
    clerk.choose("kind", "Leads to")
    clerk.enter("label", "then")
    now = find(clerk.desk.journey.links, link.id)
    assert (now.kind, now.label) == ("leads", "then")
    link = arrow(clerk)
    section = clerk.pane.findChild(Answers)
    ends = [line for line in section.findChildren(Jump) if line.isVisible()]
    assert [line.card_id for line in ends] == [link.source, link.target]
    assert ends[0].accessibleName().startswith("From: ")
    arrow(clerk)
    for width in (240, 300, 500):
        inspector.resize(width, 900)
        QApplication.processEvents()
        lines = [line for line in clerk.pane.findChild(Answers).findChildren(Jump) if line.isVisible()]
        assert [line.height() for line in lines] == [line.heightForWidth(line.width()) for line in lines]


def test_nothing_selected_shows_the_map_things_of_several_sorts_are_counted_and_each_sort_has_one_pane(
    clerk, inspector
):
    assert inspector.heading.title.text() == "Map"
    assert clerk.text("title") == "An evening at Osteria Lume"
    clerk.desk.select([clerk.lane("pains").id, clerk.id("No sign"), clerk.desk.journey.stages[0].id])
    assert inspector.heading.title.text() == "3 things"
    assert inspector.heading.place.text() == "Pain point 1 · Lane 1 · Stage 1"
    lane(clerk)
    first = inspector.pane
    clerk.select("No sign")
    lane(clerk, "actions")
    assert inspector.pane is first
    assert clerk.text("title") == "Actions"


OF_A_MAP = [
    ("title", "Another evening"),
    ("subtitle", "Second visit"),
    ("date", "2027-01"),
    ("version", "4"),
    ("owner", "Kitchen"),
    ("review", "2027-06-30"),
    ("scenario", "Comes again."),
    ("expectations", "The same table."),
]


def test_the_map_is_described_and_has_a_status_and_a_persona(clerk):
    for path, typed in OF_A_MAP:
        clerk.enter(path, typed)
        assert (path, getattr(clerk.desk.journey, path)) == (path, typed)
    clerk.choose("status", "Ideal journey")
    clerk.choose("persona", "Paolo")
    named = find(clerk.desk.project.personas, clerk.desk.journey.persona)
    assert (clerk.desk.journey.status, named.name) == ("ideal", "Paolo")
