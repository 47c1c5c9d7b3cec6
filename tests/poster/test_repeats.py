"""Names of lanes, stages and steps on every sheet."""

from dataclasses import replace

import pytest

from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.repeats import LEAST, repeated
from desktop.poster.sheets import SheetPen, tiled
from tests.sheeting import figures, planned, pressed, words


class Job:
    """The sample on A2, on sheets of A4 with names."""

    def __init__(self):
        tiling = Tiling(sheet="A4", repeat=True, assembly=False)
        self.press, self.made = pressed(paper="A2", tiling=tiling)
        self.plan = planned(self.press, self.made)
        pen = SheetPen(self.press, self.made, self.plan, tiling)
        self.leaves = {tile.name: pen.leaf(tile) for tile in self.plan.tiles}

    def bands(self, name):
        return repeated(self.press, self.made, self.plan.tile(name), self.leaves[name])


@pytest.fixture(scope="module")
def job():
    return Job()


def names(spans):
    return [span.name for span in spans]


def test_the_first_column_shows_its_lanes_itself(job):
    assert job.bands("A2").lanes == ()


def test_the_first_row_shows_its_stages_itself(job):
    assert (job.bands("B1").stages, job.bands("B1").steps) == ((), ())


def test_other_sheets_name_the_lanes_that_they_show(job):
    shown = {name for tile in job.plan.tiles if tile.column == 1 for name in names(job.bands(tile.name).lanes)}
    assert {"Actions", "Touchpoints", "Emotions", "Pain points"} <= shown


def test_other_sheets_name_stages_and_steps(job):
    stages = [name for tile in job.plan.tiles if tile.row == 1 for name in names(job.bands(tile.name).stages)]
    assert list(dict.fromkeys(stages)) == ["Discover", "Decide", "Arrive", "Dine", "Leave", "Return"]
    assert names(job.bands("A2").steps)[0] == "Hears about it"


def test_a_name_stands_where_its_lane_stands(job):
    page, leaf = job.made.page, job.leaves["B2"]
    for span in job.bands("B2").lanes[1:-1]:
        row = next(row for row in job.made.layout.rows if row.lane.title == span.name)
        assert span.start == pytest.approx((page.y + row.y * page.scale) / MM - leaf.origin[1], abs=0.01)


def test_nothing_is_named_outside_the_sheets_own_part(job):
    for name, leaf in job.leaves.items():
        bands = job.bands(name)
        assert all(span.start >= leaf.inner.y - 1e-6 and span.end <= leaf.inner.bottom + 1e-6 for span in bands.lanes)
        assert all(leaf.inner.x - 1e-6 <= span.start < span.end <= leaf.inner.right + 1e-6 for span in bands.stages)


def test_slivers_are_not_named(job):
    for name in job.leaves:
        bands = job.bands(name)
        assert all(span.end - span.start >= LEAST for span in (*bands.lanes, *bands.stages, *bands.steps))


def test_the_stages_have_the_colour_of_the_poster(job):
    assert job.bands("A2").colour == job.press.style.colours["stage"]


def test_a_poster_without_a_layout_repeats_nothing(job):
    bare = replace(job.made, layout=None)
    bands = repeated(job.press, bare, job.plan.tile("B2"), job.leaves["B2"])
    assert (bands.lanes, bands.stages, bands.steps) == ((), (), ())


def test_names_are_drawn_on_the_sheets(job):
    sheets = {sheet.label: sheet for sheet in tiled(job.press, job.made, job.plan)}
    assert len(sheets["B2"].views) == 4
    assert words(figures(sheets["B2"].views[2].drawing)["lanes"])


def test_names_are_not_drawn_unless_asked_for():
    press, made = pressed(paper="A3", tiling=Tiling(sheet="A4", assembly=False))
    assert {len(sheet.views) for sheet in tiled(press, made, planned(press, made))} == {3}
