"""Boxes, ellipses and paths as SVG elements."""

from xml.etree import ElementTree

import pytest

from desktop.drawing.shapes import Box, Ellipse, Path
from desktop.paint import svgshapes

INK = {"fill": "#112233", "stroke": "#445566", "stroke_width": 1.5}


def read(element):
    return ElementTree.fromstring(element)


def test_a_box_is_a_rectangle():
    found = read(svgshapes.box(Box(1.0, 2.5, 30.0, 40.123456, "#112233")))
    assert found.tag == "rect"
    assert found.attrib == {"x": "1", "y": "2.5", "width": "30", "height": "40.12", "fill": "#112233"}


def test_equal_corners_are_a_radius():
    assert read(svgshapes.box(Box(0, 0, 30, 20, **INK, radii=(4,) * 4))).get("rx") == "4"


def test_a_radius_is_cut_to_half_the_shorter_side():
    assert read(svgshapes.box(Box(0, 0, 30, 20, **INK, radii=(99,) * 4))).get("rx") == "10"


def test_other_corners_are_a_path_of_lines_and_arcs():
    found = read(svgshapes.box(Box(10, 20, 30, 40, "#112233", radii=(5, 0, 0, 3))))
    assert found.tag == "path"
    assert found.get("d") == "M15 20H40V60H13A3 3 0 0 1 10 57V25A5 5 0 0 1 15 20Z"


def test_every_corner_may_be_round():
    found = read(svgshapes.box(Box(0, 0, 10, 10, "#112233", radii=(1, 2, 3, 4))))
    assert found.get("d").count("A") == 4


def test_an_ellipse_keeps_its_radii():
    found = read(svgshapes.ellipse(Ellipse(5, 6, 7, 8, **INK)))
    assert found.tag == "ellipse"
    assert [found.get(name) for name in ("cx", "cy", "rx", "ry")] == ["5", "6", "7", "8"]


@pytest.mark.parametrize("make", [svgshapes.box, svgshapes.path], ids=["box", "path"])
def test_a_stroke_has_colour_width_and_dashes(make):
    shape = (
        Box(0, 0, 9, 9, **INK, dash=(3, 1.5)) if make is svgshapes.box else Path((("M", 0, 0),), **INK, dash=(3, 1.5))
    )
    found = read(make(shape))
    assert [found.get(name) for name in ("stroke", "stroke-width", "stroke-dasharray")] == ["#445566", "1.5", "3 1.5"]


@pytest.mark.parametrize(("stroke", "width"), [("", 2.0), ("#445566", 0.0), ("#445566", -1.0)])
def test_a_stroke_without_colour_or_width_is_none(stroke, width):
    found = read(svgshapes.ellipse(Ellipse(5, 6, 7, 8, "#112233", stroke, width)))
    assert found.get("stroke") is None


def test_no_fill_is_said():
    assert read(svgshapes.box(Box(0, 0, 9, 9))).get("fill") == "none"


def test_a_path_has_round_ends_and_joins():
    found = read(svgshapes.path(Path((("M", 0, 0), ("L", 5, 5)), stroke="#445566", stroke_width=1)))
    assert (found.get("stroke-linecap"), found.get("stroke-linejoin")) == ("round", "round")


def test_a_path_keeps_its_commands():
    commands = (("M", 0, 1), ("L", 2.5, -3), ("C", 1, 2, 3, 4, 5, 6.126), ("Z",))
    assert read(svgshapes.path(Path(commands, "#112233"))).get("d") == "M0 1L2.5 -3C1 2 3 4 5 6.13Z"


def test_no_number_is_minus_nothing():
    assert svgshapes.path_data((("M", -0.001, 0.0),)) == "M0 0"
