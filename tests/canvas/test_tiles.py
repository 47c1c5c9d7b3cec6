"""Tiles of the resting map: what is painted again after an edit, and that it looks as if painted whole."""

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.canvas import tiles as tiling
from desktop.canvas.painter import ShapePainter
from desktop.canvas.sheet import Sheet
from desktop.canvas.shown import Shown
from desktop.canvas.tiles import END, REACH, stale_bands
from desktop.canvas.view import View
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.markers import remove_markers
from desktop.document.edits.people import edit_persona
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


def test_the_same_scene_is_not_stale(scene):
    assert stale_bands(shown(scene), shown(scene, scroll=(50, 50))) == []


def test_a_lane_that_keeps_its_height_is_stale_alone(scene, edited):
    row, card = card_of(scene, "touchpoints")
    after = edited(lambda project, map_id: edit_cards(project, map_id, [card], text="Gossip"))
    assert stale_bands(shown(scene), shown(after)) == [(row.y - REACH, row.y + row.height + REACH)]


def test_when_a_lane_grows_all_below_is_stale(scene, edited):
    row, card = card_of(scene, "touchpoints")
    after = edited(lambda project, map_id: edit_cards(project, map_id, [card], text="A very long story " * 9))
    (band,) = stale_bands(shown(scene), shown(after))
    assert band == (row.y - REACH, END + REACH)


def test_another_title_makes_everything_stale(scene, edited):
    after = edited(lambda project, map_id: edit_map(project, map_id, title="Another evening"))
    assert stale_bands(shown(scene), shown(after)) is None


def test_another_name_of_a_persona_makes_everything_stale(scene, edited):
    persona = scene.project.personas[0].id
    after = edited(lambda project, map_id: edit_persona(project, persona, name="Mia"))
    assert stale_bands(shown(scene), shown(after)) is None


def test_a_lifted_card_makes_its_lane_stale(scene):
    row, card = card_of(scene, "touchpoints")
    bands = stale_bands(shown(scene), shown(scene, without=frozenset((card,))))
    assert set(bands) == {(row.y - REACH, row.y + row.height + REACH)}


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
