"""Carrying new things onto the map, with real mouse and key events once they are in the hand."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.canvas.aims import value_at
from desktop.canvas.place import PlaceKind
from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.checks import check
from desktop.document.edits.lanes import edit_group, group_lanes, hide_lane, lock_lane, remove_lane
from desktop.document.kinds import CARD_KINDS
from desktop.document.things import things
from desktop.storage.reader import parse
from desktop.storage.writer import dump

SHIFT = Qt.KeyboardModifier.ShiftModifier
STRUCTURE = ("stage", "step", "lane")
AT_ONCE = (*STRUCTURE, "emotion")
"""What stands on the map without any text."""

EVERY = (*(kind.key for kind in CARD_KINDS), "emotion", *STRUCTURE)


@pytest.fixture
def small(canvas, qapp):
    """The whole map is seen."""
    canvas.fit()
    qapp.processEvents()  # the scroll bars go, which makes more room
    return canvas


@pytest.fixture
def carry(hand, canvas):
    """Takes a kind up beside the canvas and carries it to a point of the window."""

    def begin(kind, to):
        canvas.begin(PlaceKind(canvas, kind, QPointF(-40, 200)))
        hand.at = QPoint(2, 2)
        hand.move(to)
        return canvas.tool

    return begin


def cell(canvas, kind, title, down=4.0):
    """A point near the top of a cell."""
    row = next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)
    column = next(each for each in canvas.scene.layout.columns if each.step.title == title)
    x, y = canvas.view.to_window(column.x + column.width / 2, row.y + down)
    return QPoint(round(x), round(y))


def at_value(canvas, title, value):
    """A point in the emotion lane at the height of a value."""
    row = next(row for row in canvas.scene.layout.rows if row.lane.kind == "emotions")
    return cell(canvas, "emotions", title, row.content.zero - value * row.content.unit)


def write(canvas, text):
    QTest.keyClicks(canvas.writer, text)
    canvas.stop_writing()


def lane_of(canvas, kind):
    return next(lane for lane in canvas.desk.journey.lanes if lane.kind == kind)


def change(session, verb, kind, *more, **named):
    map_ = session.project.maps[0]
    lane = next(lane for lane in map_.lanes if lane.kind == kind)
    session.edit("Change", verb(session.project, map_.id, lane.id, *more, **named), map_.id)


def selected(canvas):
    return things(canvas.desk.journey, canvas.desk.selected)


def order(canvas, what):
    return [one.title or getattr(one, "kind", "") for one in in_order(getattr(canvas.desk.journey, what))]


def test_a_card_lands_in_the_slot_and_is_written_in_one_undo_step(canvas, hand, carry, session):
    before = session.project
    carry("touchpoint", cell(canvas, "touchpoints", "Compares"))
    hand.release()
    assert session.undoable is None
    write(canvas, "Leaflet")
    (card,) = selected(canvas).cards
    assert (card.text, hand.step("Leaflet"), hand.lane("Leaflet")) == ("Leaflet", "Compares", "touchpoints")
    assert session.undoable.label == "Place touchpoint"
    session.undo()
    assert session.project is before


def test_neighbours_make_room_while_it_is_over_them(canvas, hand, carry):
    before = canvas.scene.hits.rect(hand.card("Review site")).y
    carry("touchpoint", cell(canvas, "touchpoints", "Compares"))
    assert canvas.scene.hits.rect(hand.card("Review site")).y > before
    hand.key(Qt.Key.Key_Escape)
    assert canvas.scene.hits.rect(hand.card("Review site")).y == before


def test_what_is_carried_is_seen_beside_the_pointer(canvas, hand, carry):
    to = cell(canvas, "thoughts", "Compares")
    carry("pain", to)
    image = canvas.viewport().grab().toImage()
    chip = {image.pixelColor(to + QPoint(x, y)).name() for x in range(13, 20) for y in range(20, 34)}
    assert "#cf3f66" in chip, "the edge of a pain point"
    hand.key(Qt.Key.Key_Escape)


def test_what_is_not_written_is_not_placed(canvas, hand, carry, session):
    carry("touchpoint", cell(canvas, "touchpoints", "Compares"))
    hand.release()
    canvas.stop_writing()
    assert (session.undoable, canvas.writer) == (None, None)


def test_escape_before_anything_is_typed_leaves_no_trace(canvas, hand, carry, session, bytes_of):
    saved = bytes_of()
    carry("touchpoint", cell(canvas, "touchpoints", "Compares"))
    hand.release()
    QTest.keyClick(canvas.writer, Qt.Key.Key_Escape)
    assert (bytes_of(), session.undoable) == (saved, None)


def test_over_a_foreign_lane_it_is_led_to_its_own(canvas, hand, carry):
    tool = carry("touchpoint", cell(canvas, "thoughts", "Compares"))
    assert tool.caption == "→ Touchpoints · Compares"
    hand.release()
    write(canvas, "Leaflet")
    assert (hand.lane("Leaflet"), hand.step("Leaflet")) == ("touchpoints", "Compares")


def test_a_touchpoint_over_the_emotions_goes_to_the_touchpoints(canvas, hand, carry):
    tool = carry("touchpoint", cell(canvas, "emotions", "Compares"))
    assert tool.caption == "→ Touchpoints · Compares"
    hand.key(Qt.Key.Key_Escape)


def test_with_shift_it_becomes_what_the_lane_takes(canvas, hand, carry):
    tool = carry("touchpoint", cell(canvas, "thoughts", "Compares"))
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    assert tool.caption == "becomes thought"
    hand.release(SHIFT)
    write(canvas, "Hm")
    assert selected(canvas).cards[0].kind == "thought"


def test_where_its_lane_is_missing_one_is_made(canvas, hand, carry, session):
    change(session, remove_lane, "touchpoints", new_id=None)
    before = session.project
    tool = carry("touchpoint", cell(canvas, "actions", "Compares"))
    assert tool.caption == "→ new lane: Touchpoints"
    hand.release()
    write(canvas, "Leaflet")
    assert [row.lane.kind for row in canvas.scene.layout.rows][:2] == ["actions", "touchpoints"]
    session.undo()
    assert session.project is before


def test_a_hidden_lane_is_shown_for_what_is_dropped_into_it(canvas, hand, carry, session):
    said = []
    canvas.desk.said.connect(said.append)
    change(session, hide_lane, "touchpoints", True)
    tool = carry("touchpoint", cell(canvas, "actions", "Compares"))
    assert tool.caption == "→ Touchpoints (hidden)"
    hand.release()
    write(canvas, "Leaflet")
    assert (hand.lane("Leaflet"), lane_of(canvas, "touchpoints").hidden) == ("touchpoints", False)
    assert said == ["“Touchpoints” was hidden and is shown again."]


def test_a_lane_that_the_lens_hides_is_shown_too(canvas, hand, carry):
    canvas.desk.look(Lens(lanes=frozenset([lane_of(canvas, "touchpoints").id])))
    carry("touchpoint", cell(canvas, "actions", "Compares"))
    hand.release()
    write(canvas, "Leaflet")
    assert hand.lane("Leaflet") == "touchpoints"


def test_a_lane_in_a_folded_group_is_unfolded_for_it(canvas, hand, carry, session):
    map_, lane = session.project.maps[0], lane_of(canvas, "touchpoints")
    grouped = group_lanes(session.project, map_.id, [lane.id], "Front", new_id=lambda: "front")
    session.edit("Group", edit_group(grouped, map_.id, "front", folded=True), map_.id)
    tool = carry("touchpoint", cell(canvas, "actions", "Compares"))
    assert tool.caption == "→ Touchpoints (hidden)"
    hand.release()
    write(canvas, "Leaflet")
    assert hand.lane("Leaflet") == "touchpoints"


def test_over_a_locked_lane_the_pointer_says_no(canvas, hand, carry, session):
    said = []
    canvas.desk.said.connect(said.append)
    change(session, lock_lane, "thoughts", True)
    tool = carry("touchpoint", cell(canvas, "thoughts", "Compares"))
    assert (tool.caption, canvas.viewport().cursor().shape()) == ("locked", Qt.CursorShape.ForbiddenCursor)
    canvas.viewport().grab()
    hand.release()
    assert (canvas.writer, said) == (None, ["The lane is locked; unlock it first."])


def test_every_kind_can_be_carried_and_given_up_or_dropped_outside_the_map(canvas, hand, carry, session):
    project, scene = session.project, canvas.scene
    for kind in EVERY:
        for give_up in (lambda: hand.key(Qt.Key.Key_Escape), lambda: outside(canvas, hand)):
            carry(kind, cell(canvas, "thoughts", "Compares"))
            assert (kind, canvas.scene is scene) == (kind, False)
            canvas.viewport().grab()
            give_up()
            assert (kind, session.project is project, session.undoable) == (kind, True, None)
            assert (canvas.scene, canvas.tool, canvas.writer) == (scene, None, None)


@pytest.mark.parametrize("kind", ["pain", "emotion", "stage"])
def test_above_the_map_there_is_no_place(canvas, hand, carry, session, kind):
    carry(kind, QPoint(500, 4))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release()
    assert (session.undoable, canvas.writer) == (None, None)


def test_back_over_the_palette_the_map_does_not_scroll(canvas, hand, carry):
    canvas.scroll_to(400, 0)
    tool = carry("pain", QPoint(500, 300))
    assert tool.scrolls == (True, True)
    canvas.move_tool(QPointF(-20, 300), Qt.KeyboardModifier.NoModifier)
    assert tool.scrolls == (False, False)
    hand.key(Qt.Key.Key_Escape)


def test_in_the_rim_the_map_scrolls(canvas, hand, carry, qtbot):
    carry("pain", QPoint(canvas.viewport().width() - 2, 300))
    qtbot.waitUntil(lambda: canvas.view.scroll[0] > 50)
    hand.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("value", "keys", "expected"), [(1.4, False, 1.5), (-0.7, True, -0.7), (2.4, False, 2.0)])
def test_an_emotion_snaps_to_a_value_and_is_placed_at_once(small, hand, carry, session, value, keys, expected):
    carry("emotion", at_value(small, "Compares", value))
    hand.release(SHIFT if keys else Qt.KeyboardModifier.NoModifier)
    (marker,) = selected(small).markers
    assert (marker.value, marker.persona, small.writer) == (expected, small.desk.journey.persona, None)
    session.undo()
    assert session.undoable is None


def test_an_emotion_that_is_done_again_is_selected_again(small, hand, carry):
    carry("emotion", at_value(small, "Compares", 1.0))
    hand.release()
    chosen = small.desk.selected
    small.desk.undo()
    small.desk.select(())
    small.desk.redo()
    assert small.desk.selected == chosen != set()


def test_an_emotion_over_another_lane_is_led_to_the_nearest_end_of_the_scale(small, hand, carry):
    tool = carry("emotion", cell(small, "pains", "Compares"))
    assert tool.caption == "→ Emotions · Compares"
    hand.release()
    assert selected(small).markers[0].value == -2.0


def test_an_emotion_makes_its_lane(canvas, hand, carry, session):
    change(session, remove_lane, "emotions", new_id=None)
    tool = carry("emotion", cell(canvas, "thoughts", "Compares"))
    assert tool.caption == "→ new lane: Emotions"
    canvas.viewport().grab()
    hand.release()
    (marker,) = selected(canvas).markers
    assert (marker.value, len(lane_of(canvas, "emotions").markers)) == (0.0, 1)


def test_without_a_lane_a_value_is_zero():
    assert value_at(None, 100.0, 0.5) == 0.0


@pytest.mark.parametrize(("title", "across", "index"), [("Compares", -40, 1), ("Books a table", 40, 2)])
def test_a_stage_comes_between_stages(canvas, hand, carry, session, title, across, index):
    carry("stage", cell(canvas, "actions", title) + QPoint(across, 0))
    hand.release()
    write(canvas, "Waits")
    assert order(canvas, "stages").index("Waits") == index
    session.undo()
    assert session.undoable is None


@pytest.mark.parametrize(("across", "index"), [(-40, 0), (40, 1)])
def test_a_step_comes_beside_the_one_under_the_pointer(canvas, hand, carry, across, index):
    carry("step", cell(canvas, "actions", "Compares") + QPoint(across, 0))
    hand.release()
    write(canvas, "Asks")
    stage = next(stage for stage in canvas.desk.journey.stages if stage.title == "Decide")
    assert [step.title for step in in_order(stage.steps)].index("Asks") == index


@pytest.mark.parametrize(("down", "index"), [(3.0, 1), (60.0, 2)])
def test_a_lane_comes_between_lanes_with_the_kind_that_is_missing(canvas, hand, carry, session, down, index):
    change(session, remove_lane, "metrics", new_id=None)
    carry("lane", cell(canvas, "touchpoints", "Compares", down))
    hand.release()
    write(canvas, "")
    lanes = in_order(canvas.desk.journey.lanes)
    assert (lanes[index].kind, lanes[index].title) == ("metrics", "")


def test_a_lane_may_be_named_at_once(canvas, hand, carry):
    carry("lane", cell(canvas, "touchpoints", "Compares", 3.0))
    hand.release()
    write(canvas, "Ideas")
    assert order(canvas, "lanes")[1] == "Ideas"


def test_a_lane_may_come_above_a_folded_group(small, hand, carry, session):
    map_ = session.project.maps[0]
    lanes = [lane_of(small, kind).id for kind in ("thoughts", "emotions")]
    grouped = group_lanes(session.project, map_.id, lanes, "Inside", new_id=lambda: "inside")
    session.edit("Group", edit_group(grouped, map_.id, "inside", folded=True), map_.id)
    row = next(row for row in small.scene.layout.rows if row.lane.id == "inside")
    carry("lane", cell(small, row.lane.kind, "Compares", 1.0))
    hand.release()
    write(small, "Ideas")
    order_now = [lane.title or lane.kind for lane in in_order(small.desk.journey.lanes)]
    assert order_now[order_now.index("Ideas") + 1] == "Thoughts"


@pytest.mark.parametrize("end", ["focus", "hide"])
def test_a_thing_in_the_hand_is_lost_with_the_canvas(canvas, hand, carry, session, end):
    carry("pain", cell(canvas, "pains", "Compares"))
    (canvas.clearFocus if end == "focus" else canvas.hide)()
    hand.release()
    assert (session.undoable, canvas.writer, canvas.tool) == (None, None, None)


def drop(canvas, hand):
    hand.release()
    if canvas.writer is not None:
        write(canvas, "new")


def drop_and_forget(canvas, hand):
    hand.release()
    canvas.clearFocus()
    canvas.stop_writing()


def outside(canvas, hand):
    hand.move(QPoint(-400, -400))
    hand.release()


ENDINGS = {
    "drop": drop,
    "dropped and left": drop_and_forget,
    "Escape": lambda canvas, hand: hand.key(Qt.Key.Key_Escape),
    "outside": outside,
    "focus lost": lambda canvas, hand: canvas.clearFocus(),
    "closed": lambda canvas, hand: canvas.close(),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", EVERY)
def test_every_ending_leaves_a_sound_project(canvas, hand, carry, session, bytes_of, kind, ending):
    before, saved, findings = session.project, bytes_of(), check(session.project, session.assets)
    carry(kind, cell(canvas, "thoughts", "Compares"))
    ENDINGS[ending](canvas, hand)
    assert check(session.project, session.assets) == findings
    if session.project is not before:
        assert parse(dump(session.project, session.assets)).project == session.project
    assert (session.undoable is not None) == (ending == "drop" or (ending == "dropped and left" and kind in AT_ONCE))
    session.undo()
    assert (session.project is before, bytes_of(), session.undoable, canvas.tool) == (True, saved, None, None)
