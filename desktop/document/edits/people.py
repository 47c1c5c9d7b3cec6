"""Who travels, what is to be achieved and how it is measured: personas, goals, metrics."""

from typing import Any

from desktop.document.base import IdSource
from desktop.document.edits.parts import added, edited, facts, made, reordered, the
from desktop.document.edits.references import forget_metric, forget_persona, known
from desktop.document.keyed import drop, put, swap
from desktop.document.project import Goal, Metric, Persona, Project


def add_persona(project: Project, name: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A persona before another or at the end, with any other fields of Persona."""
    persona = facts(made(Persona, id=new_id(), name=name), fields)
    return edited(project, personas=added(project.personas, persona, before))


def edit_persona(project: Project, persona_id: str, **fields: Any) -> Project:
    """Any of a persona's facts."""
    persona = facts(the(project.personas, persona_id), fields)
    return edited(project, personas=put(project.personas, persona))


def move_persona(project: Project, persona_id: str, before: str = "") -> Project:
    """Before another persona or to the end."""
    the(project.personas, persona_id)
    return edited(project, personas=reordered(project.personas, (persona_id,), before))


def remove_persona(project: Project, persona_id: str) -> Project:
    """Without a persona and her emotion markers; cards and maps no longer name her."""
    the(project.personas, persona_id)
    maps = swap(project.maps, (forget_persona(map_, persona_id) for map_ in project.maps))
    return edited(project, personas=drop(project.personas, {persona_id}), maps=maps)


def add_goal(project: Project, statement: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A goal before another or at the end, with any other fields of Goal."""
    known(project, fields)
    goal = facts(made(Goal, id=new_id(), statement=statement), fields)
    return edited(project, goals=added(project.goals, goal, before))


def edit_goal(project: Project, goal_id: str, **fields: Any) -> Project:
    """Statement, metric, baseline, target, time frame, progress."""
    known(project, fields)
    goal = facts(the(project.goals, goal_id), fields)
    return edited(project, goals=put(project.goals, goal))


def move_goal(project: Project, goal_id: str, before: str = "") -> Project:
    """Before another goal or to the end."""
    the(project.goals, goal_id)
    return edited(project, goals=reordered(project.goals, (goal_id,), before))


def remove_goal(project: Project, goal_id: str) -> Project:
    """Without a goal; maps no longer name it."""
    the(project.goals, goal_id)
    naming = (map_ for map_ in project.maps if goal_id in map_.goals)
    freed = (edited(map_, goals=tuple(one for one in map_.goals if one != goal_id)) for map_ in naming)
    return edited(project, goals=drop(project.goals, {goal_id}), maps=put(project.maps, *freed))


def add_metric(project: Project, name: str, *, new_id: IdSource, before: str = "", **fields: Any) -> Project:
    """A metric before another or at the end, with any other fields of Metric."""
    metric = facts(made(Metric, id=new_id(), name=name), fields)
    return edited(project, metrics=added(project.metrics, metric, before))


def edit_metric(project: Project, metric_id: str, **fields: Any) -> Project:
    """Name, unit, direction, baseline, target, readings."""
    metric = facts(the(project.metrics, metric_id), fields)
    return edited(project, metrics=put(project.metrics, metric))


def move_metric(project: Project, metric_id: str, before: str = "") -> Project:
    """Before another metric or to the end."""
    the(project.metrics, metric_id)
    return edited(project, metrics=reordered(project.metrics, (metric_id,), before))


def remove_metric(project: Project, metric_id: str) -> Project:
    """Without a metric; goals and metric cards keep their figures and no longer name it."""
    the(project.metrics, metric_id)
    goals = (edited(goal, metric="") for goal in project.goals if goal.metric == metric_id)
    maps = swap(project.maps, (forget_metric(map_, metric_id) for map_ in project.maps))
    kept = drop(project.metrics, {metric_id})
    return edited(project, metrics=kept, goals=put(project.goals, *goals), maps=maps)
