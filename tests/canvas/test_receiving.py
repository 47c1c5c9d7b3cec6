"""Panels that take cards from the map: who is asked, in which order, and where on the screen."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop.canvas.receiving import Given, Receivers


def same(project, _cards):
    return project


class Panel:
    """Takes cards on its half of the screen; keeps where it was pointed at."""

    def __init__(self, key, left, right):
        self.given = Given(key, f"To {key}", same)
        self.left, self.right = left, right
        self.pointed = []

    def point(self, at):
        self.pointed.append(at)
        return self.given if at is not None and self.left <= at.x() < self.right else None


@pytest.fixture
def viewport(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.move(100, 50)
    return widget


@pytest.fixture
def panels(viewport):
    return Panel("inbox", 0, 200), Panel("lot", 150, 400)


@pytest.fixture
def receivers(viewport, panels):
    made = Receivers(viewport)
    for panel in panels:
        made.add(panel)
    return made


def test_with_nobody_there_nothing_is_taken(viewport):
    assert Receivers(viewport).at(QPointF(5, 5)) is None


@pytest.mark.parametrize(("x", "key"), [(-50, "inbox"), (99, "inbox"), (120, "lot")])
def test_the_first_that_takes_it_has_it(receivers, x, key):
    assert receivers.at(QPointF(x, 0)).key == key


def test_beside_all_of_them_nobody_has_it(receivers):
    assert receivers.at(QPointF(900, 0)) is None


def test_a_point_is_told_on_the_screen(receivers, panels):
    receivers.at(QPointF(7, 9))
    assert panels[0].pointed == [QPointF(107, 59)]


def test_who_comes_later_is_not_asked_where_one_takes_it(receivers, panels):
    receivers.at(QPointF(80, 0))
    assert panels[1].pointed == []


def test_all_hear_that_nothing_is_held_any_more(receivers, panels):
    receivers.leave()
    assert [panel.pointed for panel in panels] == [[None], [None]]


def test_what_would_happen_is_the_same_by_its_key():
    assert Given("inbox", "To", same) == Given("inbox", "To", lambda project, cards: None)
    assert Given("inbox", "To", same) != Given("lot", "To", same)
