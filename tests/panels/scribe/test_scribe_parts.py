"""Chips and offers by themselves."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop import resources
from desktop.panels.scribe.chips import ChipRow, Look, look_of
from desktop.panels.scribe.offers import MOST, Offers
from desktop.scribe.grammar import Chip, What

WORDS, STYLE = resources.words("en"), resources.style("screen", "")
ROWS = [(f"row {at}", "") for at in range(9)]


@pytest.fixture
def room(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(600, 400)
    room.show()
    return room


@pytest.fixture
def offers(room):
    return Offers(room)


@pytest.mark.parametrize(
    ("what", "value", "text"),
    [
        (What.KIND, "pain", "Pain point"),
        (What.SEVERITY, "4", "severity 4"),
        (What.FEELING, "-1", "−1"),
        (What.STAR, "*", "star"),
        (What.INBOX, "/", "inbox"),
        (What.PLACE, "d1", "−1"),
    ],
)
def test_chips_say_what_was_understood(what, value, text):
    assert look_of(Chip(what, value, "−1", "raw"), WORDS, STYLE, "pain").text == text


def test_a_kind_wears_its_colours_and_its_icon():
    look = look_of(Chip(What.KIND, "pain", "pain", "p:"), WORDS, STYLE, "pain")
    assert (look.fill, look.ink) == (STYLE.kind("pain").fill, STYLE.kind("pain").ink)
    assert look.icon


def test_without_chips_the_row_is_not_there(room):
    row = ChipRow(room)
    row.show_looks([Look("one")])
    assert row.width() > 20
    row.show_looks([])
    assert (row.isHidden(), row.texts) == (True, [])


def test_a_long_name_ends_in_dots(room):
    row = ChipRow(room)
    row.show_looks([Look("x" * 500)])
    assert row.width() < 220


def test_offers_stand_above_their_foot(offers):
    offers.offer("Heading", ROWS, 0, QPoint(20, 390))
    assert offers.isVisible()
    assert offers.geometry().bottom() == 389
    assert len(offers.rows) == MOST


def test_no_offers_hide(offers):
    offers.offer("Heading", ROWS, 0, QPoint(20, 390))
    offers.offer("", (), -1, QPoint())
    assert not offers.isVisible()


def test_rows_are_chosen_in_a_ring_with_none_between_its_ends(offers):
    offers.offer("Heading", ROWS[:2], -1, QPoint(20, 390))
    chosen = []
    for _ in range(4):
        offers.choose(1)
        chosen.append(offers.chosen)
    assert chosen == [0, 1, -1, 0]


def test_a_click_takes_a_row_and_its_heading_takes_nothing(offers):
    taken = []
    offers.taken.connect(taken.append)
    offers.offer("Heading", ROWS[:2], -1, QPoint(20, 390))
    QTest.mouseClick(offers, Qt.MouseButton.LeftButton, pos=QPoint(30, 5))
    QTest.mouseClick(offers, Qt.MouseButton.LeftButton, pos=QPoint(30, 60))
    assert taken == [1]
