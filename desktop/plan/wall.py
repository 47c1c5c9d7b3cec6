"""Where a poster hangs on a wall, whether it fits, and on what it can be printed. Millimetres throughout.

Museums hang pictures with the middle at eye level, 1,400 to 1,700 mm above the floor (standing adults, seated readers
at the lower end); whoever points at a card then neither stoops nor reaches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

EYES = (1400.0, 1700.0)
"""Between these heights the middle of a poster hangs well."""

MIDDLE = 1550.0
"""Where it hangs best."""

LEAST, MOST = 300.0, 50_000.0
"""Of a wall, either way."""

REACH = 2000.0
"""Above this height people cannot put a note without a ladder."""


@dataclass(frozen=True, slots=True)
class Wall:
    """The free part of a wall, from the floor up."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Hanging:
    """A poster on a wall. left: of it, from the wall's left edge; bottom: above the floor; both below 0 where it is too
    large."""

    wall: Wall
    width: float
    height: float
    left: float
    bottom: float

    @property
    def top(self) -> float:
        return self.bottom + self.height

    @property
    def middle(self) -> float:
        return self.bottom + self.height / 2

    @property
    def verdict(self) -> str:
        """fits, wide, high or large (both); or fits as it must: low or raised, its middle outside EYES."""
        wide, high = self.width > self.wall.width, self.height > self.wall.height
        if wide or high:
            return "large" if wide and high else "wide" if wide else "high"
        return "low" if self.middle < EYES[0] else "raised" if self.middle > EYES[1] else "fits"

    @property
    def fits(self) -> bool:
        return self.verdict in ("fits", "low", "raised")


def hang(wall: Wall, width: float, height: float) -> Hanging:
    """In the middle across, its own middle at eye level, or as near to it as floor and ceiling let it."""
    highest = wall.height - height
    bottom = min(max(MIDDLE - height / 2, 0.0), highest)
    return Hanging(wall, width, height, (wall.width - width) / 2, bottom)


def largest(wall: Wall, ratio: float) -> tuple[float, float]:
    """The largest poster of this ratio, width to height, that fits the wall with its middle at eye level."""
    low, high = (min(each, wall.height) for each in EYES)
    tallest = max(2 * min(middle, wall.height - middle) for middle in (low, high, min(max(wall.height / 2, low), high)))
    if tallest <= 0:
        tallest = wall.height  # a wall that ends below eye level
    height = min(tallest, wall.width / ratio)
    return height * ratio, height


def fitting(papers: Mapping[str, tuple[float, float]], wall: Wall) -> list[str]:
    """The papers, by name with their two sides, that fit the wall either way, the largest first."""
    sides = {name: (min(size), max(size)) for name, size in papers.items()}
    short, long = sorted((wall.width, wall.height))
    return sorted(
        (name for name, (least, most) in sides.items() if least <= short and most <= long),
        key=lambda name: sides[name][0] * sides[name][1],
        reverse=True,
    )


def roll_for(rolls: Mapping[str, float], width: float, height: float) -> tuple[str, float] | None:
    """The narrowest roll, by name with its printable width, that the poster can be printed on in one piece, and the
    length of it that is needed; None where none is wide enough."""
    short, long = sorted((width, height))
    wide = sorted((room, name) for name, room in rolls.items() if room >= short)
    return next(((name, short if long <= room else long) for room, name in wide), None)


def sheets(poster: tuple[float, float], room: tuple[float, float], overlap: float) -> tuple[int, int]:
    """Across and down: how many sheets the poster takes, `room` being what one of them shows, turned if that is fewer.

    ValueError where a sheet shows no more than the overlap.
    """
    if min(room) <= overlap:
        raise ValueError(f"a sheet of {room} mm shows nothing beside an overlap of {overlap} mm")
    ways = [_counted(poster, turn, overlap) for turn in (room, room[::-1])]
    return min(ways, key=lambda way: way[0] * way[1])


def _counted(poster: tuple[float, float], room: tuple[float, float], overlap: float) -> tuple[int, int]:
    across, down = (
        max(1, ceil((long - overlap) / (part - overlap) - 1e-9)) for long, part in zip(poster, room, strict=True)
    )
    return across, down
