"""Tiles of the resting map: what is painted again after an edit, and that it looks as if painted whole."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.canvas import tiles as tiling
from desktop.canvas.painter import ShapePainter
from desktop.canvas.sheet import Sheet
from desktop.canvas.shown import Shown
from desktop.canvas.view import View
from desktop.document.edits.cards import edit_cards, move_cards, remove_cards
from desktop.document.edits.markers import remove_markers
from desktop.layout.slots import slot_at
from desktop.resources import typesetter

WINDOW = (900, 640)


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


@pytest.fixture
def edited(studio, scene):
    """The scene after an edit that is given project, map id and a lane's row."""

    def edit(change):
        return studio.scene(change(scene.project, scene.map_id), scene.map_id, scene)

    return edit


def card_of(scene, kind, number=0):
    row = next(row for row in scene.layout.rows if row.lane.kind == kind)
    return row, row.content.cards[number].card.id


def shown(scene, zoom=1.0, scroll=(0, 0), **more):
    return Shown(scene, View(WINDOW, (scene.layout.width, scene.layout.height), zoom).scrolled(*scroll), **more)


def painted(sheet, what):
    image = QImage(*WINDOW, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet.paint(painter, what)
    painter.end()
    return image


@pytest.mark.parametrize("zoom", [1.0, 0.61])
@pytest.mark.parametrize("change", ["text", "grown", "removed"])
def test_after_an_edit_tiles_look_as_if_painted_whole(qapp, studio, scene, edited, zoom, change):
    _, card = card_of(scene, "actions", 2)
    after = edited(
        lambda project, map_id: {
            "text": lambda: edit_cards(project, map_id, [card], text="Looks"),
            "grown": lambda: edit_cards(project, map_id, [card], text="Compares and compares " * 6),
            "removed": lambda: remove_cards(project, map_id, [card]),
        }[change]()
    )
    shapes = ShapePainter(typesetter().fonts, lambda asset: None)
    patched, fresh = Sheet(studio, shapes), Sheet(studio, shapes)
    painted(patched, shown(scene, zoom))
    assert painted(patched, shown(after, zoom)) == painted(fresh, shown(after, zoom))


def slots(scene, row):
    """Every slot of a lane's first four columns, as a pointer would meet them from top to bottom."""
    spots = ((column.x + 40, row.y + down) for column in scene.layout.columns[:4] for down in range(5, 200, 30))
    return dict.fromkeys(filter(None, (slot_at(scene.layout, *spot) for spot in spots)))


@pytest.mark.parametrize("zoom", [1.0, 0.73, 0.3])
def test_while_a_card_is_dragged_every_frame_looks_as_if_painted_whole(qapp, studio, scene, zoom):
    row, card = card_of(scene, "actions", 1)
    shapes = ShapePainter(typesetter().fonts, lambda asset: None)
    dragging = Sheet(studio, shapes)
    painted(dragging, shown(scene, zoom, scroll=(0, row.y / 2)))
    for slot in slots(scene, row):
        candidate = studio.scene(move_cards(scene.project, scene.map_id, [card], slot), scene.map_id, scene)
        frame = shown(candidate, zoom, scroll=(0, row.y / 2), without=frozenset((card,)))
        assert painted(dragging, frame) == painted(Sheet(studio, shapes), frame)


def test_a_portrait_loses_the_ring_of_a_curve_that_is_gone(qapp, studio, scene, edited):
    row = next(row for row in scene.layout.rows if row.content.curves)
    hers = [marker.id for marker in row.lane.markers if marker.persona == scene.layout.heading.persona]
    after = edited(lambda project, map_id: remove_markers(project, map_id, hers))
    shapes = ShapePainter(typesetter().fonts, lambda asset: None)
    patched, fresh = Sheet(studio, shapes), Sheet(studio, shapes)
    painted(patched, shown(scene, 0.5))
    assert painted(patched, shown(after, 0.5)) == painted(fresh, shown(after, 0.5))


def test_scrolling_by_tiles_looks_as_if_painted_whole(qapp, studio, scene):
    shapes = ShapePainter(typesetter().fonts, lambda asset: None)
    scrolled, fresh = Sheet(studio, shapes), Sheet(studio, shapes)
    for x in (0, 170, 430, 700):
        image = painted(scrolled, shown(scene, scroll=(x, x // 2)))
    assert image == painted(fresh, shown(scene, scroll=(700, 350)))


def test_only_so_many_tiles_are_kept(qapp, studio, scene, monkeypatch):
    monkeypatch.setattr(tiling, "KEPT", 2)
    sheet = Sheet(studio, ShapePainter(typesetter().fonts, lambda asset: None))
    for x in range(0, 1400, 200):
        painted(sheet, shown(scene, zoom=2.0, scroll=(x, x)))
    assert len(sheet._tiles._tiles) <= 3 * 3 + 2


def test_forgetting_frees_all(qapp, studio, scene):
    sheet = Sheet(studio, ShapePainter(typesetter().fonts, lambda asset: None))
    before = painted(sheet, shown(scene))
    sheet.forget()
    assert not sheet._tiles._tiles
    assert painted(sheet, shown(scene)) == before


def test_places_within_others_are_painted_once(qapp):
    tile = tiling.Tile(QRect(0, 0, 512, 512), QPixmap(1, 1), [])
    for place in (QRect(0, 0, 9, 9), QRect(), QRect(0, 0, 90, 90), QRect(5, 5, 9, 9), QRect(200, 0, 9, 9)):
        tile.outdate(place)
    assert tile.stale == [QRect(0, 0, 90, 90), QRect(200, 0, 9, 9)]


def test_very_many_places_become_one(qapp):
    tile = tiling.Tile(QRect(0, 0, 512, 512), QPixmap(1, 1), [])
    for at in range(tiling.PLACES + 1):
        tile.outdate(QRect(at * 20, at * 10, 9, 9))
    assert tile.stale == [QRect(0, 0, tiling.PLACES * 20 + 9, tiling.PLACES * 10 + 9)]
