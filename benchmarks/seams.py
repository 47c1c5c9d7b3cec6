"""Cards cut by seams: `python -m benchmarks.seams [--small N] [--maps N]`.

Small random posters are compared with an exhaustive search. Random maps are printed on papers that are spread over
smaller sheets: by a plain grid, with seams that avoid cards, and re-flowed to sheets, each on as many sheets.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import workloads
from benchmarks.exhaustive import Score, fewest, score
from benchmarks.maps import random_map
from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.plan.axis import Limits
from desktop.plan.page import MM
from desktop.plan.paper import paper, turned
from desktop.plan.seams import Obstacle, best_seams
from desktop.plan.settings import Settings, Tiling
from desktop.plan.tiles import TilePlan, plan, sheet_size
from desktop.poster.obstacles import obstacles
from desktop.poster.press import Made, Press
from desktop.poster.reflow import reflowed

SHEETS = ("A4", "A3", "Letter", "Tabloid")
PAPERS = ("A0", "B0", "A1", "B1", "700x1000mm", "ANSI-E", "ARCH-E", "500x700mm")

WIDE, HIGH = 300, 200
"""mm, of a small poster."""

AWARE, REFLOW, SECONDS = 0.40, 0.05, 0.5
"""The targets: cards cut as a share of those that the plain grid cuts, and the time for 600 cards."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One map: cards cut by the plain grid, and what the other two ways cut; the type of the latter as a share."""

    plain: int
    aware: TilePlan
    reflow: TilePlan
    shrunk: float


def small_poster(seed: int) -> tuple[list[Obstacle], Limits, Limits]:
    """A few cards, headers and labels on a poster of a few sheets."""
    chance = random.Random(seed)
    things = [_thing(number, chance) for number in range(chance.randint(2, 9))]
    return things, _limits(WIDE, chance), _limits(HIGH, chance)


def _thing(number: int, chance: random.Random) -> Obstacle:
    width, height, grain = chance.choice((20, 40, 60, 110)), chance.choice((15, 30, 50)), chance.choice((10, 10, 1))
    x, y = chance.randrange(0, WIDE - width, grain), chance.randrange(0, HIGH - height, grain)
    return Obstacle(f"o{number}", chance.choice(("card", "card", "card", "header", "label")), Rect(x, y, width, height))


def _limits(side: float, chance: random.Random) -> Limits:
    count, spare, reach = chance.randint(1, 3), chance.choice((0, 10, 30, 60)), chance.choice((0, 4))
    most = (side + spare) / count
    return Limits(side, count, most + reach, most, most + reach)


def is_optimal(seed: int) -> bool:
    """Whether the search cuts as little as any seams could."""
    things, across, down = small_poster(seed)
    found = best_seams(things, across, down)
    return found.proven and score(things, found.xs, found.ys) == fewest(things, across, down)


def outcome(seed: int) -> Outcome:
    """A random map on a random paper, spread over random sheets."""
    chance = random.Random(seed)
    tiling, size = Tiling(sheet=chance.choice(SHEETS), seams="reflow"), chance.choice(PAPERS)
    press, made = printed(random_map(seed), tiling, size)
    aware = planned(made, tiling)
    other, reflow = reflowed(press, made, tiling)
    return Outcome(aware.plain_cut, aware, reflow, other.page.scale / made.page.scale)


def printed(project: Project, tiling: Tiling, size: str) -> tuple[Press, Made]:
    """The project's first map on a paper lying across."""
    press = Press(project, Settings(paper=size, tiling=tiling))
    return press, press.fitted(project.maps[0].id, turned(paper(size), "landscape"))


def planned(made: Made, tiling: Tiling) -> TilePlan:
    """The poster's sheets."""
    page = made.page
    return plan(page.width / MM, page.height / MM, obstacles(made), tiling, sheet_size(tiling))


def seconds(size: workloads.Size, sheet: str) -> float:
    """The time for the seams of an A0."""
    tiling = Tiling(sheet=sheet)
    _, made = printed(workloads.project(size), tiling, "A0")
    start = time.perf_counter()
    planned(made, tiling)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.seams", description="Cards cut by seams.")
    parser.add_argument("--small", type=int, default=50, help="how many small posters are searched through")
    parser.add_argument("--maps", type=int, default=200, help="how many random maps are printed")
    arguments = parser.parse_args()
    with resting_collector():
        for line in (*_small(arguments.small), *_maps(arguments.maps), *_times()):
            print(line, flush=True)


def _small(count: int) -> Iterator[str]:
    equal = sum(map(is_optimal, range(count)))
    yield _line("small posters: equal to the exhaustive optimum", f"{equal} of {count}", equal == count)


def _maps(count: int) -> Iterator[str]:
    found = [outcome(seed) for seed in range(count)]
    plain = sum(each.plain for each in found) or 1
    aware = sum(len(each.aware.cut) for each in found)
    reflow = sum(len(each.reflow.cut) for each in found)
    hard = Score(sum(len(each.aware.spoilt) for each in found), sum(len(each.reflow.spoilt) for each in found))
    yield f"{count} random maps: a plain grid cuts {plain} cards"
    yield _line("  seams that avoid cards", f"{aware}, {aware / plain:.1%} (≤ {AWARE:.0%})", aware <= AWARE * plain)
    share = f"{reflow}, {reflow / plain:.1%} (≤ {REFLOW:.0%})"
    yield _line("  re-flow to sheets", share, reflow <= REFLOW * plain)
    yield f"  headers, titles and markers cut: {hard.hard} by seams alone, where no other seams are legal"
    yield _line("  the same with re-flow", f"{hard.cards} (0)", hard.cards == 0)
    shares = sorted(each.shrunk for each in found)
    yield f"  type with re-flow: {sum(shares) / count:.1%} of its size on average, {shares[0]:.1%} at least"


def _times() -> Iterator[str]:
    for sheet in SHEETS:
        took = seconds(workloads.SIZES["M"], sheet)
        yield _line(f"600 cards, A0 on {sheet}", f"{took:.2f} s (≤ {SECONDS} s)", took <= SECONDS)


def _line(what: str, figure: str, met: bool) -> str:
    return f"{what:52}{figure:28}{'ok' if met else 'falls short'}"


if __name__ == "__main__":
    main()
