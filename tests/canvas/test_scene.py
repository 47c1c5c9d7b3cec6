"""Scenes: a value of a map with its layout and its look-ups."""

import pytest

from desktop.canvas.scene import header
from desktop.document.edits.cards import edit_cards
from desktop.layout.places import Rect


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


def figures_of(placed):
    return {place.figure.role for place in placed}


def everything(scene):
    return Rect(0, 0, scene.layout.width, scene.layout.height)


def test_a_scene_knows_its_project_and_its_map(scene, session):
    assert scene.project is session.project
    assert scene.layout.map is session.project.maps[0]


def test_an_unknown_map_is_no_scene(studio, session):
    with pytest.raises(KeyError):
        studio.scene(session.project, "gone")


def test_rows_that_did_not_change_are_the_same_objects(studio, scene):
    first = scene.layout.rows[0]
    card = first.content.cards[0].card.id
    project = edit_cards(scene.project, scene.map_id, [card], text="Other")
    after = studio.scene(project, scene.map_id, scene)
    pairs = list(zip(scene.layout.rows, after.layout.rows, strict=True))
    assert [old.content is new.content for old, new in pairs] == [False] + [True] * (len(pairs) - 1)


def test_figures_are_only_those_in_sight(studio, scene):
    card = scene.layout.rows[0].content.cards[0].card.id
    rect = scene.hits.rect(card)
    cards = [place.figure.id for place in studio.figures(scene, rect) if place.figure.role == "card"]
    assert cards == [card]


def test_figures_of_frames_are_the_same_objects(studio, scene):
    first, second = (list(studio.figures(scene, everything(scene))) for _ in range(2))
    pairs = zip(first, second, strict=True)
    assert all(one.figure is other.figure for one, other in pairs if one.figure.role != "rule")


def test_the_frame_is_everything_but_cards(studio, scene):
    frame, whole = (
        figures_of(studio.frame(scene, everything(scene))),
        figures_of(studio.figures(scene, everything(scene))),
    )
    assert "card" not in frame
    assert {"stage", "step", "lane", "header", "curve", "rule", "marker"} <= frame
    assert frame <= whole


def test_the_frame_leaves_out_lanes_that_are_not_seen(studio, scene):
    top = Rect(0, 0, scene.layout.width, scene.layout.rows[0].y)
    assert "curve" not in figures_of(studio.frame(scene, top))


def test_lanes_are_those_in_sight_at_whatever_x(studio, scene):
    row = scene.layout.rows[2]
    seen = Rect(scene.layout.width - 10, row.y + 1, 10, row.height - 2)
    assert [place.figure.id for place in studio.lanes(scene, seen)] == [row.lane.id]


def test_headers_are_stages_and_steps(studio, scene):
    assert figures_of(studio.headers(scene)) == {"stage", "step"}
    assert len(studio.headers(scene)) == 6 + 13


def test_the_header_is_the_band_of_both(scene):
    band = header(scene.layout)
    assert band.y == scene.layout.stages.y
    assert band.bottom == pytest.approx(scene.layout.steps.bottom)


def test_the_frame_holds_nothing_twice(studio, scene):
    placed = [place for place in studio.frame(scene, everything(scene)) if place.figure.role != "rule"]
    assert len({(id(place.figure), place.x, place.y) for place in placed}) == len(placed)
