"""What the projector is about: where the group is, and how much of the map is meant."""

from dataclasses import replace

import pytest

from desks import desk_on, small_map
from desktop import resources
from desktop.desk.focus import Extent, Focus, Here, columns_at, frame, place_of, row_at, titles
from desktop.desk.lens import CLEAR, Lens
from desktop.document.base import changed
from desktop.document.edits.cards import Spot
from desktop.layout.layouter import Layouter
from shows import Ear


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture(scope="module")
def layout():
    layouter = Layouter(resources.typesetter(), resources.style("screen"), resources.words("en"))
    whole = small_map()
    return layouter.layout(whole, whole.maps[0].id)


@pytest.fixture
def focus(desk):
    return Focus(desk)


@pytest.fixture
def ear(focus):
    return Ear(focus.changed)


def lanes(desk):
    return [lane.id for lane in desk.journey.lanes]


def last(layout):
    """The last column's place in the thoughts."""
    column = layout.columns[-1]
    row = next(row for row in layout.rows if row.lane.kind == "thoughts")
    return Here(column.stage.id, column.step.id, row.lane.id)


def test_without_a_slot_it_is_the_first_cell(desk, focus):
    first = desk.journey.stages[0]
    assert focus.here == Here(first.id, "d0", lanes(desk)[0])


def test_a_divider_is_no_place(desk):
    dividers = changed(desk.journey, lanes=tuple(each for each in desk.journey.lanes if each.kind == "visibility"))
    assert place_of(dividers, CLEAR, None) is None


def test_a_hidden_lane_is_not_the_first(desk):
    here = place_of(desk.journey, Lens(lanes=frozenset(lanes(desk)[:1])), None)
    assert here.lane == lanes(desk)[1]


def test_a_map_without_steps_has_no_place(desk):
    assert place_of(changed(desk.journey, stages=()), CLEAR, None) is None


def test_a_project_without_maps_has_none():
    assert Focus(desk_on(changed(small_map(), maps=()))).here is None


def test_it_goes_with_the_slot(desk, focus, ear):
    desk.aim(Spot(lanes(desk)[2], "d3"))
    assert (focus.here.step, focus.here.lane) == ("d3", lanes(desk)[2])
    assert len(ear.heard) == 1


def test_a_slot_that_moves_within_its_cell_is_no_other_place(desk, focus, ear):
    desk.aim(Spot(lanes(desk)[0], "d0"))
    desk.aim(Spot(lanes(desk)[0], "d0", after="c1"))
    assert ear.heard == []


def test_where_it_stays_the_slot_goes_alone(desk, focus, ear):
    focus.follow(False)
    desk.aim(Spot(lanes(desk)[2], "d3"))
    assert focus.here.step == "d0"
    assert len(ear.heard) == 1  # that it stays


def test_when_it_follows_again_it_catches_up(desk, focus):
    focus.follow(False)
    desk.aim(Spot(lanes(desk)[2], "d3"))
    focus.follow(True)
    assert focus.here.step == "d3"


def test_following_twice_is_no_change(focus, ear):
    focus.follow(True)
    assert ear.heard == []


def test_whoever_stays_can_be_sent_somewhere(desk, focus):
    focus.follow(False)
    desk.aim(Spot(lanes(desk)[2], "d3"))
    focus.show(Extent.LANE)
    assert (focus.here.lane, focus.extent) == (lanes(desk)[2], Extent.LANE)


def test_another_extent_is_told(focus, ear):
    focus.show(Extent.STAGE)
    assert focus.extent is Extent.STAGE
    assert len(ear.heard) == 1


def test_titles_of_a_place(desk, focus):
    stage = desk.journey.stages[0]
    assert titles(desk.journey, focus.here) == (stage.title, stage.steps[0].title)
    assert titles(desk.journey, None) == ("", "")


def test_of_all_the_frame_is_the_paper(layout):
    whole = frame(layout, last(layout), Extent.WHOLE)
    assert (whole.width, whole.height) == (layout.width, layout.height)


def test_of_a_stage_it_is_its_columns_over_all_lanes(layout):
    part = frame(layout, last(layout), Extent.STAGE)
    columns = [each for each in layout.columns if each.stage.id == last(layout).stage]
    assert (part.x, part.right) == pytest.approx((columns[0].x, columns[-1].x + columns[-1].width))
    assert (part.y, part.bottom) == pytest.approx((layout.labels.y, layout.labels.bottom))


def test_of_a_lane_it_is_its_row_over_all_columns(layout):
    part, row = frame(layout, last(layout), Extent.LANE), row_at(layout, last(layout))
    assert (part.y, part.height) == pytest.approx((row.y, row.height))
    assert part.width == pytest.approx(sum(each.width for each in layout.columns))


def test_of_a_cell_it_is_where_both_cross(layout):
    part, column = frame(layout, last(layout), Extent.CELL), layout.columns[-1]
    assert (part.x, part.width) == (column.x, column.width)


def test_near_is_the_lane_within_the_stage(layout):
    near, lane, stage = (frame(layout, last(layout), each) for each in (Extent.NEAR, Extent.LANE, Extent.STAGE))
    assert (near.y, near.height, near.x, near.width) == (lane.y, lane.height, stage.x, stage.width)


@pytest.mark.parametrize("extent", [Extent.STAGE, Extent.CELL, Extent.NEAR])
def test_of_a_step_that_is_not_shown_it_is_the_paper(layout, extent):
    away = Here("gone", "gone", last(layout).lane)
    assert frame(layout, away, extent).width == layout.width


def test_of_a_lane_that_is_not_shown_it_is_all_lanes(layout):
    part = frame(layout, last(layout)._replace(lane="gone"), Extent.CELL)
    assert part.height == pytest.approx(layout.labels.height)


def test_a_folded_stage_is_one_column(layout):
    column = replace(layout.columns[-1], folds=("x", "d3"))
    folded = replace(layout, columns=(*layout.columns[:-2], column))
    assert columns_at(folded, last(layout)._replace(step="x"), Extent.CELL) == [column]
