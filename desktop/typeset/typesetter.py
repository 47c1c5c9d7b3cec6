"""The typesetter: from a text, a style and a width to lines, the same for the screen and for print."""

from collections.abc import Iterable, Iterator

from desktop.typeset import shaping
from desktop.typeset.fonts import FontSet
from desktop.typeset.glue import kept_together
from desktop.typeset.items import uncovered
from desktop.typeset.lines import BreakFinder, FontMetrics, LineSpan, TextLine, TextStyle
from desktop.typeset.memory import Memory
from desktop.typeset.paragraph import SOFT_HYPHEN, Breaker, Record, paragraphs, places
from desktop.typeset.runs import set_line
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

    def metrics(self, style: TextStyle) -> FontMetrics:
        return self.fonts.metrics(style.face)

    def width(self, text: str, style: TextStyle) -> int:
        """The inked width of the widest paragraph of `text` on one line each, in units."""
        return max(max(record.places[-3], 0) for record in self._measured(text, style))

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

    def words_over(self, text: str, style: TextStyle, width: int) -> bool:
        """Whether a word had to be broken."""
        good = {
            end
            for record in self._measured(text, style)
            for end in (record.after, *(record.start + place for place in record.places[::4]))
        }
        return any(span.end not in good for span in self.spans(text, style, width))

    def missing(self, text: str) -> str:
        """The characters, each once, that no font has and that are drawn as boxes."""
        face = next(iter(self.fonts.faces))
        return uncovered(text, self.fonts.chain(face))

    def _measured(self, text: str, style: TextStyle) -> Records:
        found = self._records.get((text, style))
        if found is None:
            found = tuple(self._record(text, style, *span) for span in paragraphs(text))
            self._records.put((text, style), found)
        return found

    def _record(self, text: str, style: TextStyle, start: int, end: int, after: int) -> Record:
        source = text[start:end]
        paragraph = Paragraph(source, style, self.fonts)
        breaks = [*self._breaks(source), len(source)]
        pens, unsafe = shaping.pens_and_unsafe(paragraph.text, paragraph.items, style.tracking, breaks)
        if SOFT_HYPHEN in source:
            unsafe.update(place for place in breaks[:-1] if source[place - 1] == SOFT_HYPHEN)
        numbers = places(paragraph.text, breaks, pens, unsafe, kept_together(source), style.tracking)
        return Record(start, end, after, numbers)

    def _broken(self, text: str, style: TextStyle, width: int, indent: int) -> Iterator[LineSpan]:
        for record in self._measured(text, style):
            start = record.start
            paragraph = Paragraph(text[start : record.end], style, self.fonts)
            *lines, last = Breaker(record, paragraph, width, 0 if start else indent).lines()
            yield from (LineSpan(start + first, start + end, wide) for first, end, wide in lines)
            yield LineSpan(start + last[0], record.after, last[2])

    def _set(self, text: str, style: TextStyle, spans: Iterable[LineSpan], carets: bool) -> Iterator[TextLine]:
        records = iter(self._measured(text, style))
        record = next(records)
        paragraph = Paragraph(text[record.start : record.end], style, self.fonts)
        for span in spans:
            if span.start >= record.after and span.start > record.start:
                record = next(records)
                paragraph = Paragraph(text[record.start : record.end], style, self.fonts)
            line = (span.start - record.start, min(span.end, record.end) - record.start, span.width)
            yield set_line(paragraph, line, text, record.start, span.end, carets)
