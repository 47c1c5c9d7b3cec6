"""What an edit was about, in a few words for its label."""

from desktop.document.base import Identified
from desktop.document.cards import Card
from desktop.document.things import Things
from desktop.layout.names import name_of
from desktop.layout.style import Words

GROUPS = ("cards", "markers", "lanes", "steps", "stages", "links")
SINGULAR = {"markers": "emotion", "lanes": "lane", "steps": "step", "stages": "stage", "links": "link"}
"""What a single thing of a group is, unless it is a card."""


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
    return noun(words, kind_of(name, group[0]))


def kind_of(group: str, thing: Identified) -> str:
    """The kind that a thing of a group of the selection is called by."""
    return thing.kind if isinstance(thing, Card) else SINGULAR[group]
