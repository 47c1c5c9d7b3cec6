"""The table of actions."""

from collections import Counter
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop import resources
from desktop.actions import (
    chapters,
    enable,
    fill_context,
    fill_menus,
    fill_native,
    make_actions,
    top_groups,
)
from desktop.acts import ACTS, CHOICES, MENUS
from desktop.canvas.keys import KEYS
from desktop.panels.icons import icon

PLACES = {"card", "marker", "link", "stage", "step", "lane", "cell", "paper", "tab", "panel"}


@pytest.fixture
def words():
    return resources.words("en")


@pytest.fixture
def called():
    return []


@pytest.fixture
def window(qtbot, called):
    """Its parts note by name what is called, and with what."""
    window = QWidget()
    qtbot.addWidget(window)
    for act in ACTS:
        *parts, name = act.handler.split(".")
        owner = window
        for part in parts:
            owner.__dict__.setdefault(part, SimpleNamespace())
            owner = getattr(owner, part)
        setattr(owner, name, lambda *given, name=name: called.append((name, *given)))
    return window


@pytest.fixture
def actions(window, words):
    return make_actions(window, (window,), words, lambda: QPoint(10, 10))


@pytest.fixture
def menu(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


def texts(menu):
    return [action.text() for action in menu.actions()]


def test_ids_are_unique():
    assert max(Counter(act.id for act in ACTS).values()) == 1


def test_no_shortcut_is_used_twice():
    keys = Counter(QKeySequence(keys).toString() for act in ACTS for keys in act.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_shortcut_is_one():
    assert all(QKeySequence(keys).toString() for act in ACTS for keys in act.shortcuts)


def test_everything_in_menus_has_a_shortcut():
    assert [act.id for act in ACTS if not act.shortcuts] == []


def test_every_group_is_in_one_menu():
    groups = Counter(group for groups in MENUS.values() for group in groups)
    assert max(groups.values()) == 1
    assert {act.group for act in ACTS} <= set(groups)


def test_every_place_has_a_menu():
    assert {place for act in ACTS for place in act.at.split()} <= PLACES


def test_every_choice_has_words(words):
    assert [code for choices in CHOICES.values() for code in choices.values() if words(code) == code] == []
    assert {act.each for act in ACTS if act.each} <= set(CHOICES)


def test_every_icon_is_drawn(qapp):
    assert [act.id for act in ACTS if act.icon and icon(act.icon).isNull()] == []


def test_the_top_row_is_in_its_order(actions):
    row = [action.text() for group in top_groups(actions) for action in group]
    assert row[:3] == ["Undo", "Redo", "Save"]


def test_words_come_from_the_catalogue(actions):
    assert actions["open"].text() == "Open…"
    assert [id_ for id_, action in actions.items() if action.text().startswith("action.")] == []


def test_a_tool_tip_names_the_shortcut(actions):
    assert actions["open"].toolTip() == "Open (Ctrl+O)"


def test_the_menus_hold_every_action_once(menu, actions, words):
    fill_menus(menu, actions, words)
    shown = [action for each in menu.actions() for action in each.menu().actions() if not action.isSeparator()]
    assert sorted(map(id, shown)) == sorted(map(id, actions.values()))
    assert all(each.text() and not each.text().startswith("menu.") for each in menu.actions())


def test_without_menus_at_the_top_of_the_screen_there_is_no_bar(window, actions, words):
    fill_native(window, actions, words)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QMenuBar) == []


def test_a_bar_holds_the_same_menus(qtbot, actions, words, menu):
    bar = QMenuBar()
    qtbot.addWidget(bar)
    fill_menus(bar, actions, words)
    fill_menus(menu, actions, words)
    assert texts(bar) == texts(menu)


def test_groups_are_parted_by_lines(menu, actions, words):
    fill_menus(menu, actions, words)
    for each in menu.actions():
        lines = [action.isSeparator() for action in each.menu().actions()]
        assert not lines[0]
        assert not lines[-1]
        assert not any(one and other for one, other in pairwise(lines))


@pytest.mark.parametrize("place", sorted(PLACES))
def test_a_context_menu_holds_what_is_for_its_place(menu, actions, place):
    fill_context(menu, actions, place)
    there = [action for action in menu.actions() if not action.isSeparator()]
    order = [act for groups in MENUS.values() for group in groups for act in ACTS if act.group == group]
    assert there == [actions[act.id] for act in order if place in act.at.split()]


def test_a_context_menu_leaves_out_what_is_not_possible(menu, actions):
    enable(actions, {"map", "thing", "lane"})
    fill_context(menu, actions, "lane")
    assert actions["hide_lanes"] in menu.actions()
    assert actions["group_lanes"] not in menu.actions()


def test_an_action_needs_what_it_works_on(actions):
    enable(actions, {"map"})
    assert actions["fit"].isEnabled()
    assert not actions["hide_lanes"].isEnabled()
    enable(actions, {"map", "lane"})
    assert actions["hide_lanes"].isEnabled()


def test_an_action_is_ticked_by_how_things_are(actions):
    enable(actions, {"map", "lane", "locked"})
    assert actions["lock_lanes"].isChecked()
    enable(actions, {"map", "lane"})
    assert not actions["lock_lanes"].isChecked()


def test_a_choice_tells_which(actions, called):
    empty = actions["mark_empty"].menu()
    assert texts(empty) == ["nothing", "– (nothing there)", "? (not asked yet)"]
    empty.actions()[2].trigger()
    assert called == [("mark_empty", "?")]


def book_of(actions, words):
    """The lines by the titles of their chapters; no key of the map is pressed here."""
    return {chapter.title: chapter.lines for chapter in chapters(actions, None, words)}


@pytest.fixture
def book(actions, words):
    return book_of(actions, words)


def line(book, chapter, text):
    return next(line for line in book[chapter] if line.text == text)


def test_the_sheet_has_a_chapter_for_every_menu_and_one_for_the_map(book, words):
    assert list(book) == [*(words(f"menu.{name}") for name in MENUS), "On the map"]


def test_every_action_is_in_the_sheet(book, actions):
    said = [line.text for lines in book.values() for line in lines]
    plain = [action.text().rstrip("…") for action in actions.values() if action.menu() is None]
    assert set(plain) <= set(said)


def test_every_choice_is_in_the_sheet_with_its_keys(book):
    assert line(book, "Arrange", "Turn into: Pain point").keys == ("F4, P",)
    assert line(book, "Insert", "Lane below: Quotes").keys == ()


def test_every_key_of_the_map_is_in_the_sheet(book):
    assert len(book["On the map"]) == len(KEYS)
    assert all(line.keys and not line.text.startswith("key.") for line in book["On the map"])


def test_a_line_runs_its_action(book, called):
    line(book, "Edit", "Redo").run()
    line(book, "Arrange", "Empty cells: nothing").run()
    assert called == [("redo",), ("mark_empty", "")]


def test_a_line_says_whether_it_is_possible(actions, words):
    enable(actions, {"map"})
    book = book_of(actions, words)
    assert not line(book, "Arrange", "Hide lane").possible
    assert line(book, "View", "Fit").possible


def test_several_shortcuts_are_all_told(book):
    assert line(book, "Edit", "Redo").keys == ("Ctrl+Shift+Z", "Ctrl+Y")
