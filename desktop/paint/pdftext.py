"""Typeset lines as PDF text objects."""

from collections.abc import Iterable, Iterator, Sequence
from operator import sub

from desktop.drawing.shapes import Glyphs
from desktop.paint.clusters import Cluster, clusters, is_plain
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdffonts import SubsetFont, utf16
from desktop.paint.pdfforms import FormStore
from desktop.typeset.lines import UNITS, GlyphRun, TextLine

MILLI = 1000 / UNITS
"""Thousandths of an em, in which PDF counts within a line, per typesetting unit."""

HYPHENS = ("-", "\u00ad")
BEHIND_HYPHEN = "\u00a0"
"""Stands for a blank behind a hyphen at a line's end: else PDFium takes it for a divided word's and joins the lines."""


class TextWriter:
    """Turns lines into text objects; remembers words, and collects the fonts in use.

    Colour glyphs are pictures over invisible text: as text, readers would name each of their layers.
    """

    def __init__(self, fonts: Fonts, forms: FormStore) -> None:
        self._fonts = fonts
        self._forms = forms
        self._words: dict[tuple[object, ...], str] = {}
        self._any_coloured = False
        self.subsets: dict[str, SubsetFont] = {}

    def block(self, lines: Sequence[Glyphs], scale: float) -> str:
        """Neighbouring lines as one text object, and their colour glyphs; `scale` is the pt of one layout unit."""
        parts, pictures = ["BT"], list[str]()
        font = colour = ""
        left = bottom = 0.0
        for glyphs in lines:
            if glyphs.colour != colour:
                colour = glyphs.colour
                parts.append(fill_colour(colour))
            x, y, size = round(glyphs.x * scale, 2), round(-glyphs.y * scale, 2), glyphs.size * scale
            parts.append(f"{number(round(x - left, 2))} {number(round(y - bottom, 2))} Td")
            left, bottom = x, y
            for operators, wanted in self._runs(glyphs.line, size):
                parts += (operators,) if wanted == font else (wanted, operators)
                font = wanted
            if self._any_coloured:
                pictures += self._pictures(glyphs, x, y, size)
        return " ".join((*parts, "ET", *pictures))

    def _runs(self, line: TextLine, size: float) -> Iterator[tuple[str, str]]:
        """For each run its operators and the font that they need, from the left end of the line."""
        reached = 0
        hyphenated = line.text.rstrip().endswith(HYPHENS)
        for run in line.runs:
            if not run.glyphs:
                continue
            subset = self._subset(run.font)
            back = f"[{number((reached - run.xs[0]) * MILLI)}] TJ " if run.xs[0] != reached else ""
            operators = back + self._run(run, subset, line, size)
            if hyphenated and run is line.runs[-1] and operators.endswith("] TJ"):
                operators = f"{operators.removesuffix('] TJ')}({subset.letter(subset.space, BEHIND_HYPHEN)})] TJ"
            yield operators, f"/{subset.name} {number(size)} Tf"
            reached = run.x + run.advance

    def _run(self, run: GlyphRun, subset: SubsetFont, line: TextLine, size: float) -> str:
        """A run's operators from its first glyph's place; they leave the reader at the run's end."""
        if is_plain(run) and not subset.coloured:
            return f"[{self._plain(run, subset, line.text[run.start - line.start : run.end - line.start])}] TJ"
        return " ".join(self._clustered(run, subset, line, size))

    def _subset(self, key: str) -> SubsetFont:
        found = self.subsets.get(key)
        if found is None:
            found = self.subsets[key] = SubsetFont(key, self._fonts.data(key), len(self.subsets) + 1)
            self._any_coloured |= found.coloured
        return found

    def _plain(self, run: GlyphRun, subset: SubsetFont, text: str) -> str:
        """The array of a run with one glyph per character, word by word, since words come back."""
        steps, known = _steps(run), self._words
        words, start = [], 0
        for piece in text.split(" "):
            end = start + len(piece) + 1  # with the space behind it
            key = (subset, text[start:end], run.glyphs[start:end], steps[start:end])
            word = known.get(key)
            if word is None:
                word = known[key] = _array(subset, key[2], key[1], key[3])
            words.append(word)
            start = end
        return "".join(words).replace(")(", "")

    def _clustered(self, run: GlyphRun, subset: SubsetFont, line: TextLine, size: float) -> Iterator[str]:
        """Ligatures, marks and emoji: a cluster that its glyphs' codes cannot spell says its text itself."""
        steps = _steps(run)
        for cluster in clusters(run, line):
            first, last, spelt = cluster
            glyphs, ways = run.glyphs[first:last], steps[first:last]
            coloured = self._coloured(run, cluster)
            if coloured:
                code, width = subset.letter(coloured, spelt), subset.width(coloured)
                yield f"3 Tr [({code}){number(width - sum(ways) * MILLI)}] TJ 0 Tr"
            elif len(glyphs) > 1 or any(run.ys[first:last]):
                heights = [y * size / UNITS for y in run.ys[first:last]]
                yield _said(spelt, (*_raised(subset, glyphs, heights, ways), "0 Ts"))
            else:
                yield f"[{_array(subset, glyphs, [spelt], ways)}] TJ"

    def _pictures(self, glyphs: Glyphs, x: float, y: float, size: float) -> Iterator[str]:
        """The line's colour glyphs; (x, y) is the left end of its baseline in pt."""
        unit = size / UNITS
        for run in glyphs.line.runs:
            if not self._subset(run.font).coloured:
                continue
            for cluster in clusters(run, glyphs.line):
                if self._coloured(run, cluster):
                    for at in range(cluster.first, cluster.last):
                        yield self._forms.glyph(
                            run.font, run.glyphs[at], x + run.xs[at] * unit, y + run.ys[at] * unit, unit
                        )

    def _coloured(self, run: GlyphRun, cluster: Cluster) -> int:
        """The lowest layer of a cluster's colour glyphs, 0 when it has none.

        It is this one that is set invisibly, because readers pass over text without an outline.
        """
        found = (self._fonts.layers(run.font, glyph) for glyph in run.glyphs[cluster.first : cluster.last])
        return next((layers[0][0] for layers in found if layers), 0)


def _steps(run: GlyphRun) -> tuple[int, ...]:
    """From each glyph's place to the next one's, the last to the run's end."""
    return (*map(sub, run.xs[1:], run.xs), run.x + run.advance - run.xs[-1])


def _array(subset: SubsetFont, glyphs: Sequence[int], texts: Sequence[str], steps: Sequence[int]) -> str:
    """Elements of a TJ array. Within it a glyph is off by less than 1/1000 em, at its end by less than 1/20,000."""
    parts, error = ["("], 0.0
    last = len(glyphs) - 1
    for index, (glyph, text, step) in enumerate(zip(glyphs, texts, steps, strict=True)):
        parts.append(subset.letter(glyph, text))
        error += step * MILLI - subset.width(glyph)
        if index == last:
            error = round(error, 1)
        if abs(error) >= 1 or (index == last and error):
            shift = error if index == last else round(error)
            parts.append(f"){number(-shift, 1)}(")
            error -= shift
    parts.append(")")
    return "".join(parts).removesuffix("()")


def _raised(subset: SubsetFont, glyphs: Sequence[int], heights: Sequence[float], steps: Sequence[int]) -> Iterator[str]:
    """Several glyphs for one piece of text, such as marks over letters, each at its own height in pt."""
    for glyph, height, step in zip(glyphs, heights, steps, strict=True):
        back = subset.width(glyph) - step * MILLI
        yield f"{number(height)} Ts [({subset.letter(glyph, '')}){number(back)}] TJ"


def _said(text: str, operators: Iterable[str]) -> str:
    """Operators that stand for this text when it is copied or searched."""
    return f"/Span <</ActualText <FEFF{utf16(text)}>>> BDC {' '.join(operators)} EMC"
