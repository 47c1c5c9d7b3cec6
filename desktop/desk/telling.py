"""What an edit was about, in a few words for its label."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step
from desktop.document.things import Things
from desktop.layout.names import name_of
from desktop.layout.style import Words

GROUPS = ("cards", "markers", "lanes", "steps", "stages", "links")
KINDS: Mapping[type, str] = MappingProxyType(
    {Marker: "emotion", Lane: "lane", Step: "step", Stage: "stage", Link: "link", JourneyMap: "map"}
)
"""What everything but cards is called by."""


def noun(words: Words, kind: str) -> str:
    """What a kind is called inside a sentence; languages that write nouns with capitals keep them."""
    name = name_of("kind", kind, words)
    return name if words("nouns") == "capital" else name.lower()


def told(words: Words, chosen: Things) -> str:
    """“pain point”, “3 cards”, “5 things”."""
    groups = {name: getattr(chosen, name) for name in GROUPS if getattr(chosen, name)}
    count = sum(map(len, groups.values()))
    if len(groups) != 1:
        return words("count.things").format(count=count)
    name, group = next(iter(groups.items()))
    if count > 1:
        return words(f"count.{name}").format(count=count)
    return noun(words, kind_of(group[0]))


def kind_of(thing: object) -> str:
    """The kind that a card, another thing on a map, or a map is called by."""
    return thing.kind if isinstance(thing, Card) else KINDS[type(thing)]
