"""What becomes of cards and markers when the columns change."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import without_cards
from desktop.document.edits.parts import added, edited, made
from desktop.document.errors import EditError
from desktop.document.journey import Cluster, JourneyMap
from desktop.document.keyed import drop, put, swap
from desktop.document.locate import Columns, columns_of
from desktop.document.ranks import spread

FROM = "from {title} ({count})"
"""The title of a group of cards that lost their place, unless the caller has it in the project's language."""

UNTITLED = "–"


@dataclass(frozen=True)
class Rebuilt:
    """A change of columns: the order before and after, which steps moved, and which step took over which."""

    old: Columns
    new: Columns
    moved: frozenset[str] = frozenset()
    heirs: Mapping[str, str] = field(default_factory=dict)

    def span(self, card: Card) -> tuple[str, str] | None:
        """First and last step afterwards; None when every step of the card is gone.

        A card covers its steps that stayed where they were, with whatever came between them, and those
        moved steps of its own that still adjoin. A card whose steps all moved goes with them.
        """
        covered = self.old.span(card)
        if not covered:
            return card.first, card.last
        ids = {self.heirs.get(self.old.steps[column], self.old.steps[column]) for column in covered}
        own = {self.new.index[step] for step in ids if step in self.new.index}
        if not own:
            return None
        stayed = [column for column in own if self.new.steps[column] not in self.moved] or own
        low, high = min(stayed), max(stayed)
        while low - 1 in own:
            low -= 1
        while high + 1 in own:
            high += 1
        return self.new.steps[low], self.new.steps[high]

    @property
    def touched(self) -> set[str]:
        """The steps whose own cards need a look; cards that span several always do."""
        return {step for step in self.old.steps if step not in self.new.index or step in self.heirs}


def rebuilt(
    before: JourneyMap, after: JourneyMap, moved: Collection[str] = (), heirs: Mapping[str, str] | None = None
) -> Rebuilt:
    """What happened to the columns between two states of a map."""
    return Rebuilt(columns_of(before), columns_of(after), frozenset(moved), heirs or {})


def settled(map_: JourneyMap, change: Rebuilt) -> tuple[JourneyMap, list[Card], list[Marker]]:
    """The map with every card and marker on steps that exist, and those that lost their place, in reading order.

    EditError where a marker of a locked lane would give way to another one.
    """
    touched = change.touched
    homeless: list[Card] = []
    unfelt: list[Marker] = []
    lanes = []
    for lane in in_order(map_.lanes):
        cards, lost = _respanned(lane.cards, change, touched)
        markers, gone = _resettled(lane.markers, change, touched)
        if lane.locked and len(markers) + len(gone) < len(lane.markers):
            raise EditError("lane.locked", lane=lane.id)
        homeless += lost
        unfelt += gone
        lanes.append(edited(lane, cards=cards, markers=markers))
    homeless.sort(key=lambda card: change.old.index[card.first])
    return edited(map_, lanes=swap(map_.lanes, lanes)), homeless, unfelt


def grouped(
    map_: JourneyMap, title: str, cards: Iterable[Card], markers: Iterable[Marker], new_id: IdSource
) -> JourneyMap:
    """The map with a new group in its inbox; nothing when there is nothing to keep. `title` is a whole title."""
    loose = [edited(card, first="", last="") for card in cards]
    kept = tuple(markers)
    if not loose and not kept:
        return map_
    ranked = (edited(card, rank=rank) for card, rank in zip(loose, spread(len(loose)), strict=True))
    cluster = made(Cluster, id=new_id(), title=title, cards=swap((), ranked), markers=swap((), kept))
    return edited(map_, inbox=added(map_.inbox, cluster))


def group_title(form: str, title: str, count: int) -> str:
    """The words of `form` with the title of what was removed (cut to leave room) and the number of its cards."""
    return form.replace("{count}", str(count)).replace("{title}", title[:300] or UNTITLED)


def swept(
    map_: JourneyMap, cards: list[Card], markers: list[Marker], title: str, *, new_id: IdSource | None, form: str
) -> JourneyMap:
    """What lost its place goes to the inbox as a group, or away for good when there is no `new_id`."""
    if new_id is None:
        return without_cards(map_, [card.id for card in cards])
    return grouped(map_, group_title(form, title, len(cards) or len(markers)), cards, markers, new_id)


def _respanned(cards: tuple[Card, ...], change: Rebuilt, touched: set[str]) -> tuple[tuple[Card, ...], list[Card]]:
    kept, lost = [], []
    for card in cards:
        if card.first == card.last and card.first not in touched:
            continue
        span = change.span(card)
        if span is None:
            lost.append(card)
        else:
            kept.append(edited(card, first=span[0], last=span[1]))
    return drop(put(cards, *kept), {card.id for card in lost}), in_order(lost)


def _resettled(
    markers: tuple[Marker, ...], change: Rebuilt, touched: set[str]
) -> tuple[tuple[Marker, ...], list[Marker]]:
    lost = [marker for marker in markers if marker.step in touched and marker.step not in change.heirs]
    taken = {(marker.step, marker.persona) for marker in markers}
    heirs, replaced = [], []
    for marker in markers:
        heir = change.heirs.get(marker.step)
        if heir is None:
            continue
        if (heir, marker.persona) in taken:
            replaced.append(marker)
        else:
            taken.add((heir, marker.persona))
            heirs.append(edited(marker, step=heir))
    return drop(put(markers, *heirs), {marker.id for marker in (*lost, *replaced)}), lost
