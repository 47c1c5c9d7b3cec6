"""Cells as spreadsheets write them on the clipboard, and text that only looks like cells."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.tables import cells, is_column, is_table, squared, turned

EXCEL = 'Step\tText\n1\t"one\ntwo"\n2\tsay "hi"\n'
"""A quoted cell for its line feed, quotes that are mere letters, an end behind the last row."""

CELL = st.text(st.sampled_from('ab "\t\n,;'), max_size=6)
WIDE = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=5)
)


def test_quoted_cells_hold_lines():
    assert cells(EXCEL) == [["Step", "Text"], ["1", "one\ntwo"], ["2", 'say "hi"']]


def test_doubled_quotes_are_one():
    assert cells('"a\n""b"""\tc') == [['a\n"b"', "c"]]


@pytest.mark.parametrize("text", ['"Hello" she said\tb', '"open\tb', '5" pipe\tb', '"whole"\tb', '""\tb'])
def test_other_quotes_are_letters(text):
    assert cells(text) == [text.split("\t")]


def test_ragged_rows_stay_ragged():
    assert cells("a\tb\tc\nd\n\ne\tf") == [["a", "b", "c"], ["d"], [""], ["e", "f"]]


def test_the_last_cell_may_be_empty():
    assert cells("a\tb\nc\t") == [["a", "b"], ["c", ""]]
    assert cells("") == []


@pytest.mark.parametrize("text", [EXCEL, "a\tb\n", "a\tb\tc", "a\tb\nc\td", "a\tb\tc\nd", '"a\tx"\tb\nc\td'])
def test_ranges_of_cells(text):
    assert is_table(text)


@pytest.mark.parametrize(
    "text", ["", "one\ntwo", "a\tb", "one\nt\two\nthree", "\tindented\n\t\ttwice", 'say "hi"\nor not', '"a\tb"\nc']
)
def test_text_stays_text(text):
    assert not is_table(text)


def test_a_quote_that_is_never_closed_ends_nowhere():
    assert cells('a\t"b\nc\td') == [["a", '"b'], ["c", "d"]]


def test_a_column_of_cells_with_lines():
    assert is_column('"a\nb"\nc')
    assert is_column('"a\tb"\nc')
    assert not is_column('"a" said\n"b"')
    assert not is_column('"a\nb"\tc\nd')


def test_squared_has_no_empty_rim():
    assert squared([["", "", ""], ["", "a"], ["", "b", "c", " "], [""]]) == [["a", ""], ["b", "c"]]
    assert squared([["", ""]]) == []


def test_empty_columns_inside_stay():
    assert squared([["a", "", "b"]]) == [["a", "", "b"]]


def test_turned_twice_is_as_before():
    assert turned([["a", "b"], ["c", "d"], ["e", "f"]]) == [["a", "c", "e"], ["b", "d", "f"]]


@given(WIDE)
def test_what_a_program_writes_is_read(rows):
    """Python's writer quotes a lone quote as LibreOffice does."""
    out = io.StringIO()
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(rows)
    assert cells(out.getvalue()) == rows


@given(st.text(st.sampled_from('a"\t\n')))
def test_any_text_has_cells(text):
    assert len(cells(text)) <= text.count("\n") + 1
    assert isinstance(is_table(text), bool)
