"""The first minute of a project: title, persona and stages, before anything stands on the map."""

from collections.abc import Sequence

from desktop.document.base import IdSource, in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.facts import edit_map, edit_project
from desktop.document.edits.parts import edited, made, the_map, with_map
from desktop.document.edits.people import add_persona, edit_persona
from desktop.document.edits.settle import FROM, rebuilt, settled, swept
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.keyed import swap
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of
from desktop.document.project import Project
from desktop.document.ranks import spread
from desktop.document.stageline import StageWish

LATER = ("images", "emotions")
"""Lanes in which nobody begins to type, if there are others."""


def begun(project: Project, title: str, persona: str, stages: Sequence[StageWish], *, new_id: IdSource) -> Project:
    """The project with what is told of it; whatever is empty stays as it is.

    The title is also that of its first map, the persona the one in that map's head: “Maya, 34” is Maya, who is 34.
    """
    if title:
        project = edit_project(project, title=title)
    if not project.maps:
        return project
    map_id = in_order(project.maps)[0].id
    if title:
        project = edit_map(project, map_id, title=title)
    if persona:
        project = _with_persona(project, map_id, persona, new_id)
    return replace_stages(project, map_id, stages, new_id=new_id) if stages else project


def replace_stages(project: Project, map_id: str, stages: Sequence[StageWish], *, new_id: IdSource) -> Project:
    """These stages instead of all that there are; what stood at their steps goes away with them."""
    before = the_map(project, map_id)
    ranked = zip(stages, spread(len(stages)), strict=True)
    fresh = [
        made(Stage, id=new_id(), title=wish.title, rank=rank, steps=_steps(wish.steps or ("",), new_id))
        for wish, rank in ranked
    ]
    after = edited(before, stages=swap((), fresh))
    rest, cards, markers = settled(after, rebuilt(before, after))
    return with_map(project, swept(rest, cards, markers, "", new_id=None, form=FROM))


def first_spot(journey: JourneyMap) -> Spot | None:
    """Where the first thing is typed: the first lane that takes text, at the first step."""
    rows = [lane for lane in in_order(journey.lanes) if not (lane.kind in DIVIDERS or lane.hidden or lane.locked)]
    lane = next((lane for lane in rows if lane.kind not in LATER), rows[0] if rows else None)
    steps = columns_of(journey).steps
    return Spot(lane.id, steps[0]) if lane and steps else None


def _steps(titles: Sequence[str], new_id: IdSource) -> tuple[Step, ...]:
    ranked = zip(titles, spread(len(titles)), strict=True)
    return swap((), [made(Step, id=new_id(), title=title, rank=rank) for title, rank in ranked])


def _with_persona(project: Project, map_id: str, persona: str, new_id: IdSource) -> Project:
    """The persona that the map's head names is this one now; where it names none, it is a new one."""
    name, _, summary = (part.strip() for part in persona.partition(","))
    known = the_map(project, map_id).persona
    if any(each.id == known for each in project.personas):
        return edit_persona(project, known, name=name, summary=summary)
    new = new_id()
    return edit_map(add_persona(project, name, new_id=lambda: new, summary=summary), map_id, persona=new)
