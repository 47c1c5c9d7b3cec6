"""Widgets that fill line after line."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.panels.flow import Flow

GAP = 6


@pytest.fixture
def row(qtbot):
    """Four boxes of 100 × 20 px, as wide as one likes."""
    row = QWidget()
    qtbot.addWidget(row)
    flow = Flow(GAP, row)
    for _ in range(4):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    return row


def places(row, width):
    flow = row.layout()
    flow.setGeometry(QRect(0, 0, width, 100))
    boxes = (flow.itemAt(number).widget() for number in range(flow.count()))
    return [(box.x(), box.y()) for box in boxes]


def test_what_fits_stands_on_one_line(row):
    assert places(row, 418) == [(0, 0), (106, 0), (212, 0), (318, 0)]


def test_what_does_not_fit_stands_on_the_next(row):
    assert places(row, 417) == [(0, 0), (106, 0), (212, 0), (0, 26)]
    assert places(row, 206) == [(0, 0), (106, 0), (0, 26), (106, 26)]


def test_each_stands_alone_where_there_is_no_room_for_two(row):
    assert [place[1] for place in places(row, 50)] == [0, 26, 52, 78]


@pytest.mark.parametrize(("width", "height"), [(418, 20), (417, 46), (205, 98), (10, 98)])
def test_the_height_follows_from_the_width(row, width, height):
    assert row.layout().heightForWidth(width) == height


def test_it_is_never_wider_than_its_widest_needs(row):
    assert row.layout().minimumSize().width() == 100


def test_hidden_widgets_take_no_room(qtbot, row):
    row.show()
    qtbot.waitExposed(row)
    row.layout().itemAt(1).widget().hide()
    assert places(row, 312)[::2] == [(0, 0), (106, 0)]
    assert row.layout().heightForWidth(312) == 20


def test_what_is_taken_is_gone(row):
    flow = row.layout()
    flow.takeAt(0).widget().deleteLater()
    assert flow.count() == 3
    assert flow.itemAt(3) is None
    assert flow.takeAt(9) is None


def test_empty_it_has_no_height(qtbot):
    row = QWidget()
    qtbot.addWidget(row)
    assert Flow(GAP, row).heightForWidth(100) == 0
