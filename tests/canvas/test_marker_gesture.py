"""Dragging emotion markers, with real mouse and key events."""

import pytest
from points import lane_of, marker_of, middle
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.bubble import Feeling, bubble, told
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.markers import remove_markers

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def marker(canvas):
    """A marker with the value −1.1, in the middle of the window."""
    canvas.scroll_to(150, 330)
    return marker_of(canvas, 3)


@pytest.fixture
def said(canvas):
    sentences = []
    canvas.desk.said.connect(sentences.append)
    return sentences


def value(canvas, marker):
    return canvas.scene.hits.find_marker(marker)[1].marker.value


def step(canvas, marker):
    at = canvas.scene.hits.find_marker(marker)[1].marker.step
    return next(column.index for column in canvas.scene.layout.columns if column.step.id == at)


def feel(canvas, marker, by):
    """A point so many points of emotion above a marker's middle."""
    row, _ = canvas.scene.hits.find_marker(marker)
    return middle(canvas, marker) - QPoint(0, round(by * row.content.unit * canvas.zoom))


def across(canvas, columns):
    return QPoint(round(columns * canvas.scene.layout.columns[0].width * canvas.zoom), 0)


def test_a_click_selects(hand, canvas, marker):
    hand.click(middle(canvas, marker))
    assert canvas.desk.selected == {marker}


def test_with_ctrl_a_click_adds_and_takes_away(hand, canvas, marker):
    other = marker_of(canvas, 1)
    hand.click(middle(canvas, marker))
    hand.click(middle(canvas, other), CTRL)
    assert canvas.desk.selected == {marker, other}
    hand.click(middle(canvas, marker), CTRL)
    assert canvas.desk.selected == {other}


def test_up_and_down_snaps_to_halves(hand, canvas, session, marker):
    hand.drag(middle(canvas, marker), feel(canvas, marker, 2.0))
    assert value(canvas, marker) == 1.0
    assert session.undoable.label == "Move emotion"


def test_with_shift_from_the_press_on_it_goes_alone(hand, canvas, marker):
    other = marker_of(canvas, 1)
    before = value(canvas, other)
    hand.click(middle(canvas, other))
    hand.press(middle(canvas, marker), SHIFT)
    hand.move(feel(canvas, marker, 0.4))
    hand.release(SHIFT)
    assert (value(canvas, marker), value(canvas, other)) == (-0.7, before)
    assert canvas.desk.selected == {marker}


def test_with_shift_it_is_fine(hand, canvas, marker):
    goal = feel(canvas, marker, 0.4)
    hand.press(middle(canvas, marker))
    hand.move(goal)
    hand.release(SHIFT)
    assert value(canvas, marker) == -0.7


def test_shift_during_the_drag_changes_the_grid(hand, canvas, qtbot, marker):
    hand.press(middle(canvas, marker))
    hand.move(feel(canvas, marker, 0.4))
    coarse = value(canvas, marker)
    qtbot.keyPress(canvas, Qt.Key.Key_Shift)
    assert (coarse, value(canvas, marker)) == (-0.5, -0.7)
    qtbot.keyRelease(canvas, Qt.Key.Key_Shift)
    hand.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("by", "end"), [(9, 2.0), (-9, -2.0)])
def test_it_stays_on_the_scale(hand, canvas, marker, by, end):
    hand.press(middle(canvas, marker))
    hand.move(middle(canvas, marker) - QPoint(0, by * 20))
    assert value(canvas, marker) == end
    hand.release()


def test_the_curve_follows_before_the_button_is_released(hand, canvas, session, marker):
    def points():
        return canvas.scene.hits.find_marker(marker)[0].content.curves[0].points

    before = points()
    hand.press(middle(canvas, marker))
    hand.move(feel(canvas, marker, 1.6))
    assert points() != before
    assert session.undoable is None
    hand.key(Qt.Key.Key_Escape)
    assert points() == before


def test_escape_leaves_no_trace(hand, canvas, session, bytes_of, marker):
    saved, scene = bytes_of(), canvas.scene
    hand.press(middle(canvas, marker))
    hand.move(feel(canvas, marker, 2))
    hand.key(Qt.Key.Key_Escape)
    hand.release()
    assert (bytes_of(), session.undoable, canvas.scene) == (saved, None, scene)


def test_where_it_was_is_no_edit(hand, canvas, session, marker):
    start = middle(canvas, marker)
    hand.press(start)
    hand.move(feel(canvas, marker, 1.5))
    hand.move(start)
    hand.release()
    assert session.undoable is None


def test_sideways_to_a_step_where_the_persona_has_none(hand, canvas, session, marker):
    session.edit("Remove", remove_markers(session.project, session.project.maps[0].id, [marker_of(canvas, 4)]))
    hand.drag(middle(canvas, marker), middle(canvas, marker) + across(canvas, 1))
    assert (step(canvas, marker), value(canvas, marker)) == (4, -1.1)


def test_another_marker_there_is_never_replaced(hand, canvas, session, said, marker):
    hand.press(middle(canvas, marker))
    hand.move(middle(canvas, marker) + across(canvas, 1))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release()
    assert (session.undoable, step(canvas, marker)) == (None, 3)
    assert said == ["This persona has a marker at this step already."]


def test_several_move_by_the_same_difference(hand, canvas, session, marker):
    others = [marker_of(canvas, number) for number in (0, 1)]
    before = [value(canvas, other) for other in others]
    canvas.desk.select([marker, *others])
    hand.drag(middle(canvas, marker), feel(canvas, marker, 0.6))
    assert value(canvas, marker) == -0.5
    assert [value(canvas, other) for other in others] == [round(one + 0.6, 1) for one in before]
    assert session.undoable.label == "Move 3 emotions"


def test_several_stay_on_the_scale_each(hand, canvas, marker):
    happy = marker_of(canvas, 5)
    canvas.desk.select([marker, happy])
    hand.drag(middle(canvas, marker), feel(canvas, marker, 3.1))
    assert (value(canvas, marker), value(canvas, happy)) == (2.0, 2.0)


def test_a_click_on_one_of_several_selects_it_alone(hand, canvas, marker):
    canvas.desk.select([marker, marker_of(canvas, 0)])
    hand.click(middle(canvas, marker))
    assert canvas.desk.selected == {marker}


def test_a_locked_lane_says_so(hand, canvas, session, said, marker):
    lock(canvas, session)
    hand.drag(middle(canvas, marker), feel(canvas, marker, 2))
    assert value(canvas, marker) == -1.1
    assert said == ["The lane is locked; unlock it first."]


def test_a_drop_far_outside_changes_nothing(hand, canvas, session, marker):
    hand.press(middle(canvas, marker))
    hand.move(QPoint(middle(canvas, marker).x(), -80))
    hand.release()
    assert session.undoable is None


def test_the_value_stands_beside_it_in_a_bubble(hand, canvas, marker):
    hand.press(middle(canvas, marker))
    hand.move(feel(canvas, marker, 1.6))
    beside = middle(canvas, marker) + QPoint(72, 0)
    image = canvas.viewport().grab().toImage()
    inks = {image.pixelColor(beside + QPoint(x, y)).lightness() for x in range(-14, 15) for y in range(-6, 7)}
    assert min(inks) < 80 < 250 < max(inks)
    hand.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("number", "words"), [(1.5, "+1.5"), (-0.4, "−0.4"), (0.0, "0.0")])
def test_a_value_is_told_with_its_sign(number, words):
    assert told(number) == words


@pytest.mark.parametrize(("x", "side"), [(100, "right"), (380, "left")])
def test_the_bubble_stays_in_the_window(qapp, x, side):
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    bubble(painter, QPointF(x, 40), Feeling(2.0, "#CF3F66", 12), 400)
    painter.end()
    white = [column for column in range(400) if image.pixelColor(column, 30).name() == "#ffffff"]
    assert (min(white) > x) if side == "right" else (max(white) < x)


def test_the_pointer_shows_that_it_goes_up_and_down(hand, canvas, marker):
    hand.press(middle(canvas, marker))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    hand.release()


def lock(canvas, session):
    map_id = session.project.maps[0].id
    session.edit("Lock", lock_lane(session.project, map_id, lane_of(canvas, "emotions"), True), map_id)
