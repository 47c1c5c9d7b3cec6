"""The panel of hints, by real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.facts import edit_map
from desktop.panels.counsel.rows import Sort


@pytest.fixture
def bare(window):
    """The map without persona, scenario and review."""
    desk = window.desk
    fields = {"persona": "", "scenario": "", "review": ""}
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, **fields))


@pytest.fixture
def panel(bare, read):
    return read("coach")


def keys(panel):
    return [row.key for row in panel.rows]


def test_the_keys_open_it(window, counsel):
    QTest.keyClick(window.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    assert counsel.panels["coach"].list.hasFocus()


def test_hints_have_a_reason_and_lead_to_the_cards_or_the_fields_that_they_are_about(panel, window):
    assert keys(panel)[:2] == ["persona", "scenario"]
    assert all(row.aside and row.sort is Sort.FINDING for row in panel.rows)
    panel.click("unmeasured")
    assert {card.kind for card in window.desk.chosen.cards} == {"opportunity"}
    assert panel.list.hasFocus()
    panel.choose("scenario")
    panel.press(Qt.Key.Key_Return)
    assert window.desk.selected == frozenset()
    assert window.inspector.isAncestorOf(window.focusWidget())


def test_delete_or_the_button_dismisses_a_hint_for_this_map_and_it_can_be_had_again(panel, window):
    panel.choose("scenario")
    panel.press(Qt.Key.Key_Delete)
    assert "scenario" not in keys(panel)
    assert window.desk.journey.hushed == ("scenario",)
    assert panel.list.chosen.key == "unmeasured"
    assert panel.panel.again.text() == "Show dismissed hints (1)"
    panel.choose("persona")
    QTest.mouseClick(panel.panel.away, Qt.MouseButton.LeftButton)
    assert set(window.desk.journey.hushed) == {"persona", "scenario"}
    QTest.mouseClick(panel.panel.again, Qt.MouseButton.LeftButton)
    panel.panel.refresh()
    assert {"persona", "scenario"} <= set(keys(panel))
    assert not panel.panel.again.isVisible()


def test_undo_brings_a_hint_back_and_what_was_put_right_is_gone(panel, window, qtbot):
    panel.choose("persona")
    panel.press(Qt.Key.Key_Delete)
    window.undo()
    qtbot.waitUntil(lambda: "persona" in keys(panel))
    desk = window.desk
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, scenario="A birthday"))
    qtbot.waitUntil(lambda: "scenario" not in keys(panel))


def test_where_all_is_well_nothing_can_be_dismissed(panel, window):
    for key in keys(panel):
        panel.choose(key)
        panel.press(Qt.Key.Key_Delete)
    assert panel.texts() == ["Nothing to hint at. Well done."]
    assert not panel.panel.away.isVisible()
    assert not panel.panel.away.isEnabled()


def test_a_review_that_is_due_leads_to_its_panel(panel, window, counsel):
    desk = window.desk
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, review="2020-01-01"))
    panel.panel.refresh()
    panel.choose("review_due")
    panel.press(Qt.Key.Key_Return)
    assert counsel.panels["review"].isVisible()
