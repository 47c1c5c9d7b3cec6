"""Tactics and experiments as tables for spreadsheets, read again by other libraries."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from desktop import resources
from desktop.document.cards import Experiment, Outcome, Promise, Tactic
from desktop.document.journey import Link
from desktop.exchange.ledger import csv_of, text_of, xlsx_of
from desktop.exchange.plans import EXPERIMENTS, LEDGERS, TACTICS
from tests.grids import card, lane, project

WORDS = resources.words("en")
TRIED = Experiment(
    hypothesis="More finish",
    variants=("with", "without"),
    metric="bookings",
    start="2026-11-01",
    end="2026-12",
    outcomes=(Outcome(variant="without", visitors=1180, conversions=402),),
    result="8 points",
    decision="adopt",
)


def tactic(number=1, text="Bread", **fields):
    told = Tactic(form="offer", segment="Families", benefit="They stay", when="on weekends")
    return card(number, "tactic", tactic=told, text=text, rank=f"A{number}1", **fields)


def ledger(kind, *cards, links=()):
    whole = project(lane(*cards, kind="tactics"), links=links)
    return LEDGERS[kind](whole, whole.maps[0], WORDS)


def rows(kind, *cards, **fields):
    """By codes, as a CSV says them."""
    made = ledger(kind, *cards, **fields)
    lines = list(csv.reader(io.StringIO(csv_of(made).decode("utf-8-sig"))))
    return [dict(zip(made.codes, line, strict=True)) for line in lines[1:]]


def link(source, target):
    return Link(id=f"{source}{target}", kind="leads", source=source, target=target)


def test_a_tactic_by_columns():
    idea = card(3, "opportunity", text="No card", promise=Promise(impact=4, ease=4))
    cards = tactic(channel="email", owner="Kitchen", due="2026-12-01"), card(2, "touchpoint", text="Menu"), idea
    (row,) = rows("tactic", *cards, links=(link("c1", "c2"), link("c3", "c1")))
    assert list(row) == list(TACTICS)
    assert list(row.values()) == [
        *("Bread", "Families", "Special offer", "They stay", "on weekends", "Menu", "Email", "", "No card", ""),
        *("Kitchen", "2026-12-01", "Idea", "Stage 0", "Step 0"),
    ]


def test_contradictions_are_told_in_both_rows():
    first, second = rows("tactic", tactic(1), tactic(2, "Candles"))
    assert (first["contradicts"], second["contradicts"]) == ("Candles", "Bread")


def test_an_experiment_by_columns():
    (row,) = rows("experiment", card(1, "experiment", text="Booking", experiment=TRIED, status="done"))
    assert list(row) == list(EXPERIMENTS)
    assert list(row.values()) == [
        *("Booking", "More finish", "with; without", "bookings", "2026-11-01", "2026-12", "without: 402/1180"),
        *("8 points", "adopt", "", "", "", "", "Done", "Stage 0", "Step 0"),
    ]


@pytest.mark.parametrize("kind", LEDGERS)
def test_without_cards_there_are_heads_alone(kind):
    made = ledger(kind, card(1))
    assert made.rows == ()
    assert len(made.heads) == len(made.codes)
    assert csv_of(made).count(b"\r\n") == 1


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1+1", '=HYPERLINK("https://a.example")'])
def test_what_a_spreadsheet_would_run_is_a_text(text):
    tried = TRIED.model_copy(update={"hypothesis": text})
    assert rows("tactic", tactic(text=text, owner=text))[0]["tactic"].startswith("'")
    assert rows("experiment", card(1, "experiment", experiment=tried))[0]["hypothesis"].startswith("'")


def test_the_clipboard_takes_tabs():
    assert text_of(ledger("tactic", tactic()), "\t").splitlines()[1].startswith("Bread\tFamilies\tSpecial offer")


def test_a_workbook_has_a_sheet_for_each_table_and_real_days():
    cards = tactic(1), card(2, "experiment", experiment=TRIED), card(3, "opportunity", promise=Promise(impact=4))
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_of([ledger(kind, *cards) for kind in LEDGERS], "Dinner")))
    assert book.sheet_names == ["Backlog", "Tactics", "Experiments"]
    heads, row = book.get_sheet_by_name("Experiments").to_python()
    assert heads[0] == "Experiment"
    assert row[EXPERIMENTS.index("start")].isoformat() == "2026-11-01"
    assert row[EXPERIMENTS.index("end")] == "2026-12"


def test_the_same_tables_give_the_same_bytes():
    made = [ledger("tactic", tactic())]
    assert xlsx_of(made, "Dinner") == xlsx_of(made, "Dinner")
