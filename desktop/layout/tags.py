"""The sizes of stars, curve names and marker labels, and the spots where each would like to stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.document.cards import Marker
from desktop.layout.curve import Point
from desktop.layout.labels import Wish
from desktop.layout.places import Column, Curve, MarkerPlace, Rect
from desktop.layout.spread import mark_radius
from desktop.layout.style import Style
from desktop.layout.turning import NO_NAMES
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter

WIDEST = 10.0
"""A label wraps when it is wider than this many times the card text, or than a column if that is more."""

DOT = "\u00a0· "

RINGS = 3
"""So many lines further out are the last spots that are tried."""


def label_text(marker: Marker, point: str = "") -> str:
    """What stands beside a marker: its label, how many people it was computed from, and which point of the curve it
    is, on a line of its own below a label."""
    people = f"n\u00a0{marker.computed.people}" if marker.computed and is_computed(marker) else ""
    if not marker.label:
        return DOT.join(part for part in (point, people) if part)
    return "\n".join(part for part in (DOT.join((marker.label, people)) if people else marker.label, point) if part)


def is_computed(marker: Marker) -> bool:
    """Whether its value came out of what people answered, and is nobody's guess."""
    return marker.computed is not None and marker.computed.people > 0


def spread_reach(marker: Marker) -> tuple[float, float]:
    """How far a marker's spread goes up and down from its value, in points of emotion, as far as the scale goes."""
    if marker.computed is None:
        return 0.0, 0.0
    return min(marker.computed.spread, 2 - marker.value), min(marker.computed.spread, 2 + marker.value)


@dataclass(slots=True)
class Tags:
    """Measures and proposes spots, best first, for a lane between `left` and `right`; labels wrap at `widest`."""

    style: Style
    typesetter: Typesetter
    left: float
    right: float
    widest: float
    points: Mapping[str, str] = field(default_factory=dict)
    """What is said of markers by their ids, besides their own labels."""
    _sizes: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def over(
        cls,
        columns: Sequence[Column],
        style: Style,
        typesetter: Typesetter,
        points: Mapping[str, str] = NO_NAMES,
    ) -> "Tags":
        """Flush with the first and the last cards of these columns."""
        if not columns:
            return cls(style, typesetter, 0.0, 0.0, WIDEST * style.text, points)
        widest = max(WIDEST * style.text, *(column.width for column in columns))
        gutter = style.space["gutter"]
        left, right = columns[0].x + gutter, columns[-1].x + columns[-1].width - gutter
        return cls(style, typesetter, left, right, widest, points)

    def text(self, marker: Marker) -> str:
        """All that is said beside a marker; "" for nothing."""
        return label_text(marker, self.points.get(marker.id, ""))

    def headroom(self, markers: Iterable[Marker], series: Mapping[str, int]) -> tuple[float, float]:
        """What the lane needs above +2 and below −2."""
        space = self.style.space
        gap, unit = space["tag-gap"], space["emotion-unit"]
        radii = {persona: mark_radius(number, self.style) for persona, number in series.items()}
        above = below = space["emotion-head"]
        for marker in markers:
            text = self.text(marker)
            reach = radii[marker.persona] + gap - (2 - abs(marker.value)) * unit
            reach += self.size(text, "marker")[1] + gap if text else 0.0
            if marker.value < 0:
                below = max(below, reach)
            else:
                above = max(above, reach + (2 * space["star"] + gap if marker.starred else 0.0))
        return above, below

    def star(self, place: MarkerPlace) -> Wish:
        """Above its marker, else around it."""
        size = self.style.space["star"]
        far = mark_radius(place.series, self.style) + self.style.space["tag-gap"] / 2 + size
        near = far * 0.75
        around = ((0, -far), (near, -near), (-near, -near), (0, far), (near, near), (-near, near), (far, 0), (-far, 0))
        width = 2 * size
        return Wish(
            width, width, tuple((self._kept(place.x + dx - size, width), place.y + dy - size) for dx, dy in around)
        )

    def label(self, place: MarkerPlace, unit: float) -> Wish:
        """Above a good feeling, below a bad one; else on the other side, beside it, or further out. `unit` is the
        height of one point of emotion."""
        width, height = self.size(self.text(place.marker), "marker")
        width += 2 * self._pad
        radius = mark_radius(place.series, self.style)
        above, below = self._clearances(place, radius, unit)
        up, down, middle = place.y - above - height, place.y + below, place.y - height / 2
        centre = self._kept(place.x - width / 2, width)
        right, left = self._kept(place.x - radius, width), self._kept(place.x + radius - width, width)
        after, before = self._kept(place.x + radius, width), self._kept(place.x - radius - width, width)
        first, second, away = (up, down, -1.0) if place.marker.value >= 0 else (down, up, 1.0)
        spots = [(centre, first), (right, first), (left, first), (centre, second)]
        spots += [(after, middle), (before, middle), (right, second), (left, second)]
        out = away * self.style.roles["marker"].leading
        for ring in range(1, RINGS + 1):
            spots += [(x, y) for y in (first + ring * out, second - ring * out) for x in (centre, right, left)]
        return Wish(width, height, tuple(spots))

    def name(self, curve: Curve, text: str) -> Wish:
        """After the last marker, where there is room, else above or below it and flush with the right edge."""
        width, height = self.size(text, "curve")
        width += 2 * self._pad
        x, y = curve.points[-1]
        reach = mark_radius(curve.series, self.style) + self.style.space["tag-gap"] / 2
        flush, centre = self._kept(self.right - width, width), self._kept(x - width / 2, width)
        spots: list[Point] = [(x + reach, y - height / 2)] if x + reach + width <= self.right else []
        for ring in range(2 * RINGS + 2):
            up, down = y - reach - height - ring * height / 2, y + reach + ring * height / 2
            spots += [(flush, up), (flush, down), (centre, up), (centre, down)]
        return Wish(width, height, tuple(spots))

    def inner(self, rect: Rect) -> Rect:
        """A label's own box, without the room kept beside it."""
        return Rect(rect.x + self._pad, rect.y, rect.width - 2 * self._pad, rect.height)

    def size(self, text: str, role: str) -> tuple[float, float]:
        """Width and height of a label, wrapped where it is too wide."""
        found = self._sizes.get((text, role))
        if found is None:
            set_in = self.style.roles[role]
            scale = set_in.size / UNITS
            spans = self.typesetter.spans(text, set_in.style, int(self.widest / scale))
            found = (max(span.width for span in spans) * scale, len(spans) * set_in.leading)
            self._sizes[text, role] = found
        return found

    def _clearances(self, place: MarkerPlace, radius: float, unit: float) -> tuple[float, float]:
        """From a marker's middle to the nearest line of text above and below: past the mark, the star and the spread,
        unless the spread is so wide that the label would seem to belong elsewhere."""
        gap = self.style.space["tag-gap"] / 2
        up, down = spread_reach(place.marker)
        most = (radius + 1.5 * self.style.roles["marker"].leading) / unit
        star = 2 * self.style.space["star"] + gap if place.marker.starred else 0.0
        above = max(radius + star, up * unit if up <= most else 0.0)
        return above + gap, max(radius, down * unit if down <= most else 0.0) + gap

    def _kept(self, x: float, width: float) -> float:
        """The left end of a box, moved as far as needed to stay in the lane."""
        return max(self.left, min(x, self.right - width))

    @property
    def _pad(self) -> float:
        return self.style.space["tag-gap"]
