"""The typesetter: from a text, a style and a width to lines, the same for the screen and for print."""

from collections.abc import Iterator, Sequence
from itertools import count

from desktop.typeset.bidi import base_level, has_right_to_left
from desktop.typeset.fonts import FontSet
from desktop.typeset.items import printable, uncovered
from desktop.typeset.lines import BreakFinder, FontMetrics, LineSpan, TextLine, TextStyle
from desktop.typeset.measuring import record
from desktop.typeset.memory import Memory
from desktop.typeset.paragraph import UNSAFE, Breaker, Record, paragraphs, quick_lines
from desktop.typeset.runs import cut_line, set_line, word_line
from desktop.typeset.sample import Paragraph

_RECORDS, _SPANS, _LINES = 24_000, 48_000, 2_000

Records = tuple[Record, ...]


class Typesetter:
    """Breaks and shapes text; remembers what it has made."""

    def __init__(self, fonts: FontSet, breaks: BreakFinder) -> None:
        self.fonts = fonts
        self._breaks = breaks
        self._records: Memory[tuple[str, TextStyle], Records] = Memory(_RECORDS)
        self._spans: Memory[tuple[str, TextStyle, int, int], tuple[LineSpan, ...]] = Memory(_SPANS)
        self._lines: Memory[tuple[str, TextStyle, int, int, bool], tuple[TextLine, ...]] = Memory(_LINES)

    def forget(self) -> None:
        """Lets go of everything remembered; it is made again when it is asked for."""
        for memory in (self._records, self._spans, self._lines):
            memory.forget()

    def metrics(self, style: TextStyle) -> FontMetrics:
        return self.fonts.metrics(style.face)

    def width(self, text: str, style: TextStyle) -> int:
        """The inked width of the widest paragraph of `text` on one line each, in units."""
        return max(record.width() for record in self._measured(text, style))

    def spans(self, text: str, style: TextStyle, width: int, indent: int = 0) -> tuple[LineSpan, ...]:
        """Where `text` breaks when lines are at most `width` units wide and the first begins `indent` units in.

        Cheap and remembered for every card. At least one line, also for an empty text. The spans follow each other and
        cover the text; a line feed belongs to the line before it. A first word that fits on a whole line but not beside
        the indent leaves the first line empty.
        """
        key = (text, style, width, indent)
        found = self._spans.get(key)
        if found is None:
            found = tuple(self._broken(text, style, width, indent))
            self._spans.put(key, found)
        return found

    def lines(
        self, text: str, style: TextStyle, width: int, indent: int = 0, carets: bool = False
    ) -> tuple[TextLine, ...]:
        """The same lines ready to draw; remembered only for as many as a screen shows (least recently used go).

        The first line's positions start at 0, not at `indent`. Trailing spaces have no glyphs. Caret stops are made
        only when asked for.
        """
        key = (text, style, width, indent, carets)
        found = self._lines.get(key)
        if found is None:
            found = tuple(self._set(text, style, self.spans(text, style, width, indent), carets))
            self._lines.put(key, found)
        return found

    def begin_right(self, text: str) -> tuple[bool, bool]:
        """Whether its first and its last paragraph run from right to left."""
        if not has_right_to_left(text):
            return False, False
        known = list(paragraphs(text))
        first, last = (bool(base_level(printable(text[start:end]))) for start, end, _ in (known[0], known[-1]))
        return first, last

    def words_over(self, text: str, style: TextStyle, width: int) -> bool:
        """Whether a word had to be broken."""
        records = self._measured(text, style)
        good = {
            end for record in records for end in (record.after, *(record.start + place for place in record.flags()))
        }
        return any(span.end not in good for span in self.spans(text, style, width))

    def pieces(self, text: str) -> Iterator[str]:
        """The parts of `text` between the places where a line may begin."""
        ends = [*self._breaks(text), len(text)]
        return (text[start:end] for start, end in zip([0, *ends], ends, strict=False))

    def missing(self, text: str) -> str:
        """The characters, each once, that no font has and that are drawn as boxes."""
        face = next(iter(self.fonts.faces))
        return uncovered(text, self.fonts.chain(face))

    def _measured(self, text: str, style: TextStyle) -> Records:
        found = self._records.get((text, style))
        if found is None:
            found = tuple(self._record(text[start:end], start, after, style) for start, end, after in paragraphs(text))
            self._records.put((text, style), found)
        return found

    def _record(self, source: str, start: int, after: int, style: TextStyle) -> Record:
        return record(Paragraph(source, start, style, self.fonts), after, self._breaks(source))

    def _paragraph(self, text: str, style: TextStyle, known: Record) -> Paragraph:
        return Paragraph(text[known.start : known.end], known.start, style, self.fonts)

    def _broken(self, text: str, style: TextStyle, width: int, indent: int) -> list[LineSpan]:
        spans: list[LineSpan] = []
        for known in self._measured(text, style):
            start, inset = known.start, 0 if known.start else indent
            lines = quick_lines(known, width, inset) if known.steady else []
            if not lines:
                lines = Breaker(known, self._paragraph(text, style, known), width, inset).lines()
            spans += [LineSpan(start + line[0], start + line[1], line[2]) for line in lines] if start else lines
            if known.after != known.end:
                spans[-1] = spans[-1]._replace(end=known.after)
        return spans

    def _set(self, text: str, style: TextStyle, spans: Sequence[LineSpan], carets: bool) -> Iterator[TextLine]:
        upcoming = iter(spans)
        for known in self._measured(text, style):
            paragraph, cuts = self._paragraph(text, style, known), {} if carets else _safe_cuts(known)
            for span in upcoming:
                line = (span.start - known.start, min(span.end, known.end) - known.start, span.width)
                first, last = cuts.get(line[0]), cuts.get(line[1])
                if first is None or last is None:
                    yield set_line(paragraph, line, span.end, carets)
                elif known.words:
                    yield word_line(paragraph, known.words[first:last], line, span.end)
                elif known.plain:
                    yield cut_line(paragraph, known.plain, line, span.end)
                if span.end == known.after and line[1] == known.end - known.start:
                    break


def _safe_cuts(known: Record) -> dict[int, int]:
    """The places, the start among them, between which the paragraph's glyphs are those of the lines; each with the
    number of places up to it."""
    if not known.words and not known.plain:
        return {}
    numbered = zip((0, *known.offsets()), count(), strict=False)
    if known.steady:
        return dict(numbered)
    flags = known.flags()
    return {place: number for place, number in numbered if not flags.get(place, 0) & UNSAFE}
