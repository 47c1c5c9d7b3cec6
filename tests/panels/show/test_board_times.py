"""The times on the board, however long: nothing of them is cut off, and the words keep clear of them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF

from desktop.panels.show.board import TIMER, Board, _font
from shows import Clock, desk_with, show_on

SIZES = {"panel": QSize(320, 236), "strip": QSize(1400, 180), "projector": QSize(900, 700), "tiny": QSize(200, 140)}


@pytest.fixture
def board(qtbot):
    show = show_on(desk_with(), Clock())
    made = Board(show, show._desk.words)
    qtbot.addWidget(made)
    show.start()
    return made, show


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("late", [0, 12, 99, 130, 1440], ids=str)
def test_the_time_has_room(board, size, late):
    board, show = board
    board.resize(SIZES[size])
    show._clock.on(minutes=10 + late, seconds=1)
    em = board._fit()
    _, room = board._room(em)
    metrics = QFontMetricsF(_font(board, TIMER * em, board.font().Weight.DemiBold, even=True))
    assert metrics.horizontalAdvance(board.time) <= room.width() or em < 10


def test_a_longer_time_is_fitted_anew(board):
    board, show = board
    board.resize(SIZES["strip"])
    show._clock.on(minutes=11)
    before = board._room(board._fit())[1].width() / board._fit()
    show._clock.on(minutes=600)
    assert board._room(board._fit())[1].width() / board._fit() > before
