"""How many words a card may carry on the wall, and where a longer text is parted."""

import re

from desktop.document.cards import Card
from desktop.document.edits.cards import edit_cards, the_cards
from desktop.document.edits.parts import the_map
from desktop.document.locate import Columns, columns_of
from desktop.document.project import Project
from desktop.typeset.glue import kept_together

WORDS = 9
"""A card's budget for each step that it spans."""

_GAP = re.compile(r"[ \t\n]+")
_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")


def budget(card: Card, columns: Columns) -> int:
    """The words that a card has room for."""
    return WORDS * max(1, len(columns.span(card)))


def count_words(text: str) -> int:
    """Words as they are read: a number and its unit are one."""
    return len(_starts(text))


def parted(text: str, words: int) -> tuple[str, str]:
    """What stays within so many words, and the rest.

    It parts after a sentence if that leaves half of the words or more, else between two words.
    """
    starts = _starts(text)
    if len(starts) <= words:
        return text, ""
    cuts = [at for at in starts[max(1, (words + 1) // 2) : words + 1] if _END.search(text[:at].rstrip())]
    cut = cuts[-1] if cuts else starts[words]
    return text[:cut].rstrip(), text[cut:].lstrip()


def rest_to_details(project: Project, map_id: str, card_id: str, words: int | None = None) -> Project:
    """What is beyond so many words, or beyond a card's usual budget, goes to the top of its details."""
    map_ = the_map(project, map_id)
    (at,) = the_cards(map_, (card_id,))
    text, rest = parted(at.card.text, budget(at.card, columns_of(map_)) if words is None else words)
    details = "\n".join(filter(None, (rest, at.card.details)))
    return edit_cards(project, map_id, (card_id,), text=text, details=details)


def _starts(text: str) -> list[int]:
    """The offsets at which words begin."""
    together = kept_together(text)
    gaps = [match.end() for match in _GAP.finditer(text)]
    begin = len(text) - len(text.lstrip())
    return [at for at in sorted({begin, *gaps}) if begin <= at < len(text.rstrip()) and at not in together]
