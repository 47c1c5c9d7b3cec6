"""Two people's projects and the one they began with: everything that either did, and what they must agree on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import ValidationError

from desktop.document.base import IdSource, Part
from desktop.document.cards import Card, Marker, Origin
from desktop.document.difference import Side, Trail, said_in
from desktop.document.errors import EditError
from desktop.document.ids import ids_of
from desktop.document.journey import Ballot, JourneyMap, Snapshot
from desktop.document.merge.census import Census, Entry, census
from desktop.document.merge.conflicts import GONE, PLACE, Choice, Choices, Conflict
from desktop.document.merge.match import matched
from desktop.document.merge.past import Pasts, renamed_throughout, rewound, unwound
from desktop.document.merge.settling import Asides, Titles, set_aside, stood
from desktop.document.merge.values import ABSENT, Clash, Three, merged, settled
from desktop.document.naming import REFERENCES
from desktop.document.project import Goal, Metric, Persona, Project, Survey
from desktop.document.snapshots import shared, since_of

PLACED: dict[type[Part], tuple[str, ...]] = {Card: ("first", "last"), Marker: ("step",)}
"""What of a thing says where it stands, beside what holds it."""

TABLE = ("file", "people", "figures")
"""What of a survey goes with the digest of its responses, where these are kept beside the project."""

MEANT = (Card, Persona, Goal, Metric, Ballot, JourneyMap)
"""Kinds of things that come back when one person took them away while the other named them anew."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The project, what was decided or is still to be, and what came and went by the other's hand, by ids."""

    project: Project
    conflicts: tuple[Conflict, ...] = ()
    came: frozenset[str] = frozenset()
    went: frozenset[str] = frozenset()


def merge(
    base: Project | None,
    ours: Project,
    theirs: Project,
    *,
    new_id: IdSource,
    choices: Choices | None = None,
    otherwise: Choice = "both",
    titles: Titles | None = None,
) -> Merged:
    """Everything that either person changed since `base`; without one nothing counts as taken away.

    Things are the same by their ids, then by place and text. What both changed differently is a conflict, decided by
    `choices` or as `otherwise`; unless theirs or mine is asked for, nothing of either is lost: a card as the other has
    it goes to the inbox, anything else to a note there, and what one took away while the other worked on it stays.
    Cards whose place is gone go to the inbox. EditError `merge.too_much` where a list would be longer than a file can
    hold.
    """
    known = census(base) if base else {}
    names = matched(ours, theirs, known)
    other = renamed_throughout(theirs, names) if names else theirs
    if base is not None:
        ours, other = shared(base, ours), shared(base, other)
    pasts = Pasts(ours, other)
    if base is not None:
        ours, other = unwound(base, ours), unwound(base, other)
    other = shared(ours, other)  # what is the same object need not be looked into
    three = Three(known, census(ours), census(other))
    work = _Merge(three, (Side(ours), Side(other)), choices or {}, otherwise, pasts)
    entries = work.entries()
    project = rewound(stood(entries, three, titles or Titles(), new_id), pasts)
    project = set_aside(project, work.asides, titles or Titles(), new_id)
    _hold(project)
    mine, now = three.ours.keys(), census(project).keys()
    conflicts = tuple({one.key: one for one in work.conflicts}.values())
    return Merged(project, conflicts, frozenset(now - mine), frozenset(mine - now))


def _hold(project: Project) -> None:
    try:
        Project.model_validate_json(project.model_dump_json())
    except ValidationError as refused:
        raise EditError("merge.too_much") from refused


@dataclass
class _Merge:
    three: Three
    sides: tuple[Side, Side]
    choices: Choices
    otherwise: Choice
    pasts: Pasts
    conflicts: list[Conflict] = field(default_factory=list)
    asides: Asides = field(default_factory=list)

    def entries(self) -> dict[str, Entry]:
        """Everything that stays, in the place where it stays."""
        _, ours, theirs = self.three
        kept = {name: self._entry(name) for name in dict.fromkeys((*ours, *theirs)) if self._stays(name)}
        kept |= self._whole_maps(kept)
        while missed := dict.fromkeys(name for name in self._missed(kept) if name not in kept):
            for name in missed:
                kept[name] = self._there(name)
                self._note(name, GONE, name in ours, name in theirs)
            kept |= self._whole_maps(kept)
        return kept

    def _whole_maps(self, kept: Census) -> dict[str, Entry]:
        """All that a map held which one person took away, and which stays since the other worked on it."""
        base, ours, theirs = self.three
        held = dict[str, Entry]()
        for name, entry in kept.items():
            if entry.kind is JourneyMap and name in base and (name in ours) != (name in theirs):
                side = ours if name in ours else theirs
                held |= {one: side[one] for one in ids_of(side[name].thing) if one not in kept}
        return held

    def _missed(self, kept: Census) -> Iterator[str]:
        """What something that stays is held by, or names anew; cards and markers can be held by something else."""
        base, ours, theirs = self.three
        for name, entry in kept.items():
            if entry.holder and entry.kind not in (Card, Marker):
                yield entry.holder
            if entry.kind in (Card, Marker) and entry.holder not in kept:
                yield _map_of(name, self.three)
            if isinstance(entry.thing, Snapshot):
                yield from self._needed(entry.thing, kept)
            fresh = name not in base or name not in ours or name not in theirs
            before = () if fresh else set(_named(base[name].thing))
            yield from (one for one in _named(entry.thing) if one not in before and (one in ours or one in theirs))

    def _needed(self, snapshot: Snapshot, kept: Census) -> Iterator[str]:
        """What a snapshot builds on, where nobody can read it and write it in other words."""
        since = since_of(snapshot)
        if since and since not in kept and any(since in side for side in self.three):
            yield from () if self.pasts.state(snapshot.id) else (since,)

    def _stays(self, name: str) -> bool:
        base, ours, theirs = (side.get(name) for side in self.three)
        if base is None or (ours and theirs):
            return True
        there = ours or theirs
        if there is None or _unchanged(base, there):
            return False
        return self._decided(name, GONE, ours is not None, theirs is not None) != (
            "theirs" if ours is not None else "mine"
        )

    def _entry(self, name: str) -> Entry:
        three = Three(*(side.get(name, ABSENT) for side in self.three))
        if ABSENT in three[1:]:
            return self._there(name)
        base, ours, theirs = three
        placed = self._placed(name, three)
        was = ABSENT if base is ABSENT else base.thing
        leave = ("rank", *PLACED.get(ours.kind, ()), *(TABLE if ours.kind is Survey else ()))
        thing = merged(Three(was, ours.thing, theirs.thing), partial(self._settle, name), leave=leave)
        changes = {one: getattr(placed.thing, one) for one in leave if one in type(thing).model_fields}
        if "rank" in changes:
            changes["rank"] = _rank(placed, three)
        if isinstance(thing, Survey):
            side = theirs.thing if thing.digest == theirs.thing.digest else ours.thing
            changes |= {one: getattr(side, one) for one in TABLE}
        if any(getattr(thing, one) != value for one, value in changes.items()):
            thing = thing.model_copy(update=changes)  # values of valid things: nothing to validate
        return Entry(thing, placed.collection, placed.holder)

    def _placed(self, name: str, three: Three) -> Entry:
        """The side whose place stands."""
        places = Three(*(ABSENT if entry is ABSENT else _place(entry) for entry in three))
        place = settled(Part, PLACE, places, lambda _clash: ABSENT)
        if place is ABSENT or place not in places[1:]:
            chosen = self._decided(name, PLACE, places.ours, places.theirs)
            return self._there(name, chosen == "theirs")
        return self._there(name, place != places.ours)

    def _there(self, name: str, theirs: bool = False) -> Entry:
        """A thing as one person has it, as the other where that one has not."""
        sides: list[Census] = [self.three.theirs, self.three.ours] if theirs else [self.three.ours, self.three.theirs]
        return next(side[name] for side in sides if name in side)

    def _settle(self, name: str, clash: Clash) -> Any:
        chosen = self._decided(name, clash.field, clash.ours, clash.theirs)
        return clash.theirs if chosen == "theirs" else clash.ours

    def _decided(self, name: str, about: str, ours: Any, theirs: Any) -> Choice:
        conflict = self._note(name, about, ours, theirs)
        chosen = self.choices.get(conflict.key, self.otherwise)
        if chosen == "both" and about != GONE:
            self.asides.append((conflict, self.three.theirs[name].thing))
        return chosen

    def _note(self, name: str, about: str, ours: Any, theirs: Any) -> Conflict:
        here, there = self.sides
        if about == PLACE:
            ours, theirs = here.where(_trail(name, self.three.ours)), there.where(_trail(name, self.three.theirs))
        elif about != GONE:
            ours, theirs = here.value(about, ours), there.value(about, theirs)
        known = here if name in self.three.ours else there
        conflict = Conflict(known.name(self._there(name).thing), about, ours, theirs, _map_of(name, self.three))
        self.conflicts.append(conflict)
        return conflict


def _place(entry: Entry) -> tuple[str, ...]:
    own = (getattr(entry.thing, name) for name in PLACED.get(entry.kind, ()))
    return (entry.collection, entry.holder, *own)


def _unchanged(base: Entry, there: Entry) -> bool:
    """Whether nothing but the order was changed; what things hold counts for itself."""
    if _place(base) != _place(there):
        return False
    same = merged(Three(base.thing, base.thing, there.thing), lambda clash: clash.ours, leave=("rank",))
    return same is base.thing


def _rank(placed: Entry, three: Three) -> str:
    """Of the side whose place stands where it is a new one; of two new orders in one place the later rank."""
    base, ours, theirs = three
    if _place(ours) != _place(theirs):
        return str(placed.thing.rank)
    ranks = Three(*(ABSENT if entry is ABSENT else entry.thing.rank for entry in (base, ours, theirs)))
    rank = settled(Part, "rank", ranks, lambda clash: max(clash.ours, clash.theirs))
    return str(rank)


def _named(part: Part) -> Iterator[str]:
    """Ids of what a part names and cannot be without; where it was derived from is only a memory."""
    for name, kind in REFERENCES.get(type(part), {}).items():
        if kind in MEANT and not isinstance(part, Origin):
            value = getattr(part, name)
            yield from (value,) if isinstance(value, str) else value
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from _named(value)
        elif value and isinstance(value, tuple) and isinstance(value[0], Part) and not hasattr(value[0], "id"):
            for one in value:
                yield from _named(one)


def _map_of(name: str, three: Three) -> str:
    """The map that a thing is on, or is itself; "" for what belongs to the whole project."""
    trails = (_trail(name, side) for side in three[1:] if name in side)
    return next(
        (said_in(thing, "id") for trail in trails for collection, thing in trail[:1] if collection == "maps"), ""
    )


def _trail(name: str, side: Census) -> Trail:
    trail: list[tuple[str, Any]] = []
    entry = side[name]
    while entry.holder:
        trail.insert(0, (entry.collection, entry.thing))
        entry = side[entry.holder]
    return tuple(trail)
