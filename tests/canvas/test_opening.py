"""What a double click opens, with real mouse events."""

import pytest
from pens import CTRL, KEY, Pen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.desk.drafts import TITLE
from desktop.document.edits.markers import remove_markers


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


@pytest.fixture
def double(canvas):
    """A double click at a point of the viewport."""

    def click(at):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    return click


def row(canvas, kind):
    return next(row for row in canvas.scene.layout.rows if row.lane.kind == kind)


def test_a_card(canvas, hand, double):
    double(hand.on("Menu page"))
    assert canvas.writer.text() == "Menu page"


@pytest.mark.parametrize("kind", ["stage", "step", "lane"])
def test_a_header(canvas, hand, pen, double, kind):
    thing = {"stage": pen.stage(1).id, "step": pen.step(2), "lane": pen.lane("touchpoints").id}[kind]
    rect = canvas.scene.hits.rect(thing)
    double(hand.point(rect.x + rect.width / 3, rect.y + rect.height / 2))
    assert canvas.writer.thing == thing


def test_a_marker(canvas, hand, pen, double):
    canvas.scroll_to(0, 300)
    marker = pen.lane("emotions").markers[0].id
    canvas.reveal(canvas.scene.hits.rect(marker))
    rect = canvas.scene.hits.rect(marker)
    double(hand.point(rect.x + rect.width / 2, rect.y + rect.height / 2))
    assert canvas.writer.thing == marker


@pytest.mark.parametrize("role", ["title", "subtitle"])
def test_the_head(canvas, hand, double, role):
    text = next(text for text in canvas.scene.layout.heading.texts if text.role == role)
    double(hand.point(text.x + 30, text.y + text.height / 2))
    assert canvas.writer.text() == text.text
    assert (canvas.writer.thing == TITLE) is (role == "title")


def test_an_empty_cell_begins_a_card_there(canvas, hand, pen, double):
    lane, column = row(canvas, "actions"), canvas.scene.layout.columns[1]
    double(hand.point(column.x + column.width / 2, lane.y + lane.height - 8))
    pen.type("Calls")
    pen.key(KEY.Key_Return, CTRL)
    assert (pen.selected().text, pen.selected().first) == ("Calls", pen.step(1))


def test_in_an_emotion_lane_it_places_the_feeling_at_that_height(canvas, hand, pen, double):
    journey = canvas.desk.journey
    own = [each.id for each in pen.lane("emotions").markers if each.step == pen.step(1)]
    canvas.desk.attempt("Bare", lambda whole: remove_markers(whole, journey.id, own))
    lane, column = row(canvas, "emotions"), canvas.scene.layout.columns[1]
    y = lane.y + lane.content.zero - 1.6 * lane.content.unit
    canvas.scroll_to(0, 200)
    double(hand.point(column.x + 10, y))
    assert pen.selected().value == 1.5
    assert pen.selected().persona == journey.persona


def test_beside_the_map_nothing_is_opened(canvas, double):
    double(QPoint(4, 4))
    assert canvas.writer is None


def test_on_a_divider_nothing_is_opened(canvas, hand, double):
    lane, column = row(canvas, "visibility"), canvas.scene.layout.columns[1]
    canvas.fit()
    double(hand.point(column.x + column.width / 2, lane.y + lane.height / 2))
    assert canvas.writer is None
