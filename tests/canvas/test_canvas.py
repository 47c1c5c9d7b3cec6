"""Selecting, panning and zooming, with real mouse, wheel and key events."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.canvas.sticky import bands
from desktop.canvas.view import MARGIN
from desktop.document.base import changed
from desktop.document.edits.cards import remove_cards

SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
EMPTY = QPoint(12, 12)
STILL = QPoint()


def wheel(canvas, at, angle=STILL, pixels=STILL, keys=NONE):
    everywhere = canvas.viewport().mapToGlobal(at)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(at), QPointF(everywhere), pixels, angle, buttons, keys, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


def test_a_click_selects_a_card_alone(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.click(hand.on("Review site"))
    assert canvas.desk.selected == hand.cards("Review site")


@pytest.mark.parametrize("keys", [SHIFT, CTRL])
def test_with_a_key_a_click_adds_and_takes_away(hand, canvas, keys):
    hand.click(hand.on("Search result"))
    hand.click(hand.on("Review site"), keys)
    assert canvas.desk.selected == hand.cards("Search result", "Review site")
    hand.click(hand.on("Search result"), keys)
    assert canvas.desk.selected == hand.cards("Review site")


def test_a_click_on_one_of_several_selects_it_alone(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.click(hand.on("Review site"), SHIFT)
    hand.click(hand.on("Review site"))
    assert canvas.desk.selected == hand.cards("Review site")


def test_a_click_on_nothing_clears(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.click(EMPTY)
    assert canvas.desk.selected == frozenset()


def test_escape_clears(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.key(Qt.Key.Key_Escape)
    assert canvas.desk.selected == frozenset()


def test_all_cards_can_be_selected(canvas, session):
    canvas.desk.select(card.id for lane in canvas.desk.journey.lanes for card in lane.cards)
    assert len(canvas.desk.selected) == sum(len(lane.cards) for lane in session.project.maps[0].lanes)


def test_a_band_selects_what_it_meets(hand, canvas):
    start = hand.on("Search result", across=0, down=0) - QPoint(4, 4)
    hand.drag(start, hand.on("Map entry", across=0.1))
    assert canvas.desk.selected == hand.cards("Search result", "Map entry")


def test_a_band_with_shift_adds(hand, canvas):
    hand.click(hand.on("Review site"))
    start = hand.on("Search result", across=0, down=0) - QPoint(4, 4)
    hand.press(start, SHIFT)
    hand.move(hand.on("Search result"))
    hand.release(SHIFT)
    assert canvas.desk.selected == hand.cards("Search result", "Review site")


def test_escape_takes_a_band_back(hand, canvas):
    hand.click(hand.on("Review site"))
    hand.press(hand.on("Search result", across=0, down=0) - QPoint(4, 4))
    hand.move(hand.on("Map entry"))
    hand.key(Qt.Key.Key_Escape)
    assert canvas.desk.selected == hand.cards("Review site")


def test_a_change_of_selection_is_told_once(hand, canvas):
    told = []
    canvas.desk.picked.connect(lambda: told.append(canvas.desk.selected))
    hand.click(hand.on("Search result"))
    hand.click(hand.on("Search result"))
    assert told == [hand.cards("Search result")]


def test_what_is_gone_is_no_longer_selected(hand, canvas, session):
    hand.click(hand.on("Search result"))
    hand.click(hand.on("Review site"), SHIFT)
    map_id = session.project.maps[0].id
    session.edit("Remove", remove_cards(session.project, map_id, [hand.card("Search result")]))
    assert canvas.desk.selected == hand.cards("Review site")


def test_the_selection_is_drawn_outside_the_card(hand, canvas):
    corner = hand.on("Reads the menu", across=0.5, down=0)
    hand.click(hand.on("Reads the menu"))
    image = canvas.viewport().grab().toImage()
    colours = [image.pixelColor(corner - QPoint(0, y)).name() for y in range(6)]
    assert "#2f6bff" in colours
    assert colours.index("#ffffff") < colours.index("#2f6bff")


def test_the_middle_button_pans(hand, canvas):
    canvas.scroll_to(300, 200)
    hand.press(QPoint(500, 400), button=Qt.MouseButton.MiddleButton)
    hand.move(QPoint(450, 370))
    hand.release(button=Qt.MouseButton.MiddleButton)
    assert canvas.view.scroll == (350, 230)


def test_space_and_drag_pans(hand, canvas, qtbot):
    canvas.scroll_to(300, 200)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    hand.drag(QPoint(500, 400), QPoint(400, 400))
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view.scroll == (400, 200)
    assert canvas.desk.selected == frozenset()


def test_escape_takes_a_pan_back(hand, canvas):
    canvas.scroll_to(300, 200)
    hand.press(QPoint(500, 400), button=Qt.MouseButton.MiddleButton)
    hand.move(QPoint(400, 300))
    hand.key(Qt.Key.Key_Escape)
    assert canvas.view.scroll == (300, 200)


def test_the_wheel_scrolls_down(canvas):
    wheel(canvas, QPoint(500, 300), angle=QPoint(0, -120))
    assert canvas.view.scroll == (0, 60)


def test_with_shift_the_wheel_scrolls_across(canvas):
    wheel(canvas, QPoint(500, 300), angle=QPoint(0, -240), keys=SHIFT)
    assert canvas.view.scroll == (120, 0)


def test_a_touchpad_scrolls_by_its_own_pixels(canvas):
    wheel(canvas, QPoint(500, 300), angle=QPoint(-8, -16), pixels=QPoint(-7, -13))
    assert canvas.view.scroll == (7, 13)


@pytest.mark.parametrize("notches", [2, -1])
def test_with_ctrl_the_wheel_zooms_at_the_pointer(canvas, notches):
    canvas.scroll_to(700, 300)
    at = QPoint(613, 287)
    before = canvas.view.to_map(at.x(), at.y())
    wheel(canvas, at, angle=QPoint(0, 120 * notches), keys=CTRL)
    assert canvas.zoom == pytest.approx(1.2**notches)
    assert canvas.view.to_window(*before) == pytest.approx((at.x(), at.y()), abs=1)


def test_pinching_zooms_at_the_fingers(canvas):
    canvas.scroll_to(700, 300)
    at = QPointF(400, 300)
    before = canvas.view.to_map(at.x(), at.y())
    kind, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, at, 0.25, QPointF())
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.zoom == pytest.approx(1.25)
    assert canvas.view.to_window(*before) == pytest.approx((400, 300), abs=1)


def test_fit_shows_the_whole_paper_and_follows_the_window(canvas):
    canvas.fit()
    assert canvas.view.reach == (0, 0)
    first = canvas.zoom
    canvas.resize(600, 400)
    assert canvas.zoom < first
    assert canvas.view.reach == (0, 0)


def test_after_zooming_the_window_no_longer_sets_the_scale(canvas):
    canvas.zoom_to(0.8)
    canvas.resize(600, 400)
    assert canvas.zoom == 0.8


def test_the_scroll_bars_scroll_and_follow(canvas):
    canvas.verticalScrollBar().setValue(150)
    assert canvas.view.scroll == (0, 150)
    canvas.scroll_to(40, 90)
    assert (canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value()) == (40, 90)


def test_the_paper_lies_on_the_canvas_with_a_margin(canvas):
    image = canvas.viewport().grab().toImage()
    assert image.pixelColor(4, 4).name() == "#f4f5f8"
    assert image.pixelColor(MARGIN + 3, MARGIN + 3).name() == "#ffffff"


def test_a_hand_shows_what_can_be_taken(hand, canvas):
    hand.press(hand.on("Search result"))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    hand.move(hand.on("Review site"))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.key(Qt.Key.Key_Escape)
    hand.release()


def test_a_click_on_a_header_kept_in_sight_hits_no_card_under_it(hand, canvas):
    canvas.scroll_to(0, 300)
    band = bands(canvas.scene, canvas.view).headers
    rects = (canvas.scene.hits.rect(card) for card in canvas.scene.hits.inside(canvas.view.seen))
    hidden = next(rect for rect in rects if canvas.view.to_window(0, rect.y)[1] < band.bottom() - 4)
    under = hand.point(hidden.x + 8, canvas.view.to_map(0, band.bottom() - 2)[1])
    hand.click(under)
    assert canvas.scene.hits.card_at(*canvas.view.to_map(under.x(), under.y())) not in canvas.desk.selected


def test_without_a_map_nothing_can_be_hit(hand, canvas, session):
    session.edit("Remove all maps", changed(session.project, maps=()))
    hand.click(QPoint(300, 300))
    assert canvas.desk.selected == frozenset()
    with pytest.raises(LookupError):
        assert canvas.scene


def test_a_card_is_pointed_out(hand, canvas):
    canvas.scroll_to(0, 0)
    card = hand.card("Books for her parents")
    canvas.point_out(["gone", card])
    assert canvas.view.scroll[0] > 0


def test_what_is_pointed_out_is_clear_of_headers_and_labels(hand, canvas):
    canvas.scroll_to(*canvas.view.reach)
    card = hand.card("Gives her name")
    canvas.point_out([card])
    rect, place = canvas.scene.hits.rect(card), bands(canvas.scene, canvas.view)
    x, y = canvas.view.to_window(rect.x, rect.y)
    assert not place.cover(round(x), round(y))
    assert 0 < x < 1000
    assert 0 < y < 700


def test_the_selection_does_not_lie_over_headers(hand, canvas):
    card = hand.card("Gives her name")
    rect = canvas.scene.hits.rect(card)
    canvas.desk.select(frozenset((card,)))
    canvas.scroll_to(500, round(rect.y) + 32)
    band = bands(canvas.scene, canvas.view).headers
    assert band.bottom() > 20
    image = canvas.viewport().grab().toImage()
    inside = {image.pixelColor(x, y).name() for x in range(200, 960, 3) for y in range(band.top(), band.bottom(), 2)}
    assert "#2f6bff" not in inside
