"""Short texts on drawings in millimetres: marks, instructions and tickets, which have no theme and no layout."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.drawing.shapes import Glyphs
from desktop.typeset.lines import UNITS, TextLine, TextStyle
from desktop.typeset.typesetter import Typesetter

PT = 25.4 / 72
"""Millimetres per point."""

INK, QUIET, LINE = "#141414", "#595959", "#D6D6D6"
"""Of words, of captions, of rules: without a hue, so that machines print them in black alone."""

ENDLESS = 10**7
"""Units: as wide as a line can be."""


class Face(NamedTuple):
    """How a text is set: size in pt, face, colour, distance of baselines in sizes."""

    size: float
    face: str = "regular"
    colour: str = INK
    leading: float = 1.32


class Block(NamedTuple):
    """Lines of text, and how high and wide they are in mm."""

    ink: tuple[Glyphs, ...]
    height: float
    width: float = 0.0


class Lettering:
    """Sets texts with one typesetter; all lengths in mm."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def width(self, text: str, face: Face) -> float:
        """Of the inked text on one line."""
        return self._typesetter.width(text, TextStyle(face.face)) * face.size * PT / UNITS

    def capital(self, face: Face) -> float:
        """The height of a capital."""
        return self._typesetter.metrics(TextStyle(face.face)).cap_height * face.size * PT / UNITS

    def line(self, text: str, x: float, y: float, face: Face, *, align: float = 0.0) -> tuple[Glyphs, ...]:
        """One line on the baseline y; `align` is the share of its width that lies left of x."""
        line = self._typesetter.lines(text, TextStyle(face.face), ENDLESS)[0]
        size = face.size * PT
        start = x - align * line.width * size / UNITS
        return (Glyphs(start, y, size, face.colour, line),) if line.runs else ()

    def middled(self, text: str, x: float, y: float, face: Face, *, align: float = 0.0) -> tuple[Glyphs, ...]:
        """One line whose capitals stand around the height y."""
        return self.line(text, x, y + self.capital(face) / 2, face, align=align)

    def lines(self, text: str, width: float, face: Face) -> tuple[TextLine, ...]:
        """The text broken into lines of at most that width."""
        return tuple(self._typesetter.lines(text, TextStyle(face.face), int(width / (face.size * PT) * UNITS)))

    def set(
        self, lines: Sequence[TextLine], x: float, y: float, face: Face, *, room: float = 0.0, align: float = 0.0
    ) -> tuple[Glyphs, ...]:
        """Lines below the height y; `align` is the share of what a line leaves of the `room` that lies left of it: 0 is
        all of it for a line that runs to the left."""
        step, size = face.size * PT * face.leading, face.size * PT
        first = y + (step - self.capital(face)) / 2 + self.capital(face)
        return tuple(
            Glyphs(x + _left(line, room, size, align), first + number * step, size, face.colour, line)
            for number, line in enumerate(lines)
            if line.runs
        )

    def block(self, text: str, x: float, y: float, width: float, face: Face, *, align: float = 0.0) -> Block:
        """Lines of at most that width below the height y; x is the left end of lines with `align` 0."""
        lines = self.lines(text, width, face)
        ink = self.set(lines, x, y, face, room=width, align=align)
        widest = max((line.width for line in lines), default=0) * face.size * PT / UNITS
        return Block(ink, len(lines) * face.size * PT * face.leading, widest)


def _left(line: TextLine, room: float, size: float, align: float) -> float:
    """What is left free at the left of a line."""
    share = float(line.rtl and room > 0.0) if align == 0.0 else align
    return share * (room - line.width * size / UNITS)
