"""What a layouter remembers from one layout to the next, so that an edit costs the lanes that it touched."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.document.journey import Lane, Link
from desktop.document.kinds import DIVIDERS
from desktop.layout.compose import Composer
from desktop.layout.emotions import emotion_row, series_of
from desktop.layout.numbers import Context, Summary, summary
from desktop.layout.places import Column, RowContent
from desktop.layout.rows import Geometry, Grid, RowRecord, add_cards, label_bar, lane_label, least_height
from desktop.layout.turning import NO_NAMES, point_names, turning_points
from desktop.method.ranking import answers

STATES = 4
"""How many states of a lane are kept: the present one, candidates of a drag, the one that undo brings back."""

MOST_LANES = 2_000


class RowMemory:
    """Grids, summaries and rows by the identity of what they were made from."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._grids: deque[Grid] = deque(maxlen=8)
        self._rows: dict[str, deque[RowRecord]] = {}
        self._summaries: dict[str, tuple[Lane, Grid, Summary]] = {}
        self._links: tuple[Sequence[Link], Mapping[str, list[str]]] = ((), {})

    def grid(self, across: Sequence[Column], label_x: float, label_width: float, *, known: bool = False) -> Grid:
        """The same object for the same steps, places and widths. known: labels show how much of their lane is known."""
        geometry = Geometry(
            tuple(column.step.id for column in across),
            tuple(column.x for column in across),
            tuple(column.width for column in across),
            label_x,
            label_width,
            tuple(column.folds for column in across),
            known,
        )
        for grid in self._grids:
            if grid.geometry == geometry:
                return grid
        self._grids.appendleft(Grid(geometry, geometry.index()))
        return self._grids[0]

    def summary(self, lane: Lane, grid: Grid) -> Summary:
        """The lane's summary, counted once per value."""
        found = self._summaries.get(lane.id)
        if found is None or found[0] is not lane or found[1] is not grid:
            found = self._summaries[lane.id] = (lane, grid, summary(lane, grid.index))
        return found[2]

    def signs(self, lane: Lane) -> tuple[object, ...]:
        """What the legend may have to explain of a lane whose summary was asked for."""
        found = self._summaries.get(lane.id)
        return lane.kind, found[2].signs if found else frozenset(), lane.markers

    def answers(self, links: Sequence[Link]) -> Mapping[str, list[str]]:
        """Per pain point the opportunities that answer it."""
        if self._links[0] is not links:
            self._links = (links, answers(links))
        return self._links[1]

    def row(
        self,
        lane: Lane,
        grid: Grid,
        context: Context,
        caption: str,
        across: Sequence[Column],
        *,
        stretch: float = 1.0,
    ) -> RowContent:
        """The lane's row: the same object when lane, columns and all that its cards need are the same.

        `stretch` is how many times as high as usual the scale of emotions is."""
        stretch = stretch if lane.kind == "emotions" else 1.0
        if len(self._rows) > MOST_LANES:
            self._rows.clear()
        records = self._rows.setdefault(lane.id, deque(maxlen=STATES))
        for record in records:
            same = record.lane is lane and record.grid is grid and record.caption == caption
            if same and record.stretch == stretch and record.context == context:
                return record.content
        before = records[0] if records else None
        base = self._base(lane, grid, context, caption, across, stretch=stretch)
        holds_cards = lane.cards or lane.kind not in DIVIDERS
        content = add_cards(base, grid, context, before, self._composer) if holds_cards else base
        records.appendleft(RowRecord(lane, grid, context, caption, stretch, content))
        return content

    def _base(
        self, lane: Lane, grid: Grid, context: Context, caption: str, across: Sequence[Column], *, stretch: float
    ) -> RowContent:
        """The row without its cards."""
        composer = self._composer
        label = lane_label(lane, caption, grid.geometry, composer)
        base = RowContent(lane, 0.0)
        if lane.kind == "emotions":
            unfolded = [column for column in across if not column.folds]
            base = emotion_row(
                *(lane, unfolded, context.personas, composer.style, composer.typesetter),
                stretch=stretch,
                points=self._points(lane, across, context) if context.named else NO_NAMES,
                beside=context.beside,
            )
        known = label_bar(lane, label, grid.geometry, composer)
        label = (*label, known.text) if known else label
        height = max(base.height, least_height(lane, label, composer))
        return replace(base, height=height, label=label, bar=known.bar if known else None)

    def _points(self, lane: Lane, across: Sequence[Column], context: Context) -> Mapping[str, str]:
        """What peak, valley and end of the map's own persona are called, or of the first where she has no curve: those
        of all would be too much to read. A stage that is folded has its part in what they are."""
        steps = [step for column in across for step in column.folds or (column.step.id,)]
        felt = series_of(lane.markers, context.personas)
        whose = context.persona if context.persona in felt else next(iter(felt), "")
        own = [one for one in lane.markers if one.persona == whose]
        return point_names(turning_points(own, steps), own, self._composer.words)
