"""What stands around a map: its title, status, scenario and the like, the tasks of *Next*, the project's title."""

from typing import Any

from desktop.document.base import IdSource
from desktop.document.edits.parts import added, edited, facts, made, reordered, the, the_map, with_map
from desktop.document.edits.references import known, known_card
from desktop.document.journey import Task
from desktop.document.keyed import drop, put
from desktop.document.project import Project


def edit_project(project: Project, **fields: Any) -> Project:
    """Title, language, brand."""
    return facts(project, fields)


def edit_map(project: Project, map_id: str, **fields: Any) -> Project:
    """Title, subtitle, status, date, version, owner, review, persona, scenario, expectations, goals."""
    known(project, fields)
    return with_map(project, facts(the_map(project, map_id), fields))


def add_task(project: Project, map_id: str, text: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A line of *Next*, before another or at the end, with any other fields of Task."""
    map_ = the_map(project, map_id)
    known_card(map_, fields.get("answers", ""))
    task = facts(made(Task, id=new_id(), text=text), fields)
    return with_map(project, edited(map_, tasks=added(map_.tasks, task, before)))


def edit_task(project: Project, map_id: str, task_id: str, **fields: Any) -> Project:
    """Text, owner, due date, the pain point it answers, whether it is done."""
    map_ = the_map(project, map_id)
    known_card(map_, fields.get("answers", ""))
    task = facts(the(map_.tasks, task_id), fields)
    return with_map(project, edited(map_, tasks=put(map_.tasks, task)))


def move_task(project: Project, map_id: str, task_id: str, before: str = "") -> Project:
    """Before another task or to the end."""
    map_ = the_map(project, map_id)
    the(map_.tasks, task_id)
    return with_map(project, edited(map_, tasks=reordered(map_.tasks, (task_id,), before)))


def remove_task(project: Project, map_id: str, task_id: str) -> Project:
    """Without this line of *Next*."""
    map_ = the_map(project, map_id)
    the(map_.tasks, task_id)
    return with_map(project, edited(map_, tasks=drop(map_.tasks, {task_id})))
