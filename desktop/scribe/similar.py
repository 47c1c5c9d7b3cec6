"""Notes that say nearly the same, found while one more is being typed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap
from desktop.scribe.fuzzy import folded

LEAST_LETTERS = 4
"""A note of fewer letters is like many others."""

ALIKE = 0.62
"""From this share of what two texts have in common they are alike; 1 for the same."""

BEGUN = 0.8
"""From this share of what has been typed being in a text it may be the same note, not yet written to its end."""

RARE = 16
"""By so many of its grams, those that stand in the fewest texts, a text is sought."""

LOOKED_AT = 24
"""Of so many texts with most in common it is counted how alike they are."""

AT_ONCE = 100
"""So many cards are read at a time."""

Holder = tuple[Card, ...]
"""The cards of a lane, of a cluster or of the parking lot, the same object as long as nothing in it changes."""


def grams(text: str) -> frozenset[str]:
    """The runs of three letters in a text, the edges of its words among them."""
    return frozenset(
        f" {word} "[at : at + 3]
        for word in "".join(letter if letter.isalnum() else " " for letter in folded(text)).split()
        for at in range(len(word))
    )


def similar(text: str, cards: Iterable[Card], most: int = 3) -> list[Card]:
    """Those of the cards that say nearly the same as a text, most alike first."""
    typed = grams(text)
    if len(typed) < LEAST_LETTERS - 1:
        return []
    found = ((alike(typed, grams(card.text)), card) for card in cards)
    close = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
    return [card for _, card in close[:most]]


def alike(typed: frozenset[str], told: frozenset[str]) -> float:
    """How alike two texts are by their grams, 0.0 where they are not."""
    shared = len(typed & told)
    whole = 2 * shared / ((len(typed) + len(told)) or 1)
    if whole >= ALIKE:
        return whole
    begun = shared / (len(typed) or 1)
    return begun * ALIKE if begun >= BEGUN and shared >= 2 * LEAST_LETTERS else 0.0


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is known of a holder: its cards by their ids."""

    holder: Holder
    cards: dict[str, Card]


NO_SHELF = _Shelf((), {})


class Similar:
    """The cards of a map by the runs of letters in their texts; only what changed is read again.

    `follow` is quick; what is new is read by `read`, a few cards at a time. What is asked meanwhile is answered from
    what has been read.
    """

    def __init__(self) -> None:
        self._shelves: dict[str, _Shelf] = {}
        self._where: dict[str, set[str]] = {}
        self._read: dict[str, tuple[Card, frozenset[str]]] = {}
        self._fresh: dict[str, Card] = {}

    def follow(self, journey: JourneyMap | None) -> None:
        """From now on the notes of this map, as it is."""
        before, self._shelves = self._shelves, {}
        for name, holder in _holders(journey) if journey else ():
            same = name in before and before[name].holder is holder
            self._shelves[name] = before[name] if same else _Shelf(holder, {card.id: card for card in holder})
        changed = [
            name for name in before.keys() | self._shelves.keys() if before.get(name) is not self._shelves.get(name)
        ]
        for name in changed:
            self._forget(_difference(before.get(name, NO_SHELF), self._shelves.get(name, NO_SHELF)))
        for name in changed:
            new = _difference(self._shelves.get(name, NO_SHELF), before.get(name, NO_SHELF))
            self._fresh.update((card.id, card) for card in new)

    def read(self, most: int = AT_ONCE) -> bool:
        """Reads some of what is new; whether there is more."""
        for card in list(islice(self._fresh.values(), most)):
            del self._fresh[card.id]
            self._learn(card)
        return bool(self._fresh)

    def like(self, text: str, most: int = 3) -> list[Card]:
        """The notes that say nearly the same as a text, most alike first."""
        typed = grams(text)
        if len(typed) < LEAST_LETTERS - 1:
            return []
        counted: Counter[str] = Counter()
        for there in sorted((self._where.get(gram, set()) for gram in typed), key=len)[:RARE]:
            counted.update(there)
        return similar(text, [self._read[one][0] for one, _ in counted.most_common(LOOKED_AT)], most)

    def _learn(self, card: Card) -> None:
        found = grams(card.text)
        self._read[card.id] = card, found
        for gram in found:
            self._where.setdefault(gram, set()).add(card.id)

    def _forget(self, cards: Iterable[Card]) -> None:
        for card in cards:
            self._fresh.pop(card.id, None)
            _, found = self._read.pop(card.id, (card, frozenset()))
            for gram in found:
                self._where[gram].discard(card.id)


def _holders(journey: JourneyMap) -> Iterator[tuple[str, Holder]]:
    yield from ((lane.id, lane.cards) for lane in journey.lanes)
    yield from ((cluster.id, cluster.cards) for cluster in journey.inbox)
    yield "", journey.parking


def _difference(these: _Shelf, those: _Shelf) -> list[Card]:
    """The cards of one that are not, as the same objects, in the other."""
    return [card for key, card in these.cards.items() if those.cards.get(key) is not card]
