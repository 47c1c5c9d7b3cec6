"""One field of a card, a marker or a persona by its path, through the facets that may not be there yet."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from desktop.document.base import P, Part
from desktop.document.cards import Card, Computed, Evidence, Experiment, Measure, Pain, Picture, Promise, Tactic
from desktop.document.edits.cards import free_cards
from desktop.document.edits.parts import alter_cards, edited, the_map, with_map
from desktop.document.edits.references import known
from desktop.document.errors import EditError
from desktop.document.keyed import among, put
from desktop.document.project import Project

BARE: Mapping[str, Part] = MappingProxyType({
    "evidence": Evidence(state=""),
    "pain": Pain(),
    "promise": Promise(),
    "tactic": Tactic(),
    "experiment": Experiment(),
    "measure": Measure(),
    "computed": Computed(),
})  # fmt: skip
"""What facets say that are not there; one that comes to say no more is taken away."""

START: Mapping[str, Part] = MappingProxyType({**BARE, "evidence": Evidence()})
"""What a facet begins as when the first of its fields is given a value."""


def value_at(part: Part, path: str) -> Any:
    """The value at a path such as "text", "pain.severity" or "picture.crop.0"; None in a picture that is not there."""
    name, _, rest = path.partition(".")
    value = getattr(part, name)
    if not rest:
        return value
    inner = BARE.get(name) if value is None else value
    if isinstance(inner, Part):
        return value_at(inner, rest)
    return inner[int(rest)] if isinstance(inner, tuple) else None


def with_value(part: P, path: str, value: Any) -> P:
    """The part with another value at a path. EditError names the field that refuses it."""
    name, _, rest = path.partition(".")
    if rest:
        value = _within(getattr(part, name), name, rest, value)
        value = None if value == BARE.get(name) else value
    return edited(part, **{name: value})


def edit_facet(project: Project, map_id: str, ids: Collection[str], path: str, value: Any) -> Project:
    """The same value at a path for one card or several; kind, place and span have verbs of their own."""
    name = path.partition(".")[0]
    if name in {"id", "kind", "first", "last", "rank", "comments"}:
        raise EditError("field.own_verb", field=name)
    known(project, {"metric": value} if path == "measure.metric" else {path: value})
    map_ = the_map(project, map_id)
    fresh = {at.card.id: _sound(with_value(at.card, path, value)) for at in free_cards(map_, ids)}
    return with_map(project, alter_cards(map_, lambda cards: put(cards, *_replaced(cards, fresh))))


def _within(inner: Any, name: str, rest: str, value: Any) -> Any:
    if isinstance(inner, tuple):
        at = int(rest)
        return (*inner[:at], value, *inner[at + 1 :])
    there = START.get(name) if inner is None else inner
    if not isinstance(there, Part):
        raise EditError("field.unknown", field=name)
    return with_value(there, rest, value)


def _replaced(cards: tuple[Card, ...], fresh: Mapping[str, Card]) -> list[Card]:
    return [fresh[card.id] for card in among(cards, fresh.keys())]


def _sound(card: Card) -> Card:
    """The card itself; EditError when nothing would be left of its picture."""
    if card.picture is not None and _is_empty(card.picture):
        raise EditError("picture.nothing_left", id=card.id)
    return card


def _is_empty(picture: Picture) -> bool:
    left, top, right, bottom = picture.crop
    return left >= right or top >= bottom
