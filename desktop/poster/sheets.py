"""The sheets of a poster: one of its own size, or many that are glued together, an assembly map before them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.drawing.bands import band_drawing
from desktop.drawing.leaf import Leaf, Side
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Drawing
from desktop.drawing.sheetlabels import has_room
from desktop.drawing.sheetmarks import ground, marks
from desktop.layout.places import Rect
from desktop.plan.page import MM, Sheet, View
from desktop.plan.settings import Tiling
from desktop.plan.tiles import Tile, TilePlan
from desktop.poster.assembly import assembly_sheet
from desktop.poster.bleeds import MARKS, bled, points
from desktop.poster.press import Made, Press
from desktop.poster.repeats import repeated

Told = Callable[[str, int, int], None]

BLANK, LINE = (70.0, 12.0), 3.6
"""Widths and height in mm of the words of a sheet where they stand on the poster itself: all of them, or its name."""


def whole(press: Press, made: Made) -> Sheet:
    """The poster on one sheet, with bleed and crop marks as the settings ask."""
    return bled(press, made)


def tiled(press: Press, made: Made, plan: TilePlan, progress: Told = lambda *_: None) -> tuple[Sheet, ...]:
    """The sheets of the plan that have ink, only those asked for, or all after the assembly map."""
    tiling = press.settings.tiling or Tiling()
    chosen = printed(plan, tiling)
    pen = SheetPen(press, made, plan, tiling)
    sheets = [assembly_sheet(press, made, plan, tiling)] if tiling.assembly and not tiling.only else []
    for number, tile in enumerate(chosen):
        progress("sheets", number, len(chosen))
        sheets.append(pen.sheet(tile))
    return tuple(sheets)


def printed(plan: TilePlan, tiling: Tiling) -> tuple[Tile, ...]:
    """The sheets that are printed: those with ink, or those of them that are asked for again."""
    wanted = {name.strip().upper() for name in tiling.only}
    return tuple(tile for tile in plan.tiles if not tile.blank and (not wanted or tile.name in wanted))


class SheetPen:
    """Makes the sheets of one poster."""

    def __init__(self, press: Press, made: Made, plan: TilePlan, tiling: Tiling) -> None:
        self._press, self._made, self._plan, self._tiling = press, made, plan, tiling
        self.lettering = Lettering(press.typesetter)
        self._poster = replace(made.drawing, background="")
        self.size = made.page.width / MM, made.page.height / MM
        inked = [tile for tile in plan.tiles if not tile.blank]
        self._numbers = {tile.name: number for number, tile in enumerate(inked, 1)}

    def sheet(self, tile: Tile) -> Sheet:
        leaf = self.leaf(tile)
        page = self._made.page
        poster = View(
            self._poster,
            page.x - leaf.origin[0] * MM,
            page.y - leaf.origin[1] * MM,
            page.scale,
            clip=points(leaf.shown),
        )
        under = View(ground(leaf, self._made.drawing.background), 0.0, 0.0, MM, artifact=True)
        over = View(self._marks(leaf), 0.0, 0.0, MM, layer=MARKS, artifact=True)
        views = (under, poster, *self._names(tile, leaf), over)
        title = f"{self._made.title} · {tile.name}" if self._made.title else tile.name
        return Sheet(leaf.width * MM, leaf.height * MM, views, label=title, title=title)

    def _names(self, tile: Tile, leaf: Leaf) -> tuple[View, ...]:
        """The names of lanes and stages, where they are repeated on every sheet."""
        if not self._tiling.repeat:
            return ()
        names = band_drawing(leaf, repeated(self._press, self._made, tile, leaf), self.lettering)
        return (View(names, 0.0, 0.0, MM, artifact=True),)

    def _marks(self, leaf: Leaf) -> Drawing:
        return marks(leaf, self.lettering, self._press.words)

    def leaf(self, tile: Tile) -> Leaf:
        """The sheet as paper: its part of the poster in the corner of what can be printed that is not cut off."""
        size = self._plan.sheet
        left, top, right, bottom = size.margin
        room = Rect(left, top, size.width - left - right, size.height - top - bottom)
        shown = _anchored(tile.rect, room, "left-top" if self._tiling.repeat else self._tiling.glue)
        origin = (tile.rect.x - shown.x, tile.rect.y - shown.y)
        leaf = Leaf(
            width=size.width,
            height=size.height,
            room=room,
            shown=shown,
            inner=_moved(tile.inner, origin),
            name=tile.name,
            sides=_sides(tile, self._tiling.glue),
            origin=origin,
            number=self._numbers.get(tile.name, 1),
            count=len(self._numbers),
            title=self._made.drawing.title,
            part=self._made.title,
        )
        blank = None if has_room(leaf) else self._blank(tile)
        return replace(leaf, blank=_moved(blank, origin)) if blank else leaf

    def _blank(self, tile: Tile) -> Rect | None:
        """A place on the sheet's own part where no figure stands, as near to its upper or lower end as there is one."""
        inked = [rect for rect in self._inked() if rect.meets(tile.inner)]
        places = (place for width in BLANK for place in _places(tile.inner, width))
        return next((place for place in places if not any(place.meets(rect) for rect in inked)), None)

    def _inked(self) -> Iterator[Rect]:
        """The boxes of all figures, in mm of the poster."""
        page = self._made.page
        scale = page.scale / MM
        for placed in self._poster.placed:
            figure, over = placed.figure, placed.figure.overhang if placed.figure.role != "rule" else 0.0
            x, y = page.x / MM + (placed.x - over) * scale, page.y / MM + (placed.y - over) * scale
            yield Rect(x, y, (figure.width + 2 * over) * scale, (figure.height + 2 * over) * scale)


def _places(inner: Rect, wished: float) -> list[Rect]:
    """Where a line of words could stand, in rows at the left and at the right; first those near an end."""
    width, down = min(wished, inner.width), inner.height - LINE
    rows = max(1, int(down / LINE) + 1)
    ys = [inner.y + down * row / max(1, rows - 1) for row in range(rows)]
    places = [Rect(x, y, width, LINE) for y in ys for x in (inner.x, inner.right - width)]
    return sorted(places, key=lambda place: min(place.y - inner.y, inner.bottom - place.bottom))


def _anchored(rect: Rect, room: Rect, glue: str) -> Rect:
    """The part of the poster on the sheet: at the sides that get glue, so that what is spare is cut off; beside the
    names of lanes and stages where these are repeated."""
    x, y = room.x, room.y
    if glue == "right-bottom":
        x, y = room.right - rect.width, room.bottom - rect.height
    elif glue == "butt":
        x, y = room.x + (room.width - rect.width) / 2, room.y + (room.height - rect.height) / 2
    return Rect(x, y, rect.width, rect.height)


def _moved(rect: Rect, origin: tuple[float, float]) -> Rect:
    return Rect(rect.x - origin[0], rect.y - origin[1], rect.width, rect.height)


def _sides(tile: Tile, glue: str) -> dict[str, Side]:
    """How each side ends: the poster's own edge where there is no neighbour."""
    glued: Sequence[str] = () if glue == "butt" else glue.split("-")
    neighbours = {"left": tile.left, "top": tile.above, "right": tile.right, "bottom": tile.below}
    return {
        name: Side(("glue" if name in glued else "trim") if other else "edge", other)
        for name, other in neighbours.items()
    }
