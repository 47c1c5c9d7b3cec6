"""Saved views of a map: add, edit, rename, reorder, remove."""

from typing import Any

from desktop.document.base import IdSource
from desktop.document.edits.parts import added, edited, facts, made, reordered, the, the_map, with_map
from desktop.document.journey import JourneyMap, View
from desktop.document.keyed import drop, put
from desktop.document.project import Project


def add_view(
    project: Project, map_id: str, title: str, *, new_id: IdSource, before: str = "", **fields: Any
) -> Project:
    """A view before another or at the end, with any other fields of View; values are sorted here.

    Lanes, stages and personas that are not there: EditError.
    """
    map_ = the_map(project, map_id)
    view = facts(made(View, id=new_id(), title=title), _sorted(fields))
    _known(project, map_, view)
    return with_map(project, edited(map_, views=added(map_.views, view, before)))


def edit_view(project: Project, map_id: str, view_id: str, **fields: Any) -> Project:
    """A view's title and what it shows; values are sorted here."""
    map_ = the_map(project, map_id)
    view = facts(the(map_.views, view_id), _sorted(fields))
    _known(project, map_, view)
    return with_map(project, edited(map_, views=put(map_.views, view)))


def rename_view(project: Project, map_id: str, view_id: str, title: str) -> Project:
    """The view's title."""
    return edit_view(project, map_id, view_id, title=title)


def move_view(project: Project, map_id: str, view_id: str, before: str = "") -> Project:
    """Before another view or to the end."""
    map_ = the_map(project, map_id)
    the(map_.views, view_id)
    return with_map(project, edited(map_, views=reordered(map_.views, (view_id,), before)))


def remove_view(project: Project, map_id: str, view_id: str) -> Project:
    """Without a view; the map stays as it is."""
    map_ = the_map(project, map_id)
    the(map_.views, view_id)
    return with_map(project, edited(map_, views=drop(map_.views, {view_id})))


def _sorted(fields: dict[str, Any]) -> dict[str, Any]:
    """Every collection without what it holds twice, in the order of the file."""
    return {
        name: tuple(sorted(set(value))) if isinstance(value, tuple | list | set | frozenset) else value
        for name, value in fields.items()
    }


def _known(project: Project, map_: JourneyMap, view: View) -> None:
    for things, named in ((map_.lanes, view.lanes), (map_.stages, view.stages), (project.personas, view.personas)):
        for one in named:
            the(things, one)
