"""The overview shows the map and scrolls the canvas."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import hide_lane
from desktop.panels.overview import BEAT, Overview

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def studio():
    return Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))


@pytest.fixture
def canvas(qtbot, studio, desk):
    sheet = Sheet(studio, ShapePainter(resources.typesetter().fonts, lambda asset: None))
    canvas = Canvas(desk, studio, sheet)
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.zoom_actual()
    canvas.scroll_to(0, 0)
    return canvas


@pytest.fixture
def overview(qtbot, desk, canvas):
    overview = Overview(desk, canvas)
    qtbot.addWidget(overview)
    overview.resize(300, 204)
    overview.show()
    qtbot.waitExposed(overview)
    overview.renew()
    yield overview
    overview.hide()


def picture(overview):
    return overview.grab().toImage()


def drag(overview, start, to):
    QTest.mousePress(overview, LEFT, NONE, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(overview, start + (to - start) * share)
    QTest.mouseRelease(overview, LEFT, NONE, to)


def seen(canvas):
    """The middle of what the canvas shows, as shares of the paper."""
    part, paper = canvas.view.seen, canvas.view.paper
    return (part.x + part.width / 2) / paper[0], (part.y + part.height / 2) / paper[1]


def test_it_has_a_name(overview):
    assert overview.accessibleName() == "Overview"


def test_the_map_is_there(overview):
    image = picture(overview)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 30


def test_the_frame_is_the_part_that_the_canvas_shows(overview, canvas):
    frame, paper = overview.frame, canvas.view.paper
    assert frame.width() / frame.height() == pytest.approx(
        min(canvas.view.seen.right, paper[0]) / min(canvas.view.seen.bottom, paper[1]), rel=0.1
    )


def test_the_frame_follows_the_canvas(overview, canvas):
    before = overview.frame
    canvas.scroll_to(300, 200)
    assert overview.frame.left() > before.left()
    assert overview.frame.top() > before.top()


def test_the_whole_map_is_framed_when_it_fits(overview, canvas):
    canvas.fit()
    assert overview.frame.width() > overview.width() * 0.6
    assert overview.frame.right() < overview.width()


def test_a_click_beside_the_frame_brings_it_there(overview, canvas):
    QTest.mouseClick(overview, LEFT, NONE, QPoint(overview.width() // 2, overview.height() // 2))
    assert seen(canvas) == pytest.approx((0.5, 0.5), abs=0.08)
    assert overview.frame.contains(overview.rect().center())


def test_dragging_the_frame_takes_it_along(overview, canvas):
    start = overview.frame.center().toPoint()
    share = canvas.view.seen.width / overview.width()
    before = canvas.view.seen
    drag(overview, start, start + QPoint(30, 10))
    moved = canvas.view.seen.x - before.x, canvas.view.seen.y - before.y
    assert moved[0] / moved[1] == pytest.approx(3, rel=0.1)
    assert moved[0] > 30 * share


def test_a_frame_that_is_only_held_stays(overview, canvas):
    canvas.scroll_to(200, 150)
    at = overview.frame.topLeft().toPoint() + QPoint(4, 4)
    QTest.mouseClick(overview, LEFT, NONE, at)
    assert canvas.view.scroll == pytest.approx((200, 150), abs=1)


def test_it_scrolls_no_further_than_the_map(overview, canvas):
    start = overview.frame.center().toPoint()
    drag(overview, start, start + QPoint(2000, 2000))
    assert canvas.view.scroll == canvas.view.reach


def test_other_buttons_do_nothing(overview, canvas):
    QTest.mouseClick(overview, Qt.MouseButton.RightButton, NONE, overview.rect().center())
    assert canvas.view.scroll == (0, 0)


def test_moving_without_pressing_does_nothing(overview, canvas):
    QTest.mouseMove(overview, overview.rect().center())
    assert canvas.view.scroll == (0, 0)


def test_an_edit_shows_after_a_while(overview, desk, qtbot):
    before = picture(overview)
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "pains")
    desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [card.id for card in lane.cards]))
    assert picture(overview) == before
    qtbot.waitUntil(lambda: picture(overview) != before, timeout=BEAT * 10)


def test_what_is_painted_again_equals_what_is_painted_afresh(overview, canvas, desk):
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "actions")
    picture(overview)
    desk.attempt("Text", lambda p: edit_cards(p, desk.map_id, [lane.cards[0].id], text="many more words " * 6))
    overview.renew()
    patched = picture(overview)
    overview.hide()
    fresh = Overview(desk, canvas)
    fresh.resize(overview.size())
    fresh.renew()
    assert picture(fresh) == patched
    fresh.deleteLater()


def test_a_hidden_lane_leaves_the_overview(overview, desk):
    before = picture(overview)
    for lane in desk.journey.lanes[:4]:
        desk.attempt("Hide", lambda p, one=lane.id: hide_lane(p, desk.map_id, one, True))
    overview.renew()
    assert picture(overview) != before


def test_the_map_comes_when_the_window_has_shown_its_own(qtbot, desk, canvas):
    late = Overview(desk, canvas)
    qtbot.addWidget(late)
    late.resize(300, 204)
    late.show()
    assert late.frame.isEmpty()
    qtbot.waitUntil(lambda: not late.frame.isEmpty())
    late.hide()


def test_out_of_sight_the_map_is_not_followed(overview, desk, qtbot):
    before = picture(overview)
    overview.hide()
    lane = desk.journey.lanes[0]
    desk.attempt("Hide", lambda p: hide_lane(p, desk.map_id, lane.id, True))
    qtbot.wait(BEAT + 20)
    assert picture(overview) == before
    overview.show()
    assert picture(overview) != before


def test_without_a_map_it_is_empty(overview, desk):
    desk.edit("None", desk.project.model_copy(update={"maps": ()}))
    overview.renew()
    assert overview.frame.isEmpty()
    QTest.mouseClick(overview, LEFT, NONE, overview.rect().center())
    assert picture(overview).width() == overview.width()


def test_too_small_to_show_anything_it_does_not_fail(overview):
    overview.resize(30, 20)
    assert overview.frame.isEmpty()
    assert not picture(overview).isNull()
