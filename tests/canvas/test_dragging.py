"""Dragging cards, with real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.cards import Spot, convert_cards, move_cards
from desktop.document.edits.lanes import hide_lane, lock_lane, remove_lane
from desktop.document.locate import card_at

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def texts(canvas, kind):
    lane = next(lane for lane in canvas.desk.journey.lanes if lane.kind == kind)
    return sorted(card.text for card in lane.cards)


def test_with_ctrl_a_drag_leaves_the_original_and_selects_the_copy(hand, canvas, session):
    original = hand.card("Friend’s post")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site", down=0.2))
    hand.release(CTRL)
    assert texts(canvas, "touchpoints").count("Friend’s post") == 2
    assert session.undoable.label == "Copy touchpoint"
    assert original not in canvas.desk.selected
    assert len(canvas.desk.selected) == 1


def test_ctrl_pressed_in_mid_drag_shows_the_copy_and_let_go_the_move(hand, canvas):
    original = hand.card("Friend’s post")
    before = canvas.scene.hits.find(original)[1].first
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site", down=0.2))
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    assert canvas.tool.copying
    assert canvas.scene.hits.find(original)[1].first == before
    QTest.keyRelease(canvas, Qt.Key.Key_Control)
    assert not canvas.tool.copying
    assert canvas.scene.hits.find(original)[1].first == before + 2
    hand.key(Qt.Key.Key_Escape)


def test_the_original_is_seen_while_its_copy_is_in_the_hand(hand, canvas):
    was = hand.on("Friend’s post", across=0.02)
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Booking form"))
    moved = canvas.viewport().grab().toImage().pixelColor(was)
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    copied = canvas.viewport().grab().toImage().pixelColor(was)
    assert (moved.name(), copied == moved) == ("#ffffff", False)
    hand.key(Qt.Key.Key_Escape)


def test_several_copies_are_one_undo_step(hand, canvas, session, bytes_of):
    saved = bytes_of()
    hand.click(hand.on("Friend’s post"))
    hand.click(hand.on("“Sounds like"), CTRL)
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    hand.release(CTRL)
    assert session.undoable.label == "Copy 2 cards"
    session.undo()
    assert (bytes_of(), session.undoable) == (saved, None)


def test_a_copy_may_land_beside_its_original(hand, canvas):
    hand.press(hand.on("Search result"))
    hand.move(hand.on("Search result") + QPoint(0, 12))
    hand.release(CTRL)
    assert texts(canvas, "touchpoints").count("Search result") == 2


def test_ctrl_held_from_the_press_on_copies_too_and_a_mere_click_still_selects(hand, canvas):
    hand.click(hand.on("Search result"), CTRL)
    hand.click(hand.on("Map entry"), CTRL)
    assert canvas.desk.selected == hand.cards("Search result", "Map entry")
    hand.click(hand.on("Map entry"), CTRL)
    assert canvas.desk.selected == hand.cards("Search result")
    hand.press(hand.on("Search result"), CTRL)
    hand.move(hand.on("Menu page"))
    hand.release(CTRL)
    assert texts(canvas, "touchpoints").count("Search result") == 2


def test_with_shift_the_card_becomes_what_its_new_lane_takes(hand, canvas, session):
    card = hand.card("Friend’s post")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    assert (hand.lane("Friend’s post"), canvas.tool.caption) == ("thoughts", "becomes thought")
    hand.release(SHIFT)
    assert canvas.scene.hits.find(card)[1].card.kind == "thought"
    session.undo()
    assert session.undoable is None


def test_with_shift_over_its_own_lane_a_card_stays_what_it_is(hand, canvas):
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    assert canvas.tool.caption == ""
    hand.release(SHIFT)
    assert canvas.scene.hits.find(hand.card("Friend’s post"))[1].card.kind == "touchpoint"


def test_over_a_foreign_lane_it_says_where_it_will_land(hand, canvas):
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    assert canvas.tool.caption == "→ Touchpoints · Compares"
    hand.key(Qt.Key.Key_Escape)


def without_pains(session):
    map_ = session.project.maps[0]
    lane = next(lane for lane in map_.lanes if lane.kind == "pains")
    copy = move_cards(
        session.project, map_.id, [lane.cards[0].id], Spot(lanes(session)["thoughts"], lane.cards[0].first)
    )
    session.edit("Remove", remove_lane(copy, map_.id, lane.id, new_id=None), map_.id)
    return lane.cards[0].text


def lanes(session):
    return {lane.kind: lane.id for lane in session.project.maps[0].lanes}


def test_where_no_lane_takes_the_card_one_is_made_below_with_it_as_one_undo_step(hand, canvas, session):
    text = without_pains(session)
    before = session.project
    hand.press(hand.on(text))
    hand.move(hand.on("Review site"))
    assert canvas.tool.caption == "→ new lane: Pain points"
    hand.release()
    kinds = [row.lane.kind for row in canvas.scene.layout.rows]
    assert kinds[kinds.index("touchpoints") + 1] == "pains"
    assert (hand.lane(text), hand.step(text)) == ("pains", "Compares")
    session.undo()
    assert session.project is before


def test_escape_makes_no_lane(hand, canvas, session):
    text = without_pains(session)
    before = session.project
    hand.press(hand.on(text))
    hand.move(hand.on("Review site"))
    hand.key(Qt.Key.Key_Escape)
    assert (session.project, len(canvas.scene.layout.rows)) == (before, len(before.maps[0].lanes))


def test_the_only_lane_of_the_kind_is_hidden_and_takes_it_all_the_same(hand, canvas, session):
    said = []
    canvas.desk.said.connect(said.append)
    map_ = session.project.maps[0]
    card = next(card.id for lane in map_.lanes for card in lane.cards if card.kind == "pain")
    moved = move_cards(session.project, map_.id, [card], Spot(lanes(session)["thoughts"], map_.stages[0].steps[0].id))
    session.edit("Hide", hide_lane(moved, map_.id, lanes(session)["pains"], True), map_.id)
    text = canvas.scene.hits.find(card)[1].card.text
    hand.press(hand.on(text))
    hand.move(hand.on("Review site"))
    assert canvas.tool.caption == "→ Pain points (hidden)"
    canvas.viewport().grab()
    hand.release()
    assert card_at(session.project.maps[0], card).lane.kind == "pains"
    assert said == ["“Pain points” is hidden; what was dropped is in it."]


def test_over_a_locked_lane_the_pointer_says_no(hand, canvas, session):
    lock(session, "thoughts")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    assert (canvas.tool.caption, canvas.viewport().cursor().shape()) == ("locked", Qt.CursorShape.ForbiddenCursor)
    canvas.viewport().grab()
    hand.release()
    assert session.undoable.label == "Lock"


def test_a_drag_from_a_locked_lane_says_so_once(hand, canvas, session):
    said = []
    canvas.desk.said.connect(said.append)
    lock(session, "touchpoints")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    assert said == ["The lane is locked; unlock it first."]
    hand.release()


def test_copies_are_made_of_cards_of_a_locked_lane(hand, canvas, session):
    lock(session, "touchpoints")
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("“Is it worth"))
    QTest.keyPress(canvas, Qt.Key.Key_Control)
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    hand.release(CTRL | SHIFT)
    assert "Friend’s post" in texts(canvas, "thoughts")
    assert "Friend’s post" in texts(canvas, "touchpoints")


@pytest.mark.parametrize("kind", ["thoughts", "actions", "pains", "backstage"])
def test_a_note_goes_wherever_it_is_dropped(hand, canvas, session, kind):
    map_ = session.project.maps[0]
    note = convert_cards(session.project, map_.id, [hand.card("Friend’s post")], "note")
    session.edit("Convert", note, map_.id)
    canvas.fit()
    row = next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)
    column = canvas.scene.layout.columns[3]
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.point(column.x + column.width / 2, row.y + 4))
    assert hand.lane("Friend’s post") == kind
    hand.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("end", ["hide", "outside"])
def test_a_drag_that_ends_elsewhere_changes_nothing(hand, canvas, session, end):
    before = session.project
    hand.press(hand.on("Friend’s post"))
    hand.move(hand.on("Review site"))
    if end == "hide":
        canvas.hide()
    else:
        hand.move(QPoint(500, -200))
        hand.release()
    assert (session.project is before, canvas.tool) == (True, None)
