"""Cards as sticky notes, to be cut out or printed on notes that lie on a sheet: one card each. Millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.document.cards import Card
from desktop.drawing.lettering import PT, QUIET, Face, Lettering
from desktop.drawing.pens import icon_paths
from desktop.drawing.shapes import Box, Figure, Shape
from desktop.drawing.workwall import DASH, FAINT, SLOT
from desktop.layout.names import name_of
from desktop.layout.places import Rect
from desktop.layout.style import Style, Words
from desktop.typeset.lines import TextLine

LARGEST, SMALLEST = 26.0, 10.0
"""pt; the text of a note is as large as fits, and goes on on another note where it would be smaller."""

PAD, EDGE, GAP = 5.0, 1.5, 3.0
"""White at the sides, the stroke of the kind, and what is between it and the words."""

LEFT = PAD + EDGE + GAP
TOP, BOTTOM = 14.0, 11.0
"""What stands above and below the text."""

LEADING = 1.22
ROOM = SLOT - TOP - BOTTOM

CAPTION = Face(11, "semibold", QUIET)


@dataclass(frozen=True, slots=True)
class Note:
    """A card, or a part of its text. where: its place on the wall in words; `part` of `parts` where it has several."""

    card: Card
    where: str
    lines: tuple[TextLine, ...]
    size: float
    part: int = 1
    parts: int = 1


def notes_of(card: Card, where: str, text: str, lettering: Lettering, face: str) -> list[Note]:
    """One note, or as many as a text needs that is too long for one at SMALLEST."""
    width = SLOT - LEFT - PAD
    size = LARGEST
    while True:
        lines = lettering.lines(text, width, Face(size, face))
        most = int(ROOM / (size * PT * LEADING))
        if len(lines) <= most or size <= SMALLEST:
            break
        size -= 1.0
    pages = [lines[start : start + most] for start in range(0, len(lines), most)] or [()]
    return [Note(card, where, tuple(page), size, at, len(pages)) for at, page in enumerate(pages, 1)]


class NotePen:
    """Draws notes in the colours of a theme."""

    def __init__(self, style: Style, lettering: Lettering, words: Words) -> None:
        self._style, self._lettering, self._words = style, lettering, words

    def figure(self, note: Note) -> Figure:
        """A note of SLOT × SLOT with its outline, to cut along or to lay a note on."""
        name = f"{name_of('kind', note.card.kind, self._words)}: {note.card.text}"
        return Figure(note.card.id, "card", name, SLOT, SLOT, tuple(self._shapes(note)))

    def _shapes(self, note: Note) -> Iterator[Shape]:
        kind = self._style.kind(note.card.kind)
        yield Box(0.0, 0.0, SLOT, SLOT, "", FAINT, 0.25, (0.0,) * 4, DASH)
        yield Box(PAD, PAD, EDGE, SLOT - 2 * PAD, kind.edge)
        icon = self._style.icon(kind.icon)
        yield from icon_paths(icon, Rect(LEFT, PAD, 6.0, 6.0), kind.edge)
        label = name_of("kind", note.card.kind, self._words)
        yield from self._lettering.middled(label, LEFT + 8.0, PAD + 3.0, CAPTION)
        yield from self._text(note, kind.ink)
        yield from self._lettering.line(self._footer(note), LEFT, SLOT - PAD - 0.5, CAPTION)

    def _text(self, note: Note, colour: str) -> Sequence[Shape]:
        face = Face(note.size, "regular", colour, LEADING)
        return self._lettering.set(note.lines, LEFT, TOP, face, room=SLOT - LEFT - PAD)

    def _footer(self, note: Note) -> str:
        """The place in words, or as much of it as there is room for: the address alone where a step's name is long."""
        part = f"{note.part}/{note.parts}" if note.parts > 1 else ""
        wishes = [" · ".join(filter(None, (where, part))) for where in (note.where, note.where.partition(" · ")[0])]
        room = SLOT - LEFT - PAD
        return next((wish for wish in wishes if self._lettering.width(wish, CAPTION) <= room), part)
