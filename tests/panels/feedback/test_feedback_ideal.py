"""The panel of feedback on a map of how it is meant to be: it says whose answers there are, and goes there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.base import changed


@pytest.fixture
def current(table):
    """The map shown at first, of which guests told."""
    return table.desk.map_id


@pytest.fixture
def ideal(table, panel, current):
    """The panel on an ideal map with nothing on it that answers are joined to."""
    desk = table.desk
    fields = {"id": "ideal", "status": "ideal", "title": "First & best", "origin": current, "rank": "z"}
    meant = changed(desk.journey, **fields, lanes=(), stages=())
    desk.edit("Maps", changed(desk.project, maps=(meant, *desk.project.maps)))
    desk.show_map("ideal")
    panel.refresh()
    return panel


def test_it_says_why_there_is_nothing(ideal):
    said = ideal.quiet.text()
    assert ideal.quiet.isVisible()
    assert said.startswith("“First & best · ideal” tells how it is meant to be.")
    assert "· current”" in said


def test_the_button_names_the_map_that_answers_are_about(ideal):
    assert ideal.real.isVisible()
    assert "· current" in ideal.real.text()


def test_the_keyboard_is_on_the_button(ideal):
    ideal.take_focus()
    assert ideal.real.hasFocus()


def test_a_click_goes_to_that_map(table, ideal, current):
    QTest.mouseClick(ideal.real, Qt.MouseButton.LeftButton)
    assert table.desk.map_id == current
    assert not ideal.real.isVisible()
    assert ideal.list.rows.entries
    assert ideal.list.hasFocus()


def test_the_space_bar_goes_there_too(table, ideal, current):
    ideal.take_focus()
    QTest.keyClick(ideal.real, Qt.Key.Key_Space)
    assert table.desk.map_id == current


def test_on_the_current_map_there_is_no_such_button(panel):
    assert not panel.real.isVisible()


def test_a_map_that_becomes_current_is_a_map_without_answers(table, ideal):
    desk = table.desk
    maps = tuple(changed(one, status="current") if one.id == "ideal" else one for one in desk.project.maps)
    desk.edit("Status", changed(desk.project, maps=maps))
    assert not ideal.real.isVisible()
    assert "filters" in ideal.quiet.text()


def test_without_any_answers_that_is_what_is_said(table, ideal):
    desk = table.desk
    desk.edit("Empty", changed(desk.project, surveys=()))
    assert ideal.quiet.text().startswith("No feedback yet.")
    assert not ideal.real.isVisible()
