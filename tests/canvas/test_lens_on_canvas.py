"""The canvas through a lens: what is hidden, folded and dimmed, and that one works there as ever."""

from dataclasses import replace

import pytest
from points import lane_of, middle, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop.canvas.pick import Where
from desktop.canvas.sheet import in_full
from desktop.canvas.shown import Shown
from desktop.canvas.stale import stale_parts
from desktop.canvas.view import View
from desktop.desk.lens import CLEAR, Lens
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, add_card, span_card
from desktop.document.edits.lanes import edit_group, group_lanes
from desktop.document.keyed import find
from desktop.document.locate import card_at

PAIN = "Card details"
OPPORTUNITY = "Book without a card"


@pytest.fixture
def look(canvas):
    """Changes some of the lens."""
    return lambda **changes: canvas.desk.look(replace(canvas.desk.lens, **changes))


def stage(canvas, title):
    return next(each for each in canvas.desk.journey.stages if each.title == title)


def lanes(canvas):
    return [row.lane.id for row in canvas.scene.layout.rows]


def columns(canvas):
    return [column.step.title for column in canvas.scene.layout.columns]


def fold(desk, *ids):
    """Puts lanes into a group, and folds it."""
    desk.attempt("", lambda project: group_lanes(project, desk.map_id, ids, "Guest", new_id=desk.new_id))
    (group,) = desk.journey.groups
    desk.attempt("", lambda project: edit_group(project, desk.map_id, group.id, folded=True))


def card(canvas, name) -> Card:
    return card_at(canvas.desk.journey, name).card


def frame(canvas, zoom=None):
    """The canvas as it is painted, at rest, at this scale."""
    if zoom is not None:
        canvas.zoom_to(zoom)
        canvas._moving.stop()
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    canvas.viewport().render(image)
    return image


def edge(canvas, image, name):
    """The colour of a card's left edge, halfway down."""
    rect = canvas.scene.hits.rect(name)
    at = window(canvas, rect.x + 1.5, rect.y + rect.height / 2)
    return QColor(image.pixel(at))


def paleness(colour):
    """How near to white a colour is, 0 to 255."""
    return min(colour.red(), colour.green(), colour.blue())


def test_hidden_lanes_are_not_laid_out(canvas, look):
    thoughts = lane_of(canvas, "thoughts")
    look(lanes=frozenset({thoughts}))
    assert thoughts not in lanes(canvas)
    look(lanes=frozenset())
    assert thoughts in lanes(canvas)


def test_the_scene_keeps_the_real_project(canvas, look):
    look(lanes=frozenset({lane_of(canvas, "thoughts")}), stages=frozenset({stage(canvas, "Decide").id}))
    assert canvas.scene.project is canvas.desk.project


def test_a_folded_stage_is_one_column_with_the_number_of_its_cards(canvas, look):
    before = columns(canvas)
    look(stages=frozenset({stage(canvas, "Decide").id}))
    after = columns(canvas)
    assert len(after) == len(before) - 1
    assert after[2].endswith(" cards")


def test_the_header_of_a_folded_stage_is_the_stage_all_over(canvas, look):
    decide = stage(canvas, "Decide")
    look(stages=frozenset({decide.id}))
    first = in_order(decide.steps)[0].id
    hit = canvas.hit(middle(canvas, first).toPointF())
    assert (hit.where, hit.id) == (Where.STAGE, decide.id)


def test_a_folded_column_has_no_edge_to_take(canvas, look):
    decide = stage(canvas, "Decide")
    look(stages=frozenset({decide.id}))
    rect = canvas.scene.hits.rect(in_order(decide.steps)[0].id)
    assert canvas.hit(window(canvas, rect.right - 1, rect.y + 5).toPointF()).where is Where.STAGE


def test_a_card_dropped_on_a_folded_stage_comes_to_its_first_step(canvas, hand, look):
    decide = stage(canvas, "Decide")
    first = in_order(decide.steps)[0].id
    held = hand.card("A colleague")
    look(stages=frozenset({decide.id}))
    column = next(each for each in canvas.scene.layout.columns if each.step.id == first)
    row, _ = canvas.scene.hits.find(held)
    hand.drag(hand.on("A colleague"), hand.point(column.x + column.width / 2, row.y + 12))
    assert (card(canvas, held).first, card(canvas, held).last) == (first, first)
    assert canvas.scene.hits.find(held) is None
    canvas.desk.undo()
    assert canvas.desk.session.undoable is None


def test_over_a_folded_stage_it_is_said_where_a_card_lands(canvas, hand, look):
    arrive = stage(canvas, "Arrive")
    look(stages=frozenset({arrive.id}))
    folded = next(column for column in canvas.scene.layout.columns if column.folds)
    hand.press(hand.on("Review site"))
    hand.move(window(canvas, folded.x + folded.width / 2, hit_height(canvas, "touchpoints")))
    assert canvas.tool.caption == "→ Touchpoints · Arrive"
    hand.key(Qt.Key.Key_Escape)


def hit_height(canvas, kind):
    """The middle of a lane, in layout units."""
    row = next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)
    return row.y + row.height / 2


def test_a_spanning_card_keeps_its_span_when_a_folded_stage_lies_under_it(canvas, hand, look):
    held = hand.card("A colleague")
    stages = in_order(canvas.desk.journey.stages)
    last = in_order(stages[1].steps)[1].id
    canvas.desk.attempt(
        "", lambda project: span_card(project, canvas.desk.map_id, held, card(canvas, held).first, last)
    )
    look(stages=frozenset({stages[1].id}))
    _, place = canvas.scene.hits.find(held)
    assert (place.first, place.last) == (0, 2)
    assert place.card is card(canvas, held)


def test_a_folded_group_is_a_row_that_is_taken_as_the_group(canvas):
    desk = canvas.desk
    first, second = in_order(desk.journey.lanes)[:2]
    fold(desk, first.id, second.id)
    (group,) = desk.journey.groups
    assert lanes(canvas)[0] == group.id
    hit = canvas.hit(middle(canvas, group.id).toPointF())
    assert (hit.where, hit.id) == (Where.GROUP, group.id)


def test_a_card_is_not_dropped_on_a_folded_group(canvas, hand):
    desk = canvas.desk
    opportunities = lane_of(canvas, "opportunities")
    held = hand.card(OPPORTUNITY)
    fold(desk, lane_of(canvas, "actions"), lane_of(canvas, "touchpoints"))
    (group,) = desk.journey.groups
    canvas.point_out((held,))
    rect = canvas.scene.hits.rect(group.id)
    hand.drag(hand.on(OPPORTUNITY), hand.point(canvas.scene.hits.rect(held).x + 20, rect.y + rect.height / 2))
    assert find(find(desk.journey.lanes, opportunities).cards, held) is not None


def test_what_does_not_pass_is_pale(canvas, hand, look):
    action = hand.card("A colleague")
    strong = edge(canvas, frame(canvas), action)
    look(kinds=frozenset({"pain"}))
    pale = edge(canvas, frame(canvas), action)
    assert paleness(strong) < 60
    assert paleness(pale) > 150


def test_what_passes_is_as_strong_as_ever(canvas, hand, look):
    action = hand.card("A colleague")
    before = edge(canvas, frame(canvas), action)
    look(kinds=frozenset({"action"}))
    assert edge(canvas, frame(canvas), action) == before


def test_from_afar_it_is_pale_too(canvas, hand, look, monkeypatch):
    monkeypatch.setattr("desktop.canvas.sheet.FEW_CARDS", 0)
    action = hand.card("A colleague")
    strong = paleness(edge(canvas, frame(canvas, 0.3), action))
    assert not in_full(canvas.scene, canvas.view)
    look(kinds=frozenset({"pain"}))
    assert paleness(edge(canvas, frame(canvas), action)) > strong + 60


def test_clearing_the_lens_gives_the_same_picture_again(canvas, look):
    before = frame(canvas)
    look(kinds=frozenset({"pain"}), stages=frozenset({stage(canvas, "Decide").id}))
    assert frame(canvas) != before
    canvas.desk.look(CLEAR)
    assert frame(canvas) == before


def test_the_curve_of_another_persona_is_pale(canvas, look):
    mood = next(row for row in canvas.scene.layout.rows if row.lane.kind == "emotions")
    mine, other = mood.content.curves
    look(personas=frozenset({mine.persona}))
    dimmed = canvas.scene.dimmed[mood.lane.id]
    assert other.persona in dimmed
    assert mine.persona not in dimmed
    assert {marker.id for marker in mood.lane.markers if marker.persona == other.persona} <= set(dimmed)


def test_dimmed_cards_can_be_clicked(canvas, hand, look):
    look(kinds=frozenset({"pain"}))
    hand.click(hand.on("A colleague"))
    assert canvas.desk.selected == hand.cards("A colleague")


def test_dimmed_cards_can_be_dragged(canvas, hand, look):
    look(kinds=frozenset({"pain"}))
    to = hand.on("Searches the name", down=0.9)
    hand.drag(hand.on("A colleague"), to)
    assert hand.step("A colleague") == "Looks it up"


def test_what_is_left_out_takes_no_room(canvas, look):
    height = canvas.scene.layout.height
    look(kinds=frozenset({"pain"}), leave_out=True)
    kinds = {place.card.kind for row in canvas.scene.layout.rows for place in row.content.cards}
    assert kinds == {"pain"}
    assert canvas.scene.layout.height < height


def test_a_drag_among_what_is_left_keeps_the_rest(canvas, hand, look):
    look(kinds=frozenset({"pain"}), leave_out=True)
    before = {each.id for lane in canvas.desk.journey.lanes for each in lane.cards}
    canvas.point_out(hand.cards(PAIN))
    hand.drag(hand.on(PAIN), hand.on("Prices", down=0.95))
    assert hand.step(PAIN) == hand.step("Prices")
    assert {each.id for lane in canvas.desk.journey.lanes for each in lane.cards} == before


def test_a_drag_through_a_lens_shows_the_candidate_through_it(canvas, hand, look):
    decide = stage(canvas, "Decide")
    look(stages=frozenset({decide.id}), kinds=frozenset({"pain"}))
    hand.press(hand.on("A colleague"))
    hand.move(hand.on("Searches the name"))
    assert canvas.scene.project is not canvas.desk.project
    assert canvas.scene.lens == canvas.desk.lens
    assert len(columns(canvas)) == 12
    hand.release()


def test_lanes_that_an_edit_does_not_touch_are_not_laid_out_again(canvas, look):
    look(owners=frozenset({"Kitchen"}), stages=frozenset({stage(canvas, "Decide").id}), leave_out=True)
    before = {row.lane.id: row.content for row in canvas.scene.layout.rows}
    desk, pains = canvas.desk, lane_of(canvas, "pains")
    spot = Spot(pains, in_order(stage(canvas, "Dine").steps)[0].id)
    desk.attempt(
        "",
        lambda project: add_card(project, desk.map_id, spot, "pain", text="Cold", owner="Kitchen", new_id=desk.new_id),
    )
    after = {row.lane.id: row.content for row in canvas.scene.layout.rows}
    assert [name for name in before if after[name] is not before[name]] == [pains]


def test_another_lens_paints_everything_again(canvas, look):
    old = Shown(canvas.scene, View((100, 100), (100.0, 100.0)))
    look(kinds=frozenset({"pain"}))
    assert stale_parts(old, replace(old, scene=canvas.scene)) is None


def test_an_edit_through_a_lens_paints_only_its_cells(canvas, hand, look):
    look(kinds=frozenset({"pain"}))
    old = Shown(canvas.scene, View((100, 100), (100.0, 100.0)))
    hand.drag(hand.on("A colleague"), hand.on("Searches the name", down=0.9))
    parts = stale_parts(old, replace(old, scene=canvas.scene))
    assert parts
    assert parts[0].width < canvas.scene.layout.width


def test_another_map_has_another_lens(canvas, look):
    look(kinds=frozenset({"pain"}))
    assert canvas.scene.lens == Lens(kinds=frozenset({"pain"}))
    assert canvas.scene.dimmed
    canvas.desk.look(CLEAR)
    assert not canvas.scene.dimmed
