"""The palette of commands over the map of a small project, with two menus of its own."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desks import desk_on
from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.document.edits.inbox import park_cards
from desktop.panels.commands.commander import Commander
from desktop.panels.commands.search import Deed
from grids import card, lane, project

MENUS = (("Undo", "Edit", "Ctrl+Z"), ("Redo", "Edit", "Ctrl+Y"), ("Zoom in", "View", "Ctrl++"), ("Waiter", "View", ""))


class Caller:
    """Calls the palette over its window; `done` are the deeds that were triggered."""

    def __init__(self, host, desk, canvas):
        self.host, self.desk, self.canvas = host, desk, canvas
        self.elsewhere = QLineEdit()
        self.done, self.said, self.revealed = [], [], []
        desk.said.connect(self.said.append)
        self.actions = {text: QAction(text, host) for text, *_ in MENUS}
        for text, action in self.actions.items():
            action.triggered.connect(partial(self.done.append, text))
        self.palette = Commander(host, desk, canvas, self.revealed.append)
        self.palette.offer(self._deeds)

    def _deeds(self):
        return [Deed(text, path, keys, self.actions[text]) for text, path, keys in MENUS]

    def call(self, query=""):
        self.palette.call()
        QTest.keyClicks(self.palette.field, query)
        return self

    def key(self, key, keys=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.palette.field, key, keys)

    def texts(self):
        return [row.text for row in self.palette.rows]


@pytest.fixture
def desk():
    """c1 “Waits for tea”, c2 “Tea comes late” and c3 “Drinks up”, in lanes of two kinds."""
    whole = project(
        lane(card(1, text="Waits for tea"), card(2, step=1, text="Tea comes late")),
        lane(card(3, "thought", step=2, text="Drinks up"), kind="thoughts"),
    )
    return desk_on(whole)


@pytest.fixture(scope="session")
def studio():
    return Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))


@pytest.fixture
def caller(qtbot, desk, studio):
    canvas = Canvas(desk, studio, Sheet(studio, ShapePainter(resources.typesetter().fonts, lambda asset: None)))
    host = QWidget()
    made = Caller(host, desk, canvas)
    column = QVBoxLayout(host)
    column.addWidget(made.elsewhere)
    column.addWidget(canvas, 1)
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    host.activateWindow()
    qtbot.waitActive(host)
    canvas.setFocus()
    return made


@pytest.fixture
def parked(desk):
    """Card 2 is in the parking lot."""
    desk.attempt("Park", lambda whole: park_cards(whole, desk.map_id, ["c2"]))
