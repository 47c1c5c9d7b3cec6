"""Whatever is done in the window of the backlog, undo leads back to the beginning."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton
MATRIX_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape),
)


class Monkey:
    """Drags, presses keys, types grades, weighs and links at random."""

    def __init__(self, board, seed):
        self.board = board
        self.dice = random.Random(seed)
        self.matrix = board.opportunities.matrix

    def play(self, times):
        for _ in range(times):
            self.dice.choice((self.drag, self.drag, self.key, self.key, self.grade, self.weigh, self.link, self.fill))()

    def somewhere(self):
        return QPoint(self.dice.randrange(self.matrix.width()), self.dice.randrange(self.matrix.height()))

    def drag(self):
        chip = self.dice.choice(self.matrix.places.chips)
        at, to = chip.box.center().toPoint(), self.somewhere()
        QTest.mousePress(self.matrix, LEFT, pos=at)
        QTest.mouseMove(self.matrix, (at + to) / 2)
        QTest.mouseMove(self.matrix, to)
        if self.dice.random() < 0.3:
            QTest.keyClick(self.matrix, Qt.Key.Key_Escape)
        QTest.mouseRelease(self.matrix, LEFT, pos=to)

    def key(self):
        key = self.dice.choice(MATRIX_KEYS)
        if key != Qt.Key.Key_Escape:
            QTest.keyClick(self.matrix, key)

    def grade(self):
        table = self.board.opportunities.table
        table.setCurrentIndex(table.lines.index(self.dice.randrange(10), self.dice.choice((3, 4))))
        QTest.keyClick(table, str(self.dice.randrange(7)))

    def weigh(self):
        fields = list(self.board.opportunities.weights.fields.values())
        self.dice.choice(fields).setValue(self.dice.randrange(11))

    def link(self):
        entry = self.dice.choice(self.board.backlog.entries)
        other = self.dice.choice(self.board.backlog.linkable(self.dice.choice(("pain", "tactic", "experiment"))))
        self.board.backlog.toggle_link(entry.card.id, other.id)

    def fill(self):
        self.board.next.click()


@pytest.mark.parametrize("seed", range(3))
def test_undo_leads_back_and_redo_forth(board, desk, seed):
    before = desk.project
    Monkey(board, seed).play(40)
    after, steps = desk.project, 0
    while desk.session.undoable:
        desk.undo()
        steps += 1
    assert steps > 5
    assert desk.project == before
    for _ in range(steps):
        desk.redo()
    assert desk.project == after


@pytest.mark.parametrize("seed", range(3))
def test_table_and_matrix_always_agree(board, seed):
    Monkey(board, seed + 10).play(25)
    entries = [entry.card.id for entry in board.backlog.entries]
    assert [line.card.id for line in board.opportunities.table.lines.lines] == entries
    assert sorted(chip.entry.card.id for chip in board.opportunities.matrix.places.chips) == sorted(entries)
    assert board.backlog.project is board.backlog.desk.project
