"""A canvas on the restaurant sample, and a hand that works it with real events."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.desk.desk import Desk
from desktop.document.ids import Ids, ids_of
from desktop.session import Session
from desktop.storage.writer import dump

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """The pointer over a canvas; cards are named by a part of their text."""

    def __init__(self, canvas):
        self.canvas = canvas
        self.at = QPoint()

    def card(self, text):
        places = (place for row in self.canvas.scene.layout.rows for place in row.content.cards)
        return next(place.card.id for place in places if text in place.card.text)

    def cards(self, *texts):
        return frozenset(map(self.card, texts))

    def step(self, text):
        _, place = self.canvas.scene.hits.find(self.card(text))
        return self.canvas.scene.layout.columns[place.first].step.title

    def lane(self, text):
        return self.canvas.scene.hits.lane_of(self.card(text)).kind

    def on(self, text, across=0.5, down=0.5):
        """A point on a card, by shares of its width and height."""
        rect = self.canvas.scene.hits.rect(self.card(text))
        return self.point(rect.x + rect.width * across, rect.y + rect.height * down)

    def point(self, x, y):
        return QPoint(*map(round, self.canvas.view.to_window(x, y)))

    def press(self, at, keys=NONE, button=LEFT):
        self.at = at
        QTest.mouseMove(self.canvas.viewport(), at)
        QTest.mousePress(self.canvas.viewport(), button, keys, at)

    def move(self, to, steps=3):
        start = self.at
        for number in range(1, steps + 1):
            self.at = start + (to - start) * number / steps
            QTest.mouseMove(self.canvas.viewport(), self.at)

    def release(self, keys=NONE, button=LEFT):
        QTest.mouseRelease(self.canvas.viewport(), button, keys, self.at)

    def click(self, at, keys=NONE):
        self.press(at, keys)
        self.release(keys)

    def drag(self, start, to):
        self.press(start)
        self.move(to)
        self.release()

    def key(self, key, keys=NONE):
        QTest.keyClick(self.canvas, key, keys)


@pytest.fixture
def session(sample):
    return Session(sample)


@pytest.fixture
def bytes_of(session):
    return lambda: dump(session.project, session.assets)


@pytest.fixture(scope="session")
def studio():
    return Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))


@pytest.fixture(scope="session")
def shapes(qapp):
    """What is made ready to be painted stays so, as the figures do that the studio remembers."""
    return ShapePainter(resources.typesetter().fonts, lambda asset: None)


@pytest.fixture
def sheet(studio, shapes):
    return Sheet(studio, shapes)


@pytest.fixture
def canvas(qtbot, studio, sheet, session):
    """1000 × 700 px at 100 %, following the session."""
    desk = Desk(session, resources.words("en"), Ids(random.Random(5).getrandbits, ids_of(session.project)))
    canvas = Canvas(desk, studio, sheet)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.zoom_actual()
    canvas.scroll_to(0, 0)
    return canvas


@pytest.fixture
def hand(canvas):
    return Hand(canvas)
