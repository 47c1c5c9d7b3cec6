"""The model of the tables: what views are told, and what every column says."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop import resources
from desktop.desk.backlog import Backlog
from desktop.panels.backlog.columns import TABLES, lines_of
from desktop.panels.backlog.model import COLUMN, LINE, Lines


@pytest.fixture
def backlog(desk):
    return Backlog(desk, lambda: "2026-12-05")


@pytest.fixture
def lines(backlog):
    found = Lines(backlog, "opportunity")
    found.follow()
    return found


@pytest.fixture
def heard(lines):
    """Rows of which views were told, and how often all was new."""
    found = {"rows": [], "resets": 0}

    def note(first, last):
        found["rows"] += range(first.row(), last.row() + 1)

    def count():
        found["resets"] += 1

    lines.dataChanged.connect(note)
    lines.modelReset.connect(count)
    return found


def test_only_rows_that_changed_are_told_of(lines, backlog, heard):
    backlog.set_value(lines.lines[3].card.id, "owner", "Ana", "Owner")
    lines.follow()
    assert (heard["rows"], heard["resets"]) == ([3], 0)


def test_another_order_is_a_new_table(lines, backlog, heard):
    backlog.place(lines.lines[0].card.id, 1, 1)
    lines.follow()
    assert (heard["rows"], heard["resets"]) == ([], 1)


def test_nothing_new_tells_nothing(lines, heard):
    lines.follow()
    assert heard == {"rows": [], "resets": 0}


def test_there_are_no_rows_below_rows(lines):
    inner = lines.index(0, 0)
    assert (lines.rowCount(inner), lines.columnCount(inner)) == (0, 0)
    assert lines.data(QModelIndex()) is None


def test_a_row_is_found_by_its_card(lines):
    assert lines.row_of(lines.lines[2].card.id) == 2
    assert lines.row_of("nothing") == -1


def test_views_reach_line_and_column(lines):
    index = lines.index(1, 2)
    assert index.data(LINE) is lines.lines[1]
    assert index.data(COLUMN) is TABLES["opportunity"][2]


def test_heads_are_read_out_in_full(lines):
    at = [column.code for column in lines.columns].index("number")
    head = lines.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Number"
    assert lines.headerData(0, Qt.Orientation.Vertical) is None


def test_what_is_told_cannot_be_typed(lines):
    codes = [column.code for column in lines.columns]
    flags = {code: bool(lines.flags(lines.index(0, at)) & Qt.ItemFlag.ItemIsEditable) for at, code in enumerate(codes)}
    assert not any(flags[code] for code in ("number", "score", "votes", "answers"))
    assert all(flags[code] for code in ("opportunity", "impact", "owner", "due", "status"))


def test_a_value_that_stays_is_not_handed_in(lines, desk):
    at = [column.code for column in lines.columns].index("owner")
    assert not lines.setData(lines.index(0, at), "Front of house")
    assert not lines.setData(lines.index(0, at), "Ana", Qt.ItemDataRole.DisplayRole)
    assert desk.session.undoable is None


def test_a_grade_is_taken_back_with_0(lines, backlog):
    at = [column.code for column in lines.columns].index("ease")
    card = lines.lines[0].card.id
    assert lines.setData(lines.index(0, at), "0")
    assert backlog.grades(card) == (4, 0)


@pytest.mark.parametrize("kind", TABLES)
def test_every_column_says_something_of_every_card(backlog, kind):
    words = backlog.desk.words
    for line in lines_of(backlog, kind):
        assert all(isinstance(column.said(line, words), str) for column in TABLES[kind])


@pytest.mark.parametrize("kind", TABLES)
def test_every_column_has_a_german_head(kind):
    words = resources.words("de")
    assert not [column.code for column in TABLES[kind] if words(f"backlog.column.{column.code}").startswith("backlog.")]
