"""The frame over a picture is moved and sized by mouse and keys, and never leaves the picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop import resources
from desktop.dialogs.crop import LEAST, WHOLE, CropDialog, Cut

SHIFT = Qt.KeyboardModifier.ShiftModifier
MIDDLE = (0.25, 0.25, 0.75, 0.75)


def dialog_on(qtbot, crop=MIDDLE, fit="fit"):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    dialog = CropDialog(image, Cut(crop, fit), resources.words("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.frame.setFocus()
    return dialog


@pytest.fixture
def dialog(qtbot):
    return dialog_on(qtbot)


def drag(frame, start, by):
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(frame, start.toPoint() + by / 2)
    QTest.mouseMove(frame, start.toPoint() + by)
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=start.toPoint() + by)


def test_the_frame_stands_where_the_picture_was_cut(dialog):
    area, frame = dialog.frame.area, dialog.frame.frame
    assert area.width() / area.height() == pytest.approx(2, abs=0.02)
    assert frame.width() == pytest.approx(area.width() / 2)


def test_it_is_dragged_as_a_whole(dialog):
    frame = dialog.frame
    drag(frame, frame.frame.center(), QPoint(round(frame.area.width() / 10), 0))
    assert dialog.cut.crop == pytest.approx((0.35, 0.25, 0.85, 0.75), abs=0.02)


def test_a_corner_sizes_it(dialog):
    frame = dialog.frame
    drag(frame, frame.frame.bottomRight(), QPoint(round(frame.area.width() / 10), -round(frame.area.height() / 10)))
    assert dialog.cut.crop == pytest.approx((0.25, 0.25, 0.85, 0.65), abs=0.02)


def test_beside_it_nothing_is_held(dialog):
    drag(dialog.frame, dialog.frame.area.topLeft(), QPoint(40, 40))
    assert dialog.cut.crop == MIDDLE


def test_arrows_move_and_size_it(dialog):
    QTest.keyClick(dialog.frame, Qt.Key.Key_Left)
    QTest.keyClick(dialog.frame, Qt.Key.Key_Down, SHIFT)
    assert dialog.cut.crop == pytest.approx((0.24, 0.25, 0.74, 0.76))


def test_the_whole_picture_again(dialog):
    QTest.mouseClick(dialog.whole, Qt.MouseButton.LeftButton)
    assert dialog.cut.crop == WHOLE


def test_the_frame_may_be_filled(qtbot):
    dialog = dialog_on(qtbot, fit="fill")
    assert dialog.cut.fit == "fill"
    QTest.keyClick(dialog.fit, Qt.Key.Key_Up)
    assert dialog.cut.fit == "fit"


def test_what_is_outside_is_shaded(dialog):
    picture = dialog.frame.grab().toImage()
    inside, outside = dialog.frame.frame.center().toPoint(), dialog.frame.area.topLeft().toPoint() + QPoint(9, 9)
    assert picture.pixelColor(inside).name() == "#008080"
    assert picture.pixelColor(outside).lightness() < picture.pixelColor(inside).lightness()


@given(st.lists(st.tuples(st.sampled_from(["Left", "Right", "Up", "Down"]), st.booleans()), max_size=60))
def test_it_never_leaves_the_picture(qapp, keys):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    dialog = CropDialog(image, Cut((0.0, 0.9, 0.1, 1.0), "fit"), resources.words("en"))
    for name, sizing in keys:
        QTest.keyClick(
            dialog.frame, getattr(Qt.Key, f"Key_{name}"), SHIFT if sizing else Qt.KeyboardModifier.NoModifier
        )
    left, top, right, bottom = dialog.cut.crop
    assert left >= 0
    assert left + LEAST <= right + 1e-9
    assert right <= 1 + 1e-9
    assert top >= 0
    assert top + LEAST <= bottom + 1e-9
    assert bottom <= 1 + 1e-9
    dialog.deleteLater()
