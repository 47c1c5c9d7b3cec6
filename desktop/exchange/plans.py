"""Tactics and experiments as tables for spreadsheets."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from desktop.document.cards import Card, Experiment, Tactic
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.exchange.backlog import BETWEEN, backlog_ledger
from desktop.exchange.ledger import Ledger
from desktop.exchange.votes import Cell
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import backlog
from desktop.method.plans import Plan, plans

TACTICS = (
    *("tactic", "segment", "form", "benefit", "when", "touchpoint", "channel", "contradicts", "opportunity"),
    *("experiments", "owner", "due", "status", "stage", "step"),
)
EXPERIMENTS = (
    *("experiment", "hypothesis", "variants", "metric", "start", "end", "outcomes", "result", "decision"),
    *("opportunity", "tactics", "owner", "due", "status", "stage", "step"),
)
"""By codes of their heads."""


def tactics_ledger(project: Project, journey: JourneyMap, words: Words) -> Ledger:
    """A row for each tactic in the order of the journey, with those that contradict it."""
    rows = tuple(_tactic(plan, words) for plan in plans(project, journey, "tactic"))
    return Ledger(words("backlog.tab.tactic"), TACTICS, _heads(TACTICS, words), rows, "tactic")


def experiments_ledger(project: Project, journey: JourneyMap, words: Words) -> Ledger:
    """A row for each experiment in the order of the journey."""
    rows = tuple(_experiment(plan, words) for plan in plans(project, journey, "experiment"))
    return Ledger(words("backlog.tab.experiment"), EXPERIMENTS, _heads(EXPERIMENTS, words), rows, "experiment")


def opportunities_ledger(project: Project, journey: JourneyMap, words: Words) -> Ledger:
    """A row for each opportunity, the best first."""
    return backlog_ledger(backlog(project, journey), journey, words)


LEDGERS: Mapping[str, Callable[[Project, JourneyMap, Words], Ledger]] = MappingProxyType({
    "opportunity": opportunities_ledger,
    "tactic": tactics_ledger,
    "experiment": experiments_ledger,
})  # fmt: skip
"""By the kind of card."""


def _heads(codes: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(words(f"backlog.column.{code}") for code in codes)


def _tactic(plan: Plan, words: Words) -> tuple[Cell, ...]:
    card, tactic = plan.card, plan.card.tactic or Tactic()
    return (
        _line(card),
        *(tactic.segment, name_of("tactic", tactic.form, words) if tactic.form else "", tactic.benefit, tactic.when),
        *(_lines(plan.touchpoints), name_of("channel", card.channel, words) if card.channel else ""),
        *(_lines(plan.rivals), _lines(plan.opportunities), _lines(plan.others)),
        *_ended(plan, words),
    )


def _experiment(plan: Plan, words: Words) -> tuple[Cell, ...]:
    card, tried = plan.card, plan.card.experiment or Experiment()
    outcomes = (f"{one.variant}: {one.conversions}/{one.visitors}" for one in tried.outcomes)
    return (
        _line(card),
        *(tried.hypothesis, BETWEEN.join(tried.variants), tried.metric, tried.start, tried.end),
        *(BETWEEN.join(outcomes), tried.result, tried.decision, _lines(plan.opportunities), _lines(plan.others)),
        *_ended(plan, words),
    )


def _ended(plan: Plan, words: Words) -> tuple[Cell, ...]:
    """Who until when, how far, and where on the map."""
    card = plan.card
    return card.owner, card.due, name_of("progress", card.status or "idea", words), plan.stage, plan.step


def _lines(cards: Iterable[Card]) -> str:
    return BETWEEN.join(map(_line, cards))


def _line(card: Card) -> str:
    return " ".join(card.text.split())
