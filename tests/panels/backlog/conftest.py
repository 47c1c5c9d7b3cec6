"""The window of the backlog on the restaurant sample, with a hand for the matrix."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.desk.backlog import Backlog
from desktop.panels.backlog.board import Board

LEFT = Qt.MouseButton.LeftButton


class Finger:
    """The pointer over a matrix; opportunities are named by a part of their text."""

    def __init__(self, board):
        self.board = board
        self.matrix = board.opportunities.matrix

    def card(self, text):
        return next(entry.card.id for entry in self.board.backlog.entries if text in entry.card.text)

    def on(self, text):
        return self.matrix.places.chip_of(self.card(text)).box.center().toPoint()

    def cell(self, impact, ease):
        return self.matrix.places.cell(impact, ease).center().toPoint()

    def press(self, text):
        QTest.mousePress(self.matrix, LEFT, pos=self.on(text))

    def move(self, to):
        start = QPoint(to.x() - 12, to.y() - 12)
        for at in (start, to):
            QTest.mouseMove(self.matrix, at)

    def release(self, at):
        QTest.mouseRelease(self.matrix, LEFT, pos=at)

    def drag(self, text, impact, ease):
        self.press(text)
        to = self.cell(impact, ease)
        self.move(to)
        self.release(to)

    def grades(self, text):
        return self.board.backlog.grades(self.card(text))


@pytest.fixture
def board(qtbot, desk):
    """In sight, the keyboard in the table of opportunities."""
    board = Board(Backlog(desk, lambda: "2026-12-05"))
    qtbot.addWidget(board)
    board.call("opportunity")
    qtbot.waitActive(board)
    return board


@pytest.fixture
def table(board):
    """That of the opportunities."""
    return board.opportunities.table


@pytest.fixture
def finger(board):
    return Finger(board)
