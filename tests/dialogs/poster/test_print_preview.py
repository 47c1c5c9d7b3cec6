"""The preview: whole or close, and what is drawn over it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.poster.marks import Mark
from desktop.dialogs.poster.preview import LARGEST, Preview
from desktop.dialogs.poster.proof import Panel
from desktop.layout.places import Rect
from desktop.paint.raster import Raster
from desktop.plan.page import MM
from desktop.plan.seams import Obstacle
from desktop.plan.settings import Tiling
from desktop.plan.tiles import SheetSize, plan

SHEET = (400.0, 300.0)
CARD = Mark(Rect(100.0, 100.0, 40.0, 20.0), "warning", "c1")
INK = Obstacle("map", "ink", Rect(0.0, 0.0, *SHEET))
STAGE = Mark(Rect(90.0, 90.0, 200.0, 100.0), "error", "s1")


@pytest.fixture
def preview(qtbot):
    widget = Preview("Preview")
    qtbot.addWidget(widget)
    widget.resize(640, 520)
    widget.show()
    with qtbot.waitActive(widget):
        widget.activateWindow()
    return widget


@pytest.fixture
def wanted(preview):
    told = []
    preview.wanted.connect(lambda scale, part: told.append((scale, part)))
    return told


def panel(tiles=None, bleed=0.0):
    sheet = (SHEET[0] + 2 * bleed, SHEET[1] + 2 * bleed)
    return Panel("", SHEET, sheet, (bleed, bleed), tiles, None)


def tiled():
    return plan(*SHEET, (INK,), Tiling("A4"), SheetSize(210.0, 297.0))


def blue(width=80, height=60):
    """A picture that is blue all over."""
    return Raster(width, height, 4 * width, bytes((255, 0, 0, 255)) * width * height, 1.0)


def at(preview, x, y):
    """The colour of a place on the sheet, given by its shares of both sides."""
    sheet = preview._sheet()
    point = QPointF(sheet.x() + x * sheet.width(), sheet.y() + y * sheet.height()).toPoint()
    return preview.grab().toImage().pixelColor(point)


def turn(preview, up, keys=Qt.KeyboardModifier.NoModifier):
    middle = QPointF(preview.rect().center())
    no, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(preview, QWheelEvent(middle, middle, QPoint(), QPoint(0, 120 * up), no, keys, phase, False))


def test_a_sheet_is_fitted_whole_into_the_middle(preview):
    preview.show_sheet(SHEET)
    sheet = preview._sheet()
    assert preview.fitted
    assert sheet.center() == QPointF(320, 260)
    assert sheet.width() / sheet.height() == pytest.approx(4 / 3)


def test_it_asks_for_as_many_pixels_as_are_seen(preview, wanted, qtbot):
    preview.show_sheet(SHEET)
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [(preview.scale, None)]


def test_the_picture_fills_the_sheet(preview):
    preview.show_sheet(SHEET)
    preview.show_picture(blue(), None)
    assert at(preview, 0.5, 0.5) == QColor(0, 0, 255)


def test_the_old_picture_stands_until_the_new_one_is_there(preview):
    preview.show_sheet(SHEET)
    preview.show_picture(blue(), None)
    preview.show_sheet((406.0, 306.0))
    assert at(preview, 0.5, 0.5) == QColor(0, 0, 255)
    preview.show_sheet((300.0, 400.0))
    assert at(preview, 0.5, 0.5) == QColor(Qt.GlobalColor.white)


@pytest.mark.parametrize(("key", "closer"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_keys_go_closer_but_not_further_away_than_the_whole(preview, key, closer):
    preview.show_sheet(SHEET)
    before = preview.scale
    QTest.keyClick(preview, key)
    assert (preview.scale > before) == closer


def test_closer_it_asks_for_what_is_seen_only(preview, wanted, qtbot):
    preview.show_sheet(SHEET)
    preview.show_picture(blue(), None)
    for _ in range(6):
        QTest.keyClick(preview, Qt.Key.Key_Plus)
    wanted.clear()
    qtbot.waitUntil(lambda: bool(wanted))
    scale, (left, top, width, height) = wanted[-1]
    assert scale == preview.scale
    assert left > 0
    assert top > 0
    assert width * scale == pytest.approx(640, abs=1)
    assert height * scale == pytest.approx(520, abs=1)


def test_nothing_is_closer_than_a_finger(preview):
    preview.show_sheet(SHEET)
    for _ in range(60):
        QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.scale == LARGEST
    QTest.keyClick(preview, Qt.Key.Key_0)
    assert preview.fitted


def test_the_wheel_goes_closer_with_ctrl_and_scrolls_without(preview):
    preview.show_sheet(SHEET)
    turn(preview, 8, Qt.KeyboardModifier.ControlModifier)
    scale, middle = preview.scale, preview._middle
    assert not preview.fitted
    turn(preview, -1)
    assert preview.scale == scale
    assert preview._middle[1] > middle[1]


def test_the_point_under_the_pointer_stays(preview):
    preview.show_sheet(SHEET)
    point = QPointF(150, 200)
    before = preview._at(point)
    preview.zoom_by(3.0, point)
    assert preview._at(point) == pytest.approx(before)


def test_arrow_keys_and_a_drag_move_what_is_close(preview):
    preview.show_sheet(SHEET)
    preview.zoom_by(4.0)
    before = preview._middle
    QTest.keyClick(preview, Qt.Key.Key_Right)
    assert preview._middle[0] > before[0]
    QTest.mousePress(preview, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(preview, QPoint(340, 300))
    QTest.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=QPoint(340, 300))
    assert preview._middle[0] < before[0] + 60 / preview._sheet().width()


def test_a_double_click_goes_closer_and_back(preview):
    preview.show_sheet(SHEET)
    QTest.mouseDClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(320, 260))
    assert not preview.fitted
    QTest.mouseDClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(320, 260))
    assert preview.fitted


def test_it_never_leaves_the_sheet(preview):
    preview.show_sheet(SHEET)
    preview.zoom_by(4.0)
    for _ in range(200):
        QTest.keyClick(preview, Qt.Key.Key_Left)
    assert preview._middle[0] == 0.0


def test_it_goes_to_a_mark(preview):
    preview.show_sheet(SHEET, panel())
    preview.show_marks((CARD,))
    preview.go_to(CARD)
    place = preview._on_screen(CARD.rect)
    assert place.center().x() == pytest.approx(320)
    assert place.center().y() == pytest.approx(260)


def test_what_has_no_place_shows_the_whole(preview):
    preview.show_sheet(SHEET, panel())
    preview.zoom_by(3.0)
    preview.go_to(Mark(None, "warning"))
    assert preview.fitted


def test_a_click_on_a_mark_is_told_the_smallest_first(preview):
    told = []
    preview.touched.connect(told.append)
    preview.show_sheet(SHEET, panel())
    preview.show_marks((STAGE, CARD))
    inside = preview._on_screen(CARD.rect).center().toPoint()
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=inside)
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert told == [CARD]


def test_marks_are_ringed(preview):
    preview.show_sheet(SHEET, panel())
    before = preview.grab().toImage()
    preview.show_marks((CARD,))
    ringed = preview.grab().toImage()
    assert ringed != before
    preview.go_to(CARD)
    preview.fit()
    assert preview.grab().toImage() != ringed


def test_seams_are_drawn_where_the_sheets_meet(preview):
    preview.show_sheet(SHEET, panel(tiled()))
    seam = tiled().xs[0] / SHEET[0]
    assert at(preview, seam, 0.25).blue() > 200
    assert at(preview, seam, 0.25).red() < 120
    assert at(preview, 0.02, 0.25) == QColor(Qt.GlobalColor.white)


def test_the_edge_after_cutting_is_drawn_inside_the_bleed(preview):
    preview.show_sheet(panel(bleed=10).sheet, panel(bleed=10))
    trim = preview._on_screen(Rect(0.0, 0.0, *SHEET))
    assert trim.width() == pytest.approx(SHEET[0] * MM * preview.scale)
    reds = [preview.grab().toImage().pixelColor(round(trim.left()), round(trim.top()) + y).red() for y in range(40)]
    assert min(reds) < 255


def test_a_sentence_stands_where_there_is_nothing_to_see(preview):
    empty = preview.grab().toImage()
    preview.show_message("There is no such paper.")
    assert preview.grab().toImage() != empty
    preview.zoom_by(2.0)
    assert preview.grab().toImage() != empty


def test_a_sheet_without_ink_is_greyed(preview):
    left = plan(*SHEET, (INK._replace(rect=Rect(0.0, 0.0, 50.0, 300.0)),), Tiling("A4"), SheetSize(210.0, 297.0))
    assert any(tile.blank for tile in left.tiles)
    preview.show_sheet(SHEET, panel(left))
    assert at(preview, 0.7, 0.5) != QColor(Qt.GlobalColor.white)
