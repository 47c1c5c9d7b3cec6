"""What is tried on a journey: tactics and experiments with what they are for, and what gets in their way."""

from collections import defaultdict
from dataclasses import dataclass

from desktop.document.cards import Card
from desktop.document.journey import JourneyMap
from desktop.document.locate import stage_of
from desktop.document.project import Project
from desktop.method.backlog import backlog
from desktop.method.tactics import Clash, clashes, of_kind

KINDS = ("tactic", "experiment")


@dataclass(frozen=True, slots=True)
class Plan:
    """A tactic or an experiment: the titles of its stage and step, the touchpoints and experiments or tactics that it
    is linked with, the opportunities that it serves, the best first, and where other tactics contradict it."""

    card: Card
    stage: str = ""
    step: str = ""
    touchpoints: tuple[Card, ...] = ()
    others: tuple[Card, ...] = ()
    opportunities: tuple[Card, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @property
    def segment(self) -> str:
        """For whom; "" for everybody."""
        return " ".join(self.card.tactic.segment.split()) if self.card.tactic else ""

    @property
    def rivals(self) -> tuple[Card, ...]:
        """The tactics that contradict this one."""
        return tuple(one.second if one.first is self.card else one.first for one in self.clashes)


def plans(project: Project, journey: JourneyMap, kind: str) -> tuple[Plan, ...]:
    """The cards of a kind in the lanes that are shown, from left to right."""
    linked, served = _linked(journey), _served(project, journey, kind)
    against: defaultdict[str, list[Clash]] = defaultdict(list)
    for clash in clashes(journey) if kind == "tactic" else ():
        against[clash.first.id].append(clash)
        against[clash.second.id].append(clash)
    other = KINDS[KINDS.index(kind) - 1]
    return tuple(
        Plan(
            card,
            *_place(card, journey),
            tuple(linked[card.id]["touchpoint"]),
            tuple(linked[card.id][other]),
            tuple(served[card.id]),
            tuple(against[card.id]),
        )
        for card in of_kind(journey, kind)
    )


def by_segment(found: tuple[Plan, ...]) -> dict[str, list[Plan]]:
    """Those of one segment together, in their order; first those for everybody, under ""."""
    groups: dict[str, list[Plan]] = {}
    known: dict[str, str] = {}
    for plan in sorted(found, key=lambda one: bool(one.segment)):
        name = known.setdefault(plan.segment.casefold(), plan.segment)
        groups.setdefault(name, []).append(plan)
    return groups


def _place(card: Card, journey: JourneyMap) -> tuple[str, str]:
    stage = stage_of(journey, card.first)
    step = next((each.title for each in stage.steps if each.id == card.first), "") if stage else ""
    return stage.title if stage else "", step


def _served(project: Project, journey: JourneyMap, kind: str) -> defaultdict[str, list[Card]]:
    """Per card the opportunities that lead to it."""
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for entry in backlog(project, journey):
        for card in entry.tactics if kind == "tactic" else entry.experiments:
            found[card.id].append(entry.card)
    return found


def _linked(journey: JourneyMap) -> defaultdict[str, defaultdict[str, list[Card]]]:
    """Per card by kind the cards that it is linked with, in the order of the links."""
    cards = {card.id: card for lane in journey.lanes if not lane.hidden for card in lane.cards}
    found: defaultdict[str, defaultdict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for link in journey.links:
        for end, other in ((link.source, link.target), (link.target, link.source)):
            if end in cards and other in cards and cards[other] not in found[end][cards[other].kind]:
                found[end][cards[other].kind].append(cards[other])
    return found
