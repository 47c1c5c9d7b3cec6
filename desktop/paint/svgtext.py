"""Typeset lines as SVG: letters with the place of every cluster, or outlines of glyphs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from desktop.drawing.shapes import Glyphs
from desktop.paint.clusters import Cluster, clusters, is_plain
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number, numbers
from desktop.paint.svgglyphs import GlyphStore
from desktop.paint.svgmarkup import attribute, clean, words
from desktop.typeset.lines import UNITS, GlyphRun, TextLine

SOFT_HYPHEN = "\u00ad"
FITTED = ' textLength="{}" lengthAdjust="spacingAndGlyphs"'
"""For text that the reader's fonts shape as a whole, and that is to take no other room than ours."""

UNSEEN = ' fill="none"'


class Piece(NamedTuple):
    """Text from an offset on that one element places: `places` is its x or a list of them."""

    start: int
    text: str
    places: str
    look: str


class LetterWriter:
    """Writes text as text, so that it can be searched and edited; colour glyphs as outlines over unseen text."""

    def __init__(self, fonts: Fonts, store: GlyphStore) -> None:
        self._fonts = fonts
        self._store = store
        self._looks: dict[str, str] = {}

    def line(self, glyphs: Glyphs) -> str:
        """A text element in the order of reading, then the colour glyphs."""
        found = (piece for run in glyphs.line.runs for piece in self._pieces(run, glyphs))
        pieces = sorted(piece for piece in found if clean(piece.text))
        ink = f'y="{number(glyphs.y)}" font-size="{number(glyphs.size, 3)}" fill="{glyphs.colour}"'
        rest = words(_after(glyphs.line))
        if len(pieces) == 1 and UNSEEN not in pieces[0].look:
            (only,) = pieces
            said = f'<text x="{only.places}" {ink}{only.look}>{words(only.text)}{rest}</text>'
        else:
            spans = (f'<tspan x="{p.places}"{p.look}>{words(p.text)}</tspan>' for p in pieces)
            said = f"<text {ink}>{''.join(spans)}{rest}</text>"
        return said + self._pictures(glyphs)

    def _pieces(self, run: GlyphRun, glyphs: Glyphs) -> Iterator[Piece]:
        """Letters of one character share a list of places; longer clusters have one place each."""
        look, unit = self._look(run.font), glyphs.size / UNITS
        text = _text_of(run, glyphs.line)
        if run.rtl:
            reach = f' direction="rtl" unicode-bidi="embed"{FITTED.format(number(run.advance * unit))}'
            yield Piece(run.start, text, number(glyphs.x + (run.x + run.advance) * unit), look + reach)
        elif is_plain(run) and text.isascii() and text.isprintable() and 0 not in run.glyphs:
            yield Piece(run.start, text, _places(run.xs, glyphs), look)
        else:
            for kind, group in groupby(clusters(run, glyphs.line), lambda cluster: self._kind(run, cluster)):
                yield from _clustered(kind, list(group), run, glyphs, look)

    def _kind(self, run: GlyphRun, cluster: Cluster) -> str:
        """letter, missing (no font of ours has it), picture, or whole: that it has one place of its own."""
        if 0 in run.glyphs[cluster.first : cluster.last]:
            return "missing"
        if any(self._store.is_coloured(run.font, glyph) for glyph in run.glyphs[cluster.first : cluster.last]):
            return "picture"
        return "letter" if len(cluster.text) == 1 and cluster.text <= "\uffff" else "whole"

    def _pictures(self, glyphs: Glyphs) -> str:
        uses = [
            self._store.use(run.font, glyph, x, y)
            for run in glyphs.line.runs
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True)
            if self._store.is_coloured(run.font, glyph)
        ]
        return f'<g aria-hidden="true" {_placed(glyphs)}>{"".join(uses)}</g>' if uses else ""

    def _look(self, font: str) -> str:
        """Family, weight and slope, where they are not those of the whole file."""
        found = self._looks.get(font)
        if found is None:
            weight, italic = self._fonts.css(font)
            look = f" font-family={attribute(f'{self._fonts.family(font)}, sans-serif')}"
            look += f' font-weight="{weight}"' if weight != 400 else ""
            found = self._looks[font] = look + (' font-style="italic"' if italic else "")
        return found


class OutlineWriter:
    """Writes glyphs as outlines; what they say stands beside them for those who cannot see."""

    def __init__(self, store: GlyphStore) -> None:
        self._store = store

    def line(self, glyphs: Glyphs) -> str:
        uses = (
            self._store.use(run.font, glyph, x, y)
            for run in glyphs.line.runs
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True)
        )
        return f'<g role="img" aria-label={attribute(glyphs.line.text)} {_placed(glyphs)}>{"".join(uses)}</g>'


def _clustered(kind: str, group: Sequence[Cluster], run: GlyphRun, glyphs: Glyphs, look: str) -> Iterator[Piece]:
    """The pieces of neighbouring clusters of one kind."""
    start, xs = run.clusters[group[0].first], [run.xs[cluster.first] for cluster in group]
    if kind == "letter":
        kept = [(_seen(cluster, run), x) for cluster, x in zip(group, xs, strict=True) if clean(cluster.text)]
        yield Piece(start, "".join(text for text, _ in kept), _places((x for _, x in kept), glyphs), look)
    elif kind == "missing":
        room = FITTED.format(number((_end(group[-1], run) - xs[0]) * glyphs.size / UNITS))
        yield Piece(start, "".join(cluster.text for cluster in group), _places(xs[:1], glyphs), look + room)
    else:
        unseen = UNSEEN if kind == "picture" else ""
        for cluster, x in zip(group, xs, strict=True):
            yield Piece(run.clusters[cluster.first], cluster.text, _places([x], glyphs), look + unseen)


def _seen(cluster: Cluster, run: GlyphRun) -> str:
    """A soft hyphen is only seen at the end of a line, where it has a glyph with an advance."""
    seen = cluster.text == SOFT_HYPHEN and _end(cluster, run) > run.xs[cluster.first]
    return "-" if seen else cluster.text


def _end(cluster: Cluster, run: GlyphRun) -> int:
    """Where the next cluster begins, in units from the start of the line."""
    return run.xs[cluster.last] if cluster.last < len(run.xs) else run.x + run.advance


def _text_of(run: GlyphRun, line: TextLine) -> str:
    return line.text[run.start - line.start : run.end - line.start]


def _after(line: TextLine) -> str:
    """The spaces that no run holds."""
    return line.text[max((run.end for run in line.runs), default=line.start) - line.start :]


def _places(xs: Iterable[int], glyphs: Glyphs) -> str:
    unit = glyphs.size / UNITS
    return numbers(*(glyphs.x + x * unit for x in xs))


def _placed(glyphs: Glyphs) -> str:
    """The colour and the place of outlines in units of the typesetter, whose y runs upwards."""
    unit = number(glyphs.size / UNITS, 6)
    return f'fill="{glyphs.colour}" transform="matrix({unit} 0 0 -{unit} {numbers(glyphs.x, glyphs.y)})"'
