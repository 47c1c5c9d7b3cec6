"""The emotion lane: a scale from −2 to +2, markers at their steps, a curve per persona, labels moved apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop.document.base import in_order
from desktop.document.cards import Marker
from desktop.document.journey import Lane
from desktop.document.project import Persona
from desktop.layout.curve import monotone_curve
from desktop.layout.labels import Ground, Wish, settle
from desktop.layout.places import Column, Curve, LabelPlace, MarkerPlace, Rect, RowContent
from desktop.layout.spread import mark_radius, spread
from desktop.layout.style import Style
from desktop.layout.tags import Tags, label_text
from desktop.typeset.typesetter import Typesetter


def emotion_row(
    lane: Lane, columns: Sequence[Column], personas: Sequence[Persona], style: Style, typesetter: Typesetter
) -> RowContent:
    """The lane laid out; `lane.height` stretches the scale. Markers of steps that are not shown are left out.

    The lane is high enough for every label to stand above or below its marker without touching the lane's rules.
    """
    series = series_of(lane.markers, personas)
    tags = Tags(columns, style, typesetter)
    top, bottom = tags.headroom(lane.markers, series)
    unit = _unit(lane, top + bottom, style)
    row = RowContent(lane, top + 4 * unit + bottom, zero=top + 2 * unit, unit=unit)
    markers = spread(lane.markers, columns, series, row.zero, unit, style)
    curves = [_curve(persona, number, markers) for persona, number in series.items()]
    row = replace(row, markers=markers, curves=tuple(curve for curve in curves if curve.points))
    return _labelled(row, tags, {persona.id: persona.name for persona in personas}, style)


def series_of(markers: Iterable[Marker], personas: Iterable[Persona]) -> dict[str, int]:
    """The personas that have markers, numbered in the project's order, then those it does not know by id."""
    present = {marker.persona for marker in markers}
    known = [persona.id for persona in in_order(personas) if persona.id in present]
    return {persona: number for number, persona in enumerate([*known, *sorted(present.difference(known))])}


def curve_stroke(series: int, style: Style) -> float:
    """A dashed line is thinner than a solid one."""
    return style.space["curve-dashed" if style.curve(series).dash else "curve-solid"]


def _unit(lane: Lane, headroom: float, style: Style) -> float:
    usual = 4 * style.space["emotion-unit"] + headroom
    return (usual * max(1.0, lane.height) - headroom) / 4


def _curve(persona: str, series: int, markers: Iterable[MarkerPlace]) -> Curve:
    points = tuple((place.x, place.y) for place in markers if place.series == series)
    return Curve(persona, series, points, monotone_curve(points))


def _labelled(row: RowContent, tags: Tags, names: dict[str, str], style: Style) -> RowContent:
    """Stars, curve names and marker labels at the places where they keep clear of everything and each other."""
    starred = [index for index, place in enumerate(row.markers) if place.marker.starred]
    named = [index for index, curve in enumerate(row.curves) if names.get(curve.persona)]
    texts = [index for index, place in enumerate(row.markers) if label_text(place.marker)]
    stars = [tags.star(row.markers[index]) for index in starred]
    ends = [tags.name(row.curves[index], names[row.curves[index].persona]) for index in named]
    labels = [tags.label(row.markers[index]) for index in texts]
    wishes = [*stars, *ends, *labels]
    places = iter(
        [_rect(wish, spot) for wish, spot in zip(wishes, settle(wishes, _ground(row, tags, style)), strict=True)]
    )

    markers, curves = list(row.markers), list(row.curves)
    for index, rect in zip(starred, places, strict=False):
        markers[index] = replace(markers[index], star=(rect.x + rect.width / 2, rect.y + rect.height / 2))
    for index, rect in zip(named, places, strict=False):
        persona = curves[index].persona
        curves[index] = replace(curves[index], end_label=LabelPlace(names[persona], tags.inner(rect), persona))
    for index, rect in zip(texts, places, strict=False):
        marker = markers[index].marker
        markers[index] = replace(markers[index], label=LabelPlace(label_text(marker), tags.inner(rect), marker.id))
    return replace(row, markers=tuple(markers), curves=tuple(curves))


def _ground(row: RowContent, tags: Tags, style: Style) -> Ground:
    edge = style.space["tag-gap"] / 2
    ground = Ground((tags.left, edge, tags.right, row.height - edge), style.space["column"])
    for place in row.markers:
        radius = mark_radius(place.series, style)
        ground.add((place.x - radius, place.y - radius, place.x + radius, place.y + radius))
    for curve in row.curves:
        ground.add_curve(curve.points, curve.segments, curve_stroke(curve.series, style))
    return ground


def _rect(wish: Wish, spot: tuple[float, float]) -> Rect:
    return Rect(spot[0], spot[1], wish.width, wish.height)
