"""Finds the corner marks of a printed working wall in a photo.

Every line through the middle of a mark crosses dark, light, dark, light, dark in lengths of 1, 1, 3, 1, 1, at whatever
angle it is seen (ISO/IEC 18004, the finder patterns of QR codes): rows of a smaller copy of the photo are looked
through for that, what looks like it is looked at again downwards and across, and the middle is then measured in the
photo itself. What is dark is decided by the neighbourhood, as light on a wall is never even.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from PIL import Image, ImageChops, ImageFilter

from desktop.plan.perspective import Point, QuadError, ordered

SIZES = (1_600, 3_200)
"""Px of the longer side of the copies that are looked through: the finer one only where the coarser shows too few."""

DARK = (0.8, 0.6)
"""Of the light round about, below which something is dark; the lower where blur has darkened what is light."""

NEIGHBOURHOOD = 1 / 28
"""Of the longer side: half the width of what is round about; wider than half a mark, narrower than most shadows."""

LEAST, LARGEST = 1.1, 24.0
"""Px of a seventh of a mark in the copy."""

LIKE = 0.62
"""How far each part of a mark may be from its length, as a share of a seventh; in its middle, of three."""

UNEQUAL = 2.4
"""So many times as large the nearest mark may be as the farthest, and as wide as high."""

MOST = 9
"""So many things that look like marks are tried with each other."""

ROWS = 1.8
"""Sevenths of its height in which a mark is seen at least; three of them cross its middle."""

CONTRAST = 0.17
"""By so much of its lightness the light part of a mark is lighter than the dark ones, however they were measured."""

_CHANGE = re.compile(rb"\xff")

Found = tuple[Point | None, Point | None, Point | None, Point | None]
"""The middles in px of the photo: top left, top right, bottom right, bottom left; None for one that is not seen."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Something that looks like a mark: its middle, a seventh of its width and of its height, and in how many rows."""

    x: float
    y: float
    across: float
    down: float
    rows: int = 1

    def is_at(self, other: "Likeness") -> bool:
        """Whether both are the same mark."""
        return abs(self.x - other.x) < 2 * self.across and abs(self.y - other.y) < 2 * self.down

    def and_again(self, other: "Likeness") -> "Likeness":
        """The mean of what was seen, with one row more."""
        share = 1 / (self.rows + 1)
        return Likeness(
            self.x + (other.x - self.x) * share,
            self.y + (other.y - self.y) * share,
            self.across + (other.across - self.across) * share,
            self.down + (other.down - self.down) * share,
            self.rows + 1,
        )


def find_marks(photo: Image.Image) -> Found:
    """The marks in a photo of a wall that is the right way up."""
    best: list[Point] = []
    for size in SIZES:
        found = _marks(photo, size)
        if len(found) > len(best):
            best = found
        if len(best) == 4 or size >= max(photo.size):
            break
    return placed(best, photo.size)


def placed(found: Sequence[Point], size: tuple[int, int]) -> Found:
    """Which mark each of at most four points is: by the others, else by the part of the picture that it is in."""
    known = list(found)
    if len(known) == 4:
        return ordered(known)
    if len(known) == 3:
        return _beside(known)
    corners: list[Point | None] = [None] * 4
    for at, point in zip(_quarters(known, size), known, strict=True):
        corners[at] = point
    return corners[0], corners[1], corners[2], corners[3]


def _beside(three: Sequence[Point]) -> Found:
    """Three corners: the fourth is about opposite the one between the other two."""
    ends = max(combinations(three, 2), key=lambda pair: hypot(pair[0][0] - pair[1][0], pair[0][1] - pair[1][1]))
    middle = next(each for each in three if each not in ends)
    guess = ends[0][0] + ends[1][0] - middle[0], ends[0][1] + ends[1][1] - middle[1]
    a, b, c, d = (None if each == guess else each for each in ordered((*three, guess)))
    return a, b, c, d


def _quarters(known: Sequence[Point], size: tuple[int, int]) -> list[int]:
    """The corner that each of two points is, or one."""
    x, y = size[0] / 2, size[1] / 2
    if len(known) == 2:
        (x0, y0), (x1, y1) = known
        across, down = abs(x1 - x0) > 2 * abs(y1 - y0), abs(y1 - y0) > 2 * abs(x1 - x0)
        x, y = (x0 + x1) / 2 if not down else x, (y0 + y1) / 2 if not across else y
    return [_quarter(point[0] > x, point[1] > y) for point in known]


def _quarter(right: bool, low: bool) -> int:
    return (3 if not right else 2) if low else int(right)


def _marks(photo: Image.Image, size: int) -> list[Point]:
    """The middles of up to four marks that can be those of one wall, in px of the photo."""
    copy = photo.convert("L")
    shrink = max(1.0, max(photo.size) / size)
    if shrink > 1:
        copy = copy.resize((round(photo.width / shrink), round(photo.height / shrink)), Image.Resampling.BOX)
    seen = (one for one in _likely(_dark(copy)) if one.rows >= ROWS * one.down and _contrast(copy, one) >= CONTRAST)
    likely = sorted(seen, key=lambda one: -one.rows)[:MOST]
    chosen = max(_walls(likely), key=_worth, default=())
    exact = photo.width / copy.width, photo.height / copy.height
    return [_middle(photo, one, exact) for one in chosen]


def _dark(grey: Image.Image) -> Iterator[Image.Image]:
    """White where the picture is darker than round about, by each of the measures."""
    around = grey.filter(ImageFilter.BoxBlur(max(grey.size) * NEIGHBOURHOOD))
    for share in DARK:
        least = around.point([value * share for value in range(256)])
        yield ImageChops.subtract(least, grey).point([0] + [255] * 255)


def _likely(pictures: Iterable[Image.Image]) -> list[Likeness]:
    """All that looks like a mark across and down; what is one is told once."""
    found: list[Likeness] = []
    for dark in pictures:
        rows, columns = _Lines(dark), _Lines(dark.transpose(Image.Transpose.TRANSPOSE))
        for y in range(dark.height):
            for x, across in rows.likely(y):
                _add(found, _crossed(rows, columns, x, y, across))
    return found


def _crossed(rows: "_Lines", columns: "_Lines", x: float, y: int, across: float) -> Likeness | None:
    """Looked at downwards through its middle and across again."""
    down = columns.at(int(x), y, across)
    again = rows.at(int(down[0]), x, across) if down else None
    if down is None or again is None or not 1 / UNEQUAL < down[1] / again[1] < UNEQUAL:
        return None
    return Likeness(again[0], down[0], again[1], down[1])


def _contrast(grey: Image.Image, one: Likeness) -> float:
    """How much darker than the light ring, as a share of its light, the lightest side of the dark parts is."""
    values, (width, height) = grey.tobytes(), grey.size

    def side(distance: int, across: int, down: int) -> float:
        """The mean of three places on a side of a square round the middle."""
        total = 0.0
        for aside in (-0.5, 0.0, 0.5):
            x = one.x - 0.5 + (across * distance + down * aside) * one.across
            y = one.y - 0.5 + (down * distance + across * aside) * one.down
            total += values[min(max(round(y), 0), height - 1) * width + min(max(round(x), 0), width - 1)]
        return total / 3

    sides = ((1, 0), (-1, 0), (0, 1), (0, -1))
    light = min(side(2, *each) for each in sides)
    dark = max(side(distance, *each) for each in sides for distance in (0, 3))
    return (light - dark) / max(light, 1.0)


def _add(found: list[Likeness], one: Likeness | None) -> None:
    """Counts it where it is known."""
    if one is None:
        return
    at = next((at for at, other in enumerate(found) if one.is_at(other)), None)
    if at is None:
        found.append(one)
    else:
        found[at] = found[at].and_again(one)


class _Lines:
    """The rows of a picture of white on black as the places where the colour changes."""

    def __init__(self, picture: Image.Image) -> None:
        width, height = picture.size
        wide = Image.new("L", (width + 2, height))
        wide.paste(picture, (1, 0))
        edges = ImageChops.difference(wide.crop((0, 0, width + 1, height)), wide.crop((1, 0, width + 2, height)))
        self._bytes, self._width = edges.tobytes(), width + 1
        self._known: dict[int, list[int]] = {}

    def changes(self, row: int) -> list[int]:
        """White begins at the first, the third …, and ends at the second …"""
        if row not in self._known:
            start = row * self._width
            self._known[row] = [
                match.start() - start for match in _CHANGE.finditer(self._bytes, start, start + self._width)
            ]
        return self._known[row]

    def likely(self, row: int) -> Iterator[tuple[float, float]]:
        """The middles of all that looks like a mark in a row, and a seventh of its length."""
        changes = self.changes(row)
        for at in range(0, len(changes) - 5, 2):
            seen = changes[at : at + 6]
            if seen[3] - seen[2] > seen[1] - seen[0] and _is_like(seen):
                yield (seen[2] + seen[3]) / 2, (seen[5] - seen[0]) / 7

    def at(self, row: int, place: float, unit: float) -> tuple[float, float] | None:
        """The same for what is about as large and has its middle there; None where nothing is."""
        if not 0 <= row < len(self._bytes) // self._width:
            return None
        fits = (
            found
            for found in self.likely(row)
            if abs(found[0] - place) < 2 * unit * UNEQUAL and 1 / UNEQUAL < found[1] / unit < UNEQUAL
        )
        return min(fits, key=lambda found: abs(found[0] - place), default=None)


def _is_like(changes: Sequence[int]) -> bool:
    """Whether the lengths between six places are as 1, 1, 3, 1, 1."""
    a, b, c, d, e, f = changes
    unit = (f - a) / 7
    slack = unit * LIKE + 0.6  # px: where one ends falls between two of them
    return LEAST <= unit <= LARGEST and (
        abs(b - a - unit) <= slack
        and abs(c - b - unit) <= slack
        and abs(d - c - 3 * unit) <= 2 * slack
        and abs(e - d - unit) <= slack
        and abs(f - e - unit) <= slack
    )


def _walls(likely: Sequence[Likeness]) -> Iterator[tuple[Likeness, ...]]:
    """What can be the marks of one wall: of like size, and four of them the corners of something flat."""
    for count in (4, 3, 2, 1):
        for some in combinations(likely, count):
            sizes = [one.across * one.down for one in some]
            if max(sizes) <= min(sizes) * UNEQUAL**2 and (count < 4 or _is_flat(some)):
                yield some


def _is_flat(four: Sequence[Likeness]) -> bool:
    try:
        ordered((one.x, one.y) for one in four)
    except QuadError:
        return False
    return True


def _worth(some: Sequence[Likeness]) -> tuple[int, float]:
    """The more the better, then the better seen and the farther apart."""
    wide = max(one.x for one in some) - min(one.x for one in some)
    high = max(one.y for one in some) - min(one.y for one in some)
    rows = sum(min(one.rows / (3 * one.down), 1.0) for one in some)
    return len(some), rows * (1 + wide * high)


def _middle(photo: Image.Image, one: Likeness, exact: tuple[float, float]) -> Point:
    """The middle of the inner square in the photo itself: that of all its darkness, to a part of a pixel."""
    x, y = one.x * exact[0], one.y * exact[1]
    wide, high = 2.3 * one.across * exact[0], 2.3 * one.down * exact[1]
    left, top = round(x - wide), round(y - high)
    part = photo.crop((left, top, round(x + wide) + 1, round(y + high) + 1)).convert("L")
    values = part.tobytes()
    darkest, lightest = min(values), max(values)
    least = lightest - 0.25 * (lightest - darkest)
    total = across = down = 0.0
    for at, value in enumerate(values):
        px, py = left + at % part.width + 0.5, top + at // part.width + 0.5
        if value < least and ((px - x) / wide) ** 2 + ((py - y) / high) ** 2 <= 1:
            total, across, down = total + least - value, across + (least - value) * px, down + (least - value) * py
    return (across / total, down / total) if total else (x, y)
