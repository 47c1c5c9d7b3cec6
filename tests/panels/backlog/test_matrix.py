"""The matrix of impact and ease, worked by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.panels.backlog.places import FINGER

Key = Qt.Key


def keys(finger, *pressed):
    finger.matrix.setFocus()
    for key in pressed:
        QTest.keyClick(finger.matrix, key)


def test_a_drag_gives_other_grades_in_one_step(finger, desk):
    finger.drag("Allergen", 2, 1)
    assert finger.grades("Allergen") == (2, 1)
    desk.undo()
    assert finger.grades("Allergen") == (5, 3)
    assert desk.session.undoable is None


def test_while_dragging_the_table_ranks_as_it_would_be(finger, table, desk):
    finger.press("Tell the waiting")
    finger.move(finger.cell(1, 1))
    assert table.lines.lines[-1].card.text.startswith("Tell the waiting")
    assert desk.session.undoable is None
    finger.release(finger.cell(1, 1))


def test_while_dragging_the_card_stands_where_it_would_be(finger):
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    assert finger.matrix.places.cell(1, 1).contains(finger.on("Allergen"))
    finger.release(finger.cell(1, 1))


def test_escape_puts_it_back(finger, desk):
    before = desk.project
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    QTest.keyClick(finger.matrix, Key.Key_Escape)
    assert finger.grades("Allergen") == (5, 3)
    finger.release(finger.cell(1, 1))
    assert desk.project is before
    assert finger.board.isVisible()


def test_outside_the_matrix_it_stays_where_it_was(finger, desk):
    before = desk.project
    finger.press("Allergen")
    finger.move(QPoint(5, 5))
    finger.release(QPoint(5, 5))
    assert desk.project is before


def test_a_click_only_chooses(finger, table, desk):
    finger.press("Pay at the table")
    finger.release(finger.on("Pay at the table"))
    card = finger.card("Pay at the table")
    assert (finger.matrix.current, table.cards, desk.selected) == (card, [card], {card})
    assert desk.session.undoable is None


def test_a_click_beside_all_chooses_none(finger):
    finger.press("Allergen")
    finger.release(finger.on("Allergen"))
    QTest.mouseClick(finger.matrix, Qt.MouseButton.LeftButton, pos=finger.cell(5, 1))
    assert finger.matrix.current == ""


@pytest.mark.parametrize(
    ("key", "expected"), [(Key.Key_Up, (4, 2)), (Key.Key_Down, (2, 2)), (Key.Key_Right, (3, 3)), (Key.Key_Left, (3, 1))]
)
def test_arrow_keys_move_it_by_a_grade(finger, desk, key, expected):
    finger.matrix.select(finger.card("Pay at the table"))
    keys(finger, key)
    assert finger.grades("Pay at the table") == expected
    desk.undo()
    assert finger.grades("Pay at the table") == (3, 2)


def test_keys_go_from_card_to_card_by_rank_and_round(finger):
    finger.matrix.select("")
    first = [entry.card.id for entry in finger.board.backlog.entries]
    keys(finger, Key.Key_PageDown)
    assert finger.matrix.current == first[0]
    keys(finger, Key.Key_PageDown)
    assert finger.matrix.current == first[1]
    keys(finger, Key.Key_PageUp, Key.Key_PageUp)
    assert finger.matrix.current == first[-1]


def test_return_asks_for_it_on_the_map(finger, qtbot):
    finger.matrix.select(finger.card("Allergen"))
    with qtbot.waitSignal(finger.board.wanted) as asked:
        keys(finger, Key.Key_Return)
    assert asked.args == [finger.card("Allergen")]


def test_what_nobody_judged_waits_in_the_tray_and_is_dragged_in(finger, desk):
    finger.board.backlog.set_value(finger.card("Pay at"), "promise", None, "x")
    tray = finger.matrix.places.tray
    assert tray.contains(finger.on("Pay at"))
    finger.drag("Pay at", 4, 5)
    assert finger.grades("Pay at") == (4, 5)
    assert finger.matrix.places.tray.height() == 0


def test_the_tray_stays_while_its_last_card_is_in_the_hand(finger):
    finger.board.backlog.set_value(finger.card("Pay at"), "promise", None, "x")
    grid = finger.matrix.places.grid
    finger.press("Pay at")
    finger.move(finger.cell(4, 5))
    assert finger.matrix.places.grid == grid
    finger.release(finger.cell(4, 5))


def test_who_does_not_see_it_hears_where_it_stands(finger):
    finger.matrix.select(finger.card("Pay at"))
    said = finger.matrix.accessibleDescription()
    assert said == "Pay at the table by phone: impact 3, ease 2, number 8"


def test_many_in_one_cell_are_discs_within_it(finger):
    for entry in finger.board.backlog.entries:
        finger.board.backlog.place(entry.card.id, 3, 3)
    places = finger.matrix.places
    assert not any(chip.words for chip in places.chips)
    assert all(places.cell(3, 3).contains(chip.box) for chip in places.chips)


def test_chips_never_lie_over_each_other(finger):
    boxes = [chip.box for chip in finger.matrix.places.chips]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])


def test_it_paints_in_the_hand_and_at_rest(finger):
    at_rest = finger.matrix.grab().toImage()
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    lifted = finger.matrix.grab().toImage()
    finger.release(finger.cell(1, 1))
    assert at_rest != lifted


def test_hiding_the_window_ends_the_drag(finger, desk):
    before = desk.project
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    finger.board.hide()
    assert finger.board.backlog.project is before
    finger.release(finger.cell(1, 1))
    assert desk.project is before


def test_a_small_disc_is_dragged_from_beside_it(finger):
    for entry in finger.board.backlog.entries:
        finger.board.backlog.place(entry.card.id, 3, 3)
    chip = max(finger.matrix.places.chips, key=lambda each: (each.box.bottom(), each.box.right()))
    at = (chip.box.center() + QPointF(0, FINGER / 2 - 2)).toPoint()
    assert not chip.box.contains(QPointF(at))
    QTest.mousePress(finger.matrix, Qt.MouseButton.LeftButton, pos=at)
    for to in (finger.cell(2, 2), finger.cell(1, 1)):
        finger.move(to)
    finger.release(finger.cell(1, 1))
    assert finger.board.backlog.grades(chip.entry.card.id) == (1, 1)
