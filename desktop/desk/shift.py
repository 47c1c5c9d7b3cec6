"""Moving what is selected by one place, the way that an arrow points: functions from project to project."""

from collections.abc import Iterable, Sequence
from functools import reduce

from desktop.desk.cells import cards_in, nearest
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot, move_cards, span_card
from desktop.document.edits.lanes import move_lane
from desktop.document.edits.markers import marker_at, move_marker
from desktop.document.edits.stages import move_stage
from desktop.document.edits.steps import move_step
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import columns_of, marker_lane, stage_of
from desktop.document.project import Project

MOST = 2.0
"""The strongest feeling."""

COARSE, FINE = 0.5, 0.1
"""By so much feelings are placed and changed, and by so much finely."""


def cards_across(project: Project, journey: JourneyMap, cards: Sequence[Card], by: int) -> Project:
    """Every card so many steps to the right, keeping its place in the order; nothing when one would leave the map."""
    columns = columns_of(journey)
    spans = [(card, columns.span(card)) for card in cards]
    if any(not span or span[0] + by < 0 or span[-1] + by >= len(columns.steps) for _, span in spans):
        return project
    for card, span in spans:
        first, last = columns.steps[span[0] + by], columns.steps[span[-1] + by]
        project = span_card(project, journey.id, card.id, first, last)
    return project


def cards_down(
    project: Project, journey: JourneyMap, lanes: Sequence[Lane], cards: Sequence[Card], down: int
) -> Project:
    """The cards of each cell past their neighbour in it, or on into the nearest lane that takes them.

    `lanes` are those that are shown, from top to bottom.
    """
    columns = columns_of(journey)
    cells: dict[tuple[str, str], list[Card]] = {}
    for lane in lanes:
        for card in in_order(card for card in cards if find(lane.cards, card.id)):
            if columns.span(card):
                cells.setdefault((lane.id, card.first), []).append(card)
    for (lane_id, step), group in cells.items():
        lane = next(lane for lane in lanes if lane.id == lane_id)
        spot = _past(cards_in(lane, columns, columns.index[step]), group, Spot(lane_id, step), down)
        spot = spot or _over(lanes, lane_id, group, step, down)
        if spot is not None:
            project = move_cards(project, journey.id, [card.id for card in group], spot)
    return project


def _past(cell: Sequence[Card], group: Sequence[Card], spot: Spot, down: int) -> Spot | None:
    """Behind or before the neighbour of the group in its own cell; None when it stands at the end."""
    ids = {card.id for card in group}
    row = [card.id for card in (cell if down > 0 else cell[::-1])]
    last = max(at for at, one in enumerate(row) if one in ids)
    others = [one for one in row if one not in ids]
    scattered = not ids.issuperset(row[-len(ids) :])
    beyond = row[last + 1] if last + 1 < len(row) else others[-1] if scattered else None
    if beyond is None:
        return None
    return Spot(spot.lane, spot.step, after=beyond) if down > 0 else Spot(spot.lane, spot.step, before=beyond)


def _over(lanes: Sequence[Lane], home: str, group: Sequence[Card], step: str, down: int) -> Spot | None:
    """The end of the cell in the next lane that takes the whole group, on the side that it comes from."""
    lane = nearest(lanes, home, group, down)
    if lane is None:
        return None
    top = next((card.id for card in in_order(lane.cards) if card.first == step), "")
    return Spot(lane.id, step, before=top if down > 0 else "")


def cards_end(project: Project, journey: JourneyMap, cards: Iterable[Card], by: int) -> Project:
    """The last step of each card so many steps further, as far as the map and the card's first step allow."""
    columns = columns_of(journey)
    for card in cards:
        span = columns.span(card)
        if span and span[0] <= span[-1] + by < len(columns.steps):
            project = span_card(project, journey.id, card.id, card.first, columns.steps[span[-1] + by])
    return project


def markers_across(project: Project, journey: JourneyMap, markers: Sequence[Marker], by: int) -> Project:
    """Every marker to the neighbouring step; nothing at the map's end or where one stands at no step of the map.

    EditError where its persona has one already.
    """
    columns = columns_of(journey)
    goals = {marker.id: columns.index[marker.step] + by for marker in markers if marker.step in columns.index}
    if len(goals) < len(markers) or any(not 0 <= goal < len(columns.steps) for goal in goals.values()):
        return project
    for marker in sorted(markers, key=lambda one: -by * columns.index[one.step]):
        step, lane = columns.steps[goals[marker.id]], marker_lane(journey, marker.id)
        there = marker_at(lane, step, marker.persona) if lane else None
        if there is not None and there.id not in goals:
            raise EditError("marker.taken", id=there.id)
        project = move_marker(project, journey.id, marker.id, step, marker.value)
    return project


def markers_felt(project: Project, journey: JourneyMap, markers: Iterable[Marker], by: float) -> Project:
    """Every marker so much higher, as far as the scale reaches."""

    def felt(whole: Project, marker: Marker) -> Project:
        value = min(max(marker.value + by, -MOST), MOST)
        return move_marker(whole, journey.id, marker.id, marker.step, value)

    return reduce(felt, markers, project)


def stages_across(project: Project, journey: JourneyMap, stages: Sequence[Stage], by: int) -> Project:
    """Every stage past its neighbour; nothing when one stands at the map's end."""
    row = [stage.id for stage in in_order(journey.stages)]
    for one, before in _exchanges(row, [stage.id for stage in stages], by):
        project = move_stage(project, journey.id, one, before)
    return project


def lanes_down(
    project: Project, journey: JourneyMap, shown: Sequence[Lane], lanes: Sequence[Lane], down: int
) -> Project:
    """Every lane past its neighbour among those that are shown; nothing when one stands at the end."""
    row = [lane.id for lane in shown]
    for one, before in _exchanges(row, [lane.id for lane in lanes], down):
        project = move_lane(project, journey.id, one, before)
    return project


def steps_across(project: Project, journey: JourneyMap, steps: Sequence[Step], by: int) -> Project:
    """Every step past its neighbour in its stage, from the end of a stage into the next one."""
    order = columns_of(journey).index
    moving = sorted((step.id for step in steps), key=lambda one: -by * order[one])
    edge = len(order) - 1 if by > 0 else 0
    if any(order[one] == edge for one in moving) and len(journey.stages) == 1:
        return project
    for one in moving:
        map_ = find(project.maps, journey.id) or journey
        goal = _step_goal(map_, one, by)
        if goal is None:
            return project
        project = move_step(project, journey.id, one, *goal)
    return project


def _step_goal(journey: JourneyMap, step: str, by: int) -> tuple[str, str] | None:
    """The stage, and the step before which it comes there."""
    stage = stage_of(journey, step)
    if stage is None:
        return None
    row = [one.id for one in in_order(stage.steps)]
    at = row.index(step) + by
    if 0 <= at < len(row):
        return stage.id, row[at] if by < 0 else _at(row, at + 1)
    stages = in_order(journey.stages)
    beside = [one.id for one in stages].index(stage.id) + by
    if not 0 <= beside < len(stages):
        return None
    ahead = [one.id for one in in_order(stages[beside].steps)]
    return stages[beside].id, _at(ahead, 0) if by > 0 else ""


def _exchanges(row: Sequence[str], moving: Sequence[str], by: int) -> Iterable[tuple[str, str]]:
    """What is moved one after the other, and before which it comes; nothing when one has no neighbour to pass."""
    order = {one: at for at, one in enumerate(row)}
    edge = len(row) - 1 if by > 0 else 0
    if any(order.get(one, edge) == edge for one in moving):
        return
    settled = list(row)
    for one in sorted(moving, key=lambda each: -by * order[each]):
        at = settled.index(one) + by
        yield one, settled[at] if by < 0 else _at(settled, at + 1)
        settled.remove(one)
        settled.insert(at, one)


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""
