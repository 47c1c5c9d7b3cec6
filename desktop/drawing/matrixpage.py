"""The matrix of impact and ease on a page: five by five cells, in each the opportunities that are judged so, in words.

Millimetres on a page 210 mm wide, or as wide as its shape makes it; larger paper shows it larger.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from desktop.drawing.backlogpages import BEST, Prospect, disc
from desktop.drawing.lettering import INK, LINE, PT, QUIET, Block, Face, Lettering
from desktop.drawing.listframe import CAPTION, MARGIN, SMALL, SUBTITLE, TITLE
from desktop.drawing.shapes import Box, Drawing, Figure, Placed, Shape
from desktop.layout.style import Style

SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
"""pt; the type of words in cells, as large as the fullest allows that holds words at all."""

SET = 1.22
"""From line to line, in sizes."""

AXIS, BROADEST = 9.0, 26.0
"""Below the cells for the words of an axis; the most that those of the other take left of them."""

CLEAR = 2.5
"""From the words of an axis to the cells."""

PAD, GAP, BESIDE, CORNER = 2.2, 1.6, 1.6, 5.0
"""Within a cell; between two opportunities; from a disc to the words; for what a corner is good for."""

MOST = 0.3
"""Of the page's height for those that nobody has judged."""

NAMED = Face(10, "semibold")
CORNERS = {(BEST, BEST): "first", (BEST, 1): "plan", (1, BEST): "fill", (1, 1): "leave"}
"""What an opportunity in a corner (impact, ease) is good for."""

Cells = dict[tuple[int, int], list[Prospect]]


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands on the page: title, the map, the axes from low to high with their names in the middle, the corners
    by their codes, what stands over those that nobody has judged."""

    title: str
    map: str
    impact: tuple[str, str, str]
    ease: tuple[str, str, str]
    corners: dict[str, str]
    unjudged: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Page:
    """The page, and whether some opportunities are only told by their numbers."""

    drawing: Drawing
    short: bool


def matrix_page(
    prospects: Sequence[Prospect], size: tuple[float, float], sayings: Sayings, style: Style, lettering: Lettering
) -> Page | None:
    """The page of this width and height; None without prospects."""
    return _Matrix(prospects, size, sayings, style, lettering).page() if prospects else None


class _Matrix:
    def __init__(
        self,
        prospects: Sequence[Prospect],
        size: tuple[float, float],
        sayings: Sayings,
        style: Style,
        lettering: Lettering,
    ) -> None:
        self._width, self._height = size
        self._sayings = sayings
        self._style = style
        self._lettering = lettering
        self._cells, self._waiting = _sorted(prospects)
        self._inner = self._width - 2 * MARGIN
        self._heading = [
            (role, text, lettering.block(text, 0.0, 0.0, self._inner, face))
            for role, text, face in (("heading", sayings.title, TITLE), ("legend", sayings.map, SUBTITLE))
            if text
        ]
        self._rest = self._unjudged()
        self._side = self._beside()
        top = MARGIN + sum(block.height + 1.0 for *_, block in self._heading) + 4.0
        below = self._rest.height + 6.0 if self._waiting else 0.0
        left, high = self._side + CLEAR, self._height - MARGIN - AXIS - below - top
        self._grid = Box(MARGIN + left, top, self._inner - left, high, "", LINE, 0.35)

    def page(self) -> Page:
        """Heading, ground, axes, and the cells."""
        wordy = {
            grades for grades, held in self._cells.items() if self._fits(grades, held, Face(SIZES[-1], leading=SET))
        }
        face = self._face(wordy)
        placed = [*self._head(), *self._ground(), *self._axes()]
        for grades, held in self._cells.items():
            placed += self._in_words(grades, held, face) if grades in wordy else self._in_discs(grades, held)
        short = len(wordy) < len(self._cells)
        if self._waiting:
            y = self._grid.y + self._grid.height + AXIS + 4.0
            figure = Figure("", "details", self._told(), self._inner, self._rest.height, self._rest.ink)
            placed.append(Placed(MARGIN, y, figure))
            short = short or not self._rest.ink
        title = f"{self._sayings.title}: {self._sayings.map}"
        drawing = Drawing(self._width, self._height, "", tuple(placed), title=title, language=self._sayings.language)
        return Page(drawing, short)

    def _face(self, wordy: Collection[tuple[int, int]]) -> Face:
        """The largest type in which each of these cells holds its words."""
        faces = (Face(size, leading=SET) for size in SIZES)
        fitting = (face for face in faces if all(self._fits(grades, self._cells[grades], face) for grades in wordy))
        return next(fitting, Face(SIZES[-1], leading=SET))

    def _fits(self, grades: tuple[int, int], held: Sequence[Prospect], face: Face) -> bool:
        return self._high(held, face) <= self._room(grades).height

    def _high(self, held: Sequence[Prospect], face: Face) -> float:
        return sum(self._block(one, face).height + GAP for one in held) - GAP

    def _block(self, one: Prospect, face: Face) -> Block:
        """The words of an opportunity beside its disc."""
        wide = self._grid.width / BEST - 2 * PAD - _disc(face) - BESIDE
        own = self._lettering.block(one.text or "–", 0.0, 0.0, wide, face)
        return own._replace(height=max(own.height, _disc(face)))

    def _cell(self, grades: tuple[int, int]) -> Box:
        """Impact goes up, ease to the right."""
        impact, ease = grades
        wide, high = self._grid.width / BEST, self._grid.height / BEST
        return Box(self._grid.x + (ease - 1) * wide, self._grid.y + (BEST - impact) * high, wide, high)

    def _room(self, grades: tuple[int, int]) -> Box:
        """What a cell has for words; a corner less."""
        cell, taken = self._cell(grades), CORNER if grades in CORNERS else 0.0
        down = taken if grades[0] == BEST else 0.0
        return Box(cell.x + PAD, cell.y + PAD + down, cell.width - 2 * PAD, cell.height - 2 * PAD - taken)

    def _in_words(self, grades: tuple[int, int], held: Sequence[Prospect], face: Face) -> Iterator[Placed]:
        room = self._room(grades)
        y = room.y + (room.height - self._high(held, face)) / 2
        size = _disc(face)
        for one in held:
            block = self._block(one, face)
            wide = room.width - size - BESIDE
            first = face.size * PT * face.leading / 2
            ink = self._lettering.block(one.text or "–", size + BESIDE, 0.0, wide, face).ink
            shapes = (*self._disc(one, size / 2, max(first, size / 2), size), *ink)
            yield Placed(room.x, y, Figure(one.id, "details", self._said(one), room.width, block.height, shapes))
            y += block.height + GAP

    def _in_discs(self, grades: tuple[int, int], held: Sequence[Prospect]) -> Iterator[Placed]:
        """Numbers alone, in rows, smaller where there are many."""
        room, size = self._room(grades), _disc(Face(10.0))
        across = max(1, int(room.width // size))
        while -(-len(held) // across) * size > room.height and size > 1.0:
            size *= 0.9
            across = max(1, int(room.width // size))
        for at, one in enumerate(held):
            x, y = room.x + at % across * size, room.y + at // across * size
            shapes = self._disc(one, size / 2, size / 2, size * 0.94)
            yield Placed(x, y, Figure(one.id, "details", self._said(one), size, size, tuple(shapes)))

    def _disc(self, one: Prospect, x: float, y: float, size: float) -> tuple[Shape, ...]:
        inks = self._style.kind("opportunity").edge, self._style.colours["paper"]
        return disc(one.number, (x, y), size, inks, self._lettering, filled=one.strong)

    def _head(self) -> Iterator[Placed]:
        y = MARGIN
        for role, text, block in self._heading:
            yield Placed(MARGIN, y, Figure("", role, text, self._inner, block.height, block.ink))
            y += block.height + 1.0

    def _ground(self) -> Iterator[Placed]:
        """The best corner tinted, the lines between the cells, and what the corners are good for."""
        grid = self._grid
        best = Box(grid.width * 3 / BEST, 0.0, grid.width * 2 / BEST, grid.height * 2 / BEST, self._tint())
        lines = (
            Box(
                grid.width / BEST * column,
                grid.height / BEST * row,
                grid.width / BEST,
                grid.height / BEST,
                "",
                LINE,
                0.2,
            )
            for column in range(BEST)
            for row in range(BEST)
        )
        frame = grid._replace(x=0.0, y=0.0, stroke=QUIET)
        figure = Figure("", "rule", "", grid.width, grid.height, (best, *lines, frame), 0.2)
        yield Placed(grid.x, grid.y, figure)
        for grades, code in CORNERS.items():
            yield self._corner(grades, self._sayings.corners[code])

    def _tint(self) -> str:
        """The fill of opportunities; none where the theme has no fills."""
        kind = self._style.kind("opportunity")
        return "" if kind.outline else kind.fill

    def _corner(self, grades: tuple[int, int], text: str) -> Placed:
        cell, right = self._cell(grades), float(grades[1] == BEST)
        x = cell.width - PAD if right else PAD
        baseline = PAD + 2.6 if grades[0] == BEST else cell.height - PAD
        ink = self._lettering.line(text, x, baseline, self._small(cell.width - 2 * PAD), align=right)
        return Placed(cell.x, cell.y, Figure("", "legend", text, cell.width, cell.height, ink, cell.width))

    def _small(self, room: float) -> Face:
        """For the words of corners: as captions are, or smaller where the longest finds no room in a narrow cell."""
        widest = max(self._lettering.width(text, CAPTION) for text in self._sayings.corners.values())
        return CAPTION._replace(size=CAPTION.size * min(1.0, room / max(widest, 1.0)))

    def _axes(self) -> Iterator[Placed]:
        """Ease below from the left to the right; impact at the left, its words upright one above the other."""
        grid = self._grid
        low, name, high = self._sayings.ease
        for text, share, face in ((low, 0.0, SMALL), (name, 0.5, NAMED), (high, 1.0, SMALL)):
            ink = self._lettering.line(text, share * grid.width, 5.0, face, align=share)
            yield Placed(grid.x, grid.y + grid.height, Figure("", "legend", text, grid.width, AXIS, ink, 1.0))
        for text, share, face in self._impact():
            yield self._upright(text, share, face)

    def _impact(self) -> tuple[tuple[str, float, Face], ...]:
        """The words left of the cells, and how far down each stands."""
        low, name, high = self._sayings.impact
        return (low, 1.0, SMALL), (name, 0.5, NAMED), (high, 0.0, SMALL)

    def _beside(self) -> float:
        """What these words take, each on one line where it is no sentence."""
        return min(BROADEST, max(self._lettering.width(text, face) + 0.2 for text, _, face in self._impact()))

    def _upright(self, text: str, share: float, face: Face) -> Placed:
        """A word left of the cells, flush with the heading: at the top, in the middle or at the foot."""
        block = self._lettering.block(text, 0.0, 0.0, self._side, face)
        y = self._grid.y + share * (self._grid.height - block.height)
        return Placed(MARGIN, y, Figure("", "legend", text, self._side, block.height, block.ink, 1.0))

    def _unjudged(self) -> Block:
        """Those that nobody has judged as a paragraph; nothing but a count where they would take too much room."""
        if not self._waiting:
            return Block((), 0.0)
        block = self._lettering.block(self._told(), 0.0, 0.0, self._inner, Face(9, "regular", INK))
        return block if block.height <= MOST * self._height else Block((), 0.0)

    def _told(self) -> str:
        return f"{self._sayings.unjudged}: {'; '.join(one.text for one in self._waiting)}"

    def _said(self, one: Prospect) -> str:
        return f"{one.number}: {one.text}"


def _disc(face: Face) -> float:
    """The diameter of a disc beside this type."""
    return 1.55 * face.size * PT


def _sorted(prospects: Sequence[Prospect]) -> tuple[Cells, list[Prospect]]:
    """Those of each cell, and those that nobody has judged."""
    cells: Cells = {}
    waiting = []
    for one in prospects:
        if one.impact and one.ease:
            cells.setdefault((one.impact, one.ease), []).append(one)
        else:
            waiting.append(one)
    return cells, waiting
