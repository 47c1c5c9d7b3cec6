"""Marks tell curves apart by shape; the star marks a moment of truth."""

from math import hypot

import pytest

from desktop.drawing.marks import mark, star
from desktop.drawing.shapes import Ellipse, Path
from tests.emotion_lanes import STYLE

SERIES = range(len(STYLE.curves))


def outline(series):
    """What is left of a mark when colour and place are taken away."""
    return [
        shape.commands if isinstance(shape, Path) else (shape.rx, shape.ry)
        for shape in mark(series, 1.0, (0, 0), STYLE)
    ]


def test_every_series_has_a_shape_of_its_own():
    shapes = [str(outline(series)) for series in SERIES]
    assert len(set(shapes)) == len(shapes)


def test_every_series_has_a_dash_of_its_own():
    dashes = [curve.dash for curve in STYLE.curves]
    assert len(set(dashes)) == len(dashes)


@pytest.mark.parametrize("series", SERIES)
def test_a_mark_is_white_inside_its_ring(series):
    first = mark(series, 1.0, (0, 0), STYLE)[0]
    assert (first.fill, first.stroke) == (STYLE.colours["paper"], STYLE.curve(series).colour)


@pytest.mark.parametrize("series", SERIES)
def test_a_mark_stays_within_its_circle(series):
    radius = STYLE.space[STYLE.curve(series).mark]
    for shape in mark(series, 1.0, (0, 0), STYLE):
        if isinstance(shape, Ellipse):
            assert hypot(shape.cx, shape.cy) + shape.rx <= radius + 1e-6
        else:
            points = (
                numbers[index : index + 2] for _, *numbers in shape.commands for index in range(0, len(numbers), 2)
            )
            assert all(hypot(x, y) <= radius + 1e-6 for x, y in points)


def test_only_faces_show_the_value():
    assert mark(0, -2.0, (0, 0), STYLE) != mark(0, 2.0, (0, 0), STYLE)
    assert mark(1, -2.0, (0, 0), STYLE) == mark(1, 2.0, (0, 0), STYLE)


def test_a_small_mark_has_a_thin_stroke():
    (small,), (usual,) = mark(1, 1.0, (0, 0), STYLE, 0.5), mark(1, 1.0, (0, 0), STYLE)
    assert small.stroke_width == usual.stroke_width / 2


def test_more_personas_than_looks_begin_again():
    assert mark(len(STYLE.curves), 1.0, (0, 0), STYLE) == mark(0, 1.0, (0, 0), STYLE)


def test_the_star_has_five_points_and_fits_its_circle():
    shape = star(50.0, 60.0, STYLE)
    lengths = [hypot(command[1] - 50.0, command[2] - 60.0) for command in shape.commands[:-1]]
    assert len(lengths) == 10
    assert max(lengths) + shape.stroke_width / 2 == pytest.approx(STYLE.space["star"])
    assert lengths[0] > 2 * lengths[1]


def test_the_star_points_upwards():
    top = min(star(0.0, 0.0, STYLE).commands[:-1], key=lambda command: command[2])
    assert top[1] == pytest.approx(0.0)
