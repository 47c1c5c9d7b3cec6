"""The small drawings of the steps."""

import pytest

from desktop import resources
from desktop.drawing import pictograms
from desktop.drawing.lettering import Lettering
from desktop.drawing.pictograms import HIGH, WIDE
from desktop.drawing.shapes import Box, Path
from desktop.drawing.sheetmarks import GLUED
from desktop.layout.places import Rect
from tests.sheeting import bounds, within, words

BOX = Rect(50.0, 60.0, WIDE, HIGH)
CUTS = [{"right", "bottom"}, {"left", "top"}, {"left", "top", "right", "bottom"}, {"bottom"}, {"right"}]


def boxed(shapes):
    """Whether all ink stays in the pictogram's box, but for the ends of lines."""
    return all(within(bounds(shape), BOX, 1.2) for shape in shapes)


def exact():
    return list(pictograms.exact(BOX.x, BOX.y, Lettering(resources.typesetter())))


def test_the_first_says_100_percent():
    assert words(exact()) == ["100\u00a0%"]
    assert boxed(exact())


@pytest.mark.parametrize("sides", CUTS)
def test_a_dashed_line_for_each_side_that_is_cut(sides):
    shapes = list(pictograms.cut(BOX.x, BOX.y, frozenset(sides)))
    (dashed,) = [shape for shape in shapes if isinstance(shape, Path) and shape.dash]
    assert sum(command[0] == "M" for command in dashed.commands) == len(sides)
    assert boxed(shapes)


def test_what_is_cut_off_is_grey():
    off, kept, _ = [shape for shape in pictograms.cut(0.0, 0.0, frozenset({"right"})) if isinstance(shape, Box)]
    assert (off.fill, kept.fill) == (pictograms.OFF, pictograms.SHEET)
    assert off.x + off.width - kept.x - kept.width == pytest.approx(3.4)


@pytest.mark.parametrize("glued", ["left-top", "right-bottom", "butt"])
def test_there_is_grey_where_glue_or_tape_goes(glued):
    shapes = list(pictograms.glue(BOX.x, BOX.y, glued))
    assert any(isinstance(shape, Box) and shape.fill == GLUED for shape in shapes)
    assert boxed(shapes)


def test_the_strip_lies_where_the_settings_say():
    strips = {
        glued: next(
            shape.x for shape in pictograms.glue(0.0, 0.0, glued) if isinstance(shape, Box) and shape.fill == GLUED
        )
        for glued in ("left-top", "right-bottom")
    }
    assert strips["left-top"] > strips["right-bottom"]


def arrows(across, down):
    return [shape for shape in pictograms.order(BOX.x, BOX.y, across, down) if isinstance(shape, Path) and shape.fill]


@pytest.mark.parametrize(("across", "down", "count"), [(5, 4, 3), (5, 1, 1), (1, 4, 1), (2, 2, 3), (1, 1, 0)])
def test_arrows_go_along_the_rows_and_then_down(across, down, count):
    assert len(arrows(across, down)) == count


@pytest.mark.parametrize(("across", "down"), [(7, 3), (1, 3), (4, 1)])
def test_the_order_stays_in_its_box(across, down):
    assert boxed(pictograms.order(BOX.x, BOX.y, across, down))
