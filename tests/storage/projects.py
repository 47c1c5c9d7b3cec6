"""Projects for tests: one with everything in it, and a hypothesis strategy for all kinds of others."""

import hashlib
import random
from types import MappingProxyType

from hypothesis import strategies as st

from desktop.document.base import by_id
from desktop.document.cards import (
    Card,
    Comment,
    Computed,
    Evidence,
    Experiment,
    Factors,
    Marker,
    Measure,
    Origin,
    Pain,
    Picture,
    Promise,
    Reading,
    Tactic,
)
from desktop.document.journey import (
    AgendaPoint,
    Cluster,
    JourneyMap,
    Lane,
    LaneGroup,
    Link,
    Snapshot,
    Stage,
    Step,
    Task,
    View,
)
from desktop.document.project import Brand, Edition, Goal, Metric, Persona, Project, Response, Survey
from desktop.storage.assets import asset

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000000500"
    "01a5f645400000000049454e44ae426082"
)
KEY, ASSET = asset(PIXEL, "image/png", 1, 1)
ASSETS = MappingProxyType({KEY: ASSET})
GONE = hashlib.sha256(b"gone").hexdigest()


def card(number: int, **fields) -> Card:
    """With a text of its own."""
    return Card(
        **{"id": f"c{number:05}", "kind": "action", "first": "t1", "last": "t1", "text": f"Card {number}"} | fields
    )


def rich_card() -> Card:
    """With every facet."""
    return card(
        1,
        kind="opportunity",
        last="t2",
        rank="k",
        details="More\nto say",
        channel="web",
        persona="p1",
        owner="Ann",
        department="Sales",
        due="2026-11",
        tags=("a", "b"),
        evidence=Evidence(state="research", source="Survey", date="2025", people=12),
        votes=3,
        seen=2,
        starred=True,
        pain=Pain(severity=4, frequency=3),
        promise=Promise(impact=5, ease=2, factors=Factors(revenue=3)),
        tactic=Tactic(form="offer", segment="New"),
        experiment=Experiment(hypothesis="It helps", variants=("A", "B")),
        measure=Measure(metric="n1", value=4.1, unit="%"),
        picture=Picture(asset=KEY, crop=(0.0, 0.0, 0.5, 0.5)),
        comments=(Comment(id="k1", author="Bo", text="Really?"),),
        origin=Origin(map="m0", thing="c0"),
    )


def rich_map() -> JourneyMap:
    """With something in every collection."""
    return JourneyMap(
        id="m1",
        title="A visit — “naïve”",
        persona="p1",
        goals=("g1",),
        stages=(Stage(id="s1", title="Come", steps=(Step(id="t1", title="Look"), Step(id="t2", rank="k", width=1.5))),),
        groups=(LaneGroup(id="r1", title="Front"),),
        lanes=(
            Lane(id="l1", kind="actions", title="Do", group="r1", cards=(rich_card(), card(2), card(3))),
            Lane(id="l2", kind="emotions", rank="k", markers=(rich_marker(), Marker(id="e2", step="t2", value=-2.0))),
            Lane(id="l3", kind="visibility", rank="q"),
        ),
        links=(Link(id="x1", kind="answers", source="c00001", target="c00002"),),
        tasks=(Task(id="y1", text="Ring up", owner="Cy", answers="c00002"),),
        inbox=(Cluster(id="i1", title="from Dine", cards=(card(4, first="", last=""),)),),
        parking=(card(5, first="", last=""),),
        agenda=(AgendaPoint(id="a1", title="Start", minutes=15, lane="l1"),),
        snapshots=(Snapshot(id="z1", title="Before", content={"maps": [1, 2.5, None, True, "é"]}),),
        views=(
            View(id="w1", title="Kitchen", lanes=("l2",), stages=("s1",), owners=("", "Ann"), tags=("a",)),
            View(id="w2", rank="k", personas=("p1",), evidence=("research",), kinds=("pain",), leave_out=True),
        ),
    )


def rich_marker() -> Marker:
    """With every facet."""
    computed = Computed(source="Survey", people=9, spread=0.5, mapping={"1": -2})
    return Marker(id="e1", step="t1", value=1.5, persona="p1", label="glad", starred=True, computed=computed)


def rich() -> Project:
    """With something in every collection and every facet somewhere."""
    return Project(
        id="j1",
        title="Osteria",
        language="en",
        brand=Brand(name="Lume", accent="#aa3311"),
        personas=(Persona(id="p1", name="Maya", goals=("Eat", "Rest"), picture=Picture(asset=GONE)),),
        goals=(Goal(id="g1", statement="More guests", metric="n1", target=15.0, progress=0.2),),
        metrics=(Metric(id="n1", name="NPS", readings=(Reading(date="2025", value=31.0),)),),
        surveys=(Survey(id="u1", title="Spring", responses=(Response(id="v1", score=4.0, comment="Good"),)),),
        maps=(rich_map(),),
        editions=(Edition(id="d1", title="Wall", map="m1", settings={"paper": "A0"}),),
    )


def large(cards: int, seed: int = 1) -> Project:
    """One map with so many cards of 3 to 20 words, a third of them with facets."""
    chance = random.Random(seed)
    words = ["guest", "waits", "for", "a", "table", "while", "nobody", "sees", "menus", "naïve"]
    steps = tuple(Step(id=f"t{n:02}", rank=f"{n + 10}") for n in range(50))
    lanes = tuple(
        Lane(id=f"l{lane:02}", kind="actions", cards=by_id(_some_card(number, chance, words) for number in numbers))
        for lane, numbers in enumerate([range(cards)[start::20] for start in range(20)])
    )
    return Project(id="j", maps=(JourneyMap(id="m", stages=(Stage(id="s", steps=steps),), lanes=lanes),))


def _some_card(number: int, chance: random.Random, words: list[str]) -> Card:
    step = f"t{chance.randrange(50):02}"
    facets = {"pain": Pain(severity=3, frequency=2), "channel": "web"} if chance.random() < 0.3 else {}
    text = " ".join(chance.choices(words, k=chance.randint(3, 20)))
    return card(number, first=step, last=step, rank=f"V{number}", text=text, **facets)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NUMBERS = st.floats(-1e15, 1e15, allow_nan=False, allow_infinity=False)
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)
UNKNOWN = st.dictionaries(st.text('abcdefghé“ \\"\n', min_size=1, max_size=8).map("x_".__add__), JSONS, max_size=3)


@st.composite
def cards(draw, ident: str) -> Card:
    """A card with any texts, some facets and unknown fields."""
    fields = {
        "kind": draw(TEXTS),
        "text": draw(TEXTS),
        "details": draw(TEXTS),
        "tags": tuple(draw(st.lists(TEXTS, max_size=3))),
        "votes": draw(st.integers(0, 10**9)),
        "measure": draw(st.none() | st.builds(Measure, value=st.none() | NUMBERS, unit=TEXTS)),
        "pain": draw(st.none() | st.builds(lambda more: Pain(severity=2, **more), UNKNOWN)),
    }
    return Card(id=ident, **fields, **draw(UNKNOWN))


@st.composite
def projects(draw) -> Project:
    """A project with a few lanes and unknown fields at every level."""
    counts = draw(st.lists(st.integers(0, 4), max_size=4))
    lanes = tuple(
        Lane(
            id=f"l{number}",
            kind=draw(TEXTS),
            title=draw(TEXTS),
            cards=tuple(draw(cards(f"c{number}-{one}")) for one in range(count)),
            markers=(Marker(id=f"e{number}", step="t1", value=draw(st.integers(-20, 20)) / 10, **draw(UNKNOWN)),),
            **draw(UNKNOWN),
        )
        for number, count in enumerate(counts)
    )
    stage = Stage(id="s1", title=draw(TEXTS), steps=(Step(id="t1", **draw(UNKNOWN)),), **draw(UNKNOWN))
    journey = JourneyMap(id="m1", title=draw(TEXTS), stages=(stage,), lanes=lanes, **draw(UNKNOWN))
    return Project(id="j1", title=draw(TEXTS), maps=(journey,), brand=Brand(**draw(UNKNOWN)), **draw(UNKNOWN))
