"""The tray without a mouse."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.document.cards import Card
from desktop.document.journey import Cluster
from desktop.panels.tray.faces import CardField

Key, Keys = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().setText("")


def note(name):
    return Card(id=name, kind="note", text=name)


def names(side):
    return [line.card.id if line.card else line.section for line in side.view.rows.lines]


def test_groups_stand_over_their_cards_and_the_parking_lot_comes_last(side):
    assert names(side) == ["g1", "n1", "n2", "g2", "t1", "x1", "/parking", "k1"]


def test_typed_notes_come_in_one_after_the_other(side):
    side.panel.take_focus()
    for text in ("late", "cold"):
        QTest.keyClicks(side.panel.line, text)
        QTest.keyClick(side.panel.line, Key.Key_Return)
    assert [side.view.rows.lines[row].card.text for row in (3, 4)] == ["late", "cold"]
    assert side.panel.line.toPlainText() == ""


def test_pasted_lines_are_notes_in_one_step(side, clipboard):
    clipboard.setText("- late\n- cold\n- dark")
    before = side.desk.project
    QTest.keyClick(side.panel.line, Key.Key_V, Keys.ControlModifier)
    assert len(side.groups[""]) == 5
    side.desk.undo()
    assert side.desk.project is before


def test_a_pasted_word_is_mere_text(side, clipboard):
    data = QMimeData()
    data.setText("late\n")
    clipboard.setMimeData(data)
    QTest.keyClick(side.panel.line, Key.Key_V, Keys.ControlModifier)
    assert side.panel.line.toPlainText() == "late"
    assert side.desk.session.undoable is None


def test_enter_sends_one_card_after_the_other_to_the_slot(side):
    side.desk.aim(side.spot("pains", "Hears about it"))
    side.pick("n1")
    side.key(Key.Key_Return)
    side.key(Key.Key_Return)
    assert side.standing("pains", "Hears about it") == ["n1", "n2"]


def test_enter_sends_all_that_are_selected(side):
    side.desk.aim(side.spot("pains", "Hears about it"))
    side.pick("n1", "n2")
    side.key(Key.Key_Return)
    assert side.standing("pains", "Hears about it") == ["n1", "n2"]


def test_a_heading_sends_its_group(side):
    side.desk.aim(side.spot("actions", "Eats"))
    side.pick("g2")
    side.key(Key.Key_Return)
    assert "t1" in side.standing("touchpoints", "Eats")
    assert "x1" in side.standing("actions", "Eats")
    assert list(side.groups) == [""]


def test_shift_enter_turns_cards_into_what_the_lane_takes(side):
    side.desk.aim(side.spot("pains", "Hears about it"))
    side.pick("t1")
    side.key(Key.Key_Return, Keys.ShiftModifier)
    assert side.standing("pains", "Hears about it") == ["t1"]


def test_ctrl_enter_asks_for_lane_and_step(side):
    side.pick("n1")
    side.key(Key.Key_Return, Keys.ControlModifier)
    prompt = side.panel.prompt
    QTest.keyClicks(prompt.field, "pain hears")
    QTest.keyClick(prompt.field, Key.Key_Return)
    assert side.standing("pains", "Hears about it") == ["n1"]
    assert not prompt.isVisible()


def test_arrows_choose_among_the_cells_that_are_found(side):
    side.pick("n1")
    side.key(Key.Key_Return, Keys.ControlModifier)
    prompt = side.panel.prompt
    QTest.keyClicks(prompt.field, "pain")
    QTest.keyClick(prompt.field, Key.Key_Down)
    assert prompt.list.currentRow() == 1
    QTest.keyClick(prompt.field, Key.Key_Up)
    QTest.keyClick(prompt.field, Key.Key_Up)
    assert prompt.list.currentRow() == prompt.list.count() - 1
    prompt.close()


def test_g_groups_and_the_title_is_written_at_once(side):
    side.pick("n2", "x1")
    side.key(Key.Key_G)
    field = side.view.viewport().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Waiting")
    QTest.keyClick(field, Key.Key_Return)
    assert side.groups == {"": ["n1"], "Phone": ["t1"], "Waiting": ["n2", "x1"]}


def test_g_on_headings_makes_one_group_of_them(side):
    side.pick("g2", "g1")
    side.key(Key.Key_G)
    assert side.groups == {"": ["n1", "n2", "t1", "x1"]}


def test_f2_renames_a_group(side):
    side.pick("g2")
    side.key(Key.Key_F2)
    field = side.view.viewport().findChild(QLineEdit)
    assert field.text() == "Phone"
    field.selectAll()
    QTest.keyClicks(field, "App")
    QTest.keyClick(field, Key.Key_Return)
    assert list(side.groups) == ["", "App"]


def test_f2_rewrites_a_card_and_shift_enter_begins_a_line(side):
    side.pick("n1")
    side.key(Key.Key_F2)
    field = side.view.viewport().findChild(CardField)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Key.Key_Return, Keys.ShiftModifier)
    QTest.keyClicks(field, "two")
    QTest.keyClick(field, Key.Key_Return)
    assert side.view.rows.lines[1].card.text == "one\ntwo"


def test_what_is_being_written_can_be_handed_in(side):
    side.pick("n1")
    side.key(Key.Key_F2)
    QTest.keyClicks(side.view.viewport().findChild(CardField), "changed")
    side.panel.commit()
    assert side.view.rows.lines[1].card.text == "changed"


def test_delete_takes_cards_and_groups_away(side):
    side.pick("n1", "g2")
    side.key(Key.Key_Delete)
    assert side.groups == {"": ["n2"]}
    assert side.parked == ["k1"]


def test_delete_on_the_parking_lot_leaves_it(side):
    side.pick("/parking")
    side.key(Key.Key_Delete)
    assert side.parked == ["k1"]


def test_p_parks_and_brings_back(side):
    side.pick("n1")
    side.key(Key.Key_P)
    assert side.parked == ["k1", "n1"]
    side.pick("k1")
    side.key(Key.Key_P)
    assert side.groups[""] == ["n2", "k1"]


def test_arrows_walk_and_fold(side):
    side.pick("g1")
    side.key(Key.Key_Left)
    assert names(side)[:2] == ["g1", "g2"]
    side.key(Key.Key_Right)
    side.key(Key.Key_Down)
    assert [card.id for card in side.view.deeds.cards] == ["n1"]


def test_alt_arrows_move_a_card_from_group_to_group(side):
    side.pick("n1")
    side.key(Key.Key_Down, Keys.AltModifier)
    assert side.groups[""] == ["n2", "n1"]
    side.key(Key.Key_Down, Keys.AltModifier)
    assert side.groups == {"": ["n2"], "Phone": ["n1", "t1", "x1"]}
    side.key(Key.Key_Up, Keys.AltModifier)
    assert side.groups[""] == ["n2", "n1"]


def test_alt_arrows_move_a_group(side):
    side.pick("g2")
    side.key(Key.Key_Up, Keys.AltModifier)
    assert list(side.groups) == ["Phone", ""]


def test_escape_goes_back_to_the_map(side):
    side.pick("n1")
    side.key(Key.Key_Escape)
    assert side.canvas.hasFocus()
    side.panel.take_focus()
    QTest.keyClicks(side.panel.line, "x")
    QTest.keyClick(side.panel.line, Key.Key_Escape)
    assert side.panel.line.hasFocus()
    QTest.keyClick(side.panel.line, Key.Key_Escape)
    assert side.canvas.hasFocus()


def test_an_empty_tray_has_a_sentence_and_takes_notes(make):
    side = make((), ())
    assert names(side) == []
    side.view.grab()
    QTest.keyClicks(side.panel.line, "first")
    QTest.keyClick(side.panel.line, Key.Key_Return)
    assert len(names(side)) == 3


def test_the_parking_lot_keeps_its_name(side):
    side.pick("/parking")
    side.key(Key.Key_F2)
    assert side.view.viewport().findChild(QLineEdit) is None


def test_a_file_that_is_only_read_is_not_written_in(side):
    refused = []
    side.desk.session.refused.connect(lambda: refused.append(True))
    side.desk.session.read_only = True
    side.pick("n1")
    side.key(Key.Key_F2)
    assert refused == [True]
    assert side.view.viewport().findChild(CardField) is None


def test_a_note_among_thousands_costs_one_row(make):
    many = Cluster(id="g1", cards=tuple(note(f"n{at:04}") for at in range(5000)))
    side = make((many,), ())
    before, came = list(side.view.rows.lines), []
    side.view.rows.rowsInserted.connect(lambda _parent, first, last: came.append(last - first + 1))
    side.view.rows.rowsRemoved.connect(lambda *_: came.append("removed"))
    side.panel.note(["one more"])
    assert came == [1]
    assert all(now is then for now, then in zip(side.view.rows.lines, before[:5001], strict=False))


def test_a_tray_that_is_not_seen_does_nothing(side):
    side.panel.hide()
    rows = list(side.view.rows.lines)
    side.desk.undo()
    side.panel.note(["late"])
    assert side.view.rows.lines == rows
    side.panel.show()
    assert len(side.view.rows.lines) == len(rows) + 1
