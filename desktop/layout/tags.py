"""The sizes of stars, curve names and marker labels, and the spots where each would like to stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.document.cards import Marker
from desktop.layout.curve import Point
from desktop.layout.labels import Wish
from desktop.layout.places import Column, Curve, MarkerPlace, Rect
from desktop.layout.spread import mark_radius
from desktop.layout.style import Style, TextRole
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter

WIDEST = 10.0
"""A label wraps when it is wider than this many times the card text, or than a column if that is more."""

RINGS = 3
"""So many lines further out is the last spot that is tried."""


def label_text(marker: Marker) -> str:
    """What stands beside a marker: its label, and how many people it was computed from."""
    people = f"n\u00a0{marker.computed.people}" if marker.computed and marker.computed.people else ""
    return "\u00a0· ".join(part for part in (marker.label, people) if part)


@dataclass(frozen=True, slots=True)
class Tags:
    """Measures and proposes spots, best first. Spots are clamped to the width of the columns."""

    columns: Sequence[Column]
    style: Style
    typesetter: Typesetter

    @property
    def left(self) -> float:
        return self.columns[0].x if self.columns else 0.0

    @property
    def right(self) -> float:
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0.0

    def headroom(self, markers: Iterable[Marker], series: Mapping[str, int]) -> tuple[float, float]:
        """What the lane needs above +2 and below −2."""
        space = self.style.space
        above = below = space["emotion-head"]
        for marker in markers:
            text = label_text(marker)
            label = self._size(text, "marker")[1] + space["tag-gap"] if text else 0.0
            star = 2 * space["star"] + space["tag-gap"] if marker.starred else 0.0
            reach = mark_radius(series[marker.persona], self.style) + space["tag-gap"]
            inside = (2 - abs(marker.value)) * space["emotion-unit"]
            if marker.value < 0:
                below = max(below, reach + label - inside)
            else:
                above = max(above, reach + star + label - inside)
        return above, below

    def star(self, place: MarkerPlace) -> Wish:
        size, gap = self.style.space["star"], self.style.space["tag-gap"] / 2
        far = mark_radius(place.series, self.style) + gap + size
        near = far * 0.75
        around = ((0, -far), (near, -near), (-near, -near), (0, far), (near, near), (-near, near), (far, 0), (-far, 0))
        spots = [(place.x + dx - size, place.y + dy - size) for dx, dy in around]
        return self._wish(2 * size, 2 * size, spots)

    def label(self, place: MarkerPlace) -> Wish:
        """Above a good feeling, below a bad one; else on the other side, beside it, or further out."""
        width, height = self._size(label_text(place.marker), "marker")
        width += 2 * self._pad
        gap = self.style.space["tag-gap"]
        reach = mark_radius(place.series, self.style)
        star = 2 * self.style.space["star"] + gap / 2 if place.marker.starred else 0.0
        up, down = place.y - reach - gap / 2 - star - height, place.y + reach + gap / 2
        centre, right, left = place.x - width / 2, place.x - reach, place.x + reach - width
        first, second = (up, down) if place.marker.value >= 0 else (down, up)
        middle = place.y - height / 2
        spots = [(centre, first), (right, first), (left, first), (centre, second)]
        spots += [(place.x + reach, middle), (place.x - reach - width, middle), (right, second), (left, second)]
        leading = self.style.roles["marker"].leading
        for ring in range(1, RINGS + 1):
            out = ring * leading
            far = ((up - out), (down + out)) if first == up else ((down + out), (up - out))
            spots += [(x, y) for y in far for x in (centre, right, left)]
        return self._wish(width, height, spots)

    def name(self, curve: Curve, text: str) -> Wish:
        """After the last marker, where there is room, else above or below it and flush with the right edge."""
        width, height = self._size(text, "curve")
        width += 2 * self._pad
        x, y = curve.points[-1]
        reach = mark_radius(curve.series, self.style) + self.style.space["tag-gap"] / 2
        beside, flush, middle = x + reach, self.right - width, y - height / 2
        spots = [(beside, middle)] if beside + width <= self.right else []
        step = height / 2
        for ring in range(2 * RINGS + 2):
            up, down = y - reach - height - ring * step, y + reach + ring * step
            spots += [(flush, up), (flush, down), (x - width / 2, up), (x - width / 2, down)]
        return self._wish(width, height, spots)

    def inner(self, rect: Rect) -> Rect:
        """A label's own box, without the room kept beside it."""
        return Rect(rect.x + self._pad, rect.y, rect.width - 2 * self._pad, rect.height)

    @property
    def _pad(self) -> float:
        return self.style.space["tag-gap"]

    def _wish(self, width: float, height: float, spots: Iterable[Point]) -> Wish:
        most = max(self.left, self.right - width)
        return Wish(width, height, tuple((min(most, max(self.left, x)), y) for x, y in spots))

    def _size(self, text: str, role: str) -> tuple[float, float]:
        """Width and height of a label, wrapped where it is too wide."""
        set_in: TextRole = self.style.roles[role]
        column = max((column.width for column in self.columns), default=0.0)
        limit = max(WIDEST * self.style.text, column) * UNITS / set_in.size
        spans = self.typesetter.spans(text, set_in.style, int(limit))
        return max(span.width for span in spans) * set_in.size / UNITS, len(spans) * set_in.leading
