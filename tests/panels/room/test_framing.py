"""Where one must stand to see a part of the map."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.canvas.scene import Studio, header
from desktop.canvas.sticky import PAD, bands
from desktop.canvas.tools import window_rect
from desktop.desk.focus import Extent, Here, frame
from desktop.layout.places import Rect
from desktop.panels.room.framing import ASIDE, ENOUGH, LITTLE, Scales, readable, stand, whole
from desktop.storage.reader import read

WINDOW = (1920, 1000)


@pytest.fixture(scope="module")
def scene():
    studio = Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))
    project = read(resources.root() / "samples" / "restaurant.journey").project
    return studio.scene(project, project.maps[0].id)


def here(scene, column, row):
    there = scene.layout.columns[column]
    return Here(there.stage.id, there.step.id, scene.layout.rows[row].lane.id)


def near(scene, column=3, row=1):
    place = here(scene, column, row)
    return frame(scene.layout, place, Extent.NEAR), frame(scene.layout, place, Extent.CELL)


def test_the_whole_map_is_in_sight(scene):
    seen = whole(scene, WINDOW).seen
    assert seen.x <= 0
    assert seen.y <= 0
    assert seen.right >= scene.layout.width
    assert seen.bottom >= scene.layout.height


def test_a_small_map_is_larger_than_life(scene):
    assert whole(scene, (8000, 6000)).zoom > 1


def test_readable_is_between_just_and_comfortable():
    assert readable(2.0) == Scales(2.0, 2.0 * ENOUGH)


@settings(max_examples=25)
@given(st.integers(0, 12), st.integers(0, 7), st.floats(0.3, 3))
def test_nothing_is_smaller_than_can_be_read(scene, column, row, least):
    part, cell = near(scene, column, row)
    assert stand(scene, WINDOW, part, cell, readable(least)).zoom >= least


@settings(max_examples=25)
@given(st.integers(0, 12), st.integers(0, 7), st.floats(0.4, 1.2))
def test_what_has_room_is_all_in_sight_beside_headers_and_labels(scene, column, row, least):
    part, cell = near(scene, column, row)
    view = stand(scene, WINDOW, part, cell, readable(least))
    place = bands(scene, view)
    left, right = (view.to_window(x, 0)[0] for x in (part.x, part.right))
    assert left >= (place.labels.right() if place.labels else 0) - 1
    assert right <= WINDOW[0] + 1


@settings(max_examples=25)
@given(st.integers(0, 12), st.integers(0, 7))
def test_the_names_of_lanes_are_in_sight(scene, column, row):
    part, cell = near(scene, column, row)
    view = stand(scene, WINDOW, part, cell, readable(2.0))
    labels = scene.layout.labels
    assert bands(scene, view).labels is not None or view.to_window(labels.x, 0)[0] >= 0


def test_of_what_is_too_large_the_anchor_is_near_the_middle(scene):
    layout = scene.layout
    lane = frame(layout, here(scene, 6, 1), Extent.LANE)
    cell = frame(layout, here(scene, 6, 1), Extent.CELL)
    view = stand(scene, WINDOW, lane, cell, readable(2.5))
    middle = view.to_window(cell.x + cell.width / 2, 0)[0]
    labels = layout.labels.width * view.zoom
    assert middle == pytest.approx(labels + (WINDOW[0] - labels) / 2, abs=cell.width * view.zoom / 2 + 20)


@pytest.mark.parametrize("column", [0, -1])
def test_at_the_ends_nothing_bare_is_beside_it(scene, column):
    layout = scene.layout
    lane, cell = (frame(layout, here(scene, column, 1), each) for each in (Extent.LANE, Extent.CELL))
    view = stand(scene, WINDOW, lane, cell, readable(2.5))
    edge = view.to_window(lane.x if column == 0 else lane.right, 0)[0]
    band = layout.labels.width * view.zoom
    assert edge == pytest.approx(band if column == 0 else WINDOW[0], abs=60)


def test_headers_are_kept_in_sight_above_it(scene):
    part, cell = near(scene, 3, 5)
    view = stand(scene, WINDOW, part, cell, readable(2.0))
    top = view.to_window(0, part.y)[1]
    assert top >= header(scene.layout).height * view.zoom - 1


def test_a_scale_is_never_more_than_enough(scene):
    tiny = Rect(400, 400, 10, 10)
    assert LITTLE * 0.8 <= stand(scene, WINDOW, tiny, tiny, Scales(0.5, 0.8)).zoom <= 0.8


@pytest.mark.parametrize("least", [0.8, 1.5, 2.5])
@pytest.mark.parametrize("extent", [Extent.LANE, Extent.CELL])
@pytest.mark.parametrize(("column", "row"), [(0, 0), (3, 1), (6, 4), (12, 7)])
def test_what_is_in_sight_begins_with_a_column_and_a_row(scene, column, row, extent, least):
    place = here(scene, column, row)
    cell = frame(scene.layout, place, Extent.CELL)
    view = stand(scene, WINDOW, frame(scene.layout, place, extent), cell, readable(least))
    left, top = beside(scene, view)
    assert min(abs(left - view.to_window(each.x, 0)[0]) for each in scene.layout.columns) < ASIDE + PAD
    assert min(abs(top - view.to_window(0, each.y)[1]) for each in scene.layout.rows) <= ASIDE + 2


def beside(scene, view):
    """Px where labels end, and headers, kept in sight or not."""
    place, layout = bands(scene, view), scene.layout
    labels = place.labels or window_rect(view, layout.labels).toRect()
    return labels.right(), (place.headers or window_rect(view, header(layout)).toRect()).bottom()
