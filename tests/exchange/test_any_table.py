"""Whatever bytes a file holds: it is read or refused, and what is read can be brought in."""

import string
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from spreadsheets import ods, xlsx

from desktop.document.checks import check
from desktop.document.edits.feedback import bring_in
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.project import Project
from desktop.exchange.celldates import ORDERS, when
from desktop.exchange.cellvalues import count_of, score_of
from desktop.exchange.columns import outcomes_of, rows_of
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of
from desktop.exchange.mappings import recalled, recorded
from desktop.storage.reader import parse
from desktop.storage.writer import dump

BARE = Project(id="bare", maps=(JourneyMap(id="m", stages=(Stage(id="st", steps=(Step(id="s"),)),)),))
HEADS = st.sampled_from(
    [
        "Touchpoint",
        "Score",
        "Date",
        "Comment",
        "Segment",
        "Scale",
        "Question",
        "Variant",
        "Visitors",
        "Conversions",
        "Stage",
        "",
        "Wetter",
        "NPS",
    ]
)
USUAL = ["", "4", "4,5", "n/a", "Waiter", "satisfied", "2026-03-05", "3/4/2026", "1-5", "★★", "yes", "99999"]
CELLS = st.one_of(st.sampled_from(USUAL), st.text(max_size=8), st.floats().map(str))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8)
ODD = (xlsx({"A": [["Touchpoint", "Score"], ["Waiter", 4]]}), ods([["Touchpoint", "Score"], ["Waiter", 4]]))


def read(data, name="table.csv"):
    """The table and its shape; None where it is refused."""
    try:
        grid = read_grid(data, name)
    except GridError:
        return None
    return grid, shape_of(grid)


def brought(grid, shape):
    numbers = count(1)
    rows, refused = rows_of(grid, shape)
    mapping = recorded(shape, grid)
    told = {"new_id": lambda: f"new{next(numbers)}", "refused": refused}
    return bring_in(BARE, "Guests", rows, mapping, {}, **told)


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    found = read(data)
    assert found is None or found[0].rows


@settings(max_examples=100)
@given(st.sampled_from(ODD), st.integers(0, 4_000), st.binary(min_size=1, max_size=6))
def test_any_damage_to_a_workbook(book, at, scar):
    at %= len(book)
    found = read(book[:at] + scar + book[at + len(scar) :], "table.xlsx")
    assert found is None or len(found[0].rows) == len(found[0].lines)


@settings(max_examples=60)
@given(st.sampled_from(ODD), st.integers(4, 4_000))
def test_any_workbook_that_was_cut_is_refused(book, at):
    assert read(book[: min(at, len(book) - 1)], "table.xlsx") is None


@settings(max_examples=150)
@given(st.lists(HEADS, min_size=1, max_size=5), TABLES)
def test_any_table_comes_in_soundly(heads, rows):
    text = "\n".join(";".join(cell.replace('"', "") for cell in row) for row in [heads, *rows])
    found = read(text.encode("utf-8", "replace"))
    if found is None:
        return
    project, report = brought(*found)
    assert check(project, ()) == ()
    assert parse(dump(project, {})).project == project
    held = sum(len(survey.responses) for survey in project.surveys)
    assert held == report.added + report.known == len(rows_of(*found).rows)


@settings(max_examples=60)
@given(st.lists(HEADS, min_size=1, max_size=5), TABLES)
def test_any_table_a_second_time_changes_nothing(heads, rows):
    text = "\n".join(";".join(cell.replace('"', "") for cell in row) for row in [heads, *rows])
    found = read(text.encode("utf-8", "replace"))
    if found is None:
        return
    once, _ = brought(*found)
    answers, _ = rows_of(*found)
    again, report = bring_in(once, "Guests", answers, recorded(found[1], found[0]), {}, new_id=str)
    assert again is once
    assert report.added == 0


@settings(max_examples=60)
@given(st.lists(HEADS, min_size=1, max_size=5, unique=True), TABLES)
def test_any_shape_is_known_again(heads, rows):
    text = "\n".join(";".join(cell.replace('"', "") for cell in row) for row in [heads, *rows])
    found = read(text.encode("utf-8", "replace"))
    if found is None or not (found[1].columns or found[1].wide):
        return
    grid, shape = found
    again = recalled(recorded(shape, grid), grid, shape)
    assert again is not None
    assert again.columns.keys() == shape.columns.keys()


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8))
def test_any_test_of_variants(rows):
    text = "Variant;Visitors;Conversions\n" + "\n".join(";".join(cell.replace('"', "") for cell in row) for row in rows)
    found = read(text.encode("utf-8", "replace"))
    if found is None:
        return
    outcomes, _ = outcomes_of(*found) if found[1].is_test else ([], [])
    assert all(one.variant and 0 <= one.conversions <= one.visitors for one in outcomes)
    assert len({one.variant for one in outcomes}) == len(outcomes)


@given(st.text(string.printable + "äß★½−–%", max_size=16))
def test_any_cell(text):
    assert score_of(text) is None or isinstance(score_of(text), float)
    assert count_of(text) is None or count_of(text) >= 0
    for order in ORDERS:
        found = when(text, order)
        assert found is None or found.date[:4].isdigit()
