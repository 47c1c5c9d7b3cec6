"""What the edits share: making and changing parts with errors that name the field, keeping rows in order."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from desktop.document.base import I, P, changed, in_order
from desktop.document.cards import Card, Marker
from desktop.document.errors import EditError
from desktop.document.journey import (
    AgendaPoint,
    Ballot,
    Cluster,
    JourneyMap,
    Lane,
    LaneGroup,
    Snapshot,
    Stage,
    Step,
    Task,
    View,
)
from desktop.document.keyed import find, keyed_fields, put, swap
from desktop.document.project import Edition, Goal, Metric, Persona, Project, Segment, Survey
from desktop.document.ranks import LONGEST, spaced, spread

RankedPart = (
    Stage | Step | Lane | LaneGroup | Card | Marker | Task | Cluster | AgendaPoint | Ballot | View | Snapshot
    | JourneyMap | Persona | Segment | Goal | Metric | Survey | Edition
)  # fmt: skip
R = TypeVar("R", bound=RankedPart)
Holder = TypeVar("Holder", Lane, Cluster)
Alter = Callable[[tuple[Card, ...]], tuple[Card, ...]]


def edited(part: P, **fields: Any) -> P:
    """`changed`, with an EditError that names the field where a value is refused."""
    for name in fields:
        if name not in type(part).model_fields:
            raise EditError("field.unknown", field=name)
    for name, value in fields.items():
        try:
            part = changed(part, **{name: value})
        except (ValidationError, ValueError) as refused:
            raise EditError("field.refused", field=name, reason=_reason(refused)) from refused
    return part


def facts(part: P, fields: dict[str, Any]) -> P:
    """`edited`, for the fields of the part itself: its id, its place and what it holds have verbs of their own."""
    own = {"id", "rank", *keyed_fields(type(part))} - {"comments"}
    for name in fields:
        if name in own:
            raise EditError("field.own_verb", field=name)
    return edited(part, **fields)


def made(model: type[P], **fields: Any) -> P:
    """A new part, with an EditError that names the field where a value is refused."""
    for name in fields:
        if name not in model.model_fields:
            raise EditError("field.unknown", field=name)
    try:
        return model(**fields)
    except ValidationError as refused:
        field = str(refused.errors()[0]["loc"][0])
        raise EditError("field.refused", field=field, reason=_reason(refused)) from refused


def _reason(refused: ValueError) -> str:
    return str(refused.errors()[0]["type"]) if isinstance(refused, ValidationError) else "string_unicode"


def the(things: tuple[I, ...], wanted: str) -> I:
    """The thing with this id; EditError when it is not there (any more)."""
    thing = find(things, wanted)
    if thing is None:
        raise EditError("missing", id=wanted)
    return thing


def the_map(project: Project, map_id: str) -> JourneyMap:
    """The map that is edited."""
    return the(project.maps, map_id)


def with_map(project: Project, map_: JourneyMap) -> Project:
    """The project with this map in place of the one with its id."""
    return edited(project, maps=put(project.maps, map_))


def with_lane(project: Project, map_: JourneyMap, lane: Lane) -> Project:
    """The project with this lane in the map."""
    return with_map(project, edited(map_, lanes=put(map_.lanes, lane)))


def alter_cards(map_: JourneyMap, alter: Alter) -> JourneyMap:
    """The map with `alter` applied to every tuple of cards; holders whose tuple comes back as it was are kept."""
    lanes = swap(map_.lanes, (_altered(lane, alter) for lane in map_.lanes))
    inbox = swap(map_.inbox, (_altered(cluster, alter) for cluster in map_.inbox))
    return edited(map_, lanes=lanes, inbox=inbox, parking=alter(map_.parking))


def _altered(holder: Holder, alter: Alter) -> Holder:
    cards = alter(holder.cards)
    return holder if cards is holder.cards else edited(holder, cards=cards)


def inserted(row: Sequence[R], index: int, new: Sequence[R]) -> list[R]:
    """A row in order with new things before the one at `index`.

    The others keep their ranks, unless there is no room between two of them or a rank would grow
    longer than LONGEST: then the whole row is ranked anew.
    """
    ranks = _ranks_at(row, index, len(new))
    if ranks is None:
        whole = [*row[:index], *new, *row[index:]]
        return [edited(thing, rank=rank) for thing, rank in zip(whole, spread(len(whole)), strict=True)]
    placed = [edited(thing, rank=rank) for thing, rank in zip(new, ranks, strict=True)]
    return [*row[:index], *placed, *row[index:]]


def _ranks_at(row: Sequence[RankedPart], index: int, count: int) -> list[str] | None:
    low = row[index - 1].rank if index > 0 else ""
    high = row[index].rank if index < len(row) else ""
    try:
        ranks = spaced(low, high, count)
    except ValueError:
        return None
    return None if any(len(rank) > LONGEST for rank in ranks) else ranks


def added(things: tuple[R, ...], new: R, before: str = "") -> tuple[R, ...]:
    """With a new thing before another one, at the end when `before` is empty."""
    row = in_order(things)
    return swap(things, inserted(row, _index(row, before), [new]))


def reordered(things: tuple[R, ...], ids: Collection[str], before: str = "") -> tuple[R, ...]:
    """With the things named by `ids`, in their order, before another one, at the end when `before` is empty."""
    row = in_order(things)
    index = _index(row, before)
    rest = [thing for thing in row if thing.id not in ids]
    moving = [thing for thing in row if thing.id in ids]
    index -= sum(thing.id in ids for thing in row[:index])
    if [*rest[:index], *moving, *rest[index:]] == row:
        return things
    return swap(things, inserted(rest, index, moving))


def _index(row: Sequence[RankedPart], before: str) -> int:
    if not before:
        return len(row)
    for index, thing in enumerate(row):
        if thing.id == before:
            return index
    raise EditError("missing", id=before)
