"""What the typesetter makes: paragraphs of lines of glyph runs. All lengths are whole units of 1/2048 em.

What is made by the ten thousand is a tuple, which takes half as long to make as a dataclass.

A text of size s (in whatever unit a layout uses) is drawn at s / UNITS per unit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.typeset.words import Word

UNITS = 2048

BreakFinder = Callable[[str], Sequence[int]]
"""Gives the offsets (in code points, 0 < i < len) before which a line may begin, by the Unicode rules. Handed in."""


class TextStyle(NamedTuple):
    """Face: regular, semibold, bold, italic as the font set names them; tracking in units after each cluster.

    A tuple, because it is a part of every key by which lines are remembered.
    """

    face: str = "regular"
    tracking: int = 0


class GlyphRun(NamedTuple):
    """Glyphs of one font in visual order, left to right.

    `xs` and `ys` are the drawing positions from the start of the line (x right, y up from the baseline);
    `clusters` is, per glyph, the offset in the whole text of the cluster it belongs to, a range where each character is
    one glyph in order;
    `start` and `end` are the run's span of the whole text, trailing spaces of the line left out; `advance` is the pen's
    way over the whole run. `words`, where they are known, are all of the run, the last one without a blank.
    """

    font: str
    glyphs: tuple[int, ...]
    xs: tuple[int, ...]
    ys: tuple[int, ...]
    clusters: Sequence[int]
    start: int
    end: int
    x: int
    advance: int
    rtl: bool = False
    words: tuple[Word, ...] = ()


class LineSpan(NamedTuple):
    """One line as far as layout needs it: its span of the text and its inked width.

    The span includes trailing spaces and the line feed; the width includes neither, nor tracking after the last
    cluster, but what the last glyph overhangs.
    """

    start: int
    end: int
    width: int


class TextLine(NamedTuple):
    """One line ready to draw. `text` leaves out the line feed that `start` and `end` include.

    `carets` are the caret stops as (text offset, x), in text order; made only when asked for. `rtl`: the line's
    paragraph runs from right to left, so that it begins at the right.
    """

    text: str
    start: int
    end: int
    width: int
    runs: tuple[GlyphRun, ...]
    carets: tuple[tuple[int, int], ...] = ()
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """Of the face that a style names, in units: ascender and descender (negative) of the line, capital and x height."""

    ascent: int
    descent: int
    cap_height: int
    x_height: int
