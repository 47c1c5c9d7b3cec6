"""The agenda of a map's workshop: points added, edited, moved, removed, and all of them replaced."""

from collections.abc import Iterable
from typing import Any

from desktop.document.base import IdSource, by_id, in_order
from desktop.document.edits.parts import added, edited, facts, made, reordered, the, the_map, with_map
from desktop.document.journey import AgendaPoint, JourneyMap, Lane
from desktop.document.keyed import drop, find, put
from desktop.document.project import Project
from desktop.document.ranks import spread


def add_point(
    project: Project, map_id: str, title: str, *, new_id: IdSource, before: str = "", **fields: Any
) -> Project:
    """A point before another or at the end, with any other fields of AgendaPoint.

    A lane or stages that are not there: EditError.
    """
    map_ = the_map(project, map_id)
    point = facts(made(AgendaPoint, id=new_id(), title=title), _kinded(map_, fields))
    _known(map_, point)
    return with_map(project, edited(map_, agenda=added(map_.agenda, point, before)))


def edit_point(project: Project, map_id: str, point_id: str, **fields: Any) -> Project:
    """What a point says; with another lane it gets that lane's kind."""
    map_ = the_map(project, map_id)
    point = facts(the(map_.agenda, point_id), _kinded(map_, fields))
    _known(map_, point)
    return with_map(project, edited(map_, agenda=put(map_.agenda, point)))


def move_point(project: Project, map_id: str, point_id: str, before: str = "") -> Project:
    """Before another point or to the end."""
    map_ = the_map(project, map_id)
    the(map_.agenda, point_id)
    return with_map(project, edited(map_, agenda=reordered(map_.agenda, (point_id,), before)))


def remove_point(project: Project, map_id: str, point_id: str) -> Project:
    """Without a point; the map stays as it is."""
    map_ = the_map(project, map_id)
    the(map_.agenda, point_id)
    return with_map(project, edited(map_, agenda=drop(map_.agenda, {point_id})))


def replace_agenda(project: Project, map_id: str, points: Iterable[AgendaPoint], *, new_id: IdSource) -> Project:
    """These points, in this order, in place of all that there are; they get ids of their own.

    Each is bound to the lane of its kind that is nearest to the lane of the point before it, where the map has one.
    """
    map_ = the_map(project, map_id)
    planned, near = list(points), ""
    bound: list[AgendaPoint] = []
    for point, rank in zip(planned, spread(len(planned)), strict=True):
        lane = lane_for(map_, point, near)
        near = lane.id if lane else near
        fields = point.model_dump(exclude={"id", "rank", "lane"})
        bound.append(made(AgendaPoint, **{**fields, "id": new_id(), "rank": rank, "lane": lane.id if lane else ""}))
    for point in bound:
        _known(map_, point)
    return with_map(project, edited(map_, agenda=by_id(bound)))


def lane_for(map_: JourneyMap, point: AgendaPoint, near: str = "") -> Lane | None:
    """The lane that a point works on: the one it names, else of those of its kind the nearest to another lane.

    Lanes that are in the picture come before hidden ones, upper ones before those as far below. None where there is
    none, or where the point is about no lane.
    """
    named = find(map_.lanes, point.lane) if point.lane else None
    if named is not None or not point.kind:
        return named
    row = in_order(map_.lanes)
    at = next((index for index, lane in enumerate(row) if lane.id == near), 0)
    found = [(lane.hidden, abs(index - at), index, lane) for index, lane in enumerate(row) if lane.kind == point.kind]
    return min(found, default=(False, 0, 0, None), key=lambda each: each[:3])[3]


def _kinded(map_: JourneyMap, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the kind of the lane that they name, if they name one."""
    name = fields.get("lane")
    lane = find(map_.lanes, name) if isinstance(name, str) and name else None
    return {"kind": lane.kind, **fields} if lane else fields


def _known(map_: JourneyMap, point: AgendaPoint) -> None:
    if point.lane:
        the(map_.lanes, point.lane)
    for stage in point.stages:
        the(map_.stages, stage)
