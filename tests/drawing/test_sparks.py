import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Reading
from desktop.document.project import Metric
from desktop.drawing.shapes import Ellipse, Path
from desktop.drawing.sparks import MOST_BARS, MOST_POINTS, spark
from desktop.layout.places import Rect
from tests.grids import STYLE

RECT = Rect(10.0, 20.0, 60.0, 20.0)
COLOUR = "#0F766E"
VALUES = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40)


def metric(*values, target=None):
    readings = tuple(Reading(date=f"20{number:02}-01", value=value) for number, value in enumerate(values))
    return Metric(id="m", target=target, readings=readings)


def drawn(form, *values, target=None):
    return list(spark(metric(*values, target=target), RECT, form, COLOUR, STYLE))


def bars(shapes):
    """Top and bottom of every bar from the left."""
    ways = [command for path in shapes if isinstance(path, Path) and path.fill for command in path.commands]
    heights = [command[2] for command in ways if len(command) == 3]
    return [(min(four), max(four)) for four in zip(*[iter(heights)] * 4, strict=True)]


def test_a_line_goes_through_every_reading_and_ends_in_a_dot():
    line, dot = drawn("line", 4.0, 4.4, 4.2)
    assert isinstance(line, Path)
    assert isinstance(dot, Ellipse)
    assert len(line.commands) == 3
    assert line.commands[-1][1:] == (dot.cx, dot.cy)


def test_more_is_higher_whichever_way_is_better():
    first, second, third = (command[2] for command in drawn("line", 4.0, 4.4, 4.2)[0].commands)
    assert second < third < first


def test_what_does_not_change_is_in_the_middle():
    line = drawn("line", 2.0, 2.0)[0]
    assert [command[2] for command in line.commands] == pytest.approx([RECT.y + RECT.height / 2] * 2)


def test_the_target_is_a_dashed_line_and_in_reach():
    across, line, _ = drawn("line", 4.0, 4.2, target=5.0)
    assert across.dash
    assert across.commands[0][2] < min(command[2] for command in line.commands)


def test_bars_stand_on_zero():
    shapes = drawn("bar", 2.0, 4.0)
    (one, foot), (other, ground) = bars(shapes)
    assert foot == ground == RECT.bottom
    assert foot - one == pytest.approx((ground - other) / 2)


def test_the_latest_bar_is_told_apart():
    early, last = drawn("bar", 2.0, 3.0, 4.0)
    assert last.fill == COLOUR
    assert early.fill != COLOUR


def test_a_bar_below_zero_hangs():
    (_, foot), (top, _) = bars(drawn("bar", 5.0, -5.0))
    assert foot == pytest.approx(top)


def test_a_bar_of_nothing_is_still_seen():
    (top, bottom), _ = bars(drawn("bar", 0.0, 4.0))
    assert 0 < bottom - top < RECT.height / 10


@pytest.mark.parametrize("form", ["line", "bar", "from a later version"])
def test_one_reading_is_no_chart(form):
    assert drawn(form, 4.0) == []


def test_only_the_latest_of_many_readings_are_drawn():
    assert len(drawn("line", *range(60))[0].commands) == MOST_POINTS
    assert len(bars(drawn("bar", *range(60)))) == MOST_BARS


@settings(max_examples=25)
@given(VALUES, st.one_of(st.none(), st.floats(-1e6, 1e6)), st.sampled_from(["line", "bar"]))
def test_nothing_leaves_its_place(values, target, form):
    for shape in drawn(form, *values, target=target):
        for command in shape.commands if isinstance(shape, Path) else ():
            assert RECT.x - 1e-6 <= command[1] <= RECT.right + 1e-6 if len(command) == 3 else True
            assert RECT.y - 1e-6 <= command[2] <= RECT.bottom + 1e-6 if len(command) == 3 else True
