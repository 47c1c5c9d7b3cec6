"""Snapshots of a map: take, rename, remove, go back to one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain

from pydantic import JsonValue
from pydantic_core import from_json, to_json

from desktop.document.base import I, IdSource
from desktop.document.edits.parts import added, edited, made, the, the_map, with_map
from desktop.document.edits.references import forget_joined, forget_persona, without_options
from desktop.document.errors import ChangeError, EditError
from desktop.document.journey import AgendaPoint, Ballot, Cluster, JourneyMap, Lane, Snapshot, Stage, View
from desktop.document.keyed import drop, find, put, swap
from desktop.document.locate import cards_of
from desktop.document.naming import Kind, named
from desktop.document.project import Goal, Metric, Project
from desktop.document.snapshots import KEYS, Past, last, map_at, shared, since_of, step, whole

KEPT = ("id", "rank", "snapshots", "agenda", "views", "ballots")
"""What of a map stays as it is when the map goes back to what it was."""

DEPTH = 8
"""Levels of a file above a snapshot's content, and one to spare: who reads a file counts them from the top."""


def take_snapshot(project: Project, map_id: str, title: str, date: str, *, new_id: IdSource) -> Project:
    """The map as it is now, under a name, behind its other snapshots; `date` is a day as in the file.

    Only what differs from the latest is written down, unless that cannot be read.
    """
    map_ = the_map(project, map_id)
    content = _readable(_content_since(map_, last(map_)))
    snapshot = made(Snapshot, id=new_id(), title=title, date=date, content=content)
    return with_map(project, edited(map_, snapshots=added(map_.snapshots, snapshot)))


def snapshot_that_stays(
    project: Project, map_id: str, title: str, date: str, *, new_id: IdSource
) -> Callable[[Project], Project]:
    """What gives the snapshot that `take_snapshot` takes now to any state of the project, earlier or later.

    A state that has it already, or cannot have it, as without the map, is given back as it is.
    EditError as in `take_snapshot`.
    """
    now = the_map(project, map_id)
    kept = the_map(take_snapshot(project, map_id, title, date, new_id=new_id), map_id).snapshots
    taken = next(each for each in kept if each not in now.snapshots)

    def given(state: Project) -> Project:
        there = find(state.maps, map_id)
        if there is None or find(there.snapshots, taken.id):
            return state
        if there.snapshots == now.snapshots:
            return with_map(state, edited(there, snapshots=kept))
        try:
            content = _readable(_content_since(edited(now, snapshots=there.snapshots), last(there)))
        except EditError:  # written down whole it is too deep for a file
            return state
        return with_map(state, edited(there, snapshots=added(there.snapshots, edited(taken, content=content))))

    return given


def rename_snapshot(project: Project, map_id: str, snapshot_id: str, title: str) -> Project:
    """The snapshot's title."""
    map_ = the_map(project, map_id)
    renamed = edited(the(map_.snapshots, snapshot_id), title=title)
    return with_map(project, edited(map_, snapshots=put(map_.snapshots, renamed)))


def remove_snapshot(project: Project, map_id: str, snapshot_id: str) -> Project:
    """Without a snapshot; those that build on it build on what it did.

    EditError `snapshot.needed` where others build on one that cannot be read: they would be lost for good.
    """
    map_ = the_map(project, map_id)
    gone = the(map_.snapshots, snapshot_id)
    heirs = [_rebased(map_, gone, heir) for heir in map_.snapshots if since_of(heir) == snapshot_id]
    return with_map(project, edited(map_, snapshots=drop(put(map_.snapshots, *heirs), {snapshot_id})))


def restored(project: Project, map_id: str, snapshot_id: str) -> Project:
    """The map as it was. Its id, its place among the maps, its snapshots, agenda, views and ballots are those of now.

    What names something that is not there any more no longer does; feelings of personas who are gone go with them.
    EditError where the snapshot is not there, or cannot be read.
    """
    now = the_map(project, map_id)
    the(now.snapshots, snapshot_id)
    then = edited(_at(now, snapshot_id), **{name: getattr(now, name) for name in KEPT})
    return forget_joined(with_map(project, shared(now, _healed(project, then))))


def _content_since(map_: JourneyMap, latest: Snapshot | None) -> dict[str, JsonValue]:
    with suppress(ChangeError):
        if latest is not None:
            return step(latest.id, map_at(map_, latest.id), map_)
    return whole(map_)


def _readable(content: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """EditError where a file with this could not be opened again: a snapshot lies deeper in it than what it holds."""
    try:
        from_json(b"[" * DEPTH + to_json(content) + b"]" * DEPTH, allow_inf_nan=False)
    except ValueError as refused:
        raise EditError("snapshot.deep") from refused
    return content


def _at(map_: JourneyMap, snapshot_id: str) -> JourneyMap:
    try:
        return map_at(map_, snapshot_id)
    except ChangeError as refused:
        raise EditError(refused.code, **refused.arguments) from refused


def _rebased(map_: JourneyMap, gone: Snapshot, heir: Snapshot) -> Snapshot:
    """Builds on what `gone` did, or stands by itself; what a later version wrote beside is kept."""
    past, base = Past(map_), since_of(gone)
    try:
        then = past.at(heir.id)
        content = step(base, past.at(base), then) if base else whole(then)
    except ChangeError as refused:
        raise EditError("snapshot.needed", id=gone.id, title=heir.title) from refused
    before = heir.content if isinstance(heir.content, dict) else {}
    others = {name: value for name, value in before.items() if name not in KEYS}
    return edited(heir, content=_readable({**content, **others}))


def _healed(project: Project, map_: JourneyMap) -> JourneyMap:
    """Without the names of what neither the project nor the map has."""
    for persona in sorted(_personas(map_) - {"", *_ids(project.personas)}):
        map_ = forget_persona(map_, persona)
    measured = (card.measure.metric for card in cards_of(map_) if card.measure)
    map_ = named(map_, {Goal: _gone(map_.goals, project.goals), Metric: _gone(measured, project.metrics)})
    origin = map_.origin if find(project.maps, map_.origin) else ""
    return _kept_healed(edited(map_, origin=origin))


def _kept_healed(map_: JourneyMap) -> JourneyMap:
    """Agenda, views and ballots of now without the names of lanes, stages and cards that there were not yet."""
    lanes = (*(point.lane for point in map_.agenda), *chain.from_iterable(view.lanes for view in map_.views))
    stages = chain.from_iterable(one.stages for one in chain[AgendaPoint | View](map_.agenda, map_.views))
    names: dict[Kind, dict[str, str]] = {Lane: _gone(lanes, map_.lanes), Stage: _gone(stages, map_.stages)}
    cards = {card.id for card in cards_of(map_)}
    return edited(
        map_,
        views=swap(map_.views, (named(view, names) for view in map_.views)),
        agenda=swap(map_.agenda, (named(point, names) for point in map_.agenda)),
        ballots=swap(map_.ballots, (without_options(ballot, {*_votable(ballot)} - cards) for ballot in map_.ballots)),
    )


def _votable(ballot: Ballot) -> Iterator[str]:
    """Every card that a ballot names."""
    yield from ballot.options
    yield from (tally.card for tally in ballot.tallies)


def _personas(map_: JourneyMap) -> set[str]:
    """Whoever is named in a map."""
    markers = chain.from_iterable(holder.markers for holder in chain[Lane | Cluster](map_.lanes, map_.inbox))
    views = chain.from_iterable(view.personas for view in map_.views)
    return {
        map_.persona,
        *views,
        *(card.persona for card in cards_of(map_)),
        *(marker.persona for marker in markers),
    }


def _gone(names: Iterable[str], things: tuple[I, ...]) -> dict[str, str]:
    """Nothing in place of the names of what is not among the things."""
    return dict.fromkeys(set(names) - {"", *_ids(things)}, "")


def _ids(things: tuple[I, ...]) -> set[str]:
    return {thing.id for thing in things}
