"""Named earlier states of a map: how they are written down, and how they are read again.

The content of a snapshot is `{"map": {…}}`, the whole map, or `{"since": "ID", "puts": {…}, "deletes": […]}`: what was
put and deleted since the snapshot with this id, with paths as in `desktop.document.change`, but from the map down. A
snapshot names the one that it builds on instead of standing behind it, so that two people's snapshots can be brought
together in any order. It holds everything that a map has but its snapshots; the map's own id is not part of it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import JsonValue, ValidationError

from desktop.document.base import P, changed, in_order
from desktop.document.change import Change, apply, diff
from desktop.document.errors import ChangeError
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import find, keyed_fields
from desktop.document.project import Project

KEYS = MAP, SINCE, PUTS, DELETES = "map", "since", "puts", "deletes"
"""The keys of a snapshot's content."""

NAME = "map"
"""The id that every map has in here."""

ROOT = f"maps/{NAME}"


def map_at(journey: JourneyMap, snapshot_id: str) -> JourneyMap:
    """The map as it was, under its present id and without snapshots; what is as it is now is the same objects.

    Raises ChangeError: `snapshot.missing` where there is none with this id, `snapshot.unreadable` where it or one that
    it builds on cannot be read.
    """
    return Past(journey).at(snapshot_id)


class Past:
    """The snapshots of a map, each read once."""

    def __init__(self, journey: JourneyMap) -> None:
        self._journey = journey
        self._states: dict[str, Project] = {}

    def at(self, snapshot_id: str) -> JourneyMap:
        """As `map_at`."""
        if find(self._journey.snapshots, snapshot_id) is None:
            raise ChangeError("snapshot.missing", id=snapshot_id)
        try:
            return changed(self._state(snapshot_id).maps[0], id=self._journey.id)
        except (ChangeError, ValidationError, RecursionError) as refused:
            raise ChangeError("snapshot.unreadable", id=snapshot_id) from refused

    def readable(self, snapshot_id: str) -> bool:
        """Whether the map can be had as it was."""
        try:
            self.at(snapshot_id)
        except ChangeError:
            return False
        return True

    def _state(self, snapshot_id: str) -> Project:
        """Read from the nearest one that is whole, or has been read."""
        chain: list[Snapshot] = []
        one = find(self._journey.snapshots, snapshot_id)
        while one is not None and one.id not in self._states and one not in chain:
            chain.append(one)
            one = find(self._journey.snapshots, since_of(one))
        for snapshot in reversed(chain):
            self._states[snapshot.id] = self._read(snapshot)
        return self._states[snapshot_id]

    def _read(self, snapshot: Snapshot) -> Project:
        content = snapshot.content
        if not isinstance(content, dict):
            raise ChangeError("snapshot.unreadable", id=snapshot.id)
        if SINCE not in content:
            read = JourneyMap.model_validate_json(json.dumps(content.get(MAP)))
            return _project(shared(_plain(self._journey), _plain(read)))
        since = since_of(snapshot)
        if since not in self._states:
            raise ChangeError("snapshot.unreadable", id=snapshot.id)
        return apply(_change(content), self._states[since])


def unreadable(journey: JourneyMap) -> tuple[Snapshot, ...]:
    """Those that this version cannot read, or that build on one that is not there."""
    past = Past(journey)
    return tuple(snapshot for snapshot in journey.snapshots if not past.readable(snapshot.id))


def last(journey: JourneyMap) -> Snapshot | None:
    """The latest snapshot in the order that people see."""
    return next(reversed(in_order(journey.snapshots)), None)


def since_of(snapshot: Snapshot) -> str:
    """The id of the snapshot that this one builds on; "" for one that is whole, and for what nobody can read."""
    content = snapshot.content
    since = content.get(SINCE) if isinstance(content, dict) else None
    return since if isinstance(since, str) else ""


def whole(map_: JourneyMap) -> dict[str, JsonValue]:
    """The content of a snapshot that stands by itself."""
    content: dict[str, JsonValue] = json.loads(_plain(map_).model_dump_json(exclude_defaults=True))
    return {MAP: content}


def step(since: str, before: JourneyMap, after: JourneyMap) -> dict[str, JsonValue]:
    """The content of a snapshot of `after` that builds on one of `before`, which has the id `since`."""
    change = diff(_project(before), _project(after))
    puts: dict[str, JsonValue] = {_inner(path): payload for path, payload in change.puts.items()}
    return {SINCE: since, PUTS: puts, DELETES: [_inner(path) for path in change.deletes]}


def by_turns(
    snapshots: Iterable[Snapshot], states: Mapping[str, JourneyMap]
) -> Iterator[tuple[Snapshot, dict[str, JsonValue]]]:
    """Those of the snapshots that have a state, in order, with the content that says it: the first whole, the others
    each building on the one before."""
    before: Snapshot | None = None
    for snapshot in in_order(each for each in snapshots if each.id in states):
        state = states[snapshot.id]
        yield snapshot, step(before.id, states[before.id], state) if before else whole(state)
        before = snapshot


def shared(model: P, part: P) -> P:
    """The part with everything in it that equals what `model` holds in its place being the same object."""
    if part is model or part == model:
        return model
    updates = {name: _shared_things(getattr(model, name), getattr(part, name)) for name in keyed_fields(type(part))}
    return part.model_copy(update=updates)  # each equal to what it replaces: nothing to validate


def _shared_things(model: tuple[Any, ...], things: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {thing.id: thing for thing in model}
    return tuple(shared(known[thing.id], thing) if thing.id in known else thing for thing in things)


def _change(content: Mapping[str, JsonValue]) -> Change:
    made = Change.model_validate_json(json.dumps({PUTS: content.get(PUTS, {}), DELETES: content.get(DELETES, [])}))
    puts = {_outer(path): payload for path, payload in made.puts.items()}
    return Change(puts=puts, deletes=tuple(map(_outer, made.deletes)))


def _plain(map_: JourneyMap) -> JourneyMap:
    return map_.model_copy(update={"id": NAME, "snapshots": ()})


def _project(map_: JourneyMap) -> Project:
    return Project(id="project", maps=(_plain(map_),))


def _inner(path: str) -> str:
    return path.removeprefix(ROOT).removeprefix("/")


def _outer(path: str) -> str:
    return f"{ROOT}/{path}" if path else ROOT
