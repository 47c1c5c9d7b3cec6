"""Cards as boxes from afar."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas.coarse import CoarsePainter
from desktop.layout.places import Rect

ALL = Rect(0, 0, 1e6, 1e6)


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


@pytest.fixture
def coarse():
    return CoarsePainter(resources.style("screen"))


def painted(coarse, scene, zoom=0.25, seen=ALL, **more):
    image = QImage(800, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    coarse.paint(painter, scene.layout, seen, **more)
    painter.end()
    return image


def card(scene, kind):
    return next(place.card.id for row in scene.layout.rows for place in row.content.cards if place.card.kind == kind)


def colour_at(image, scene, card, across=0.5, zoom=0.25):
    rect = scene.hits.rect(card)
    at = (rect.x + rect.width * across) * zoom, (rect.y + rect.height / 2) * zoom
    return image.pixelColor(*map(int, at)).name()


@pytest.mark.parametrize(("kind", "colour"), [("action", "#e9d8a7"), ("touchpoint", "#cbdef4"), ("pain", "#f2bfce")])
def test_a_card_has_the_colour_of_its_kind(coarse, scene, kind, colour):
    assert colour_at(painted(coarse, scene), scene, card(scene, kind)) == colour


def test_a_card_has_its_edge_while_that_is_a_pixel_wide(coarse, scene):
    first = card(scene, "action")
    assert colour_at(painted(coarse, scene), scene, first, 0.015) == "#a87900"
    assert colour_at(painted(coarse, scene, zoom=0.2), scene, first, 0.03, zoom=0.2) == "#e9d8a7"


def test_lanes_out_of_sight_are_left_out(coarse, scene):
    row = scene.layout.rows[0]
    image = painted(coarse, scene, seen=Rect(0, row.y, 5000, row.height))
    assert colour_at(image, scene, card(scene, "action")) == "#e9d8a7"
    assert colour_at(image, scene, card(scene, "pain")) == "#ffffff"


def test_cards_can_be_left_out(coarse, scene):
    first = card(scene, "action")
    image = painted(coarse, scene, without=frozenset((first,)))
    assert colour_at(image, scene, first) == "#ffffff"
    assert colour_at(painted(coarse, scene), scene, first) == "#e9d8a7"


def test_the_boxes_of_a_lane_are_made_once(coarse, scene):
    painted(coarse, scene)
    made = [boxes for _, _, boxes, _ in coarse._rows.values()]
    painted(coarse, scene)
    assert all(boxes is again for boxes, (_, _, again, _) in zip(made, coarse._rows.values(), strict=True))


def test_dimmed_cards_are_faint(coarse, scene):
    first = card(scene, "action")
    lane = scene.hits.lane_of(first).id
    assert colour_at(painted(coarse, scene, dimmed={lane: {first}}), scene, first) == "#faf5e9"
    assert colour_at(painted(coarse, scene), scene, first) == "#e9d8a7"
