"""A tray beside a canvas on the restaurant sample, with an inbox of one's own."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.base import changed, in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import Cluster
from desktop.document.locate import steps_in_order
from desktop.panels.easel import canvas_on
from desktop.panels.tray.faces import ROW
from desktop.panels.tray.panel import TrayPanel
from desktop.session import Session
from desktop.storage.reader import Opened

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def note(name, kind="note", rank="V"):
    return Card(id=name, kind=kind, text=f"text of {name}", rank=rank)


INBOX = (
    Cluster(id="g1", rank="A", cards=(note("n1", rank="A"), note("n2", rank="B"))),
    Cluster(id="g2", title="Phone", rank="B", cards=(note("t1", "touchpoint"), note("x1", "action", "X"))),
)


PARKED = (note("k1"),)


class Side:
    """Keys and the pointer on a tray and the map beside it."""

    def __init__(self, qtbot, sample, inbox, parking):
        journey = changed(sample.project.maps[0], inbox=inbox, parking=parking)
        session = Session(Opened(changed(sample.project, maps=(journey,)), sample.assets))
        self.desk = Desk(session, resources.words("en"), Ids(random.Random(5).getrandbits, ids_of(session.project)))
        self.canvas = canvas_on(self.desk)
        self.panel = TrayPanel(self.desk, self.canvas)
        self.view = self.panel.view
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.addWidget(self.panel)
        row.addWidget(self.canvas, 1)
        self.panel.setFixedWidth(260)
        qtbot.addWidget(self.window)
        self.window.resize(1300, 800)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def key(self, key, keys=NONE):
        QTest.keyClick(self.view, key, keys)

    def pick(self, *things):
        """Clicks on these lines, with Ctrl after the first."""
        for number, thing in enumerate(things):
            keys = Qt.KeyboardModifier.ControlModifier if number else NONE
            QTest.mouseClick(self.view.viewport(), LEFT, keys, self.at(thing))

    def at(self, thing, down=0.5):
        """A point on a line, so far down in it."""
        row = self.view.rows.row_of(thing)
        return QPoint(120, int((row + down) * ROW) - self.view.verticalScrollBar().value())

    def drag(self, thing, to, keys=NONE, drop=True):
        """Takes a line to a point of the tray's viewport, which may be beside it."""
        viewport, start = self.view.viewport(), self.at(thing)
        QTest.mousePress(viewport, LEFT, NONE, start)
        for at in (start + QPoint(9, 9), (start + to) / 2, to):
            QTest.mouseMove(viewport, at)
        if drop:
            QTest.mouseRelease(viewport, LEFT, keys, to)

    def cell(self, kind, title):
        """A point of the map, low in the cell, as the tray's viewport counts."""
        layout = self.canvas.scene.layout
        row = next(row for row in layout.rows if row.lane.kind == kind)
        column = next(column for column in layout.columns if column.step.title == title)
        x, y = column.x + column.width / 2, row.y + row.height - 4
        on_canvas = QPoint(*map(round, self.canvas.view.to_window(x, y)))
        return self.view.viewport().mapFromGlobal(self.canvas.viewport().mapToGlobal(on_canvas))

    def spot(self, kind, title):
        lane = next(lane.id for lane in self.desk.journey.lanes if lane.kind == kind)
        return Spot(lane, next(step.id for step in steps_in_order(self.desk.journey) if step.title == title))

    def standing(self, kind, title):
        """The ids of the cards of a cell, from the top."""
        spot = self.spot(kind, title)
        lane = next(lane for lane in self.desk.journey.lanes if lane.id == spot.lane)
        return [card.id for card in in_order(lane.cards) if card.first == spot.step]

    @property
    def groups(self):
        return {group.title: [card.id for card in in_order(group.cards)] for group in in_order(self.desk.journey.inbox)}

    @property
    def groups_in_order(self):
        """The ids of the cards of each group, those with the same title too."""
        return [[card.id for card in in_order(group.cards)] for group in in_order(self.desk.journey.inbox)]

    @property
    def parked(self):
        return [card.id for card in in_order(self.desk.journey.parking)]


@pytest.fixture
def make(qtbot, sample):
    def side(inbox=INBOX, parking=PARKED):
        return Side(qtbot, sample, inbox, parking)

    return side


@pytest.fixture
def side(make):
    return make()
