"""What the choices of the inspector offer, as things stand on the desk."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from desktop.desk.desk import Desk
from desktop.document.base import in_order
from desktop.document.journey import Stage
from desktop.document.keyed import find
from desktop.document.kinds import CHANNELS, LANE_KINDS, STATUSES
from desktop.document.project import Project
from desktop.document.segments import listed
from desktop.layout.measures import CHARTS
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import PROGRESS
from desktop.method.formulas import FORMULAS
from desktop.panels.inspector.chosen import Option
from desktop.panels.inspector.form import Options

EVIDENCE = ("assumption", "anecdote", "research", "measurement")
TACTICS = ("content", "offer", "recommendation", "message", "interaction")
TRENDS = ("up", "down", "flat")
LINKS = ("answers", "leads", "loops", "tests")
EMPTIES = ("", "–", "?")
FITS = ("fit", "fill")
MARKS = ("●", "■", "▲", "◆", "★", "○", "□", "△", "◇", "☆")


def words_of(group: str, keys: Iterable[str], none: bool = True) -> Options:
    """Words of the catalogue under “GROUP.KEY”; with `none`, an empty one first."""
    values = tuple(keys)

    def options(desk: Desk) -> tuple[Option, ...]:
        named = tuple((key, name_of(group, key, desk.words)) for key in values)
        return (("", desk.words("field.none")), *named) if none else named

    return options


CHANNEL = words_of("channel", CHANNELS)
STATE = words_of("evidence", EVIDENCE)
FORM = words_of("tactic", TACTICS)
TREND = words_of("trend", TRENDS)
FIT = words_of("fit", FITS, none=False)
LINK = words_of("link", LINKS, none=False)
LANE = words_of("lane", LANE_KINDS, none=False)
STATUS = words_of("status", STATUSES, none=False)
SEGMENT_MARK = words_of("segment.mark", MARKS)
CHART = words_of("chart", CHARTS, none=False)
FORMULA = words_of("formula", FORMULAS)


def progress(desk: Desk) -> tuple[Option, ...]:
    """How far something is, from an idea on."""
    return tuple((key, name_of("progress", key or "idea", desk.words)) for key in PROGRESS)


def empties(desk: Desk) -> tuple[Option, ...]:
    """How an empty cell may be shown."""
    codes = ("empty.nothing", "empty.none", "empty.unasked")
    return tuple((key, desk.words(code)) for key, code in zip(EMPTIES, codes, strict=True))


def personas(desk: Desk) -> tuple[Option, ...]:
    """Nobody, and the project's personas."""
    untitled = desk.words("project.untitled")
    named = ((persona.id, persona.name or untitled) for persona in in_order(desk.project.personas))
    return (("", desk.words("field.none")), *named)


def metrics(desk: Desk) -> tuple[Option, ...]:
    """None, and the project's metrics."""
    untitled = desk.words("project.untitled")
    named = ((metric.id, metric.name or untitled) for metric in in_order(desk.project.metrics))
    return (("", desk.words("field.none")), *named)


def segments(desk: Desk) -> tuple[Option, ...]:
    """The groups of customers that the project tells of, or that personas and answers name."""
    project = desk.project
    return _segments(Same(project.segments), Same(project.personas), Same(project.surveys))


def steps(desk: Desk) -> tuple[Option, ...]:
    """The map's steps from left to right."""
    journey = desk.journey
    return _named_steps(journey.stages, desk.words) if journey else ()


class Same:
    """Things as a key: told apart by being the same object, which is quick for hundreds of them."""

    def __init__(self, things: tuple[Any, ...]) -> None:
        self.things = things

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.things is self.things

    def __hash__(self) -> int:
        return id(self.things)


def group_title(desk: Desk, group: Any) -> Any:
    """The title of a group of lanes, by its id."""
    found = find(desk.journey.groups, group) if desk.journey and isinstance(group, str) else None
    return group if found is None else found.title


def _named_steps(stages: tuple[Stage, ...], words: Words) -> tuple[Option, ...]:
    return _named(Same(stages), words)


@lru_cache(maxsize=4)
def _segments(told: Same, people: Same, surveys: Same) -> tuple[Option, ...]:
    whole = Project(id="p", segments=told.things, personas=people.things, surveys=surveys.things)
    return tuple((segment.name, segment.name) for segment in listed(whole) if segment.name)


@lru_cache(maxsize=4)
def _named(stages: Same, words: Words) -> tuple[Option, ...]:
    return tuple(
        (step.id, step.title or words("step.of").format(stage=stage.title, number=number))
        for stage in in_order(stages.things)
        for number, step in enumerate(in_order(stage.steps), start=1)
    )
