"""What a lane has that hints are about, read once for each value of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane
from desktop.method.coverage import claims, is_known
from desktop.method.jargon import SILENT, Jargon

BySteps = Callable[[Card], bool]
"""Whether a card's text is too long for the steps it spans."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`wordy` cards are over the word budget, `company` maps actions in the organisation's words to the first of these;
    `measured` are opportunities and experiments that name a metric. `steps`: (first, last) of the touchpoints."""

    lane: Lane
    cards: int = 0
    claims: int = 0
    known: int = 0
    wordy: tuple[str, ...] = ()
    company: Mapping[str, str] = field(default_factory=dict)
    pains: tuple[Card, ...] = ()
    ideas: tuple[Card, ...] = ()
    measured: frozenset[str] = frozenset()
    steps: tuple[tuple[str, str], ...] = ()
    markers: tuple[Marker, ...] = ()


class Listener:
    """Reads again only lanes that are others. `wordy` tells whether a card's text is over its budget."""

    def __init__(self, jargon: Jargon = SILENT, wordy: BySteps | None = None) -> None:
        self.jargon = jargon
        self._wordy = wordy
        self._heard: dict[str, Heard] = {}

    def listen(self, journey: JourneyMap) -> list[Heard]:
        """Every lane that is not hidden, in the order of the file."""
        before, self._heard = self._heard, {}
        for lane in journey.lanes:
            if not lane.hidden:
                known = before.get(lane.id)
                self._heard[lane.id] = known if known and known.lane is lane else self._read(lane)
        return list(self._heard.values())

    def _read(self, lane: Lane) -> Heard:
        stated = list(claims(lane))
        actions = ((card.id, self.jargon.heard(card.text)) for card in lane.cards if card.kind == "action")
        return Heard(
            lane,
            len(lane.cards),
            len(stated),
            sum(map(is_known, stated)),
            tuple(card.id for card in lane.cards if self._wordy and self._wordy(card)),
            {card: word for card, word in actions if word},
            tuple(card for card in lane.cards if card.kind == "pain"),
            tuple(card for card in lane.cards if card.kind == "opportunity"),
            frozenset(card.id for card in lane.cards if _is_measured(card)),
            tuple((card.first, card.last) for card in lane.cards if card.kind == "touchpoint"),
            lane.markers,
        )


def _is_measured(card: Card) -> bool:
    """Whether it says by which figure one will see that it worked."""
    named = card.measure is not None and bool(card.measure.metric or card.measure.name)
    return card.kind == "metric" or named or (card.experiment is not None and bool(card.experiment.metric))
