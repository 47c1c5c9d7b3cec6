"""The chips of the matrix: between the frame of one that is chosen and its disc there is room."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.document.cards import Promise
from desktop.method.backlog import Entry
from desktop.panels.backlog.picture import paint_chip
from desktop.panels.backlog.places import DISC, WORDS, Chip
from desktop.panels.theme import colour
from grids import card

ENTRY = Entry(card(1, "opportunity", text="Book without a card", promise=Promise(impact=3, ease=3)), 9.0, 3)


def painted(qapp, box, *, words):
    """The picture of a chosen chip, with the keyboard on it."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chip(painter, Chip(ENTRY, box, words=words), chosen=True, focused=True)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (QRectF(10, 10, 130, WORDS), True),
        (QRectF(10, 10, 130, 60), True),
        (QRectF(10, 10, DISC, DISC), False),
    ],
)
def test_the_disc_keeps_clear_of_the_frame(qapp, box, words):
    image = painted(qapp, box, words=words)
    middle = round(box.center().y())
    assert image.pixelColor(round(box.x()) + 2, middle) == colour("chosen")
    if words is False:
        assert image.pixelColor(round(box.center().x()), round(box.y()) + 2) == colour("chosen")


def test_words_keep_within_a_low_chip(qapp):
    image = painted(qapp, QRectF(10, 10, 80, WORDS), words=True)
    below = [image.pixelColor(x, 10 + round(WORDS) + 1) for x in range(10, 90)]
    assert set(map(str, below)) == {str(colour("surface"))}
