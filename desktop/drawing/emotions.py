"""The emotion lane drawn: scale, fill and spread, curves, markers and labels, each of them a figure of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from desktop.document.project import Persona
from desktop.drawing.marks import mark, star
from desktop.drawing.pens import centred_text
from desktop.drawing.shapes import Box, Command, Ellipse, Figure, Glyphs, Path, Placed, Shape
from desktop.layout.compose import Composer
from desktop.layout.curve import Point, Segment
from desktop.layout.emotions import add_curves, curve_stroke
from desktop.layout.gap import bars, common
from desktop.layout.labels import Ground
from desktop.layout.places import Column, Curve, LabelPlace, MarkerPlace, Rect, RowContent, TextPlace
from desktop.layout.signs import signed
from desktop.layout.spread import mark_radius
from desktop.layout.style import Style
from desktop.layout.tags import is_computed, spread_reach

LEVELS = (2, 1, 0, -1, -2)


def emotion_figures(
    content: RowContent,
    columns: Sequence[Column],
    width: float,
    personas: Sequence[Persona],
    composer: Composer,
) -> tuple[Placed, ...]:
    """Back to front, relative to the row's top and the map's left; the first persona's ink lies over the others'."""
    names = {persona.id: persona.name for persona in personas}
    steps = {column.step.id: column.step.title for column in columns}
    style = composer.style
    lane = _Lane(content, tuple(columns), width, names, steps, style, composer)
    curves = sorted(content.curves, key=lambda curve: -curve.series)
    markers = sorted(content.markers, key=lambda place: -place.series)
    spreads = [spread for curve in curves for spread in lane.spread(curve)]
    return (
        *(lane.fill(curve) for curve in curves if style.curve(curve.series).fill and lane.is_alone(curve)),
        *(shade for other in content.others for shade in lane.gap(other)),
        *spreads,
        *(lane.rim(spread.figure, each) for spread, each in _edged(spreads, curves)),
        lane.scale(),
        *(lane.other(curve) for curve in content.others),
        *(lane.curve(curve) for curve in curves if curve.segments),
        *lane.clearings(),
        *(lane.marker(place) for place in markers),
        *(
            lane.label(curve.end_label, "curve", curve.series)
            for curve in (*content.others, *curves)
            if curve.end_label
        ),
        *(lane.label(place.label, "marker", place.series) for place in markers if place.label),
    )


@dataclass(frozen=True, slots=True)
class _Lane:
    """One emotion lane and what it is drawn with."""

    content: RowContent
    columns: tuple[Column, ...]
    width: float
    names: dict[str, str]
    steps: dict[str, str]
    style: Style
    composer: Composer

    def fill(self, curve: Curve) -> Placed:
        """From the curve to the zero line. Where the curve crosses it the outline crosses too, so the lobes above and
        below it turn in opposite ways, and both are inside by the non-zero rule."""
        first, last, zero = curve.points[0][0], curve.points[-1][0], self.content.zero
        run = _along(curve.points, curve.segments)[1:]
        outline: tuple[Command, ...] = (("M", first, zero), ("L", *curve.points[0]), *run, ("L", last, zero), ("Z",))
        return self._whole(curve.persona, "curve-fill", "", [Path(outline, self.style.curve(curve.series).fill)])

    def is_alone(self, curve: Curve) -> bool:
        """Whether it has a line, and no other map's curve to be compared with: the fill is that of the gap then."""
        return bool(curve.segments) and not any(other.series == curve.series for other in self.content.others)

    def gap(self, other: Curve) -> Iterator[Placed]:
        """The room between another map's curve and that of the same persona here, tinted and hatched."""
        own = next((curve for curve in self.content.curves if curve.series == other.series), None)
        runs = common(own, other) if own else None
        if runs is None:
            return
        here, there = runs
        look, space = self.style.curve(other.series), self.style.space
        outline = (*_along(*here), ("L", *there.points[-1]), *_backwards(*there), ("Z",))
        lines = bars(here, there, space["gap-pitch"])
        hatch = tuple(command for x, top, bottom in lines for command in (("M", x, top), ("L", x, bottom)))
        shapes = [Path(outline, look.fill or look.band), Path(hatch, "", look.colour, space["gap-line"])]
        yield self._whole(other.persona, "curve-gap", "", shapes[: 1 + bool(hatch)])

    def other(self, curve: Curve) -> Placed:
        """Another map's curve: thin, dashed, a small ring at every marker."""
        look, space = self.style.curve(curve.series), self.style.space
        stroke, dash, size = space["curve-other"], space["other-dash"], space["other-mark"]
        line = [Path(_along(curve.points, curve.segments), "", look.colour, stroke, (dash, dash))]
        rings = [Ellipse(x, y, size, size, self.style.colours["paper"], look.colour, stroke) for x, y in curve.points]
        name = curve.end_label.text if curve.end_label else ""
        return self._whole(curve.persona, "curve-other", name, [*(line if curve.segments else ()), *rings])

    def spread(self, curve: Curve) -> Iterator[Placed]:
        """One standard deviation either way, as far as the scale goes: a band along neighbours that have one, a bar
        at a marker that stands alone, for what lies between is not known."""
        own = [place for place in self.content.markers if place.series == curve.series]
        known = [any(spread_reach(place.marker)) for place in own]
        runs = [
            [index for index, _ in run] for wide, run in groupby(enumerate(known), key=lambda pair: pair[1]) if wide
        ]
        shapes = [self._band(curve, own, run) if len(run) > 1 else self._bar(own[run[0]]) for run in runs]
        if shapes:
            yield self._whole(curve.persona, "curve-spread", "", shapes)

    def rim(self, spread: Figure, curve: Curve) -> Placed:
        """A hairline round a spread that another one may lie over."""
        line = self.style.space["hairline"]
        colour = self.style.curve(curve.series).colour
        inked = (shape for shape in spread.shapes if isinstance(shape, Box | Path))
        shapes = [shape._replace(fill="", stroke=colour, stroke_width=line) for shape in inked]
        return self._whole(curve.persona, "curve-spread", "", shapes)

    def _reach(self, place: MarkerPlace) -> tuple[float, float]:
        """How far a marker's spread goes up and down."""
        above, below = spread_reach(place.marker)
        return above * self.content.unit, below * self.content.unit

    def _band(self, curve: Curve, own: Sequence[MarkerPlace], run: Sequence[int]) -> Shape:
        """The curve moved up and down by the spread, which changes evenly from each marker to the next."""
        points = curve.points[run[0] : run[-1] + 1]
        segments = curve.segments[run[0] : run[-1]]
        reaches = [self._reach(own[index]) for index in run]
        upper = self._moved(points, segments, [-above for above, _ in reaches])
        lower = self._moved(points, segments, [below for _, below in reaches])
        outline = (*_along(*upper), ("L", *lower[0][-1]), *_backwards(*lower), ("Z",))
        return Path(outline, self.style.curve(curve.series).band)

    def _moved(
        self, points: Sequence[Point], segments: Iterable[Segment], by: Sequence[float]
    ) -> tuple[list[Point], list[Segment]]:
        """Points and pieces moved down by a length per point, changing evenly in between; kept within the scale."""
        reach = 2 * self.content.unit
        low, high = self.content.zero - reach, self.content.zero + reach
        moved = [
            (x1, min(high, max(low, y1 + (2 * a + b) / 3)), x2, min(high, max(low, y2 + (a + 2 * b) / 3)), x, y + b)
            for (x1, y1, x2, y2, x, y), (a, b) in zip(segments, pairwise(by), strict=True)
        ]
        return [(x, y + length) for (x, y), length in zip(points, by, strict=True)], moved

    def _bar(self, place: MarkerPlace) -> Shape:
        half = self.style.space["spread-bar"] / 2
        above, below = self._reach(place)
        fill = self.style.curve(place.series).band
        return Box(place.x - half, place.y - above, 2 * half, above + below, fill, radii=(half, half, half, half))

    def scale(self) -> Placed:
        """Lines at the five levels, solid at zero, open where a label stands; figures at +2, 0 and −2 before them."""
        shapes: list[Shape] = []
        for level in LEVELS:
            shapes += self._level(level)
            if level % 2 == 0:
                shapes += self._number(level)
        return self._whole("", "scale", "", shapes)

    def _level(self, level: int) -> Iterator[Shape]:
        rule, y = self.style.space["rule"], self.content.zero - level * self.content.unit
        colour = self.style.colours["grid" if level else "zero"]
        dash = (3 * rule, 4 * rule) if level else ()
        for start, end in self._open(y):
            yield Path((("M", start, y), ("L", end, y)), "", colour, rule, dash)

    def _open(self, y: float) -> Iterator[tuple[float, float]]:
        """What remains of a line at this height where labels stand on it."""
        left, right, gap = self._left, self._right, self.style.space["tag-gap"]
        across = (rect for rect in self._rects() if rect.y < y < rect.bottom)
        for rect in sorted(across, key=lambda rect: rect.x):
            if rect.x - gap > left:
                yield left, rect.x - gap
            left = max(left, rect.right + gap)
        if left < right:
            yield left, right

    def _rects(self) -> Iterator[Rect]:
        """The boxes of all names and labels."""
        curves = (*self.content.others, *self.content.curves)
        yield from (curve.end_label.rect for curve in curves if curve.end_label)
        yield from (place.label.rect for place in self.content.markers if place.label)

    def _number(self, level: int) -> Iterator[Shape]:
        """The figure of a level, its middle on the level's line, right before the first column."""
        text = signed(level)
        half = self.composer.width(text, "scale") / 2
        y = self.content.zero - level * self.content.unit
        return centred_text(
            text, "scale", self._left - self.style.space["gutter"] - self.style.space["pad"] - half, y, self.composer
        )

    def curve(self, curve: Curve) -> Placed:
        look, stroke = self.style.curve(curve.series), curve_stroke(curve.series, self.style)
        path = Path(_along(curve.points, curve.segments), "", look.colour, stroke, look.dash)
        return self._whole(curve.persona, "curve", self._told(curve), [path])

    def _told(self, curve: Curve) -> str:
        """The curve in words: “Maya: Orders +1; Waits −1.5, forgotten”."""
        own = (place.marker for place in self.content.markers if place.series == curve.series)
        told = (f"{self.steps.get(each.step, '')} {signed(each.value)}, {each.label}".strip(", ") for each in own)
        return f"{self.names.get(curve.persona, '')}: {'; '.join(told)}".removeprefix(": ")

    def clearings(self) -> Iterator[Placed]:
        """Paper over the curves under a label that found no place beside them; marks stay uncovered."""
        ground = Ground((0.0, 0.0, self.width, self.content.height), self.style.space["column"])
        add_curves(ground, self.content, self.style)
        for rect in self._rects():
            if not ground.free((rect.x, rect.y, rect.right, rect.bottom)):
                box = Box(0.0, 0.0, rect.width, rect.height, self.style.colours["paper"])
                yield Placed(rect.x, rect.y, Figure("", "clearing", "", rect.width, rect.height, (box,)))

    def marker(self, place: MarkerPlace) -> Placed:
        """The mark and its star; the box is the mark's own, and the star overhangs it."""
        reach = mark_radius(place.series, self.style)
        solid = is_computed(place.marker)
        shapes = mark(place.series, place.marker.value, (reach, reach), self.style, solid=solid)
        overhang = 0.0
        if place.star:
            dx, dy = place.star[0] - place.x, place.star[1] - place.y
            shapes = (*shapes, star(reach + dx, reach + dy, self.style))
            overhang = max(abs(dx), abs(dy)) + self.style.space["star"]
        figure = Figure(place.marker.id, "marker", self._spoken(place), 2 * reach, 2 * reach, shapes, overhang)
        return Placed(place.x - reach, place.y - reach, figure)

    def _spoken(self, place: MarkerPlace) -> str:
        """Who feels what and where: “Maya, Waits, −1.5, forgotten · n 38”."""
        marker = place.marker
        value = signed(marker.value, "+.1f", "+0.0")
        said = " ".join(place.label.text.split()) if place.label else ""
        parts = (self.names.get(marker.persona, ""), self.steps.get(marker.step, ""), value, said)
        return ", ".join(part for part in parts if part)

    def label(self, label: LabelPlace, role: str, series: int) -> Placed:
        """A marker's label or a curve's name in its ink, as a figure with the role “marker-label” or “curve-label”."""
        rect, setting = label.rect, self.composer.setting(role)
        place = TextPlace(label.text, role, 0.0, 0.0, rect.width, 0, rect.height, align="left")
        ink = self.style.curve(series).ink
        shapes = tuple(
            Glyphs(x + (rect.width - line.width * setting.scale) / 2, y, setting.role.size, ink, line)
            for x, y, line in self.composer.lines(place)
        )
        return Placed(rect.x, rect.y, Figure(label.owner, f"{role}-label", label.text, rect.width, rect.height, shapes))

    def _whole(self, id_: str, role: str, name: str, shapes: Iterable[Shape]) -> Placed:
        """A figure that lies over the whole row."""
        return Placed(0.0, 0.0, Figure(id_, role, name, self.width, self.content.height, tuple(shapes)))

    @property
    def _left(self) -> float:
        """Where the first cards begin."""
        return self.columns[0].x + self.style.space["gutter"] if self.columns else 0.0

    @property
    def _right(self) -> float:
        """Where the last cards end."""
        return self.columns[-1].x + self.columns[-1].width - self.style.space["gutter"] if self.columns else self.width


def _edged(spreads: Sequence[Placed], curves: Sequence[Curve]) -> Iterator[tuple[Placed, Curve]]:
    """The spreads with their curves where there are several, which hide some of each other."""
    by_persona = {curve.persona: curve for curve in curves}
    if len(spreads) > 1:
        yield from ((spread, by_persona[spread.figure.id]) for spread in spreads)


def _along(points: Sequence[Point], segments: Iterable[Segment]) -> tuple[Command, ...]:
    return (("M", *points[0]), *(("C", *segment) for segment in segments))


def _backwards(points: Sequence[Point], segments: Sequence[Segment]) -> Iterator[Command]:
    """The same pieces from right to left."""
    for start, (x1, y1, x2, y2, _, _) in zip(points[-2::-1], segments[::-1], strict=True):
        yield ("C", x2, y2, x1, y1, *start)
