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


def test_a_note_is_seen_in_the_cell_of_the_map_that_it_belongs_to(underlay, window):
    image = painted(underlay, window.canvas)
    assert inked(image, box_of(window, 0, 0))
    assert inked(image, box_of(window, 0, 2))


def test_nothing_is_seen_in_cells_where_nothing_hangs(underlay, window):
    image = painted(underlay, window.canvas)
    assert not inked(image, box_of(window, 0, 1))
    assert not inked(image, box_of(window, 2, 3))


def test_a_note_stays_in_its_cell(underlay, window):
    box = box_of(window, 0, 0)
    image = painted(underlay, window.canvas)
    assert not inked(image, box.translated(-box.width(), 0).adjusted(2, 2, -2, -2))


def test_what_is_under_it_shines_through(underlay, window):
    box = box_of(window, 0, 0)
    image = painted(underlay, window.canvas)
    middle = image.pixelColor(box.center().toPoint())
    assert middle.red() > 200
    assert middle.blue() < middle.red()


def test_switched_off_it_paints_nothing(underlay, window):
    underlay.on = False
    assert not inked(painted(underlay, window.canvas), window.canvas.rect().toRectF())


def test_without_a_walk_it_paints_nothing(window):
    bare = Underlay()
    bare.on = True
    assert not inked(painted(bare, window.canvas), window.canvas.rect().toRectF())


def test_pieces_are_cut_out_once(underlay, window, monkeypatch):
    cut, album = [], underlay.walk.album
    lifted = album.lifted
    monkeypatch.setattr(album, "lifted", lambda cell, scale: cut.append(cell.address) or lifted(cell, scale))
    painted(underlay, window.canvas)
    first = len(cut)
    painted(underlay, window.canvas)
    assert first > 0
    assert len(cut) == first


def test_what_was_straightened_otherwise_is_cut_out_anew(underlay, window):
    before = painted(underlay, window.canvas)
    shot = underlay.walk.album.shots[0]
    moved = tuple((x + 120.0, y) for x, y in shot.corners)
    underlay.walk.album.set_corners(0, moved)
    underlay.forget()
    assert painted(underlay, window.canvas) != before


def test_what_is_out_of_sight_is_not_cut_out(underlay, window, monkeypatch):
    cut = []
    monkeypatch.setattr(underlay.walk.album, "lifted", lambda cell, _scale: cut.append(cell.address))
    window.canvas.zoom_to(3.0)
    window.canvas.scroll_to(0, 0)
    painted(underlay, window.canvas)
    assert "M9" not in cut
