"""Where the map stands in the window: scale and scroll position, as plain numbers."""

from dataclasses import dataclass, replace

from desktop.layout.places import Rect

MARGIN = 56
"""Canvas around the paper, in px: enough for the zoom bar to stand beside a fitted map."""

LEAST_ZOOM, MOST_ZOOM = 0.01, 4.0
STEPS = (0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
"""What the keyboard zooms to."""


@dataclass(frozen=True, slots=True)
class View:
    """A paper of `paper` layout units seen through a window of `window` px, scrolled by whole px.

    Where the paper with its margin is smaller than the window it stands in the middle. `rest` is the view of before,
    for a paper that grows for a while: its corner stays where it was, and only what is beyond the window adds to the
    reach.
    """

    window: tuple[int, int]
    paper: tuple[float, float]
    zoom: float = 1.0
    scroll: tuple[int, int] = (0, 0)
    rest: "View | None" = None

    @property
    def reach(self) -> tuple[int, int]:
        """How far one can scroll to the right and down."""
        return self._reach(0), self._reach(1)

    @property
    def start(self) -> tuple[int, int]:
        """Where the paper's corner stands in the window before anything is scrolled."""
        return self._start(0), self._start(1)

    @property
    def offset(self) -> tuple[int, int]:
        """Where the paper's corner stands in the window."""
        return self._offset(0), self._offset(1)

    @property
    def seen(self) -> Rect:
        """The part of the plane that the window shows, in layout units."""
        left, top = self.to_map(0, 0)
        return Rect(left, top, self.window[0] / self.zoom, self.window[1] / self.zoom)

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        """From px in the window to layout units."""
        left, top = self.offset
        return (x - left) / self.zoom, (y - top) / self.zoom

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        """From layout units to px in the window."""
        left, top = self.offset
        return x * self.zoom + left, y * self.zoom + top

    def scrolled(self, x: int, y: int) -> "View":
        """Scrolled to a position, as far as one can."""
        return replace(self, scroll=(_within(x, 0, self._reach(0)), _within(y, 0, self._reach(1))))

    def zoomed(self, zoom: float, x: float, y: float) -> "View":
        """At another scale, with the point of the map at (x, y) of the window staying there where scrolling allows."""
        map_x, map_y = self.to_map(x, y)
        rest = self.rest.zoomed(zoom, x, y) if self.rest is not None else None
        scaled = replace(self, zoom=min(max(zoom, LEAST_ZOOM), MOST_ZOOM), rest=rest)
        left, top = scaled.start
        return scaled.scrolled(round(map_x * scaled.zoom + left - x), round(map_y * scaled.zoom + top - y))

    def fitted(self) -> "View":
        """At the scale that shows the whole paper with its margin, at most 100 %."""
        if self.rest is not None:
            rest = replace(self.rest, window=self.window).fitted()
            return replace(rest, paper=self.paper, rest=rest)
        shares = [(self.window[axis] - 2 * MARGIN) / max(self.paper[axis], 1) for axis in (0, 1)]
        return replace(self, zoom=min(max(min(shares), LEAST_ZOOM), 1.0), scroll=(0, 0))

    def holding(self, width: float, height: float) -> "View":
        """The view of before, with its paper grown to so many layout units where it is smaller."""
        rest = self.rest or self
        paper = max(rest.paper[0], width), max(rest.paper[1], height)
        return replace(self, paper=paper, rest=None if paper == rest.paper else rest)

    def showing(self, rect: Rect) -> "View":
        """Scrolled just enough to show a rectangle of the map with a margin, its corner when it is too big."""
        left, top = self.to_window(rect.x, rect.y)
        right, bottom = self.to_window(rect.right, rect.bottom)
        return self.scrolled(
            self.scroll[0] + _needed(left, right, self.window[0]),
            self.scroll[1] + _needed(top, bottom, self.window[1]),
        )

    def _reach(self, axis: int) -> int:
        length = round(self.paper[axis] * self.zoom)
        if self.rest is not None:
            return max(self.rest.reach[axis], self.rest.start[axis] + length - self.window[axis])
        return max(0, length + 2 * MARGIN - self.window[axis])

    def _start(self, axis: int) -> int:
        if self.rest is not None:
            return self.rest.start[axis]
        return MARGIN if self._reach(axis) else round((self.window[axis] - self.paper[axis] * self.zoom) / 2)

    def _offset(self, axis: int) -> int:
        return self._start(axis) - (self.scroll[axis] if self._reach(axis) else 0)


def next_step(zoom: float, direction: int) -> float:
    """The next larger (direction 1) or smaller (−1) of the keyboard's scales."""
    if direction > 0:
        return next((step for step in STEPS if step > zoom * 1.001), MOST_ZOOM)
    return next((step for step in reversed(STEPS) if step < zoom * 0.999), LEAST_ZOOM)


def _within(value: int, least: int, most: int) -> int:
    return min(max(value, least), most)


def _needed(start: float, end: float, window: int) -> int:
    """How far to scroll so that start … end comes into 0 … window."""
    if start < MARGIN or end - start > window - 2 * MARGIN:
        return round(start - MARGIN)
    return max(0, round(end - window + MARGIN))
