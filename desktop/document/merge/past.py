"""Snapshots that came with another project, under the names that their things have here."""

from collections.abc import Mapping
from typing import Any

from desktop.document.edits.parts import edited
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import put, swap
from desktop.document.project import Project
from desktop.document.renew import renamed
from desktop.document.snapshots import KEYS, Past, by_turns


def renamed_throughout(project: Project, names: Mapping[str, str]) -> Project:
    """With other ids, old → new, on its maps as in their snapshots, so that what has changed since can be told.

    Snapshots that cannot be read stay as they are.
    """
    return renamed(edited(project, maps=swap(project.maps, (_told_anew(map_, names) for map_ in project.maps))), names)


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
