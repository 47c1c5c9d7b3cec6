"""Something happens while a card of the matrix is in the hand, or nothing may be changed: all stays sound."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.maps import add_map

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


@pytest.fixture
def lifted(finger):
    """“Allergen” in the hand over a cell that is not its own; it is let go in the end."""
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    yield finger.card("Allergen")
    finger.release(finger.cell(1, 1))


@pytest.fixture
def told(desk):
    found = []
    desk.said.connect(found.append)
    return found


def remove(desk, card):
    desk.attempt("x", lambda whole: remove_cards(whole, desk.map_id, (card,)))


def test_a_card_that_is_deleted_meanwhile_is_let_go(finger, desk, lifted):
    remove(desk, lifted)
    assert not finger.matrix.dragging
    assert finger.board.backlog.project is desk.project


def test_moving_on_after_the_card_is_gone_does_nothing(finger, desk, lifted, told):
    remove(desk, lifted)
    after = desk.project
    finger.move(finger.cell(5, 5))
    assert finger.board.backlog.project is after
    assert told == []


def test_letting_go_after_the_card_is_gone_is_no_step(finger, desk, lifted):
    remove(desk, lifted)
    label = desk.session.undoable.label
    finger.release(finger.cell(1, 1))
    assert desk.session.undoable.label == label


def test_another_map_takes_the_card_out_of_the_hand(finger, desk, lifted, told):
    desk.attempt("x", lambda whole: add_map(whole, "Empty", new_id=desk.new_id))
    desk.show_map(next(one.id for one in desk.project.maps if one.title == "Empty"))
    before = desk.project
    finger.move(QPoint(100, 100))
    finger.release(QPoint(100, 100))
    assert desk.project is before
    assert (finger.matrix.dragging, told) == (False, [])


def test_escape_puts_it_back_and_the_next_drag_counts(finger, desk):
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    QTest.keyClick(finger.matrix, Key.Key_Escape)
    finger.release(finger.cell(1, 1))
    finger.drag("Allergen", 2, 2)
    assert finger.grades("Allergen") == (2, 2)


def test_after_escape_moving_on_lifts_nothing(finger, desk, lifted):
    QTest.keyClick(finger.matrix, Key.Key_Escape)
    finger.move(finger.cell(3, 3))
    assert not finger.matrix.dragging
    assert finger.grades("Allergen") == (5, 3)


def test_keys_do_not_move_what_is_in_the_hand(finger, desk, lifted):
    QTest.keyClick(finger.matrix, Key.Key_Up)
    assert desk.session.undoable is None
    assert finger.grades("Allergen") == (1, 1)


def test_undo_with_a_card_in_the_hand_takes_back_the_step_before(finger, desk):
    finger.drag("Pay at", 1, 1)
    finger.press("Allergen")
    finger.move(finger.cell(2, 2))
    QTest.keyClick(finger.board, Key.Key_Z, CTRL)
    assert finger.board.backlog.grades(finger.card("Pay at")) == (3, 2)
    finger.release(finger.cell(2, 2))
    assert desk.session.undoable is None or desk.session.undoable.label.startswith("Judge “Allergen")


def test_undo_to_the_beginning_while_it_is_open(finger, desk, table):
    before, shown = desk.project, [line.card for line in table.lines.lines]
    for grades in ((1, 1), (2, 4), (5, 5)):
        finger.drag("Allergen", *grades)
    for _ in range(3):
        QTest.keyClick(finger.board, Key.Key_Z, CTRL)
    assert desk.project == before
    assert [line.card for line in table.lines.lines] == shown


def test_an_edit_from_elsewhere_does_not_end_the_drag(finger, desk, lifted):
    other = finger.card("Pay at")
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, (other,), owner="Ana"))
    assert finger.matrix.dragging
    finger.move(finger.cell(2, 2))
    finger.release(finger.cell(2, 2))
    assert finger.grades("Allergen") == (2, 2)
    assert desk.journey is not None


def test_another_tab_ends_the_drag(finger, desk, lifted):
    before = desk.project
    finger.board.tabs.setCurrentIndex(1)
    assert finger.board.backlog.project is before
    assert not finger.matrix.dragging


def test_closing_the_window_ends_the_drag(finger, desk, lifted):
    before = desk.project
    finger.board.close()
    assert finger.board.backlog.project is before


def test_the_other_button_lifts_nothing(finger, desk):
    QTest.mousePress(finger.matrix, RIGHT, pos=finger.on("Allergen"))
    finger.move(finger.cell(1, 1))
    QTest.mouseRelease(finger.matrix, RIGHT, pos=finger.cell(1, 1))
    assert desk.session.undoable is None


def test_a_tremble_is_no_drag(finger, desk):
    at = finger.on("Allergen")
    finger.press("Allergen")
    QTest.mouseMove(finger.matrix, at + QPoint(2, 1))
    assert not finger.matrix.dragging
    finger.release(at + QPoint(2, 1))
    assert desk.session.undoable is None


def test_a_drag_there_and_back_is_no_step(finger, desk):
    home = finger.on("Allergen")
    finger.press("Allergen")
    finger.move(finger.cell(1, 1))
    finger.move(home)
    finger.release(home)
    assert (finger.grades("Allergen"), desk.session.undoable) == ((5, 3), None)


def test_a_drag_into_the_tray_takes_the_judgement_back(finger, desk):
    finger.board.backlog.set_value(finger.card("Pay at"), "promise", None, "x")
    tray = finger.matrix.places.tray.center().toPoint()
    finger.press("Allergen")
    finger.move(tray)
    finger.release(tray)
    assert finger.grades("Allergen") == (0, 0)


@pytest.fixture
def locked(desk, finger):
    """All lanes are."""
    for lane in desk.journey.lanes:
        desk.attempt("x", lambda whole, lane=lane.id: lock_lane(whole, desk.map_id, lane, True))
    return desk.project


def test_a_card_of_a_locked_lane_goes_nowhere_and_says_why(finger, desk, locked, told):
    finger.drag("Allergen", 1, 1)
    assert desk.project is locked
    assert any("locked" in sentence for sentence in told)


def test_keys_move_nothing_in_a_locked_lane(finger, desk, locked, told):
    finger.matrix.select(finger.card("Allergen"))
    QTest.keyClick(finger.matrix, Key.Key_Down)
    assert desk.project is locked
    assert len(told) == 1


@pytest.fixture
def fixed(desk):
    """The project may only be read."""
    desk.session.read_only = True
    return desk.project


def test_nothing_is_dragged_in_a_project_to_be_read(finger, desk, fixed):
    finger.drag("Allergen", 1, 1)
    assert desk.project is fixed
    assert finger.grades("Allergen") == (5, 3)


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right])
def test_no_key_moves_anything_in_a_project_to_be_read(finger, desk, fixed, key):
    finger.matrix.select(finger.card("Allergen"))
    QTest.keyClick(finger.matrix, key)
    assert desk.project is fixed


def test_a_deleted_card_is_the_current_one_no_more(finger, desk):
    card = finger.card("Allergen")
    finger.matrix.select(card)
    remove(desk, card)
    assert finger.matrix.current == ""
    assert finger.matrix.accessibleDescription() == ""


def test_what_undo_brings_back_stands_where_it_stood(finger, desk):
    before = finger.on("Allergen")
    remove(desk, finger.card("Allergen"))
    desk.undo()
    assert finger.on("Allergen") == before


@pytest.mark.parametrize("language", ["en", "de"])
def test_corners_are_named_in_both_languages(language):
    words = resources.words(language)
    assert len({words(f"backlog.{code}") for code in ("first", "plan", "fill", "leave")}) == 4
