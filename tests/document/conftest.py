"""A small restaurant visit with readable ids, in which every kind of thing stands once or more."""

from collections.abc import Callable
from itertools import count

import pytest

from desktop.document.base import by_id
from desktop.document.cards import Card, Marker, Measure
from desktop.document.journey import Cluster, JourneyMap, Lane, LaneGroup, Link, Stage, Step, Task
from desktop.document.project import Goal, Metric, Persona, Project


@pytest.fixture
def new_id() -> Callable[[], str]:
    """new1, new2, …"""
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def _card(name: str, step: str, rank: str = "V", last: str = "", **fields: object) -> Card:
    return Card(id=name, kind="action", first=step, last=last or step, rank=rank, text=f"text of {name}", **fields)


def _stages() -> tuple[Stage, ...]:
    arrive = Stage(id="arrive", title="Arrive", rank="A", steps=(Step(id="enter", rank="k"), Step(id="find", rank="A")))
    eat, order, pay = (
        Step(id=name, title=name.title(), rank=rank) for name, rank in zip(["eat", "order", "pay"], "VAk", strict=True)
    )
    dine = Stage(id="dine", title="Dine", rank="V", steps=by_id((eat, order, pay)))
    return arrive, dine, Stage(id="leave", title="Leave", rank="k", steps=(Step(id="go"),))


def _lanes() -> tuple[Lane, ...]:
    acts = (_card("a1", "find"), _card("a2", "enter", "X"), _card("a3", "order", "W"), _card("a4", "order", "Y"))
    spans = (_card("s1", "enter", "k", last="pay"), _card("s2", "pay", "m", last="go"))
    moods = (
        Marker(id="m1", step="find", value=1.0, persona="ana"),
        Marker(id="m2", step="order", value=-1.5, persona="ana"),
        Marker(id="m3", step="eat", value=2.0, persona="ana"),
        Marker(id="m4", step="eat", value=0.5, persona="ben"),
    )
    figure = _card("f1", "pay", measure=Measure(metric="csat", value=4.1))
    pains = (figure, _card("p1", "order", persona="ben"), _card("p2", "go"))
    return by_id((
        Lane(id="acts", kind="actions", rank="A", cards=by_id((*acts, *spans)), group="front"),
        Lane(id="mood", kind="emotions", rank="V", markers=moods, group="front"),
        Lane(id="line", kind="visibility", rank="X"),
        Lane(id="pains", kind="pains", rank="k", cards=pains),
        Lane(id="shut", kind="notes", rank="m", locked=True, cards=(_card("n1", "eat"),)),
    ))  # fmt: skip


@pytest.fixture
def project() -> Project:
    """Columns: find enter | order eat pay | go. Lanes: acts mood line pains shut (locked)."""
    visit = JourneyMap(
        id="visit",
        title="Dinner",
        persona="ana",
        goals=("happy",),
        stages=_stages(),
        lanes=_lanes(),
        groups=(LaneGroup(id="front", title="In front"),),
        links=(Link(id="l1", kind="answers", source="a1", target="p1"),),
        tasks=(Task(id="t1", text="Shorten the wait", answers="p1"), Task(id="t2", text="Ask again", rank="k")),
        inbox=(Cluster(id="box", title="Photos", cards=(Card(id="i1", kind="note", text="loose"),)),),
        parking=(Card(id="k1", kind="note", text="parked"),),
    )
    return Project(
        id="project",
        personas=(Persona(id="ana", name="Ana"), Persona(id="ben", name="Ben", rank="k")),
        goals=(Goal(id="happy", statement="Happier guests", metric="csat"),),
        metrics=(Metric(id="csat", name="CSAT"),),
        maps=(visit,),
    )
