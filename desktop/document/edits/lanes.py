"""Lanes: add, rename, edit, reorder, group, hide, lock, set the height, remove."""

from collections.abc import Collection
from typing import Any

from desktop.document.base import IdSource, in_order
from desktop.document.edits.parts import (
    added,
    edited,
    facts,
    inserted,
    made,
    reordered,
    the,
    the_map,
    with_lane,
    with_map,
)
from desktop.document.edits.references import forget_in_views, forget_joined
from desktop.document.edits.settle import FROM, swept
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, LaneGroup
from desktop.document.keyed import drop, put, swap
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of
from desktop.document.project import Project


def add_lane(project: Project, map_id: str, kind: str, title: str, *, new_id: IdSource, before: str = "") -> Project:
    """A lane or a divider before another lane or at the foot; between two lanes of a group it joins the group."""
    map_ = the_map(project, map_id)
    lane = made(Lane, id=new_id(), kind=kind, title=title)
    return with_map(project, _regrouped(edited(map_, lanes=added(map_.lanes, lane, before)), lane.id))


def rename_lane(project: Project, map_id: str, lane_id: str, title: str) -> Project:
    """The lane's title; empty shows the words of its kind."""
    return edit_lane(project, map_id, lane_id, title=title)


def edit_lane(project: Project, map_id: str, lane_id: str, **fields: Any) -> Project:
    """Title, subtitle, kind, how empty cells show. A kind that cannot hold what the lane holds is refused, and so is
    a locked lane."""
    for name in fields.keys() & {"group", "hidden", "locked", "height"}:
        raise EditError("field.own_verb", field=name)
    map_ = the_map(project, map_id)
    if the(map_.lanes, lane_id).locked:
        raise EditError("lane.locked", lane=lane_id)
    lane = facts(the(map_.lanes, lane_id), fields)
    bare = lane.kind == "emotions" or lane.kind in DIVIDERS
    if (lane.cards and bare) or (lane.markers and lane.kind != "emotions"):
        raise EditError("lane.not_empty", lane=lane_id)
    return with_lane(project, map_, lane)


def hide_lane(project: Project, map_id: str, lane_id: str, hidden: bool) -> Project:
    """Whether the lane is left out of the picture."""
    map_ = the_map(project, map_id)
    return with_lane(project, map_, edited(the(map_.lanes, lane_id), hidden=hidden))


def lock_lane(project: Project, map_id: str, lane_id: str, locked: bool) -> Project:
    """Whether what the lane says is safe from edits: its cards, its markers and its own words.

    Edits of the columns still reach them: what loses its column goes to the inbox, from where it can be taken back.
    Where the lane stands, how high it is and whether it is seen stays free as well.
    """
    map_ = the_map(project, map_id)
    return with_lane(project, map_, edited(the(map_.lanes, lane_id), locked=locked))


def set_lane_height(project: Project, map_id: str, lane_id: str, height: float) -> Project:
    """The least height relative to the usual one; 0 for as high as the fullest cell."""
    map_ = the_map(project, map_id)
    return with_lane(project, map_, edited(the(map_.lanes, lane_id), height=height))


def move_lane(project: Project, map_id: str, lane_id: str, before: str = "") -> Project:
    """Before another lane or to the foot; it joins the group it comes between and leaves the one it goes away from."""
    map_ = the_map(project, map_id)
    the(map_.lanes, lane_id)
    lanes = reordered(map_.lanes, (lane_id,), before)
    if lanes is map_.lanes:
        return project
    return with_map(project, _regrouped(edited(map_, lanes=lanes), lane_id))


def move_group(project: Project, map_id: str, group_id: str, before: str = "") -> Project:
    """All lanes of a group, in their order, before another lane or to the foot; never into another group."""
    map_ = the_map(project, map_id)
    the(map_.groups, group_id)
    row = in_order(map_.lanes)
    ids = {lane.id for lane in row if lane.group == group_id}
    rest = [lane for lane in row if lane.id not in ids]
    below = row.index(the(map_.lanes, before)) if before else len(row)
    index = _outside(rest, sum(lane.id not in ids for lane in row[:below]))
    lanes = reordered(map_.lanes, ids, rest[index].id if index < len(rest) else "")
    return with_map(project, edited(map_, lanes=lanes))


def group_lanes(project: Project, map_id: str, ids: Collection[str], title: str, *, new_id: IdSource) -> Project:
    """Puts lanes under one name; they move together, behind the first of them."""
    map_ = the_map(project, map_id)
    if not ids:
        return project
    row = in_order(map_.lanes)
    group = made(LaneGroup, id=new_id(), title=title)
    members = [edited(the(map_.lanes, one), group=group.id) for one in ids]
    together = in_order(members)
    rest = [lane for lane in row if lane.id not in ids]
    index = _outside(rest, row.index(the(map_.lanes, together[0].id)))
    lanes = swap(map_.lanes, inserted(rest, index, together))
    named = edited(map_, lanes=lanes, groups=added(map_.groups, group))
    return with_map(project, _without_empty_groups(named))


def ungroup_lanes(project: Project, map_id: str, group_id: str) -> Project:
    """Takes a group's name away; its lanes stay where they are."""
    map_ = the_map(project, map_id)
    the(map_.groups, group_id)
    freed = (edited(lane, group="") for lane in map_.lanes if lane.group == group_id)
    return with_map(project, edited(map_, lanes=put(map_.lanes, *freed), groups=drop(map_.groups, {group_id})))


def edit_group(project: Project, map_id: str, group_id: str, **fields: Any) -> Project:
    """A group's title, and whether it is folded."""
    map_ = the_map(project, map_id)
    group = facts(the(map_.groups, group_id), fields)
    return with_map(project, edited(map_, groups=put(map_.groups, group)))


def remove_lane(project: Project, map_id: str, lane_id: str, *, new_id: IdSource | None, form: str = FROM) -> Project:
    """Takes a lane out; what it holds goes to the inbox as with `remove_stage`. A locked lane stays: EditError."""
    map_ = the_map(project, map_id)
    lane = the(map_.lanes, lane_id)
    if lane.locked:
        raise EditError("lane.locked", lane=lane_id)
    agenda = (edited(point, lane="") for point in map_.agenda if point.lane == lane_id)
    fewer = edited(forget_in_views(map_, lane_id), lanes=drop(map_.lanes, {lane_id}), agenda=put(map_.agenda, *agenda))
    columns = columns_of(map_).index
    cards = sorted(in_order(lane.cards), key=lambda card: columns.get(card.first, -1))
    swept_map = swept(fewer, cards, list(lane.markers), lane.title or lane.kind, new_id=new_id, form=form)
    return forget_joined(with_map(project, _without_empty_groups(swept_map)))


def _outside(row: list[Lane], index: int) -> int:
    """The index itself, or the end of the group that it would cut in two."""
    index = min(index, len(row))
    while 0 < index < len(row) and row[index].group and row[index].group == row[index - 1].group:
        index += 1
    return index


def _regrouped(map_: JourneyMap, lane_id: str) -> JourneyMap:
    """With the group of a lane that came to a new place: lanes of a group always stand together."""
    row = in_order(map_.lanes)
    at = next(index for index, lane in enumerate(row) if lane.id == lane_id)
    lane = row[at]
    above = row[at - 1].group if at else ""
    below = row[at + 1].group if at + 1 < len(row) else ""
    alone = not any(other.group == lane.group for other in row if other is not lane)
    group = above if above == below and above else lane.group if alone or lane.group in (above, below) else ""
    return _without_empty_groups(edited(map_, lanes=put(map_.lanes, edited(lane, group=group))))


def _without_empty_groups(map_: JourneyMap) -> JourneyMap:
    used = {lane.group for lane in map_.lanes}
    return edited(map_, groups=drop(map_.groups, {group.id for group in map_.groups} - used))
