"""The dashed slot: where it stands, how large it is, when it is not shown."""

import pytest
from pens import CTRL, KEY, Pen
from PySide6.QtTest import QTest

from desktop.canvas import marks
from desktop.canvas.target import in_reach, is_taken, target_rect
from desktop.canvas.tools import window_rect
from desktop.desk.place import Place
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.layout.places import Rect


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def spot(pen):
    def made(kind, number, **neighbours):
        return Spot(pen.lane(kind).id, pen.step(number), **neighbours)

    return made


def row(canvas, kind):
    return next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)


def test_in_an_empty_cell_it_is_a_card_of_two_lines(canvas, spot):
    space, lane = canvas.scene.layout.cell_space, row(canvas, "pains")
    rect = target_rect(canvas.scene, spot("pains", 0))
    assert (rect.y, rect.height) == (lane.y + space.top, space.card_height)


def test_it_is_as_wide_as_a_card(canvas, hand, spot):
    rect = target_rect(canvas.scene, spot("pains", 0))
    card = canvas.scene.hits.rect(hand.card("A colleague"))
    assert (rect.x, rect.width) == (card.x, card.width)


def test_under_a_card_it_keeps_the_gap(canvas, hand, spot):
    card = hand.card("Searches")
    rect = target_rect(canvas.scene, spot("actions", 1, after=card))
    assert rect.y == pytest.approx(canvas.scene.hits.rect(card).bottom + canvas.scene.layout.cell_space.gap)
    assert rect.height > 0


def test_without_room_it_is_flat(canvas, hand, spot):
    card, below = hand.card("Search result"), hand.card("Map entry")
    rect = target_rect(canvas.scene, spot("touchpoints", 1, after=card))
    assert rect.height == 0
    assert canvas.scene.hits.rect(card).bottom < rect.y < canvas.scene.hits.rect(below).y


def test_before_the_first_card_it_is_above_it(canvas, hand, spot):
    card = hand.card("Search result")
    rect = target_rect(canvas.scene, spot("touchpoints", 1, before=card))
    assert rect.y < canvas.scene.hits.rect(card).y


def test_it_never_reaches_out_of_its_lane(canvas, pen):
    for lane in canvas.scene.layout.rows:
        for column in canvas.scene.layout.columns:
            rect = target_rect(canvas.scene, Spot(lane.lane.id, column.step.id))
            assert rect is None or (lane.y <= rect.y and rect.bottom <= lane.y + lane.height)


def test_in_an_emotion_lane_it_is_round_the_middle(canvas, spot):
    lane = row(canvas, "emotions")
    rect = target_rect(canvas.scene, spot("emotions", 0))
    assert rect.y < lane.y + lane.content.zero < rect.bottom


@pytest.mark.parametrize("kind", ["visibility"])
def test_on_a_divider_there_is_none(canvas, spot, kind):
    assert target_rect(canvas.scene, spot(kind, 0)) is None


def test_what_is_not_shown_has_none(canvas, spot):
    assert target_rect(canvas.scene, Spot("gone", "gone")) is None


def blue(canvas, rect):
    """Whether the slot's colour is on the left edge of a place on the map."""
    image = canvas.viewport().grab().toImage()
    x, y = map(round, canvas.view.to_window(rect.x, rect.y))
    height = max(round(rect.height * canvas.zoom), 4)
    near = [image.pixelColor(x + dx, y + dy) for dx in (-1, 0, 1) for dy in range(height)]
    return any(colour.blue() - colour.red() > 120 for colour in near)


def test_it_is_painted_where_it_stands(canvas, spot):
    canvas.fit()
    at = spot("pains", 0)
    assert not blue(canvas, target_rect(canvas.scene, at))
    canvas.desk.aim(at)
    assert blue(canvas, target_rect(canvas.scene, at))


def test_a_flat_slot_is_painted_too(canvas, hand, spot):
    canvas.desk.aim(spot("touchpoints", 1, after=hand.card("Search result")))
    rect = target_rect(canvas.scene, canvas.desk.target)
    canvas.reveal(rect)
    assert blue(canvas, Rect(rect.x + 20, rect.y - 2, 1, 4))


def test_behind_a_selected_card_it_is_not_painted(canvas, hand, spot):
    card = hand.card("Searches")
    canvas.desk.aim(spot("actions", 1, after=card))
    assert not is_taken(canvas, canvas.desk.target)
    canvas.desk.select([card])
    assert is_taken(canvas, canvas.desk.target)
    assert not blue(canvas, target_rect(canvas.scene, canvas.desk.target))


def test_at_a_selected_marker_it_is_not_painted(canvas, pen, spot):
    marker = next(each for each in pen.lane("emotions").markers if each.step == pen.step(1))
    canvas.desk.aim(spot("emotions", 1))
    canvas.desk.select([marker.id])
    assert is_taken(canvas, canvas.desk.target)
    canvas.desk.select([])
    assert not is_taken(canvas, canvas.desk.target)


def test_while_one_writes_it_is_not_painted(canvas, pen, spot):
    at = spot("pains", 0)
    canvas.desk.aim(at)
    canvas.write(Place(canvas.desk).draft("action", spot("actions", 3)))
    canvas.reveal(target_rect(canvas.scene, at))
    assert not blue(canvas, target_rect(canvas.scene, at))
    pen.key(KEY.Key_Escape)


def test_f4_asks_at_the_slot(canvas, pen, spot):
    canvas.fit()
    canvas.desk.aim(spot("pains", 0))
    quiet = canvas.viewport().grab().toImage()
    pen.key(KEY.Key_F4)
    assert canvas.viewport().grab().toImage() != quiet
    pen.key(KEY.Key_Escape)
    assert canvas.viewport().grab().toImage() == quiet


def test_keys_bring_it_into_sight(canvas, pen):
    canvas.desk.aim(Spot(pen.lane("actions").id, pen.step(0)))
    QTest.keyClick(canvas, KEY.Key_End, CTRL)
    rect = target_rect(canvas.scene, canvas.desk.target)
    x, y = canvas.view.to_window(rect.x, rect.y)
    assert 0 < x < canvas.viewport().width()
    assert 0 < y < canvas.viewport().height()


def test_headers_that_are_kept_in_sight_need_no_scrolling_towards_them(canvas, pen):
    canvas.scroll_to(500, 600)
    before = canvas.view.scroll[1]
    canvas.desk.select([pen.step(4)])
    canvas.show_slot()
    assert canvas.view.scroll[1] == before
    rect = canvas.scene.hits.rect(pen.lane("actions").id)
    assert in_reach(canvas.scene, canvas.view, rect).width == 0


def seen(canvas, spot):
    """The colours in the slot's box."""
    canvas.zoom_actual()
    rect = target_rect(canvas.scene, spot)
    canvas.desk.aim(spot)
    canvas.show_slot()
    image = canvas.viewport().grab().toImage()
    box = window_rect(canvas.view, rect).toRect().adjusted(-2, -4, 2, 4) & image.rect()
    every = (
        image.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    )
    return set(every)


def lock(canvas, lane):
    canvas.desk.attempt("Lock", lambda whole: lock_lane(whole, canvas.desk.map_id, lane, True))


def test_in_a_locked_lane_it_is_grey_and_has_a_padlock(canvas, spot):
    place = spot("pains", 0)
    assert marks.LOCK.name() not in seen(canvas, place)
    lock(canvas, place.lane)
    colours = seen(canvas, place)
    assert marks.LOCK.name() in colours
    assert marks.SELECTION.name() not in colours


def test_the_bar_in_a_locked_lane_is_grey_too(canvas, hand, spot):
    place = spot("touchpoints", 1, after=hand.card("Search result"))
    assert marks.SELECTION.name() in seen(canvas, place)
    lock(canvas, place.lane)
    colours = seen(canvas, place)
    assert marks.LOCK.name() in colours
    assert marks.SELECTION.name() not in colours
