"""What an edit makes stale: as little as looks otherwise."""

import pytest

from desktop.canvas.shown import Shown
from desktop.canvas.stale import END, REACH, stale_parts
from desktop.canvas.view import View
from desktop.document.edits.cards import Spot, edit_cards, move_cards, remove_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import edit_lane
from desktop.document.edits.people import edit_persona


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


@pytest.fixture
def stale(studio, scene):
    """The stale parts after an edit that is given project and map id."""

    def after(change):
        return stale_parts(shown(scene), shown(studio.scene(change(scene.project, scene.map_id), scene.map_id, scene)))

    return after


def shown(scene, **more):
    return Shown(scene, View((900, 640), (scene.layout.width, scene.layout.height), 1.0), **more)


def place_of(scene, kind, number=0):
    row = next(row for row in scene.layout.rows if row.lane.kind == kind)
    return row, row.content.cards[number]


def is_band(part):
    return part.x == -END and part.right == END


def test_the_same_scene_is_not_stale(scene):
    assert stale_parts(shown(scene), shown(scene)) == []


def test_a_cell_is_stale_alone_from_the_other_card_on(scene, stale):
    row, place = place_of(scene, "touchpoints")
    column = scene.layout.columns[place.first]
    (part,) = stale(lambda project, map_id: edit_cards(project, map_id, [place.card.id], text="Gossip"))
    assert (part.x, part.width) == (column.x, column.width)
    assert part.y == row.y + place.rect.y
    assert part.bottom >= row.y + place.rect.bottom


def test_cards_above_the_other_one_are_not_stale(scene, stale):
    row = next(row for row in scene.layout.rows if any(len(cell) > 1 for cell in row.content.cells))
    above, below = next(cell for cell in row.content.cells if len(cell) > 1)[:2]
    (part, *_) = stale(lambda project, map_id: edit_cards(project, map_id, [below.card.id], text="x"))
    assert part.y == row.y + below.rect.y > row.y + above.rect.bottom


def test_when_a_lane_grows_all_below_is_stale(scene, stale):
    row, place = place_of(scene, "touchpoints")
    text = "A very long story " * 9
    cell, below = stale(lambda project, map_id: edit_cards(project, map_id, [place.card.id], text=text))
    assert not is_band(cell)
    assert is_band(below)
    assert (below.y, below.bottom) == (row.y + row.height - REACH, pytest.approx(END))


def test_a_card_that_moves_leaves_a_cell_and_enters_another(scene, stale):
    row, place = place_of(scene, "touchpoints")
    goal = scene.layout.columns[place.first + 1]
    parts = stale(lambda project, map_id: move_cards(project, map_id, [place.card.id], Spot(row.lane.id, goal.step.id)))
    assert {part.x for part in parts if not is_band(part)} == {scene.layout.columns[place.first].x, goal.x}


def test_another_label_makes_the_lane_stale(scene, stale):
    row, _ = place_of(scene, "touchpoints")
    parts = stale(lambda project, map_id: edit_lane(project, map_id, row.lane.id, title="Doors"))
    assert parts[0].y == row.y - REACH
    assert is_band(parts[0])


def test_a_removed_card_is_stale_where_it_stood(scene, stale):
    row, place = place_of(scene, "touchpoints")
    part = stale(lambda project, map_id: remove_cards(project, map_id, [place.card.id]))[0]
    assert part.y <= row.y + place.rect.y
    assert part.bottom >= row.y + place.rect.bottom


def test_another_title_makes_everything_stale(stale):
    assert stale(lambda project, map_id: edit_map(project, map_id, title="Another evening")) is None


def test_another_name_of_a_persona_makes_everything_stale(scene, stale):
    persona = scene.project.personas[0].id
    assert stale(lambda project, map_id: edit_persona(project, persona, name="Mia")) is None


def test_a_lifted_card_makes_its_lane_stale(scene):
    row, place = place_of(scene, "touchpoints")
    for part in stale_parts(shown(scene), shown(scene, without=frozenset((place.card.id,)))):
        assert is_band(part)
        assert (part.y, part.bottom) == (row.y - REACH, pytest.approx(row.y + row.height + REACH))
