import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.tools import window_rect
from desktop.layout.places import Rect
from desktop.panels.photos.underlay import Underlay

SIZE = (1400, 900)


@pytest.fixture
def underlay(panel):
    """With the walk of the window, switched on."""
    made = Underlay()
    made.walk, made.on = panel.walk, True
    return made


def painted(underlay, viewer):
    """What it paints over a white window."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    underlay.paint(painter, viewer)
    painter.end()
    return image


def inked(image, box):
    """Whether anything but white is in a box."""
    part = image.copy(box.toRect())
    blank = QImage(part.size(), QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    return part != blank


def box_of(window, row, column):
    layout = window.canvas.scene.layout
    where, there = layout.rows[row], layout.columns[column]
    return window_rect(window.canvas.view, Rect(there.x, where.y, there.width, where.height))


def test_a_note_is_seen_in_its_cell_of_the_map_and_nowhere_else_and_switched_off_or_without_a_walk_nothing_is(
    underlay, window
):
    image = painted(underlay, window.canvas)
    seen = {
        (row, column): inked(image, box_of(window, row, column)) for row, column in ((0, 0), (0, 2), (0, 1), (2, 3))
    }
    assert seen == {(0, 0): True, (0, 2): True, (0, 1): False, (2, 3): False}
    box = box_of(window, 0, 0)
    assert not inked(image, box.translated(-box.width(), 0).adjusted(2, 2, -2, -2))
    middle = image.pixelColor(box.center().toPoint())
    assert middle.red() > 200, "what is under it shines through"
    assert middle.blue() < middle.red()
    for walk, on in ((underlay.walk, False), (None, True)):
        underlay.walk, underlay.on = walk, on
        assert (on, inked(painted(underlay, window.canvas), window.canvas.rect().toRectF())) == (on, False)


def test_pieces_are_cut_out_once_anew_when_straightened_otherwise_and_not_when_out_of_sight(
    underlay, window, monkeypatch
):
    cut, album = [], underlay.walk.album
    lifted = album.lifted
    monkeypatch.setattr(album, "lifted", lambda cell, scale: cut.append(cell.address) or lifted(cell, scale))
    before = painted(underlay, window.canvas)
    first = len(cut)
    painted(underlay, window.canvas)
    assert len(cut) == first > 0
    album.set_corners(0, tuple((x + 120.0, y) for x, y in album.shots[0].corners))
    underlay.forget()
    assert painted(underlay, window.canvas) != before
    cut = []
    monkeypatch.setattr(underlay.walk.album, "lifted", lambda cell, _scale: cut.append(cell.address))
    window.canvas.zoom_to(3.0)
    window.canvas.scroll_to(0, 0)
    painted(underlay, window.canvas)
    assert "M9" not in cut
