"""The palette: kinds in groups, clicked or dragged onto the map."""

import pytest
from hands import Table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.document.edits.lanes import add_lane
from desktop.document.things import things
from desktop.panels.palette import GROUPS, Palette, used_kinds

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def table(qtbot, sample):
    return Table(qtbot, sample)


@pytest.fixture
def palette(table):
    return table.palette


def names(palette):
    return [entry.text() for entry in palette.shown]


def cards(table):
    return {card.id: card for lane in table.desk.journey.lanes for card in lane.cards}


def drag(table, kind, to):
    """From the palette's entry to a point of the canvas' viewport, without letting go."""
    entry = table.palette.entries[kind]
    start = entry.rect().center()
    QTest.mousePress(entry, LEFT, NONE, start)
    end = entry.mapFromGlobal(table.canvas.viewport().mapToGlobal(to))
    for share in range(1, 9):
        QTest.mouseMove(entry, start + (end - start) * share / 8)
    return entry, end


def drop(table, kind, to):
    entry, end = drag(table, kind, to)
    QTest.mouseRelease(entry, LEFT, NONE, end)


def test_the_kinds_of_the_lanes_are_shown(palette):
    assert names(palette)[:4] == ["Stage", "Step", "Lane", "Touchpoint"]
    assert "Picture" not in names(palette)
    assert palette.captions["customer"].text() == "CUSTOMER"


def test_the_others_unfold(palette):
    QTest.mouseClick(palette.more, LEFT)
    assert {"Picture", "Note", "Need", "Channel"} <= set(names(palette))
    QTest.mouseClick(palette.more, LEFT)
    assert "Picture" not in names(palette)


def test_every_kind_is_in_one_group(palette):
    kinds = [kind for group in GROUPS.values() for kind in group]
    assert len(kinds) == len(set(kinds)) == len(palette.entries)


def test_a_lane_of_another_kind_brings_its_entry(table, palette):
    table.desk.attempt("Add", lambda p: add_lane(p, table.desk.map_id, "images", "", new_id=table.desk.new_id))
    assert "Picture" in names(palette)
    table.desk.undo()
    assert "Picture" not in names(palette)


def test_used_kinds_are_those_of_the_lanes_and_structure(table):
    lanes = tuple(lane for lane in table.desk.journey.lanes if lane.kind in ("actions", "emotions"))
    few = table.desk.journey.model_copy(update={"lanes": lanes})
    assert used_kinds(few) == {"stage", "step", "lane", "action", "emotion"}


def test_an_entry_says_what_it_does(palette):
    entry = palette.entries["pain"]
    assert entry.accessibleName() == "Pain point"
    assert "(F4, P)" in entry.toolTip()
    assert entry.letter == "P"
    assert "F4" not in palette.entries["need"].toolTip()


def test_a_click_writes_a_card_at_the_slot(table):
    table.aim("pains")
    before = cards(table)
    QTest.mouseClick(table.palette.entries["pain"], LEFT)
    QTest.keyClicks(table.canvas.writer, "Too loud")
    table.canvas.stop_writing()
    (new,) = cards(table).keys() - before.keys()
    assert (cards(table)[new].kind, cards(table)[new].text) == ("pain", "Too loud")


def test_a_click_places_an_emotion_at_once(table):
    table.aim("emotions")
    QTest.mouseClick(table.palette.entries["emotion"], LEFT)
    assert table.canvas.writer is None
    assert len(things(table.desk.journey, table.desk.selected).markers) == 1


def test_a_click_leaves_the_keyboard_with_the_map(table):
    table.aim("emotions")
    table.canvas.setFocus()
    QTest.mouseClick(table.palette.entries["emotion"], LEFT)
    assert table.canvas.hasFocus()


def test_a_drop_places_where_it_is_dropped(table):
    before = cards(table)
    drop(table, "pain", table.cell("pains", 3))
    QTest.keyClicks(table.canvas.writer, "No light")
    table.canvas.stop_writing()
    (new,) = cards(table).keys() - before.keys()
    assert cards(table)[new].first == table.step(3)


def test_what_is_carried_is_seen_before_the_drop(table):
    entry, end = drag(table, "pain", table.cell("pains", 3))
    assert table.canvas.scene.project is not table.desk.project
    QTest.mouseRelease(entry, LEFT, NONE, end)
    table.canvas.writer.leave()
    assert table.desk.session.undoable is None


def test_escape_ends_a_drag_without_a_trace(table):
    entry, end = drag(table, "pain", table.cell("pains", 3))
    QTest.keyClick(table.canvas, Qt.Key.Key_Escape)
    assert table.canvas.scene.project is table.desk.project
    QTest.mouseRelease(entry, LEFT, NONE, end)
    assert table.canvas.writer is None
    assert table.desk.session.undoable is None


def test_a_drop_on_the_palette_itself_is_none(table):
    entry = table.palette.entries["pain"]
    QTest.mousePress(entry, LEFT, NONE, QPoint(20, 10))
    for x in (30, 60, 90):
        QTest.mouseMove(entry, QPoint(x, 10))
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(90, 10))
    assert table.canvas.writer is None
    assert table.desk.session.undoable is None


def test_a_little_move_is_still_a_click(table):
    table.aim("emotions")
    entry = table.palette.entries["emotion"]
    QTest.mousePress(entry, LEFT, NONE, QPoint(20, 10))
    QTest.mouseMove(entry, QPoint(23, 11))
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(23, 11))
    assert len(table.desk.selected) == 1


def test_the_map_does_not_scroll_while_one_carries_out_of_the_palette(table, qtbot):
    table.canvas.zoom_actual()
    table.canvas.scroll_to(400, 0)
    entry = table.palette.entries["pain"]
    QTest.mousePress(entry, LEFT, NONE, QPoint(20, 10))
    QTest.mouseMove(entry, QPoint(60, 10))
    qtbot.wait(60)
    assert table.canvas.view.scroll[0] == 400
    QTest.mouseRelease(entry, LEFT, NONE, QPoint(60, 10))


def test_another_button_neither_places_nor_carries(table):
    entry = table.palette.entries["pain"]
    QTest.mousePress(entry, Qt.MouseButton.RightButton, NONE, QPoint(20, 10))
    QTest.mouseMove(entry, QPoint(120, 10))
    QTest.mouseRelease(entry, Qt.MouseButton.RightButton, NONE, QPoint(120, 10))
    assert table.canvas.writer is None


def test_arrows_go_from_entry_to_entry(palette):
    palette.entries["stage"].setFocus()
    QTest.keyClick(palette.entries["stage"], Qt.Key.Key_Down)
    assert palette.entries["step"].hasFocus()
    QTest.keyClick(palette.entries["step"], Qt.Key.Key_Up)
    QTest.keyClick(palette.entries["stage"], Qt.Key.Key_Up)
    assert palette.more.hasFocus()


def test_enter_places(table):
    table.aim("emotions")
    entry = table.palette.entries["emotion"]
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert len(table.desk.selected) == 1


def test_a_hidden_palette_follows_when_it_is_seen_again(table, palette):
    palette.hide()
    table.desk.attempt("Add", lambda p: add_lane(p, table.desk.map_id, "images", "", new_id=table.desk.new_id))
    assert "Picture" not in names(palette)
    palette.show()
    assert "Picture" in names(palette)


def test_without_a_map_nothing_can_be_placed(qtbot, sample):
    bare = sample.project.model_copy(update={"maps": ()})
    table = Table(qtbot, sample, bare)
    assert not table.palette.isEnabled()


def test_a_picture_is_chosen_and_not_written(qtbot, table):
    asked = []
    palette = Palette(table.desk, table.canvas, resources.style("screen"), lambda: asked.append("picture"))
    qtbot.addWidget(palette)
    palette.show()
    QTest.mouseClick(palette.more, LEFT)
    QTest.mouseClick(palette.entries["picture"], LEFT)
    assert asked == ["picture"]
    assert table.canvas.writer is None
