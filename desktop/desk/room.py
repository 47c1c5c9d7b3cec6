"""What was noted last, for those at the back who cannot read it on the map."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.desk.desk import Desk
from desktop.desk.focus import Here, titles
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import Cluster, JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import card_at, marker_lane, stage_of
from desktop.layout.names import lane_name, name_of
from desktop.layout.style import Words
from desktop.session import Signal

FEW = 5
"""So many notes."""


class Note(NamedTuple):
    """A card or a feeling: its kind, what it says, and where it stands, in words."""

    id: str
    kind: str
    text: str
    place: str


class Recent:
    """The notes that were added last to the map shown, the latest first. changed(): others, or they say other things.

    What was undone or deleted since is not among them; what only moved is not new.
    """

    def __init__(self, desk: Desk) -> None:
        self.changed: Signal[[]] = Signal()
        self._desk = desk
        self._seen = desk.journey
        self._ids: dict[str, tuple[str, ...]] = {}
        self._notes: tuple[Note, ...] = ()
        desk.shown.connect(self._follow)

    @property
    def notes(self) -> tuple[Note, ...]:
        return self._notes

    def _follow(self) -> None:
        before, journey = self._seen, self._desk.journey
        if journey is before:
            return
        self._seen = journey
        if journey is not None and before is not None and before.id == journey.id:
            added = _added(before, journey)
            kept = (one for one in self._ids.get(journey.id, ()) if one not in added)
            self._ids[journey.id] = (*reversed(added), *kept)[: 4 * FEW]  # more than are shown, for some are undone
        notes = tuple(self._found(journey))[:FEW] if journey else ()
        if notes != self._notes:
            self._notes = notes
            self.changed.emit()

    def _found(self, journey: JourneyMap) -> Iterator[Note]:
        for one in self._ids.get(journey.id, ()):
            note = _card(journey, one, self._desk.words) or _feeling(journey, one, self._desk.words)
            if note is not None:
                yield note


def _added(before: JourneyMap, after: JourneyMap) -> list[str]:
    """The ids of what is new, in order; of lanes and clusters that are the same objects nothing is looked at."""
    came: list[Card | Marker] = []
    gone = {card.id for card in before.parking} if before.parking is not after.parking else set()
    old = {each.id: each for each in _holders(before)}
    for each in _holders(after):
        other = old.pop(each.id, None)
        if other is not each:
            had = {card.id for card in other.cards} if other else set()
            came += [card for card in each.cards if card.id not in had]
            came += _felt(other.markers if other else (), each.markers)
            gone |= had.difference(card.id for card in each.cards)
    gone.update(card.id for each in old.values() for card in each.cards)
    return [thing.id for thing in in_order(came) if thing.id not in gone]


def _holders(journey: JourneyMap) -> Iterable[Lane | Cluster]:
    return (*journey.lanes, *journey.inbox)


def _felt(before: Iterable[Marker], after: Iterable[Marker]) -> list[Marker]:
    """Those that say something else than before: who feels otherwise now says so at the same step."""
    said = {(marker.id, marker.value, marker.label) for marker in before}
    return [marker for marker in after if (marker.id, marker.value, marker.label) not in said]


def _card(journey: JourneyMap, one: str, words: Words) -> Note | None:
    at = card_at(journey, one)
    if at is None or not (at.lane or at.cluster):
        return None
    text = at.card.text or name_of("kind", at.card.kind, words)
    if at.lane is None:
        return Note(one, at.card.kind, text, words("room.inbox"))
    return Note(one, at.card.kind, text, _place(journey, at.card.first, lane_name(at.lane, words)))


def _feeling(journey: JourneyMap, one: str, words: Words) -> Note | None:
    lane = marker_lane(journey, one)
    marker = find(lane.markers, one) if lane else None
    if lane is None or marker is None:
        return None
    value = f"{marker.value:+g}".replace("-", "−")
    text = f"{value} · {marker.label}" if marker.label else value
    return Note(one, "emotion", text, _place(journey, marker.step, lane_name(lane, words)))


def _place(journey: JourneyMap, step: str, lane: str) -> str:
    """“Books a table · Pain points”; the stage's title where the step has none."""
    stage = stage_of(journey, step)
    both = titles(journey, Here(stage.id, step, "")) if stage else ("", "")
    return " · ".join(filter(None, (both[1] or both[0], lane)))
