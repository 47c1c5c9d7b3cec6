"""Dragging the edges of headers, and fitting by a double click, with real mouse and key events."""

import pytest
from points import lane_of, lower_edge, marker_of, right_edge
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.lanes import lock_lane, set_lane_height
from desktop.document.edits.steps import set_step_width

UNIT = 168
"""Px of a usual column at 100 %."""


@pytest.fixture
def step(canvas):
    return lambda number: canvas.scene.layout.columns[number].step.id


@pytest.fixture
def actions(canvas):
    return lane_of(canvas, "actions")


def width(canvas, number):
    return canvas.scene.layout.columns[number].step.width


def height(canvas, lane):
    return next(row.lane.height for row in canvas.scene.layout.rows if row.lane.id == lane)


def tall(canvas, lane):
    return canvas.scene.hits.rect(lane).height


def attempt(canvas, verb, *arguments):
    desk = canvas.desk
    assert desk.attempt("Prepare", lambda project: verb(project, desk.map_id, *arguments))


def double_click(canvas, at):
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_an_edge_sets_the_width(hand, canvas, session, step):
    hand.drag(right_edge(canvas, step(1)), right_edge(canvas, step(1)) + QPoint(round(0.42 * UNIT), 30))
    assert width(canvas, 1) == 1.4
    assert session.undoable.label == "Width"


def test_the_columns_make_room_before_the_button_is_released(hand, canvas, session, step):
    before = canvas.scene.layout.columns[2].x
    hand.press(right_edge(canvas, step(1)))
    hand.move(right_edge(canvas, step(1)) + QPoint(84, 0))
    assert canvas.scene.layout.columns[2].x == pytest.approx(before + 84)
    assert session.undoable is None
    hand.key(Qt.Key.Key_Escape)
    assert canvas.scene.layout.columns[2].x == before


def test_it_snaps_to_the_usual_width(hand, canvas, step):
    attempt(canvas, set_step_width, step(1), 1.33)
    hand.drag(right_edge(canvas, step(1)), right_edge(canvas, step(1)) - QPoint(round(0.33 * UNIT) + 4, 0))
    assert width(canvas, 1) == 1.0


def test_it_snaps_to_a_neighbours_width(hand, canvas, step):
    attempt(canvas, set_step_width, step(2), 1.23)
    hand.drag(right_edge(canvas, step(1)), right_edge(canvas, step(1)) + QPoint(round(0.23 * UNIT) - 4, 0))
    assert width(canvas, 1) == 1.23


@pytest.mark.parametrize(("by", "end"), [(-160, 0.4), (600, 4.55)])
def test_a_width_has_bounds(hand, canvas, step, by, end):
    hand.press(right_edge(canvas, step(0)))
    hand.move(right_edge(canvas, step(0)) + QPoint(by, 0))
    assert width(canvas, 0) == pytest.approx(end, abs=0.06)
    hand.key(Qt.Key.Key_Escape)


def test_all_selected_steps_get_the_same_width(hand, canvas, session, step):
    canvas.desk.select([step(0), step(1)])
    hand.drag(right_edge(canvas, step(1)), right_edge(canvas, step(1)) + QPoint(84, 0))
    assert [width(canvas, number) for number in range(3)] == [1.5, 1.5, 1.0]
    session.undo()
    assert width(canvas, 0) == 1.0


def test_a_click_on_an_edge_changes_nothing(hand, canvas, session, step):
    canvas.desk.select([step(0), step(1)])
    hand.click(right_edge(canvas, step(1)))
    assert session.undoable is None
    assert canvas.desk.selected == {step(0), step(1)}


def test_escape_leaves_no_trace(hand, canvas, session, bytes_of, step):
    saved, scene = bytes_of(), canvas.scene
    hand.press(right_edge(canvas, step(1)))
    hand.move(right_edge(canvas, step(1)) + QPoint(84, 0))
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert (bytes_of(), session.undoable, canvas.scene) == (saved, None, scene)


def test_the_width_is_told_and_a_guide_drawn(hand, canvas, step):
    hand.press(right_edge(canvas, step(1)))
    hand.move(right_edge(canvas, step(1)) + QPoint(84, 0))
    image, edge = canvas.viewport().grab().toImage(), right_edge(canvas, step(1)).x()
    line = [image.pixelColor(edge + by, y).name() for y in range(400, 640) for by in (-1, 0, 1)]
    caption = {image.pixelColor(edge + 10 + x, hand.at.y() + 20 + y).name() for x in range(30) for y in range(8)}
    assert line.count("#2f6bff") > 100
    assert {"#2f6bff", "#ffffff"} <= caption
    hand.key(Qt.Key.Key_Escape)


def test_a_double_click_fits_the_width(hand, canvas, session, step):
    attempt(canvas, set_step_width, step(1), 2.0)
    double_click(canvas, right_edge(canvas, step(1)))
    assert 0.6 <= width(canvas, 1) < 1.2
    assert session.undoable.label == "Fit width"


def test_a_double_click_fits_all_selected_steps(hand, canvas, step):
    canvas.desk.select([step(0), step(1)])
    attempt(canvas, set_step_width, step(1), 2.0)
    attempt(canvas, set_step_width, step(0), 2.5)
    double_click(canvas, right_edge(canvas, step(1)))
    assert max(width(canvas, 0), width(canvas, 1)) < 1.2


def test_a_lower_edge_sets_the_least_height(hand, canvas, session, actions):
    before = tall(canvas, actions)
    hand.drag(lower_edge(canvas, actions), lower_edge(canvas, actions) + QPoint(0, 56))
    assert tall(canvas, actions) == pytest.approx(before + 56, abs=2)
    assert session.undoable.label == "Height"


def test_a_lane_is_never_lower_than_its_cards(hand, canvas, session, actions):
    before = tall(canvas, actions)
    attempt(canvas, set_lane_height, actions, 4.0)
    hand.drag(lower_edge(canvas, actions), lower_edge(canvas, actions) - QPoint(0, 150))
    assert (height(canvas, actions), tall(canvas, actions)) == (0.0, before)


def test_an_emotion_lane_is_stretched(hand, canvas):
    canvas.scroll_to(0, 300)
    lane = lane_of(canvas, "emotions")
    before, marker = tall(canvas, lane), marker_of(canvas, 3)
    unit = canvas.scene.hits.find_marker(marker)[0].content.unit
    hand.drag(lower_edge(canvas, lane), lower_edge(canvas, lane) + QPoint(0, 100))
    assert tall(canvas, lane) == pytest.approx(before + 100, abs=before * 0.04)
    assert canvas.scene.hits.find_marker(marker)[0].content.unit > unit


def test_all_selected_lanes_get_the_same_least_height(hand, canvas, actions):
    touchpoints = lane_of(canvas, "touchpoints")
    canvas.desk.select([actions, touchpoints])
    hand.drag(lower_edge(canvas, actions), lower_edge(canvas, actions) + QPoint(0, 56))
    assert height(canvas, actions) == height(canvas, touchpoints) > 1


def test_a_double_click_fits_the_height(hand, canvas, session, actions):
    attempt(canvas, set_lane_height, actions, 4.0)
    double_click(canvas, lower_edge(canvas, actions))
    assert height(canvas, actions) == 0.0
    assert session.undoable.label == "Fit height"


def test_a_locked_lane_keeps_its_cards_and_not_its_height(hand, canvas, actions):
    attempt(canvas, lock_lane, actions, True)
    hand.drag(lower_edge(canvas, actions), lower_edge(canvas, actions) + QPoint(0, 56))
    assert height(canvas, actions) > 1


@pytest.mark.parametrize("edge", ["step", "lane"])
def test_the_pointer_shows_which_way_an_edge_goes(hand, canvas, step, actions, edge):
    at = right_edge(canvas, step(1)) if edge == "step" else lower_edge(canvas, actions)
    QTest.mouseMove(canvas.viewport(), at)
    shape = Qt.CursorShape.SplitHCursor if edge == "step" else Qt.CursorShape.SplitVCursor
    assert canvas.viewport().cursor().shape() == shape
