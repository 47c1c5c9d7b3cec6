"""Dragging cards, with real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.lanes import lock_lane

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_card_goes_to_another_cell(hand, session):
    hand.drag(hand.on("Friend’s post"), hand.on("Menu page", down=0.9))
    assert hand.step("Friend’s post") == hand.step("Menu page")
    assert hand.lane("Friend’s post") == "touchpoints"
    assert session.undoable.label == "Move touchpoint"


def test_it_lands_where_the_pointer_is_among_its_neighbours(hand, canvas):
    hand.drag(hand.on("Friend’s post"), hand.on("Menu page", down=0.2))
    tops = [canvas.scene.hits.rect(hand.card(text)).y for text in ("Review site", "Friend’s post", "Menu page")]
    assert tops == sorted(tops)


def test_neighbours_make_room_before_the_button_is_released(hand, canvas, session):
    before = canvas.scene.hits.rect(hand.card("Menu page")).y
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site", down=0.2))
    assert canvas.scene.hits.rect(hand.card("Menu page")).y > before
    assert session.undoable is None
    hand.key(Qt.Key.Key_Escape)


def test_escape_in_mid_drag_leaves_no_trace(hand, canvas, session, bytes_of):
    scene, saved = canvas.scene, bytes_of()
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    assert canvas.scene is not scene
    hand.key(Qt.Key.Key_Escape)
    assert canvas.scene is scene
    hand.release()
    assert (bytes_of(), session.undoable, session.modified) == (saved, None, False)


def test_undo_brings_the_bytes_back(hand, session, bytes_of):
    saved = bytes_of()
    hand.drag(hand.on("Friend’s post"), hand.on("Review site"))
    hand.drag(hand.on("Booking tool"), hand.on("Menu kept"))
    assert bytes_of() != saved
    while session.undo():
        pass
    assert bytes_of() == saved


def test_the_map_follows_undo(hand, canvas, session):
    before = hand.step("Friend’s post")
    hand.drag(hand.on("Friend’s post"), hand.on("Review site"))
    assert hand.step("Friend’s post") != before
    session.undo()
    assert hand.step("Friend’s post") == before


def test_a_drop_at_the_same_place_is_no_edit(hand, session):
    start = hand.on("Search result")
    hand.press(start)
    hand.move(hand.on("Review site"))
    hand.move(start)
    hand.release()
    assert session.undoable is None


def test_a_twitch_is_a_click(hand, canvas, session):
    start = hand.on("Search result")
    hand.drag(start, start + QPoint(2, 2))
    assert session.undoable is None
    assert canvas.desk.selected == hand.cards("Search result")


def test_over_a_lane_of_another_kind_it_is_led_to_the_nearest_of_its_own(hand, canvas):
    hand.press(hand.on("Friend’s post"))
    over = hand.on("“Is it worth")
    hand.move(over)
    assert (hand.lane("Friend’s post"), hand.step("Friend’s post")) == ("touchpoints", "Compares")
    hand.release()
    assert hand.step("Friend’s post") == "Compares"


def test_the_dragged_card_is_under_the_pointer_and_not_in_the_map(hand, canvas):
    was = hand.on("Friend’s post", across=0.3)
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Booking form", down=0.0) + QPoint(0, 60))
    image = canvas.viewport().grab().toImage()
    assert image.pixelColor(was).name() == "#ffffff"
    column = [image.pixelColor(hand.at + QPoint(0, y)) for y in range(-30, 0)]
    assert any(colour.blue() - colour.red() > 60 for colour in column), "the edge of a touchpoint"
    hand.key(Qt.Key.Key_Escape)


def test_selected_cards_move_together(hand, canvas):
    steps = [column.step.title for column in canvas.scene.layout.columns]
    hand.click(hand.on("Friend’s post"))
    hand.click(hand.on("Map entry"), CTRL)
    before = [steps.index(hand.step(text)) for text in ("Friend’s post", "Map entry")]
    hand.drag(hand.on("Friend’s post"), hand.on("Review site"))
    after = [steps.index(hand.step(text)) for text in ("Friend’s post", "Map entry")]
    assert [now - was for was, now in zip(before, after, strict=True)] == [2, 2]


def test_several_cards_are_one_undo_step(hand, session, bytes_of):
    saved = bytes_of()
    hand.click(hand.on("Friend’s post"))
    hand.click(hand.on("“Sounds like"), CTRL)
    hand.drag(hand.on("Friend’s post"), hand.on("Search result"))
    assert session.undoable.label == "Move 2 cards"
    session.undo()
    assert bytes_of() == saved


def test_a_locked_lane_keeps_its_cards(hand, session):
    lock(session, "touchpoints")
    hand.drag(hand.on("Friend’s post"), hand.on("Review site"))
    assert session.undoable.label == "Lock"


def test_a_locked_lane_takes_no_cards(hand, canvas, session):
    lock(session, "thoughts")
    lock(session, "quotes")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    hand.release()
    assert hand.lane("Friend’s post") == "touchpoints"


def test_losing_the_focus_ends_a_drag_without_a_trace(hand, canvas, session):
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    canvas.clearFocus()
    hand.release()
    assert session.undoable is None


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_another_button_in_mid_drag_drops_nothing(hand, canvas, session, button):
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    shown = canvas.scene
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, hand.at)
    assert (session.undoable, canvas.scene) == (None, shown)
    hand.move(hand.on("Menu page"))
    hand.release()
    assert hand.step("Friend’s post") == hand.step("Menu page")


def test_another_button_does_not_end_a_pan(hand, canvas):
    hand.press(QPoint(500, 400), button=Qt.MouseButton.MiddleButton)
    hand.move(QPoint(450, 400))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand.at)
    hand.move(QPoint(400, 400))
    assert canvas.view.scroll[0] == 100
    hand.release(button=Qt.MouseButton.MiddleButton)


@pytest.mark.parametrize("scroll", [(0, 0), (300, 0)])
def test_the_card_in_the_hand_stays_under_the_pointer_while_the_map_scrolls(hand, canvas, monkeypatch, scroll):
    painted = []
    monkeypatch.setattr(canvas, "paint_card", lambda painter, *_: painted.append(painter.transform().map(QPoint())))
    start = hand.on("Friend’s post")
    held = hand.on("Friend’s post", 0, 0) - start
    hand.press(start)
    hand.move(QPoint(500, 350))
    canvas.scroll_to(*scroll)
    canvas.viewport().grab()
    assert (painted[-1] - hand.at - held - QPoint(0, -2)).manhattanLength() <= 2
    hand.key(Qt.Key.Key_Escape)


def test_at_the_edge_the_map_scrolls_by_itself(hand, canvas, qtbot):
    hand.press(hand.on("Friend’s post"))
    hand.move(QPoint(canvas.viewport().width() - 2, 300))
    qtbot.waitUntil(lambda: canvas.view.scroll[0] > 100)
    hand.key(Qt.Key.Key_Escape)


def test_a_card_dragged_while_the_map_scrolls_lands_where_the_pointer_is(hand, canvas, session):
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.at + QPoint(30, 0))
    canvas.scroll_to(600, 0)
    hand.move(hand.on("Waiter"))
    hand.release()
    assert hand.step("Friend’s post") == hand.step("Waiter")


def lock(session, kind):
    map_ = session.project.maps[0]
    lane = next((lane for lane in map_.lanes if lane.kind == kind), None)
    if lane:
        session.edit("Lock", lock_lane(session.project, map_.id, lane.id, True), map_.id)
