"""Where cards may land, without a window."""

import pytest

from desktop.canvas.hits import Hits
from desktop.canvas.landing import REACH, landing_at, moved, takes
from desktop.document.edits.lanes import lock_lane, remove_lane
from desktop.layout.places import Rect


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


def place(scene, text):
    """A card's row and place by a part of its text."""
    every = (place.card for row in scene.layout.rows for place in row.content.cards)
    return scene.hits.find(next(card.id for card in every if text in card.text))


def row_of(scene, kind):
    return next(row for row in scene.layout.rows if row.lane.kind == kind)


def land(scene, text, x, y):
    row, found = place(scene, text)
    return landing_at(scene.layout, found.card, row.lane, x, y)


def middle(scene, title):
    column = next(column for column in scene.layout.columns if column.step.title == title)
    return column.x + column.width / 2


def test_in_its_own_lane_a_card_lands_under_the_pointer(scene):
    row = row_of(scene, "touchpoints")
    landing = land(scene, "Waiter", middle(scene, "Eats"), row.y + 5)
    assert (landing.slot.lane, landing.led) == (row.lane.id, False)


def test_a_note_is_led_nowhere(scene):
    row, found = place(scene, "Waiter")
    note = found.card.model_copy(update={"kind": "note"})
    thoughts = row_of(scene, "thoughts")
    landing = landing_at(scene.layout, note, row.lane, middle(scene, "Eats"), thoughts.y + 5)
    assert (landing.row, landing.led) == (thoughts, False)


def test_a_note_does_not_stand_among_emotions(scene):
    row, found = place(scene, "Waiter")
    note = found.card.model_copy(update={"kind": "note"})
    emotions = row_of(scene, "emotions")
    assert landing_at(scene.layout, note, row.lane, middle(scene, "Eats"), emotions.y + 5) is None


@pytest.mark.parametrize("kind", ["emotions", "thoughts", "visibility", "pains"])
def test_elsewhere_a_card_is_led_to_the_nearest_lane_of_its_kind(scene, kind):
    other = row_of(scene, kind)
    landing = land(scene, "Waiter", middle(scene, "Eats"), other.y + other.height / 2)
    assert (landing.row.lane.kind, landing.led) == ("touchpoints", True)


def test_a_card_in_a_foreign_lane_may_move_within_it(scene):
    row, found = place(scene, "I would come")
    landing = landing_at(scene.layout, found.card, row.lane, middle(scene, "Pays"), row.y + 5)
    assert (found.card.kind, row.lane.kind, landing.led) == ("quote", "thoughts", False)


def test_far_above_all_lanes_nothing_lands(scene):
    top = scene.layout.rows[0].y
    assert land(scene, "Waiter", middle(scene, "Eats"), top - REACH + 1) is not None
    assert land(scene, "Waiter", middle(scene, "Eats"), top - REACH - 1) is None


def test_beside_the_steps_nothing_lands(scene):
    row = row_of(scene, "touchpoints")
    assert land(scene, "Waiter", scene.layout.labels.x + 1, row.y + 5) is None


def test_a_lane_takes_its_own_kind_unless_locked(scene):
    row, found = place(scene, "Waiter")
    assert takes(row.lane, found.card)
    assert not takes(row_of(scene, "thoughts").lane, found.card)
    assert not takes(row.lane.model_copy(update={"locked": True}), found.card)


def test_where_no_lane_takes_a_card_it_stays(studio, scene):
    _, found = place(scene, "Waiter")
    lane = row_of(scene, "touchpoints").lane
    bare = studio.scene(remove_lane(scene.project, scene.map_id, lane.id, new_id=None), scene.map_id)
    thoughts = row_of(bare, "thoughts")
    assert landing_at(bare.layout, found.card, lane, middle(bare, "Eats"), thoughts.y + 5) is None


def test_on_a_locked_lane_nothing_lands(studio, scene):
    lane = row_of(scene, "touchpoints").lane
    locked = studio.scene(lock_lane(scene.project, scene.map_id, lane.id, True), scene.map_id)
    assert land(locked, "Waiter", middle(locked, "Eats"), row_of(locked, "touchpoints").y + 5) is None


def test_others_keep_their_distance_and_their_lane(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Word of mouth", "“Sounds like")]
    slot = land(scene, "Word of mouth", middle(scene, "Orders"), row_of(scene, "touchpoints").y + 1).slot
    after = studio.scene(moved(scene.project, scene.hits, ids, ids[0], slot), scene.map_id)
    assert [after.hits.find(card)[1].first for card in ids] == [6, 6]
    assert [after.hits.lane_of(card).kind for card in ids] == ["touchpoints", "thoughts"]


def test_nobody_is_pushed_over_the_edge(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Word of mouth", "Call to the house")]
    slot = land(scene, "Word of mouth", middle(scene, "Eats"), row_of(scene, "touchpoints").y + 1).slot
    after = studio.scene(moved(scene.project, scene.hits, ids, ids[0], slot), scene.map_id)
    assert [after.hits.find(card)[1].first for card in ids] == [8, 12]


def test_a_card_that_is_gone_moves_nothing(scene):
    slot = land(scene, "Waiter", middle(scene, "Eats"), row_of(scene, "touchpoints").y + 1).slot
    assert moved(scene.project, scene.hits, ["gone"], "gone", slot) is scene.project


def test_cards_are_found_by_id_and_by_area(scene):
    row, found = place(scene, "Waiter")
    rect = scene.hits.rect(found.card.id)
    assert rect == Rect(found.rect.x, found.rect.y + row.y, found.rect.width, found.rect.height)
    assert list(scene.hits.inside(rect)) == [found.card.id]
    assert scene.hits.card_at(rect.x + 1, rect.y + 1) == found.card.id


def test_what_is_not_there_is_not_found(scene):
    assert scene.hits.find("gone") is None
    assert scene.hits.rect("gone") is None
    assert scene.hits.lane_of("gone") is None
    assert scene.hits.card_at(-1, -1) == ""


def test_look_ups_of_unchanged_rows_are_taken_over(scene):
    again = Hits(scene.layout, scene.hits)
    assert all(again._rows[key] is scene.hits._rows[key] for key in scene.hits._rows)
