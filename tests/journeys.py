"""A small map with something of everything that stands at its foot."""

from desktop import resources
from desktop.document.cards import Card, Evidence, Marker, Pain
from desktop.document.journey import JourneyMap, Lane, Stage, Step, Task
from desktop.document.project import Persona, Project
from desktop.layout.compose import Composer

STYLE = resources.style("print")
WORDS = resources.words("en")
PERSONAS = (Persona(id="maya", name="Maya", rank="G"), Persona(id="ana", name="Regular guest", rank="M"))
TASKS = (
    Task(id="t1", rank="G", text="Drop the card form", owner="Front of house", due="2026-12-15", answers="p1"),
    Task(id="t2", rank="M", text="Say the waiting time when taking the order", owner="Kitchen", due_text="from Monday"),
    Task(id="t3", rank="T", text="Print allergen cards for every dish", due="2027-01-01"),
)
FACTS = {"version": "3", "date": "2026-11-22", "owner": "front of house", "review": "2027-03-01"}


def composer():
    return Composer(resources.typesetter(), STYLE, WORDS)


def card(kind, **fields):
    return Card(**{"id": f"c-{kind}", "kind": kind, "first": "d0", "last": "d0", **fields})


def lane(*cards, id_="l1", **fields):
    return Lane(**{"id": id_, "kind": "notes", "cards": cards, **fields})


def journey(*lanes, **fields):
    stages = (Stage(id="s1", steps=(Step(id="d0"),)),)
    return JourneyMap(**{"id": "m1", "stages": stages, "lanes": lanes, **fields})


def project(journey_map):
    return Project(id="p", personas=PERSONAS, maps=(journey_map,))


def emotions(*personas, **fields):
    """An emotion lane with one marker per persona."""
    markers = (
        Marker(**{"id": f"e-{persona}", "step": "d0", "value": 1.0, "persona": persona, **fields})
        for persona in personas
    )
    return Lane(id="l2", kind="emotions", markers=tuple(markers))


def full():
    """Several kinds, a judged pain point, an assumption, two curves, tasks and facts."""
    cards = (
        card("pain", pain=Pain(severity=4)),
        card("action", evidence=Evidence()),
        card("touchpoint"),
        card("metric"),
    )
    return journey(lane(*cards), emotions("maya", "ana"), tasks=TASKS, **FACTS)
