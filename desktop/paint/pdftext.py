"""Typeset lines as PDF text operators."""

from collections.abc import Iterable, Iterator, Sequence
from operator import sub

from desktop.paint.clusters import clusters, is_plain
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdffonts import SubsetFont, utf16
from desktop.typeset.lines import UNITS, GlyphRun, TextLine

MILLI = 1000 / UNITS
"""Thousandths of an em, in which PDF counts within a line, per typesetting unit."""


class TextWriter:
    """Turns lines into operators that stand between BT and ET; remembers words, and collects the fonts in use."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._words: dict[tuple[object, ...], str] = {}
        self.subsets: dict[str, SubsetFont] = {}

    def line(self, line: TextLine, size: float, colour: str) -> str:
        """The operators of one line whose baseline begins at the text position; `size` is one em in pt.

        The fill colour is `colour` before and after; a reader's position after the line is of no use.
        """
        parts: list[str] = []
        reached = 0.0
        for run in line.runs:
            start = run.xs[0] if run.xs else run.x
            if parts and abs(start - reached) > 0.01:
                parts.append(f"[{number((reached - start) * MILLI)}] TJ")
            parts.append(self._run(run, line, size, colour))
            reached = run.x + run.advance
        return " ".join(parts)

    def _run(self, run: GlyphRun, line: TextLine, size: float, colour: str) -> str:
        """A run's operators; they leave the reader at the run's end."""
        subset = self._subset(run.font)
        font = f"/{subset.name} {number(size)} Tf"
        if is_plain(run):
            return f"{font} [{self._plain(run, subset, line.text[run.start - line.start : run.end - line.start])}] TJ"
        return " ".join((font, *self._clustered(run, subset, line, size, colour)))

    def _subset(self, key: str) -> SubsetFont:
        found = self.subsets.get(key)
        if found is None:
            found = self.subsets[key] = SubsetFont(key, self._fonts.data(key), len(self.subsets) + 1)
        return found

    def _plain(self, run: GlyphRun, subset: SubsetFont, text: str) -> str:
        """The array of a run with one glyph per character, word by word, since words come back."""
        steps = _steps(run)
        words, start = [], 0
        while start < len(text):
            blank = text.find(" ", start)
            end = blank + 1 if blank >= 0 else len(text)
            key = (run.font, text[start:end], run.glyphs[start:end], steps[start:end])
            word = self._words.get(key)
            if word is None:
                word = self._words[key] = _array(subset, run.glyphs[start:end], text[start:end], steps[start:end])
            words.append(word)
            start = end
        return "".join(words).replace("><", "")

    def _clustered(self, run: GlyphRun, subset: SubsetFont, line: TextLine, size: float, colour: str) -> Iterator[str]:
        """Ligatures, marks and emoji: a cluster that its glyphs' codes cannot spell says its text itself."""
        steps = _steps(run)
        for first, last, spelt in clusters(run, line):
            glyphs, ys, ways = run.glyphs[first:last], run.ys[first:last], steps[first:last]
            layers = [self._fonts.layers(run.font, glyph) for glyph in glyphs]
            if any(layers):
                ink = [layer or ((glyph, colour),) for glyph, layer in zip(glyphs, layers, strict=True)]
                yield _said(spelt, _layered(subset, ink, ways, colour))
            elif len(glyphs) > 1 or any(ys):
                heights = [y * size / UNITS for y in ys]
                yield _said(spelt, (*_raised(subset, glyphs, heights, ways), "0 Ts"))
            else:
                yield f"[{_array(subset, glyphs, [spelt], ways)}] TJ"


def _steps(run: GlyphRun) -> tuple[int, ...]:
    """From each glyph's place to the next one's, the last to the run's end."""
    return (*map(sub, run.xs[1:], run.xs), run.x + run.advance - run.xs[-1])


def _array(subset: SubsetFont, glyphs: Sequence[int], texts: Sequence[str], steps: Sequence[int]) -> str:
    """Elements of a TJ array. Within it a glyph is off by less than 1/1000 em, at its end by less than 1/20,000."""
    parts, error = ["<"], 0.0
    last = len(glyphs) - 1
    for index, (glyph, text, step) in enumerate(zip(glyphs, texts, steps, strict=True)):
        parts.append(f"{subset.code(glyph, text):04X}")
        error += step * MILLI - subset.width(glyph)
        if index == last:
            error = round(error, 1)
        if abs(error) >= 1 or (index == last and error):
            shift = error if index == last else round(error)
            parts.append(f">{number(-shift, 1)}<")
            error -= shift
    parts.append(">")
    return "".join(parts).removesuffix("<>")


def _layered(
    subset: SubsetFont, ink: Sequence[Sequence[tuple[int, str]]], steps: Sequence[int], own: str
) -> Iterator[str]:
    """Colour glyphs: each layer over the last at the same place; `own` is the text's colour."""
    for layers, step in zip(ink, steps, strict=True):
        for glyph, colour in layers:
            yield f"{fill_colour(colour or own)} [<{subset.code(glyph, ''):04X}>{subset.width(glyph)}] TJ"
        yield f"[{number(-step * MILLI)}] TJ"
    yield fill_colour(own)


def _raised(subset: SubsetFont, glyphs: Sequence[int], heights: Sequence[float], steps: Sequence[int]) -> Iterator[str]:
    """Several glyphs for one piece of text, such as marks over letters, each at its own height in pt."""
    for glyph, height, step in zip(glyphs, heights, steps, strict=True):
        back = subset.width(glyph) - step * MILLI
        yield f"{number(height)} Ts [<{subset.code(glyph, ''):04X}>{number(back)}] TJ"


def _said(text: str, operators: Iterable[str]) -> str:
    """Operators that stand for this text when it is copied or searched."""
    return f"/Span <</ActualText <FEFF{utf16(text)}>>> BDC {' '.join(operators)} EMC"
