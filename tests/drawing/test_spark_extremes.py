"""Charts of readings at the ends of what numbers can be, in places of any size, in every theme."""

from itertools import pairwise
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.cards import Reading
from desktop.document.project import Metric
from desktop.drawing.shapes import Ellipse, Path
from desktop.drawing.sparks import MOST_BARS, MOST_POINTS, spark
from desktop.layout.colour import MARK, contrast
from desktop.layout.places import Rect
from tests.grids import STYLE
from tests.pageink import box

RECT = Rect(10.0, 20.0, 60.0, 20.0)
HUGE = 1e15
NUMBERS = st.one_of(st.floats(-HUGE, HUGE), st.sampled_from((0.0, -0.0, HUGE, -HUGE, 5e-324, 1e-300)))
FORMS = st.sampled_from(("line", "bar", "pie"))


def metric(values, target=None, dates=None):
    dates = dates or [f"2{number:03}-01" for number in range(len(values))]
    readings = (Reading(date=date, value=value) for date, value in zip(dates, values, strict=True))
    return Metric(id="m", target=target, readings=tuple(readings))


def drawn(values, form="line", target=None, rect=RECT, style=STYLE):
    return list(spark(metric(values, target), rect, form, "#0F766E", style))


def numbers(shapes):
    """Every coordinate of every shape."""
    return [each for shape in shapes for each in box(shape)]


@settings(max_examples=25)
@given(st.lists(NUMBERS, min_size=2, max_size=20), st.one_of(st.none(), NUMBERS), FORMS)
def test_every_coordinate_is_a_number_within_the_place(values, target, form):
    for shape in drawn(values, form, target):
        found = box(shape)
        assert all(map(isfinite, found))
        assert RECT.x - 1e-6 <= found.x <= found.right <= RECT.right + 1e-6
        assert RECT.y - 1e-6 <= found.y <= found.bottom <= RECT.bottom + 1e-6


@settings(max_examples=25)
@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=MOST_POINTS))
def test_of_two_readings_the_larger_is_never_lower(values):
    line, _ = drawn(values)
    heights = [command[2] for command in line.commands]
    ranked = sorted(zip(values, heights, strict=True))
    assert all(other <= one + 1e-9 for (_, one), (_, other) in pairwise(ranked))


@settings(max_examples=25)
@given(st.lists(st.integers(-9, 9), min_size=2, max_size=MOST_BARS))
def test_all_bars_touch_zero(values):
    shapes = drawn(values, "bar")
    low, high = min(0, *values), max(0, *values)
    zero = RECT.bottom - (-low / (high - low) if high > low else 0.5) * RECT.height
    for path in shapes:
        found = box(path)
        assert found.y - 1e-6 <= zero <= found.bottom + 1e-6


@pytest.mark.parametrize("values", [(HUGE, -HUGE), (-HUGE, -HUGE + 1), (5e-324, 0.0), (0.0, -0.0)])
@pytest.mark.parametrize("form", ["line", "bar"])
def test_extremes_are_drawn(values, form):
    assert len(drawn(values, form)) == 2


def test_bars_below_zero_alone_hang_from_the_top():
    _, last = drawn((-4.0, -2.0), "bar")
    assert box(last).y == RECT.y
    assert box(last).height == pytest.approx(RECT.height / 2)


@pytest.mark.parametrize("target", [-HUGE, 0.0, HUGE])
def test_a_target_far_away_is_still_within_reach(target):
    across = next(shape for shape in drawn((1.0, 2.0), target=target) if isinstance(shape, Path) and shape.dash)
    assert RECT.y <= box(across).y <= RECT.bottom


def test_without_a_target_nothing_is_dashed():
    assert not any(shape.dash for shape in drawn((1.0, 2.0)) if isinstance(shape, Path))


def test_readings_without_dates_are_drawn_in_their_order():
    whole = metric((1.0, 3.0, 2.0), dates=("", "", ""))
    line, _ = spark(whole, RECT, "line", "#000000", STYLE)
    one, two, three = (command[2] for command in line.commands)
    assert two < three < one


def test_the_dot_is_at_the_latest_date():
    whole = metric((1.0, 9.0), dates=("2026-01", "2025-01"))
    line, dot = spark(whole, RECT, "line", "#000000", STYLE)
    assert isinstance(dot, Ellipse)
    assert (dot.cx, dot.cy) == line.commands[-1][1:]
    assert dot.cy > RECT.y + RECT.height / 2


@pytest.mark.parametrize("count", [2, MOST_BARS, MOST_BARS + 1, 200])
def test_bars_keep_apart_however_many_there_are(count):
    first, last = drawn([float(each + 1) for each in range(count)], "bar")
    assert box(first).right < box(last).x
    assert box(last).right == pytest.approx(RECT.right)


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_metrics_can_be_seen_in_every_theme(theme):
    style = resources.style("print", theme=theme)
    assert contrast(style.kind("metric").edge, style.colours["paper"]) >= MARK


@pytest.mark.parametrize("side", [0.0, 1.0, 4.48])
def test_a_tiny_place_does_no_harm(side):
    assert all(map(isfinite, numbers(drawn((1.0, 2.0), rect=Rect(0.0, 0.0, side, side)))))
