"""What a print shop looks for around a poster: where to cut it, and what it is. Millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.drawing.lettering import QUIET, Face, Lettering
from desktop.drawing.rulers import HAIR, Point, lines, target
from desktop.drawing.shapes import Drawing, Figure, Path, Placed, Shape
from desktop.layout.places import Rect
from desktop.layout.style import Words

LENGTH = 5.0
"""Of a crop mark."""

AWAY = 2.0
"""The least distance between a crop mark and the cut, so that it never stays on the poster."""

SLUG_TEXT = Face(7.0, "regular", QUIET)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A sheet, what is left of it when it is cut, how far its ground reaches, and what it is called."""

    width: float
    height: float
    trim: Rect
    bleed: Rect
    title: str = ""


def shop_marks(sheet: Trimmed, lettering: Lettering, words: Words) -> Drawing:
    """Crop marks at the corners, registration marks in the middle of each side, and a line in the slug."""
    figures = {"crop": tuple(_crops(sheet)), "centre": tuple(_centres(sheet)), "slug": _slug(sheet, lettering, words)}
    placed = tuple(
        Placed(0.0, 0.0, Figure("", "mark", name, sheet.width, sheet.height, shapes))
        for name, shapes in figures.items()
        if shapes
    )
    return Drawing(sheet.width, sheet.height, "", placed)


def _crops(sheet: Trimmed) -> Iterator[Path]:
    """Two lines at each corner that meet, if they were longer, where the corner of the poster is."""
    trim, bleed = sheet.trim, sheet.bleed
    away_x, away_y = max(AWAY, trim.x - bleed.x), max(AWAY, trim.y - bleed.y)
    ends: list[tuple[Point, Point]] = []
    for x, out_x in ((trim.x, -1.0), (trim.right, 1.0)):
        for y, out_y in ((trim.y, -1.0), (trim.bottom, 1.0)):
            ends.append(((x + out_x * away_x, y), (x + out_x * (away_x + LENGTH), y)))
            ends.append(((x, y + out_y * away_y), (x, y + out_y * (away_y + LENGTH))))
    room = Rect(0.0, 0.0, sheet.width, sheet.height)
    yield lines((end for end in ends if all(_holds(room, point) for point in end)), HAIR)


def _holds(room: Rect, point: Point) -> bool:
    return 0 <= point[0] <= room.width and 0 <= point[1] <= room.height


def _centres(sheet: Trimmed) -> Iterator[Shape]:
    """Crosses in a circle, between the bleed and the sheet's end."""
    trim, bleed, radius = sheet.trim, sheet.bleed, 2.5
    x, y = trim.x + trim.width / 2, trim.y + trim.height / 2
    if bleed.y >= 2 * radius + 1.0:
        yield target((x, bleed.y - 1.0 - radius), radius, range(4))
        yield target((x, bleed.bottom + 1.0 + radius), radius, range(4))
    if bleed.x >= 2 * radius + 1.0:
        yield target((bleed.x - 1.0 - radius, y), radius, range(4))
        yield target((bleed.right + 1.0 + radius, y), radius, range(4))


def _slug(sheet: Trimmed, lettering: Lettering, words: Words) -> tuple[Shape, ...]:
    """“An evening at Osteria Lume · finished size 1189 × 841 mm · bleed 3 mm · print at 100 %” below the poster."""
    room = sheet.height - sheet.bleed.bottom
    if room < LENGTH:
        return ()
    size = f"{length(sheet.trim.width)} × {length(sheet.trim.height)}"
    bleed = sheet.trim.x - sheet.bleed.x
    parts = (
        sheet.title,
        words("sheet.finished").format(size=size),
        words("sheet.bleed").format(width=length(bleed)) if bleed else "",
        words("sheet.scale"),
    )
    x, y = sheet.trim.x + AWAY + LENGTH, sheet.bleed.bottom + room / 2
    return lettering.middled(" · ".join(part for part in parts if part), x, y, SLUG_TEXT)


def length(value: float) -> str:
    """Millimetres to a tenth, without a needless nought."""
    return f"{value:.1f}".removesuffix(".0")
