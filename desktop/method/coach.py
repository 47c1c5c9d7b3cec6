"""Hints on what makes a map better, each a code with what it is about; the views word them and give the reason.

The rules are those of practice: Kalbach, Mapping Experiences (2nd ed., 2020), and Gibbons, Journey Mapping 101 (2018).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Stage
from desktop.document.project import Project
from desktop.method.hearing import Heard, Listener

MOST_STAGES = 7
FLAT = 1.0
"""Feelings of one persona that lie no further apart are no curve."""

ENOUGH_MARKERS = 3
"""From which on one may speak of a curve."""

FEW_CARDS = 8
"""Below this a map is being begun, and nobody wants to be told what it lacks."""

FIRST_MINUTES = 10
"""While a new map is this young, whatever it holds already."""

GUESSES = 5
"""So many statements and not one of them known: everything is an assumption."""

OPEN = ("", "planned", "doing")
"""How far an opportunity may be for its owner and metric to matter."""


@dataclass(frozen=True, slots=True)
class Hint:
    """`things` are the ids that it is about, those to go to; figures: what its sentence tells."""

    code: str
    things: tuple[str, ...] = ()
    figures: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    """What all rules look at; stages and steps from the left."""

    project: Project
    journey: JourneyMap
    today: str
    heard: Sequence[Heard]
    listener: Listener
    stages: Sequence[Stage]


Rule = Callable[[_Case], Iterator[Hint]]


def hints(
    project: Project, journey: JourneyMap, today: str, listener: Listener | None = None, *, hushed: bool = False
) -> tuple[Hint, ...]:
    """The most fundamental first; `today` is ISO 8601. Without those that were hushed for the map, unless these too are
    wanted. A listener that is kept reads only what has changed.
    """
    listener = listener or Listener()
    case = _Case(project, journey, today, listener.listen(journey), listener, in_order(journey.stages))
    found = (hint for rule in RULES for hint in rule(case))
    return tuple(hint for hint in found if hushed or hint.code not in journey.hushed)


def is_begun(journey: JourneyMap) -> bool:
    """Whether there is enough on the map for hints to be of use."""
    return sum(len(lane.cards) + len(lane.markers) for lane in journey.lanes) >= FEW_CARDS


def may_speak(journey: JourneyMap, *, new: bool, minutes: float) -> bool:
    """Whether hints may show themselves unasked. new: the map was begun in this session, so many minutes ago."""
    return is_begun(journey) and not (new and minutes < FIRST_MINUTES)


def _persona(case: _Case) -> Iterator[Hint]:
    if not any(persona.id == case.journey.persona for persona in case.project.personas):
        yield Hint("persona")


def _scenario(case: _Case) -> Iterator[Hint]:
    if not case.journey.scenario.strip():
        yield Hint("scenario")


def _goal(case: _Case) -> Iterator[Hint]:
    if not {goal.id for goal in case.project.goals}.intersection(case.journey.goals):
        yield Hint("goal")


def _stages(case: _Case) -> Iterator[Hint]:
    if len(case.stages) > MOST_STAGES:
        yield Hint("stages", tuple(stage.id for stage in case.stages), {"count": len(case.stages)})


def _ends(case: _Case) -> Iterator[Hint]:
    """Where a stage is named after buying, something should come before and after it."""
    buying = [number for number, stage in enumerate(case.stages) if case.listener.jargon.buys(stage.title)]
    if len(case.stages) > 1 and buying:
        stage = case.stages[buying[0]]
        if buying[0] == 0:
            yield Hint("before", (stage.id,), {"stage": stage.title})
        if buying[0] == len(case.stages) - 1:
            yield Hint("after", (stage.id,), {"stage": stage.title})


def _empty_stages(case: _Case) -> Iterator[Hint]:
    """Only where touchpoints are mapped at all."""
    spans = [span for heard in case.heard for span in heard.steps]
    if not spans:
        return
    order = [(step.id, stage.id) for stage in case.stages for step in in_order(stage.steps)]
    index = {step: number for number, (step, _) in enumerate(order)}
    met: set[str] = set()
    for ends in spans:
        places = [index[end] for end in ends if end in index]
        met.update(stage for _, stage in order[min(places, default=0) : max(places, default=-1) + 1])
    bare = [stage for stage in case.stages if stage.id not in met]
    if bare:
        names = ", ".join(stage.title for stage in bare)
        yield Hint("untouched", tuple(stage.id for stage in bare), {"count": len(bare), "names": names})


def _company(case: _Case) -> Iterator[Hint]:
    found = {card: word for heard in case.heard for card, word in heard.company.items()}
    if found:
        words = ", ".join(dict.fromkeys(found.values()))
        yield Hint("company", tuple(found), {"count": len(found), "names": words})


def _emotions(case: _Case) -> Iterator[Hint]:
    """Flat when nobody feels much more or less at one step than at another."""
    felt: dict[str, list[float]] = {}
    for marker in (marker for heard in case.heard for marker in heard.markers):
        felt.setdefault(marker.persona, []).append(marker.value)
    if not felt:
        lanes = tuple(heard.lane.id for heard in case.heard if heard.lane.kind == "emotions")
        yield Hint("unfelt", lanes)
    curves = [values for values in felt.values() if len(values) >= ENOUGH_MARKERS]
    if curves and all(max(values) - min(values) <= FLAT for values in curves):
        yield Hint("flat", tuple(marker.id for heard in case.heard for marker in heard.markers))


def _unanswered(case: _Case) -> Iterator[Hint]:
    answered = {link.target for link in case.journey.links if link.kind == "answers"}
    answered |= {task.answers for task in case.journey.tasks}
    bare = [card.id for heard in case.heard for card in heard.pains if card.id not in answered]
    if bare:
        yield Hint("unanswered", tuple(bare), {"count": len(bare)})


def _ownerless(case: _Case) -> Iterator[Hint]:
    bare = [card.id for heard in case.heard for card in heard.ideas if card.status in OPEN and not card.owner.strip()]
    if bare:
        yield Hint("ownerless", tuple(bare), {"count": len(bare)})


def _unmeasured(case: _Case) -> Iterator[Hint]:
    """An opportunity is measured by a metric of its own, or by an experiment or a metric card linked with it."""
    measured = frozenset[str]().union(*(heard.measured for heard in case.heard))
    known = set(measured)
    for link in case.journey.links:
        known |= {link.source, link.target} if measured & {link.source, link.target} else set()
    ideas = (card for heard in case.heard for card in heard.ideas if card.status in OPEN)
    bare = [card.id for card in ideas if card.id not in known]
    if bare:
        yield Hint("unmeasured", tuple(bare), {"count": len(bare)})


def _guesses(case: _Case) -> Iterator[Hint]:
    count = sum(heard.claims for heard in case.heard)
    if count >= GUESSES and not any(heard.known for heard in case.heard):
        yield Hint("guesses", (), {"count": count})


def _wordy(case: _Case) -> Iterator[Hint]:
    long = tuple(card for heard in case.heard for card in heard.wordy)
    if long:
        yield Hint("wordy", long, {"count": len(long)})


def _review(case: _Case) -> Iterator[Hint]:
    if not case.journey.review:
        yield Hint("review")
    elif is_past(case.journey.review, case.today):
        yield Hint("review_due", (), {"date": case.journey.review})


def is_past(date: str, today: str) -> bool:
    """Whether a date, a month or a year is over; the day itself counts as over."""
    return bool(date) and (date <= today[: len(date)] if len(date) == len(today) else date < today[: len(date)])


RULES: Iterable[Rule] = (
    *(_persona, _scenario, _goal, _stages, _ends, _empty_stages, _company, _emotions),
    *(_unanswered, _ownerless, _unmeasured, _guesses, _wordy, _review),
)
CODES = (
    *("persona", "scenario", "goal", "stages", "before", "after", "untouched", "company", "unfelt", "flat"),
    *("unanswered", "ownerless", "unmeasured", "guesses", "wordy", "review", "review_due"),
)
"""Of all hints that there are; their words are `hint.CODE` and `hint.CODE.why`."""
