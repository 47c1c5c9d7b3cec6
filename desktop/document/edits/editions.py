"""Editions of a project: saved ways to print. Their settings are a JSON value that other rooms read and check."""

import json

from pydantic import JsonValue

from desktop.document.base import IdSource
from desktop.document.edits.parts import added, edited, made, reordered, the, the_map
from desktop.document.errors import EditError
from desktop.document.keyed import drop, put
from desktop.document.project import Edition, Project


def add_edition(
    project: Project, title: str, *, new_id: IdSource, map_id: str = "", settings: JsonValue = None
) -> Project:
    """A new edition at the end; without a map it prints whichever map is shown."""
    if map_id:
        the_map(project, map_id)
    edition = made(Edition, id=new_id(), title=title, map=map_id, settings=_writable(settings))
    return edited(project, editions=added(project.editions, edition))


def set_edition(project: Project, edition_id: str, settings: JsonValue) -> Project:
    """With other settings; equal ones change nothing."""
    return _with(project, edited(the(project.editions, edition_id), settings=_writable(settings)))


def pin_edition(project: Project, edition_id: str, pin: JsonValue, printed: str = "") -> Project:
    """Remembers where things stood when it was printed, and the day, where one is given; None forgets where."""
    edition = the(project.editions, edition_id)
    return _with(project, edited(edition, pin=_writable(pin), printed=printed or edition.printed))


def rename_edition(project: Project, edition_id: str, title: str) -> Project:
    """The edition's title."""
    return _with(project, edited(the(project.editions, edition_id), title=title))


def assign_edition(project: Project, edition_id: str, map_id: str) -> Project:
    """Of this map; "" for whichever map is shown."""
    if map_id:
        the_map(project, map_id)
    return _with(project, edited(the(project.editions, edition_id), map=map_id))


def move_edition(project: Project, edition_id: str, before: str = "") -> Project:
    """Before another edition or to the end."""
    the(project.editions, edition_id)
    return edited(project, editions=reordered(project.editions, (edition_id,), before))


def remove_edition(project: Project, edition_id: str) -> Project:
    """Without this edition."""
    the(project.editions, edition_id)
    return edited(project, editions=drop(project.editions, {edition_id}))


def _with(project: Project, edition: Edition) -> Project:
    return edited(project, editions=put(project.editions, edition))


def _writable(settings: JsonValue) -> JsonValue:
    """The settings, when they can be written to a file. EditError when not."""
    try:
        json.dumps(settings, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as refused:
        raise EditError("field.refused", field="settings", reason=type(refused).__name__) from refused
    return settings
