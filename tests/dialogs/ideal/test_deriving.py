"""Current and ideal in a window: by their keys, told of when one comes to a map, sent to the dialog for printing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from desks import desk_on
from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.dialogs.ideal.news import NewsDialog
from desktop.dialogs.ideal.part import Deriving
from desktop.document.edits.maps import add_map
from desktop.preferences import USUAL_SHARES, Habits


@pytest.fixture
def printed():
    """What the dialog for printing was asked for."""
    return []


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
def part_on(qtbot, printed, home):
    made = []

    def make(desk):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.show()
        part = Deriving(window, desk, lambda: None, lambda *asked, turned=False: printed.append((*asked, turned)), home)
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


def test_the_comparison_is_printed_as_everything_is(part, desk, printed):
    other = next(each for each in part.ideal.pair() if each != desk.map_id)
    part.compare()
    part.dialog.print.click()
    assert printed == [("comparison", other, False)]
    assert part.dialog is None


def test_maps_that_were_turned_round_are_printed_so(part, desk, printed):
    part.compare()
    part.dialog.turn.click()
    part.dialog.print.click()
    assert printed[-1][2] is True


def test_maps_that_are_not_shown_are_come_to(part, desk, printed):
    before, after = part.ideal.pair()
    part.compare()
    desk.attempt("x", lambda whole: add_map(whole, "Third", new_id=desk.new_id))
    desk.show_map(next(each.id for each in desk.project.maps if each.id not in (before, after)))
    part.dialog.print.click()
    assert desk.map_id == after
    assert printed == [("comparison", before, False)]


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
