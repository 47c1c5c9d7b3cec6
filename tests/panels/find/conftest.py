"""A find bar over the map of a small project, in a window of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desks import desk_on
from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.document.edits.inbox import park_cards
from desktop.panels.find.bar import FindBar
from grids import card, lane, project

NONE = Qt.KeyboardModifier.NoModifier


class Seeker:
    """Types into the lines of a bar; keeps what was said, revealed and how often writing was handed in."""

    def __init__(self, qtbot, host, desk, canvas):
        self._qtbot = qtbot
        self.host, self.desk, self.canvas = host, desk, canvas
        self.bar = FindBar(desk, canvas, self.hand_in, self.reveal)
        self.said, self.revealed = [], []
        self.handed = 0
        desk.said.connect(self.said.append)

    def hand_in(self):
        self.handed += 1

    def reveal(self, thing):
        self.revealed.append(thing)
        self.canvas.setFocus()

    def type(self, text, line=None):
        line = line or self.bar.field
        line.clear()
        QTest.keyClicks(line, text)
        self.settle()

    def settle(self):
        """What is typed has been looked for."""
        self._qtbot.waitUntil(lambda: self.bar.finding.wanted.query == self.bar.field.text())

    def key(self, key, keys=NONE, line=None):
        QTest.keyClick(line or self.bar.field, key, keys)
        if self.bar.isVisible():
            self.settle()

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tick(self, entry):
        """In the menu of where to look: an entry from the top, by the mouse."""
        self.click(self.bar.places)
        menu = self.bar.places.menu_of_sorts
        entries = [action for action in menu.actions() if action.isCheckable()]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entries[entry]).center())
        menu.close()

    def found(self):
        """What stands round each match, from the top."""
        model = self.bar.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def current(self):
        """The thing that holds the current match."""
        match = self.bar.finding.current
        return match.passage.thing if match else None

    def text(self, thing):
        cards = (one for each in self.desk.journey.lanes for one in each.cards)
        return next(one.text for one in cards if one.id == thing)


@pytest.fixture
def desk():
    """c1 “Waits for tea”, c2 “Tea comes late”, c3 “Drinks green tea, black tea”, c4 “Pours tea” in a locked lane."""
    whole = project(
        lane(card(1, text="Waits for tea"), card(2, step=1, text="Tea comes late")),
        lane(card(3, "thought", step=2, text="Drinks green tea, black tea"), kind="thoughts"),
        lane(card(4, "note", step=3, text="Pours tea"), kind="notes", locked=True),
    )
    return desk_on(whole)


@pytest.fixture(scope="session")
def studio():
    return Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))


@pytest.fixture
def seek(qtbot, desk, studio):
    """The bar, open and with the keyboard, over a canvas of 900 px."""
    canvas = Canvas(desk, studio, Sheet(studio, ShapePainter(resources.typesetter().fonts, lambda asset: None)))
    host = QWidget()
    seeker = Seeker(qtbot, host, desk, canvas)
    column = QVBoxLayout(host)
    column.addWidget(seeker.bar)
    column.addWidget(canvas, 1)
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    host.activateWindow()
    qtbot.waitActive(host)
    seeker.bar.call()
    return seeker


@pytest.fixture
def parked(desk):
    """Card 2 is in the parking lot."""
    desk.attempt("Park", lambda whole: park_cards(whole, desk.map_id, ["c2"]))
