"""Which touchpoint, step or stage the names of a table mean: what is called the same, and what is called nearly so."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Step
from desktop.document.keyed import find
from desktop.document.locate import cards_of
from desktop.document.project import Project

ALIKE = 0.35
"""Less is no suggestion."""

SURE = 0.75
"""From here on a name means what it is most like, if nothing else is nearly as like."""

APART = 0.15
"""So much more alike than the next one must be what is meant for sure."""

TWINS = 0.8
"""From this share of common letters on two things are called nearly the same."""

MOST = 5
"""Suggestions for one name."""

_WORTH = {"touchpoint": 1.0, "step": 0.96, "stage": 0.92}
"""Answers are likelier about a touchpoint than about its step, and about a step than about its stage."""

_ORDER = list(_WORTH)
_MERE = 0.99
"""As alike as this are two names at most that are not the same."""

Grams = Callable[[str], Set[str]]
"""The runs of letters in a text."""


class Suggestion(NamedTuple):
    """A touchpoint, a step or a stage that a name may mean, how alike they are called, and where it stands.

    likeness: 1 for what is called the same but for signs, accents and capitals. where: “Dine › Orders”, of a step its
    stage, of a stage "".
    """

    thing: str
    text: str
    likeness: float
    map: str = ""
    kind: str = "touchpoint"
    where: str = ""


class _Known(NamedTuple):
    """A thing on a map with what its name is compared by."""

    thing: Suggestion
    plain: str
    grams: Set[str]


def answered(project: Project, journey: JourneyMap) -> JourneyMap:
    """The map that answers are about where this one is shown: for an ideal one that which it was derived from, or else
    the first that tells how it is; nobody has lived through what is not there yet."""
    if journey.status != "ideal":
        return journey
    source = find(project.maps, journey.origin)
    real = (one for one in (*([source] if source else ()), *in_order(project.maps)) if one.status != "ideal")
    return next(real, journey)


def suggestions(names: Iterable[str], maps: Iterable[JourneyMap], grams: Grams) -> dict[str, tuple[Suggestion, ...]]:
    """For each name what it may mean, the likeliest first; none for a name that is like nothing.

    What is called the same comes before what is only like it. Of several that are called alike a touchpoint comes
    before a step, and this before a stage.
    """
    things = [_Known(one, plain(one.text), grams(one.text)) for map_ in maps for one in _things(map_) if one.text]
    return {name: _suggested(name, grams(name), things) for name in names}


def sure(suggested: Mapping[str, Sequence[Suggestion]]) -> dict[str, str]:
    """What names mean without a doubt, by the ids of things; names in doubt are left out."""
    return {name: row[0].thing for name, row in suggested.items() if row and _is_sure(name, row)}


def plain(text: str) -> str:
    """The letters and figures of a text alone, without accents and capitals: “Hair-drier” and “hair drier” are one."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if letter.isalnum())


def _is_sure(name: str, row: Sequence[Suggestion]) -> bool:
    best, *others = row
    if best.likeness == 1:
        return not any(_key(name, one) == _key(name, best) for one in others)
    rivals = (one for one in others if best.kind == one.kind or not _nearly(one, best))
    return best.likeness >= SURE and all(best.likeness - one.likeness >= APART for one in rivals)


def _key(name: str, one: Suggestion) -> tuple[float, int, bool]:
    """By which suggestions stand: how alike, then of what kind; letter by letter before nearly so."""
    same = one.likeness == 1
    return -one.likeness, _ORDER.index(one.kind) if same else 0, not (same and one.text.casefold() == name.casefold())


def _things(map_: JourneyMap) -> Iterator[Suggestion]:
    """Touchpoints, then steps and stages; `likeness` is what each is worth at most."""
    made = partial(Suggestion, map=map_.id)
    steps = {
        step.id: " › ".join(filter(None, (stage.title, step.title))) for stage in map_.stages for step in stage.steps
    }
    for card in cards_of(map_):
        if card.kind == "touchpoint":
            yield made(card.id, card.text, _WORTH["touchpoint"], where=steps.get(card.first, ""))
    for stage in map_.stages:
        yield made(stage.id, stage.title, _WORTH["stage"], kind="stage")
        yield from (_of_step(step, made, stage.title) for step in stage.steps)


def _of_step(step: Step, made: Callable[..., Suggestion], stage: str) -> Suggestion:
    return made(step.id, step.title, _WORTH["step"], kind="step", where=stage)


def _suggested(name: str, said: Set[str], things: Sequence[_Known]) -> tuple[Suggestion, ...]:
    wanted = plain(name)
    found = (one.thing._replace(likeness=_likeness(wanted, said, one)) for one in things)
    close = sorted((one for one in found if one.likeness >= ALIKE), key=partial(_key, name))
    return tuple(_twins_first(close)[:MOST])


def _twins_first(close: Sequence[Suggestion]) -> list[Suggestion]:
    """A touchpoint comes before the step that is called nearly so and only by chance a little more like the name."""
    best = close[0] if close else None
    if best is None or best.likeness == 1:
        return [*close]
    higher = (one for one in close if _ORDER.index(one.kind) < _ORDER.index(best.kind) and _nearly(one, best))
    twin = min(higher, key=lambda one: _ORDER.index(one.kind), default=None)
    if twin is None:
        return [*close]
    return [twin._replace(likeness=best.likeness), *(one for one in close if one is not twin)]


def _nearly(one: Suggestion, other: Suggestion) -> bool:
    """Whether two things are called nearly the same."""
    return SequenceMatcher(None, plain(one.text), plain(other.text)).ratio() >= TWINS


def _likeness(wanted: str, said: Set[str], one: _Known) -> float:
    """1 for the same; else by what two names have in common, less for a step and a stage."""
    if one.plain == wanted and wanted:
        return 1.0
    return min(_shared(said, one.grams), _MERE) * one.thing.likeness


def _shared(said: Set[str], told: Set[str]) -> float:
    """Twice what two have in common by what both have: Dice (1945), "Measures of the Amount of Ecologic Association
    Between Species", Ecology 26. What one says beside all of the other counts half."""
    shared = len(said & told)
    if not shared:
        return 0.0
    dice = 2 * shared / (len(said) + len(told))
    held = shared / min(len(said), len(told))
    return max(dice, 0.9 * held * (1 + dice) / 2 if held == 1 else 0.0)
