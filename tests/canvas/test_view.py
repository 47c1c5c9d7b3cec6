"""Scale and scroll as plain numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.canvas.view import LEAST_ZOOM, MARGIN, MOST_ZOOM, STEPS, View, next_step
from desktop.layout.places import Rect

LARGE = View(window=(800, 600), paper=(4000.0, 3000.0), zoom=1.0, scroll=(500, 400))


def test_a_small_paper_stands_in_the_middle():
    assert View((800, 600), (400.0, 200.0)).offset == (200, 200)


def test_a_large_paper_begins_after_the_margin():
    assert View((800, 600), (4000.0, 3000.0)).offset == (MARGIN, MARGIN)


def test_one_can_scroll_to_the_margin_beyond_the_paper():
    assert LARGE.reach == (4000 + 2 * MARGIN - 800, 3000 + 2 * MARGIN - 600)


def test_scrolling_stops_at_both_ends():
    assert LARGE.scrolled(-5, 10**6).scroll == (0, LARGE.reach[1])


def test_points_go_there_and_back():
    assert LARGE.to_map(*LARGE.to_window(123.0, 456.0)) == (123.0, 456.0)


def test_what_is_seen_begins_at_the_corner_of_the_window():
    assert LARGE.seen == Rect(500 - MARGIN, 400 - MARGIN, 800, 600)


@given(
    zoom=st.floats(0.5, 3.0),
    x=st.integers(200, 600),
    y=st.integers(200, 400),
    scroll=st.tuples(st.integers(1200, 1800), st.integers(900, 1300)),
)
def test_zooming_keeps_the_point_under_the_pointer(zoom, x, y, scroll):
    view = View((800, 600), (4000.0, 3000.0), 1.0, scroll)
    before = view.to_map(x, y)
    zoomed = view.zoomed(zoom, x, y)
    after = zoomed.to_window(*before)
    if all(0 < zoomed.scroll[axis] < zoomed.reach[axis] for axis in (0, 1)):
        assert after == pytest.approx((x, y), abs=0.51)


def test_the_scale_has_limits():
    assert LARGE.zoomed(100, 0, 0).zoom == MOST_ZOOM
    assert LARGE.zoomed(0, 0, 0).zoom == LEAST_ZOOM


def test_fitting_shows_the_whole_paper_with_its_margin():
    fitted = LARGE.fitted()
    assert fitted.reach == (0, 0)
    assert fitted.zoom == pytest.approx((600 - 2 * MARGIN) / 3000)


def test_fitting_never_enlarges():
    assert View((800, 600), (100.0, 100.0), 3.0).fitted().zoom == 1.0


def test_a_rectangle_out_of_sight_is_scrolled_to_just_so_far():
    view = LARGE.showing(Rect(1500, 500, 100, 50))
    assert view.to_window(1600, 0)[0] == 800 - MARGIN
    assert view.scroll[1] == LARGE.scroll[1]


def test_a_rectangle_in_sight_scrolls_nothing():
    assert LARGE.showing(Rect(600, 500, 100, 50)) == LARGE


def test_a_rectangle_larger_than_the_window_shows_its_corner():
    view = LARGE.showing(Rect(1000, 1000, 2000, 1500))
    assert view.to_window(1000, 1000) == (MARGIN, MARGIN)


@pytest.mark.parametrize(("zoom", "up", "down"), [(1.0, 1.1, 0.9), (0.63, 0.67, 0.5), (4.0, MOST_ZOOM, 3.0)])
def test_the_keyboard_goes_through_round_figures(zoom, up, down):
    assert (next_step(zoom, 1), next_step(zoom, -1)) == (up, down)


def test_the_smallest_step_goes_on_to_the_limit():
    assert next_step(STEPS[0], -1) == LEAST_ZOOM


SMALL = View((800, 600), (400.0, 480.0))


def test_a_paper_that_grows_for_a_while_stays_where_it_is():
    assert SMALL.holding(700.0, 500.0).offset == SMALL.offset
    assert LARGE.holding(5000.0, 3000.0).offset == LARGE.offset


def test_one_can_scroll_to_what_has_grown_beyond_the_window():
    grown = SMALL.holding(400.0, 700.0)
    assert grown.reach == (0, SMALL.offset[1] + 700 - 600)
    assert grown.scrolled(0, 10**6).to_window(0, 700)[1] == 600


def test_a_paper_that_would_be_smaller_for_a_while_is_as_large_as_before():
    assert LARGE.holding(100.0, 100.0) == LARGE


def test_a_paper_that_has_grown_comes_back_to_its_size():
    assert SMALL.holding(900.0, 900.0).holding(400.0, 480.0) == SMALL


def test_a_grown_paper_grows_on():
    assert SMALL.holding(900.0, 500.0).holding(400.0, 900.0).paper == (400.0, 900.0)


def test_a_grown_paper_is_zoomed_at_the_pointer():
    grown = SMALL.holding(2000.0, 2000.0)
    before = grown.to_map(500, 400)
    assert grown.zoomed(1.2, 500, 400).to_window(*before) == pytest.approx((500, 400), abs=1)


def test_to_fit_a_grown_paper_is_to_fit_the_one_before():
    grown = SMALL.holding(2000.0, 2000.0).fitted()
    assert grown.zoom == SMALL.fitted().zoom
    assert grown.holding(400.0, 480.0) == SMALL.fitted()
