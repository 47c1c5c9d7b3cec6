"""The board that everybody reads."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop import resources
from desktop.desk.agenda import Agenda
from desktop.document.journey import AgendaPoint
from desktop.panels.show.board import LARGEST, LEAST, Board
from desktop.panels.show.times import hour, length
from desktop.panels.theme import colour
from shows import Clock, desk_with, show_on

WORDS = resources.words("en")
LONG = AgendaPoint(id="p", title="Pain points", minutes=15, prompt="Where does it hurt, and how badly? " * 12)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def show(clock):
    return show_on(desk_with(), clock)


@pytest.fixture
def board(qtbot, show):
    board = Board(show, WORDS)
    qtbot.addWidget(board)
    board.resize(640, 360)
    return board


def ground(board):
    """The colour of its corner."""
    image: QImage = board.grab().toImage()
    return image.pixelColor(2, image.height() - 3).name()


def inks(board):
    """How many colours are on it."""
    image = board.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def test_it_is_empty_when_nothing_runs(board):
    assert (board.time, board.accessibleName(), inks(board)) == ("", "", 1)


def test_it_has_the_whole_time_at_first(board, show):
    show.start()
    assert board.time == "10:00"


@pytest.mark.parametrize(
    ("minutes", "seconds", "time"),
    [(0, 0.2, "10:00"), (0, 1, "9:59"), (9, 59.9, "0:01"), (10, 0, "0:00"), (10, 0.9, "0:00"), (10, 42, "+0:42"),
     (75, 3, "+65:03")],
)  # fmt: skip
def test_the_timer_is_exact_to_the_second(board, show, clock, minutes, seconds, time):
    show.start()
    clock.on(minutes, seconds)
    assert board.time == time


def test_the_ground_changes_when_the_time_is_up(board, show, clock):
    show.start()
    assert ground(board) == colour("surface").name()
    clock.on(minutes=11)
    assert ground(board) == colour("notice").name()


def test_a_screen_reader_hears_what_is_asked(board, show, qtbot):
    show.start()
    assert board.accessibleName() == "1 of 3. Doing"
    show.pause()
    assert board.accessibleName() == "1 of 3 · paused. Doing"


def test_it_follows_to_the_next_point(board, show):
    show.start()
    show.next()
    assert board.accessibleName() == "2 of 3. Feelings"
    assert board.time == "5:00"


@pytest.mark.parametrize("size", [(320, 236), (480, 800), (1920, 220), (1920, 1080), (200, 140)])
def test_a_long_prompt_has_room_at_any_size(qtbot, clock, size):
    show = show_on(desk_with((LONG,)), clock)
    board = Board(show, WORDS)
    qtbot.addWidget(board)
    board.resize(*size)
    show.start()
    assert inks(board) > 2
    em = board._fit()
    assert LEAST <= em < LARGEST
    assert board._fits(em) or em == LEAST


def test_a_larger_board_has_larger_type(board, show):
    show.start()
    board.resize(320, 180)
    small = board._fit()
    board.resize(640, 360)
    assert board._fit() > 1.8 * small


def test_the_type_keeps_its_size_while_the_time_runs(board, show, clock):
    show.start()
    before = board._fit()
    clock.on(minutes=25)
    show.tick()
    assert board._fit() == before


def test_it_asks_for_little_room(board):
    assert board.minimumSizeHint().expandedTo(QSize(320, 232)) == board.sizeHint()


def test_another_agenda_is_another_progress(board, show):
    show.start()
    before = board.grab().toImage()
    Agenda(show._desk).add("Drinks")
    assert board.grab().toImage() != before


def test_every_second_is_painted(qtbot, board, show, clock):
    show.start()
    before = board.grab().toImage()
    clock.on(seconds=1)
    show.tick()
    assert board.grab().toImage() != before


@pytest.mark.parametrize(("minutes", "said"), [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30 min")])
def test_lengths_are_said_in_hours_and_minutes(minutes, said):
    assert length(minutes, WORDS) == said


def test_times_of_day_are_of_this_place(monkeypatch):
    assert (int(hour(3600)[:2]) - int(hour(0)[:2])) % 24 == 1
    assert hour(60)[-2:] == f"{(int(hour(0)[-2:]) + 1) % 60:02}"
