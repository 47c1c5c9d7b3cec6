"""What goes to the clipboard and what comes from it, as bytes and as text."""

import csv
import io
import re
from collections.abc import Mapping
from html import escape
from itertools import islice
from typing import NamedTuple

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.document.clip import CARDS, WHATS, Clip
from desktop.document.locate import columns_of
from desktop.exchange.formulas import defused, restored
from desktop.exchange.lists import is_list, lines
from desktop.exchange.tables import Table, cells, is_column, is_table, squared
from desktop.layout.names import lane_name
from desktop.layout.style import Words
from desktop.storage.assets import Asset
from desktop.storage.errors import ReadError
from desktop.storage.reader import parse
from desktop.storage.versions import MINOR
from desktop.storage.writer import dump

MIME = "application/x-journeywall"
MOST_BYTES = 64 * 1024 * 1024
MOST_CELLS, MOST_LETTERS, MOST_TEXT = 5_000, 20_000, 1_000_000
"""How much is taken from another program at once: cells, letters in each, and letters in all."""

_SOFT = re.compile("[\x0b\u2028\ufffc]+")
"""Line breaks within a paragraph, and what stands for a picture in a text."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def packed(clip: Clip, assets: Mapping[str, Asset]) -> bytes:
    """The clip with its pictures as a small project file. Raises StorageError for what could not be read back."""
    shown = {key: assets[key] for key in clip.assets if key in assets}
    return dump(clip.project, shown, MINOR, {"clip": clip.what})


def unpacked(data: bytes) -> tuple[Clip, Mapping[str, Asset]]:
    """What `packed` packed, or any project file's only map, and its sound pictures; checked like a file.

    Raises StorageError.
    """
    if len(data) > MOST_BYTES:
        raise ReadError("there is too much in the clipboard", remedy="copy less at a time")
    opened = parse(data)
    if len(opened.project.maps) != 1:
        raise ReadError("the clipboard holds no part of a map", remedy="copy it again")
    said = opened.unknown.get("clip")
    clip = Clip(said if said in WHATS else CARDS, opened.project)
    wanted = clip.assets.difference(opened.damaged)
    return clip, {key: asset for key, asset in opened.assets.items() if key in wanted}


def table(clip: Clip, words: Words) -> Table:
    """Lanes down and steps across with their names; the bare texts, one a row, where all stand in one cell.

    Several cards of a cell stand under each other in it; an emotion marker is its value and its label.
    """
    journey = clip.journey
    columns, lanes = columns_of(journey), in_order(journey.lanes)
    titles = {step.id: step.title for stage in journey.stages for step in stage.steps}
    cells: dict[tuple[str, str], list[str]] = {}
    for lane in lanes:
        for card in in_order(lane.cards):
            cells.setdefault((lane.id, card.first), []).append(card.text)
        for marker in lane.markers:
            cells.setdefault((lane.id, marker.step), []).append(_felt(marker))
    if clip.what == CARDS and len(cells) == 1:
        return [[text] for text in next(iter(cells.values()))]
    used = [step for step in columns.steps if any(at == step for _, at in cells)]
    rows = ([lane_name(lane, words), *("\n".join(cells.get((lane.id, at), ())) for at in used)] for lane in lanes)
    return [["", *(titles[step] for step in used)], *rows]


def as_text(rows: Table) -> str:
    """Tabs between cells and quotes as spreadsheets write them; plain lines where there is one column. Nothing in it
    is run by a spreadsheet."""
    rows = [[defused(cell) for cell in row] for row in rows]
    if all(len(row) == 1 and "\t" not in row[0] for row in rows):
        return "\n".join(row[0] for row in rows)
    out = io.StringIO()
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")


def as_html(rows: Table) -> str:
    """A table for word processors, and for spreadsheets, which run nothing of it."""
    lines = ("".join(f"<td>{escape(defused(cell)).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<meta charset="utf-8"><table>{body}</table>'


def rows_of(text: str, *, as_table: bool = False) -> Table:
    """What another program's text means, without what is too much; see `taken`."""
    return taken(text, as_table=as_table).rows


class Taken(NamedTuple):
    """Rows of another program's text, and whether there was more than is taken at once."""

    rows: Table
    cut: bool


def taken(text: str, *, as_table: bool = False, most: int = MOST_CELLS) -> Taken:
    """What another program's text means: a range of cells, else one row a line without its bullet.

    Quoted cells may hold line feeds. Empty lines are left out, cells keep their places; what cannot be written is gone,
    and so is what keeps a spreadsheet from running a cell. `as_table`: every tab parts two cells, stray or not. `most`:
    so many cells at once.
    """
    cut = len(text) > MOST_TEXT
    text = _SOFT.sub(" ", text[:MOST_TEXT].replace("\r\n", "\n").replace("\r", "\n"))
    text = _CONTROL.sub("", text)
    if as_table or (is_table(text) and not is_list(text)):
        found = squared([[_said(cell) for cell in row] for row in islice(cells(text), most + 1)])
    elif is_column(text):
        found = [[_said(row[0])] for row in cells(text)]
    else:
        found = [[_said(line)] for line in lines(text)]
    whole = list(islice(filter(any, found), most + 1))
    rows = whole[: max(1, most // max((len(row) for row in whole), default=1))]
    return Taken(rows, cut or len(rows) < len(whole))


def _said(cell: str) -> str:
    return restored(cell.strip())[:MOST_LETTERS].strip()


def _felt(marker: Marker) -> str:
    """A number, or words that no spreadsheet takes for a sum: “−1.5 annoyed” with a real minus."""
    return f"{marker.value:g} {marker.label}".replace("-", "−", 1) if marker.label else f"{marker.value:+g}"
