"""What is meant of a map, wherever the group is: frames lie on the paper and in each other."""

import pytest

from desks import small_map
from desktop import resources
from desktop.desk.focus import Extent, Here, columns_at, frame, place_of, row_at, titles
from desktop.desk.lens import CLEAR
from desktop.document.edits.cards import Spot
from desktop.document.locate import columns_of
from desktop.layout.layouter import Layouter

JOURNEY = small_map().maps[0]
STEPS = columns_of(JOURNEY).steps
SPOTS = [Spot(lane.id, step) for lane in JOURNEY.lanes for step in STEPS]


@pytest.fixture(scope="module")
def layout():
    whole = small_map()
    return Layouter(resources.typesetter(), resources.style("screen"), resources.words("en")).layout(whole, JOURNEY.id)


def places():
    return [place_of(JOURNEY, CLEAR, spot) for spot in SPOTS]


def lies_in(inner, outer):
    return (
        outer.x - 1e-6 <= inner.x
        and outer.y - 1e-6 <= inner.y
        and inner.right <= outer.right + 1e-6
        and inner.bottom <= outer.bottom + 1e-6
    )


def test_a_place_is_that_of_its_slot():
    assert [(here.lane, here.step) for here in places()] == [(spot.lane, spot.step) for spot in SPOTS]
    assert {here.stage for here in places()} == {stage.id for stage in JOURNEY.stages}


@pytest.mark.parametrize("extent", list(Extent))
def test_every_frame_lies_on_the_paper(layout, extent):
    whole = frame(layout, None, Extent.WHOLE)
    for here in places():
        found = frame(layout, here, extent)
        assert lies_in(found, whole)
        assert min(found.width, found.height) > 0


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        (Extent.CELL, Extent.NEAR),
        (Extent.NEAR, Extent.STAGE),
        (Extent.NEAR, Extent.LANE),
        (Extent.CELL, Extent.LANE),
        (Extent.LANE, Extent.WHOLE),
        (Extent.STAGE, Extent.WHOLE),
    ],
)
def test_the_narrower_lies_in_the_wider(layout, inner, outer):
    assert all(lies_in(frame(layout, here, inner), frame(layout, here, outer)) for here in places())


def test_cells_beside_each_other_make_up_the_lane(layout):
    lane = JOURNEY.lanes[0].id
    cells = [frame(layout, here, Extent.CELL) for here in places() if here.lane == lane]
    whole = frame(layout, places()[0], Extent.LANE)
    assert sum(cell.width for cell in cells) == pytest.approx(whole.width)
    assert {cell.height for cell in cells} == {whole.height}


def test_every_place_has_its_column_and_its_row(layout):
    for here in places():
        assert [column.step.id for column in columns_at(layout, here, Extent.CELL)] == [here.step]
        assert row_at(layout, here).lane.id == here.lane


@pytest.mark.parametrize("extent", [Extent.WHOLE, Extent.LANE])
def test_all_columns_are_meant_without_a_stage(layout, extent):
    assert columns_at(layout, places()[0], extent) == list(layout.columns)


def test_without_a_place_all_columns_are_meant_and_no_row(layout):
    assert columns_at(layout, None, Extent.CELL) == list(layout.columns)
    assert row_at(layout, None) is None


def test_a_place_that_is_not_shown_has_no_column_and_no_row(layout):
    away = Here("gone", "gone", "gone")
    assert columns_at(layout, away, Extent.CELL) == columns_at(layout, away, Extent.NEAR) == []
    assert row_at(layout, away) is None


def test_titles_are_those_of_stage_and_step():
    for stage in JOURNEY.stages:
        for step in stage.steps:
            assert titles(JOURNEY, Here(stage.id, step.id, "")) == (stage.title, step.title)


@pytest.mark.parametrize(("stage", "step"), [("gone", "d0"), ("", ""), ("gone", "gone")])
def test_what_is_not_there_has_no_title(stage, step):
    assert titles(JOURNEY, Here(stage, step, "")) == ("", "")
