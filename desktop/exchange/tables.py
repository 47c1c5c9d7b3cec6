"""Cells of a spreadsheet as they come over the clipboard: tabs between them, a quoted cell may hold line feeds.

Excel, LibreOffice and Google Sheets quote a cell only where it holds a tab or a line feed, and double its quotes then;
a quote in any other cell is a mere letter. All of them write one row a line, with a line feed behind the last or not.
"""

import re
from collections.abc import Iterator

Table = list[list[str]]

_LETTERS = 20_000
"""No quoted cell is longer: a quote that is never closed must not swallow what follows."""

_QUOTED = re.compile(rf'"((?:[^"]|""){{0,{_LETTERS}}}+)"(?=[\t\n]|\Z)')
_BARE = re.compile(r"[^\t\n]*")


def is_table(text: str) -> bool:
    """Whether text with bare line feeds is a range of cells, and not text in which a tab has gone astray.

    Tabs that only indent make no cells. Of several lines most must have a tab, or there must be as many tabs as lines;
    a single line has two of them, or an end as spreadsheets write it.
    """
    rows = [row for row in cells(text) if any(row)]
    tabs = sum(len(row) - 1 for row in rows)
    if not any(cell for row in rows for cell in row[:-1]):
        return False  # there is no tab behind anything
    if len(rows) == 1:
        return tabs > 1 or text.endswith("\n")
    return 2 * sum(len(row) > 1 for row in rows) > len(rows) or tabs >= len(rows)


def cells(text: str) -> Table:
    """The rows as they are written, ragged ones ragged and empty ones [""]; none for the line feed at the very end."""
    return [list(row) for row in _rows(text)] if text else []


def is_column(text: str) -> bool:
    """Whether it is a single column of cells one of which holds line feeds or tabs, quoted."""
    rows = cells(text)
    return all(len(row) == 1 for row in rows) and any("\n" in row[0] or "\t" in row[0] for row in rows)


def squared(rows: Table) -> Table:
    """Without empty rows and columns round the range, all rows as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    whole = [[*row, *[""] * (width - len(row))] for row in rows]
    filled = [at for at in range(width) if any(row[at].strip() for row in whole)]
    used = slice(filled[0], filled[-1] + 1) if filled else slice(0, 0)
    return [row[used] for row in whole if any(cell.strip() for cell in row)]


def turned(rows: Table) -> Table:
    """Rows as columns."""
    return [list(column) for column in zip(*rows, strict=True)]


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        row.append(cell)
        if at >= len(text) or text[at] == "\n":
            yield row
            row = []
        elif at + 1 == len(text):
            yield [*row, ""]  # the last cell of the last row is empty
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    quoted = _QUOTED.match(text, at) if text[at] == '"' else None
    if quoted is not None and any(letter in quoted[1] for letter in '\t\n"'):
        return quoted[1].replace('""', '"'), quoted.end()
    found = _BARE.match(text, at)
    return (found[0], found.end()) if found else ("", at)
