"""What stands on which page of a list, and the page round it: title, captions of columns, a foot.

Millimetres on a page 210 mm wide, or as wide as its shape makes it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from desktop.drawing.listframe import CAPTIONS, MARGIN, ListFrame
from desktop.drawing.shapes import Drawing, Placed

T = TypeVar("T")


class Column(NamedTuple):
    """A column: its left end from the margin, its width, what stands over it."""

    left: float
    width: float
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """What is kept together on a page, and how high it is.

    needs: the height that must be free for it where that is another, as of a title with what follows it. again: what
    stands over it where it begins a page. captioned: it stands in the columns, below their captions.
    """

    thing: T
    height: float
    needs: float | None = None
    again: "Entry[T] | None" = None
    captioned: bool = True


@dataclass(frozen=True, slots=True)
class ListPages:
    """`about` are the title of the list and what it is of; `foot` is told at the foot of later pages, else both are."""

    frame: ListFrame
    columns: Sequence[Column]
    about: tuple[str, str]
    language: str
    foot: str = ""

    def drawn(self, entries: Iterable[Entry[T]], draw: Callable[[T, float], Iterable[Placed]]) -> Iterator[Drawing]:
        """Page after page; `draw` gives what stands at a height of the page."""
        pages = self._shared_out(entries)
        for number, held in enumerate(pages):
            placed = tuple(self._placed(number, len(pages), held, draw))
            size = self.frame.width, self.frame.height
            yield Drawing(*size, "", placed, title=": ".join(self.about), language=self.language)

    def _shared_out(self, entries: Iterable[Entry[T]]) -> list[list[Entry[T]]]:
        """A page begins where there is no room for what comes next."""
        pages: list[list[Entry[T]]] = [[]]
        free = self._room(0)
        for entry in entries:
            needs = entry.height if entry.needs is None else entry.needs
            if needs + _captions(entry, pages[-1]) > free and pages[-1]:
                pages.append([])
                free = self._room(len(pages) - 1)
                if entry.again is not None:
                    free -= entry.again.height + _captions(entry.again, pages[-1])
                    pages[-1].append(entry.again)
            free -= entry.height + _captions(entry, pages[-1])
            pages[-1].append(entry)
        return pages

    def _room(self, page: int) -> float:
        """With that of the captions, which not every page has."""
        return self.frame.room(page) + CAPTIONS

    def _placed(
        self, number: int, count: int, held: Sequence[Entry[T]], draw: Callable[[T, float], Iterable[Placed]]
    ) -> Iterator[Placed]:
        if number == 0:
            yield from self.frame.heading()
        y, above = self.frame.top(number) - CAPTIONS, True
        for entry in held:
            if above and entry.captioned:
                y, above = y + CAPTIONS, False
                yield from self.frame.captions(((MARGIN + left, width, told) for left, width, told in self.columns), y)
            yield from draw(entry.thing, y)
            y += entry.height
        yield from self.frame.footed(number, count, self.foot or " · ".join(self.about))


def _captions(entry: Entry[T], page: Iterable[Entry[T]]) -> float:
    """The height of the captions that come with what comes next on a page."""
    return CAPTIONS if entry.captioned and not any(each.captioned for each in page) else 0.0
