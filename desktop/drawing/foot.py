"""The foot drawn: *Next* with its numbers, the samples of the legend, the last line."""

from collections.abc import Callable, Iterable, Iterator

from desktop.drawing.marks import mark, star
from desktop.drawing.paragraph import figure_baseline, paragraph
from desktop.drawing.shapes import Box, Ellipse, Figure, Glyphs, Path, Placed, Shape
from desktop.layout.emotions import curve_stroke
from desktop.layout.foot import Foot
from desktop.layout.legend import Entry, EntryPlace
from desktop.layout.places import Rect, TextPlace
from desktop.layout.style import Style
from desktop.layout.tasks import TaskPlace
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter

TICK = ((-0.38, 0.02), (-0.1, 0.3), (0.42, -0.28))
"""Of the circle's radius: the mark of a task that is done."""


def foot_figures(foot: Foot, style: Style, typesetter: Typesetter) -> tuple[Placed, ...]:
    """Every task and every entry of the legend a figure of its own, relative to the foot's top left."""
    return (
        *(_rule(y, foot.width, style) for y in foot.rules),
        *(_words(text, "heading", style, typesetter) for text in [foot.heading] if text),
        *(_task(place, style, typesetter) for place in foot.tasks),
        *(_entry(place, style, typesetter) for place in foot.legend),
        *(_words(text, "footer", style, typesetter) for text in [foot.line] if text),
    )


def _rule(y: float, width: float, style: Style) -> Placed:
    stroke = style.space["rule"]
    line = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", style.colours["line"], stroke)
    return Placed(0.0, y, Figure("", "rule", "", width, 0.0, (line,), stroke / 2))


def _words(text: TextPlace, role: str, style: Style, typesetter: Typesetter) -> Placed:
    shapes = paragraph(text, style, typesetter, dx=-text.x, dy=-text.y)
    return Placed(text.x, text.y, Figure("", role, text.text, text.width, text.height, shapes))


def _task(place: TaskPlace, style: Style, typesetter: Typesetter) -> Placed:
    x, y = place.circle.x, min(place.circle.y, place.texts[0].y)
    circle = Rect(0.0, place.circle.y - y, place.circle.width, place.circle.height)
    shapes: list[Shape] = list(_badge(place, circle, style, typesetter))
    for text in place.texts:
        shapes += paragraph(text, style, typesetter, dx=-x, dy=-y)
    width = place.texts[0].x + place.texts[0].width - x
    return Placed(x, y, Figure(place.task.id, "task", place.task.text, width, place.bottom - y, tuple(shapes)))


def _badge(place: TaskPlace, box: Rect, style: Style, typesetter: Typesetter) -> Iterator[Shape]:
    """The number in a disc of the opportunities' green; a ring with a tick when the task is done."""
    green, radius = style.kind("opportunity").edge, box.width / 2
    cx, cy = box.x + radius, box.y + radius
    if place.task.done:
        stroke = style.space["mark-stroke"]
        inner = radius - stroke / 2
        yield Ellipse(cx, cy, inner, inner, "", green, stroke)
        corners = [(cx + x * radius, cy + y * radius) for x, y in TICK]
        yield Path(tuple(("L" if index else "M", *corner) for index, corner in enumerate(corners)), "", green, stroke)
        return
    role = style.roles["badge"]
    yield Ellipse(cx, cy, radius, radius, green)
    for line in typesetter.lines(str(place.number), role.style, 8 * UNITS):
        width = line.width * role.size / UNITS
        baseline = cy + figure_baseline(role, typesetter)
        yield Glyphs(cx - width / 2, baseline, role.size, role.colour, line)


def _entry(place: EntryPlace, style: Style, typesetter: Typesetter) -> Placed:
    x, y = place.sample.x, min(place.sample.y, place.text.y)
    box = Rect(0.0, place.sample.y - y, place.sample.width, place.sample.height)
    words = paragraph(place.text, style, typesetter, dx=-x, dy=-y)
    shapes = (*_SAMPLES[place.entry.sample](place.entry, box, style), *words)
    width = place.text.x + place.text.width - x
    return Placed(x, y, Figure("", "legend", place.entry.text, width, place.bottom - y, shapes))


def _kind(entry: Entry, box: Rect, style: Style) -> Iterable[Shape]:
    return _swatch(entry.key, box, style)


def _evidence(_: Entry, box: Rect, style: Style) -> Iterable[Shape]:
    return _swatch("other", box, style)


def _swatch(kind: str, box: Rect, style: Style) -> Iterator[Shape]:
    """A card in little."""
    look, edge, radius = style.kind(kind), style.space["edge"], style.space["radius"] * 0.6
    if look.form == "pill":
        half, stroke = box.height / 2, style.space["hairline"] * 1.5
        yield Box(box.x, box.y, box.width, box.height, look.fill, look.edge, stroke, (half, half, half, half))
        return
    yield Box(box.x, box.y, box.width, box.height, look.fill, radii=(radius, radius, radius, radius))
    yield Box(box.x, box.y, edge, box.height, look.edge, radii=(radius, 0.0, 0.0, radius))


def _curve(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    """A piece of the line with its mark in the middle."""
    look, y = style.curve(entry.series), box.y + box.height / 2
    stroke = curve_stroke(entry.series, style)
    yield Path((("M", box.x, y), ("L", box.right, y)), "", look.colour, stroke, look.dash)
    yield from mark(entry.series, 1.0, box.x + box.width / 2, y, style)


def _spread(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    look, half = style.curve(entry.series), box.height / 2
    yield Box(box.x, box.y, box.width, box.height, look.band, radii=(half, half, half, half))
    line = (("M", box.x, box.y + half), ("L", box.right, box.y + half))
    yield Path(line, "", look.colour, curve_stroke(entry.series, style))


def _star(_: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    yield star(box.x + box.width / 2, box.y + box.height / 2, style)


_SAMPLES: dict[str, Callable[[Entry, Rect, Style], Iterable[Shape]]] = {
    "kind": _kind,
    "curve": _curve,
    "star": _star,
    "spread": _spread,
    "evidence": _evidence,
}
