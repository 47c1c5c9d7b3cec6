"""Where a viewer must stand to show a part of the map: as large as it has room, never smaller than can be read."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.canvas.scene import Scene, header
from desktop.canvas.sticky import LARGEST_BAND, PAD
from desktop.canvas.target import target_rect
from desktop.canvas.view import View
from desktop.desk.focus import Extent, Here, frame
from desktop.document.edits.cards import Spot
from desktop.layout.places import Rect
from desktop.panels.room.wholes import LEEWAY, Span, around, columns_of, lengths, rows_of, start

ASIDE = 20
"""Px left free round what is shown."""

ENOUGH = 1.5
"""So many times the least scale; what is shown alone is made no larger."""


LITTLE = 0.75
"""So many times smaller what is shown may be for a column to end at the window's edge."""


class Scales(NamedTuple):
    """The least scale and the greatest."""

    least: float
    most: float


def readable(least: float) -> Scales:
    """Between the scale that can just be read and one that is comfortable to read."""
    return Scales(least, least * ENOUGH)


def stand(scene: Scene, window: tuple[int, int], part: Rect, anchor: Rect, scales: Scales) -> View:
    """The view of a window (px) in which the part stands free of the headers and labels that are kept in sight.

    It is no larger than leaves headers and labels in sight, and a little smaller where that lets a column end at the
    window's edge. Of a part that is too large, the anchor is in the middle, as far as that leaves nothing bare beside
    the part. What is in sight begins with a column and a row.
    """
    layout = scene.layout
    head, label = header(layout).height, layout.labels.width
    across = (window[0] - 2 * ASIDE - PAD) / max(part.width + label, 1.0)
    down = (window[1] - 2 * ASIDE) / max(part.height + head, 1.0)
    named = LARGEST_BAND * min(window[0] / max(label, 1.0), window[1] / max(head, 1.0))  # larger, they leave the window
    zoom = max(min(across, down, scales.most, named), scales.least)
    widths = _even(scene, window[0], *_both(part, anchor), zoom)
    zoom = _near(widths, zoom, Scales(max(scales.least, zoom * LITTLE), max(min(down, scales.most, named), zoom)))
    left = _band(label * zoom, window[0], PAD)
    top = _band(head * zoom, window[1])
    room = (window[0] - left - 2 * ASIDE) / zoom, (window[1] - top - 2 * ASIDE) / zoom
    x = start(columns_of(layout), *_both(part, anchor), room[0], LEEWAY / zoom)
    y = start(rows_of(layout), Span(part.y, part.bottom), Span(anchor.y, anchor.bottom), room[1], LEEWAY / zoom)
    still = View(window, (layout.width, layout.height), zoom)
    corner = still.to_window(x, y)
    return still.scrolled(round(corner[0] - left - ASIDE), round(corner[1] - top - ASIDE))


def _even(scene: Scene, width: int, part: Span, anchor: Span, zoom: float) -> list[float]:
    """Scales at which whole columns take all of a window's width (px), a part's where it has room at a scale."""
    tracks, label = columns_of(scene.layout), scene.layout.labels.width
    room = width - 2 * ASIDE - PAD
    meant = part if (part.length + label) * zoom <= room + LEEWAY else around(tracks, anchor)
    return [room / (length + label) for length in lengths(tracks, meant, room / (zoom * LITTLE))]


def _near(found: Sequence[float], zoom: float, scales: Scales) -> float:
    """The next smaller of some scales, else the next larger, as far as both are allowed; else the scale as it is."""
    smaller = [each for each in found if scales.least <= each <= zoom]
    larger = [each for each in found if zoom < each <= scales.most]
    return max(smaller) if smaller else min(larger, default=zoom)


def _both(part: Rect, anchor: Rect) -> tuple[Span, Span]:
    """From left to right."""
    return Span(part.x, part.right), Span(anchor.x, anchor.right)


def anchor_of(scene: Scene, here: Here | None, spot: Spot | None) -> Rect:
    """What is in the middle of a part that is too large: the dashed slot at a spot, else the cell of a place."""
    slot = target_rect(scene, spot) if spot is not None else None
    return slot or frame(scene.layout, here, Extent.CELL)


def whole(scene: Scene, window: tuple[int, int]) -> View:
    """The view that shows all of the map, small ones larger than life."""
    layout = scene.layout
    across, down = (window[0] - 2 * ASIDE) / layout.width, (window[1] - 2 * ASIDE) / layout.height
    still = View(window, (layout.width, layout.height), min(across, down))
    middle = (round(reach / 2) for reach in still.reach)
    return still.scrolled(*middle)


def _band(size: float, window: int, pad: int = 0) -> float:
    """Px that a band takes from the window: none where it would be too large to be kept in sight."""
    return size + pad if round(size) <= window * LARGEST_BAND else 0.0
