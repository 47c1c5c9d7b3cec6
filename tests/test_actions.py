"""The table of actions."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop import resources
from desktop.actions import ACTS, MENU, TOP, fill_menu, make_actions, of_group
from desktop.resources import interface_icons


@pytest.fixture
def words():
    return resources.words("en")


@pytest.fixture
def window(qtbot):
    class Bare(QWidget):
        def __getattr__(self, name):
            return lambda: None

    window = Bare()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window, words):
    return make_actions(window, words)


def test_ids_are_unique():
    assert max(Counter(act.id for act in ACTS).values()) == 1


def test_no_shortcut_is_used_twice():
    keys = Counter(QKeySequence(keys).toString() for act in ACTS for keys in act.shortcuts)
    assert max(keys.values()) == 1


def test_every_shortcut_is_one():
    assert all(QKeySequence(keys).toString() for act in ACTS for keys in act.shortcuts)


def test_every_group_is_in_the_menu():
    assert {act.group for act in ACTS} == set(MENU)


def test_every_icon_is_drawn():
    assert {act.icon for act in ACTS if act.icon} <= set(interface_icons())


def test_the_top_row_is_in_its_order():
    assert [act.id for act in TOP] == ["undo", "redo", "open", "save", "fit"]


def test_words_come_from_the_catalogue(actions):
    assert actions["open"].text() == "Open…"
    assert not any(action.text().startswith("action.") for action in actions.values())


def test_a_tool_tip_names_the_shortcut(actions):
    assert actions["open"].toolTip() == "Open (Ctrl+O)"
    assert actions["export_svg"].toolTip() == "Poster as SVG"


def test_the_menu_holds_every_action_once(qtbot, actions, words):
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, actions, words)
    export = next(action.menu() for action in menu.actions() if action.menu())
    assert export.title() == "Export"
    shown = [action for action in (*menu.actions(), *export.actions()) if action.text() and not action.menu()]
    assert sorted(action.text() for action in shown) == sorted(action.text() for action in actions.values())
    assert len(list(of_group("export"))) == len(export.actions()) == 3
