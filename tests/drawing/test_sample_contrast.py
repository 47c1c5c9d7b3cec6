"""All text of the restaurant can be read on what is behind it, in every theme; computed from the drawing itself."""

from dataclasses import replace
from functools import cache

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Path
from desktop.layout.colour import TEXT, contrast
from desktop.layout.places import Rect
from desktop.storage.reader import read
from desktop.typeset.lines import UNITS
from tests.grids import artist, layouter

THEMES = ["print", "screen"]


@cache
def drawing(theme, accent=""):
    whole = read(resources.root() / "samples" / "restaurant.journey").project
    style = resources.style(theme, accent)
    return artist(style).draw(whole, layouter(style).layout(whole, whole.maps[0].id))


def box_of(shape):
    """The filled area of a shape, generously: the box around it."""
    if isinstance(shape, Box):
        return Rect(shape.x, shape.y, shape.width, shape.height)
    if isinstance(shape, Ellipse):
        return Rect(shape.cx - shape.rx, shape.cy - shape.ry, 2 * shape.rx, 2 * shape.ry)
    points = [command[-2:] for command in shape.commands if len(command) > 1]
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def ground_of(line, before, paper):
    """The topmost fill of the same figure that holds the middle of the line."""
    x = line.x + line.line.width / UNITS * line.size / 2
    y = line.y - 0.3 * line.size
    filled = [shape for shape in before if isinstance(shape, Box | Ellipse | Path) and shape.fill]
    under = [shape.fill for shape in filled if box_of(shape).contains(x, y)]
    return under[-1] if under else paper


def weak_lines(drawn):
    for placed in drawn.placed:
        shapes = placed.figure.shapes
        for number, shape in enumerate(shapes):
            if isinstance(shape, Glyphs):
                ground = ground_of(shape, shapes[:number], drawn.background)
                if contrast(shape.colour, ground) < TEXT:
                    yield placed.figure.name, shape.line.text, shape.colour, ground


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_can_be_read(theme):
    assert list(weak_lines(drawing(theme))) == []


@pytest.mark.parametrize("accent", ["#FFD400", "#00A3A3", "#7A1F5C"])
def test_all_text_can_be_read_with_a_brands_accent(accent):
    assert list(weak_lines(drawing("print", accent))) == []


def test_the_check_bites():
    drawn = drawing("print")
    pale = [changed_figure(placed, "#EEEEEE") if placed.figure.role == "header" else placed for placed in drawn.placed]
    assert list(weak_lines(replace(drawn, placed=tuple(pale))))


def changed_figure(placed, colour):
    shapes = tuple(
        shape._replace(colour=colour) if isinstance(shape, Glyphs) else shape for shape in placed.figure.shapes
    )
    return placed._replace(figure=placed.figure._replace(shapes=shapes))


@pytest.mark.parametrize("theme", THEMES)
def test_no_text_is_smaller_than_the_smallest_role(theme):
    smallest = min(role.size for role in resources.style(theme).roles.values())
    sizes = [
        shape.size for placed in drawing(theme).placed for shape in placed.figure.shapes if isinstance(shape, Glyphs)
    ]
    assert min(sizes) >= smallest


def test_the_same_project_gives_the_same_drawing():
    whole = read(resources.root() / "samples" / "restaurant.journey").project
    again = artist().draw(whole, layouter().layout(whole, whole.maps[0].id))
    assert again == drawing("print")


def test_a_copy_of_the_project_gives_the_same_drawing():
    whole = read(resources.root() / "samples" / "restaurant.journey").project
    copy = changed(whole, title="Other").model_copy(update={"title": whole.title})
    assert artist().draw(copy, layouter().layout(copy, copy.maps[0].id)) == drawing("print")
