"""Tactics by segment and experiments, as pages."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.document.cards import Card, Experiment, Outcome, Tactic
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.drawing.lettering import Lettering
from desktop.drawing.planpages import Group, Line, Sayings, plan_pages
from desktop.drawing.shapes import Drawing
from desktop.layout.dates import worded
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import CLOSED
from desktop.method.plans import KINDS, Plan, by_segment, plans
from desktop.poster.naming import dated
from desktop.poster.press import Press

BETWEEN = "; "
"""Between several names."""

Size = tuple[float, float]


def plan_list(press: Press, project: Project, journey: JourneyMap, size: Size) -> tuple[Drawing, ...]:
    """A drawing for each page of this width and height in mm: first the tactics, then the experiments; none without
    either."""
    words, lettering = press.words, Lettering(press.typesetter)
    tactics, experiments = (plans(project, journey, kind) for kind in KINDS)
    groups = tuple(
        Group(_for(segment, words), tuple(_tactic(plan, words) for plan in held))
        for segment, held in by_segment(tactics).items()
    )
    tried = (Group("", tuple(_experiment(plan, words) for plan in experiments)),)
    map_ = dated(project, journey, words)
    return tuple(
        page
        for kind, found, lines in zip(KINDS, (tactics, experiments), (groups, tried), strict=True)
        for page in plan_pages(
            lines, size, replace(_sayings(kind, found, map_, words), language=project.language), press.style, lettering
        )
    )


def _sayings(kind: str, found: tuple[Plan, ...], map_: str, words: Words) -> Sayings:
    closed = sum(plan.card.status in CLOSED for plan in found)
    first, second = ("plans.where", "plans.why") if kind == "tactic" else ("plans.how", "plans.outcome")
    return Sayings(
        kind,
        words(f"backlog.tab.{kind}"),
        map_,
        words(f"plans.told_{kind}").format(open=len(found) - closed, done=closed),
        (words(f"backlog.column.{kind}"), words(first), words(second)),
        words("appendix.page"),
    )


def _for(segment: str, words: Words) -> str:
    return words("plans.for").format(segment=segment or words("backlog.everybody"))


def _tactic(plan: Plan, words: Words) -> Line:
    card, tactic = plan.card, plan.card.tactic or Tactic()
    where = (
        ("touchpoint", _lines(plan.touchpoints)),
        ("step", _place(plan)),
        ("channel", name_of("channel", card.channel, words) if card.channel else ""),
    )
    why = ("benefit", tactic.benefit), ("when", tactic.when)
    more = name_of("tactic", tactic.form, words) if tactic.form else ""
    warnings = tuple(words("plans.clash").format(other=_line(card)) for card in plan.rivals)
    return _made(plan, more, warnings, (where, why), words)


def _experiment(plan: Plan, words: Words) -> Line:
    tried = plan.card.experiment or Experiment()
    how = (
        ("variants", "\n".join(_variants(tried, words))),
        ("metric", tried.metric),
        ("dates", _dates(tried, words)),
        ("step", _place(plan)),
    )
    came = ("result", tried.result), ("decision", _decision(tried, words))
    return _made(plan, tried.hypothesis, (), (how, came), words)


def _made(
    plan: Plan,
    more: str,
    warnings: tuple[str, ...],
    facts: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]],
    words: Words,
) -> Line:
    """With the names of the facts in words."""
    first, second = (tuple((words(f"plans.{code}"), said) for code, said in column) for column in facts)
    return Line(plan.card.id, _line(plan.card), more, warnings, tuple(_notes(plan, words)), (first, second))


def _notes(plan: Plan, words: Words) -> Iterator[str]:
    """What it serves, and who does it until when."""
    card = plan.card
    if plan.opportunities:
        yield f"{words('backlog.column.opportunity')}: {_lines(plan.opportunities)}"
    due = f"{words('foot.by')} {worded(card.due, words)}" if card.due else ""
    status = name_of("progress", card.status, words) if card.status else ""
    yield "\u00a0· ".join(filter(None, (card.owner, due, status)))


def _variants(tried: Experiment, words: Words) -> Iterator[str]:
    """Each with what came of it, where that is known."""
    known = {one.variant: one for one in tried.outcomes}
    for name in dict.fromkeys((*tried.variants, *known)):
        yield _variant(name, known.get(name), words)


def _variant(name: str, outcome: Outcome | None, words: Words) -> str:
    if outcome is None or not outcome.visitors:
        return name
    return words("plans.variant").format(name=name, some=outcome.conversions, all=outcome.visitors)


def _dates(tried: Experiment, words: Words) -> str:
    """“1 December 2026 – 15 January 2027”; either may be missing."""
    start, end = (worded(date, words) if date else "" for date in (tried.start, tried.end))
    return f"{start} – {end}".strip() if start or end else ""


def _decision(tried: Experiment, words: Words) -> str:
    return tried.decision.strip() or words("plans.undecided")


def _place(plan: Plan) -> str:
    return " · ".join(filter(None, (plan.stage, plan.step)))


def _lines(cards: tuple[Card, ...]) -> str:
    return BETWEEN.join(map(_line, cards))


def _line(card: Card) -> str:
    return " ".join(card.text.split())
