"""Patches: what has changed since the last print, alone and at its printed size, to be cut out and glued over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from desktop.drawing.lettering import QUIET, Face, Lettering
from desktop.drawing.shapes import Box, Figure, Glyphs, Placed, Shape
from desktop.drawing.workwall import DASH, FAINT
from desktop.layout.places import Rect
from desktop.plan.area import Area, area
from desktop.plan.page import MM, Sheet, View
from desktop.plan.paper import paper, turned
from desktop.plan.shelves import shelves
from desktop.plan.tiles import TilePlan
from desktop.poster.keeping import Compared
from desktop.poster.press import Made, Press

EDGE = 1.0
"""mm; the paper around a card, which makes the cut easy."""

CAPTION = 5.0
"""mm under each patch for where it goes; it is cut off."""

SPACE = 4.0
"""mm between patches."""

SMALL = Face(8, "semibold", QUIET)
USUAL = "A4"


def patches(
    press: Press, made: Sequence[Made], plans: Sequence[TilePlan | None], compared: Compared
) -> Iterator[Sheet]:
    """Sheets full of patches: new and changed cards; what has only moved is on the sheets that have changed.

    A card that is larger than a sheet comes in pieces, each on a sheet of its own.
    """
    for poster, plan, changes in zip(made, plans, compared.changes, strict=True):
        inked = changes.inked if changes else {}
        cut = [each for each in poster.drawing.placed if each.figure.id in inked and each.figure.role == "card"]
        yield from _PatchPen(press, poster, plan).sheets(cut)


class _PatchPen:
    """Lays the patches of one poster out on sheets."""

    def __init__(self, press: Press, made: Made, plan: TilePlan | None) -> None:
        tiling = press.settings.tiling
        name = tiling.sheet if tiling and not paper(tiling.sheet).is_roll else USUAL
        self._ground: Area = area(turned(paper(name), "portrait")[0], tiling.margin if tiling else None)
        self._made, self._plan = made, plan
        self._unit = made.page.scale / MM
        self._lettering = Lettering(press.typesetter)

    def sheets(self, cut: Sequence[Placed]) -> Iterator[Sheet]:
        left, top, _, _ = self._ground.margin
        width, height = self._room
        whole = [each for each in cut if self._fits(each)]
        for page in shelves([self._size(each) for each in whole], width, height, SPACE):
            placed = [self._patch(whole[at], left + x, top + y) for at, x, y in page]
            yield self._sheet([each for pair in placed for each in pair])
        for each in cut:
            if not self._fits(each):
                yield from self._pieces(each)

    def _fits(self, placed: Placed) -> bool:
        return all(side <= room for side, room in zip(self._size(placed), self._room, strict=True))

    @property
    def _room(self) -> tuple[float, float]:
        """What a sheet has room for, in mm."""
        width, height = self._ground.room
        return width / MM, height / MM

    def _pieces(self, placed: Placed) -> Iterator[Sheet]:
        """Equal parts of a card, row by row, as few as will do."""
        left, top, _, _ = self._ground.margin
        size, room = self._size(placed), self._room
        across, down = ceil(size[0] / room[0]), ceil((size[1] - CAPTION) / (room[1] - CAPTION))
        width, height = size[0] / across, (size[1] - CAPTION) / down
        for number in range(across * down):
            row, column = divmod(number, across)
            caption = f"{self._where(placed)} · {number + 1}/{across * down}".strip(" ·")
            frame = self._frame(width, height, caption, left, top)
            card = self._card(placed, left - column * width, top - row * height)
            clip = Rect(left * MM, top * MM, width * MM, height * MM)
            yield self._sheet([frame], self._view([card], clip))

    def _size(self, placed: Placed) -> tuple[float, float]:
        return placed.figure.width * self._unit + 2 * EDGE, placed.figure.height * self._unit + 2 * EDGE + CAPTION

    def _patch(self, placed: Placed, x: float, y: float) -> tuple[Placed, Placed]:
        """The card, in the poster's units, and its outline with a caption."""
        width, height = self._size(placed)
        return self._frame(width, height - CAPTION, self._where(placed), x, y), self._card(placed, x, y)

    def _frame(self, width: float, height: float, caption: str, x: float, y: float) -> Placed:
        """Where it is cut, and under it where it goes; in mm."""
        unit = self._unit
        outline = Box(0.0, 0.0, width, height, "", FAINT, 0.2, (0.0,) * 4, DASH)
        words = self._lettering.line(caption, 0.0, height + 3.5, SMALL)
        marks = (_grown(outline, unit), *(_enlarged(glyphs, unit) for glyphs in words))
        return Placed(x / unit, y / unit, Figure("", "mark", "", width / unit, (height + CAPTION) / unit, marks))

    def _card(self, placed: Placed, x: float, y: float) -> Placed:
        unit = self._unit
        return Placed((x + EDGE) / unit, (y + EDGE) / unit, placed.figure, placed.lane, placed.step)

    def _where(self, placed: Placed) -> str:
        """The sheet that it is glued on."""
        page = self._made.page
        x = (page.x + (placed.x + placed.figure.width / 2) * page.scale) / MM
        y = (page.y + (placed.y + placed.figure.height / 2) * page.scale) / MM
        tiles = self._plan.tiles if self._plan else ()
        return next((tile.name for tile in tiles if tile.inner.contains(x, y)), self._made.title)

    def _sheet(self, placed: Sequence[Placed], *others: View) -> Sheet:
        page = self._ground
        return Sheet(page.width * MM, page.height * MM, (self._view(placed), *others))

    def _view(self, placed: Sequence[Placed], clip: Rect | None = None) -> View:
        page, unit = self._ground, self._unit
        drawing = replace(
            self._made.drawing,
            width=page.width / unit,
            height=page.height / unit,
            background="",
            placed=tuple(placed),
            bookmarks=(),
        )
        return View(drawing, 0.0, 0.0, self._made.page.scale, clip=clip)


def _grown(box: Box, unit: float) -> Shape:
    dash = tuple(length / unit for length in box.dash)
    rect = Rect(box.x / unit, box.y / unit, box.width / unit, box.height / unit)
    return Box(*rect, "", box.stroke, box.stroke_width / unit, (0.0,) * 4, dash)


def _enlarged(glyphs: Glyphs, unit: float) -> Glyphs:
    return glyphs._replace(x=glyphs.x / unit, y=glyphs.y / unit, size=glyphs.size / unit)
