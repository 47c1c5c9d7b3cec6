"""Random projects for property-based tests: `projects()` are sound, small, and share ids with one another.

Ids come from small pools, so that of two independent projects many things have the same id with other
contents, or stand in another lane; within one project every id stands once.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from desktop.document.base import Part, by_id
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
    Tactic,
)  # fmt: skip
from desktop.document.journey import AgendaPoint, Cluster, JourneyMap, Lane, LaneGroup, Link, Stage, Step, Task, View
from desktop.document.project import Edition, Goal, Metric, Persona, Project, Survey

Draw = Callable[[st.SearchStrategy[Any]], Any]

ASSET = "ab" * 32
"""The one picture that these projects use."""

words = st.sampled_from(("", "Wait", "Ünïcode – “q”", "日本", "עברית", "a\u0301e", "👩‍🍳", "4.1 %", "x" * 80))
texts = st.one_of(words, st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
solid = texts.filter(lambda text: text.strip() != "")
ranks = st.sampled_from(("1", "A", "V", "V", "Vk", "k", "zz"))
numbers = st.one_of(st.none(), st.integers(-1000, 1000), st.floats(-1e15, 1e15))
values = st.integers(-20, 20).map(lambda tenths: tenths / 10)
grades = st.integers(0, 5)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | words, lambda inner: st.lists(inner, max_size=2), max_leaves=3
)
unknown = st.dictionaries(st.sampled_from(("x_later", "x_more")), json_values, max_size=1)


def _fields(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of these fields, the others left at their defaults."""
    return st.fixed_dictionaries({}, optional=optional)


evidence = st.builds(Evidence, state=st.sampled_from(("assumption", "research")), people=st.integers(0, 40))
facets = _fields(
    details=texts,
    channel=st.sampled_from(("web", "phone")),
    owner=texts,
    due=st.sampled_from(("", "2025", "2025-03-01")),
    tags=st.lists(words, max_size=2).map(tuple),
    evidence=evidence,
    votes=st.integers(0, 5),
    starred=st.booleans(),
    pain=st.builds(Pain, severity=grades, frequency=grades),
    promise=st.builds(Promise, impact=grades, factors=st.builds(Factors, edge=grades)),
    tactic=st.builds(Tactic, form=words, when=words),
    experiment=st.builds(Experiment, variants=st.lists(words, max_size=2).map(tuple)),
    picture=st.just(Picture(asset=ASSET, alt="a table")),
    measure=st.builds(Measure, value=numbers),
    origin=st.just(Origin(map="elsewhere", thing="t")),
)


def _some(draw: Draw, prefix: str, most: int, least: int = 0) -> list[str]:
    return [f"{prefix}{number}" for number in draw(_numbers(most, least))]


@cache
def _numbers(most: int, least: int) -> st.SearchStrategy[list[int]]:
    """Some of 0 to `most`, in order, one of them always missing. Drawn at once: what is drawn one by one is dear."""
    sets = [[number for number in range(most + 1) if chosen >> number & 1] for chosen in range(2 ** (most + 1) - 1)]
    return st.sampled_from(sorted((each for each in sets if len(each) >= least), key=len))


def _made(draw: Draw, model: type[Part], ids: list[str], fields: st.SearchStrategy[dict[str, Any]]) -> tuple[Any, ...]:
    """Things with these ids, in the order of the file, some with fields of a later version."""
    return tuple(model(id=one, **draw(fields), **draw(unknown)) for one in ids)


@st.composite
def projects(draw: Draw) -> Project:
    """A project without errors or warnings, of up to two maps."""
    personas = _made(draw, Persona, _some(draw, "who", 2), _fields(name=texts, rank=ranks, goals=st.just(("rest",))))
    metrics = _made(draw, Metric, _some(draw, "metric", 2), _fields(name=texts, rank=ranks, baseline=numbers))
    named = st.sampled_from(("", *(metric.id for metric in metrics)))
    goals = _made(draw, Goal, _some(draw, "goal", 2), _fields(statement=texts, metric=named, target=numbers))
    maps = tuple(draw(journeys(one, personas, metrics, goals)) for one in _some(draw, "map", 2))
    return Project(
        id=draw(st.sampled_from(("one", "two"))),
        title=draw(texts),
        personas=personas,
        goals=goals,
        metrics=metrics,
        surveys=_made(draw, Survey, _some(draw, "survey", 1), _fields(title=texts, mapping=json_values)),
        maps=maps,
        editions=_made(draw, Edition, _some(draw, "edition", 1), _fields(title=texts, settings=json_values)),
        **draw(unknown),
    )


@st.composite
def journeys(
    draw: Draw, name: str, personas: tuple[Persona, ...], metrics: tuple[Metric, ...], goals: tuple[Goal, ...]
) -> JourneyMap:
    """A map whose parts name only what is there; `name` is its id and begins the ids of all its parts."""
    stages = draw(stage_rows(name))
    steps = [step.id for stage in sorted(stages, key=_place) for step in sorted(stage.steps, key=_place)]
    people = st.sampled_from(("", *(persona.id for persona in personas)))
    groups = _made(draw, LaneGroup, _some(draw, f"{name}group", 1), _fields(title=texts, rank=ranks))
    cards = draw(st.permutations(draw(placed_cards(name, steps, people))))
    lanes = draw(lane_rows(name, steps, people, [group.id for group in groups], cards))
    loose = _cards(draw, _some(draw, f"{name}loose", 3), people)
    ends = st.sampled_from([card.id for card in (*cards, *loose)] or [""])
    links = _some(draw, f"{name}link", 2) if cards or loose else []
    return JourneyMap(
        id=name,
        stages=stages,
        groups=groups,
        lanes=lanes,
        persona=draw(people),
        goals=tuple(goal.id for goal in goals),
        links=_made(draw, Link, links, st.fixed_dictionaries({"kind": words, "source": ends, "target": ends})),
        tasks=_made(draw, Task, _some(draw, f"{name}task", 2), _fields(text=texts, rank=ranks, answers=ends)),
        inbox=tuple(Cluster(id=f"{name}box{card.id}", cards=(card,)) for card in loose[1:]),
        parking=loose[:1],
        agenda=_made(draw, AgendaPoint, _some(draw, f"{name}point", 1), _fields(title=texts, minutes=grades)),
        views=_made(draw, View, _some(draw, f"{name}view", 1), _seen(lanes, stages, personas)),
        **draw(_fields(title=texts, status=st.sampled_from(("current", "ideal")), scenario=texts, rank=ranks)),
        **draw(unknown),
    )


def _seen(*named: tuple[Any, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """What a view names of these lanes, stages and personas, and some words."""
    ids = [tuple(thing.id for thing in things[:1]) for things in named]
    names = dict(zip(("lanes", "stages", "personas"), map(st.just, ids), strict=True))
    return _fields(title=texts, rank=ranks, tags=st.just(("", "a")), leave_out=st.booleans(), **names)


@st.composite
def stage_rows(draw: Draw, name: str) -> tuple[Stage, ...]:
    """One to three stages of one or more steps."""
    steps = _some(draw, f"{name}step", 4, least=1)
    count = draw(st.integers(1, min(3, len(steps))))
    stages = []
    for number in range(count):
        own = _made(
            draw, Step, steps[number::count], _fields(title=texts, rank=ranks, width=st.sampled_from((0.5, 2.0)))
        )
        stages.append(Stage(id=f"{name}stage{number}", steps=own, **draw(_fields(title=texts, rank=ranks))))
    return tuple(stages)


@st.composite
def placed_cards(draw: Draw, name: str, steps: list[str], people: st.SearchStrategy[str]) -> list[Card]:
    """Cards that stand on one step or span several."""
    cards = _cards(draw, _some(draw, f"{name}card", 6), people)
    placed = []
    for card in cards:
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(steps) - 1)] * 2)))
        placed.append(card.model_copy(update={"first": steps[first], "last": steps[last]}))
    return placed


@st.composite
def lane_rows(
    draw: Draw, name: str, steps: list[str], people: st.SearchStrategy[str], groups: list[str], cards: list[Card]
) -> tuple[Lane, ...]:
    """Two lanes that share the cards, and perhaps an emotion lane."""
    cut = draw(st.integers(0, len(cards)))
    facts = _fields(title=texts, rank=ranks, group=st.sampled_from(("", *groups)), hidden=st.booleans())
    lanes = [
        Lane(id=f"{name}lane{number}", kind="actions", cards=by_id(part), **draw(facts))
        for number, part in enumerate((cards[:cut], cards[cut:]))
    ]
    if draw(st.booleans()):
        lanes.append(
            Lane(id=f"{name}mood", kind="emotions", markers=draw(marker_rows(name, steps, people)), **draw(facts))
        )
    return by_id(lanes)


@st.composite
def marker_rows(draw: Draw, name: str, steps: list[str], people: st.SearchStrategy[str]) -> tuple[Marker, ...]:
    """Markers, at most one of a persona at a step."""
    places = draw(st.sets(st.tuples(st.sampled_from(steps), people), max_size=4))
    fields = _fields(label=texts, starred=st.booleans(), computed=st.builds(Computed, people=grades), evidence=evidence)
    return by_id(
        Marker(id=f"{name}mark{number}", step=step, persona=persona, value=draw(values), **draw(fields))
        for number, (step, persona) in enumerate(sorted(places))
    )


def _cards(draw: Draw, ids: list[str], people: st.SearchStrategy[str]) -> tuple[Card, ...]:
    needed = {"kind": st.sampled_from(("action", "pain", "note")), "text": solid, "rank": ranks, "persona": people}
    bare = _made(
        draw, Card, ids, st.tuples(st.fixed_dictionaries(needed), facets).map(lambda drawn: drawn[0] | drawn[1])
    )
    said = draw(st.sets(st.sampled_from(ids), max_size=1)) if ids else set()
    comments = (Comment(id=f"{card.id}says", text="so") for card in bare)
    pairs = zip(bare, comments, strict=True)
    return tuple(card.model_copy(update={"comments": (one,)}) if card.id in said else card for card, one in pairs)


def _place(thing: Stage | Step) -> tuple[str, str]:
    return thing.rank, thing.id
