"""Every text of a project that people have written, by where it stands and which sort of text it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desktop.document.base import Part, in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.facets import value_at
from desktop.document.journey import Cluster, JourneyMap, Lane, LaneGroup, Link, Stage, Step, Task
from desktop.document.project import Goal, Metric, Persona, Project

SORTS = ("text", "details", "titles", "labels", "comments", "personas")
"""The sorts of texts, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text at the path of a part, on a map; "" for what belongs to the project.

    `thing` is what one goes to for it, `kind` what that is, as `sort` of a Landmark; so is `home`. `line` counts from 0
    in a list of lines, and is −1 in a text that is none. `card` is the one with the comment.
    """

    sort: str
    part: Part
    path: str
    text: str
    map_id: str
    kind: str
    thing: str
    lane: str = ""
    step: str = ""
    home: str = ""
    line: int = -1
    card: str = ""
    locked: bool = False


PROFILE = (
    *("name", "summary", "role", "quote", "goals", "needs", "frustrations", "motivations", "behaviour"),
    *("channels", "demographics", "segment"),
)
PATHS: dict[type[Part], dict[str, str]] = {
    Card: {
        "text": "text",
        **dict.fromkeys(("details", "owner", "department", "evidence.source"), "details"),
        **dict.fromkeys(("tactic.segment", "tactic.when", "tactic.benefit"), "details"),
        **dict.fromkeys(("experiment.hypothesis", "experiment.variants", "experiment.metric"), "details"),
        **dict.fromkeys(("experiment.result", "experiment.decision", "measure.name", "picture.alt"), "details"),
    },
    Marker: {"label": "labels", "evidence.source": "details", "computed.source": "details"},
    Link: {"label": "labels"},
    Stage: {"title": "titles"},
    Step: {"title": "titles"},
    Lane: {"title": "titles", "subtitle": "titles"},
    LaneGroup: {"title": "titles"},
    Cluster: {"title": "titles"},
    JourneyMap: {
        "title": "titles",
        "subtitle": "titles",
        "owner": "details",
        "scenario": "text",
        "expectations": "text",
    },
    Task: {"text": "text", "owner": "details", "due_text": "details"},
    Persona: dict.fromkeys(PROFILE, "personas"),
    Goal: {"statement": "text", "time_frame": "details"},
    Metric: {"name": "titles"},
    Project: {"title": "titles"},
}
"""Where a part has texts, and of which sort they are."""


def of_project(project: Project) -> Iterator[Passage]:
    """Title, personas, goals and metrics."""
    yield from _of(project, "", "project", project.id)
    for persona in in_order(project.personas):
        yield from _of(persona, "", "persona", persona.id)
    for goal in in_order(project.goals):
        yield from _of(goal, "", "goal", goal.id)
    for metric in in_order(project.metrics):
        yield from _of(metric, "", "metric", metric.id)


def of_head(journey: JourneyMap) -> Iterator[Passage]:
    """Of a map all but its lanes, arrows, inbox and parking lot."""
    yield from _of(journey, journey.id, "map", journey.id)
    for stage in in_order(journey.stages):
        yield from _of(stage, journey.id, "stage", stage.id)
        for step in in_order(stage.steps):
            yield from _of(step, journey.id, "step", step.id, step=step.id)
    for group in in_order(journey.groups):
        yield from _of(group, journey.id, "lane", _member(journey, group))
    for task in in_order(journey.tasks):
        yield from _of(task, journey.id, "task", task.id)


def of_lane(map_id: str, lane: Lane, columns: dict[str, int]) -> Iterator[Passage]:
    """Of a lane and of all that it holds, from left to right; `columns` by the steps."""
    yield from _of(lane, map_id, "lane", lane.id, lane=lane.id)
    places: list[tuple[int, str, str, Card | Marker, str]] = [
        (columns.get(card.first, 0), card.rank, card.id, card, card.first) for card in lane.cards
    ]
    places += [(columns.get(one.step, 0), one.rank, one.id, one, one.step) for one in lane.markers]
    for _, _, _, thing, step in sorted(places, key=lambda place: place[:3]):
        kind = thing.kind if isinstance(thing, Card) else "emotion"
        yield from _of(thing, map_id, kind, thing.id, lane=lane.id, step=step, locked=lane.locked)
        if isinstance(thing, Card):
            yield from _of_comments(thing, map_id, lane=lane.id, step=step)


def of_links(map_id: str, links: Iterable[Link]) -> Iterator[Passage]:
    for link in links:
        yield from _of(link, map_id, "link", link.id)


def of_tray(journey: JourneyMap) -> Iterator[Passage]:
    """Of the inbox and the parking lot."""
    for cluster in in_order(journey.inbox):
        yield from _of(cluster, journey.id, "cluster", cluster.id, home="inbox")
        for card in in_order(cluster.cards):
            yield from _of(card, journey.id, card.kind, card.id, home="inbox")
            yield from _of_comments(card, journey.id, home="inbox")
    for card in in_order(journey.parking):
        yield from _of(card, journey.id, card.kind, card.id, home="parking")
        yield from _of_comments(card, journey.id, home="parking")


def _member(journey: JourneyMap, group: LaneGroup) -> str:
    return next((lane.id for lane in in_order(journey.lanes) if lane.group == group.id), group.id)


def _of_comments(card: Card, map_id: str, **place: Any) -> Iterator[Passage]:
    """Comments change nothing that the map says, so no lane locks them."""
    for comment in card.comments:
        if comment.text:
            yield Passage("comments", comment, "text", comment.text, map_id, card.kind, card.id, card=card.id, **place)


def _of(part: Part, map_id: str, kind: str, thing: str, **place: Any) -> Iterator[Passage]:
    for path, sort in PATHS[type(part)].items():
        value = value_at(part, path)
        if isinstance(value, tuple):
            for line, text in enumerate(value):
                yield Passage(sort, part, path, text, map_id, kind, thing, line=line, **place)
        elif value:
            yield Passage(sort, part, path, value, map_id, kind, thing, **place)
