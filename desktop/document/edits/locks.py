"""What a lock keeps, for edits that come as a whole project and not lane by lane."""

from desktop.document.errors import EditError
from desktop.document.journey import Lane
from desktop.document.keyed import find
from desktop.document.project import Project


def keep_locked(before: Project, after: Project) -> None:
    """EditError where a lane that was locked says something else afterwards, or is gone."""
    for map_ in before.maps:
        now = find(after.maps, map_.id)
        for lane in map_.lanes:
            if (
                lane.locked
                and now is not None
                and now is not map_
                and not _says_the_same(lane, find(now.lanes, lane.id))
            ):
                raise EditError("lane.locked", lane=lane.id)


def _says_the_same(lane: Lane, now: Lane | None) -> bool:
    if now is None:
        return False
    words = ("title", "subtitle", "kind", "empty")
    return (
        lane.cards == now.cards
        and lane.markers == now.markers
        and all(getattr(lane, name) == getattr(now, name) for name in words)
    )
