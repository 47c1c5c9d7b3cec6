"""Lanes join and leave groups one by one; the lanes of a group always stand together."""

from collections.abc import Collection

from desktop.document.base import IdSource, in_order
from desktop.document.edits.parts import added, edited, inserted, made, the, the_map, with_map
from desktop.document.journey import JourneyMap, Lane, LaneGroup
from desktop.document.keyed import drop, put, swap
from desktop.document.project import Project


def join_group(project: Project, map_id: str, ids: Collection[str], title: str, *, new_id: IdSource) -> Project:
    """Puts lanes under the group of this title, which is made if need be; "" takes them out of theirs.

    A lane comes behind the group it joins or leaves, if it does not stand at its edge.
    """
    map_ = the_map(project, map_id)
    for lane in in_order([the(map_.lanes, one) for one in ids]):
        map_ = _joined(map_, lane, title, new_id)
    used = {lane.group for lane in map_.lanes}
    return with_map(project, edited(map_, groups=drop(map_.groups, {group.id for group in map_.groups} - used)))


def _joined(map_: JourneyMap, lane: Lane, title: str, new_id: IdSource) -> JourneyMap:
    group = next((group for group in in_order(map_.groups) if group.title == title), None) if title else None
    if (group is not None and group.id == lane.group) or (not title and not lane.group):
        return map_
    if title and group is None:
        group = made(LaneGroup, id=new_id(), title=title)
        map_ = edited(map_, groups=added(map_.groups, group))
    name = group.id if group else ""
    row = in_order(map_.lanes)
    index = _place(row, lane, name)
    return edited(map_, lanes=_moved(map_.lanes, row, index, edited(lane, group=name)))


def _place(row: list[Lane], lane: Lane, group: str) -> int:
    """Its index among the other lanes: where it is, unless that is in the midst of a group or far from its own."""
    rest = [other for other in row if other.id != lane.id]
    members = [index for index, other in enumerate(rest) if group and other.group == group]
    index = next(at for at, other in enumerate(row) if other.id == lane.id)
    if members:
        return min(max(index, members[0]), members[-1] + 1)
    while 0 < index < len(rest) and rest[index].group and rest[index].group == rest[index - 1].group:
        index += 1
    return index


def _moved(lanes: tuple[Lane, ...], row: list[Lane], index: int, lane: Lane) -> tuple[Lane, ...]:
    """The lanes with this one at an index of the row; it keeps its rank where it stands there already."""
    if row[index].id == lane.id:
        return put(lanes, lane)
    rest = [other for other in row if other.id != lane.id]
    return swap(lanes, inserted(rest, index, [lane]))
