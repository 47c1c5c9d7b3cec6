"""Current and ideal in a window: by their keys, told of when one comes to a map, saved as pages."""

import pytest
from PySide6.QtWidgets import QMainWindow

from desks import desk_on
from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.dialogs.ideal.news import NewsDialog
from desktop.dialogs.ideal.part import Deriving


@pytest.fixture
def saved():
    return []


@pytest.fixture
def part_on(qtbot, saved):
    made = []

    def make(desk):
        window = QMainWindow()
        qtbot.addWidget(window)
        window.show()
        part = Deriving(window, desk, lambda: None, lambda data, suffix: bool(saved.append((data, suffix))) or True)
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
