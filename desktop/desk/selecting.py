"""Selecting by command: everything, what shares a lane, a step or a stage, and one thing after another."""

from collections.abc import Callable, Iterable, Iterator

from desktop.desk.cells import shown_lanes
from desktop.desk.desk import Desk
from desktop.document.journey import JourneyMap, Lane, Stage
from desktop.document.locate import Columns, columns_of
from desktop.session import Signal

Picks = Callable[[JourneyMap], frozenset[str]]


class Select:
    """Commands that select cards and emotion markers of the lanes that are shown.

    Lane, step and stage are those of what is selected, else of the dashed slot. reached(ids): one may have to scroll
    to what is selected now.
    """

    def __init__(self, desk: Desk) -> None:
        self.reached: Signal[[frozenset[str]]] = Signal()
        self._desk = desk

    def all(self) -> None:
        """Everything."""
        self._select(lambda journey: _ids(self._lanes(journey)))

    def none(self) -> None:
        """Nothing any more."""
        self._desk.select(())

    def in_lane(self) -> None:
        """What stands in the same lanes."""
        self._select(self._lane_mates)

    def in_step(self) -> None:
        """What covers one of the same steps."""
        self._select(lambda journey: self._covering(journey, self._steps(journey)))

    def in_stage(self) -> None:
        """What covers a step of the same stages."""
        self._select(lambda journey: self._covering(journey, self._steps_of_stages(journey)))

    def next(self) -> None:
        """The next card or marker: along the lane, then in the lanes below, then from the first again."""
        self._go(1)

    def previous(self) -> None:
        """The one before."""
        self._go(-1)

    def _select(self, picks: Picks) -> None:
        journey = self._desk.journey
        if journey is None:
            return
        found = picks(journey)
        if found:
            self._desk.select(found)
        elif self._desk.selected or self._desk.target:
            self._desk.said.emit(self._desk.words("select.nothing_there"))
        else:
            self._desk.said.emit(self._desk.words("select.nowhere"))

    def _lanes(self, journey: JourneyMap) -> list[Lane]:
        return shown_lanes(journey, self._desk.lens)

    def _lane_mates(self, journey: JourneyMap) -> frozenset[str]:
        chosen = self._desk.chosen
        lanes = {lane.id for lane in chosen.lanes}
        inside = {card.id for card in chosen.cards} | {marker.id for marker in chosen.markers}
        lanes |= {lane.id for lane in self._lanes(journey) if not inside.isdisjoint(_ids((lane,)))} if inside else set()
        if not self._desk.selected and self._desk.target:
            lanes = {self._desk.target.lane}
        return _ids(lane for lane in self._lanes(journey) if lane.id in lanes)

    def _steps(self, journey: JourneyMap) -> set[str]:
        """The steps of what is selected, else that of the dashed slot."""
        chosen, columns = self._desk.chosen, columns_of(journey)
        steps = {step.id for step in chosen.steps} | {marker.step for marker in chosen.markers}
        steps |= {columns.steps[column] for card in chosen.cards for column in columns.span(card)}
        steps |= {step.id for stage in chosen.stages for step in stage.steps}
        return {self._desk.target.step} if not self._desk.selected and self._desk.target else steps

    def _steps_of_stages(self, journey: JourneyMap) -> set[str]:
        steps = self._steps(journey)
        return {step.id for stage in journey.stages if _holds(stage, steps) for step in stage.steps}

    def _covering(self, journey: JourneyMap, steps: set[str]) -> frozenset[str]:
        """The cards that cover one of the steps, and the markers there."""
        columns = columns_of(journey)
        wanted = {columns.index[step] for step in steps if step in columns.index}
        lanes = self._lanes(journey)
        cards = (card.id for lane in lanes for card in lane.cards if not wanted.isdisjoint(columns.span(card)))
        markers = (marker.id for lane in lanes for marker in lane.markers if marker.step in steps)
        return frozenset((*cards, *markers))

    def _go(self, by: int) -> None:
        journey = self._desk.journey
        one = _following(self._lanes(journey), columns_of(journey), self._desk.selected, by) if journey else ""
        if one:
            self._desk.select((one,))
            self.reached.emit(self._desk.selected)


def _holds(stage: Stage, steps: set[str]) -> bool:
    return any(step.id in steps for step in stage.steps)


def _ids(lanes: Iterable[Lane]) -> frozenset[str]:
    """The cards and markers of the lanes."""
    held = list(lanes)
    cards = (card.id for lane in held for card in lane.cards)
    return frozenset((*cards, *(marker.id for lane in held for marker in lane.markers)))


def _following(lanes: list[Lane], columns: Columns, selected: frozenset[str], by: int) -> str:
    """The thing after (by 1) or before (−1) those selected, round the end; "" where there is none.

    Only the lanes that are passed are put in order, not the whole map.
    """
    ahead = lanes if by > 0 else lanes[::-1]
    holding = [at for at, lane in enumerate(ahead) if selected and not selected.isdisjoint(_ids((lane,)))]
    start = holding[-1] if holding else 0
    row = list(_in_reading_order(ahead[start], columns, by)) if ahead else []
    last = max((at for at, one in enumerate(row) if one in selected), default=-1)
    if last + 1 < len(row):
        return row[last + 1]
    for lane in (*ahead[start + 1 :], *ahead[: start + 1]):
        for one in _in_reading_order(lane, columns, by):
            return one
    return ""


def _in_reading_order(lane: Lane, columns: Columns, by: int) -> Iterator[str]:
    """A lane's cards and markers from left to right, in a cell from top to bottom; backwards for −1."""

    last = len(columns.steps)
    places = [(columns.index.get(card.first, last), card.rank, card.id) for card in lane.cards]
    places += [(columns.index.get(marker.step, last), marker.rank, marker.id) for marker in lane.markers]
    yield from (one for _, _, one in sorted(places, reverse=by < 0))
