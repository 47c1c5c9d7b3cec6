"""What of a map is printed: all of it, what is chosen, or every stage on a poster of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.document.base import in_order
from desktop.document.edits.parts import the_map
from desktop.document.errors import EditError
from desktop.document.project import Project
from desktop.document.selecting import only
from desktop.method.numbering import with_tasks
from desktop.method.ranking import numbers
from desktop.plan.settings import Settings
from desktop.poster.refusals import PosterError


@dataclass(frozen=True, slots=True)
class Part:
    """A project whose map is what is printed; `title` says which part of it, "" for one that was chosen as a whole.

    numbers: those that its cards have on the whole map, None where all of it is printed; key: the id of the stage that
    has this poster to itself.
    """

    project: Project
    title: str = ""
    numbers: Mapping[str, int] | None = None
    key: str = ""


def parts(project: Project, map_id: str, settings: Settings) -> tuple[Part, ...]:
    """One poster each, from left to right. Raises PosterError for stages and lanes that are not there."""
    try:
        if settings.scope == "each-stage":
            return tuple(_stages(project, map_id, settings)) or (Part(project),)
        if settings.scope == "chosen":
            return (_part(project, map_id, settings.stages, settings.lanes),)
    except EditError as error:
        raise PosterError("part", name=str(error.arguments.get("id", ""))) from error
    return (Part(project),)


def _stages(project: Project, map_id: str, settings: Settings) -> list[Part]:
    stages = in_order(the_map(project, map_id).stages)
    wanted = set(settings.stages) or {stage.id for stage in stages}
    only(project, map_id, settings.stages, settings.lanes)  # refuses what is not there
    found = [stage for stage in stages if stage.id in wanted]
    ours = (_part(project, map_id, (stage.id,), settings.lanes) for stage in found)
    return [replace(part, title=stage.title, key=stage.id) for part, stage in zip(ours, found, strict=True)]


def _part(project: Project, map_id: str, stages: tuple[str, ...], lanes: tuple[str, ...]) -> Part:
    found = only(project, map_id, stages, lanes)
    if found is project:
        return Part(project)
    left = {card.id for lane in the_map(found, map_id).lanes for card in lane.cards}
    whole = the_map(project, map_id)
    left |= {task.id for task in whole.tasks}
    known = with_tasks(numbers(whole), (lane for lane in whole.lanes if not lane.hidden), in_order(whole.tasks))
    return Part(found, numbers={thing: number for thing, number in known.items() if thing in left})
