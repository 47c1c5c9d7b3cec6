"""How fast the map scrolls under a pointer in the rim of the window."""

import pytest

from desktop.canvas.rim import EDGE, FASTEST, push


@pytest.mark.parametrize("at", [EDGE, 200, 400 - EDGE])
def test_within_the_rim_nothing_scrolls(at):
    assert push(at, 400) == 0


@pytest.mark.parametrize(("at", "speed"), [(0, -FASTEST), (-50, -FASTEST), (400, FASTEST), (900, FASTEST)])
def test_at_the_edge_and_beyond_it_is_fastest(at, speed):
    assert push(at, 400) == speed


@pytest.mark.parametrize("depth", range(1, EDGE))
def test_both_sides_scroll_alike_and_faster_towards_the_edge(depth):
    assert push(EDGE - depth, 400) == -push(400 - EDGE + depth, 400)
    assert abs(push(EDGE - depth, 400)) <= abs(push(EDGE - depth - 1, 400))


def test_in_a_window_smaller_than_its_rims_one_of_them_decides():
    assert push(10, 30) < 0
