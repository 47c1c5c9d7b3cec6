"""The panel of what is known, by real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.base import changed
from desktop.document.cards import Evidence
from desktop.document.edits.cards import edit_cards
from desktop.panels.counsel.rows import Sort


@pytest.fixture
def panel(read):
    return read("coverage")


def stage(window, title):
    return next(each for each in window.desk.journey.stages if each.title == title)


def test_the_keys_open_it(window, counsel):
    QTest.keyClick(window.canvas, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert counsel.panels["coverage"].list.hasFocus()


def test_it_says_how_much_is_known_on_the_map_and_in_each_stage_and_lane(panel):
    assert panel.texts()[0] == "41 % of 104 statements rest on research or measurement"
    states = [(row.text, row.aside) for row in panel.rows if row.sort is Sort.STATE]
    assert ("Measurement", "7") in states
    assert sum(int(count) for _, count in states) == 104
    shares = {row.text: row.aside for row in panel.rows if row.sort is Sort.SHARE}
    assert list(shares)[:6] == ["Discover", "Decide", "Arrive", "Dine", "Leave", "Return"]
    assert shares["Actions"] == "94 %"
    assert "Opportunities" not in shares


def test_a_click_on_a_stage_shows_it_and_enter_goes_on_the_map(panel, window):
    panel.click("Leave")
    assert window.desk.selected == {stage(window, "Leave").id}
    assert panel.list.hasFocus()
    window.desk.select(())
    panel.choose("Leave")
    panel.press(Qt.Key.Key_Return)
    assert window.canvas.hasFocus()
    assert window.desk.selected == {stage(window, "Leave").id}


def test_what_to_find_out_next_leads_to_the_card_and_is_gone_when_it_was_found_out(panel, window, qtbot):
    panel.click("Taxi number nowhere to be found")
    (card,) = window.desk.chosen.cards
    assert card.text == "Taxi number nowhere to be found"
    desk, proof = window.desk, Evidence(state="research")
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, (card.id,), evidence=proof))
    qtbot.waitUntil(lambda: card.text not in panel.texts())


def test_only_what_is_known_and_bars_on_the_map_are_switches(panel, window):
    QTest.mouseClick(panel.panel.only, Qt.MouseButton.LeftButton)
    assert window.desk.lens.evidence == {"research", "measurement"}
    QTest.keyClick(window.canvas, Qt.Key.Key_F9, Qt.KeyboardModifier.AltModifier)
    assert window.desk.lens.evidence == frozenset()
    panel.panel.refresh()
    assert not panel.panel.only.isChecked()
    QTest.mouseClick(panel.panel.draw, Qt.MouseButton.LeftButton)
    assert window.desk.journey.shows == ("coverage",)
    assert window.canvas.scene.layout.stage_places[0].bar is not None
    window.undo()
    panel.panel.refresh()
    assert not panel.panel.draw.isChecked()


def test_a_map_without_statements_says_what_counts(panel, window):
    desk = window.desk
    bare = tuple(changed(lane, cards=(), markers=()) for lane in desk.journey.lanes)
    desk.attempt("x", lambda whole: changed(whole, maps=(changed(desk.journey, lanes=bare, links=()),)))
    panel.panel.refresh()
    (said,) = panel.texts()
    assert said.startswith("Nothing is stated on this map yet")


def test_a_panel_out_of_sight_reads_nothing(panel, window, counsel, monkeypatch):
    counsel.coverage()
    before = panel.rows
    window.desk.attempt("x", lambda whole: changed(whole, maps=()))
    panel.panel._follow()
    assert not panel.panel._soon.isActive()
    assert panel.rows == before
