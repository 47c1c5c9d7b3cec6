"""Random maps, the same on every machine, as large as maps usually are: some fifty to three hundred cards."""

import random
from collections.abc import Iterator

from benchmarks.workloads import LANES, WORDS
from desktop.document.base import by_id
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.project import Persona, Project
from desktop.document.ranks import spread

SPANNING = 0.03
"""The share of cards that reach over more than one step."""

MOST_STEPS = 3
"""A spanning card reaches over so many at most."""


def random_map(seed: int) -> Project:
    """A map of 4 to 7 stages, 8 to 15 steps and 6 to 12 lanes, where about two of three cells have cards."""
    chance = random.Random(seed)
    steps = [f"d{at:02}" for at in range(chance.randint(8, 15))]
    journey = JourneyMap(
        id="map",
        title=_words(chance, 2, 6),
        subtitle=_words(chance, 0, 8),
        persona="p0",
        scenario=_words(chance, 4, 20),
        stages=tuple(_stages(steps, chance)),
        lanes=by_id(_lanes(steps, chance)),
    )
    people = Persona(id="p0", name="Ada"), Persona(id="p1", name="Ben")
    return Project(id=f"random-{seed}", title=journey.title, personas=people, maps=(journey,))


def _stages(steps: list[str], chance: random.Random) -> Iterator[Stage]:
    count = min(len(steps), chance.randint(4, 7))
    starts = [0, *sorted(chance.sample(range(1, len(steps)), count - 1)), len(steps)]
    for number, rank in enumerate(spread(count)):
        own = steps[starts[number] : starts[number + 1]]
        ranks = spread(len(own))
        made = tuple(
            Step(id=step, title=_words(chance, 1, 3), rank=place, width=chance.choice((1.0, 1.0, 1.0, 1.5, 0.8)))
            for step, place in zip(own, ranks, strict=True)
        )
        yield Stage(id=f"s{number}", title=_words(chance, 1, 2), rank=rank, steps=made)


def _lanes(steps: list[str], chance: random.Random) -> Iterator[Lane]:
    count = chance.randint(6, 12)
    feelings = chance.randrange(count)
    for number, rank in enumerate(spread(count)):
        lane = Lane(id=f"l{number:02}", kind=LANES[number % len(LANES)], title=_words(chance, 1, 2), rank=rank)
        if number == feelings:
            markers = by_id(_markers(steps, chance))
            yield lane.model_copy(update={"kind": "emotions", "markers": markers})
        else:
            yield lane.model_copy(update={"cards": by_id(_cards(lane, steps, chance))})


def _markers(steps: list[str], chance: random.Random) -> Iterator[Marker]:
    for persona in ("p0", "p1")[: chance.randint(1, 2)]:
        for step in steps:
            value, label = round(chance.uniform(-2, 2), 1), _words(chance, 0, 2) if chance.random() < 0.3 else ""
            yield Marker(id=f"e-{persona}-{step}", step=step, value=value, persona=persona, label=label)


def _cards(lane: Lane, steps: list[str], chance: random.Random) -> Iterator[Card]:
    full = chance.uniform(0.4, 0.95)
    for number, step in enumerate(steps):
        many = chance.choice((1, 1, 1, 2, 2, 3)) if chance.random() < full else 0
        for turn in range(many):
            reach = chance.randint(1, MOST_STEPS - 1) if chance.random() < SPANNING else 0
            yield Card(
                id=f"c{lane.id}{step}{turn}",
                kind=KIND_OF_LANE[lane.kind],
                first=step,
                last=steps[min(number + reach, len(steps) - 1)],
                rank=f"{number:03}{turn}V",
                text=_words(chance, 2, 16),
            )


def _words(chance: random.Random, least: int, most: int) -> str:
    text = " ".join(chance.choices(WORDS, k=chance.randint(least, most)))
    return text[:1].upper() + text[1:]
