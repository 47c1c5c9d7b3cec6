"""What pages of a list have in common: a heading on the first, captions over a strong rule, a foot, parts of long rows.

Millimetres on a page 210 mm wide, or as wide as its shape makes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.drawing.lettering import PT, QUIET, Face, Lettering
from desktop.drawing.shapes import Figure, Path, Placed
from desktop.typeset.lines import TextLine

MARGIN, FOOT, GUTTER = 18.0, 12.0, 8.0
"""White round a page; the height of its foot; between two columns."""

CAPTIONS, BELOW = 6.5, 8.0
"""The height of the captions over the columns; between the heading and them."""

TITLE, SUBTITLE = Face(26, "bold", leading=1.15), Face(12, "regular", QUIET)
CAPTION, SMALL = Face(9, "semibold", QUIET), Face(9, "regular", QUIET)


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of text in one face; `gap` is what stays free above them."""

    face: Face
    lines: tuple[TextLine, ...]
    gap: float = 0.0

    @property
    def step(self) -> float:
        """From line to line."""
        return self.face.size * PT * self.face.leading

    @property
    def height(self) -> float:
        return self.gap + self.step * len(self.lines)


class ListFrame:
    """The frame of pages of one size; `under` are texts below the title, `page` is “{page} of {pages}”."""

    def __init__(
        self, size: tuple[float, float], title: str, under: Iterable[tuple[str, Face]], page: str, lettering: Lettering
    ) -> None:
        self.width, self.height = size
        self.inner = self.width - 2 * MARGIN
        self._page = page
        self._lettering = lettering
        texts = (("heading", title, TITLE), *(("legend", text, face) for text, face in under))
        self._heading = [
            (role, text, lettering.block(text, 0.0, 0.0, self.inner, face)) for role, text, face in texts if text
        ]

    def room(self, page: int) -> float:
        """What rows have on a page, counted from 0."""
        return self.height - MARGIN - FOOT - self.top(page)

    def top(self, page: int) -> float:
        """Where the first row begins."""
        return MARGIN + CAPTIONS + (0.0 if page else sum(block.height for *_, block in self._heading) + BELOW)

    def heading(self) -> Iterator[Placed]:
        """Title and subtitle, on the first page."""
        y = MARGIN
        for role, text, block in self._heading:
            yield Placed(MARGIN, y, Figure("", role, text, self.inner, block.height, block.ink))
            y += block.height + 1.0

    def captions(self, columns: Iterable[tuple[float, float, str]], bottom: float) -> Iterator[Placed]:
        """Left end, width and caption of each column, over a strong rule."""
        for x, width, caption in columns:
            ink = self._lettering.line(caption.upper(), 0.0, 3.0, CAPTION)
            yield Placed(x, bottom - 5.2, Figure("", "legend", caption, width, 4.0, ink))
        yield rule(MARGIN, bottom, self.inner, QUIET, 0.5)

    def footed(self, number: int, count: int, told: str) -> Iterator[Placed]:
        """Which page this is, and from the second on of what."""
        y = self.height - MARGIN - 4.0
        page = self._page.format(page=number + 1, pages=count)
        wide = self._lettering.width(page, SMALL)
        ink = self._lettering.line(page, 0.0, 4.0, SMALL)
        yield Placed(self.width - MARGIN - wide, y, Figure("", "footer", page, wide, 4.0, ink))
        lines = self._lettering.lines(told, self.inner - wide - GUTTER, SMALL)[:1] if number else ()
        if lines:
            ink = self._lettering.set(lines, 0.0, 4.0 - SMALL.size * PT, SMALL)
            yield Placed(MARGIN, y, Figure("", "footer", told, self.inner - wide - GUTTER, 4.0, ink))


def rule(x: float, y: float, width: float, colour: str, line: float) -> Placed:
    """A line across."""
    path = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", colour, line)
    return Placed(x, y, Figure("", "rule", "", width, 0.0, (path,), line / 2))


def parted(settings: Iterable[Setting], room: float) -> Iterator[tuple[Setting, ...]]:
    """Lines in as many parts as it takes for each to find room."""
    part: list[Setting] = []
    free = room
    for each in settings:
        lines, gap = each.lines, each.gap
        while lines:
            most = int((free - gap) / each.step)
            if most < 1 and part:
                yield tuple(part)
                part, free, gap = [], room, 0.0
                continue
            part.append(Setting(each.face, lines[: max(most, 1)], gap))
            free -= part[-1].height
            lines = lines[max(most, 1) :]
    if part:
        yield tuple(part)
