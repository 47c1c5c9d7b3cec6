"""A backlog as a table for spreadsheets: comma-separated, or a workbook."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO

from desktop.document.cards import Card, Factors, Promise
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.locate import stage_of
from desktop.exchange.votes import Cell, encoded, written
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import Entry
from desktop.method.ranking import FACTORS

COLUMNS = (
    *("place", "number", "opportunity", "impact", "ease", *FACTORS, "votes", "score", "answers", "owner", "due"),
    *("status", "tactics", "experiments", "stage", "step"),
)
"""By codes of their heads."""

WIDTHS = {"opportunity": 44, "answers": 40, "owner": 18, "due": 12, "status": 12, "tactics": 32, "experiments": 32}
"""Letters; the others are as wide as their heads."""

BETWEEN = "; "
"""Between several names in one cell."""

DAY, SHEET, LONGEST = 10, 31, 32_767
"""Letters of a date with its day; that the name of a sheet may have, and a cell."""


def csv_of(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> bytes:
    """A line for each opportunity, the best first."""
    return encoded(text_of(entries, journey, words))


def text_of(entries: Sequence[Entry], journey: JourneyMap, words: Words, separator: str = ",") -> str:
    """The same as text; by tabs for the clipboard."""
    return written(heads(words), (row(entry, journey, words) for entry in entries), separator=separator)


def xlsx_of(entries: Sequence[Entry], journey: JourneyMap, words: Words) -> bytes:
    """A workbook with one sheet, its heads fixed, to be filtered; days are dates.

    Texts are stored as texts, which no spreadsheet runs, so they need no apostrophe. The same entries give the same
    bytes. The library is loaded only here: no start and no other command should wait for it.
    """
    made = BytesIO()
    book = import_module("xlsxwriter").Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": journey.title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet(words("topics.title_backlog")[:SHEET])
    strong = book.add_format({"bold": True, "bottom": 2, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for at, (code, head) in enumerate(zip(COLUMNS, heads(words), strict=True)):
        sheet.set_column(at, at, WIDTHS.get(code, max(7, len(head) + 2)))
        sheet.write_string(0, at, head, strong)
    for number, entry in enumerate(entries, 1):
        for at, cell in enumerate(row(entry, journey, words)):
            if COLUMNS[at] == "due" and len(str(cell)) == DAY:
                sheet.write_datetime(number, at, datetime.fromisoformat(str(cell)), day)
            elif isinstance(cell, str):
                sheet.write_string(number, at, cell[:LONGEST], plain)
            else:
                sheet.write_number(number, at, cell, plain)
    sheet.freeze_panes(1, COLUMNS.index("opportunity") + 1)
    sheet.autofilter(0, 0, max(1, len(entries)), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return made.getvalue()


def heads(words: Words) -> list[str]:
    """What the columns are called."""
    return [words(f"backlog.column.{code}") for code in COLUMNS]


def row(entry: Entry, journey: JourneyMap, words: Words) -> list[Cell]:
    """An entry by columns; "" for what nobody has said."""
    card = entry.card
    promise = card.promise or Promise()
    return [
        *(entry.place or "", entry.number or "", _line(card)),
        *(promise.impact or "", promise.ease or "", *_factors(promise.factors)),
        *(card.votes or "", entry.score or "", BETWEEN.join(map(_line, entry.pains))),
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
