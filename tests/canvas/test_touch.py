"""Fingers and a pen on the canvas, by the events that a touch screen and a tablet send."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.canvas import touch as touching
from desktop.canvas.pen import Pen
from desktop.canvas.touch import Touch
from fingers import Fingers, Stylus

PAPER = QPoint(700, 600)


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def touch(canvas, pen):
    return Touch(canvas, pen)


@pytest.fixture
def fingers(canvas, touch):
    canvas.zoom_to(2.0)
    canvas.scroll_to(300, 300)
    return Fingers(canvas.viewport())


@pytest.fixture
def stylus(canvas, touch):
    return Stylus(canvas.viewport())


@pytest.fixture
def slow_taps(qapp):
    """Two taps are a double tap, however slow the machine."""
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(60_000)
    yield
    QApplication.setDoubleClickInterval(before)


@pytest.fixture
def menus(canvas):
    """The points for which a menu was asked."""
    asked = []
    canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    canvas.customContextMenuRequested.connect(asked.append)
    return asked


def under(canvas, at):
    return canvas.view.to_map(at.x(), at.y())


def bare(canvas):
    """A point of a cell without a card."""
    size = canvas.viewport().size()
    points = (QPoint(x, y) for y in range(80, size.height() - 80, 12) for x in range(80, size.width() - 80, 12))
    return next(at for at in points if canvas.hit(QPointF(at)).where in touching.PAPER)


def in_sight(hand, *texts):
    """Brings a card into the middle of the window."""
    for text in texts:
        hand.canvas.reveal(hand.canvas.scene.hits.rect(hand.card(text)))
    return hand.on(texts[-1])


def test_two_fingers_move_the_map(canvas, fingers):
    before = canvas.view
    fingers.press(0, QPoint(300, 300))
    fingers.press(1, QPoint(500, 300))
    fingers.move(f0=QPoint(360, 340), f1=QPoint(560, 340))
    assert canvas.view.scroll == (before.scroll[0] - 60, before.scroll[1] - 40)
    assert canvas.zoom == pytest.approx(before.zoom, rel=0.01)
    fingers.lift(0)
    fingers.lift(1)


def test_two_fingers_scale_about_their_middle(canvas, fingers):
    held = under(canvas, QPoint(400, 300))
    fingers.press(0, QPoint(350, 300))
    fingers.press(1, QPoint(450, 300))
    fingers.move(f0=QPoint(325, 300), f1=QPoint(475, 300))
    assert canvas.zoom == pytest.approx(3.0)
    assert under(canvas, QPoint(400, 300)) == pytest.approx(held, abs=1)
    fingers.lift(0)
    fingers.lift(1)


def test_two_fingers_do_both_at_once(canvas, fingers):
    held = under(canvas, QPoint(400, 300))
    fingers.press(0, QPoint(300, 300))
    fingers.press(1, QPoint(500, 300))
    fingers.move(f0=QPoint(270, 260), f1=QPoint(570, 260))
    assert canvas.zoom == pytest.approx(3.0)
    assert under(canvas, QPoint(420, 260)) == pytest.approx(held, abs=1)
    fingers.lift(1)
    fingers.lift(0)


@pytest.mark.parametrize("lifted", [0, 1])
def test_nothing_jumps_when_a_finger_is_lifted(canvas, fingers, lifted):
    fingers.press(0, QPoint(300, 300))
    fingers.press(1, QPoint(500, 360))
    fingers.move(f0=QPoint(280, 300))
    before = canvas.view
    fingers.lift(lifted)
    assert canvas.view == before
    other = 1 - lifted
    fingers.move(**{f"f{other}": fingers.down[other] + QPoint(20, 12)})
    assert canvas.zoom == before.zoom
    moved = before.scroll[0] - canvas.view.scroll[0], before.scroll[1] - canvas.view.scroll[1]
    assert moved == (20, 12)
    fingers.lift(other)


def test_nothing_jumps_when_a_third_finger_comes(canvas, fingers):
    for finger, at in enumerate((QPoint(300, 300), QPoint(500, 300))):
        fingers.press(finger, at)
    before = canvas.view
    fingers.press(2, QPoint(400, 500))
    assert canvas.view == before
    for finger in (0, 1, 2):
        fingers.lift(finger)


def test_the_scale_stays_within_its_limits(canvas, fingers):
    fingers.press(0, QPoint(400, 300))
    fingers.press(1, QPoint(420, 300))
    fingers.move(f0=QPoint(100, 300), f1=QPoint(800, 300))
    assert canvas.zoom == 4.0
    fingers.lift(0)
    fingers.lift(1)


def test_two_fingers_on_one_spot_only_move(canvas, fingers):
    fingers.press(0, QPoint(400, 300))
    fingers.press(1, QPoint(404, 300))
    fingers.move(f0=QPoint(440, 300), f1=QPoint(444, 300))
    assert canvas.zoom == 2.0
    fingers.lift(0)
    fingers.lift(1)


def test_a_finger_moves_the_paper(canvas, fingers):
    at, before = bare(canvas), canvas.view.scroll
    fingers.drag(at, at + QPoint(40, 20))
    assert canvas.view.scroll == (before[0] - 40, before[1] - 20)
    assert not canvas.desk.selected


def test_a_tap_selects(canvas, hand, fingers):
    at = in_sight(hand, "Is it worth")
    fingers.tap(at)
    assert canvas.desk.selected == {hand.card("Is it worth")}


def test_a_tap_beside_everything_selects_nothing(canvas, hand, fingers):
    canvas.desk.select({hand.card("Is it worth")})
    fingers.tap(bare(canvas))
    assert canvas.desk.selected == frozenset()


def test_a_finger_drags_a_card(canvas, hand, fingers, session):
    canvas.zoom_actual()
    at = in_sight(hand, "Is it worth")
    before = hand.step("Is it worth")
    fingers.drag(at, hand.on("Why do they"))
    assert hand.step("Is it worth") == hand.step("Why do they") != before
    assert session.undoable is not None


def test_a_finger_that_slips_a_little_taps(canvas, hand, fingers, session):
    at = in_sight(hand, "Is it worth")
    fingers.drag(at, at + QPoint(4, 4))
    assert canvas.desk.selected == {hand.card("Is it worth")}
    assert session.undoable is None


def test_two_taps_open_the_editor(canvas, hand, fingers, slow_taps):
    at = in_sight(hand, "Is it worth")
    fingers.tap(at)
    assert canvas.writer is None
    fingers.tap(at)
    assert canvas.writer is not None
    canvas.stop_writing()


def test_two_taps_far_apart_open_nothing(canvas, hand, fingers, slow_taps):
    at = in_sight(hand, "Is it worth")
    fingers.tap(at)
    fingers.tap(at + QPoint(40, 0))
    assert canvas.writer is None


def test_holding_asks_for_the_menu(qtbot, canvas, hand, fingers, menus):
    at = in_sight(hand, "Is it worth")
    fingers.press(0, at)
    qtbot.waitUntil(lambda: bool(menus))
    fingers.move(f0=at + QPoint(50, 50))
    fingers.lift(0)
    assert menus == [at]
    assert canvas.tool is None


def test_who_moves_or_lifts_in_time_asks_for_no_menu(canvas, hand, touch, fingers, menus):
    at = in_sight(hand, "Is it worth")
    fingers.tap(at)
    fingers.drag(bare(canvas), bare(canvas) + QPoint(30, 0))
    assert not touch._holding.isActive()
    assert menus == []


def test_a_second_finger_undoes_what_one_had_begun(canvas, hand, fingers, session, bytes_of):
    before = bytes_of()
    canvas.desk.select({hand.card("Why do they")})
    aimed = canvas.desk.target
    at = in_sight(hand, "Is it worth")
    fingers.press(0, at)
    fingers.move(f0=at + QPoint(60, 20))
    assert canvas.tool is not None
    fingers.press(1, at + QPoint(200, 0))
    assert canvas.tool is None
    assert canvas.desk.selected == {hand.card("Why do they")}
    assert canvas.desk.target == aimed
    fingers.lift(0)
    fingers.lift(1)
    assert (bytes_of(), session.undoable) == (before, None)


def test_a_second_finger_before_the_first_has_moved(canvas, hand, fingers, menus):
    at = in_sight(hand, "Is it worth")
    fingers.press(0, at)
    fingers.press(1, at + QPoint(150, 0))
    fingers.lift(1)
    fingers.lift(0)
    assert (canvas.desk.selected, menus) == (frozenset(), [])


def test_a_finger_that_stays_after_two_drags_nothing(canvas, hand, fingers, session):
    at = in_sight(hand, "Is it worth")
    fingers.press(0, QPoint(100, 100))
    fingers.press(1, at)
    fingers.lift(0)
    fingers.move(f1=at + QPoint(80, 40))
    fingers.lift(1)
    assert session.undoable is None
    assert canvas.desk.selected == frozenset()


def test_whoever_touches_is_noted(qtbot, canvas, touch, fingers):
    with qtbot.waitSignal(touch.touched):
        fingers.tap(bare(canvas))


def test_a_touch_on_the_editor_is_the_editors(canvas, hand, fingers, slow_taps):
    at = in_sight(hand, "Is it worth")
    fingers.tap(at)
    fingers.tap(at)
    writer = canvas.writer
    fingers.tap(writer.geometry().center())
    assert canvas.writer is writer
    canvas.stop_writing()


def test_a_pen_selects_and_drags(canvas, hand, stylus, session):
    at = in_sight(hand, "Is it worth")
    stylus.drag(at, hand.on("Why do they"))
    assert canvas.desk.selected == {hand.card("Is it worth")}
    assert hand.step("Is it worth") == hand.step("Why do they")


def test_a_pen_draws_a_band_on_the_paper(canvas, stylus):
    before, at = canvas.view, bare(canvas)
    stylus.press(at)
    stylus.move(at + QPoint(30, 30))
    assert canvas.tool is not None
    stylus.release(at + QPoint(30, 30))
    assert canvas.view == before


def test_two_taps_of_a_pen_open_the_editor(canvas, hand, stylus, slow_taps):
    at = in_sight(hand, "Is it worth")
    stylus.tap(at)
    stylus.tap(at)
    assert canvas.writer is not None
    canvas.stop_writing()


def test_the_button_of_a_pen_asks_for_the_menu(canvas, hand, stylus, menus):
    at = in_sight(hand, "Is it worth")
    stylus.press(at, Qt.MouseButton.RightButton)
    stylus.release(at, Qt.MouseButton.RightButton)
    assert menus == [at]


def test_while_a_pen_is_near_a_finger_only_moves_the_map(canvas, hand, fingers, stylus, session):
    at = in_sight(hand, "Is it worth")
    stylus.hover(QPoint(600, 200))
    before = canvas.view.scroll
    fingers.tap(at)
    assert canvas.desk.selected == frozenset()
    fingers.drag(at, at + QPoint(24, 12))
    assert canvas.view.scroll != before
    assert session.undoable is None


def test_while_a_pen_is_near_fingers_still_scale(canvas, fingers, stylus):
    stylus.hover(QPoint(600, 200))
    fingers.press(0, QPoint(350, 300))
    fingers.press(1, QPoint(450, 300))
    fingers.move(f0=QPoint(325, 300), f1=QPoint(475, 300))
    assert canvas.zoom == pytest.approx(3.0)
    fingers.lift(0)
    fingers.lift(1)


def test_a_pen_that_comes_takes_the_card_from_the_hand(canvas, hand, fingers, stylus, session):
    at = in_sight(hand, "Is it worth")
    fingers.press(0, at)
    fingers.move(f0=at + QPoint(60, 20))
    stylus.hover(QPoint(600, 200))
    assert canvas.tool is None
    fingers.lift(0)
    assert session.undoable is None


def test_a_hand_on_the_screen_does_not_move_the_map_under_a_pen(canvas, hand, fingers, stylus):
    at = in_sight(hand, "Is it worth")
    before = canvas.view
    stylus.press(at)
    fingers.press(0, QPoint(600, 500))
    fingers.move(f0=QPoint(660, 520))
    fingers.lift(0)
    assert canvas.view == before
    stylus.release(at)
    assert canvas.desk.selected == {hand.card("Is it worth")}


def test_a_pen_that_is_gone_leaves_the_fingers_free(qtbot, canvas, hand, pen, fingers, stylus, monkeypatch):
    at = in_sight(hand, "Is it worth")
    monkeypatch.setattr("desktop.canvas.pen.STAYS", 1)
    stylus.hover(QPoint(600, 200))
    qtbot.waitUntil(lambda: not pen.near)
    fingers.tap(at)
    assert canvas.desk.selected == {hand.card("Is it worth")}
