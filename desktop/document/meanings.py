"""Which touchpoint or stage the names of a table mean: what is called the same, and what is called nearly so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from desktop.document.journey import JourneyMap
from desktop.document.locate import cards_of

ALIKE = 0.35
"""Less is no suggestion."""

SURE = 0.75
"""From here on a name means what it is most like, if nothing else is nearly as like."""

APART = 0.15
"""So much more alike than the next one must be what is meant for sure."""

MOST = 5
"""Suggestions for one name."""

_TITLES = 0.98
"""Of two that are called the same a touchpoint is likelier meant than a stage or a step."""

Grams = Callable[[str], Set[str]]
"""The runs of letters in a text."""


class Suggestion(NamedTuple):
    """A card, a stage or a step of a map that a name may mean, and how alike they are called: 1 for the same."""

    thing: str
    text: str
    likeness: float
    map: str = ""


def suggestions(names: Iterable[str], maps: Iterable[JourneyMap], grams: Grams) -> dict[str, tuple[Suggestion, ...]]:
    """For each name what it may mean, the most alike first; none for a name that is like nothing."""
    things = [(one, grams(one.text)) for map_ in maps for one in _things(map_)]
    return {name: _suggested(grams(name), things) for name in names}


def sure(suggested: Mapping[str, Sequence[Suggestion]]) -> dict[str, str]:
    """What names mean without a doubt, by the ids of things; names in doubt are left out."""
    return {name: row[0].thing for name, row in suggested.items() if row and _is_sure(row)}


def _is_sure(row: Sequence[Suggestion]) -> bool:
    best, *others = row
    return best.likeness >= SURE and all(best.likeness - one.likeness >= APART for one in _rivals(best, others))


def _rivals(best: Suggestion, others: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """A step or a stage that is called as its touchpoint is no rival."""
    return (one for one in others if one.text.casefold() != best.text.casefold() or one.likeness == best.likeness)


def _things(map_: JourneyMap) -> Iterator[Suggestion]:
    """Touchpoints, then stages and steps; `likeness` is what each is worth at most."""
    for card in cards_of(map_):
        if card.kind == "touchpoint":
            yield Suggestion(card.id, card.text, 1.0, map_.id)
    for stage in map_.stages:
        yield Suggestion(stage.id, stage.title, _TITLES, map_.id)
        yield from (Suggestion(step.id, step.title, _TITLES * _TITLES, map_.id) for step in stage.steps)


def _suggested(said: Set[str], things: Sequence[tuple[Suggestion, Set[str]]]) -> tuple[Suggestion, ...]:
    found = (one._replace(likeness=_likeness(said, told) * one.likeness) for one, told in things if one.text)
    close = sorted((one for one in found if one.likeness >= ALIKE), key=lambda one: -one.likeness)
    return tuple(close[:MOST])


def _likeness(said: Set[str], told: Set[str]) -> float:
    """Twice what two have in common by what both have: Dice (1945), "Measures of the Amount of Ecologic Association
    Between Species", Ecology 26. What one says beside all of the other counts half."""
    shared = len(said & told)
    if not shared:
        return 0.0
    dice = 2 * shared / (len(said) + len(told))
    held = shared / min(len(said), len(told))
    return max(dice, 0.9 * held * (1 + dice) / 2 if held == 1 else 0.0)
