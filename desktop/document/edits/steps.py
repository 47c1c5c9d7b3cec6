"""Steps: add, rename, reorder, set the width, split, merge, remove."""

from desktop.document.base import IdSource, in_order
from desktop.document.edits.parts import added, edited, inserted, made, reordered, the, the_map, with_map
from desktop.document.edits.references import forget_joined, forget_stage
from desktop.document.edits.settle import FROM, rebuilt, settled, swept
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.keyed import drop, put, swap
from desktop.document.locate import columns_of, stage_of
from desktop.document.project import Project


def add_step(
    project: Project, map_id: str, stage_id: str, title: str, *, new_id: IdSource, before: str = ""
) -> Project:
    """A step in a stage, before another of its steps or at its end; cards that span the place span it too."""
    map_ = the_map(project, map_id)
    stage = the(map_.stages, stage_id)
    step = made(Step, id=new_id(), title=title)
    return with_map(project, _with_stages(map_, edited(stage, steps=added(stage.steps, step, before))))


def rename_step(project: Project, map_id: str, step_id: str, title: str) -> Project:
    """The step's title; empty shows none."""
    map_ = the_map(project, map_id)
    stage, step = stage_and_step(map_, step_id)
    return with_map(project, _with_step(map_, stage, edited(step, title=title)))


def set_step_width(project: Project, map_id: str, step_id: str, width: float) -> Project:
    """The column's width relative to the usual one, above 0 and up to 100."""
    map_ = the_map(project, map_id)
    stage, step = stage_and_step(map_, step_id)
    return with_map(project, _with_step(map_, stage, edited(step, width=width)))


def move_step(project: Project, map_id: str, step_id: str, stage_id: str, before: str = "") -> Project:
    """To a stage, before one of its steps or to its end, with its cards. The only step of a stage stays: EditError."""
    map_ = the_map(project, map_id)
    home, step = stage_and_step(map_, step_id)
    stage = the(map_.stages, stage_id)
    if stage is home:
        moved = _with_stages(map_, edited(home, steps=reordered(home.steps, (step_id,), before)))
    else:
        rest = _without_step(home, step_id)
        moved = _with_stages(map_, rest, edited(stage, steps=added(stage.steps, step, before)))
    return with_map(project, settled(moved, rebuilt(map_, moved, {step_id}))[0])


def split_step(project: Project, map_id: str, step_id: str, title: str, *, new_id: IdSource) -> Project:
    """A new step follows this one; its cards and markers stay with the first part, spanning cards cover both."""
    map_ = the_map(project, map_id)
    stage, step = stage_and_step(map_, step_id)
    row = in_order(stage.steps)
    second = made(Step, id=new_id(), title=title, width=step.width)
    steps = swap(stage.steps, inserted(row, row.index(step) + 1, [second]))
    return with_map(project, _with_stages(map_, edited(stage, steps=steps)))


def merge_steps(project: Project, map_id: str, step_id: str, other_id: str) -> Project:
    """Two neighbouring columns become one, with the id of the left step and the cards of both.

    Where both had a marker of one persona, the left one stays. A stage whose only step was the right one goes.
    """
    map_ = the_map(project, map_id)
    left, right = _neighbours(map_, step_id, other_id)
    home, kept = stage_and_step(map_, left)
    other, gone = stage_and_step(map_, right)
    named = _with_step(map_, home, edited(kept, title=kept.title or gone.title))
    rest = drop(the(named.stages, other.id).steps, {right})
    if rest:
        merged = _with_stages(named, edited(the(named.stages, other.id), steps=rest))
    else:
        merged = edited(forget_stage(named, other.id), stages=drop(named.stages, {other.id}))
    whole = with_map(project, settled(merged, rebuilt(map_, merged, heirs={right: left}))[0])
    return forget_joined(whole, {right: left, other.id: home.id})


def remove_step(project: Project, map_id: str, step_id: str, *, new_id: IdSource | None, form: str = FROM) -> Project:
    """Takes a step out, with its cards as `remove_stage` does. The only step of a stage stays: EditError."""
    map_ = the_map(project, map_id)
    stage, step = stage_and_step(map_, step_id)
    fewer = _with_stages(map_, _without_step(stage, step_id))
    rest, cards, markers = settled(fewer, rebuilt(map_, fewer))
    swept_map = swept(rest, cards, markers, step.title or stage.title, new_id=new_id, form=form)
    return forget_joined(with_map(project, swept_map))


def stage_and_step(map_: JourneyMap, step_id: str) -> tuple[Stage, Step]:
    """A step and the stage it belongs to; EditError when it is not there."""
    stage = stage_of(map_, step_id)
    if stage is None:
        raise EditError("missing", id=step_id)
    return stage, the(stage.steps, step_id)


def _without_step(stage: Stage, step_id: str) -> Stage:
    if len(stage.steps) == 1:
        raise EditError("stage.last_step", stage=stage.id, step=step_id)
    return edited(stage, steps=drop(stage.steps, {step_id}))


def _neighbours(map_: JourneyMap, step_id: str, other_id: str) -> tuple[str, str]:
    columns = columns_of(map_)
    for one in (step_id, other_id):
        if one not in columns.index:
            raise EditError("missing", id=one)
    low, high = sorted((columns.index[step_id], columns.index[other_id]))
    if high - low != 1:
        raise EditError("step.not_neighbours", step=step_id, other=other_id)
    return columns.steps[low], columns.steps[high]


def _with_step(map_: JourneyMap, stage: Stage, step: Step) -> JourneyMap:
    return _with_stages(map_, edited(stage, steps=put(stage.steps, step)))


def _with_stages(map_: JourneyMap, *stages: Stage) -> JourneyMap:
    return edited(map_, stages=put(map_.stages, *stages))
