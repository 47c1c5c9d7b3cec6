"""A palette beside a canvas, both on one desk."""

import random

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.edits.cards import Spot
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import steps_in_order
from desktop.panels.easel import canvas_on
from desktop.panels.palette import Palette
from desktop.session import Session
from desktop.storage.reader import Opened


class Table:
    """Cells are named by the kind of their lane and the number of their step."""

    def __init__(self, qtbot, opened, project=None):
        session = Session(Opened(project or opened.project, opened.assets))
        self.desk = Desk(session, resources.words("en"), Ids(random.Random(5).getrandbits, ids_of(session.project)))
        self.canvas = canvas_on(self.desk)
        self.palette = Palette(self.desk, self.canvas, resources.style("screen"))
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.addWidget(self.palette)
        row.addWidget(self.canvas, 1)
        self.palette.setFixedWidth(208)
        qtbot.addWidget(self.window)
        self.window.resize(1300, 800)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def step(self, number):
        return steps_in_order(self.desk.journey)[number].id

    def lane(self, kind):
        return next(lane for lane in self.desk.journey.lanes if lane.kind == kind)

    def aim(self, kind, number=1):
        self.desk.aim(Spot(self.lane(kind).id, self.step(number)))

    def cell(self, kind, number):
        """A point in the cell, low in it."""
        layout = self.canvas.scene.layout
        row = next(row for row in layout.rows if row.lane.kind == kind)
        column = layout.columns[number]
        x, y = column.x + column.width / 2, row.y + row.height - 4
        return QPoint(*map(round, self.canvas.view.to_window(x, y)))
