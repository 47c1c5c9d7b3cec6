"""The assembly map: the poster in small with its sheets, and what to do with them. Millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.drawing import pictograms
from desktop.drawing.lettering import INK, LINE, QUIET, Block, Face, Lettering
from desktop.drawing.pictograms import HIGH
from desktop.drawing.rulers import RULER, Point, lines, ruler
from desktop.drawing.shapes import Box, Drawing, Ellipse, Figure, Placed, Shape
from desktop.layout.places import Rect
from desktop.layout.style import Words

PAD, GAP = 5.0, 5.0
"""Within what can be printed, and between the parts of the page."""

TITLE, CAPTION = Face(20.0, "bold", leading=1.15), Face(7.0, "semibold", QUIET)
VALUE, NOTE, STEP = Face(11.0, "bold"), Face(7.5, "regular", QUIET), Face(8.5)
HEAD = Face(9.0, "semibold", QUIET)

FACT = 32.0
"""The least width of a fact."""

STEPS, COLUMN, UNDER = 52.0, 56.0, 1.5
"""The least width of a step in a row, its width in a column, and the room between its picture and its words."""

MEASURE = 8.0
"""The height of the ruler with what is above it."""

WHITE = "#FFFFFF"
SHADE = "#E4E4E4"


class Cell(NamedTuple):
    """A sheet on the poster: its name, its own part in mm of the poster, whether it stays blank."""

    name: str
    inner: Rect
    blank: bool = False


class Fact(NamedTuple):
    """A caption, what it says, and what more there is to it in small."""

    caption: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assembly:
    """What an assembly map tells. `room` is what of the page can be printed, `poster` its width and height; `trimmed`
    the sides that are cut off, `glue` as in the settings."""

    width: float
    height: float
    room: Rect
    poster: tuple[float, float]
    cells: Sequence[Cell]
    across: int
    down: int
    title: str
    facts: Sequence[Fact]
    steps: Sequence[str]
    trimmed: frozenset[str]
    glue: str = "left-top"


class _Part(NamedTuple):
    """A figure of the page; what is `said` is read out, the rest is ornament."""

    name: str
    ink: tuple[Shape, ...]
    said: bool = False


class _Plan(NamedTuple):
    """Where the poster goes, and the steps."""

    space: Rect
    parts: tuple[_Part, ...]


class AssemblyPen:
    """Lays out and draws one assembly map."""

    def __init__(self, told: Assembly, lettering: Lettering, words: Words) -> None:
        self._told, self._lettering, self._words = told, lettering, words
        room = told.room
        self._body = Rect(room.x + PAD, room.y + PAD, room.width - 2 * PAD, room.height - 2 * PAD)
        self._head, top = self._heading()
        self._facts, top = self._fact_row(top + GAP)
        foot = self._body.bottom - MEASURE
        below, beside = self._below(top, foot), self._beside(top, foot)
        best = beside if beside and self._scale(beside.space) > self._scale(below.space) else below
        self._is_beside = best is beside
        self._space, self._steps = best.space, (*best.parts, *self._measure(self._body.bottom - 1.0))

    @property
    def poster(self) -> Rect:
        """Where the poster in small lies on the page."""
        (width, height), scale = self._told.poster, self._scale(self._space)
        left = self._space.x + (0.0 if self._is_beside else (self._space.width - width * scale) / 2)
        return Rect(left, self._space.y, width * scale, height * scale)

    def _scale(self, space: Rect) -> float:
        width, height = self._told.poster
        return min(space.width / width, space.height / height)

    def under(self) -> Drawing:
        """The poster's ground."""
        rect = self.poster
        return self._drawing([_Part("ground", (Box(*rect, WHITE),))])

    def over(self) -> Drawing:
        """The sheets on the poster, and all that illustrates the words."""
        parts = (*self._head, *self._facts, *self._steps)
        sheets = _Part("assembly-sheets", tuple(self._sheets()))
        return self._drawing([*(part for part in parts if not part.said), sheets])

    def words(self) -> Drawing:
        """What is read out: title, facts, and steps, each a figure of its own."""
        parts = (*self._head, *self._facts, *self._steps)
        return self._drawing([part for part in parts if part.said])

    def _drawing(self, parts: Sequence[_Part]) -> Drawing:
        width, height = self._told.width, self._told.height
        placed = (Placed(0.0, 0.0, Figure("", "mark", part.name, width, height, part.ink)) for part in parts)
        return Drawing(width, height, "", tuple(placed))

    def _heading(self) -> tuple[tuple[_Part, ...], float]:
        body, pen = self._body, self._lettering
        caption = pen.block(self._words("assembly.title"), body.x, body.y, body.width, HEAD)
        title = pen.block(self._told.title, body.x, body.y + caption.height, body.width, TITLE)
        parts = tuple(_Part("assembly-head", block.ink, said=True) for block in (caption, title))
        return parts, body.y + caption.height + title.height

    def _fact_row(self, top: float) -> tuple[tuple[_Part, ...], float]:
        """The facts side by side between two rules, in as many rows as it takes."""
        body, facts = self._body, self._told.facts
        across = max(1, min(len(facts), int(body.width // FACT)))
        wide, parts, y = body.width / across, list[_Part](), top + 1.5
        for first in range(0, len(facts), across):
            blocks = [
                self._fact(fact, body.x + number * wide, y, wide - 4.0)
                for number, fact in enumerate(facts[first : first + across])
            ]
            parts += [_Part("assembly-facts", block.ink, said=True) for block in blocks]
            y += max(block.height for block in blocks) + 1.5
        return (*parts, _Part("assembly-facts", (_rule(body, top), _rule(body, y)))), y

    def _fact(self, fact: Fact, x: float, y: float, width: float) -> Block:
        pen = self._lettering
        caption = pen.block(fact.caption, x, y, width, CAPTION)
        value = pen.block(fact.value, x, y + caption.height, width, VALUE)
        height = caption.height + value.height
        note = pen.block(fact.note, x, y + height, width, NOTE) if fact.note else Block((), 0.0)
        return Block((*caption.ink, *value.ink, *note.ink), height + note.height)

    def _below(self, top: float, bottom: float) -> _Plan:
        """The steps in rows below the poster."""
        body, count = self._body, len(self._told.steps)
        across = 4 if body.width / 4 >= STEPS else 2 if body.width / 2 >= STEPS else 1
        wide = body.width / across
        rows = [range(first, min(first + across, count)) for first in range(0, count, across)]
        heights = [max(self._step_height(number, wide - 6.0) for number in row) for row in rows]
        y = bottom - sum(heights) - GAP * (len(rows) - 1)
        space = Rect(body.x, top + GAP, body.width, max(1.0, y - top - 3 * GAP))
        parts = [_Part("assembly-steps", (_rule(body, y - GAP),))]
        for row, height in zip(rows, heights, strict=True):
            for column, number in enumerate(row):
                parts += self._step(number, body.x + column * wide, y, wide - 6.0)
            y += height + GAP
        return _Plan(space, tuple(parts))

    def _beside(self, top: float, bottom: float) -> _Plan | None:
        """The steps in a column at the right of the poster; None where they do not fit."""
        body, wide = self._body, COLUMN
        heights = [self._step_height(number, wide) for number in range(len(self._told.steps))]
        if top + GAP + sum(heights) + 2.0 * (len(heights) - 1) > bottom:
            return None
        space = Rect(body.x, top + GAP, max(1.0, body.width - wide - 2 * GAP), bottom - top - 2 * GAP)
        gap = min(2 * GAP, (bottom - top - GAP - sum(heights)) / max(1, len(heights) - 1))
        parts, y = list[_Part](), top + GAP
        for number, height in enumerate(heights):
            parts += self._step(number, body.right - wide, y, wide)
            y += height + gap
        return _Plan(space, tuple(parts))

    def _step_height(self, number: int, width: float) -> float:
        return HIGH + UNDER + self._lettering.block(self._told.steps[number], 0.0, 0.0, width, STEP).height

    def _measure(self, y: float) -> Iterator[_Part]:
        """The ruler, and what it is for."""
        body = self._body
        length = RULER if body.width > RULER + 20.0 else 50.0
        yield _Part("assembly-steps", tuple(ruler(body.x, y, self._lettering, length=length)))
        said = self._words("assembly.measure").format(length=f"{length:.0f}")
        block = self._lettering.block(said, body.x + length + 5.0, y - 4.2, body.width - length - 5.0, NOTE)
        yield _Part("assembly-steps", block.ink, said=True)

    def _step(self, number: int, x: float, y: float, width: float) -> Iterator[_Part]:
        """A picture with a number, and words below it."""
        yield _Part("assembly-steps", tuple(self._pictured(number, x, y)))
        words = self._lettering.block(self._told.steps[number], x, y + HIGH + UNDER, width, STEP)
        yield _Part("assembly-steps", words.ink, said=True)

    def _pictured(self, number: int, x: float, y: float) -> Iterator[Shape]:
        told, pen = self._told, self._lettering
        yield Ellipse(x + 2.6, y + 2.6, 2.6, 2.6, INK)
        yield from pen.middled(str(number + 1), x + 2.6, y + 2.6, Face(8.5, "bold", WHITE), align=0.5)
        left = x + 8.0
        if number == 0:
            yield from pictograms.exact(left, y, pen)
        elif number == 1:
            yield from pictograms.cut(left, y, told.trimmed)
        elif number == 2:
            yield from pictograms.glue(left, y, told.glue)
        else:
            yield from pictograms.order(left, y, told.across, told.down)

    def _sheets(self) -> Iterator[Shape]:
        """The seams, white under dark, and each sheet's name on a plate; blank ones are grey and have none."""
        rect = self.poster
        scale = rect.width / self._told.poster[0]
        places = [(cell, _scaled(cell.inner, rect, scale)) for cell in self._told.cells]
        yield from (Box(*place, SHADE) for cell, place in places if cell.blank)
        seams = [end for _, place in places for end in _seams(place, rect)]
        yield lines(seams, 1.1, WHITE)
        yield lines(seams, 0.35, INK)
        yield Box(*rect, "", QUIET, 0.35)
        for cell, place in places:
            if not cell.blank:
                yield from self._plate(cell.name, place)

    def _plate(self, name: str, place: Rect) -> Iterator[Shape]:
        """As large as the sheet allows, in its middle."""
        size = max(6.0, min(16.0, place.width * 0.8, place.height))
        face = Face(size, "bold")
        wide, high = self._lettering.width(name, face) + size * 0.22, self._lettering.capital(face) + size * 0.2
        x, y = place.x + place.width / 2, place.y + place.height / 2
        yield Box(x - wide / 2, y - high / 2, wide, high, WHITE, INK, 0.25, radii=(size * 0.07,) * 4)
        yield from self._lettering.middled(name, x, y, face, align=0.5)


def _scaled(inner: Rect, rect: Rect, scale: float) -> Rect:
    return Rect(rect.x + inner.x * scale, rect.y + inner.y * scale, inner.width * scale, inner.height * scale)


def _seams(place: Rect, rect: Rect) -> Iterator[tuple[Point, Point]]:
    """The right and the lower end of a sheet, where another follows."""
    if place.right < rect.right - 0.1:
        yield (place.right, place.y), (place.right, place.bottom)
    if place.bottom < rect.bottom - 0.1:
        yield (place.x, place.bottom), (place.right, place.bottom)


def _rule(body: Rect, y: float) -> Shape:
    return lines([((body.x, y), (body.right, y))], 0.25, LINE)
