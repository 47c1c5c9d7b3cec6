"""What the rows of the palette of commands say and how they look."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListView

from desktop import resources
from desktop.desk.landmarks import Landmark
from desktop.panels.commands.rows import HEIGHT, RowFace, Rows, runs
from desktop.panels.commands.search import Deed, asked_of
from desktop.resources import words

CARD = Landmark("pain", "c1", "m", "Soup is\ncold", lane="l", step="d")
LANE = Landmark("lane", "l", "m", "Pain points")
GROUP = Landmark("cluster", "i", "m", "From the guest book", home="inbox")
ROLES = Qt.ItemDataRole


@pytest.fixture
def rows(qapp):
    return Rows(words("en"), lambda mark: f"in {mark.id}")


@pytest.fixture
def deed(qapp):
    return Deed("Save as", "File", "Ctrl+Shift+S", QAction("Save as"))


@pytest.mark.parametrize(
    ("query", "asked"),
    [("soup", ("", "soup")), (" >undo ", (">", "undo")), ("@", ("@", "")), ("a>b", ("", "a>b"))],
)
def test_signs_stand_before_what_is_asked(query, asked):
    assert asked_of(query) == asked


def test_the_pieces_of_a_text():
    assert list(runs("Booking form", "form")) == [("Booking ", False), ("form", True)]
    assert list(runs("Booking", "")) == [("Booking", False)]
    assert list(runs("", "x")) == []


def test_beside_a_place_stands_what_it_is_and_where(rows):
    assert rows.beside(CARD) == "Pain point · in c1"
    assert rows.beside(LANE) == "Lane · in l"
    assert rows.beside(GROUP) == "Group of notes · in i"


def test_beside_a_deed_stands_its_menu(rows, deed):
    assert rows.beside(deed) == "File"
    assert rows.said(deed) == "Save as, File, Ctrl+Shift+S"


def test_a_deed_in_a_menu_is_possible_as_long_as_the_menu_is(deed):
    parent = QAction("More")
    inner = Deed("Pain point", "Arrange", "", QAction("Pain point"), parent)
    assert inner.possible
    parent.setEnabled(False)
    assert (inner.possible, deed.possible) == (False, True)


def test_the_model_holds_the_rows(rows, deed):
    rows.show_rows("@soup", (CARD, deed))
    assert (rows.rowCount(), rows.query) == (2, "soup")
    assert rows.data(rows.index(1)) == "Save as"
    assert rows.data(rows.index(0), ROLES.AccessibleTextRole) == "Soup is\ncold, Pain point · in c1"
    assert rows.data(rows.index(0), ROLES.UserRole) is CARD
    assert (rows.data(QModelIndex()), rows.data(rows.index(0), ROLES.FontRole), rows.at(9)) == (None, None, None)


@pytest.fixture
def view(qtbot, rows, deed):
    """A list with a row of every sort."""
    feeling = Landmark("emotion", "e", "m", "delighted")
    rows.show_rows("book", (CARD, LANE, GROUP, feeling, deed, Landmark("stage", "s", "m", "Books " * 60)))
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(rows)
    view.setItemDelegate(RowFace(rows, lambda: resources.style("screen"), view))
    view.resize(500, 6 * HEIGHT + 4)
    view.show()
    return view


def inks(view, row):
    """The colours in a row."""
    image = view.grab(view.visualRect(view.model().index(row, 0))).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_kind_shows_its_colours(view):
    look = resources.style("screen").kind("pain")
    assert look.edge.lower() in inks(view, 0)


def test_every_row_is_painted(view):
    assert all(len(inks(view, row)) > 5 for row in range(6))


def test_the_current_row_looks_chosen(view):
    before = inks(view, 4)
    view.setCurrentIndex(view.model().index(4, 0))
    assert inks(view, 4) != before


def test_a_long_text_ends_before_what_stands_beside_it(view):
    right = view.visualRect(view.model().index(5, 0)).right()
    image = view.grab().toImage()
    gap = [x for x in range(right - 300, right) if column_is_bare(image, x, 5 * HEIGHT + 8, 5 * HEIGHT + 26)]
    assert gap


def column_is_bare(image, x, top, bottom):
    return len({image.pixelColor(x, y).name() for y in range(top, bottom)}) == 1
