"""Cards: add, edit, convert, move, span, copy, remove."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card
from desktop.document.edits.parts import alter_cards, edited, facts, inserted, made, the, the_map, with_map
from desktop.document.edits.references import forget_cards, forget_joined, known
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import among, drop, put, swap
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import CardAt, Columns, cards_at, columns_of
from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Spot:
    """Where cards land: a lane and a step by id, and the neighbours in the cell they come between ("" at an end).

    With neither neighbour they land at the foot of the cell.
    """

    lane: str
    step: str
    after: str = ""
    before: str = ""


def add_card(project: Project, map_id: str, target: Spot, kind: str, *, new_id: IdSource, **fields: Any) -> Project:
    """A new card of a kind, with any other fields of Card."""
    known(project, fields)
    card = made(Card, id=new_id(), kind=kind, first=target.step, last=target.step)
    return _with_new(project, map_id, target, [_dressed(card, fields)])


def add_cards(
    project: Project, map_id: str, target: Spot, kind: str, texts: Iterable[str], *, new_id: IdSource
) -> Project:
    """One card per text, in this order: what pasted lines become."""
    new = [made(Card, id=new_id(), kind=kind, first=target.step, last=target.step, text=text) for text in texts]
    return _with_new(project, map_id, target, new)


def edit_cards(project: Project, map_id: str, ids: Collection[str], **fields: Any) -> Project:
    """The same fields for one card or several; kind, place and span have verbs of their own."""
    known(project, fields)
    map_ = the_map(project, map_id)
    return with_map(project, _replaced(map_, (_dressed(at.card, fields) for at in free_cards(map_, ids))))


def convert_cards(project: Project, map_id: str, ids: Collection[str], kind: str) -> Project:
    """Another kind; the fields that do not fit it are kept, so that converting back brings them back."""
    if not kind:
        raise EditError("field.refused", field="kind", reason="empty")
    map_ = the_map(project, map_id)
    return with_map(project, _replaced(map_, (edited(at.card, kind=kind) for at in free_cards(map_, ids))))


def span_card(project: Project, map_id: str, card_id: str, first: str, last: str) -> Project:
    """Stands on the steps from `first` to `last`, both included."""
    map_ = the_map(project, map_id)
    (at,) = free_cards(map_, (card_id,))
    if at.lane is None:
        raise EditError("card.not_on_map", id=card_id)
    columns = columns_of(map_)
    if column(columns, first) > column(columns, last):
        raise EditError("span.reversed", first=first, last=last)
    return with_map(project, _replaced(map_, [edited(at.card, first=first, last=last)]))


def move_cards(project: Project, map_id: str, ids: Collection[str], target: Spot) -> Project:
    """Moves cards from anywhere on the map, the inbox or the parking lot to one place, in the order they have.

    Each keeps the number of steps it spans, as far as the last step allows. The project itself when every
    card already stands there in this order.
    """
    map_ = the_map(project, map_id)
    places = free_cards(map_, ids)
    cards = [at.card for at in in_reading_order(map_, places)]
    moved = landed(map_, cards, target)
    stay = all(at.lane is not None and at.lane.id == target.lane for at in places)
    return project if not cards or (stay and _looks_same(map_, moved, cards)) else with_map(project, moved)


def copy_cards(project: Project, map_id: str, ids: Collection[str], target: Spot, *, new_id: IdSource) -> Project:
    """Copies to one place, in the order of the originals. Votes and comments were for the original and stay there, and
    it is the original that was derived from another map."""
    map_ = the_map(project, map_id)
    places = in_reading_order(map_, the_cards(map_, ids))
    copies = [edited(at.card, id=new_id(), votes=0, comments=(), origin=None) for at in places]
    return with_map(project, landed(map_, copies, target))


def remove_cards(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """Without these cards, the links to them, and what *Next* says of them."""
    map_ = the_map(project, map_id)
    free_cards(map_, ids)
    return forget_joined(with_map(project, without_cards(map_, ids)))


def without_cards(map_: JourneyMap, ids: Collection[str]) -> JourneyMap:
    """The map without these cards and whatever refers to them, locked or not."""
    gone = set(ids)
    return forget_cards(alter_cards(map_, lambda cards: drop(cards, gone)), gone)


def the_cards(map_: JourneyMap, ids: Collection[str]) -> list[CardAt]:
    """The cards with these ids; EditError when one is missing."""
    places = cards_at(map_, ids)
    missing = set(ids) - {at.card.id for at in places}
    if missing:
        raise EditError("missing", id=min(missing))
    return places


def free_cards(map_: JourneyMap, ids: Collection[str]) -> list[CardAt]:
    """The cards with these ids; EditError when one is missing or in a locked lane."""
    places = the_cards(map_, ids)
    for at in places:
        if at.lane is not None and at.lane.locked:
            raise EditError("lane.locked", lane=at.lane.id)
    return places


def landed(map_: JourneyMap, cards: Sequence[Card], target: Spot) -> JourneyMap:
    """The map with these cards at the target, in this order, taken from wherever they stood before."""
    if not cards:
        return map_
    columns = columns_of(map_)
    start = column(columns, target.step)
    lane = _card_lane(map_, target.lane)
    index, row = gap(lane, target, {card.id for card in cards})
    placed = inserted(row, index, [_at_column(card, columns, start) for card in cards])
    rest = lifted(map_, cards, lane)
    return edited(rest, lanes=put(rest.lanes, edited(lane, cards=swap(lane.cards, placed))))


def lifted(map_: JourneyMap, cards: Sequence[Card], target: Lane | None = None) -> JourneyMap:
    """Without the cards wherever they stood, apart from the lane they come to; groups left empty are taken away."""
    moving = {card.id for card in cards}
    kept = target.cards if target else None
    rest = alter_cards(map_, lambda held: held if held is kept else drop(held, moving))
    pairs = zip(map_.inbox, rest.inbox, strict=True)
    emptied = {new.id for old, new in pairs if old is not new and not (new.cards or new.markers)}
    return edited(rest, inbox=drop(rest.inbox, emptied))


def in_reading_order(map_: JourneyMap, places: Sequence[CardAt]) -> list[CardAt]:
    """Column by column, in each from the top; what is not on the map comes first, group by group of the inbox."""
    columns = columns_of(map_).index

    def key(at: CardAt) -> tuple[int, str, str, str]:
        holder = at.lane or at.cluster
        return columns.get(at.card.first, -1), holder.rank if holder else "", at.card.rank, at.card.id

    return sorted(places, key=key)


def column(columns: Columns, step_id: str) -> int:
    """The column of a step; EditError when the map has no such step."""
    if step_id not in columns.index:
        raise EditError("missing", id=step_id)
    return columns.index[step_id]


def _with_new(project: Project, map_id: str, target: Spot, new: Sequence[Card]) -> Project:
    if not new:
        return project
    return with_map(project, landed(the_map(project, map_id), new, target))


def _dressed(card: Card, fields: dict[str, Any]) -> Card:
    for name in fields.keys() & {"kind", "first", "last"}:
        raise EditError("field.own_verb", field=name)
    return facts(card, fields)


def _replaced(map_: JourneyMap, new: Iterable[Card]) -> JourneyMap:
    fresh = {card.id: card for card in new}
    return alter_cards(map_, lambda cards: put(cards, *(fresh[card.id] for card in among(cards, fresh.keys()))))


def _card_lane(map_: JourneyMap, lane_id: str) -> Lane:
    lane = the(map_.lanes, lane_id)
    if lane.locked:
        raise EditError("lane.locked", lane=lane_id)
    if lane.kind == "emotions" or lane.kind in DIVIDERS:
        raise EditError("lane.no_cards", lane=lane_id)
    return lane


def gap(lane: Lane, target: Spot, moving: set[str]) -> tuple[int, list[Card]]:
    """The lane's cards in order, without those that move, and the index that these come to."""
    row = in_order(lane.cards)
    at = next((index for index, card in enumerate(row) if card.id == (target.after or target.before)), -1)
    if at < 0 and (target.after or target.before):
        raise EditError("missing", id=target.after or target.before)
    index = len(row) if at < 0 else at + bool(target.after)
    index -= sum(card.id in moving for card in row[:index])
    return index, [card for card in row if card.id not in moving]


def _at_column(card: Card, columns: Columns, start: int) -> Card:
    end = min(start + max(len(columns.span(card)), 1), len(columns.steps)) - 1
    return edited(card, first=columns.steps[start], last=columns.steps[end])


def _looks_same(map_: JourneyMap, moved: JourneyMap, cards: Sequence[Card]) -> bool:
    """Whether the cards, all of one lane, kept their steps and their order among the cards they share steps with."""
    old, new = the_cards(map_, [card.id for card in cards]), the_cards(moved, [card.id for card in cards])
    spans = [(at.card.first, at.card.last) for at in old]
    if spans != [(at.card.first, at.card.last) for at in new]:
        return False
    columns = columns_of(map_)
    shared = {column for card in cards for column in columns.span(card)}
    return _order_over(old[0].lane, columns, shared) == _order_over(new[0].lane, columns, shared)


def _order_over(lane: Lane | None, columns: Columns, shared: set[int]) -> list[str]:
    row = in_order(lane.cards) if lane else []
    return [card.id for card in row if not shared.isdisjoint(columns.span(card))]
