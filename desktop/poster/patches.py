"""Patches: what has changed since the last print, alone and at its printed size, to be cut out and glued over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from desktop.poster.refusals import PosterError

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

    Raises PosterError when a card is larger than a sheet.
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
        self._name, self._made, self._plan = name, made, plan
        self._unit = made.page.scale / MM
        self._lettering = Lettering(press.typesetter)

    def sheets(self, cut: Sequence[Placed]) -> Iterator[Sheet]:
        left, top, _, _ = self._ground.margin
        width, height = (side / MM for side in self._ground.room)
        sizes = [self._size(each) for each in cut]
        if any(size[0] > width or size[1] > height for size in sizes):
            raise PosterError(f"a changed card is larger than {self._name}; print its sheets again instead")
        for page in shelves(sizes, width, height, SPACE):
            placed = [self._patch(cut[at], left + x, top + y) for at, x, y in page]
            yield self._sheet([each for pair in placed for each in pair])

    def _size(self, placed: Placed) -> tuple[float, float]:
        return placed.figure.width * self._unit + 2 * EDGE, placed.figure.height * self._unit + 2 * EDGE + CAPTION

    def _patch(self, placed: Placed, x: float, y: float) -> tuple[Placed, Placed]:
        """The card, in the poster's units, and its outline with a caption."""
        width, height = self._size(placed)
        unit = self._unit
        outline = Box(0.0, 0.0, width, height - CAPTION, "", FAINT, 0.2, (0.0,) * 4, DASH)
        words = self._lettering.line(self._where(placed), 0.0, height - CAPTION + 3.5, SMALL)
        marks = (_grown(outline, unit), *(_enlarged(glyphs, unit) for glyphs in words))
        frame = Figure("", "mark", "", width / unit, height / unit, marks)
        at = Placed((x + EDGE) / unit, (y + EDGE) / unit, placed.figure, placed.lane, placed.step)
        return Placed(x / unit, y / unit, frame), at

    def _where(self, placed: Placed) -> str:
        """The sheet that it is glued on."""
        page = self._made.page
        x = (page.x + (placed.x + placed.figure.width / 2) * page.scale) / MM
        y = (page.y + (placed.y + placed.figure.height / 2) * page.scale) / MM
        tiles = self._plan.tiles if self._plan else ()
        return next((tile.name for tile in tiles if tile.inner.contains(x, y)), self._made.title)

    def _sheet(self, placed: Sequence[Placed]) -> Sheet:
        page, unit = self._ground, self._unit
        drawing = replace(
            self._made.drawing,
            width=page.width / unit,
            height=page.height / unit,
            background="",
            placed=tuple(placed),
            bookmarks=(),
        )
        return Sheet(page.width * MM, page.height * MM, (View(drawing, 0.0, 0.0, self._made.page.scale),))


def _grown(box: Box, unit: float) -> Shape:
    dash = tuple(length / unit for length in box.dash)
    rect = Rect(box.x / unit, box.y / unit, box.width / unit, box.height / unit)
    return Box(*rect, "", box.stroke, box.stroke_width / unit, (0.0,) * 4, dash)


def _enlarged(glyphs: Glyphs, unit: float) -> Glyphs:
    return glyphs._replace(x=glyphs.x / unit, y=glyphs.y / unit, size=glyphs.size / unit)
