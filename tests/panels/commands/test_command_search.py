"""What a line finds: signs before it, what was used last, and what cannot be done now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop.desk.maps import Maps
from desktop.document.edits.cards import edit_cards
from desktop.panels.commands.rows import runs
from desktop.panels.commands.search import Deed, asked_of

ENTER = Qt.Key.Key_Return


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("zoom", ("", "zoom")),
        (">zoom", (">", "zoom")),
        (" @ tea ", ("@", "tea")),
        ("a > b", ("", "a > b")),
        ("", ("", "")),
    ],
)
def test_a_sign_stands_before_a_line(line, asked):
    assert asked_of(line) == asked


@pytest.mark.parametrize(
    ("query", "pieces"),
    [("tea", [("Green ", False), ("tea", True)]), ("", [("Green tea", False)]), ("xyz", [("Green tea", False)])],
)
def test_what_was_asked_for_is_bold(query, pieces):
    assert list(runs("Green tea", query)) == pieces


def test_an_action_comes_before_a_place_of_its_name(caller):
    caller.call("wait")
    assert caller.texts()[:2] == ["Waiter", "Waits for tea"]


def test_only_actions(caller):
    assert caller.call(">wait").texts() == ["Waiter"]


def test_only_places(caller):
    assert caller.call("@wait").texts() == ["Waits for tea"]


def test_all_places_of_an_empty_line(caller):
    found = set(caller.call("@").texts())
    assert {"Waits for tea", "Tea comes late", "Drinks up"} <= found
    assert "Undo" not in found


def test_letters_left_out_are_forgiven(caller):
    assert caller.call("zmin").texts()[0] == "Zoom in"


def test_what_cannot_be_done_is_not_offered(caller):
    caller.actions["Undo"].setEnabled(False)
    assert "Undo" not in caller.call().texts()
    caller.key(Qt.Key.Key_Escape)
    caller.actions["Undo"].setEnabled(True)
    assert "Undo" in caller.call().texts()


@pytest.mark.parametrize("enabled", [True, False])
def test_an_entry_of_a_menu_that_is_off_is_off(qapp, enabled):
    parent = QAction("More")
    parent.setEnabled(enabled)
    assert Deed("One", "More", "", QAction("One"), parent).possible == enabled


def test_the_latest_comes_first(caller):
    caller.call("zoom").key(ENTER)
    assert caller.call().texts()[0] == "Zoom in"
    caller.key(Qt.Key.Key_Escape)
    caller.call("redo").key(ENTER)
    assert caller.call().texts()[:2] == ["Redo", "Zoom in"]


def test_a_place_that_was_gone_to_is_among_the_latest(caller):
    caller.call("late").key(ENTER)
    assert caller.call().texts() == ["Tea comes late", "Undo", "Redo", "Zoom in", "Waiter"]


def test_the_latest_has_its_new_name(caller, desk):
    caller.call("late").key(ENTER)
    desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c2"], text="Cake comes"))
    assert caller.call().texts()[0] == "Cake comes"


def test_what_was_gone_to_on_another_map_does_not_come_before_its_like_here(caller, desk):
    caller.call("@late").key(ENTER)
    Maps(desk).duplicate_as_ideal()
    caller.call("@late").key(ENTER)
    assert desk.map_id != "m"


def test_a_card_is_told_with_what_it_is_and_where(caller):
    model = caller.call("@drinks").palette.list.model()
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Drinks up, Thought · ")


def test_beyond_the_rows_there_is_nothing(caller):
    palette = caller.call("zoom").palette
    assert palette.list.model().index(99, 0).data() is None
    assert palette.list.model().rowCount(palette.list.model().index(0, 0)) == 0


def test_the_chosen_row_looks_chosen(caller):
    rows = caller.call().palette.list
    before = rows.viewport().grab().toImage()
    caller.key(Qt.Key.Key_Down)
    after = rows.viewport().grab().toImage()
    tinted = rows.visualRect(rows.model().index(1, 0)).center()
    tinted.setY(tinted.y() - 13)
    assert before.pixel(tinted) != after.pixel(tinted)
