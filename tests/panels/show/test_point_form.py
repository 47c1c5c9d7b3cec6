"""What a point asks, and what it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.lanes import remove_lane


@pytest.fixture
def form(host):
    return host.panel.form


def chosen(field):
    return field.box.currentText()


def choose(field, text):
    """By the keyboard: down to the entry and Enter."""
    at = field.box.findText(text)
    field.box.setCurrentIndex(at)
    field.box.activated.emit(at)


def test_a_prompt_is_typed_and_handed_in_when_it_is_left(host, form):
    form.prompt.text.setFocus()
    QTest.keyClicks(form.prompt.text, "What do they do?")
    form.example.text.setFocus()
    assert host.agenda.points[0].prompt == "What do they do?"


def test_an_example_goes_with_it(host, form):
    form.example.text.setFocus()
    QTest.keyClicks(form.example.text, "Reads the menu")
    QTest.keyClick(form.example.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert host.agenda.points[0].example == "Reads the menu"


def test_another_row_hands_in_what_was_written(host, form):
    form.prompt.text.setFocus()
    QTest.keyClicks(form.prompt.text, "Why?")
    host.list.go_to(1)
    assert host.agenda.points[0].prompt == "Why?"
    assert form.prompt.text.toPlainText() == ""


def test_what_is_being_written_can_be_kept_for_a_crash(host, form):
    form.prompt.text.setFocus()
    QTest.keyClicks(form.prompt.text, "Why?")
    kept = host.desk.rehearse(host.panel.rehearse)
    assert [point.prompt for point in kept.maps[0].agenda if point.id == "g1"] == ["Why?"]
    assert host.agenda.points[0].prompt == ""


def test_lanes_are_offered_without_lines(form):
    offered = [form.lane.box.itemText(at) for at in range(form.lane.box.count())]
    assert offered == ["–", "Doing", "Emotions", "Thoughts", "Actions", "Notes"]


def test_the_lane_is_chosen_with_its_kind(host, form):
    choose(form.lane, "Thoughts")
    point = host.agenda.points[0]
    assert (point.lane, point.kind) == ("l-thoughts", "thoughts")


def test_no_lane_is_no_kind_either(host, form):
    choose(form.lane, "–")
    point = host.agenda.points[0]
    assert (point.lane, point.kind) == ("", "")


def test_a_lane_that_is_missing_is_to_be_made(host, form):
    host.desk.edit("", remove_lane(host.desk.project, "m", "l-emotions", new_id=host.desk.new_id))
    host.list.go_to(1)
    assert chosen(form.lane) == "Emotions (to be made)"
    choose(form.lane, "Thoughts")
    assert host.agenda.points[1].lane == "l-thoughts"


def test_the_form_of_a_point_is_chosen(host, form):
    choose(form.form, "In silence")
    assert host.agenda.points[0].form == "silent"


def test_stages_are_ticked(host, form):
    assert form.stages.text().strip() == "All stages"
    actions = form.stages.menu().actions()
    actions[1].trigger()
    assert (host.agenda.points[0].stages, form.stages.text().strip()) == (("s1",), "Stage 1")
    form.stages.menu().actions()[1].trigger()
    assert host.agenda.points[0].stages == ()


def test_it_follows_undo(host, form):
    choose(form.form, "Vote")
    host.desk.undo()
    assert chosen(form.form) == "Fill the lane"
