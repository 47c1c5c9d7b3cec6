import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.desk.album import guessed
from desktop.panels.photos.corners import REACH, CornerEditor

SIZE = (2000, 1000)
CORNERS = ((200.0, 100.0), (1800.0, 120.0), (1780.0, 900.0), (220.0, 880.0))
LEFT, CONTROL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot):
    """With all four points, at 800 × 500 px and with the keyboard."""
    editor = CornerEditor("corners")
    qtbot.addWidget(editor)
    editor.resize(800, 500)
    show(editor, CORNERS)
    editor.show()
    editor.activateWindow()
    qtbot.waitActive(editor)
    editor.setFocus()
    return editor


def show(editor, corners):
    image = QImage(500, 250, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    editor.show_photo(image, SIZE, corners, guessed(*SIZE))


def drag(editor, start, end):
    QTest.mousePress(editor, LEFT, pos=start)
    QTest.mouseMove(editor, (start + end) / 2)
    QTest.mouseMove(editor, end)
    QTest.mouseRelease(editor, LEFT, pos=end)


def test_the_photo_keeps_its_shape(editor):
    assert editor.area.width() / editor.area.height() == pytest.approx(2.0)


def test_a_dragged_point_goes_along(editor):
    start = editor.at(1).toPoint()
    drag(editor, start, start + QPoint(-40, 25))
    scale = SIZE[0] / editor.area.width()
    assert editor.corners[1] == pytest.approx((1800.0 - 40 * scale, 120.0 + 25 * scale), abs=0.01)
    assert (editor.corners[0], *editor.corners[2:]) == (CORNERS[0], *CORNERS[2:])


def test_each_move_is_told(editor, qtbot):
    with qtbot.waitSignal(editor.moved):
        QTest.keyClick(editor, Qt.Key.Key_Right)


@pytest.mark.parametrize(("held", "far"), [(Qt.KeyboardModifier.NoModifier, 0.1), (SHIFT, 1.0), (CONTROL, 10.0)])
def test_an_arrow_key_moves_a_tenth_of_a_pixel(editor, held, far):
    QTest.keyClick(editor, Qt.Key.Key_3)
    QTest.keyClick(editor, Qt.Key.Key_Left, held)
    QTest.keyClick(editor, Qt.Key.Key_Up, held)
    assert editor.corners[2] == pytest.approx((1780.0 - far, 900.0 - far))


@pytest.mark.parametrize("number", range(4))
def test_digits_choose_a_point(editor, number):
    QTest.keyClick(editor, Qt.Key(Qt.Key.Key_1 + number))
    assert editor.chosen == number


def test_a_press_on_a_handle_moves_nothing(editor):
    QTest.mouseClick(editor, LEFT, pos=editor.at(2).toPoint() + QPoint(5, 5))
    assert editor.corners == CORNERS
    assert editor.chosen == 2


def test_a_press_beside_all_handles_does_nothing_where_none_is_missing(editor):
    QTest.mouseClick(editor, LEFT, pos=editor.rect().center())
    assert editor.corners == CORNERS


def test_other_buttons_do_nothing(editor):
    QTest.mousePress(editor, Qt.MouseButton.RightButton, pos=editor.at(0).toPoint())
    QTest.mouseMove(editor, editor.at(0).toPoint() + QPoint(60, 60))
    assert editor.corners == CORNERS


def test_a_point_stays_in_the_photo(editor):
    drag(editor, editor.at(0).toPoint(), QPoint(1, 1))
    assert editor.corners[0] == (0.0, 0.0)


def test_a_click_puts_the_missing_point(editor):
    show(editor, (*CORNERS[:2], None, CORNERS[3]))
    assert editor.chosen == 2
    there = editor.at(2).toPoint() + QPoint(2 * REACH, 2 * REACH)
    QTest.mouseClick(editor, LEFT, pos=there)
    assert None not in editor.corners
    assert editor.at(2).toPoint() == there


def test_a_click_on_the_guess_takes_it(editor):
    show(editor, (*CORNERS[:2], None, CORNERS[3]))
    QTest.mouseClick(editor, LEFT, pos=editor.at(2).toPoint())
    assert editor.corners[2] == pytest.approx(guessed(*SIZE)[2], abs=3.0)


def test_four_clicks_in_any_order_are_the_corners_in_order(editor):
    show(editor, CORNERS)
    points = [editor.at(corner).toPoint() for corner in range(4)]
    show(editor, (None,) * 4)
    for at in (2, 0, 3, 1):
        QTest.mouseClick(editor, LEFT, pos=points[at])
    assert [editor.at(corner).toPoint() for corner in range(4)] == points


def test_the_loupe_shows_what_is_under_the_point(editor):
    before = editor.grab().toImage()
    editor.clearFocus()
    assert editor.grab().toImage() != before


def test_crossed_points_are_shown_in_red(editor):
    editor.clearFocus()
    before = editor.grab().toImage()
    show(editor, (CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3]))
    assert editor.grab().toImage() != before


def test_without_a_photo_there_is_nothing_to_take_hold_of(editor):
    editor.show_photo(QImage(), (1, 1), (None,) * 4, guessed(1, 1))
    QTest.mouseClick(editor, LEFT, pos=editor.rect().center())
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.corners == (None,) * 4
