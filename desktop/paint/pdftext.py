"""Typeset lines as PDF text objects."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import sub

from desktop.drawing.shapes import Glyphs
from desktop.paint.clusters import is_plain
from desktop.paint.fonts import Fonts
from desktop.paint.leaders import Leader, leaders, others
from desktop.paint.numbers import number
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdffonts import SubsetFont
from desktop.paint.pdfforms import FormStore
from desktop.typeset.lines import UNITS, GlyphRun, TextLine
from desktop.typeset.words import Word

MILLI = 1000 / UNITS
"""Thousandths of an em, in which PDF counts within a line, per typesetting unit."""

HYPHENS = ("-", "\u00ad")
BEHIND_HYPHEN = "\u00a0"
"""Stands for a blank behind a hyphen at a line's end: else PDFium takes it for a divided word's and joins the lines."""


Set = tuple[GlyphRun, str, str, Sequence[int]]
"""A run as text: its operators, the font that they need, and the glyphs that are to be drawn beside it."""

Elements = tuple[str, float]
"""Elements of a TJ array, and how far from them, in 1/1000 em, the next glyph is: less than one."""


class TextWriter:
    """Turns lines into text objects; remembers words, and collects the fonts in use.

    Colour glyphs are pictures over invisible text: as text, readers would name each of their layers. Of letters with
    marks the marks are pictures. `blanks`: a line that another one follows ends in a blank, without which programs that
    read the tags would join its last word to the next one.
    """

    def __init__(self, fonts: Fonts, forms: FormStore, *, blanks: bool = False) -> None:
        self._blanks = blanks
        self.reach = fonts.reach
        self._fonts = fonts
        self._forms = forms
        self._words: dict[Word, Elements] = {}
        self._pieces: dict[tuple[object, ...], Elements] = {}
        self.subsets: dict[str, SubsetFont] = {}

    def block(self, lines: Sequence[Glyphs], scale: float) -> str:
        """Neighbouring lines as one text object, and what is drawn beside it; `scale` is the pt of one layout unit."""
        parts, beside = ["BT"], list[tuple[str, str]]()
        font = colour = ""
        left = bottom = 0.0
        for glyphs in lines:
            if glyphs.colour != colour:
                colour = glyphs.colour
                parts.append(fill_colour(colour))
            line, size = glyphs.line, glyphs.size * scale
            x, y = round(glyphs.x * scale, 2), round(-glyphs.y * scale, 2)
            parts.append(f"{number(round(x - left, 2))} {number(round(y - bottom, 2))} Td")
            left, bottom = x, y
            hyphenated = line.text.rstrip().endswith(HYPHENS)
            for run, operators, wanted, left_out in self._runs(line, size, hyphenated=hyphenated):
                if wanted != font:
                    font = wanted
                    parts.append(font)
                parts.append(operators)
                if left_out:
                    beside += ((colour, picture) for picture in self._pictures(run, left_out, x, y, size))
            if self._blanks and not hyphenated and glyphs is not lines[-1]:
                parts[-1] = self._with_blank(parts[-1], line)
        return " ".join((*parts, "ET", *_in_colour(beside, colour)))

    def _runs(self, line: TextLine, size: float, *, hyphenated: bool) -> Iterator[Set]:
        """Each run that has glyphs, from the left end of the line."""
        reached = 0
        for run in line.runs:
            if not run.glyphs:
                continue
            subset, last = self._subset(run.font), run is line.runs[-1]
            operators, beside = self._run(run, subset, line, last=last)
            if hyphenated and last and operators.endswith("] TJ"):
                operators = f"{operators.removesuffix('] TJ')}({subset.letter(subset.space, BEHIND_HYPHEN)})] TJ"
            if run.xs[0] != reached:
                operators = f"[{number((reached - run.xs[0]) * MILLI)}] TJ {operators}"
            yield run, operators, f"/{subset.name} {number(size)} Tf", beside
            reached = run.x + run.advance

    def _run(self, run: GlyphRun, subset: SubsetFont, line: TextLine, *, last: bool) -> tuple[str, Sequence[int]]:
        """A run's operators from its first glyph's place, which leave the reader at the run's end; and the glyphs that
        they leave out."""
        if is_plain(run) and not subset.coloured and not run.rtl:
            text = line.text[run.start - line.start : run.end - line.start]
            words = self._of_words(run, subset) if run.words else self._of_pieces(run, subset, text)
            return f"[{_joined(words, settled=not last)}] TJ", ()
        found = leaders(run, line, self._fonts, subset)
        return " ".join(_clustered(run, found, subset)), others(run, found)

    def _with_blank(self, operators: str, line: TextLine) -> str:
        """A line's last operators with a blank behind them, where its font has one that is not seen."""
        if not line.runs or not operators.endswith("] TJ"):
            return operators
        subset = self._subset(line.runs[-1].font)
        if subset.coloured or not subset.space:
            return operators
        return f"{operators.removesuffix('] TJ')}({subset.letter(subset.space, ' ')})] TJ".replace(")(", "")

    def _subset(self, key: str) -> SubsetFont:
        found = self.subsets.get(key)
        if found is None:
            found = self.subsets[key] = SubsetFont(key, self._fonts.data(key), len(self.subsets) + 1)
        return found

    def _of_words(self, run: GlyphRun, subset: SubsetFont) -> Iterator[Elements]:
        """The words of a run, each set once."""
        known = self._words
        for word in run.words:
            found = known.get(word)
            if found is None:
                found = known[word] = _set(subset, word.glyphs, word.text, word.advances)
            yield found

    def _of_pieces(self, run: GlyphRun, subset: SubsetFont, text: str) -> Iterator[Elements]:
        """The same of a run with one glyph per character of which no words are known: pieces come back, too."""
        glyphs, steps, known = run.glyphs, _steps(run), self._pieces
        start = 0
        for piece in text.split(" "):
            end = start + len(piece) + 1  # with the space behind it, unless it is the last
            key = (subset, piece, glyphs[start:end], steps[start:end])
            found = known.get(key)
            if found is None:
                found = known[key] = _set(subset, key[2], text[start:end], key[3])
            yield found
            start = end

    def _pictures(self, run: GlyphRun, left_out: Sequence[int], x: float, y: float, size: float) -> Iterator[str]:
        """The glyphs beside a run's text; (x, y) is the left end of the line's baseline in pt."""
        unit = size / UNITS
        for at in left_out:
            yield self._forms.glyph(run.font, run.glyphs[at], x + run.xs[at] * unit, y + run.ys[at] * unit, unit)


def _in_colour(beside: Iterable[tuple[str, str]], colour: str) -> Iterator[str]:
    """Pictures of glyphs with the colour of each named where it is not the one before; `colour` is that at first."""
    for wanted, picture in beside:
        yield picture if wanted == colour else f"{fill_colour(wanted)} {picture}"
        colour = wanted


def _clustered(run: GlyphRun, found: Sequence[Leader], subset: SubsetFont) -> Iterator[str]:
    """Ligatures, letters with marks, emoji: each is one letter, with the text and the room of all its glyphs."""
    start = run.xs[found[0].at]
    if start != run.xs[0]:
        yield f"[{number((run.xs[0] - start) * MILLI)}] TJ"
    ends = [*(run.xs[leader.at] for leader in found[1:]), run.x + run.advance]
    steps = [end - run.xs[leader.at] for leader, end in zip(found, ends, strict=True)]
    for unseen, group in groupby(zip(found, steps, strict=True), lambda pair: pair[0].unseen):
        array = _spelt(subset, list(group))
        yield f"3 Tr [{array}] TJ 0 Tr" if unseen else f"[{array}] TJ"


def _steps(run: GlyphRun) -> tuple[int, ...]:
    """From each glyph's place to the next one's, the last to the run's end."""
    return (*map(sub, run.xs[1:], run.xs), run.x + run.advance - run.xs[-1])


def _array(subset: SubsetFont, glyphs: Sequence[int], texts: Sequence[str], steps: Sequence[int]) -> str:
    """Elements of a TJ array. Within it a glyph is off by less than 1/1000 em, at its end by less than 1/20,000."""
    array, error = _set(subset, glyphs, texts, steps)
    return array + _shift(-error) if abs(error) >= 0.05 else array


def _shift(by: float) -> str:
    """A number of a TJ array; another one may stand before it."""
    return f" {number(by, 1)}"


def _joined(words: Iterable[Elements], *, settled: bool) -> str:
    """The array of words that follow each other. settled: whether it leaves the reader right at their end, for more to
    follow."""
    parts, error = list[str](), 0.0
    for array, rest in words:
        parts.append(array)
        error += rest
        if not -1 < error < 1:
            parts.append(_shift(-round(error)))
            error -= round(error)
    if settled and abs(error) >= 0.05:
        parts.append(_shift(-error))
    return "".join(parts).replace(")(", "")


def _set(subset: SubsetFont, glyphs: Sequence[int], texts: Sequence[str], steps: Sequence[int]) -> Elements:
    parts, error = ["("], 0.0
    for glyph, text, step in zip(glyphs, texts, steps, strict=True):
        parts.append(subset.letter(glyph, text))
        error += step * MILLI - subset.width(glyph)
        if abs(error) >= 1:
            shift = round(error)
            parts.append(f"){-shift}(")
            error -= shift
    parts.append(")")
    return "".join(parts).removesuffix("()"), error


def _spelt(subset: SubsetFont, group: Sequence[tuple[Leader, int]]) -> str:
    """Elements of a TJ array for neighbouring clusters, each with the way to the next."""
    parts = []
    for leader, step in group:
        if leader.glyphs > 1:
            parts.append(f"({subset.letter(leader.glyph, leader.text, max(round(step * MILLI), 0))})")
            left = step * MILLI - max(round(step * MILLI), 0)
            parts.append(number(-left, 1) if abs(left) >= 0.05 else "")
        else:
            parts.append(_array(subset, [leader.glyph], [leader.text], [step]))
    return "".join(parts).replace(")(", "")
