"""A backlog as a table for spreadsheets: comma-separated, or a workbook."""

from collections.abc import Iterator, Sequence

from desktop.document.cards import Card, Factors, Promise
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import stage_of
from desktop.exchange import ledger
from desktop.exchange.ledger import Ledger
from desktop.exchange.votes import Cell
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import Entry
from desktop.method.ranking import FACTORS

COLUMNS = (
    *("number", "opportunity", "impact", "ease", *FACTORS, "votes", "score", "answers", "owner", "due"),
    *("status", "tactics", "experiments", "stage", "step"),
)
"""By codes of their heads."""

BETWEEN = "; "
"""Between several names in one cell."""


def backlog_ledger(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> Ledger:
    """A row for each opportunity, the best first."""
    rows = tuple(tuple(row(entry, journey, words)) for entry in entries)
    return Ledger(words("topics.title_backlog"), COLUMNS, tuple(heads(words)), rows, "opportunity")


def csv_of(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> bytes:
    """A line for each opportunity, the best first."""
    return ledger.csv_of(backlog_ledger(entries, journey, words))


def text_of(entries: Sequence[Entry], journey: JourneyMap, words: Words, separator: str = ",") -> str:
    """The same as text; by tabs for the clipboard."""
    return ledger.text_of(backlog_ledger(entries, journey, words), separator)


def xlsx_of(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> bytes:
    """A workbook with one sheet."""
    return ledger.xlsx_of((backlog_ledger(entries, journey, words),), journey.title)


def heads(words: Words) -> list[str]:
    """What the columns are called."""
    return [words(f"backlog.column.{code}") for code in COLUMNS]


def row(entry: Entry, journey: JourneyMap, words: Words) -> list[Cell]:
    """An entry by columns; "" for what nobody has said."""
    card = entry.card
    promise = card.promise or Promise()
    return [
        *(entry.number or "", _line(card)),
        *(promise.impact or "", promise.ease or "", *_factors(promise.factors)),
        *(card.votes or "", round(entry.score, 1) or "", BETWEEN.join(map(_line, entry.pains))),
        *(card.owner, card.due, name_of("progress", card.status or "idea", words)),
        *(BETWEEN.join(map(_line, entry.tactics)), BETWEEN.join(map(_line, entry.experiments))),
        *_place(card, journey),
    ]


def _factors(factors: Factors) -> Iterator[Cell]:
    return (getattr(factors, name) or "" for name in FACTORS)


def _line(card: Card) -> str:
    return " ".join(card.text.split())


def _place(card: Card, journey: JourneyMap) -> tuple[str, str]:
    stage = stage_of(journey, card.first)
    step = find(stage.steps, card.first) if stage else None
    return stage.title if stage else "", step.title if step else ""
