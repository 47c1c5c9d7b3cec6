"""Where things stand in the window, headers and labels that are kept in sight included."""

import pytest
from points import lane_of, marker_of

from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.canvas.tools import window_rect


def stands(canvas, thing):
    return standing(canvas.scene, canvas.view, thing)


def test_what_is_not_on_the_map_stands_nowhere(canvas):
    assert stands(canvas, "gone") is None


@pytest.mark.parametrize("scroll", [(0, 0), (400, 420)])
def test_cards_and_markers_stand_where_they_are_drawn(hand, canvas, scroll):
    canvas.scroll_to(*scroll)
    for thing in (hand.card("Search result"), marker_of(canvas, 2)):
        found = stands(canvas, thing)
        assert found.rect == window_rect(canvas.view, canvas.scene.hits.rect(thing))
        assert found.clip is None


@pytest.mark.parametrize("place", ["stage_places", "columns"])
def test_headers_stand_in_their_band(canvas, place):
    canvas.scroll_to(0, 420)
    header = getattr(canvas.scene.layout, place)[1]
    found = stands(canvas, header.stage.id if place == "stage_places" else header.step.id)
    band = bands(canvas.scene, canvas.view).headers
    assert found.clip == band
    assert band.top() <= found.rect.top() < found.rect.bottom() <= band.bottom() + 2


def test_labels_stand_in_theirs_below_the_headers(canvas):
    canvas.scroll_to(400, 420)
    found, place = stands(canvas, lane_of(canvas, "thoughts")), bands(canvas.scene, canvas.view)
    assert found.rect.left() == 12
    assert found.clip.top() == place.headers.bottom() + 1
    assert found.clip.right() == place.labels.right()


def test_the_boxes_of_neighbours_touch(canvas):
    canvas.scroll_to(0, 420)
    first, second = (stands(canvas, canvas.scene.layout.columns[number].step.id).rect for number in (0, 1))
    assert first.right() == pytest.approx(second.left(), abs=1)
