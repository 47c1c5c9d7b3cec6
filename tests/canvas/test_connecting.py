"""Drawing arrows from card to card, with real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.canvas.connect import handle
from desktop.canvas.pick import Where
from desktop.canvas.tools import window_rect


def grip(hand, text):
    """The middle of the handle beside a card."""
    rect = hand.canvas.scene.hits.rect(hand.card(text))
    return handle(window_rect(hand.canvas.view, rect)).toPoint()


@pytest.fixture
def draw(hand):
    """Selects a card and draws an arrow from its handle to a point."""

    def begin(text, to):
        hand.click(hand.on(text))
        hand.press(grip(hand, text))
        hand.move(to)
        return hand.canvas.tool

    return begin


def new_links(session, before):
    known = {link.id for link in before.maps[0].links}
    return [link for link in session.project.maps[0].links if link.id not in known]


def test_only_the_selected_card_has_a_handle(canvas, hand):
    assert canvas.hit(QPointF(grip(hand, "Search result"))).where is not Where.LINK_GRIP
    hand.click(hand.on("Search result"))
    hit = canvas.hit(QPointF(grip(hand, "Search result")))
    assert (hit.where, hit.id) == (Where.LINK_GRIP, hand.card("Search result"))
    hand.click(hand.on("Map entry"), Qt.KeyboardModifier.ControlModifier)
    assert canvas.hit(QPointF(grip(hand, "Search result"))).where is not Where.LINK_GRIP


def test_on_a_small_map_there_is_none(canvas, hand):
    hand.click(hand.on("Search result"))
    canvas.zoom_to(0.2)
    assert canvas.hit(QPointF(grip(hand, "Search result"))).where is not Where.LINK_GRIP


def test_the_handle_is_painted_and_the_pointer_tells_it(canvas, hand):
    at = grip(hand, "Search result")
    before = canvas.viewport().grab().toImage().pixelColor(at + QPoint(4, 0))
    hand.click(hand.on("Search result"))
    hand.press(QPoint(at))
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.CrossCursor
    hand.release()
    after = canvas.viewport().grab().toImage().pixelColor(at + QPoint(4, 0))
    assert after.blue() - after.red() > before.blue() - before.red() + 60


def test_an_arrow_leads_from_card_to_card(draw, hand, session, canvas):
    before = session.project
    tool = draw("Search result", hand.on("Review site"))
    assert tool.target == hand.card("Review site")
    canvas.viewport().grab()
    hand.release()
    (link,) = new_links(session, before)
    assert (link.kind, link.source, link.target) == ("leads", hand.card("Search result"), hand.card("Review site"))
    assert canvas.desk.selected == {link.id}
    session.undo()
    assert session.project is before


def test_an_arrow_to_an_earlier_step_is_a_loop(draw, hand, session):
    before = session.project
    draw("Review site", hand.on("Search result"))
    hand.release()
    assert [link.kind for link in new_links(session, before)] == ["loops"]


@pytest.mark.parametrize("backwards", [False, True])
def test_the_opportunity_answers_the_pain_point_whichever_way_it_is_drawn(canvas, draw, hand, session, qapp, backwards):
    canvas.fit()
    qapp.processEvents()
    journey = session.project.maps[0]
    pain = next(card for lane in journey.lanes for card in lane.cards if card.kind == "pain").text
    chance = next(
        card.text
        for lane in journey.lanes
        for card in lane.cards
        if card.kind == "opportunity"
        and not any(link.source == card.id and link.target == hand.card(pain) for link in journey.links)
    )
    before = session.project
    ends = (pain, chance) if backwards else (chance, pain)
    draw(ends[0], hand.on(ends[1]))
    hand.release()
    (link,) = new_links(session, before)
    assert (link.kind, link.source, link.target) == ("answers", hand.card(chance), hand.card(pain))


def test_there_is_one_arrow_however_often_it_is_drawn(draw, hand, session):
    for _ in range(2):
        draw("Search result", hand.on("Review site"))
        hand.release()
    session.undo()
    assert session.undoable is None


@pytest.mark.parametrize("to", ["itself", "bare", "outside", "handle"])
def test_dropped_elsewhere_nothing_is_linked(draw, hand, session, to):
    points = {
        "itself": hand.on("Search result"),
        "bare": hand.on("Search result") + QPoint(0, 400),
        "outside": QPoint(500, -60),
        "handle": grip(hand, "Search result"),
    }
    draw("Search result", points[to])
    hand.release()
    assert session.undoable is None


@pytest.mark.parametrize("end", ["escape", "focus", "hide"])
def test_an_arrow_that_is_given_up_leaves_no_trace(canvas, draw, hand, session, bytes_of, end):
    saved = bytes_of()
    draw("Search result", hand.on("Review site"))
    ways = {"escape": lambda: hand.key(Qt.Key.Key_Escape), "focus": canvas.clearFocus, "hide": canvas.hide}
    ways[end]()
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand.at)
    assert (bytes_of(), session.undoable, canvas.tool) == (saved, None, None)


def test_at_the_edge_the_map_scrolls(canvas, draw, qtbot, hand):
    draw("Search result", QPoint(canvas.viewport().width() - 2, 300))
    qtbot.waitUntil(lambda: canvas.view.scroll[0] > 50)
    hand.key(Qt.Key.Key_Escape)
