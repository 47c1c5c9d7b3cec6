"""Maps of a project: add, rename, reorder, duplicate, remove."""

from typing import Any

from desktop.document.base import IdSource
from desktop.document.cards import Origin
from desktop.document.derived import Derived, derivable, with_origins
from desktop.document.edits.parts import added, edited, made, reordered, the, the_map, with_map
from desktop.document.edits.references import forget_joined
from desktop.document.errors import EditError
from desktop.document.ids import ids_of
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.keyed import drop, put
from desktop.document.project import Project
from desktop.document.renew import renamed


def add_map(project: Project, title: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A map with one stage of one step, before another map or at the end."""
    stage = made(Stage, id=new_id(), steps=(made(Step, id=new_id()),))
    map_ = edited(made(JourneyMap, id=new_id(), title=title, stages=(stage,)), **fields)
    return edited(project, maps=added(project.maps, map_, before))


def rename_map(project: Project, map_id: str, title: str) -> Project:
    """The map's title."""
    return with_map(project, edited(the_map(project, map_id), title=title))


def move_map(project: Project, map_id: str, before: str = "") -> Project:
    """Before another map or to the end."""
    the_map(project, map_id)
    return edited(project, maps=reordered(project.maps, (map_id,), before))


def duplicate_map(project: Project, map_id: str, title: str, *, new_id: IdSource, status: str = "") -> Project:
    """A copy with ids of its own, behind all maps; `status` "ideal" begins a to-be map.

    Stages, steps, lanes, cards and markers name what they come from as their origin, and all of it is known to the copy
    from the beginning. Snapshots and ballots belong to the original's past and are not copied.
    """
    original = the_map(project, map_id)
    bare = edited(original, snapshots=(), ballots=(), passed=(), printed="")
    ids = {old: new_id() for old in ids_of(bare)}
    origins = {new: Origin(map=map_id, thing=old) for old, new in ids.items()}
    copy = with_origins(renamed(bare, ids), lambda thing: origins[thing.id])
    known = tuple(sorted(thing.id for thing in derivable(original)))
    copy = edited(copy, title=title, origin=map_id, status=status or original.status, passed=known)
    return edited(project, maps=added(project.maps, copy))


def remove_map(project: Project, map_id: str) -> Project:
    """Without a map; editions no longer name it, copies of it name what it was itself derived from, if anything.

    The last map of a project stays: EditError.
    """
    gone = the(project.maps, map_id)
    if len(project.maps) == 1:
        raise EditError("map.last", map=map_id)
    editions = (edited(edition, map="") for edition in project.editions if edition.map == map_id)
    copies = (_orphaned(map_, gone) for map_ in project.maps if map_.origin == map_id)
    rest = drop(put(project.maps, *copies), {map_id})
    return forget_joined(edited(project, maps=rest, editions=put(project.editions, *editions)))


def _orphaned(copy: JourneyMap, gone: JourneyMap) -> JourneyMap:
    """A copy of a map that goes, as a copy of what that one was derived from; else of nothing. Its things still say
    what they were, so that two copies of one map know each other."""
    if not gone.origin:
        return edited(copy, origin="", passed=())
    origins = {thing.id: thing.origin for thing in derivable(gone)}

    def inherited(thing: Derived) -> Origin | None:
        origin = thing.origin
        return origins.get(origin.thing) if origin and origin.map == gone.id else origin

    return edited(with_origins(copy, inherited), origin=gone.origin, passed=gone.passed)
