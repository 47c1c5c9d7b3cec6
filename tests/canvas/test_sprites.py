"""Pictures of figures: the same pixels as painting afresh, made once per scale."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas import sprites as pictures
from desktop.canvas.painter import ShapePainter
from desktop.canvas.sprites import TILE, Sprites, tiles
from desktop.drawing.shapes import Box, Ellipse, Figure, Path, Placed


class Counting(ShapePainter):
    """Counts the figures it inks."""

    inked = 0

    def ink(self, painter, figure, letters=True):
        self.inked += 1
        super().ink(painter, figure, letters)


@pytest.fixture
def shapes(qapp):
    return Counting(resources.typesetter().fonts, lambda asset: None)


@pytest.fixture
def sprites(shapes):
    return Sprites(shapes)


def figure(width=60.0, height=30.0, overhang=4.0):
    wave = Path(
        (("M", 0, height / 2), ("C", width / 3, 0, width / 2, height, width, 0)), stroke="#2F7DD1", stroke_width=3
    )
    box = Box(0, 0, width, height, fill="#FDEAF0", radii=(5, 5, 5, 5))
    return Figure("f", "card", "f", width, height, (box, wave, Ellipse(0, 0, 4, 4, fill="#CF3F66")), overhang)


def painted(brush, placed, zoom=1.0):
    image = QImage(700, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.translate(20, 20)
    painter.scale(zoom, zoom)
    brush.paint(painter, placed)
    painter.end()
    return image


def far(one, other):
    """The greatest difference of a channel."""
    points = ((x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3))
    pairs = ((one.pixelColor(*at), other.pixelColor(*at)) for at in points)
    return max(max(abs(a.red() - b.red()), abs(a.blue() - b.blue())) for a, b in pairs)


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.7])
def test_a_sprite_looks_as_if_painted(shapes, sprites, zoom):
    placed = [Placed(0, 0, figure()), Placed(100.3, 20.6, figure(90, 40))]
    assert far(painted(sprites, placed, zoom), painted(shapes, placed, zoom)) <= 2


def test_a_large_figure_in_tiles_looks_as_if_painted(shapes, sprites):
    placed = [Placed(0, 0, figure(620, 100))]
    assert far(painted(sprites, placed), painted(shapes, placed)) <= 2


def test_a_figure_is_inked_once(shapes, sprites):
    placed = [Placed(0, 0, figure())]
    painted(sprites, placed)
    painted(sprites, [Placed(30, 10, placed[0].figure)])
    assert shapes.inked == 1


def test_another_scale_inks_again(shapes, sprites):
    placed = [Placed(0, 0, figure())]
    painted(sprites, placed)
    painted(sprites, placed, zoom=1.1)
    assert shapes.inked == 2


def test_tiles_out_of_sight_are_not_made(shapes, sprites):
    painted(sprites, [Placed(0, 0, figure(TILE * 8.0, 20))])
    assert shapes.inked == 2


def test_mere_rules_are_painted_each_time(shapes, sprites):
    rule = Figure("", "rule", "", 300, 1, (Box(0, 0, 300, 1, fill="#D5D9E2"),))
    painted(sprites, [Placed(0, 0, rule)])
    painted(sprites, [Placed(0, 0, rule)])
    assert shapes.inked == 2


def test_memory_is_bounded(shapes, sprites, monkeypatch):
    monkeypatch.setattr(pictures, "MEMORY", 3 * 70 * 40)
    for _ in range(10):
        painted(sprites, [Placed(0, 0, figure())])
    assert len(sprites._known) == 3


def test_tiles_cover_a_figure_without_a_gap():
    areas = [area for _, _, area in tiles(figure(1200, 700, overhang=10), 1.0)]
    assert sum(area.width() * area.height() for area in areas) == (1200 + 22) * (700 + 22)
    assert all(max(area.width(), area.height()) <= TILE for area in areas)
