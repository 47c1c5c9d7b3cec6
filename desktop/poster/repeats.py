"""Which lanes, stages and steps stand on a sheet of a tiled poster, to name them beside it."""

from collections.abc import Iterable, Iterator

from desktop.drawing.bands import Bands, Span
from desktop.drawing.leaf import Leaf
from desktop.layout.names import lane_name
from desktop.layout.places import Layout
from desktop.plan import bands
from desktop.plan.page import MM
from desktop.plan.tiles import Tile
from desktop.poster.press import Made, Press

LEAST = 3.0
"""mm; what a sheet shows less of is not named."""


def repeated(press: Press, made: Made, tile: Tile, leaf: Leaf) -> Bands:
    """The names that a sheet repeats; those in the first column and row stand on the poster itself."""
    if made.layout is None:
        return Bands(bands.LEFT, bands.TOP)
    colours = press.style.colours
    own, layout = leaf.inner, made.layout
    across, down = _Axis(made.page.x, made, leaf.origin[0]), _Axis(made.page.y, made, leaf.origin[1])
    stages = ((each.stage.title, each.rect.x, each.rect.right) for each in layout.stage_places)
    return Bands(
        bands.LEFT,
        bands.TOP,
        lanes=tuple(_seen(_lanes(press, layout), down, own.y, own.bottom)) if tile.left else (),
        stages=tuple(_seen(stages, across, own.x, own.right)) if tile.above else (),
        steps=tuple(_seen(_steps(press, layout), across, own.x, own.right)) if tile.above else (),
        colour=colours["stage"],
        ink=colours["stage-ink"],
    )


class _Axis:
    """From the layout's units along one axis to mm on a sheet."""

    def __init__(self, start: float, made: Made, origin: float) -> None:
        self._start, self._scale, self._origin = start, made.page.scale, origin

    def at(self, place: float) -> float:
        return (self._start + place * self._scale) / MM - self._origin


Part = tuple[str, float, float]


def _lanes(press: Press, layout: Layout) -> Iterator[Part]:
    for row in layout.rows:
        yield lane_name(row.lane, press.words), row.y, row.y + row.height


def _steps(press: Press, layout: Layout) -> Iterator[Part]:
    """Between the cards' edges, as the headers on the poster."""
    gutter = press.style.space["gutter"]
    for place in layout.step_places:
        column = place.column
        yield place.text.text, column.x + gutter, column.x + column.width - gutter


def _seen(parts: Iterable[Part], axis: _Axis, start: float, end: float) -> Iterator[Span]:
    """What of the parts lies between, in mm on the sheet."""
    for name, first, last in parts:
        span = Span(name, max(start, axis.at(first)), min(end, axis.at(last)))
        if name and span.end - span.start >= LEAST:
            yield span
