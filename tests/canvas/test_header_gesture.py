"""Selecting and dragging the headers of stages, steps, lanes and groups, with real mouse and key events."""

import pytest
from points import lane_of, lanes, middle, stages, steps, within
from PySide6.QtCore import QPoint, Qt

from desktop.canvas.sticky import bands
from desktop.desk.lens import Lens
from desktop.document.edits.lanes import edit_group, group_lanes, hide_lane
from desktop.document.edits.steps import remove_step

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(canvas):
    """The n-th stage's id."""
    return lambda number: canvas.scene.layout.stage_places[number].stage.id


@pytest.fixture
def step(canvas):
    return lambda number: canvas.scene.layout.columns[number].step.id


@pytest.fixture
def said(canvas):
    sentences = []
    canvas.desk.said.connect(sentences.append)
    return sentences


def over(canvas, thing, share):
    """A point of a header nearer to one of its ends."""
    return within(canvas, thing, share, 0.5)


def attempt(canvas, verb, *arguments, **options):
    desk = canvas.desk
    assert desk.attempt("Prepare", lambda project: verb(project, desk.map_id, *arguments, **options))


@pytest.mark.parametrize("sort", ["stages", "steps", "lanes"])
def test_a_click_selects_and_ctrl_toggles(hand, canvas, sort):
    layout = canvas.scene.layout
    one, other = {
        "stages": [place.stage.id for place in layout.stage_places],
        "steps": [column.step.id for column in layout.columns],
        "lanes": [row.lane.id for row in layout.rows],
    }[sort][:2]
    hand.click(middle(canvas, one))
    assert canvas.desk.selected == {one}
    hand.click(middle(canvas, other), CTRL)
    assert canvas.desk.selected == {one, other}
    hand.click(middle(canvas, one), SHIFT)
    assert canvas.desk.selected == {other}


def test_a_header_that_is_not_selected_is_dragged_alone(hand, canvas, stage):
    canvas.desk.select([stage(2)])
    hand.press(middle(canvas, stage(1)), CTRL)
    hand.move(over(canvas, stage(0), 0.2))
    hand.release(CTRL)
    assert stages(canvas)[:3] == ["Decide", "Discover", "Arrive"]
    assert canvas.desk.selected == {stage(0)}


def test_a_click_on_one_of_several_selects_it_alone(hand, canvas, step):
    canvas.desk.select([step(0), step(1)])
    hand.click(middle(canvas, step(0)))
    assert canvas.desk.selected == {step(0)}


def test_a_stage_goes_before_another(hand, canvas, session, stage):
    hand.drag(middle(canvas, stage(1)), over(canvas, stage(0), 0.2))
    assert stages(canvas)[:3] == ["Decide", "Discover", "Arrive"]
    assert session.undoable.label == "Move stage"


def test_its_cards_come_along(hand, canvas, stage):
    hand.drag(middle(canvas, stage(0)), over(canvas, stage(1), 0.9))
    assert steps(canvas)[:4] == ["Compares", "Books a table", "Hears about it", "Looks it up"]
    assert hand.step("Search result") == "Looks it up"


def test_neighbours_make_room_before_the_button_is_released(hand, canvas, session, stage):
    hand.press(middle(canvas, stage(0)))
    hand.move(over(canvas, stage(1), 0.9))
    assert stages(canvas)[:2] == ["Decide", "Discover"]
    assert session.undoable is None
    hand.key(Qt.Key.Key_Escape)
    assert stages(canvas)[:2] == ["Discover", "Decide"]


def test_over_the_lanes_only_the_way_to_the_side_counts(hand, canvas, stage):
    hand.press(middle(canvas, stage(0)))
    hand.move(QPoint(over(canvas, stage(1), 0.9).x(), 600))
    assert stages(canvas)[:2] == ["Decide", "Discover"]
    hand.release()
    assert stages(canvas)[:2] == ["Decide", "Discover"]


def test_several_stages_keep_their_order(hand, canvas, session, stage):
    canvas.zoom_to(0.5)
    canvas.desk.select([stage(0), stage(1)])
    hand.drag(middle(canvas, stage(0)), over(canvas, stage(3), 0.9))
    assert stages(canvas)[:4] == ["Arrive", "Dine", "Discover", "Decide"]
    assert session.undoable.label == "Move 2 stages"


def test_a_drop_at_its_own_place_is_no_edit(hand, canvas, session, stage):
    hand.press(middle(canvas, stage(0)))
    hand.move(over(canvas, stage(1), 0.9))
    hand.move(middle(canvas, stage(0)))
    hand.release()
    assert session.undoable is None


def test_a_step_moves_in_its_stage(hand, canvas, session, step):
    hand.drag(middle(canvas, step(0)), over(canvas, step(1), 0.8))
    assert steps(canvas)[:2] == ["Looks it up", "Hears about it"]
    assert session.undoable.label == "Move step"


@pytest.mark.parametrize(("goal", "share", "stage_of", "order"), [(2, 0.2, 1, 1), (3, 0.8, 1, 3), (1, 0.8, 0, 1)])
def test_a_step_goes_into_the_stage_that_it_is_dragged_over(hand, canvas, step, goal, share, stage_of, order):
    hand.drag(middle(canvas, step(0)), over(canvas, step(goal), share))
    column = canvas.scene.layout.columns[order]
    assert (column.step.title, column.stage.title) == ("Hears about it", stages(canvas)[stage_of])


def test_the_only_step_of_a_stage_cannot_leave_it(hand, canvas, session, said, step):
    attempt(canvas, remove_step, step(1), new_id=canvas.desk.new_id)
    hand.press(middle(canvas, step(0)))
    hand.move(over(canvas, step(1), 0.8))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release()
    assert session.undoable.label == "Prepare"
    assert said == ["A stage keeps at least one step."]


def test_a_lane_goes_before_another(hand, canvas, session):
    thoughts, actions = lane_of(canvas, "thoughts"), lane_of(canvas, "actions")
    hand.drag(middle(canvas, thoughts), within(canvas, actions, 0.5, 0.2))
    assert lanes(canvas)[:3] == ["Thoughts", "Actions", "Touchpoints"]
    assert session.undoable.label == "Move lane"


def test_beyond_the_last_lane_it_comes_last(hand, canvas):
    canvas.zoom_to(0.4)
    hand.drag(middle(canvas, lane_of(canvas, "actions")), QPoint(100, 690))
    assert lanes(canvas)[-1] == "Actions"


def test_several_lanes_keep_their_order(hand, canvas):
    canvas.zoom_to(0.6)
    actions, thoughts = lane_of(canvas, "actions"), lane_of(canvas, "thoughts")
    canvas.desk.select([actions, thoughts])
    hand.drag(middle(canvas, thoughts), within(canvas, lane_of(canvas, "emotions"), 0.5, 0.9))
    assert lanes(canvas)[:4] == ["Touchpoints", "Emotions", "Actions", "Thoughts"]


def test_a_lane_dragged_into_a_group_joins_it(hand, canvas):
    group(canvas, "touchpoints", "thoughts")
    hand.drag(middle(canvas, lane_of(canvas, "actions")), within(canvas, lane_of(canvas, "thoughts"), 0.5, 0.2))
    assert lanes(canvas)[:3] == ["Touchpoints", "Actions", "Thoughts"]
    assert {row.lane.group for row in canvas.scene.layout.rows[:3]} == {canvas.desk.journey.groups[0].id}


def test_hidden_lanes_stay_where_they_are(hand, canvas):
    attempt(canvas, hide_lane, lane_of(canvas, "touchpoints"), True)
    hand.drag(middle(canvas, lane_of(canvas, "thoughts")), within(canvas, lane_of(canvas, "actions"), 0.5, 0.2))
    assert lanes(canvas)[:2] == ["Thoughts", "Actions"]


def test_a_group_is_taken_by_its_bracket(hand, canvas, session):
    group(canvas, "touchpoints", "thoughts")
    bracket = within(canvas, lane_of(canvas, "touchpoints"), 0.03, 0.5)
    hand.click(bracket)
    assert canvas.desk.selected == {lane_of(canvas, "touchpoints"), lane_of(canvas, "thoughts")}
    hand.drag(bracket, within(canvas, lane_of(canvas, "actions"), 0.5, 0.1))
    assert lanes(canvas)[:3] == ["Touchpoints", "Thoughts", "Actions"]
    assert session.undoable.label == "Move group"


def test_a_folded_group_is_dragged_like_a_lane(hand, canvas):
    group(canvas, "touchpoints", "thoughts", folded=True)
    row = canvas.scene.layout.rows[1].lane.id
    hand.drag(middle(canvas, row), within(canvas, lane_of(canvas, "actions"), 0.5, 0.1))
    assert canvas.scene.layout.rows[0].lane.id == row


def test_a_lane_goes_past_a_folded_group(hand, canvas):
    group(canvas, "touchpoints", "thoughts", folded=True)
    row = canvas.scene.layout.rows[1].lane.id
    hand.drag(middle(canvas, lane_of(canvas, "emotions")), within(canvas, row, 0.5, 0.2))
    assert [each.lane.kind for each in canvas.scene.layout.rows[:2]] == ["actions", "emotions"]


def test_a_folded_stage_is_dragged_whole(hand, canvas, stage):
    canvas.desk.look(Lens(stages=frozenset((stage(0),))))
    hand.drag(middle(canvas, stage(0)), over(canvas, stage(1), 0.9))
    assert stages(canvas)[:2] == ["Decide", "Discover"]
    assert steps(canvas)[:2] == ["Compares", "Books a table"]


def test_escape_leaves_no_trace(hand, canvas, session, bytes_of, step):
    saved, scene = bytes_of(), canvas.scene
    hand.press(middle(canvas, step(0)))
    hand.move(over(canvas, step(3), 0.8))
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert (bytes_of(), session.undoable, canvas.scene) == (saved, None, scene)


def test_a_header_kept_in_sight_is_dragged_without_scrolling_up(hand, canvas, qtbot, step):
    canvas.scroll_to(0, 420)
    band = bands(canvas.scene, canvas.view).headers
    start, end = (QPoint(middle(canvas, step(number)).x(), band.bottom() - 8) for number in (0, 1))
    hand.press(start)
    hand.move(end + QPoint(40, -20))
    qtbot.wait(60)
    assert canvas.view.scroll == (0, 420)
    hand.release()
    assert steps(canvas)[:2] == ["Looks it up", "Hears about it"]


def test_at_the_edge_the_map_scrolls_by_itself(hand, canvas, qtbot, step):
    hand.press(middle(canvas, step(0)))
    hand.move(QPoint(canvas.viewport().width() - 3, 300))
    qtbot.waitUntil(lambda: canvas.view.scroll[0] > 100)
    hand.key(Qt.Key.Key_Escape)


def test_the_header_in_the_hand_is_under_the_pointer(hand, canvas, stage):
    hand.press(middle(canvas, stage(1)))
    hand.move(QPoint(500, 500))
    image = canvas.viewport().grab().toImage()
    rule = {image.pixelColor(500 + x, 500 + y).name() for x in range(-60, 60, 10) for y in range(-40, 0)}
    assert "#26356a" in rule
    hand.key(Qt.Key.Key_Escape)


def group(canvas, *kinds, folded=False):
    ids = [lane_of(canvas, kind) for kind in kinds]
    attempt(canvas, group_lanes, ids, "Both", new_id=canvas.desk.new_id)
    if folded:
        attempt(canvas, edit_group, canvas.desk.journey.groups[0].id, folded=True)
