"""Which part of the map is a stage's, a step's or a lane's."""

import pytest

from desktop.canvas.strips import below, lane_of_row, lane_strips, right_of, stage_strips, step_strips, strip_of


@pytest.fixture
def layout(canvas):
    return canvas.scene.layout


def test_columns_reach_from_header_to_foot(layout):
    for strips in (stage_strips(layout), step_strips(layout)):
        assert {strip.bottom for _, strip in strips} == {layout.labels.bottom}


def test_rows_reach_from_label_to_end(layout):
    assert {(strip.x, strip.right) for _, strip in lane_strips(layout)} == {(layout.labels.x, layout.stages.right)}


def test_each_is_found_by_its_id(layout):
    stage, column, row = layout.stage_places[1], layout.columns[2], layout.rows[2]
    assert strip_of(layout, stage.stage.id).x == stage.rect.x
    assert strip_of(layout, column.step.id).width == column.width
    assert strip_of(layout, row.lane.id).height == row.height
    assert strip_of(layout, "gone") is None


def test_the_next_is_the_first_whose_middle_is_beyond(layout):
    columns, rows = layout.columns, layout.rows
    middle = columns[1].x + columns[1].width / 2
    assert right_of(middle - 1, step_strips(layout)) == columns[1].step.id
    assert right_of(middle + 1, step_strips(layout)) == columns[2].step.id
    assert below(rows[0].y, lane_strips(layout)) == rows[0].lane.id
    assert (right_of(1e6, step_strips(layout)), below(1e6, lane_strips(layout))) == ("", "")


def test_a_row_stands_for_its_lane(canvas):
    journey = canvas.desk.journey
    assert [lane_of_row(journey, lane.id) for lane in journey.lanes] == [lane.id for lane in journey.lanes]
    assert lane_of_row(journey, "") == ""
