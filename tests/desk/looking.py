"""A restaurant visit to look at in several ways: three stages, four lanes, two people."""

from itertools import count

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.base import by_id
from desktop.document.cards import Card, Evidence, Marker
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Stage, Step
from desktop.document.project import Persona, Project
from desktop.session import Session
from desktop.storage.reader import Opened

WORDS = resources.words("en")


def card(name, step, last="", **fields):
    return Card(**{"id": name, "kind": "action", "first": step, "last": last or step, "text": name, **fields})


def marker(name, step, persona, **fields):
    return Marker(id=name, step=step, value=1.0, persona=persona, **fields)


def lane(name, rank, *cards, **fields):
    return Lane(**{"id": name, "kind": "actions", "rank": rank, "cards": by_id(cards), **fields})


def stages():
    """come (find, enter) | dine (order, eat) | go (pay)."""
    names = {"come": ("find", "enter"), "dine": ("order", "eat"), "go": ("pay",)}
    return by_id(
        Stage(
            id=name,
            title=name.title(),
            rank=rank,
            steps=by_id(Step(id=s, rank=r) for s, r in zip(steps, "AV", strict=False)),
        )
        for (name, steps), rank in zip(names.items(), "AVk", strict=True)
    )


def lanes():
    ann = card("a1", "find", owner="Ann", channel="web", tags=("menu", "queue"))
    bo = card("a2", "order", owner="Bo", persona="maya", evidence=Evidence(state="research"))
    moods = (marker("m1", "find", "maya"), marker("m2", "find", "paolo", evidence=Evidence(state="research")))
    return by_id((
        lane("acts", "A", ann, bo, card("a3", "eat"), card("a4", "enter", "order")),
        Lane(id="mood", kind="emotions", rank="G", markers=moods, group="front"),
        lane("hurts", "M", card("p1", "eat", kind="pain", persona="paolo"), kind="pains", group="front"),
        lane("notes", "T", card("n1", "pay", kind="note"), kind="notes"),
    ))  # fmt: skip


def visit(**fields):
    groups = (LaneGroup(id="front", title="In front"),)
    return JourneyMap(**{"id": "visit", "stages": stages(), "lanes": lanes(), "groups": groups, **fields})


def project(*maps):
    people = (Persona(id="maya", name="Maya", rank="A"), Persona(id="paolo", name="Paolo", rank="V"))
    return Project(id="p", personas=people, maps=by_id(maps or (visit(),)))


def desk_on(*maps):
    numbers = count(1)
    return Desk(Session(Opened(project(*maps), {})), WORDS, lambda: f"new{next(numbers)}")
