"""A poster that is larger than the paper, spread over sheets that are glued together. Millimetres throughout.

Neighbouring sheets both show the overlap at their seam. The sheet that lies on top is trimmed at the seam and shows
no more than TRIM beyond it, so that no white remains where the knife slips; the rest of the overlap is on the other
sheet and carries the glue. For a butt joint both sheets are trimmed and show half of the overlap beyond the seam.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, inf

from desktop.layout.places import Rect
from desktop.plan.axis import EXACT, Limits, Span
from desktop.plan.bands import banded
from desktop.plan.paper import MOST, paper
from desktop.plan.seams import HARD, Obstacle, best_seams, hit_by
from desktop.plan.settings import MOST_SHEETS, Margin, Tiling
from desktop.plan.tilenames import tile_name

UNPRINTABLE: Margin = (5.0, 5.0, 5.0, 5.0)
"""What usual printers leave white: left, top, right, bottom."""

TRIM = 2.0
"""How far a sheet that lies on top shows what is beyond the seam."""

LEAST_NET = 20.0
"""So much of the poster, beside the overlap, a sheet must be able to show."""


Seams = tuple[tuple[float, ...], tuple[float, ...]]
"""From the left, and from the top."""


class TilingError(ValueError):
    """Sheets that no poster can be spread over. `code`: overlap (nothing of the sheet is left beside overlap and
    margins), many (more than MOST_SHEETS across or down), shape (the poster needs more than the sheets asked for)."""

    def __init__(self, code: str, tiling: Tiling) -> None:
        super().__init__(f"{code}: {tiling.sheet}, overlap {tiling.overlap:g} mm")
        self.code = code
        self.tiling = tiling


@dataclass(frozen=True, slots=True)
class SheetSize:
    """The paper as it lies, and what the printer leaves white: left, top, right, bottom.

    A side without an end, that of a roll, is `inf` until a plan gives it the length that is needed.
    """

    width: float
    height: float
    margin: Margin = UNPRINTABLE

    @property
    def net(self) -> tuple[float, float]:
        """Width and height of what can be printed."""
        left, top, right, bottom = self.margin
        return min(self.width, MOST) - left - right, min(self.height, MOST) - top - bottom

    @property
    def turned(self) -> "SheetSize":
        """By a quarter; as printers turn either way, opposite margins become the larger of the two."""
        left, top, right, bottom = self.margin
        across, down = max(top, bottom), max(left, right)
        return SheetSize(self.height, self.width, (across, down, across, down))


@dataclass(frozen=True, slots=True)
class Tile:
    """A sheet: `rect` is what it shows of the poster, overlap included, `inner` its own part between the seams.

    `left`, `right`, `above`, `below` name its neighbours, "" where there is none; `blank` when it has no ink.
    """

    name: str
    column: int
    row: int
    rect: Rect
    inner: Rect
    left: str = ""
    right: str = ""
    above: str = ""
    below: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class TilePlan:
    """A poster's sheets, row by row; `xs` and `ys` are its seams. `cut`: ids of the cards that seams go through,
    `plain_cut`: how many cards a plain grid of as many sheets would cut, `spoilt`: headers, titles and markers cut."""

    sheet: SheetSize
    tiles: tuple[Tile, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    overlap: float
    across: int
    down: int
    cut: tuple[str, ...] = ()
    plain_cut: int = 0
    spoilt: tuple[str, ...] = ()

    def tile(self, name: str) -> Tile | None:
        """The sheet of this name, in small or capital letters."""
        return next((tile for tile in self.tiles if tile.name == name.strip().upper()), None)


def sheet_size(tiling: Tiling) -> SheetSize:
    """The sheet as paper is named: short side across, a roll's width across. Raises PaperError."""
    size = paper(tiling.sheet)
    height = getattr(size, "height", None) or inf
    margin = UNPRINTABLE if tiling.margin is None else tiling.margin
    return SheetSize(size.width, height, margin)


def lying(tiling: Tiling, sheet: SheetSize) -> tuple[SheetSize, ...]:
    """The ways in which the sheet may lie; a roll's strips hang in portrait and run along the wall in landscape.

    Where names are repeated on every sheet, the bands that they stand in are a part of its margin.
    """
    portrait = sheet if sheet.width <= sheet.height else sheet.turned
    landscape = sheet if sheet.width > sheet.height else sheet.turned
    ways = {"portrait": (portrait,), "landscape": (landscape,)}.get(tiling.orientation, (landscape, portrait))
    return tuple(replace(way, margin=banded(way.margin)) for way in ways) if tiling.repeat else ways


def extent(tiling: Tiling, across: int, down: int) -> tuple[float, float]:
    """Width and height of the poster that so many sheets show; lying across where the orientation is left open."""
    return shown(lying(tiling, sheet_size(tiling))[0], tiling.overlap, across, down)


def shown(sheet: SheetSize, overlap: float, across: int, down: int) -> tuple[float, float]:
    """The same for sheets that lie as they do."""
    width, height = sheet.net
    return across * (width - overlap) + overlap, down * (height - overlap) + overlap


def plan(
    width: float,
    height: float,
    obstacles: Sequence[Obstacle],
    tiling: Tiling,
    sheet: SheetSize,
    *,
    shape: tuple[int, int] | None = None,
    seams: Seams | None = None,
) -> TilePlan:
    """The sheets for a poster of this size: as few as it takes, lying so that the fewest cards are cut.

    `shape` asks for so many sheets across and down, `seams` for those of an earlier plan, as long as the sheets still
    reach them. Raises TilingError.
    """
    grids = _grids(tiling, sheet, (width, height), shape)
    kept = next((grid for grid in grids if seams and grid.reaches(seams)), None)
    if kept and seams:
        return kept.planned(obstacles, seams)
    fewest = min(grid.sheets for grid in grids)
    plans = [grid.planned(obstacles) for grid in grids if grid.sheets == fewest]
    return min(plans, key=lambda each: (len(each.spoilt), len(each.cut)))


def _grids(tiling: Tiling, sheet: SheetSize, size: Span, shape: tuple[int, int] | None) -> list["_Grid"]:
    """The ways in which the sheets can lie and show all of the poster; raises TilingError where there is none."""
    found, refused = [], TilingError("shape", tiling)
    for way in lying(tiling, sheet):
        try:
            found.append(_Grid(way, tiling, size, shape))
        except TilingError as error:
            refused = error
    if not found:
        raise refused
    return found


class _Grid:
    """Sheets that lie one way, and how many of them it takes."""

    def __init__(self, sheet: SheetSize, tiling: Tiling, size: Span, shape: tuple[int, int] | None) -> None:
        self._sheet, self._tiling, self._size = sheet, tiling, size
        self._needed = tuple(_count(side, net, tiling) for side, net in zip(size, sheet.net, strict=True))
        self._counts = shape or self._needed
        if any(count < needed for count, needed in zip(self._counts, self._needed, strict=True)):
            raise TilingError("shape", tiling)

    @property
    def sheets(self) -> int:
        return self._counts[0] * self._counts[1]

    def reaches(self, seams: Seams) -> bool:
        """Whether sheets can end there."""
        return all(_possible(places, self._limits(direction)) for direction, places in enumerate(seams))

    def planned(self, obstacles: Sequence[Obstacle], seams: Seams | None = None) -> TilePlan:
        """With these seams, else with the best."""
        plain = self._even(0), self._even(1)
        xs, ys = seams or plain
        if seams is None and self._tiling.seams != "plain":
            xs, ys, _ = best_seams(obstacles, self._limits(0), self._limits(1))
        tiles = tuple(_tiles(self._size, (xs, ys), self._tiling, obstacles))
        hit = tuple(hit_by(obstacles, xs, ys))
        return TilePlan(
            sheet=self._grown(tiles),
            tiles=tiles,
            xs=xs,
            ys=ys,
            overlap=self._tiling.overlap,
            across=self._counts[0],
            down=self._counts[1],
            cut=_ids(each for each in hit if each.kind == "card"),
            plain_cut=len(_ids(each for each in hit_by(obstacles, *plain) if each.kind == "card")),
            spoilt=_ids(each for each in hit if each.kind in HARD),
        )

    def _even(self, direction: int) -> tuple[float, ...]:
        """The seams of a plain grid, whose sheets all show equally much."""
        overlap, count = self._tiling.overlap, self._counts[direction]
        step = (self._size[direction] - overlap) / count
        return tuple(number * step + reaches(self._tiling)[0] for number in range(1, count))

    def _limits(self, direction: int) -> Limits:
        return limits(self._size[direction], self._sheet.net[direction], self._counts[direction], self._tiling)

    def _grown(self, tiles: Sequence[Tile]) -> SheetSize:
        """The sheet with the length that a roll needs."""
        left, top, right, bottom = self._sheet.margin
        if self._sheet.width == inf:
            return replace(self._sheet, width=max(tile.rect.width for tile in tiles) + left + right)
        if self._sheet.height == inf:
            return replace(self._sheet, height=max(tile.rect.height for tile in tiles) + top + bottom)
        return self._sheet


def _possible(places: Sequence[float], found: Limits) -> bool:
    """Whether as many sheets as there are pieces between these places can show them."""
    if len(places) + 1 != found.count:
        return False
    pieces = [end - start for start, end in pairwise([0.0, *places, found.side])]
    mosts = [found.first, *[found.middle] * (len(pieces) - 2), found.last] if len(pieces) > 1 else [found.side]
    return all(0 < piece <= most + EXACT for piece, most in zip(pieces, mosts, strict=True))


def limits(side: float, net: float, count: int, tiling: Tiling) -> Limits:
    """What so many sheets can have for their own along a side; each has something where there are more than needed."""
    before, after = reaches(tiling)
    least = min(LEAST_NET, side / count / 2) if count > _count(side, net, tiling) else 0.0
    return Limits(side, count, net - after, net - before - after, net - before, least)


def _ids(obstacles: Iterable[Obstacle]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in obstacles))


def _count(side: float, net: float, tiling: Tiling) -> int:
    """How many sheets one side of the poster takes."""
    if net - tiling.overlap < LEAST_NET:
        raise TilingError("overlap", tiling)
    count = max(1, ceil((side - tiling.overlap) / (net - tiling.overlap) - EXACT))
    if count > MOST_SHEETS:
        raise TilingError("many", tiling)
    return count


def reaches(tiling: Tiling) -> tuple[float, float]:
    """How far a sheet shows what is beyond the seams at its left and top, and beyond those at its right and bottom."""
    least = min(TRIM, tiling.overlap / 2)
    if tiling.glue == "butt":
        return tiling.overlap / 2, tiling.overlap / 2
    return (tiling.overlap - least, least) if tiling.glue == "left-top" else (least, tiling.overlap - least)


def _tiles(
    size: Span, seams: tuple[Sequence[float], Sequence[float]], tiling: Tiling, obstacles: Sequence[Obstacle]
) -> Iterator[Tile]:
    """Row by row."""
    across, down = (_pieces(side, places, tiling) for side, places in zip(size, seams, strict=True))
    for row, (own_y, shown_y) in enumerate(down):
        beside = [each.rect for each in obstacles if each.rect.y < own_y[1] and own_y[0] < each.rect.bottom]
        for column, (own_x, shown_x) in enumerate(across):
            yield Tile(
                name=tile_name(column, row),
                column=column,
                row=row,
                rect=_rect(shown_x, shown_y),
                inner=_rect(own_x, own_y),
                left=tile_name(column - 1, row) if column else "",
                right=tile_name(column + 1, row) if column + 1 < len(across) else "",
                above=tile_name(column, row - 1) if row else "",
                below=tile_name(column, row + 1) if row + 1 < len(down) else "",
                blank=not any(rect.x < own_x[1] and own_x[0] < rect.right for rect in beside),
            )


def _pieces(side: float, seams: Sequence[float], tiling: Tiling) -> list[tuple[Span, Span]]:
    """What each sheet has along one side for its own, and what it shows."""
    before, after = reaches(tiling)
    ends = [0.0, *seams, side]
    return [
        ((start, end), (start - before if number else start, end + after if number + 2 < len(ends) else end))
        for number, (start, end) in enumerate(pairwise(ends))
    ]


def _rect(across: Span, down: Span) -> Rect:
    return Rect(across[0], down[0], across[1] - across[0], down[1] - down[0])
