"""Rows and lines of text tables, what stands between cells, and how far the reading is."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.progress import CancelledError
from desktop.exchange import gridding
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import ALONE, delimiter_of, read_grid

CELL = st.text("ab,;\"'\n é", max_size=6).map(str.strip)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=3).filter(any), min_size=1, max_size=6)


def _named(table):
    """With a row of heads, so that there is something in it."""
    return [["head", "head"], *table]


def rows(text, **told):
    return read_grid(text.encode(), "table.csv", **told).rows


def test_cells_lose_the_blanks_round_them():
    assert rows("a , b\n c,d \n") == [["a", "b"], ["c", "d"]]


def test_ragged_rows_stay_ragged():
    assert rows("a,b,c\n1,2\n1,2,3,4\n") == [["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4"]]


def test_each_row_knows_its_line():
    grid = read_grid(b'a,b\n\n"1\n2",3\n4,5\n', "table.csv")
    assert list(grid.lines) == [1, 3, 5]


def test_lines_count_what_excel_says_above():
    assert list(read_grid(b"sep=;\r\na;b\r\n1;2\r\n", "table.csv").lines) == [2, 3]


def test_text_in_quotes_may_hold_anything():
    assert rows('name,said\nA,"well, ""fine""\nreally"\n')[1] == ["A", 'well, "fine"\nreally']


def test_a_quotation_mark_amid_text_is_a_letter():
    assert rows('name,said\nA,5" wide\n')[1] == ["A", '5" wide']


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b\n1,5;2,5\n", ";"),
        ("a,b\n1;5,2\n", ","),
        ("a\tb, c\n1\t2, 3\n", "\t"),
        ('a,b\n"1;2;3",4\n', ","),
        ("Comment\nGood, but slow\nFine\nFine, really\nOk\n", ALONE),
        ("", ALONE),
        ("Survey, 2026\n\na;b;c\n1;2;3\n", ";"),
    ],
)
def test_what_stands_between_cells(text, mark):
    assert delimiter_of(text) == mark


def test_the_name_of_a_file_decides_between_marks_that_fit_as_well():
    assert delimiter_of("a,b\tc,d\n1,2\t3,4\n", "table.tsv") == "\t"
    assert delimiter_of("a,b;c,d\n1,2;3,4\n", "table.tsv") == ";"


def test_what_is_said_is_believed():
    grid = read_grid("a;b\n1;2\n".encode("utf-16-le"), "x", encoding="utf-16-le", delimiter=";")
    assert (grid.rows, grid.encoding, grid.delimiter) == ([["a", "b"], ["1", "2"]], "utf-16-le", ";")


def test_a_wrong_encoding_is_refused():
    with pytest.raises(GridError, match=r"grid\.encoding"):
        read_grid("é".encode("cp1252"), "table.csv", encoding="utf-8")


def test_how_far_it_is_rises_to_the_end():
    told = []
    data = "a,b\n" + "1,2\n" * 9_000
    read_grid(data.encode(), "table.csv", told=lambda share: told.append(share) or True)
    assert told == sorted(told)
    assert told[0] < 0.1 < 0.8 < told[-1] <= 1


def test_nobody_wants_the_rest():
    with pytest.raises(CancelledError):
        read_grid(b"a,b\n" + b"1,2\n" * 9_000, "table.csv", told=lambda share: share < 0.5)


def test_more_rows_than_anybody_can_mean(monkeypatch):
    monkeypatch.setattr(gridding, "MOST_ROWS", 3)
    with pytest.raises(GridError, match=r"grid\.rows_many"):
        rows("a,b\n" * 4)


def test_more_columns_than_anybody_can_mean():
    with pytest.raises(GridError, match=r"grid\.columns_many"):
        rows("," * 2_000 + "a\n")


def test_a_cell_larger_than_a_reader_takes():
    with pytest.raises(GridError, match=r"grid\.quotes"):
        rows('a,b\n1,"' + "x" * 200_000 + '"\n')


@settings(max_examples=60)
@given(
    st.lists(st.lists(CELL, min_size=2, max_size=3).filter(any), min_size=1, max_size=6).map(_named),
    st.sampled_from(",;\t"),
)
def test_what_another_program_writes_is_read_as_it_was(table, mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(table)
    read = read_grid(out.getvalue().encode(), "table.csv", delimiter=mark).rows
    assert read == [[cell.strip() for cell in row] for row in table]
