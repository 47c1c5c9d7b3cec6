"""Lines, rulers and registration marks."""

import pytest

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.rulers import RULER, arrowhead, lines, quarter, ruler, standing_ruler, target
from desktop.drawing.shapes import Path
from tests.sheeting import bounds, words


@pytest.fixture(scope="module")
def pen():
    return Lettering(resources.typesetter())


def points(path):
    return [tuple(numbers[-2:]) for _, *numbers in path.commands if numbers]


def paths(shapes):
    return [shape for shape in shapes if isinstance(shape, Path)]


def test_lines_go_from_point_to_point():
    path = lines([((0.0, 0.0), (5.0, 0.0)), ((1.0, 1.0), (1.0, 9.0))], 0.2)
    assert path.commands == (("M", 0.0, 0.0), ("L", 5.0, 0.0), ("M", 1.0, 1.0), ("L", 1.0, 9.0))


@pytest.mark.parametrize("length", [RULER, 50.0])
def test_a_ruler_is_exactly_as_long_as_it_says(pen, length):
    shapes = list(ruler(10.0, 20.0, pen, length=length))
    base = paths(shapes)[0]
    assert points(base) == [(10.0, 20.0), (10.0 + length, 20.0)]
    assert words(shapes) == ["0", f"{length:.0f}\u00a0mm"]


def test_a_ruler_has_a_tick_every_five_millimetres(pen):
    ticks = points(paths(ruler(10.0, 20.0, pen))[1])[::2]
    assert ticks == [(10.0 + 5 * number, 20.0) for number in range(21)]


def test_the_ends_and_the_middle_have_the_longest_ticks(pen):
    tops = [20.0 - y for _, y in points(paths(ruler(0.0, 20.0, pen))[1])[1::2]]
    assert [number for number, top in enumerate(tops) if top == pytest.approx(max(tops))] == [0, 10, 20]


def test_a_standing_ruler_is_exactly_as_long(pen):
    shapes = list(standing_ruler(4.0, 30.0, pen))
    assert points(paths(shapes)[0]) == [(4.0, 30.0), (4.0, 130.0)]
    assert words(shapes) == ["0", "100", "mm"]


def test_a_ruler_may_begin_without_a_nought(pen):
    assert words(ruler(0.0, 0.0, pen, zero="")) == ["100\u00a0mm"]


def test_an_arrowhead_has_its_tip_at_the_point():
    path = arrowhead((10.0, 10.0), (1.0, 0.0), 2.0)
    assert points(path) == [(10.0, 10.0), (8.0, 9.0), (8.0, 11.0)] or points(path) == [
        (10.0, 10.0),
        (8.0, 11.0),
        (8.0, 9.0),
    ]


@pytest.mark.parametrize(("turn", "end"), [(0, (0.0, 1.0)), (1, (-1.0, 0.0)), (2, (0.0, -1.0)), (3, (1.0, 0.0))])
def test_a_quarter_ends_a_right_angle_further(turn, end):
    assert quarter((0.0, 0.0), 1.0, turn)[-2:] == pytest.approx(end, abs=1e-9)


def test_a_whole_target_reaches_equally_far():
    rect = bounds(target((50.0, 60.0), 2.0, range(4)))
    assert (rect.x, rect.y, rect.right, rect.bottom) == pytest.approx((47.95, 57.95, 52.05, 62.05))


@pytest.mark.parametrize(
    ("quarters", "reach"),
    [((1, 2), (-2, -2, 0, 2)), ((0, 3), (0, -2, 2, 2)), ((2,), (-2, -2, 0, 0)), ((0, 1), (-2, 0, 2, 2))],
)
def test_a_part_of_a_target_stays_on_its_side(quarters, reach):
    rect = bounds(target((0.0, 0.0), 2.0, quarters))
    assert (rect.x, rect.y, rect.right, rect.bottom) == pytest.approx(reach, abs=0.06)


def test_the_arms_of_a_target_begin_at_its_centre():
    path = target((3.0, 4.0), 2.0, (0, 3))
    starts = [numbers for letter, *numbers in path.commands if letter == "M"]
    assert starts[-1] == [3.0, 4.0]
