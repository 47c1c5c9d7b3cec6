"""The one number that a thing bears wherever it is told of: on the map, in *Next*, in backlog and matrix, in tables.

The three worst pain points are 1, 2 and 3, and what answers them bears the same. A line of *Next* bears the number of
the opportunity that it is about, by its words, else that of the pain point that it answers; the other lines run on with
the numbers that are free. So do the opportunities that are left, the best first: no number means two things.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Task
from desktop.document.keyed import among
from desktop.method.ranking import Ranked, numbers

MOST_LETTERS = 500
"""Of a line of *Next*."""


def line_of(card: Card) -> str:
    """What a card says, in one line of *Next*."""
    return in_one_line(card.text)


def in_one_line(text: str) -> str:
    """A text as long as a line of *Next* may be, with single blanks."""
    return " ".join(text.split())[:MOST_LETTERS]


def with_tasks(found: Mapping[str, int], lanes: Iterable[Lane], tasks: Sequence[Task]) -> dict[str, int]:
    """The numbers on the map, and those of the lines of *Next* that are about an opportunity with one of them. What
    has a number keeps it: part of a map is numbered as the whole."""
    known = dict(found)
    open_ = [task for task in tasks if task.id not in known]
    said = _by_line(found, lanes) if open_ else {}
    for task in open_:
        own = said.get(in_one_line(task.text), ())
        if own:
            answered = found.get(task.answers, 0)
            known[task.id] = answered if answered in own else min(own)
    return known


def task_numbers(tasks: Sequence[Task], known: Mapping[str, int]) -> tuple[int, ...]:
    """Of the lines of *Next* in their order. known: from `with_tasks`; what says the same twice bears one number."""
    free = _free(known.values())
    by_line: dict[str, int] = {}
    found = []
    for task in tasks:
        line = in_one_line(task.text)
        number = known.get(task.id) or known.get(task.answers) or by_line.get(line) or next(free)
        if line:
            by_line.setdefault(line, number)
        found.append(number)
    return tuple(found)


def next_numbers(journey: JourneyMap) -> dict[str, int]:
    """The number that each line of *Next* bears at the foot of the map, by the ids of the tasks."""
    tasks = in_order(journey.tasks)
    shown = (lane for lane in journey.lanes if not lane.hidden)
    found = task_numbers(tasks, with_tasks(numbers(journey), shown, tasks)) if tasks else ()
    return {task.id: number for task, number in zip(tasks, found, strict=True)}


def opportunity_numbers(journey: JourneyMap, ranked: Sequence[Ranked]) -> dict[str, int]:
    """Of the opportunities in the order of the backlog; none for those that nobody has judged and no line is about."""
    known, borne = numbers(journey), next_numbers(journey)
    lines: dict[str, int] = {}
    for task in in_order(journey.tasks):
        lines.setdefault(in_one_line(task.text), borne[task.id])
    free = _free((*known.values(), *lines.values()))
    found: dict[str, int] = {}
    for one in ranked:
        line = line_of(one.card)
        number = known.get(one.card.id) or (lines.get(line) if line else 0) or (next(free) if one.place else 0)
        if number:
            found[one.card.id] = number
    return found


def _by_line(found: Mapping[str, int], lanes: Iterable[Lane]) -> dict[str, set[int]]:
    """What the numbered opportunities say → their numbers."""
    said: dict[str, set[int]] = {}
    for card in (card for lane in lanes for card in among(lane.cards, found) if card.kind == "opportunity"):
        if line := line_of(card):
            said.setdefault(line, set()).add(found[card.id])
    return said


def _free(taken: Iterable[int]) -> Iterator[int]:
    """The numbers from 1 that nothing bears."""
    there = frozenset(taken)
    return (number for number in count(1) if number not in there)
