"""Deleting what is selected, of whatever sort it is, as one edit."""

from functools import partial, reduce
from typing import Protocol

from desktop.document.base import IdSource
from desktop.document.edits.cards import remove_cards
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.links import remove_links
from desktop.document.edits.markers import remove_markers
from desktop.document.edits.stages import remove_stage
from desktop.document.edits.steps import remove_step
from desktop.document.journey import JourneyMap
from desktop.document.locate import columns_of
from desktop.document.project import Project
from desktop.document.things import Things


class Sweep(Protocol):
    """Takes out a stage, step or lane; what stood there goes to the inbox, or for good without `new_id`."""

    def __call__(
        self, project: Project, map_id: str, thing: str, /, *, new_id: IdSource | None, form: str
    ) -> Project: ...


def removed(project: Project, *, map_id: str, chosen: Things, new_id: IdSource | None, form: str) -> Project:
    """The project without the chosen things. Cards that are chosen themselves are deleted, those that merely stood in
    a chosen stage, step or lane go to the inbox under `form`, or for good without `new_id`.

    EditError when one of them must stay.
    """
    project = remove_links(project, map_id, [link.id for link in chosen.links])
    project = remove_markers(project, map_id, [marker.id for marker in chosen.markers])
    project = remove_cards(project, map_id, [card.id for card in chosen.cards])
    within = {step.id for stage in chosen.stages for step in stage.steps}
    swept: list[tuple[Sweep, list[str]]] = [
        (remove_lane, [lane.id for lane in chosen.lanes]),
        (remove_step, [step.id for step in chosen.steps if step.id not in within]),
        (remove_stage, [stage.id for stage in chosen.stages]),
    ]
    for sweep, ids in swept:
        one = partial(_swept, sweep=sweep, map_id=map_id, new_id=new_id, form=form)
        project = reduce(one, ids, project)
    return project


def _swept(project: Project, thing: str, *, sweep: Sweep, map_id: str, new_id: IdSource | None, form: str) -> Project:
    return sweep(project, map_id, thing, new_id=new_id, form=form)


def homeless(journey: JourneyMap, chosen: Things) -> int:
    """How many cards lose their place when the chosen things go, those not counted that are chosen themselves."""
    gone = {step.id for stage in chosen.stages for step in stage.steps} | {step.id for step in chosen.steps}
    columns = columns_of(journey)
    deleted = {card.id for card in chosen.cards}
    lanes = {lane.id for lane in chosen.lanes}
    swept = (
        card.id
        for lane in journey.lanes
        for card in lane.cards
        if lane.id in lanes or (gone and all(columns.steps[at] in gone for at in columns.span(card)))
    )
    return len(set(swept) - deleted)
