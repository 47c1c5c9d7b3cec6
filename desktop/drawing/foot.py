"""The foot drawn: *Next* with its numbers, the samples of the legend, the last line."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from desktop.drawing.known import disc
from desktop.drawing.marks import mark, star
from desktop.drawing.pens import IconPen, centred_text, rectangles, text_ink
from desktop.drawing.shapes import Box, Ellipse, Figure, Path, Placed, Shape
from desktop.layout.compose import Composer
from desktop.layout.emotions import curve_stroke
from desktop.layout.legend import ASSUMED
from desktop.layout.places import Entry, EntryPlace, Foot, Rect, TaskPlace, TextPlace
from desktop.layout.style import KindStyle, Style

TICK = ((-0.38, 0.02), (-0.1, 0.3), (0.42, -0.28))
"""Of the circle's radius: the mark of a task that is done."""

SMALL = 0.62
"""The size of a mark in the legend."""

DASHES = 2
"""Pieces of a dashed edge in the legend."""


def foot_figures(foot: Foot, composer: Composer) -> tuple[Placed, ...]:
    """Every task and every entry of the legend a figure of its own, relative to the foot's top left."""
    pen = _FootPen(composer)
    return (
        *(pen.rule(y, foot.width) for y in foot.rules),
        *(pen.words(text, "heading") for text in [foot.heading] if text),
        *(pen.task(place) for place in foot.tasks),
        *(pen.entry(place) for place in foot.legend),
        *(pen.words(text, "footer") for text in [foot.line] if text),
        *(pen.fact(caption, text) for caption, text in zip(foot.block[::2], foot.block[1::2], strict=True)),
    )


class _FootPen:
    """Draws the parts of a foot."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._style = composer.style
        self._icons = IconPen(composer)

    def rule(self, y: float, width: float) -> Placed:
        stroke = self._style.space["rule"]
        line = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", self._style.colours["line"], stroke)
        return Placed(0.0, y, Figure("", "rule", "", width, 0.0, (line,), stroke / 2))

    def words(self, text: TextPlace, role: str) -> Placed:
        shapes = tuple(self._text(text, text.x, text.y))
        return Placed(text.x, text.y, Figure("", role, text.text, text.width, text.height, shapes))

    def fact(self, caption: TextPlace, text: TextPlace) -> Placed:
        """A caption of the title block and what stands under it."""
        x, y = caption.x, caption.y
        shapes = (*self._text(caption, x, y), *self._text(text, x, y))
        name = f"{caption.text}: {text.text}"
        return Placed(x, y, Figure("", "footer", name, text.width, text.bottom - y, shapes))

    def task(self, place: TaskPlace) -> Placed:
        x, y = place.circle.x, min(place.circle.y, place.texts[0].y)
        box = Rect(0.0, place.circle.y - y, place.circle.width, place.circle.height)
        shapes = [*self._badge(place, box), *(ink for text in place.texts for ink in self._text(text, x, y))]
        width = place.texts[0].x + place.texts[0].width - x
        return Placed(x, y, Figure(place.task.id, "task", place.task.text, width, place.bottom - y, tuple(shapes)))

    def entry(self, place: EntryPlace) -> Placed:
        x, y = place.sample.x, min(place.sample.y, place.text.y)
        box = Rect(0.0, place.sample.y - y, place.sample.width, place.sample.height)
        shapes = (*self._sample(place.entry, box), *self._text(place.text, x, y))
        width = place.text.x + place.text.width - x
        return Placed(x, y, Figure("", "legend", place.entry.text, width, place.bottom - y, shapes))

    def _text(self, text: TextPlace, x: float, y: float) -> Iterable[Shape]:
        return text_ink(text._replace(x=text.x - x, y=text.y - y), self._composer)

    def _badge(self, place: TaskPlace, box: Rect) -> Iterator[Shape]:
        """The number in a disc of the opportunities' green; a ring with a tick when the task is done."""
        green, radius = self._style.kind("opportunity").edge, box.width / 2
        cx, cy = box.x + radius, box.y + radius
        if not place.task.done:
            yield Ellipse(cx, cy, radius, radius, green)
            yield from centred_text(str(place.number), "badge", cx, cy, self._composer)
            return
        stroke = self._style.space["mark-stroke"]
        yield Ellipse(cx, cy, radius - stroke / 2, radius - stroke / 2, "", green, stroke)
        corners = [(cx + x * radius, cy + y * radius) for x, y in TICK]
        yield Path(tuple(("L" if index else "M", *corner) for index, corner in enumerate(corners)), "", green, stroke)

    def _sample(self, entry: Entry, box: Rect) -> Iterable[Shape]:
        drawn = SAMPLES.get(entry.sample)
        return drawn(entry, box, self._style) if drawn else self._kind(entry.key, box)

    def _kind(self, key: str, box: Rect) -> Iterator[Shape]:
        """A card in little, with its kind's icon."""
        look, edge = self._style.kind(key), self._style.space["edge"]
        left = 0.0
        if look.form == "pill":
            half, line = box.height / 2, self._style.space["stroke"]
            inner = (half - line / 2,) * 4
            yield Box(
                box.x + line / 2,
                box.y + line / 2,
                box.width - line,
                box.height - line,
                look.fill,
                look.edge,
                line,
                inner,
            )
        elif look.form == "card":
            left = edge
            yield from _card(box, look, self._style)
            yield _edge(box, look.edge, self._style)
        size = self._style.space["legend-icon"]
        square = Rect(box.x + left + (box.width - left - size) / 2, box.y + (box.height - size) / 2, size, size)
        yield from self._icons.icon(look.icon, "other", square, look.edge)


def _radius(style: Style) -> float:
    return style.space["radius"] * 0.6


def _card(box: Rect, look: KindStyle, style: Style) -> Iterator[Shape]:
    line = style.space["hairline"] if look.outline else 0.0
    sides = box.x + line / 2, box.y + line / 2, box.width - line, box.height - line
    yield Box(*sides, look.fill, look.outline, line, (_radius(style) - line / 2,) * 4)


def _edge(box: Rect, colour: str, style: Style) -> Shape:
    radius = _radius(style)
    return Box(box.x, box.y, style.space["edge"], box.height, colour, radii=(radius, 0.0, 0.0, radius))


def _proof(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    """A card with the edge and the disc of a state of evidence; dashed where nobody has proved it."""
    look = style.kind("other")
    yield from _card(box, look, style)
    if entry.key in ASSUMED:
        pitch = box.height / DASHES
        pieces = (Rect(box.x, box.y + (n + 0.2) * pitch, style.space["edge"], 0.6 * pitch) for n in range(DASHES))
        yield Path(rectangles(pieces), look.edge)
    else:
        yield _edge(box, look.edge, style)
    yield from disc(
        entry.key, (box.x + (box.width + style.space["edge"]) / 2, box.y + box.height / 2), look.edge, style
    )


def _curve(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    """A piece of the line with its mark in the middle."""
    yield _line(entry, box, style)
    yield from mark(entry.series, 1.0, _middle(box), style, SMALL)


def _spread(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    half = box.height / 2
    yield Box(box.x, box.y, box.width, box.height, style.curve(entry.series).band, radii=(half,) * 4)
    yield _line(entry, box, style)


def _other(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    """A piece of another map's curve with its ring."""
    look, space, middle = style.curve(entry.series), style.space, box.y + box.height / 2
    stroke, dash, size = space["curve-other"], space["other-dash"], space["other-mark"]
    yield Path((("M", box.x, middle), ("L", box.right, middle)), "", look.colour, stroke, (dash, dash))
    yield Ellipse(box.x + box.width / 2, middle, size, size, style.colours["paper"], look.colour, stroke)


def _gap(entry: Entry, box: Rect, style: Style) -> Iterator[Shape]:
    """What is hatched between two curves."""
    look, pitch = style.curve(entry.series), style.space["gap-pitch"]
    lines = [box.x + pitch * (number + 0.5) for number in range(int(box.width / pitch))]
    hatch = tuple(command for x in lines for command in (("M", x, box.y), ("L", x, box.bottom)))
    yield Box(box.x, box.y, box.width, box.height, look.fill or look.band)
    yield Path(hatch, "", look.colour, style.space["gap-line"])


def _computed(entry: Entry, box: Rect, style: Style) -> Iterable[Shape]:
    """A mark whose value is nobody's guess."""
    return mark(entry.series, 1.0, _middle(box), style, SMALL, solid=True)


def _star(_entry: Entry, box: Rect, style: Style) -> Iterable[Shape]:
    return (star(*_middle(box), style),)


def _middle(box: Rect) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _line(entry: Entry, box: Rect, style: Style) -> Shape:
    look, y = style.curve(entry.series), box.y + box.height / 2
    return Path((("M", box.x, y), ("L", box.right, y)), "", look.colour, curve_stroke(entry.series, style), look.dash)


SAMPLES: Mapping[str, Callable[[Entry, Rect, Style], Iterable[Shape]]] = {
    "curve": _curve,
    "spread": _spread,
    "computed": _computed,
    "other": _other,
    "gap": _gap,
    "star": _star,
    "evidence": _proof,
}
"""What is drawn of whatever is no kind of card."""
