"""Workbooks: which sheet, what cells become, and what is refused."""

import datetime as dt
import io
import zipfile

import pytest
from spreadsheets import ods, xlsx

from desktop.document.progress import CancelledError
from desktop.exchange import sheets
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import read_grid

TABLE = [["Name", "Score"], ["Waiter", 4]]


def test_numbers_are_as_short_as_they_are():
    rows, *_ = sheets.read(xlsx({"A": [[1, 2.5, 1 / 3, 1e6, 0.1 + 0.2]]}), "")
    assert rows == [["1", "2.5", "0.333333333333333", "1000000", "0.3"]]


def test_days_and_moments_are_as_iso_writes_them():
    day, moment = dt.datetime.fromisoformat("2026-03-05"), dt.datetime.fromisoformat("2026-03-05 14:05")
    rows, *_ = sheets.read(xlsx({"A": [[day, moment]]}, formats={0: "dd/mm/yy", 1: "dd/mm/yy hh:mm"}), "")
    assert rows == [["2026-03-05", "2026-03-05 14:05:00"]]


def test_true_and_false_are_answers():
    assert sheets.read(xlsx({"A": [[True, False, " x "]]}), "")[0] == [["yes", "no", "x"]]


def test_the_largest_sheet_is_read_unless_another_is_named():
    book = xlsx({"Cover": [["Hello"]], "Answers": TABLE, "Notes": [["a"], ["b"]]})
    assert sheets.read(book, "")[1:] == ("Answers", ("Cover", "Answers", "Notes"))
    assert sheets.read(book, "Notes")[:2] == ([["a"], ["b"]], "Notes")
    assert sheets.read(book, "Nowhere")[1] == "Answers"


def test_a_hidden_sheet_is_not_read():
    book = xlsx({"Answers": TABLE, "Lists": [["x"] * 9] * 9}, hidden={"Lists"})
    assert sheets.read(book, "")[1:] == ("Answers", ("Answers",))


def test_rows_are_numbered_as_the_spreadsheet_numbers_them():
    grid = read_grid(xlsx({"A": [[], ["Name", "Score"], [], ["Waiter", 4]]}), "table.xlsx")
    assert list(zip(grid.lines, grid.rows, strict=True)) == [(2, ["Name", "Score"]), (4, ["Waiter", "4"])]


def test_an_open_document_is_read():
    assert sheets.read(ods([["Name", "Score"], ["Wai<ter", 4.5]]), "")[0] == [["Name", "Score"], ["Wai<ter", "4.5"]]


def test_a_zip_without_sheets_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert not sheets.is_workbook(out.getvalue())
    with pytest.raises(GridError, match=r"grid\.is_archive"):
        read_grid(out.getvalue(), "table.xlsx")


def test_a_workbook_that_unpacks_to_more_than_memory_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(sheets, "LARGEST", 100)
    with pytest.raises(GridError, match=r"grid\.large"):
        sheets.read(xlsx({"A": TABLE}), "")


@pytest.mark.parametrize("data", [sheets.SIGN + b"\0" * 600, xlsx({"A": TABLE})[:-40]])
def test_a_broken_workbook_is_refused(data):
    with pytest.raises(GridError, match=r"grid\.workbook"):
        read_grid(data, "table.xls")


def test_nobody_wants_the_rest():
    with pytest.raises(CancelledError):
        sheets.read(xlsx({"A": TABLE}), "", lambda share: share < 0.5)
