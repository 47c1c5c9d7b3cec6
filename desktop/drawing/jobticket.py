"""The job ticket on paper: what is ordered, line by line, and what is left to fill in by hand. Millimetres."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.drawing.lettering import LINE, QUIET, Face, Lettering
from desktop.drawing.rulers import lines
from desktop.drawing.shapes import Drawing, Figure, Glyphs, Placed, Shape
from desktop.layout.places import Rect

LABEL = 46.0
"""The width of the labels' column."""

PAD, GAP = 3.0, 8.0
"""Above and below the words of a line, and below the heading."""

BLANK = 9.0
"""The height of a line to write on."""

HEAD, TITLE = Face(9.0, "semibold", QUIET), Face(20.0, "bold", leading=1.15)
NAME, VALUE, STRONG = Face(9.0, "semibold", QUIET), Face(11.0), Face(14.0, "bold")


class Entry(NamedTuple):
    """A label and what is said of it; nothing is a line to write on. The finished size and the like are `strong`."""

    label: str
    value: str = ""
    strong: bool = False


def ticket_drawing(
    size: tuple[float, float], room: Rect, heading: tuple[str, str], entries: Sequence[Entry], lettering: Lettering
) -> Drawing:
    """A page of that size with caption and title, and the entries between hairlines."""
    caption = lettering.block(heading[0], room.x, room.y, room.width, HEAD)
    title = lettering.block(heading[1], room.x, room.y + caption.height, room.width, TITLE)
    parts, rules = [caption.ink, title.ink], list[Shape]()
    y = room.y + caption.height + title.height + GAP
    for entry in entries:
        rules.append(_rule(room, y))
        ink, y = _entry(entry, room, y, lettering)
        parts.append(ink)
    rules.append(_rule(room, y))
    figures = (Figure("", "mark", "ticket", *size, tuple(ink)) for ink in (*parts, rules))
    return Drawing(*size, "", tuple(Placed(0.0, 0.0, figure) for figure in figures))


def _entry(entry: Entry, room: Rect, y: float, lettering: Lettering) -> tuple[tuple[Glyphs, ...], float]:
    """The label and the value on one baseline, and where the next entry begins."""
    face = STRONG if entry.strong else VALUE
    value = lettering.block(entry.value, room.x + LABEL, y + PAD, room.width - LABEL, face)
    wrapped = lettering.block(entry.label, room.x, 0.0, LABEL - 4.0, NAME)
    drop = (value.ink[0].y if value.ink else y + PAD + BLANK / 2) - (wrapped.ink[0].y if wrapped.ink else 0.0)
    label = lettering.block(entry.label, room.x, drop, LABEL - 4.0, NAME)
    height = max(value.height if entry.value else BLANK, label.height)
    return (*label.ink, *value.ink), y + height + 2 * PAD


def _rule(room: Rect, y: float) -> Shape:
    return lines([((room.x, y), (room.right, y))], 0.2, LINE)
