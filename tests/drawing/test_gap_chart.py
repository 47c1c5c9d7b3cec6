"""A chart of how much better one map feels: where what stands, and what is written."""

import pytest

from desktop import resources
from desktop.drawing.gapchart import ARROW, BETTER, NARROW, TOP, WORSE, GapChart
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Ellipse, Glyphs, Path
from desktop.method.comparing import Gap

STYLE = resources.style("print")


@pytest.fixture(scope="module")
def chart():
    setter = Lettering(resources.typesetter())

    def made(*values, title="Step", width=160.0, height=44.0):
        gaps = [Gap(f"d{at}", f"{title} {at}", "", *pair) for at, pair in enumerate(values)]
        return GapChart(gaps, (width, height), STYLE, setter)

    return made


def texts(shapes):
    return [shape.line.text.strip() for shape in shapes if isinstance(shape, Glyphs)]


def dots(shapes):
    return [shape for shape in shapes if isinstance(shape, Ellipse)]


def inks(shapes):
    """Of the arrows."""
    return {shape.stroke for shape in shapes if isinstance(shape, Path) and shape.stroke_width == ARROW}


def test_numbers_names_and_scale(chart):
    shapes = list(chart((-1.0, 1.5), (0.0, -0.5)).shapes())
    assert texts(shapes) == ["+2", "0", "−2", "+2.5", "−0.5", "Step 0", "Step 1"]


def test_better_is_higher(chart):
    before, after = sorted(dots(chart((-1.0, 1.5)).shapes()), key=lambda dot: -dot.cy)
    assert before.fill == STYLE.colours["paper"]
    assert after.fill != before.fill


def test_the_scale_holds_every_value(chart):
    made = chart((-2.0, 2.0), (2.0, -2.0))
    assert all(TOP - 0.01 <= dot.cy <= made.height for dot in dots(made.shapes()))


def test_up_and_down_have_inks_of_their_own(chart):
    better, worse = STYLE.kind(BETTER).edge, STYLE.kind(WORSE).edge
    assert inks(chart((-1.0, 1.0)).shapes()) == {better}
    assert inks(chart((1.0, -1.0)).shapes()) == {worse}


def test_where_nothing_changes_there_is_no_arrow(chart):
    shapes = list(chart((1.0, 1.0), (0.0, 0.0)).shapes())
    assert texts(shapes) == ["+2", "0", "−2", "Step 0", "Step 1"]
    assert inks(shapes) == set()


def test_what_one_map_does_not_tell_leaves_a_gap(chart):
    shapes = list(chart((1.0, None), (None, 1.0), (0.0, 1.0)).shapes())
    assert len(dots(shapes)) == 4
    assert texts(shapes).count("+1.0") == 1


def test_a_single_step_is_a_chart_too(chart):
    assert len(dots(chart((0.0, 1.0)).shapes())) == 2


def test_long_names_take_lines_below_and_are_not_cut(chart):
    values = [(0.0, 1.0)] * 12
    made = chart(*values, title="Waits at the bar until a table is free")
    said = " ".join(texts(made.shapes()))
    assert said.count("bar") == 12
    assert made.height >= chart(*values).height


def test_steps_that_are_too_narrow_go_without_names(chart):
    values = [(0.0, 1.0)] * 30
    assert NARROW > 160.0 / 30
    assert not [text for text in texts(chart(*values).shapes()) if text.startswith("Step")]


def test_names_that_are_wider_than_their_steps_stand_by_turns_on_two_levels(chart):
    shapes = list(chart(*[(0.0, 1.0)] * 12, title="Remembers").shapes())
    names = [one for one in shapes if isinstance(one, Glyphs) and "Remembers" in one.line.text]
    assert len(names) == 12
    assert len({round(one.y, 3) for one in names}) == 2
    assert names[0].y != names[1].y == names[3].y


def test_names_that_fit_stand_on_one_level(chart):
    names = [one for one in chart(*[(0.0, 1.0)] * 3).shapes() if isinstance(one, Glyphs) and "Step" in one.line.text]
    assert len({one.y for one in names}) == 1


def test_tenths_are_parted_as_they_are_said():
    setter = Lettering(resources.typesetter())
    shapes = GapChart([Gap("d", "Zahlen", "", 0.0, 0.5)], (100.0, 44.0), STYLE, setter, point=",").shapes()
    assert "+0,5" in texts(shapes)
