"""Whatever the poster, the paper and the joint: marks stay off the poster, and every sheet can be put together."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.drawing.shapes import Drawing
from desktop.drawing.sheetlabels import has_room
from desktop.drawing.sheetmarks import marks
from desktop.layout.places import Rect
from desktop.plan import tiles
from desktop.plan.page import MM, Page
from desktop.plan.settings import GLUES, Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.press import Made, Press
from desktop.poster.sheets import SheetPen
from tests.sheeting import SAMPLE, bounds, figures, within

PRESS = Press(SAMPLE, Settings())
FEW = settings(max_examples=25)


def job_of(width, height, tiling):
    plan = tiles.plan(width, height, (), tiling, tiles.sheet_size(tiling))
    made = Made(Drawing(width, height, "#FFFFFF", ()), Page(width * MM, height * MM, scale=MM), 1.0)
    return plan, SheetPen(PRESS, made, plan, tiling), tiling


@st.composite
def jobs(draw):
    """A blank poster of any size on any office paper."""
    width, height = draw(st.floats(120, 1500)), draw(st.floats(120, 1200))
    overlap = draw(st.sampled_from((0.0, 3.0, 5.0, 10.0, 24.0)))
    margin = tuple(draw(st.sampled_from((0.0, 3.0, 5.0, 17.0))) for _ in range(4))
    sheet = draw(st.sampled_from(("A4", "A3", "Letter", "roll-610mm")))
    tiling = Tiling(sheet=sheet, overlap=overlap, margin=margin, glue=draw(st.sampled_from(GLUES)))
    return job_of(width, height, tiling)


def drawn(pen, tile):
    leaf = pen.leaf(tile)
    return leaf, figures(marks(leaf, pen.lettering, PRESS.words))


def corners(plan):
    """Of each kind of sheet one: the first, the last, and one between."""
    return {tile.name: tile for tile in (plan.tiles[0], plan.tiles[len(plan.tiles) // 2], plan.tiles[-1])}.values()


@FEW
@given(jobs())
def test_marks_stay_off_the_sheets_own_part(job):
    plan, pen, _ = job
    for tile in corners(plan):
        leaf, shapes = drawn(pen, tile)
        own = leaf.inner
        inside = Rect(own.x + 0.06, own.y + 0.06, own.width - 0.12, own.height - 0.12)
        for name in ("lay", "glue", *(["label"] if has_room(leaf) else [])):
            assert [shape for shape in shapes.get(name, ()) if bounds(shape).meets(inside)] == [], name


NARROW = Tiling(sheet="Letter", overlap=3.0, margin=(5.0, 17.0, 17.0, 17.0), glue="butt")
"""Its labels stand in bands of 5 mm."""


@FEW
@given(jobs())
@example(job_of(360, 714, NARROW))  # two signs with a pointer need 5.2 mm
def test_words_are_where_the_printer_prints(job):
    plan, pen, _ = job
    for tile in corners(plan):
        leaf, shapes = drawn(pen, tile)
        for name in ("glue", "label", "lay"):
            assert [shape for shape in shapes.get(name, ()) if not within(bounds(shape), leaf.room, 0.6)] == [], name


@FEW
@given(jobs())
def test_own_parts_make_the_poster(job):
    plan, pen, _ = job
    width, height = pen.size
    area = sum(tile.inner.width * tile.inner.height for tile in plan.tiles)
    assert area == pytest.approx(width * height)
    for tile in corners(plan):
        leaf = pen.leaf(tile)
        assert leaf.inner.x + leaf.origin[0] == pytest.approx(tile.inner.x)
        assert leaf.inner.y + leaf.origin[1] == pytest.approx(tile.inner.y)


@FEW
@given(jobs())
def test_a_side_is_glued_at_one_sheet_and_cut_at_the_other(job):
    plan, pen, tiling = job
    for tile in corners(plan):
        if tile.right:
            mine = pen.leaf(tile).side("right").joint
            theirs = pen.leaf(plan.tile(tile.right)).side("left").joint
            assert {mine, theirs} == ({"trim"} if tiling.glue == "butt" else {"trim", "glue"})


@FEW
@given(jobs())
def test_each_sheet_says_its_name(job):
    plan, pen, _ = job
    for tile in corners(plan):
        _, shapes = drawn(pen, tile)
        assert any(getattr(shape, "line", None) and shape.line.text == tile.name for shape in shapes["label"])


def test_sheets_that_nobody_has_counted_are_one():
    whole = composed(SAMPLE, SAMPLE.maps[0].id, Settings(sizing="sheets", tiling=Tiling()))
    assert (whole.plans[0].across, whole.plans[0].down) == (1, 1)
