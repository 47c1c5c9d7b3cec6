"""Two states of one map in one: the later one, with what has gone since put back where it stood."""

from collections.abc import Collection
from itertools import chain
from typing import Any

from desktop.document.base import by_id
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import cards_of, columns_of


def together(before: JourneyMap, after: JourneyMap) -> JourneyMap:
    """What has gone stands at its old step in its old lane again, as far as there is room for it: not on a step that
    came back without cells of its own, and no second feeling of a persona at a step. To be looked at, not to be kept.
    """
    stages = _stages(before, after)
    columned = after.model_copy(update={"stages": stages})
    steps = columns_of(columned).index
    known = {card.id for card in cards_of(after)}
    felt = {marker.id for holder in chain[Lane | Cluster](after.lanes, after.inbox) for marker in holder.markers}
    lanes = [_lane(find(before.lanes, lane.id), lane, known, felt, steps) for lane in after.lanes]
    there = {lane.id for lane in after.lanes}
    empty = (lane.model_copy(update={"cards": (), "markers": ()}) for lane in before.lanes if lane.id not in there)
    lanes += [_lane(find(before.lanes, lane.id), lane, known, felt, steps) for lane in empty]
    groups = _with_gone(before.groups, after.groups)
    whole = columned.model_copy(
        update={"lanes": by_id(lanes), "groups": groups, "tasks": _with_gone(before.tasks, after.tasks)}
    )
    cards = {card.id for card in cards_of(whole)}
    links = tuple(
        link for link in _with_gone(before.links, after.links) if link.source in cards and link.target in cards
    )
    return whole.model_copy(update={"links": links})


def _stages(before: JourneyMap, after: JourneyMap) -> tuple[Stage, ...]:
    """With the steps that have gone; those that stand in another stage now are there already."""
    there = {step.id for stage in after.stages for step in stage.steps}
    gone = {stage.id: tuple(step for step in stage.steps if step.id not in there) for stage in before.stages}
    kept = [_with_steps(stage, gone.get(stage.id, ())) for stage in after.stages]
    ids = {stage.id for stage in after.stages}
    back = [stage.model_copy(update={"steps": gone[stage.id]}) for stage in before.stages if stage.id not in ids]
    return by_id([*kept, *(stage for stage in back if stage.steps)])


def _with_steps(stage: Stage, steps: tuple[Step, ...]) -> Stage:
    return stage.model_copy(update={"steps": by_id([*stage.steps, *steps])}) if steps else stage


def _lane(
    before: Lane | None, lane: Lane, known: Collection[str], felt: Collection[str], steps: Collection[str]
) -> Lane:
    """With the cards and markers that have gone from it."""
    if before is None or before is lane:
        return lane
    cards = [one for one in before.cards if one.id not in known and one.first in steps and one.last in steps]
    taken = {(marker.step, marker.persona) for marker in lane.markers}
    markers = [
        one
        for one in before.markers
        if one.id not in felt and one.step in steps and (one.step, one.persona) not in taken
    ]
    if not cards and not markers:
        return lane
    return lane.model_copy(update={"cards": by_id([*lane.cards, *cards]), "markers": by_id([*lane.markers, *markers])})


def _with_gone(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    there = {thing.id for thing in after}
    return by_id([*after, *(thing for thing in before if thing.id not in there)])
