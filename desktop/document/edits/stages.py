"""Stages: add, rename, reorder, split, merge, remove."""

from desktop.document.base import IdSource, in_order
from desktop.document.edits.parts import added, edited, inserted, made, reordered, the, the_map, with_map
from desktop.document.edits.references import forget_joined, forget_stage
from desktop.document.edits.settle import FROM, rebuilt, settled, swept
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.keyed import drop, put, swap
from desktop.document.locate import stage_of
from desktop.document.project import Project


def add_stage(project: Project, map_id: str, title: str, *, new_id: IdSource, before: str = "") -> Project:
    """A stage with one step, before another stage or at the end."""
    map_ = the_map(project, map_id)
    stage = made(Stage, id=new_id(), title=title, steps=(made(Step, id=new_id()),))
    return with_map(project, edited(map_, stages=added(map_.stages, stage, before)))


def rename_stage(project: Project, map_id: str, stage_id: str, title: str) -> Project:
    """The stage's title; empty shows none."""
    map_ = the_map(project, map_id)
    stage = edited(the(map_.stages, stage_id), title=title)
    return with_map(project, edited(map_, stages=put(map_.stages, stage)))


def move_stage(project: Project, map_id: str, stage_id: str, before: str = "") -> Project:
    """Before another stage or to the end, with its steps and their cards."""
    map_ = the_map(project, map_id)
    stage = the(map_.stages, stage_id)
    moved = edited(map_, stages=reordered(map_.stages, (stage_id,), before))
    change = rebuilt(map_, moved, {step.id for step in stage.steps})
    return with_map(project, settled(moved, change)[0])


def split_stage(project: Project, map_id: str, step_id: str, title: str, *, new_id: IdSource) -> Project:
    """The steps from this one on become a stage of their own, which follows; all cards stay on their steps."""
    map_ = the_map(project, map_id)
    stage = _stage_with(map_, step_id)
    row = in_order(stage.steps)
    at = [step.id for step in row].index(step_id)
    if at == 0:
        raise EditError("stage.split_at_start", step=step_id)
    first = edited(stage, steps=swap(stage.steps, row[:at]))
    second = made(Stage, id=new_id(), title=title, steps=swap((), row[at:]))
    order = in_order(map_.stages)
    whole = inserted(order, order.index(stage) + 1, [second])
    return with_map(project, edited(map_, stages=put(swap(map_.stages, whole), _ranked_like(first, whole))))


def merge_stages(project: Project, map_id: str, stage_id: str, other_id: str) -> Project:
    """Two neighbours become one, with the id and title of the left one and the steps of both."""
    map_ = the_map(project, map_id)
    order = [stage.id for stage in in_order(map_.stages)]
    the(map_.stages, stage_id), the(map_.stages, other_id)
    low, high = sorted((order.index(stage_id), order.index(other_id)))
    if high - low != 1:
        raise EditError("stage.not_neighbours", stage=stage_id, other=other_id)
    left, right = the(map_.stages, order[low]), the(map_.stages, order[high])
    row = in_order(left.steps)
    steps = swap((), inserted(row, len(row), in_order(right.steps)))
    merged = edited(left, steps=steps, title=left.title or right.title)
    rest = put(drop(map_.stages, {right.id}), merged)
    return forget_joined(with_map(project, edited(forget_stage(map_, right.id), stages=rest)), {right.id: left.id})


def remove_stage(project: Project, map_id: str, stage_id: str, *, new_id: IdSource | None, form: str = FROM) -> Project:
    """Takes a stage out; spanning cards shrink, cards with no step left go to the inbox.

    They make a group titled by `form` (“from {title} ({count})”), with the stage's emotion markers.
    Without `new_id` they are deleted too. The last stage of a map stays: EditError.
    """
    map_ = the_map(project, map_id)
    stage = the(map_.stages, stage_id)
    if len(map_.stages) == 1:
        raise EditError("stage.last", stage=stage_id)
    fewer = edited(forget_stage(map_, stage_id), stages=drop(map_.stages, {stage_id}))
    rest, cards, markers = settled(fewer, rebuilt(map_, fewer))
    return forget_joined(with_map(project, swept(rest, cards, markers, stage.title, new_id=new_id, form=form)))


def _stage_with(map_: JourneyMap, step_id: str) -> Stage:
    stage = stage_of(map_, step_id)
    if stage is None:
        raise EditError("missing", id=step_id)
    return stage


def _ranked_like(stage: Stage, row: list[Stage]) -> Stage:
    """With the rank that the row gave it, in case the row was ranked anew."""
    return edited(stage, rank=next(one.rank for one in row if one.id == stage.id))
