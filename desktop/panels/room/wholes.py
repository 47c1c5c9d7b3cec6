"""Columns and rows that are in sight as wholes, so that no card is cut where what is shown ends."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from desktop.canvas import marks
from desktop.canvas.scene import Scene, header
from desktop.canvas.sticky import PAD, bands
from desktop.canvas.tools import window_rect
from desktop.canvas.view import View
from desktop.canvas.viewer import Viewer
from desktop.layout.places import Layout, Rect

LEEWAY = 1.0
"""Px that something may reach over an edge and is still whole: scrolling is by whole px."""

LONELY = 0.5
"""So much of what one would be off the middle counts as if it were bare."""


class Span(NamedTuple):
    """From `begin` to `end` on one axis of the map, in layout units."""

    begin: float
    end: float

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2

    @property
    def length(self) -> float:
        return self.end - self.begin

    def holds(self, other: "Span") -> bool:
        return self.begin <= other.begin and other.end <= self.end


def columns_of(layout: Layout) -> list[Span]:
    """The map's columns from the left."""
    return [Span(column.x, column.x + column.width) for column in layout.columns]


def rows_of(layout: Layout) -> list[Span]:
    """The map's rows from the top."""
    return [Span(row.y, row.y + row.height) for row in layout.rows]


def start(tracks: Sequence[Span], part: Span, anchor: Span, room: float, leeway: float) -> float:
    """Where what is in sight begins: where a track does, so that little is bare at the end and the part in the middle.

    Of a part that is too long, the anchor's track is in sight, as far as that leaves nothing bare beside the part.
    """
    if part.length <= room + leeway:
        found = [each.begin for each in tracks if Span(each.begin, each.begin + room + leeway).holds(part)]
        return _best(tracks, found, part, room, leeway) if found else part.middle - room / 2
    meant = around(tracks, anchor)
    found = [
        each.begin
        for each in tracks
        if part.begin <= each.begin and Span(each.begin, each.begin + room + leeway).holds(meant)
    ]
    if found:
        return _best(tracks, found, meant, room, leeway)
    return min(max(anchor.middle - room / 2, part.begin), part.end - room)


def lengths(tracks: Sequence[Span], part: Span, most: float) -> Iterator[float]:
    """How long the runs of whole tracks round a part are, none longer than `most`."""
    for first in tracks:
        if first.begin <= part.begin:
            runs = (Span(first.begin, last.end) for last in tracks)
            yield from (run.length for run in runs if run.holds(part) and run.length <= most)


def around(tracks: Iterable[Span], anchor: Span) -> Span:
    """The tracks that an anchor touches; itself where there are none."""
    met = [each for each in tracks if each.begin < anchor.end and anchor.begin < each.end]
    return Span(met[0].begin, met[-1].end) if met else anchor


def kept(scene: Scene, view: View, anchor: Rect) -> Rect:
    """What of the map is left in sight beside headers and labels: whole columns and rows, and the anchor's own."""
    layout, place, seen, leeway = scene.layout, bands(scene, view), view.seen, LEEWAY / view.zoom
    left = view.to_map(place.labels.right() + 1, 0)[0] if place.labels else seen.x
    top = view.to_map(0, place.headers.bottom() + 1)[1] if place.headers else seen.y
    across = _whole(columns_of(layout), Span(left, seen.right), Span(anchor.x, anchor.right), leeway)
    down = _whole(rows_of(layout), Span(top, seen.bottom), Span(anchor.y, anchor.bottom), leeway)
    return Rect(across.begin, down.begin, across.length, down.length)


def clear_of(scene: Scene, view: View, rect: Rect) -> QRegion:
    """The px of a part of the map with its headers above it and its labels beside it."""
    place, box = bands(scene, view), window_rect(view, rect).toRect()
    head, steps = header(scene.layout), scene.layout.steps
    top = place.headers.y() if place.headers else round(view.to_window(0, head.y)[1])
    foot = place.headers.bottom() + 2 if place.headers else box.top()
    beside = place.labels.right() + 2 if place.labels else box.left()
    above = QRect(box.left(), top, box.width(), foot - top)
    title = QRect(box.left() - PAD, top, PAD, round((steps.y - head.y) * view.zoom))  # one kept in sight begins there
    labels = QRect(0, box.top(), beside, box.height())
    return QRegion(box) + QRegion(above) + QRegion(title) + QRegion(labels)


class Trim:
    """Bare paper over what a frame would cut: as long as one stands where the frame asks."""

    def __init__(self) -> None:
        self._framed: tuple[View, Rect] | None = None

    def frame(self, view: View, anchor: Rect | None) -> None:
        """The view that shows an anchor's cell from now on; None for one that may cut everything."""
        self._framed = (view, anchor) if anchor is not None else None

    def paint(self, painter: QPainter, viewer: Viewer) -> None:
        """Over the map, in px of its window."""
        if self._framed is None or _place(viewer.view) != _place(self._framed[0]):
            return
        scene, view = viewer.scene, viewer.view
        window = QRegion(viewer.viewport().rect())
        painter.save()
        painter.setClipRegion(window - clear_of(scene, view, kept(scene, view, self._framed[1])))
        painter.fillRect(viewer.viewport().rect(), marks.WHITE)
        painter.restore()


def _place(view: View) -> tuple[object, ...]:
    return view.window, view.zoom, view.scroll


def _best(tracks: Sequence[Span], found: Sequence[float], meant: Span, room: float, leeway: float) -> float:
    def cost(begin: float) -> float:
        end = max((each.end for each in tracks if each.end <= begin + room + leeway), default=begin)
        return begin + room - end + LONELY * abs(meant.middle - begin - room / 2)

    return min(found, key=cost)


def _whole(tracks: Sequence[Span], seen: Span, anchor: Span, leeway: float) -> Span:
    wide, own = Span(seen.begin - leeway, seen.end + leeway), around(tracks, anchor)
    spans = [each for each in tracks if wide.holds(each)]
    if own.begin < seen.end and seen.begin < own.end:
        spans.append(Span(max(own.begin, seen.begin), min(own.end, seen.end)))
    return Span(min(span.begin for span in spans), max(span.end for span in spans)) if spans else seen
