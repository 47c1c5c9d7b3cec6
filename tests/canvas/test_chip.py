"""What is carried from the palette looks like what it will be."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas.chip import HEIGHT, chip, look_of
from desktop.document.kinds import CARD_KINDS

EVERY = (*(kind.key for kind in CARD_KINDS), "emotion", "stage", "step", "lane")


@pytest.fixture
def painted(qapp):
    """The picture of a chip, and where it is in it."""

    def paint(kind, name):
        image = QImage(300, 60, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        box = chip(painter, QPointF(10, 10), kind, name, resources.style("screen"))
        painter.end()
        return image, box

    return paint


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_has_its_own_colour_and_an_icon(painted, kind):
    image, box = painted(kind, "")
    edge = QColor(look_of(kind, resources.style("screen")).edge)
    inside = [image.pixelColor(x, y) for x in range(round(box.left()), round(box.right())) for y in range(14, 36)]
    assert sum(colour == edge for colour in inside) > 10
    assert box.height() == HEIGHT


def test_it_is_as_wide_as_its_name(painted):
    assert painted("pain", "Pain point")[1].width() > painted("pain", "Pain")[1].width()


def test_pills_are_round():
    style = resources.style("screen")
    assert [look_of(kind, style).round for kind in ("touchpoint", "pain", "stage")] == [True, False, False]
