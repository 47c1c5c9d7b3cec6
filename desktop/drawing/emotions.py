"""The emotion lane drawn: scale, fill and spread, curves, markers and labels, each of them a figure of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.document.base import in_order
from desktop.document.project import Persona
from desktop.drawing.marks import mark, star
from desktop.drawing.paragraph import paragraph
from desktop.drawing.shapes import Command, Figure, Path, Placed, Shape
from desktop.layout.curve import Point, Segment, monotone_curve
from desktop.layout.emotions import curve_stroke
from desktop.layout.places import Column, Curve, LabelPlace, MarkerPlace, RowContent
from desktop.layout.spread import mark_radius
from desktop.layout.style import Style
from desktop.typeset.typesetter import Typesetter

LEVELS = (2, 1, 0, -1, -2)


def emotion_figures(
    content: RowContent,
    columns: Sequence[Column],
    width: float,
    personas: Sequence[Persona],
    style: Style,
    typesetter: Typesetter,
) -> tuple[Placed, ...]:
    """Back to front, relative to the row's top and the map's left; the first persona's ink lies over the others'."""
    names = {persona.id: persona.name for persona in in_order(personas)}
    right = columns[-1].x + columns[-1].width if columns else width
    left = columns[0].x if columns else 0.0
    curves = sorted(content.curves, key=lambda curve: -curve.series)
    markers = sorted(content.markers, key=lambda place: -place.series)
    steps = {column.step.id: column.step.title for column in columns}
    return (
        *(_fill(curve, content, width, style) for curve in curves if style.curve(curve.series).fill and curve.segments),
        *_bands(curves, content, width, style),
        _scale(content, left, right, width, style, typesetter),
        *(_curve(curve, content, width, names, style) for curve in curves if curve.segments),
        *(_marker(place, names, steps, style) for place in markers),
        *_names(curves, style, typesetter),
        *_labels(markers, style, typesetter),
    )


def _whole(id_: str, role: str, name: str, content: RowContent, width: float, shapes: Iterable[Shape]) -> Placed:
    """A figure that lies over the whole row."""
    return Placed(0.0, 0.0, Figure(id_, role, name, width, content.height, tuple(shapes)))


def _fill(curve: Curve, content: RowContent, width: float, style: Style) -> Placed:
    """From the curve to the zero line. Where the curve crosses it, the outline runs on along the same line, so the
    lobes above and below turn in opposite ways and both are filled."""
    (first, _), (last, _) = curve.points[0], curve.points[-1]
    run = _along(curve.points, curve.segments)[1:]
    outline: tuple[Command, ...] = (
        ("M", first, content.zero),
        ("L", *curve.points[0]),
        *run,
        ("L", last, content.zero),
        ("Z",),
    )
    return _whole(curve.persona, "curve-fill", "", content, width, [Path(outline, style.curve(curve.series).fill)])


def _bands(curves: Iterable[Curve], content: RowContent, width: float, style: Style) -> Iterator[Placed]:
    """One standard deviation either way, as far as the scale goes; no width at markers without a spread."""
    for curve in curves:
        own = [place for place in content.markers if place.series == curve.series]
        spreads = [place.marker.computed.spread if place.marker.computed else 0.0 for place in own]
        if any(spreads) and curve.segments:
            outline = _band(curve.points, [spread * content.unit for spread in spreads], content)
            fill = style.curve(curve.series).band
            yield _whole(curve.persona, "curve-spread", "", content, width, [Path(outline, fill)])


def _band(points: Sequence[Point], spreads: Sequence[float], content: RowContent) -> tuple[Command, ...]:
    top, bottom = content.zero - 2 * content.unit, content.zero + 2 * content.unit
    upper = [(x, max(top, y - spread)) for (x, y), spread in zip(points, spreads, strict=True)]
    lower = [(x, min(bottom, y + spread)) for (x, y), spread in zip(points, spreads, strict=True)]
    back = _reversed(lower, monotone_curve(lower))
    return (*_along(upper, monotone_curve(upper)), ("L", *lower[-1]), *back, ("Z",))


def _along(points: Sequence[Point], segments: Iterable[Segment]) -> tuple[Command, ...]:
    return (("M", *points[0]), *(("C", *segment) for segment in segments))


def _reversed(points: Sequence[Point], segments: Sequence[Segment]) -> Iterator[Command]:
    """The same pieces from right to left."""
    for start, (x1, y1, x2, y2, _, _) in zip(points[-2::-1], segments[::-1], strict=True):
        yield ("C", x2, y2, x1, y1, *start)


def _scale(
    content: RowContent, left: float, right: float, width: float, style: Style, typesetter: Typesetter
) -> Placed:
    """Lines at the five levels, solid at zero, open where a label stands; figures at +2, 0 and −2 before them."""
    shapes: list[Shape] = []
    labels = [*_label_places(content)]
    for level in LEVELS:
        y = content.zero - level * content.unit
        colour = style.colours["grid" if level else "zero"]
        dash = (3 * style.space["rule"], 4 * style.space["rule"]) if level else ()
        stroke = style.space["rule"]
        shapes += [
            Path((("M", start, y), ("L", end, y)), "", colour, stroke, dash)
            for start, end in _open(left, right, y, labels, style.space["tag-gap"])
        ]
        if level % 2 == 0:
            shapes += _figure(level, left, y, style, typesetter)
    return _whole("", "scale", "", content, width, shapes)


def _figure(level: int, left: float, y: float, style: Style, typesetter: Typesetter) -> Iterable[Shape]:
    """The number of a level, its middle on the level's line."""
    role = style.roles["scale"]
    text = f"{level:+d}".replace("-", "−") if level else "0"
    room = 4 * role.size
    top = y - role.leading / 2
    return paragraph(text, role, left - room - style.space["pad"], top, room, typesetter, align=1.0)


def _open(
    left: float, right: float, y: float, labels: Iterable[LabelPlace], gap: float
) -> Iterator[tuple[float, float]]:
    """What remains of a line where labels stand on it."""
    crossed = sorted(
        (label.rect.x - gap, label.rect.right + gap) for label in labels if label.rect.y < y < label.rect.bottom
    )
    for start, end in crossed:
        if start > left:
            yield left, min(start, right)
        left = max(left, end)
    if left < right:
        yield left, right


def _curve(curve: Curve, content: RowContent, width: float, names: Mapping[str, str], style: Style) -> Placed:
    look = style.curve(curve.series)
    stroke = curve_stroke(curve.series, style)
    path = Path(_along(curve.points, curve.segments), "", look.colour, stroke, look.dash)
    return _whole(curve.persona, "curve", names.get(curve.persona, ""), content, width, [path])


def _marker(place: MarkerPlace, names: Mapping[str, str], steps: Mapping[str, str], style: Style) -> Placed:
    """The mark and its star; the box is the mark's own, the star overhangs it."""
    reach = mark_radius(place.series, style)
    shapes = list(mark(place.series, place.marker.value, reach, reach, style))
    overhang = 0.0
    if place.star:
        dx, dy = place.star[0] - place.x, place.star[1] - place.y
        shapes.append(star(reach + dx, reach + dy, style))
        overhang = max(abs(dx), abs(dy)) + style.space["star"]
    marker = place.marker
    value = f"{marker.value:+.1f}".replace("-", "−")
    parts = (names.get(marker.persona, ""), steps.get(marker.step, ""), value, marker.label)
    name = ", ".join(part for part in parts if part)
    figure = Figure(marker.id, "marker", name, 2 * reach, 2 * reach, tuple(shapes), overhang)
    return Placed(place.x - reach, place.y - reach, figure)


def _label_places(content: RowContent) -> Iterator[LabelPlace]:
    yield from (curve.end_label for curve in content.curves if curve.end_label)
    yield from (place.label for place in content.markers if place.label)


def _names(curves: Iterable[Curve], style: Style, typesetter: Typesetter) -> Iterator[Placed]:
    for curve in curves:
        if curve.end_label:
            yield _text(curve.end_label, "curve-name", "curve", curve.series, style, typesetter)


def _labels(markers: Iterable[MarkerPlace], style: Style, typesetter: Typesetter) -> Iterator[Placed]:
    for place in markers:
        if place.label:
            yield _text(place.label, "marker-label", "marker", place.series, style, typesetter)


def _text(label: LabelPlace, role: str, set_in: str, series: int, style: Style, typesetter: Typesetter) -> Placed:
    rect, ink = label.rect, style.curve(series).ink
    lines = paragraph(label.text, style.roles[set_in], 0.0, 0.0, rect.width, typesetter, align=0.5, colour=ink)
    return Placed(rect.x, rect.y, Figure(label.owner, role, label.text, rect.width, rect.height, lines))
