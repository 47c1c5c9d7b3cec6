"""Made-up maps of known sizes, the same on every machine: `python -m benchmarks.workloads SIZE OUT`."""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.document.base import by_id, changed
from desktop.document.cards import Card, Marker, Pain, Promise
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step
from desktop.document.kinds import CHANNELS, KIND_OF_LANE
from desktop.document.project import Persona, Project
from desktop.document.ranks import spread
from desktop.storage.writer import dump

SEED = 20261122
WORDS = (Path(__file__).parent / "words.txt").read_text("utf-8").split()
LANES = tuple(kind for kind in KIND_OF_LANE if kind != "images")


@dataclass(frozen=True, slots=True)
class Size:
    """A map of one step per stage; one of the lanes is for emotions and holds no cards."""

    cards: int
    stages: int
    lanes: int


SIZES = {
    "S": Size(60, 6, 6),
    "M": Size(600, 15, 12),
    "L": Size(5_000, 40, 25),
    "XL": Size(20_000, 100, 50),
    "POSTER": Size(10_000, 70, 36),
}


def project(size: Size) -> Project:
    """The project of this size: one map, one persona whose curve runs over all stages."""
    chance = random.Random(SEED)
    stages = tuple(
        Stage(id=f"s{at:03}", title=_title(chance, 1), rank=rank, steps=(Step(id=_step(at), title=_title(chance, 2)),))
        for at, rank in enumerate(spread(size.stages))
    )
    journey = JourneyMap(
        id="map",
        title=f"{size.cards:,} cards",
        persona="persona",
        scenario=_sentence(chance, 30),
        stages=stages,
        lanes=by_id(_lanes(size, chance)),
    )
    return Project(id="workload", title=journey.title, personas=(Persona(id="persona", name="Ada"),), maps=(journey,))


def _lanes(size: Size, chance: random.Random) -> Iterator[Lane]:
    """The emotion lane comes third; the cards go round the cells of all others, which hold as many or one more."""
    emotions, *others = (f"l{at:03}" for at in (2, *(at for at in range(size.lanes) if at != 2)))
    ranks = dict(zip(sorted((emotions, *others)), spread(size.lanes), strict=True))
    yield Lane(id=emotions, kind="emotions", title="Emotions", rank=ranks[emotions], markers=_markers(size, chance))
    for at, lane in enumerate(others):
        kind = LANES[at % len(LANES)]
        numbers = range(at, size.cards, len(others))
        cards = by_id(
            _card(number, number // len(others) % size.stages, KIND_OF_LANE[kind], chance) for number in numbers
        )
        yield Lane(id=lane, kind=kind, title=_title(chance, 1), rank=ranks[lane], cards=cards)


def _markers(size: Size, chance: random.Random) -> tuple[Marker, ...]:
    feelings = (round(chance.uniform(-2, 2), 1) for _ in range(size.stages))
    return tuple(
        Marker(id=f"e{at:03}", step=_step(at), value=value, persona="persona", label=_title(chance, 2))
        for at, value in enumerate(feelings)
    )


def _card(number: int, stage: int, kind: str, chance: random.Random) -> Card:
    step = _step(stage)
    return Card(
        id=f"c{number:05}",
        kind=kind,
        first=step,
        last=step,
        rank=f"{number:05}V",
        text=_sentence(chance, chance.randint(3, 20)),
        channel=chance.choice(CHANNELS) if kind == "touchpoint" else "",
        pain=Pain(severity=chance.randint(1, 5), frequency=chance.randint(1, 5)) if kind == "pain" else None,
        promise=Promise(impact=chance.randint(1, 5), ease=chance.randint(1, 5)) if kind == "opportunity" else None,
    )


def _step(stage: int) -> str:
    return f"d{stage:03}"


def _sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choices(WORDS, k=words))
    return text[0].upper() + text[1:]


def _title(chance: random.Random, words: int) -> str:
    return _sentence(chance, words).strip(" .%")


def with_arrows(plain: Project) -> Project:
    """An arrow for every ten cards, mostly within a few steps, as processes, loops and answers are."""
    (journey,) = plain.maps
    chance = random.Random(SEED)
    cards = sorted((card for lane in journey.lanes for card in lane.cards), key=lambda card: (card.first, card.id))
    near = 3 * len(cards) // len(journey.stages)
    links = []
    for number in range(len(cards) // 10):
        at = chance.randrange(len(cards))
        other = min(max(at + chance.randint(-near, near) or 1, 0), len(cards) - 1)
        if other != at:
            kind = chance.choice(("leads", "leads", "loops", "answers"))
            links.append(Link(id=f"k{number:05}", kind=kind, source=cards[at].id, target=cards[other].id))
    return changed(plain, maps=(changed(journey, links=by_id(links)),))


def write(size: Size, out: Path, *, arrows: bool = False) -> None:
    """Writes the workload as a project file."""
    made = project(size)
    out.write_bytes(dump(with_arrows(made) if arrows else made, {}))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workloads", description=__doc__)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    write(SIZES[arguments.size], arguments.out)


if __name__ == "__main__":
    main()
