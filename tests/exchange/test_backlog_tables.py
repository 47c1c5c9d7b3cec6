"""A backlog for spreadsheets, read again by other means."""

import csv
import io
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from desktop import resources
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.journey import Link
from desktop.exchange.backlog import COLUMNS, csv_of, text_of, xlsx_of
from desktop.method.backlog import backlog
from tests.grids import card, lane, project

WORDS = resources.words("en")
SHEET = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def made(form=csv_of, **fields):
    """What a form makes of a pain point, a test and an opportunity with these fields."""
    promise = Promise(impact=4, ease=5, factors=Factors(satisfaction=5))
    idea = card(3, "opportunity", **{"text": "Say it", "promise": promise, **fields})
    pain = card(1, "pain", text="Long\nwait", pain=Pain(severity=5))
    links = Link(id="k", kind="answers", source="c3", target="c1"), Link(id="x", kind="tests", source="c2", target="c3")
    whole = project(lane(pain, card(2, "experiment", text="Two weeks"), idea), links=links)
    return form(backlog(whole, whole.maps[0]), whole.maps[0], WORDS)


def cells(**fields):
    head, line = csv.reader(io.StringIO(made(**fields).decode("utf-8-sig")))
    assert len(head) == len(COLUMNS)
    return dict(zip(COLUMNS, line, strict=True))


def part(name, **fields):
    with zipfile.ZipFile(io.BytesIO(made(xlsx_of, **fields))) as book:
        return ET.fromstring(book.read(name))


def strings(**fields):
    return ["".join(text.itertext()) for text in part("xl/sharedStrings.xml", **fields).iterfind("m:si", SHEET)]


def test_a_line_says_all_that_is_known():
    found = cells(owner="Kitchen", due="2026-12-01", status="doing", votes=2)
    assert [found[name] for name in COLUMNS[:4]] == ["1", "Say it", "4", "5"]
    assert [found[name] for name in ("owner", "due", "status", "votes")] == ["Kitchen", "2026-12-01", "Under way", "2"]
    assert (found["answers"], found["experiments"], found["tactics"]) == ("Long wait", "Two weeks", "")
    assert (found["stage"], found["step"]) == ("Stage 0", "Step 0")


def test_what_nobody_has_judged_is_empty():
    found = cells(promise=None)
    assert [found[name] for name in ("impact", "ease", "edge", "score")] == [""] * 4
    assert found["number"] == "1"


def test_the_clipboard_gets_tabs():
    assert made(lambda *parts: text_of(*parts, "\t")).splitlines()[0].startswith("Number\tOpportunity")


@pytest.mark.parametrize("text", ["=1+1", "+x", "@x", "-cmd"])
def test_no_csv_runs_anything(text):
    assert cells(text=text)["opportunity"] == f"'{text}"


def test_a_workbook_has_a_head_and_a_row_for_each():
    rows = part("xl/worksheets/sheet1.xml").findall(".//m:row", SHEET)
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2


def test_a_workbook_stores_what_looks_like_a_formula_as_text():
    assert part("xl/worksheets/sheet1.xml", text="=1+1").find(".//m:f", SHEET) is None
    assert "=1+1" in strings(text="=1+1")


def test_addresses_do_not_become_links():
    assert "https://a.example" in strings(text="https://a.example")


def test_figures_are_figures_and_days_are_days():
    sheet = part("xl/worksheets/sheet1.xml", due="2026-12-01")
    cells = {cell.get("r"): cell for cell in sheet.iterfind(".//m:c", SHEET)}
    due = cells[f"{chr(65 + COLUMNS.index('due'))}2"]
    assert float(due.find("m:v", SHEET).text) == (date(2026, 12, 1) - date(1899, 12, 30)).days
    assert cells["C2"].find("m:v", SHEET).text == "4"
    assert cells["C2"].get("t") is None


def test_a_month_stays_a_month():
    assert "2026-12" in strings(due="2026-12")


def test_the_longest_texts_are_kept():
    assert max(map(len, strings(text="x" * 20_000))) == 20_000


def test_the_same_entries_give_the_same_bytes():
    assert made(xlsx_of) == made(xlsx_of)


@pytest.mark.parametrize("form", [csv_of, xlsx_of])
def test_an_empty_backlog_still_has_heads(form):
    whole = project(lane())
    assert form((), whole.maps[0], WORDS)
