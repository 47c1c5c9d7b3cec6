"""What lies over the map, pixel by pixel."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas import marks
from desktop.canvas.marks import Slotted

RECT = QRectF(40, 30, 60, 40)


@pytest.fixture
def drawn(qapp):
    def draw(mark, *arguments):
        image = QImage(160, 110, QImage.Format.Format_RGB32)
        image.fill(QColor("#FDEAF0"))
        painter = QPainter(image)
        mark(painter, *arguments)
        painter.end()
        return image

    return draw


def names(image, points):
    return [image.pixelColor(*at).name() for at in points]


def test_a_selection_is_blue_outside_a_white_line(drawn):
    image = drawn(marks.selection, RECT, 0)
    assert names(image, [(70, 29), (70, 27), (70, 24)]) == ["#ffffff", "#2f6bff", "#fdeaf0"]


def test_a_selected_card_has_a_wash(drawn):
    assert names(drawn(marks.selection, RECT, 4), [(70, 50)]) == ["#ede0f1"]


def test_what_is_left_out_stays_as_it_is(drawn):
    def with_a_hole(painter):
        marks.leave_out(painter, QRectF(90, 20, 20, 16))
        marks.selection(painter, RECT, 0)

    assert names(drawn(with_a_hole), [(95, 27), (70, 27), (70, 50)]) == ["#fdeaf0", "#2f6bff", "#ede0f1"]


def test_a_slot_is_dashed(drawn):
    image = drawn(marks.slot, Slotted((RECT,)), 0)
    line = names(image, [(x, 30) for x in range(42, 98)])
    assert line.count("#2f6bff") > 20
    assert sum(name != "#2f6bff" for name in line) > 12


def test_every_slot_is_drawn(drawn):
    image = drawn(marks.slot, Slotted((QRectF(10, 10, 30, 20), QRectF(100, 60, 30, 20))), 0)
    assert names(image, [(25, 20), (115, 70)]) == ["#ede0f1"] * 2


def test_the_caption_stands_under_the_first_slot(drawn):
    bare, told = drawn(marks.slot, Slotted((RECT,)), 0), drawn(marks.slot, Slotted((RECT,), "→ Touchpoints"), 0)
    assert names(bare, [(50, 78)]) == ["#fdeaf0"]
    below = [told.pixelColor(x, y).name() for x in range(41, 150) for y in range(75, 98)]
    assert "#2f6bff" in below
    assert below.count("#ffffff") > 10


def test_a_caption_is_as_wide_as_its_words(drawn):
    def width(text):
        image = drawn(marks.caption, QPointF(5, 5), text)
        return sum(image.pixelColor(x, 8).name() == "#2f6bff" for x in range(160))

    assert width("A long caption") > width("short") > 0


def test_a_lifted_card_has_a_shadow_and_a_white_ground(drawn):
    image = drawn(marks.lifted_ground, RECT, 4, 1)
    assert names(image, [(70, 50)]) == ["#ffffff"]
    assert image.pixelColor(70, 72).lightness() < QColor("#FDEAF0").lightness()
    assert names(image, [(70, 100)]) == ["#fdeaf0"]


def test_under_a_lifted_card_others_peep_out(drawn):
    one, three = (drawn(marks.lifted_ground, RECT, 4, count) for count in (1, 3))
    assert one.pixelColor(104, 60).name() != "#ffffff"
    assert "#2f6bff" in names(three, [(x, 60) for x in range(100, 112)])


def test_a_band_is_a_thin_frame(drawn):
    image = drawn(marks.band, RECT)
    assert names(image, [(70, 30), (70, 50)]) == ["#2f6bff", "#ede0f1"]
