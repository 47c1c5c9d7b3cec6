"""What of a map is printed: all of it, what is chosen, or every stage on a poster of its own."""

from dataclasses import dataclass

from desktop.document.base import in_order
from desktop.document.edits.parts import the_map
from desktop.document.errors import EditError
from desktop.document.project import Project
from desktop.document.selecting import only
from desktop.plan.settings import Settings
from desktop.poster.refusals import PosterError


@dataclass(frozen=True, slots=True)
class Part:
    """A project whose map is what is printed; `title` says which part of it, "" for one that was chosen as a whole."""

    project: Project
    title: str = ""


def parts(project: Project, map_id: str, settings: Settings) -> tuple[Part, ...]:
    """One poster each, from left to right. Raises PosterError for stages and lanes that are not there."""
    try:
        if settings.scope == "each-stage":
            return tuple(_stages(project, map_id, settings)) or (Part(project),)
        if settings.scope == "chosen":
            return (Part(only(project, map_id, settings.stages, settings.lanes)),)
    except EditError as error:
        raise PosterError(f"the map has no stage or lane “{error.arguments.get('id', '')}” to print") from error
    return (Part(project),)


def _stages(project: Project, map_id: str, settings: Settings) -> list[Part]:
    stages = in_order(the_map(project, map_id).stages)
    wanted = set(settings.stages) or {stage.id for stage in stages}
    only(project, map_id, settings.stages, settings.lanes)  # refuses what is not there
    return [
        Part(only(project, map_id, (stage.id,), settings.lanes), stage.title) for stage in stages if stage.id in wanted
    ]
