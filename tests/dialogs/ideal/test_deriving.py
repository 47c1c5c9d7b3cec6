"""Current and ideal in a window: by their keys, told of when one comes to a map, saved as pages."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from desks import desk_on
from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.dialogs.ideal.news import NewsDialog
from desktop.dialogs.ideal.part import Deriving
from desktop.preferences import USUAL_SHARES, Habits


@pytest.fixture
def saved():
    return []


def keep(saved, data, suffix):
    saved.append((data, suffix))
    return True


class Home:
    """Remembers what a window is left with."""

    def __init__(self):
        self.habits = Habits()

    def keep_habits(self, habits):
        self.habits = habits


@pytest.fixture
def home():
    return Home()


@pytest.fixture
def part_on(qtbot, saved, home):
    made = []

    def make(desk):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.show()
        part = Deriving(window, desk, lambda: None, partial(keep, saved), home)
        part.attend()
        made.append(part)
        return part

    yield make
    for part in made:
        if part.dialog is not None:
            part.dialog.reject()
        part.leave()


@pytest.fixture
def part(part_on, desk):
    return part_on(desk)


@pytest.fixture
def said(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def offers(desk):
    made = []
    desk.offered.connect(made.append)
    return made


def test_comparing(part):
    part.compare()
    assert isinstance(part.dialog, ComparisonDialog)
    part.dialog.reject()
    assert part.dialog is None


def test_the_news(part):
    part.news()
    assert isinstance(part.dialog, NewsDialog)


def test_from_the_comparison_to_the_news(part):
    part.compare()
    part.dialog.new.click()
    assert isinstance(part.dialog, NewsDialog)


def test_nothing_to_compare_with(part_on):
    desk = desk_on()
    sentences = []
    desk.said.connect(sentences.append)
    part = part_on(desk)
    part.compare()
    part.news()
    assert part.dialog is None
    assert "no other map" in sentences[0]
    assert sentences[1] == "This map was not derived from another one."


def test_no_news(part, desk, said):
    part.ideal.pass_over(desk.map_id, ["late"])
    part.news()
    assert part.dialog is None
    assert said[-1] == "Nothing is new in the current map."


def test_the_comparison_is_saved_as_pages(part, saved):
    part.compare()
    part.dialog.print.click()
    ((data, suffix),) = saved
    assert data.startswith(b"%PDF")
    assert suffix == ".pdf"


def test_whoever_comes_to_the_ideal_map_is_told_once(part, desk, offers):
    shown = desk.map_id
    desk.show_map("m")
    assert offers == []
    desk.show_map(shown)
    assert offers[-1].sentence.startswith("1 thing is new in ")
    offers[-1].choices[0].do()
    assert isinstance(part.dialog, NewsDialog)
    desk.show_map("m")
    desk.show_map(shown)
    assert len(offers) == 1


def test_how_it_was_parted_is_remembered(part, home, qtbot):
    part.compare()
    assert part.dialog.parts.shares == USUAL_SHARES
    with qtbot.waitExposed(part.dialog):
        part.dialog.show()
    drag(part.dialog.parts.handle(1), QPoint(0, -60))
    part.dialog.reject()
    assert home.habits.parted[0] < USUAL_SHARES[0]
    part.compare()
    assert part.dialog.parts.shares == home.habits.parted


def test_what_was_not_parted_is_not_written(part, home):
    before = home.habits
    part.compare()
    part.dialog.reject()
    assert home.habits is before


def drag(handle, by):
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + by)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + by)
