"""Editions in their order, and of which map they are: by mouse, by menu and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.poster.editionrow import EditionRow
from desktop.document.base import changed, in_order
from desktop.document.edits.editions import add_edition, assign_edition

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def row(qtbot, desk):
    """Three editions of whichever map is shown; the middle one is shown."""
    for title in ("Wall", "Board", "Handout"):
        desk.edit("New", add_edition(desk.project, title, new_id=desk.new_id, settings={"paper": "A3"}))
    made = EditionRow(desk)
    qtbot.addWidget(made)
    made.resume(ident(desk, "Board"))
    return made


@pytest.fixture
def second(desk):
    """The id of another map of the project."""
    other = changed(desk.journey, id="other", title="The way home", rank="zz")
    desk.edit("Map", changed(desk.project, maps=(*desk.project.maps, other)))
    return "other"


def ident(desk, title):
    return next(each.id for each in desk.project.editions if each.title == title)


def titles(desk):
    return [each.title for each in in_order(desk.project.editions)]


def listed(row):
    return [row.pick.itemText(at) for at in range(3)]


def enabled(row):
    return {name for name, act in row.acts.items() if act.isEnabled()}


@pytest.mark.parametrize(("way", "order"), [("up", "BWH"), ("down", "WHB")])
def test_an_edition_is_moved_among_the_others(row, desk, way, order):
    row.acts[way].trigger()
    assert "".join(title[0] for title in titles(desk)) == order
    assert listed(row) == titles(desk)
    assert row.pick.currentText() == "Board"


def test_a_move_is_one_step_that_can_be_taken_back(row, desk):
    row.acts["up"].trigger()
    desk.undo()
    assert titles(desk) == ["Wall", "Board", "Handout"]


def test_at_its_end_of_the_list_it_goes_no_further(row, desk):
    for _ in range(2):
        row.move_by(-1)
    assert titles(desk) == ["Board", "Wall", "Handout"]
    assert enabled(row) == {"save_as", "rename", "remove", "down", "assign"}


def test_what_is_no_edition_yet_cannot_be_moved(row, desk):
    row.resume("preset:wall")
    row.move_by(1)
    assert titles(desk) == ["Wall", "Board", "Handout"]
    assert enabled(row) == {"save_as"}


def test_editions_of_other_maps_are_passed_over(row, desk, second):
    desk.edit("Map", assign_edition(desk.project, ident(desk, "Wall"), second))
    row.show_editions()
    row.move_by(-1)
    assert titles(desk) == ["Wall", "Board", "Handout"]
    row.move_by(1)
    assert titles(desk) == ["Wall", "Handout", "Board"]


@pytest.mark.parametrize(("key", "order"), [(Qt.Key.Key_Up, "BWH"), (Qt.Key.Key_Down, "WHB")])
def test_keys_move_it_too(qtbot, row, desk, key, order):
    with qtbot.waitActive(row):
        row.show()
    QTest.keyClick(row.pick, key, BOTH)
    assert "".join(title[0] for title in titles(desk)) == order


def test_the_menu_names_the_maps_and_ticks_the_one_that_is_printed(row, second):
    row.show_editions()
    acts = row.menu.maps.actions()
    assert [act.text() for act in acts] == ["Whichever is shown", "An evening at Osteria Lume", "The way home"]
    assert [act.isChecked() for act in acts] == [True, False, False]


def test_an_edition_is_given_to_the_map_that_is_shown(row, desk, second):
    row.menu.maps.actions()[1].trigger()
    assert row.edition.map == desk.map_id
    assert [act.isChecked() for act in row.menu.maps.actions()] == [False, True, False]
    row.menu.maps.actions()[0].trigger()
    assert row.edition.map == ""


def test_given_to_another_map_it_is_found_there(row, desk, second, qtbot):
    row.show_editions()
    with qtbot.waitSignal(row.told) as told:
        row.menu.maps.actions()[2].trigger()
    assert told.args == ["“Board” prints “The way home” from now on, and is found there."]
    assert row.pick.findText("Board") < 0
    desk.show_map(second)
    row.show_editions()
    assert row.pick.findText("Board") >= 0


def test_the_menu_is_opened_and_used_by_keys(qtbot, row, desk):
    with qtbot.waitActive(row):
        row.show()
    row.menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
    for _ in range(3):
        QTest.keyClick(row.menu, Qt.Key.Key_Down)
    assert row.menu.activeAction() is row.acts["up"]
    QTest.keyClick(row.menu, Qt.Key.Key_Return)
    assert titles(desk) == ["Board", "Wall", "Handout"]


def test_nothing_is_moved_in_a_project_that_is_only_read(row, desk):
    desk.session.read_only = True
    row.show_editions()
    assert enabled(row) == set()
