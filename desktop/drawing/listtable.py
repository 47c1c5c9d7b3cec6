"""Rows of text in columns over the pages of a list: which lines stand on which page, captions above, a foot below.

Millimetres on a page 210 mm wide, or as wide as its shape makes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from desktop.drawing.lettering import Face, Lettering
from desktop.drawing.listframe import ListFrame, Setting, parted
from desktop.drawing.listpages import Column, Entry, ListPages
from desktop.drawing.shapes import Drawing, Placed, Shape

T = TypeVar("T")
Texts = Iterable[tuple[str, Face]]


class Measure(NamedTuple):
    """What stays free above and below the words of a row, between one text and the next."""

    pad: float
    between: float


@dataclass(frozen=True, slots=True)
class Part:
    """A row, or as much of it as stands on one page: its texts by columns; only the `first` part has its marks."""

    height: float
    columns: tuple[tuple[Setting, ...], ...]
    first: bool = True


class ListTable:
    """Lays rows out in a frame; `about` are the title of the list and what it is of."""

    def __init__(
        self,
        frame: ListFrame,
        columns: Sequence[Column],
        lettering: Lettering,
        measure: Measure,
        about: tuple[str, str],
    ) -> None:
        self.frame = frame
        self.columns = columns
        self._lettering = lettering
        self._measure = measure
        self._about = about

    def set(self, texts: Texts, width: float, first: float = 0.0) -> tuple[Setting, ...]:
        """These texts below each other, without those that say nothing; the first one so much lower."""
        said = [(text.strip(), face) for text, face in texts if text.strip()]
        return tuple(
            Setting(face, self._lettering.lines(text, width, face), self._measure.between if at else first)
            for at, (text, face) in enumerate(said)
        )

    def parts(self, columns: Iterable[tuple[Setting, ...]], least: float = 0.0, taken: float = 0.0) -> Iterator[Part]:
        """One part, or more where a column is higher than the room of the first page; none is lower than `least`, and
        the first leaves free what is `taken` by something above it."""
        room = self.frame.room(0) - 2 * self._measure.pad - taken
        cut = (parted(column, room) for column in columns)
        for number, beside in enumerate(zip_longest(*cut, fillvalue=())):
            high = max(sum(each.height for each in column) for column in beside)
            above = taken if not number else 0.0
            yield Part(max(high, least) + 2 * self._measure.pad + above, beside, first=not number)

    def ink(self, settings: Iterable[Setting], column: Column, top: float = 0.0) -> Iterator[Shape]:
        """The words of a column, from the left margin and so far below the top of their row."""
        y = self._measure.pad + top
        for each in settings:
            yield from self._lettering.set(each.lines, column.left, y + each.gap, each.face, room=column.width)
            y += each.height

    def pages(
        self, rows: Iterable[tuple[T, Part]], drawn: Callable[[T, Part, float], Iterable[Placed]], language: str
    ) -> Iterator[Drawing]:
        """Page after page; what stands in a row at a height is drawn."""

        def draw(row: tuple[T, Part], y: float) -> Iterable[Placed]:
            return drawn(*row, y)

        pages = ListPages(self.frame, self.columns, self._about, language)
        return pages.drawn((Entry((thing, part), part.height) for thing, part in rows), draw)
