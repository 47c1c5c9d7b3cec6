"""Marks of what is selected, of what can be taken hold of and of what is locked, as they are painted."""

import pytest
from points import lane_of, marker_of, middle, within
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.canvas import marks, overlay
from desktop.canvas.standing import standing
from desktop.canvas.sticky import bands
from desktop.document.cards import Comment
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.lanes import edit_group, group_lanes, lock_lane

BLUE = "#2f6bff"
NOWHERE = QPoint(6, 6)


@pytest.fixture
def look(canvas):
    """A picture of the canvas, and the colours in a rectangle of it."""
    return lambda: canvas.viewport().grab().toImage()


def colours(image, corner, size):
    right, bottom = min(corner.x() + size[0], image.width()), min(corner.y() + size[1], image.height())
    return {
        image.pixelColor(x, y).name()
        for x in range(max(0, corner.x()), right)
        for y in range(max(0, corner.y()), bottom)
    }


def attempt(canvas, verb, *arguments, **options):
    desk = canvas.desk
    assert desk.attempt("Prepare", lambda project: verb(project, desk.map_id, *arguments, **options))


def point_at(canvas, at):
    QTest.mouseMove(canvas.viewport(), NOWHERE)
    QTest.mouseMove(canvas.viewport(), at)


def differs(one, other, at):
    return one.pixelColor(at) != other.pixelColor(at)


def test_a_selected_marker_has_a_ring(canvas, look):
    canvas.scroll_to(0, 330)
    marker = marker_of(canvas, 2)
    canvas.desk.select([marker])
    rect = standing(canvas.scene, canvas.view, marker).rect.toRect()
    column = [look().pixelColor(rect.center().x(), rect.top() - y).name() for y in range(6)]
    assert BLUE in column[2:]


def test_the_selection_does_not_run_across_the_bubble_of_comments(canvas, hand, look):
    card = hand.card("Reads the")
    attempt(canvas, edit_cards, [card], comments=(Comment(id="said", text="Really?"),))
    canvas.desk.select(())
    top_right = hand.on("Reads the", 1.0, 0.0)
    corner, size = top_right - QPoint(3, 3), (6, 6)
    bare = look().copy(corner.x(), corner.y(), *size)
    canvas.desk.select([card])
    assert look().copy(corner.x(), corner.y(), *size) == bare
    assert BLUE in colours(look(), hand.on("Reads the", 0.5, 0.0) - QPoint(0, 4), (1, 4))


@pytest.mark.parametrize("sort", ["stage", "step", "lane"])
def test_a_selected_header_has_a_wash_and_a_line(canvas, look, sort):
    layout = canvas.scene.layout
    one = {
        "stage": layout.stage_places[1].stage.id,
        "step": layout.columns[2].step.id,
        "lane": lane_of(canvas, "actions"),
    }[sort]
    bare = look()
    canvas.desk.select([one])
    image, rect = look(), standing(canvas.scene, canvas.view, one).rect.toRect()
    assert BLUE in colours(image, rect.topLeft() - QPoint(10, 2), (rect.width() + 10, rect.height() + 4))
    assert differs(bare, image, rect.center() + QPoint(rect.width() // 3, 0))


def test_marks_of_headers_stay_in_sight_with_them(canvas, look):
    canvas.scroll_to(0, 420)
    step = canvas.scene.layout.columns[2].step.id
    canvas.desk.select([step])
    band = bands(canvas.scene, canvas.view).headers
    rect = standing(canvas.scene, canvas.view, step).rect.toRect()
    assert band.contains(rect.center())
    assert BLUE in colours(look(), rect.topLeft(), (rect.width(), rect.height() + 3))


def test_marks_of_labels_stay_in_sight_with_them(canvas, look):
    canvas.scroll_to(400, 0)
    lane = lane_of(canvas, "actions")
    canvas.desk.select([lane])
    rect = standing(canvas.scene, canvas.view, lane).rect.toRect()
    assert BLUE in colours(look(), QPoint(0, rect.top()), (12, rect.height()))


def test_the_label_of_a_folded_group_is_marked_with_its_lanes(canvas, look):
    lanes = [lane_of(canvas, "touchpoints"), lane_of(canvas, "thoughts")]
    attempt(canvas, group_lanes, lanes, "Both", new_id=canvas.desk.new_id)
    group = canvas.desk.journey.groups[0].id
    attempt(canvas, edit_group, group, folded=True)
    canvas.desk.select(lanes)
    rect = standing(canvas.scene, canvas.view, group).rect.toRect()
    assert BLUE in colours(look(), rect.topLeft() - QPoint(10, 0), (14, rect.height()))


@pytest.mark.parametrize("sort", ["card", "marker", "lane"])
def test_what_can_be_taken_shows_it_under_the_pointer(hand, canvas, look, sort):
    canvas.scroll_to(0, 330 if sort == "marker" else 0)
    one = {
        "card": hand.card("Search result"),
        "marker": marker_of(canvas, 2),
        "lane": lane_of(canvas, "actions"),
    }[sort]
    rect = standing(canvas.scene, canvas.view, one).rect.toRect().adjusted(-9, -9, 9, 9)
    bare = look().copy(rect)
    point_at(canvas, middle(canvas, one))
    assert look().copy(rect) != bare
    QTest.mouseMove(canvas.viewport(), NOWHERE)
    assert look().copy(rect) == bare


def test_it_goes_when_the_pointer_leaves_the_canvas(hand, canvas, look):
    bare = look()
    point_at(canvas, hand.on("Search result"))
    assert look() != bare
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert look() == bare


def test_a_selected_card_is_not_marked_twice(hand, canvas, look):
    canvas.desk.select([hand.card("Search result")])
    marked = look()
    point_at(canvas, hand.on("Search result"))
    assert look() == marked


def test_only_the_two_places_are_painted_again(hand, canvas, monkeypatch):
    canvas.viewport().grab()
    painted = []
    monkeypatch.setattr(canvas.viewport(), "update", lambda *areas: painted.extend(areas))
    point_at(canvas, hand.on("Search result"))
    assert len(painted) == 1
    assert painted[0].width() < 200


def test_a_locked_lane_has_a_lock_after_its_title(canvas, look):
    lane = lane_of(canvas, "touchpoints")
    bare = look()
    attempt(canvas, lock_lane, lane, True)
    image, title = look(), within(canvas, lane, 0.0, 0.0)
    beside = title + QPoint(112, 4)
    assert colours(image, beside, (24, 22)) - colours(bare, beside, (24, 22))


def test_a_lock_stays_in_sight_with_its_label(canvas, look):
    lane = lane_of(canvas, "touchpoints")
    canvas.scroll_to(400, 0)
    bare = look()
    attempt(canvas, lock_lane, lane, True)
    top = standing(canvas.scene, canvas.view, lane).rect.toRect().top()
    assert colours(look(), QPoint(120, top), (30, 30)) - colours(bare, QPoint(120, top), (30, 30))


def test_from_afar_there_are_no_locks(canvas, look):
    canvas.zoom_to(0.2)
    bare = look()
    attempt(canvas, lock_lane, lane_of(canvas, "touchpoints"), True)
    assert look() == bare


@pytest.mark.parametrize(("crowd", "multitude"), [(1000, 1000), (20, 1000), (20, 20)])
def test_however_many_are_selected_they_are_marked(canvas, look, monkeypatch, crowd, multitude):
    monkeypatch.setattr(overlay, "CROWD", crowd)
    monkeypatch.setattr(marks, "MULTITUDE", multitude)
    bare = look()
    canvas.desk.select(card.id for lane in canvas.desk.journey.lanes for card in lane.cards)
    inks = colours(look(), QPoint(200, 250), (400, 300)) - colours(bare, QPoint(200, 250), (400, 300))
    assert BLUE in inks


def test_few_and_many_selected_cards_are_marked_alike(canvas, look, monkeypatch):
    canvas.desk.select(card.id for card in canvas.scene.layout.rows[0].lane.cards)
    few = look()
    monkeypatch.setattr(overlay, "FEW", 2)
    canvas.viewport().update()
    assert look() == few


def test_a_header_in_the_hand_has_no_marks_of_its_own(hand, canvas):
    stage = canvas.scene.layout.stage_places[0].stage.id
    hand.press(middle(canvas, stage))
    hand.move(middle(canvas, stage) + QPoint(30, 0))
    assert canvas.tool.marked == {stage}
    hand.key(Qt.Key.Key_Escape)
