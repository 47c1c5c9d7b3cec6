"""The readings of a metric as a chart no larger than a word: a line that ends in a dot, or bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.document.project import Metric
from desktop.drawing.pens import rectangles
from desktop.drawing.shapes import Ellipse, Path, Shape
from desktop.layout.colour import mixed
from desktop.layout.measures import BAR, history
from desktop.layout.places import Rect
from desktop.layout.style import Style

MOST_POINTS, MOST_BARS = 36, 12
"""How many readings a line and bars show: the latest ones."""

GAP = 0.3
"""Of the width of a bar and the gap after it."""

PALE = 0.55
"""How much of the paper is in earlier bars; the latest one is full."""

THINNEST = 0.04
"""The height of a bar for nothing at all, as a share of the chart's."""

FINE = 0.6
"""The line of the target, in widths of the line of readings."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to heights on the drawing."""

    low: float
    high: float
    rect: Rect

    @classmethod
    def of(cls, values: Sequence[float], rect: Rect) -> "_Scale":
        return cls(min(values), max(values), rect)

    def y(self, value: float) -> float:
        """The middle where all values are one."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.rect.bottom - share * self.rect.height


def spark(metric: Metric, rect: Rect, form: str, colour: str, style: Style) -> Iterator[Shape]:
    """Bars stand on zero; a line takes the height that it has. The target is a dashed line across."""
    values = history(metric)
    if len(values) < 2:
        return
    inner = _within(rect, style.space["spark-dot"])
    if form == BAR:
        values = values[-MOST_BARS:]
        scale = _Scale.of(_with(metric.target, (*values, 0.0)), rect)
        yield from _bars(values, scale, colour, style)
    else:
        values = values[-MOST_POINTS:]
        scale = _Scale.of(_with(metric.target, values), inner)
    if metric.target is not None:
        yield _across(scale.y(metric.target), rect, colour, style)
    if form != BAR:
        yield from _line(values, scale, colour, style)


def _with(target: float | None, values: Sequence[float]) -> Sequence[float]:
    return values if target is None else (*values, target)


def _within(rect: Rect, by: float) -> Rect:
    return Rect(rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by)


def _line(values: Sequence[float], scale: _Scale, colour: str, style: Style) -> Iterator[Shape]:
    rect, dot = scale.rect, style.space["spark-dot"]
    step = rect.width / (len(values) - 1)
    points = [(rect.x + number * step, scale.y(value)) for number, value in enumerate(values)]
    line = tuple(("L" if number else "M", x, y) for number, (x, y) in enumerate(points))
    yield Path(line, stroke=colour, stroke_width=style.space["spark-line"])
    yield Ellipse(*points[-1], dot, dot, colour)


def _bars(values: Sequence[float], scale: _Scale, colour: str, style: Style) -> Iterator[Shape]:
    pale = mixed(colour, style.colours["paper"], PALE)
    bars = list(_rects(values, scale))
    yield Path(rectangles(bars[:-1]), fill=pale)
    yield Path(rectangles(bars[-1:]), fill=colour)


def _rects(values: Sequence[float], scale: _Scale) -> Iterator[Rect]:
    rect, zero = scale.rect, scale.y(0.0)
    pitch = rect.width / (len(values) - GAP)
    for number, value in enumerate(values):
        top, bottom = sorted((scale.y(value), zero))
        height = max(bottom - top, THINNEST * rect.height)
        y = min(top, rect.bottom - height) if value < 0 else max(bottom - height, rect.y)
        yield Rect(rect.x + number * pitch, y, pitch * (1 - GAP), height)


def _across(y: float, rect: Rect, colour: str, style: Style) -> Shape:
    line = style.space["spark-line"] * FINE
    return Path((("M", rect.x, y), ("L", rect.right, y)), "", colour, line, (2 * line, 2.5 * line))
