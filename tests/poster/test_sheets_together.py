"""Sheets that are trimmed and glued give the poster: the same pixels, marks that meet, each word on its own sheets."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.drawing.shapes import Glyphs
from desktop.layout.places import Rect
from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.sheets import SheetPen, tiled, whole
from tests.sheeting import PIXEL, figures, glued, in_pixels, painted, pictures_of, planned, pressed, texts_of

GLUES = ("left-top", "right-bottom", "butt")


class Job:
    """The sample on A2, spread over A4 sheets."""

    def __init__(self, glue):
        tiling = Tiling(sheet="A4", glue=glue, assembly=False)
        self.press, self.made = pressed(paper="A2", tiling=tiling)
        self.plan = planned(self.press, self.made)
        pen = SheetPen(self.press, self.made, self.plan, tiling)
        self.leaves = {tile.name: pen.leaf(tile) for tile in self.plan.tiles}
        self.sheets = tiled(self.press, self.made, self.plan)


@pytest.fixture(scope="module", params=GLUES)
def job(request):
    return Job(request.param)


@pytest.fixture(scope="module")
def usual():
    return Job("left-top")


def poster_picture(job):
    ((picture, _),) = pictures_of(painted(job.press, [whole(job.press, job.made)]), [(0.0, 0.0)])
    return picture


def test_glued_sheets_are_the_poster(job):
    leaves = list(job.leaves.values())
    origins = [(leaf.origin[0] * MM, leaf.origin[1] * MM) for leaf in leaves]
    pages = pictures_of(painted(job.press, job.sheets), origins)
    poster = poster_picture(job)
    parts = [in_pixels(tile.inner) for tile in job.plan.tiles]
    pieces = [(picture, corner, part) for (picture, corner), part in zip(pages, parts, strict=True)]
    one, other = (np.asarray(each, dtype=np.int16) for each in (poster, glued(poster.size, pieces)))
    assert (abs(one - other).max(axis=2) > 96).mean() <= 0.001


def test_the_comparison_bites(usual):
    """The same pixels, a millimetre further right, are not the same."""
    poster = np.asarray(poster_picture(usual), dtype=np.int16)
    shifted = np.roll(poster, round(MM / PIXEL), axis=1)
    assert (abs(poster - shifted).max(axis=2) > 96).mean() > 0.001


def centres(leaf, drawing):
    """Where on the poster the registration marks of a sheet are, in mm."""
    found = set()
    for path in figures(drawing).get("target", ()):
        arm = [command for command in path.commands if command[0] == "M"][-1]
        found.add((round(arm[1] + leaf.origin[0], 3), round(arm[2] + leaf.origin[1], 3)))
    return found


def marks_of(job, tile):
    return centres(job.leaves[tile.name], job.sheets[job.plan.tiles.index(tile)].views[-1].drawing)


def near(points, x, y):
    return any(abs(x - other_x) <= 0.1 and abs(y - other_y) <= 0.1 for other_x, other_y in points)


def test_marks_of_neighbours_meet(job):
    for tile in job.plan.tiles:
        if tile.right and job.leaves[tile.name].depth("right") >= 1.2:
            seam = {each for each in marks_of(job, tile) if abs(each[0] - tile.inner.right) < 0.1}
            theirs = marks_of(job, job.plan.tile(tile.right))
            assert seam
            assert all(near(theirs, *each) for each in seam)


def test_marks_stand_on_the_seams(usual):
    seams = {round(x, 3) for x in usual.plan.xs} | {0.0, round(usual.made.page.width / MM, 3)}
    for tile in usual.plan.tiles:
        ys = {round(tile.inner.y, 3), round(tile.inner.bottom, 3)}
        assert all(x in seams or y in ys for x, y in marks_of(usual, tile))


def lines_on(made):
    """Each line of text of the poster, and where it stands in mm."""
    page = made.page
    for placed in made.drawing.placed:
        for shape in placed.figure.shapes:
            if isinstance(shape, Glyphs):
                size = shape.size * page.scale / MM
                x = (page.x + (placed.x + shape.x) * page.scale) / MM
                y = (page.y + (placed.y + shape.y) * page.scale) / MM
                width = shape.line.width * shape.size * page.scale / 2048 / MM
                yield shape.line.text.strip(), Rect(x, y - size, width, 1.4 * size)


def squeezed(text):
    return "".join(text.split())


def test_a_sheet_has_the_words_that_stand_on_it(usual):
    found = texts_of(painted(usual.press, usual.sheets))
    for tile, text in zip(usual.plan.tiles, found, strict=True):
        here = [line for line, rect in lines_on(usual.made) if _holds(tile.rect, rect)]
        assert here
        assert [line for line in here if squeezed(line) not in squeezed(text)] == []


def test_a_sheet_has_no_words_of_others(usual):
    """Apart from its marks, which also say “0”, and from words that end a line of its own, too."""
    found = texts_of(painted(usual.press, [replace(sheet, views=sheet.views[:-1]) for sheet in usual.sheets]))
    for tile, text in zip(usual.plan.tiles, found, strict=True):
        near_it = {squeezed(line) for line, rect in lines_on(usual.made) if rect.meets(tile.rect)}
        others = {squeezed(line) for line, rect in lines_on(usual.made)} - near_it
        said = {squeezed(line) for line in text.splitlines()}
        assert {line for line in others & said if not any(own.endswith(line) for own in near_it)} == set()


def _holds(outer, inner):
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom
