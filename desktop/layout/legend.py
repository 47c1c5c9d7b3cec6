"""What a map's legend explains, only what this map shows, and where each sample stands."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import CARD_KINDS
from desktop.document.project import Persona
from desktop.layout.compose import Composer
from desktop.layout.emotions import series_of
from desktop.layout.names import name_of
from desktop.layout.places import Entry, EntryPlace, Rect
from desktop.layout.style import Words
from desktop.layout.tags import is_computed
from desktop.method.coverage import STATES

LONG_SAMPLES = ("curve", "spread", "other", "gap")
ASSUMED = ("assumption", "anecdote")
"""States of evidence that are drawn with a dashed edge."""


def legend_entries(
    journey_map: JourneyMap, personas: Sequence[Persona], words: Words, beside: str = ""
) -> tuple[Entry, ...]:
    """Kinds in their usual order, then those this version does not know, curves, and the marks that need a word.

    `beside` names the map whose curves stand behind those of this one; "" for none.
    """
    lanes = [lane for lane in journey_map.lanes if not lane.hidden]
    return (
        *_kinds([card for lane in lanes for card in lane.cards], words),
        *_curves(lanes, personas),
        *_marks(lanes, words),
        *_beside(lanes, words, beside),
    )


def place_legend(entries: Iterable[Entry], top: float, width: float, composer: Composer) -> tuple[EntryPlace, ...]:
    """Entries side by side, wrapped; one that is wider than the page wraps its own words."""
    space, leading = composer.style.space, composer.style.roles["legend"].leading
    x, y = 0.0, top
    places: list[EntryPlace] = []
    for entry in entries:
        sample = space["sample" if entry.sample in LONG_SAMPLES else "swatch"]
        lead = sample + space["pad"]
        wide = min(composer.width(entry.text, "legend") + 0.01, width - lead)
        if x > 0.0 and x + lead + wide > width:
            x, y = 0.0, max(place.bottom for place in places) + space["gap"]
        text = composer.place(entry.text, "legend", x + lead, y, wide)
        box = Rect(x, y + (leading - space["swatch-height"]) / 2, sample, space["swatch-height"])
        places.append(EntryPlace(entry, box, text))
        x += lead + wide + space["legend-gap"]
    return tuple(places)


def _kinds(cards: Sequence[Card], words: Words) -> Iterator[Entry]:
    used = {card.kind for card in cards}
    known = [kind.key for kind in CARD_KINDS if kind.key in used]
    for key in (*known, *sorted(used.difference(known))):
        yield Entry("kind", _kind_word(key, cards, words), key)


def _kind_word(key: str, cards: Iterable[Card], words: Words) -> str:
    if key == "pain" and any(card.kind == key and card.pain is not None and card.pain.severity for card in cards):
        return words("legend.pain")
    return name_of("kind", key, words)


def _curves(lanes: Iterable[Lane], personas: Sequence[Persona]) -> Iterator[Entry]:
    names = {persona.id: persona.name for persona in personas}
    seen = {pair: None for lane in lanes for pair in series_of(lane.markers, personas).items()}
    for persona, series in seen:
        if names.get(persona):
            yield Entry("curve", names[persona], persona, series)


def _marks(lanes: Sequence[Lane], words: Words) -> Iterator[Entry]:
    states = {card.evidence.state for lane in lanes for card in lane.cards if card.evidence}
    for state in (state for state in STATES if state in states):
        yield Entry("evidence", words(f"legend.evidence.{state}"), state)
    markers = [marker for lane in lanes for marker in lane.markers]
    if any(marker.starred for marker in markers):
        yield Entry("star", words("legend.star"))
    if any(is_computed(marker) for marker in markers):
        yield Entry("computed", words("legend.computed"))
    if any(marker.computed is not None and marker.computed.spread for marker in markers):
        yield Entry("spread", words("legend.spread"))


def _beside(lanes: Iterable[Lane], words: Words, name: str) -> Iterator[Entry]:
    """The other map's curves, and what is hatched between them and those of this map."""
    if name and any(lane.markers for lane in lanes if lane.kind == "emotions"):
        yield Entry("other", words("legend.other").format(name=name))
        yield Entry("gap", words("legend.gap"))
