"""What is under the pointer, near by and from afar, on headers kept in sight, in maps with folded and empty parts."""

import pytest
from points import lane_of, lower_edge, marker_of, middle, right_edge
from PySide6.QtCore import QPoint, QPointF

from desktop.canvas.pick import GRIP, MARKER_REACH, Where, pick
from desktop.canvas.sticky import bands
from desktop.canvas.view import View
from desktop.desk.lens import Lens
from desktop.document.cards import Marker
from desktop.document.edits.lanes import edit_group, group_lanes
from grids import card, lane, project

ZOOMS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)


@pytest.fixture
def small(studio):
    """A map of two stages with two steps each and a few lanes, seen at a scale."""
    feelings = lane(kind="emotions", markers=(Marker(id="e0", step="d0", value=1.0),))
    whole = project(lane(card(1), card(2, step=1, last=2)), feelings, lane(kind="visibility"), lane(kind="notes"))
    return studio.scene(whole, "m")


def seen(scene, zoom=1.0):
    return View((1000, 700), (scene.layout.width, scene.layout.height), zoom)


def at(scene, x, y, zoom=1.0):
    """What is at a point of the map."""
    view = seen(scene, zoom)
    return pick(scene, view, QPointF(*view.to_window(x, y)))


def centre(rect):
    return rect.x + rect.width / 2, rect.y + rect.height / 2


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize(
    ("thing", "where"), [("c1", Where.CARD), ("e0", Where.MARKER), ("s0", Where.STAGE), ("d1", Where.STEP)]
)
def test_the_middle_of_a_thing_is_that_thing_at_every_scale(small, thing, where, zoom):
    hit = at(small, *centre(small.hits.rect(thing)), zoom)
    assert (hit.where, hit.id) == (where, thing)


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("kind", ["actions", "emotions", "visibility"])
def test_a_lane_is_taken_by_its_label(small, zoom, kind):
    rect = small.hits.rect(f"l-{kind}")
    hit = at(small, *centre(rect), zoom)
    assert (hit.where, hit.id) == (Where.LANE, f"l-{kind}")


def test_a_hit_tells_the_point_of_the_map(small):
    hit = at(small, 300.0, 200.0)
    assert (hit.x, hit.y) == pytest.approx((300.0, 200.0), abs=1)


@pytest.mark.parametrize(
    ("across", "where"), [(2, Where.CARD_START), (10, Where.CARD), (-10, Where.CARD), (-2, Where.CARD_END)]
)
def test_the_ends_of_a_card_are_edges(small, across, where):
    rect = small.hits.rect("c1")
    x = rect.x + across if across > 0 else rect.right + across
    assert at(small, x, rect.y + 5).where is where


def test_a_card_that_is_drawn_small_has_no_edges(small):
    rect = small.hits.rect("c1")
    assert at(small, rect.x + 1, rect.y + 5, 0.2).where is Where.CARD


@pytest.mark.parametrize("zoom", ZOOMS[1:])
@pytest.mark.parametrize("step", ["d0", "d1", "d3"])
def test_the_edge_of_a_step_is_right_of_its_header(small, step, zoom):
    rect = small.hits.rect(step)
    hit = at(small, rect.right, rect.y + rect.height / 2, zoom)
    assert (hit.where, hit.id) == (Where.STEP_EDGE, step)


@pytest.mark.parametrize("beside", [-GRIP - 2, GRIP + 2])
def test_beside_the_edge_is_the_header(small, beside):
    rect = small.hits.rect("d1")
    assert at(small, rect.right + beside, rect.y + 5).where is Where.STEP


def test_headers_that_are_drawn_small_have_no_edges(small):
    rect = small.hits.rect("d1")
    assert at(small, rect.right - 1, rect.y + 5, 0.1).where is Where.STEP


@pytest.mark.parametrize(("step", "where"), [("d0", Where.STAGE), ("d1", Where.STEP_EDGE)])
def test_over_the_steps_of_one_stage_there_is_no_edge(small, step, where):
    rect, head = small.hits.rect(step), small.hits.rect("s0")
    assert at(small, rect.right - 1, head.y + head.height / 2).where is where


@pytest.mark.parametrize(("kind", "where"), [("actions", Where.LANE_EDGE), ("visibility", Where.LANE)])
def test_a_lane_has_a_lower_edge_and_a_divider_none(small, kind, where):
    rect = small.hits.rect(f"l-{kind}")
    assert at(small, rect.x + 20, rect.bottom - 1).where is where


def test_the_last_lane_has_its_edge_too(small):
    rect = small.hits.rect("l-notes")
    assert at(small, rect.x + 20, rect.bottom + 2).where is Where.LANE_EDGE


@pytest.mark.parametrize(("kind", "where"), [("notes", Where.CELL), ("visibility", Where.NOTHING)])
def test_a_bare_place_in_a_lane_is_a_cell(small, kind, where):
    column, rect = small.layout.columns[1], small.hits.rect(f"l-{kind}")
    assert at(small, *centre(rect._replace(x=column.x, width=column.width))).where is where


def test_beside_the_map_is_nothing(small):
    assert at(small, small.layout.width - 2, small.layout.rows[0].y + 5).where is Where.NOTHING
    assert at(small, 5, 5).where is Where.NOTHING


@pytest.mark.parametrize("share", [0.95, -0.95])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 4.0])
def test_a_marker_is_hit_as_far_as_it_is_drawn(small, zoom, share):
    rect = small.hits.rect("e0")
    (x, y), radius = centre(rect), rect.width / 2
    assert at(small, x + share * radius, y, zoom).where is Where.MARKER
    assert at(small, x, y + share * radius, zoom).where is Where.MARKER
    assert at(small, x + share * radius, y + share * radius, zoom).where is Where.CELL


def test_a_marker_that_is_drawn_small_can_still_be_hit(small):
    (x, y), zoom = centre(small.hits.rect("e0")), 0.1
    assert at(small, x + (MARKER_REACH - 1) / zoom, y, zoom).where is Where.MARKER


def test_the_nearest_of_two_markers_is_hit(studio):
    markers = (Marker(id="e0", step="d0", value=1.0), Marker(id="e1", step="d0", value=0.9, persona="maya"))
    scene = studio.scene(project(lane(kind="emotions", markers=markers)), "m")
    for one in ("e0", "e1"):
        assert at(scene, *centre(scene.hits.rect(one)), 0.1).id == one


def test_a_label_belongs_to_its_marker(canvas):
    places = (place for row in canvas.scene.layout.rows for place in row.content.markers if place.label)
    place = next(places)
    row, _ = canvas.scene.hits.find_marker(place.marker.id)
    x, y = centre(place.label.rect)
    hit = at(canvas.scene, x, row.y + y)
    assert (hit.where, hit.id) == (Where.MARKER, place.marker.id)


@pytest.mark.parametrize("fields", [{"stages": ()}, {"lanes": ()}, {"stages": (), "lanes": ()}])
def test_an_empty_map_is_nothing_anywhere(studio, fields):
    scene = studio.scene(project(lane(card(1)), **fields) if "lanes" not in fields else project(**fields), "m")
    hits = {at(scene, x, y).where for x in range(0, 900, 30) for y in range(0, 400, 20)}
    assert not hits & {Where.CARD, Where.CELL, Where.MARKER}


def test_a_stage_that_is_folded_is_one_header(studio):
    whole = project(lane(card(1)), steps=(2, 2))
    scene = studio.scene(whole, "m", None, Lens(stages=frozenset(("s0",))))
    column = scene.layout.columns[0]
    step = at(scene, column.x + column.width / 2, scene.layout.steps.y + 5)
    edge = at(scene, column.x + column.width, scene.layout.steps.y + 5)
    assert (step.where, step.id, edge.where) == (Where.STAGE, "s0", Where.STEP)


def test_a_group_is_taken_by_its_bracket_and_when_folded_by_its_row(studio):
    ids = iter(("g",))
    whole = group_lanes(project(lane(card(1)), lane(kind="notes")), "m", ["l-notes"], "Rest", new_id=lambda: next(ids))
    scene = studio.scene(whole, "m")
    bracket = at(scene, scene.layout.labels.x + 3, centre(scene.hits.rect("l-notes"))[1])
    folded = studio.scene(edit_group(whole, "m", "g", folded=True), "m")
    label = at(folded, *centre(folded.hits.rect("g")))
    assert [(hit.where, hit.id) for hit in (bracket, label)] == [(Where.GROUP, "g")] * 2
    assert at(folded, folded.layout.columns[1].x + 30, label.y).where is Where.NOTHING


def test_headers_kept_in_sight_are_hit_there(hand, canvas):
    canvas.scroll_to(0, 420)
    step = canvas.scene.layout.columns[2].step.id
    band = bands(canvas.scene, canvas.view).headers
    at_step = QPoint(middle(canvas, step).x(), band.bottom() - 6)
    hit = canvas.hit(QPointF(at_step))
    assert (hit.where, hit.id) == (Where.STEP, step)
    assert canvas.scene.layout.steps.contains(hit.x, hit.y)


def test_labels_kept_in_sight_are_hit_there(hand, canvas):
    canvas.scroll_to(400, 0)
    lane = lane_of(canvas, "thoughts")
    hit = canvas.hit(QPointF(40, middle(canvas, lane).y()))
    assert (hit.where, hit.id) == (Where.LANE, lane)
    assert canvas.scene.layout.labels.contains(hit.x, hit.y)


def test_the_corner_between_the_two_is_nothing(canvas):
    canvas.scroll_to(400, 420)
    place = bands(canvas.scene, canvas.view)
    assert canvas.hit(QPointF(40, place.headers.bottom() - 10)).where is Where.NOTHING


def test_cards_under_a_band_are_not_hit(canvas):
    canvas.scroll_to(400, 420)
    place = bands(canvas.scene, canvas.view)
    for x in range(0, place.labels.width(), 15):
        hit = canvas.hit(QPointF(x, 400))
        assert hit.where in {Where.LANE, Where.LANE_EDGE}


def test_edges_are_where_the_canvas_shows_them(canvas):
    step, lane = canvas.scene.layout.columns[1].step.id, lane_of(canvas, "actions")
    assert canvas.hit(QPointF(right_edge(canvas, step))).where is Where.STEP_EDGE
    assert canvas.hit(QPointF(lower_edge(canvas, lane))).where is Where.LANE_EDGE


def test_markers_and_headers_have_boxes(canvas):
    layout, hits = canvas.scene.layout, canvas.scene.hits
    marker = marker_of(canvas, 1)
    assert hits.rect(layout.rows[0].lane.id).height == layout.rows[0].height
    assert hits.rect(marker).width == hits.rect(marker).height > 10
    assert hits.rect(layout.stage_places[1].stage.id) == layout.stage_places[1].rect
    assert hits.rect("gone") is None


def test_looking_up_a_marker(canvas):
    marker = marker_of(canvas, 2)
    row, place = canvas.scene.hits.find_marker(marker)
    assert (row.lane.kind, place.marker.id) == ("emotions", marker)
    assert canvas.scene.hits.find_marker(canvas.scene.layout.rows[0].content.cards[0].card.id) is None
