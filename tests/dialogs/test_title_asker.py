"""The line that asks for a snapshot's title, over any widget."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.snapshots.asking import LONGEST, TOP, WIDTH, TitleAsker
from desktop.resources import words


class Board:
    """What the line stands over; keeps what it tells."""

    def __init__(self):
        self.ground = QWidget()
        self.ground.resize(800, 400)
        self.other = QLineEdit(self.ground)
        self.asker = TitleAsker(words("en"), self.ground)
        self.given, self.left = [], []
        self.asker.given.connect(self.given.append)
        self.asker.left.connect(lambda: self.left.append(True))

    def key(self, key):
        QTest.keyClick(self.asker.field, key)


@pytest.fixture
def board(qtbot):
    made = Board()
    qtbot.addWidget(made.ground)
    made.ground.show()
    made.ground.activateWindow()
    qtbot.waitActive(made.ground)
    made.asker.ask("Then")
    return made


def test_it_comes_with_the_whole_suggestion_chosen(board):
    assert board.asker.field.hasFocus()
    assert board.asker.field.selectedText() == "Then"


def test_return_gives_and_goes(board):
    QTest.keyClicks(board.asker.field, "Now")
    board.key(Qt.Key.Key_Return)
    assert (board.given, board.left) == (["Now"], [True])
    assert board.asker.isHidden()


def test_escape_gives_nothing(board):
    board.key(Qt.Key.Key_Escape)
    board.key(Qt.Key.Key_Escape)
    assert (board.given, board.left) == ([], [True])


def test_gone_with_the_keyboard_it_tells_nobody(board):
    board.other.setFocus()
    assert board.asker.isHidden()
    assert (board.given, board.left) == ([], [])


def test_asked_again_after_it_went_the_new_suggestion_stands(board):
    board.key(Qt.Key.Key_Escape)
    board.asker.ask("Later")
    assert board.asker.field.text() == "Later"


def test_asked_again_while_one_writes_the_words_stay(board):
    QTest.keyClicks(board.asker.field, "Mine")
    board.asker.ask("Later")
    assert board.asker.field.text() == "Mine"


@pytest.mark.parametrize("wide", [300, 600, 1200])
def test_it_stands_in_the_middle_within_what_is_below(board, wide):
    board.ground.resize(wide, 400)
    box = board.asker.geometry()
    assert (box.y(), box.width()) == (TOP, min(WIDTH, wide - 2 * TOP))
    assert abs(box.left() - (wide - box.right() - 1)) <= 1


def test_a_title_has_an_end(board):
    board.asker.field.insert("x" * (LONGEST + 50))
    assert len(board.asker.field.text()) == LONGEST
