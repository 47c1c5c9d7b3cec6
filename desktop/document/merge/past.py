"""Snapshots of two people: under the names that their things have here, and apart from what either took away."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from desktop.document.edits.parts import edited
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import find, put, swap
from desktop.document.project import Project
from desktop.document.renew import renamed
from desktop.document.snapshots import KEYS, Past, by_turns, since_of


def renamed_throughout(project: Project, names: Mapping[str, str]) -> Project:
    """With other ids, old → new, on its maps as in their snapshots, so that what has changed since can be told.

    Snapshots that cannot be read stay as they are.
    """
    return renamed(edited(project, maps=swap(project.maps, (_told_anew(map_, names) for map_ in project.maps))), names)


class Pasts:
    """What the snapshots of several projects say, each read once and only where it is asked for."""

    def __init__(self, *projects: Project) -> None:
        self._found: dict[str, list[tuple[Snapshot, Past]]] = defaultdict(list)
        for map_ in (each for project in projects for each in project.maps):
            past = Past(map_)
            for snapshot in map_.snapshots:
                self._found[snapshot.id].append((snapshot, past))

    def told(self, snapshot_id: str) -> list[Snapshot]:
        """The snapshot as each of the projects has it, of those that can be read there."""
        return [snapshot for snapshot, past in self._found[snapshot_id] if past.readable(snapshot_id)]

    def state(self, snapshot_id: str) -> JourneyMap | None:
        """The map as it was; None where no project can tell."""
        return next((past.at(snapshot_id) for _, past in self._found[snapshot_id] if past.readable(snapshot_id)), None)


def unwound(base: Project, side: Project) -> Project:
    """Snapshots that say what they said in `base`, in other words since one that they built on was taken away, have
    the words of `base` again: nobody has changed them."""
    if side is base:
        return side
    maps = (_as_in(find(base.maps, map_.id), map_) for map_ in side.maps)
    return edited(side, maps=swap(side.maps, maps))


def rewound(project: Project, pasts: Pasts) -> Project:
    """Snapshots that build on one that is gone build on another, or stand by themselves."""
    return edited(project, maps=swap(project.maps, (_healed(map_, pasts) for map_ in project.maps)))


def _as_in(before: JourneyMap | None, map_: JourneyMap) -> JourneyMap:
    if before is None or before.snapshots is map_.snapshots:
        return map_
    pairs = ((find(before.snapshots, one.id), one) for one in map_.snapshots)
    other = [(old, one) for old, one in pairs if old is not None and old.content != one.content]
    if not other:
        return map_
    was, now = Past(before), Past(map_)
    same = (
        edited(one, content=old.content)
        for old, one in other
        if was.readable(one.id) and now.readable(one.id) and was.at(one.id) == now.at(one.id)
    )
    return edited(map_, snapshots=put(map_.snapshots, *same))


def _healed(map_: JourneyMap, pasts: Pasts) -> JourneyMap:
    known = {one.id for one in map_.snapshots}
    torn = [one for one in map_.snapshots if since_of(one) and since_of(one) not in known]
    if not torn:
        return map_
    states: dict[str, JourneyMap] = {}
    healed: list[Snapshot] = []
    for one in torn:
        sound = next((each for each in pasts.told(one.id) if not since_of(each) or since_of(each) in known), None)
        state = None if sound else pasts.state(one.id)
        if sound is not None:
            healed.append(edited(one, content=sound.content))
        elif state is not None:
            states[one.id] = state
    healed += (_with(one, content) for one, content in by_turns(torn, states))
    return edited(map_, snapshots=put(map_.snapshots, *healed))


def _told_anew(map_: JourneyMap, names: Mapping[str, str]) -> JourneyMap:
    past = Past(map_)
    states = {one.id: renamed(past.at(one.id), names) for one in map_.snapshots if past.readable(one.id)}
    told = (_with(one, content) for one, content in by_turns(map_.snapshots, states))
    return edited(map_, snapshots=put(map_.snapshots, *told)) if states else map_


def _with(snapshot: Snapshot, content: Mapping[str, Any]) -> Snapshot:
    """What a later version wrote beside is kept."""
    before = snapshot.content if isinstance(snapshot.content, dict) else {}
    others = {name: value for name, value in before.items() if name not in KEYS}
    return edited(snapshot, content={**content, **others})
