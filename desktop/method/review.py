"""What has happened since a map was looked through or printed, and what waits for somebody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap
from desktop.document.project import Edition, Project, Survey
from desktop.method.coach import is_past

AWHILE = 28
"""Days after which a map may ask to be looked through again."""

INTERVAL = 91
"""Days to the next review where nobody said: a quarter of a year."""

FINISHED = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class Overdue:
    """A task of *Next* or a card that was to be done by now. `days` over, 1 on the day after."""

    thing: str
    text: str
    owner: str
    due: str
    days: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """A survey with rows that came since; how many of them say so by their dates, 0 where they have none."""

    survey: str
    title: str
    date: str
    rows: int


@dataclass(frozen=True, slots=True)
class Printed:
    """The day of the last print; and what is other than on the last one that kept what stood on it (`kept` is its day,
    "" for none): cards and markers that are not on it, and how many of it are gone."""

    date: str = ""
    kept: str = ""
    added: tuple[str, ...] = ()
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """Dates are ISO 8601, "" where something never happened. `days` since it was looked through or printed, -1 where
    neither ever happened; `due` when its date of review has come."""

    printed: Printed
    reviewed: str
    next: str
    days: int
    due: bool
    overdue: tuple[Overdue, ...]
    fresh: tuple[Fresh, ...]

    @property
    def is_time(self) -> bool:
        """Whether it may show itself unasked: its date has come, or it is long since anybody looked."""
        return self.due or self.days >= AWHILE


def since(project: Project, journey: JourneyMap, today: str, last_print: str = "", last_review: str = "") -> Review:
    """The dates are those that the project knows where none are given."""
    printed = last_print or last_printed(project, journey.id)
    reviewed = last_review or journey.reviewed
    latest = max(printed, reviewed)
    return Review(
        printed=_beside(project, journey, printed),
        reviewed=reviewed,
        next=journey.review,
        days=days_between(latest, today) if latest else -1,
        due=is_past(journey.review, today),
        overdue=tuple(sorted(_overdue(journey, today), key=lambda one: (one.due, one.text))),
        fresh=tuple(_fresh(project.surveys, reviewed or printed)),
    )


def last_printed(project: Project, map_id: str) -> str:
    """The day of the last print of this map that the project remembers; "" where it remembers none."""
    own = (each.printed for each in project.maps if each.id == map_id)
    return max((*own, *(edition.printed for edition in _printed(project, map_id))), default="")


def days_between(before: str, after: str) -> int:
    """From the first day of the one ISO date to that of the other; 0 where one is no date."""
    ends = _day(before), _day(after)
    return (ends[1] - ends[0]).days if ends[0] and ends[1] else 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10])
    except ValueError:
        return None


def _printed(project: Project, map_id: str) -> Iterator[Edition]:
    """The editions that show this map and have been printed."""
    yield from (edition for edition in project.editions if edition.printed and _map_of(edition) in ("", map_id))


def _map_of(edition: Edition) -> str:
    """The map that was printed; "" where nobody knows."""
    pinned = edition.pin.get("map") if isinstance(edition.pin, dict) else None
    return pinned if isinstance(pinned, str) else edition.map


def _beside(project: Project, journey: JourneyMap, printed: str) -> Printed:
    """The map beside the last print that kept where everything stood."""
    editions = sorted(_printed(project, journey.id), key=lambda each: each.printed, reverse=True)
    kept, things = next(((each.printed, found) for each in editions if (found := _things(each))), ("", set[str]()))
    if not things:
        return Printed(printed)
    lanes = [lane for lane in journey.lanes if not lane.hidden]
    now = [thing.id for lane in lanes for thing in chain[Card | Marker](lane.cards, lane.markers)]
    return Printed(printed, kept, tuple(thing for thing in now if thing not in things), len(things.difference(now)))


def _things(edition: Edition) -> set[str]:
    """The ids on a print; none where it did not keep them, or only a newer version understands how."""
    pin = edition.pin
    posters = pin.get("posters") if isinstance(pin, dict) else None
    found: set[str] = set()
    for poster in posters if isinstance(posters, list) else ():
        things = poster.get("things") if isinstance(poster, dict) else None
        found.update(things if isinstance(things, dict) else ())
    return found


def _overdue(journey: JourneyMap, today: str) -> Iterator[Overdue]:
    """Tasks that are not done, and cards with a date that nobody has finished; the day itself is not too late."""
    for task in in_order(journey.tasks):
        if not task.done and is_late(task.due, today):
            yield Overdue(task.id, task.text, task.owner, task.due, days_between(task.due, today))
    for lane in journey.lanes:
        for card in lane.cards:
            if card.due and card.status not in FINISHED and is_late(card.due, today):
                yield Overdue(card.id, card.text, card.owner, card.due, days_between(card.due, today))


def is_late(due: str, today: str) -> bool:
    """Whether the day, the month or the year by which something was to be done is over."""
    return bool(due) and due < today[: len(due)]


def _fresh(surveys: Iterable[Survey], since_: str) -> Iterator[Fresh]:
    """Surveys into which rows were brought since; where nothing was ever looked through, all of them."""
    for survey in in_order(surveys):
        if survey.date and survey.date > since_:
            rows = sum(response.date > since_ for response in survey.responses)
            yield Fresh(survey.id, survey.title, survey.date, rows)
