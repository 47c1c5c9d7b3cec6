"""Points of the tray and what they mean for what is dropped there."""

import pytest
from PySide6.QtCore import QPoint

from desktop.document.cards import Card
from desktop.panels.tray.carry import NEW, Landing, landing_at
from desktop.panels.tray.faces import ROW
from desktop.panels.tray.rows import PARKING, Line

ONE, TWO, THREE = (Card(id=f"n{at}", kind="note") for at in (1, 2, 3))
LINES = [Line("a"), Line("a", ONE), Line("a", TWO), Line("b"), Line("b", THREE), Line(PARKING), Line(PARKING, ONE)]
HIGH = 2_000


@pytest.mark.parametrize(
    ("line", "share", "landing"),
    [
        (0, 0.5, Landing("a", "n1", 1)),
        (1, 0.2, Landing("a", "n1", 1)),
        (1, 0.8, Landing("a", "n2", 2)),
        (2, 0.8, Landing("a", "", 3)),
        (3, 0.5, Landing("b", "n3", 4)),
        (4, 0.9, Landing("b", "", 5)),
        (5, 0.5, Landing(PARKING)),
        (6, 0.1, Landing(PARKING)),
        (9, 0.5, Landing(NEW)),
    ],
)
def test_lines(line, share, landing):
    assert landing_at(LINES, QPoint(50, int((line + share) * ROW)), 0, HIGH) == landing


def test_what_is_scrolled_counts():
    assert landing_at(LINES, QPoint(50, 5), 3 * ROW, HIGH) == Landing("b", "n3", 4)


def test_the_foot_is_a_new_group_whatever_stands_there():
    assert landing_at(LINES, QPoint(50, 2 * ROW - 5), 0, 2 * ROW) == Landing(NEW)


def test_an_empty_tray_takes_loose_notes():
    assert landing_at([], QPoint(50, 50), 0, HIGH) == Landing("")
