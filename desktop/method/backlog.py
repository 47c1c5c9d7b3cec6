"""What is to be done about a journey: its opportunities in their order, with what they answer and what they lead to."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card
from desktop.document.edits.facts import add_task, edit_task
from desktop.document.edits.parts import the_map
from desktop.document.journey import JourneyMap, Task
from desktop.document.project import Project
from desktop.method.numbering import line_of, opportunity_numbers
from desktop.method.ranking import WORST, Ranked, numbers, opportunities, pains

PROGRESS = ("", "planned", "doing", "done", "dropped")
"""How far something is; "" is an idea."""

CLOSED = ("done", "dropped")
"""What nobody is to do any more."""

NEXT = WORST
"""How many lines *Next* is given when nobody says which."""

CONCERNED = ("opportunity", "pain", "tactic", "experiment")
"""Kinds of cards that a backlog speaks of."""

UNJUDGED = 0, 0
"""Impact and ease of what has no place in the matrix yet."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An opportunity with its score and place (0 for not judged), the number it bears everywhere (0 for none), whether
    it answers one of the worst pain points, and the cards that it is linked with; pain points worst first."""

    card: Card
    score: float
    place: int
    number: int = 0
    urgent: bool = False
    pains: tuple[Card, ...] = ()
    tactics: tuple[Card, ...] = ()
    experiments: tuple[Card, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.card.status not in CLOSED

    def overdue(self, today: str) -> bool:
        """Whether it should have been done."""
        return overdue(self.card, today)


def overdue(card: Card, today: str) -> bool:
    """Whether a card should have been done; a month is over when the next begins."""
    return card.status not in CLOSED and bool(card.due) and card.due < today[: len(card.due)]


def backlog(project: Project, journey: JourneyMap) -> tuple[Entry, ...]:
    """The opportunities of the lanes that are shown, the best first."""
    near, worst, ranked = _linked(journey), numbers(journey), opportunities(project, journey)
    known = opportunity_numbers(journey, ranked)
    places = {one.card.id: at for at, one in enumerate(pains(journey))}

    def made(one: Ranked) -> Entry:
        card, around = one.card, near[one.card.id]
        bad = sorted(around["pain"].values(), key=lambda pain: places.get(pain.id, len(places)))
        tests = around["experiment"].copy()
        for tactic in around["tactic"]:
            tests |= near[tactic]["experiment"]
        tactics = tuple(around["tactic"].values())
        urgent = card.id in worst
        number = known.get(card.id, 0)
        return Entry(card, one.score, one.place, number, urgent, tuple(bad), tactics, tuple(tests.values()))

    return tuple(made(one) for one in ranked)


def by_grades(entries: Sequence[Entry]) -> dict[tuple[int, int], list[Entry]]:
    """Entries by impact and ease, the best first; those that lack one of them under (0, 0)."""
    found: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        promise = entry.card.promise
        judged = promise is not None and promise.impact and promise.ease
        key = (promise.impact, promise.ease) if promise and judged else UNJUDGED
        found.setdefault(key, []).append(entry)
    return found


def _linked(journey: JourneyMap) -> defaultdict[str, defaultdict[str, dict[str, Card]]]:
    """Per card and kind the cards of that kind which it is linked with, by id."""
    cards = {card.id: card for lane in journey.lanes for card in lane.cards if card.kind in CONCERNED}
    found: defaultdict[str, defaultdict[str, dict[str, Card]]] = defaultdict(lambda: defaultdict(dict))
    for link in journey.links:
        source, target = cards.get(link.source), cards.get(link.target)
        if source and target and (link.kind == "answers" or "pain" not in (source.kind, target.kind)):
            found[source.id][target.kind][target.id] = target
            found[target.id][source.kind][source.id] = source
    return found


def fill_next(project: Project, map_id: str, chosen: Collection[str], *, new_id: IdSource) -> Project:
    """*Next* with a line for each chosen opportunity, for the first that are to be done where none is chosen.

    A line that is there for it already, by its words or by the pain point that it answers, keeps its words and takes
    over owner, due date and whether it is done. Other lines stay as they are.
    """
    journey = the_map(project, map_id)
    entries = backlog(project, journey)
    wanted = [entry for entry in entries if entry.card.id in chosen] or [each for each in entries if each.open][:NEXT]
    free = in_order(journey.tasks)
    for entry in sorted(
        wanted, key=lambda one: one.number if one.urgent else WORST + 1
    ):  # else the best first, as they are
        pain = entry.pains[0].id if entry.pains else ""
        task = _task_of(entry, pain, free, entries)
        if task is None:
            fields: dict[str, Any] = {**_who(entry.card), "answers": pain, "done": entry.card.status == "done"}
            project = add_task(project, map_id, line_of(entry.card), new_id=new_id, **fields)
        else:
            free.remove(task)
            project = edit_task(project, map_id, task.id, **_kept(_who(entry.card)), done=entry.card.status == "done")
    return project


def _task_of(entry: Entry, pain: str, free: Sequence[Task], entries: Sequence[Entry]) -> Task | None:
    """The line that is about an opportunity: it says the same and answers the same pain point; answers that and is not
    another one's; or says the same."""
    said = line_of(entry.card)
    same = [task for task in free if task.text == said]
    others = {line_of(each.card) for each in entries}
    meant = (task for task in free if pain and task.answers == pain and task.text not in others)
    both = (task for task in same if task.answers == pain)
    return next(chain(both, meant, same), None)


def _who(card: Card) -> dict[str, str]:
    return {"owner": card.owner, "due": card.due}


def _kept(fields: dict[str, str]) -> dict[str, str]:
    """Only what the opportunity says: what it does not say stays as it was."""
    return {name: value for name, value in fields.items() if value}
