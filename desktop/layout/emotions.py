"""The emotion lane: a scale from −2 to +2, markers at their steps, a curve per persona, labels moved apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.document.journey import Lane
from desktop.document.project import Persona
from desktop.layout.beside import Beside
from desktop.layout.curve import monotone_curve
from desktop.layout.labels import Ground, settle
from desktop.layout.places import Column, Curve, LabelPlace, MarkerPlace, Rect, RowContent
from desktop.layout.spread import Chart, mark_radius, spread
from desktop.layout.style import Style
from desktop.layout.tags import DOT, Tags
from desktop.layout.turning import NO_NAMES
from desktop.typeset.typesetter import Typesetter

PASSES = 3
"""A lane so full that something must reach over its edge is made higher, at most so many times."""


def emotion_row(
    lane: Lane,
    columns: Sequence[Column],
    personas: Sequence[Persona],
    style: Style,
    typesetter: Typesetter,
    *,
    stretch: float = 1.0,
    points: Mapping[str, str] = NO_NAMES,
    beside: Beside | None = None,
) -> RowContent:
    """The lane laid out; `lane.height` and `stretch` make the scale so many times as high.

    Markers of steps that are not shown are left out. The lane is high enough for every label to stand above or below
    its marker without touching the lane's rules. `points` are the names of peaks, valleys and ends by their markers;
    `beside` are the feelings of another map, whose curves stand behind those of the same personas.
    """
    series = series_of(lane.markers, personas)
    tags = Tags.over(columns, style, typesetter, points)
    names = {persona.id: persona.name for persona in personas}
    top, bottom = tags.headroom(lane.markers, series)
    row = RowContent(lane, 0.0)
    for _ in range(PASSES):
        unit = _unit(lane, stretch, top + bottom, style)
        chart = Chart(series, top + 2 * unit, unit)
        markers = spread(lane.markers, columns, chart, style)
        curves = tuple(curve for curve in (_curve(each, series[each], markers) for each in series) if curve.points)
        others = _others(beside, lane, columns, chart, style)
        row = RowContent(lane, top + 4 * unit + bottom, (), markers, curves, others, chart.zero, unit)
        row = _labelled(row, tags, names, style, beside.name if beside else "")
        over, under = _beyond(row, style)
        if not over and not under:
            break
        top, bottom = top + over, bottom + under
    return row


def _beyond(row: RowContent, style: Style) -> tuple[float, float]:
    """By how much labels, names and stars reach over the top of the row and under its bottom, rules kept clear."""
    size, edge = style.space["star"], style.space["tag-gap"] / 2
    labels = [place.label.rect for place in row.markers if place.label]
    labels += [curve.end_label.rect for curve in (*row.curves, *row.others) if curve.end_label]
    tops = [rect.y for rect in labels] + [place.star[1] - size for place in row.markers if place.star]
    bottoms = [rect.bottom for rect in labels] + [place.star[1] + size for place in row.markers if place.star]
    over, under = edge - min(tops, default=edge), max(bottoms, default=0.0) - (row.height - edge)
    return max(0.0, over), max(0.0, under)


def series_of(markers: Iterable[Marker], personas: Iterable[Persona]) -> dict[str, int]:
    """The personas that have markers, numbered in the project's order, then those it does not know by id."""
    present = {marker.persona for marker in markers}
    known = [persona.id for persona in in_order(personas) if persona.id in present]
    return {persona: number for number, persona in enumerate([*known, *sorted(present.difference(known))])}


def curve_stroke(series: int, style: Style) -> float:
    """A dashed line is thinner than a solid one."""
    return style.space["curve-dashed" if style.curve(series).dash else "curve-solid"]


def _unit(lane: Lane, stretch: float, headroom: float, style: Style) -> float:
    usual = 4 * style.space["emotion-unit"] + headroom
    return (usual * max(1.0, lane.height) * stretch - headroom) / 4


def _curve(persona: str, series: int, markers: Iterable[MarkerPlace]) -> Curve:
    points = tuple((place.x, place.y) for place in markers if place.series == series)
    return Curve(persona, series, points, monotone_curve(points))


def _others(
    beside: Beside | None, lane: Lane, columns: Sequence[Column], chart: Chart, style: Style
) -> tuple[Curve, ...]:
    """The other map's curves of those personas who have one here that is not the same, at the middle of their columns
    where they can."""
    if beside is None:
        return ()
    here = {(marker.persona, marker.step): marker.value for marker in lane.markers}
    other = {one.persona for one in beside.markers if here.get((one.persona, one.step)) != one.value}
    own = [marker for marker in beside.markers if marker.persona in chart.series and marker.persona in other]
    curves = (
        _curve(persona, series, spread((one for one in own if one.persona == persona), columns, chart, style))
        for persona, series in chart.series.items()
    )
    return tuple(curve for curve in curves if curve.points)


def _labelled(row: RowContent, tags: Tags, names: dict[str, str], style: Style, beside: str) -> RowContent:
    """Stars, curve names and marker labels at the places where they keep clear of everything and each other.

    `beside` is what the map is called that the curves behind belong to.
    """
    named = [curve for curve in row.curves if names.get(curve.persona)]
    behind = {curve.persona: DOT.join(filter(None, (names.get(curve.persona), beside))) for curve in row.others}
    wishes = {
        **{("star", place.marker.id): tags.star(place) for place in row.markers if place.marker.starred},
        **{("name", curve.persona): tags.name(curve, names[curve.persona]) for curve in named},
        **{("other", curve.persona): tags.name(curve, behind[curve.persona]) for curve in row.others if beside},
        **{("label", place.marker.id): tags.label(place, row.unit) for place in row.markers if tags.text(place.marker)},
    }
    spots = settle(tuple(wishes.values()), _ground(row, tags, style))
    rects = {
        key: Rect(spot[0], spot[1], wish.width, wish.height)
        for (key, wish), spot in zip(wishes.items(), spots, strict=True)
    }
    markers = tuple(_tagged(place, rects, tags) for place in row.markers)
    curves = tuple(
        _named(curve, names.get(curve.persona, ""), rects.get(("name", curve.persona)), tags) for curve in row.curves
    )
    others = tuple(
        _named(curve, behind[curve.persona], rects.get(("other", curve.persona)), tags) for curve in row.others
    )
    return replace(row, markers=markers, curves=curves, others=others)


def _tagged(place: MarkerPlace, rects: Mapping[tuple[str, str], Rect], tags: Tags) -> MarkerPlace:
    """The marker with its label and its star."""
    marker = place.marker
    label, star = rects.get(("label", marker.id)), rects.get(("star", marker.id))
    if label is None and star is None:
        return place
    text = LabelPlace(tags.text(marker), tags.inner(label), marker.id) if label else None
    centre = (star.x + star.width / 2, star.y + star.height / 2) if star else None
    return replace(place, label=text, star=centre)


def _named(curve: Curve, name: str, rect: Rect | None, tags: Tags) -> Curve:
    return replace(curve, end_label=LabelPlace(name, tags.inner(rect), curve.persona)) if rect else curve


def _ground(row: RowContent, tags: Tags, style: Style) -> Ground:
    edge = style.space["tag-gap"] / 2
    ground = Ground((tags.left, edge, tags.right, row.height - edge), style.space["column"])
    for place in row.markers:
        radius = mark_radius(place.series, style)
        ground.add((place.x - radius, place.y - radius, place.x + radius, place.y + radius))
    add_curves(ground, row, style)
    return ground


def add_curves(ground: Ground, row: RowContent, style: Style) -> None:
    """All curves of a row, those of another map too, as what labels keep clear of."""
    for curve in row.curves:
        ground.add_curve(curve.points, curve.segments, curve_stroke(curve.series, style))
    for curve in row.others:
        ground.add_curve(curve.points, curve.segments, style.space["curve-other"])
