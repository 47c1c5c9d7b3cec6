"""Workbooks of Excel 97 to 2003, and those with a password: read rightly or refused in a sentence, never a harm."""

from pathlib import Path
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange.columns import rows_of
from desktop.exchange.compound import CompoundError, opened
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of

BOOKS = Path(__file__).parent / "books"
OLD = (BOOKS / "answers.xls").read_bytes()
LOCKED = (BOOKS / "locked.xlsx").read_bytes()
BOOK = 512
"""Where the stream of the workbook begins in OLD."""

SIZE, TEXT_CELL = (0x200, 14), (0xFD, 10)
"""Sorts of records with the bytes that they have."""

NOTHING, LAST = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff"


def code(data, name="table.xls"):
    """Why it is refused; "" where it is read."""
    try:
        read_grid(data, name)
    except GridError as refused:
        return refused.code
    return ""


def put(data, at, new):
    return data[:at] + new + data[at + len(new) :]


def record(data, sort, after=BOOK):
    """Where the contents of the first record of a sort begin."""
    return data.index(pack("<HH", *sort), after) + 4


def test_an_old_workbook_is_read_rightly():
    grid = read_grid(OLD, "answers.xls")
    shape = shape_of(grid)
    rows, refused = rows_of(grid, shape)
    assert (grid.sheet, grid.sheets, refused) == ("Answers", ("Cover", "Answers"), [])
    assert [(row.touchpoint, row.score, row.date, row.comment) for row in rows] == [
        ("Booking form", 3.5, "2026-03-05", "quick – and clear"),
        ("Waiter", 1.5, "2026-03-06", ""),
        ("Café", 4.5, "2026-03-07", "schön warm"),
    ]
    assert shape.scale == "stars"


def test_its_name_does_not_matter():
    assert read_grid(OLD, "answers.csv").rows == read_grid(OLD, "answers.xls").rows


def test_a_new_workbook_with_a_password_is_refused_as_such():
    assert code(LOCKED, "locked.xlsx") == "grid.password"


def test_an_old_workbook_with_a_password_is_refused_as_such():
    assert code(put(OLD, BOOK + 20, b"\x2f\x00")) == "grid.password"


def test_another_document_of_old_is_no_table():
    at = OLD.index("Workbook".encode("utf-16-le"))
    assert code(put(OLD, at, "WordDocu".encode("utf-16-le"))) == "grid.is_binary"


@pytest.mark.parametrize("size", [8, 100, 512, 700, 2000, len(OLD) - 600])
def test_one_that_ends_too_soon_is_refused(size):
    assert code(OLD[:size]) == "grid.workbook"


def test_one_whose_last_sector_is_cut_is_read():
    whole = OLD.rstrip(b"\0")
    assert code(whole) == ""


def test_a_chain_that_runs_in_a_circle_is_refused():
    table = (int.from_bytes(OLD[76:80], "little") + 1) * 512
    assert code(put(OLD, table, pack("<I", 0))) == "grid.workbook"


def test_a_chain_that_leads_out_of_the_file_is_refused():
    table = (int.from_bytes(OLD[76:80], "little") + 1) * 512
    assert code(put(OLD, table, pack("<I", 60_000))) == "grid.workbook"


@pytest.mark.parametrize("body", [pack("<II", 0, 4_000_000_000), pack("<II", 9, 1), pack("<IIHH", 0, 4, 9, 2)])
def test_a_sheet_larger_than_any_is_refused(body):
    assert code(put(OLD, record(OLD, SIZE), body)) == "grid.workbook"


def test_a_cell_beyond_the_last_column_is_refused():
    at = record(OLD, TEXT_CELL, record(OLD, SIZE))
    assert code(put(OLD, at + 2, pack("<H", 9_999))) == "grid.workbook"


@given(st.integers(8, len(OLD) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_scars_are_read_or_refused(at, scar):
    assert code(put(OLD, at, scar)[: len(OLD)]) in (
        "",
        "grid.workbook",
        "grid.password",
        "grid.empty",
        "grid.is_binary",
    )


@pytest.mark.stress
@given(st.integers(8, len(OLD) - 1), st.binary(min_size=1, max_size=40))
@settings(max_examples=2_000, deadline=None)
def test_many_scars_are_read_or_refused(at, scar):
    test_scars_are_read_or_refused.hypothesis.inner_test(at, scar)


def test_a_container_tells_what_is_in_it():
    held = opened(OLD)
    assert set(held.streams) == {"workbook"}
    assert held.stream("workbook").startswith(b"\x09\x08")
    assert held.stream("nothing") == b""
    assert "encryptedpackage" in opened(LOCKED).streams


@pytest.mark.parametrize(
    ("at", "what"), [(0, b"x"), (30, b"\x07\x00"), (32, b"\x09\x00"), (44, b"\xff\xff\x00\x00"), (56, b"\0\0")]
)
def test_a_header_that_says_nonsense_is_broken(at, what):
    with pytest.raises(CompoundError):
        opened(put(OLD, at, what))


def listed(first):
    """OLD, whose table is named in a list of its own, as that of large files is, and where the list begins."""
    book = OLD + bytes(-len(OLD) % 512)
    bare = put(put(put(book, 76, NOTHING), 68, pack("<I", first)), 72, pack("<I", 1))
    return bare + OLD[76:80] + NOTHING * 126 + LAST


def test_a_list_of_the_table_is_followed():
    assert opened(listed(-(-len(OLD) // 512) - 1)).stream("workbook") == opened(OLD).stream("workbook")


def test_a_list_of_the_table_that_lies_nowhere_is_broken():
    with pytest.raises(CompoundError):
        opened(listed(5_000))
