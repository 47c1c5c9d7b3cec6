"""How long a large table of feedback takes to come in: `python -m benchmarks.feedback [ROWS] [TABLE]`.

Prints seconds of processor time of each part, beside what all of them may take together, and how often progress was
told. Without a TABLE, one of so many rows is made up, always the same.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.document.answers import folded
from desktop.document.edits.feedback import bring_in
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.exchange.columns import rows_of
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of
from desktop.exchange.mappings import recorded
from desktop.storage.responses import Tables

ROWS = 100_000
MOST = 3.0
"""Seconds."""

PLACES = ("Booking form", "Menu card", "Waiter", "Host at the door", "Open kitchen", "Card terminal", "Review site")
SAID = ("", "", "", "Quick and friendly", "We waited for half an hour, and nobody came", "Again!")


def made(rows: int) -> bytes:
    """A table as a survey tool writes it."""
    chance = random.Random(7)
    return "\n".join(("Submitted,Guest,Segment,Touchpoint,Score,Comment", *_lines(rows, chance))).encode()


def _lines(rows: int, chance: random.Random) -> Iterator[str]:
    for number in range(rows):
        day = f"2026-{chance.randint(1, 6):02}-{chance.randint(1, 28):02} {number % 24:02}:{number % 60:02}"
        segment, place = chance.choice(("Families", "Couples", "Regulars")), chance.choice(PLACES)
        yield f'{day},G{number},{segment},{place},{chance.randint(1, 5)},"{chance.choice(SAID)}"'


class Watch:
    """Takes the time of each part in turn."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self.told = 0
        self._since = time.process_time()

    def lap(self, part: str) -> None:
        """That part has ended."""
        now = time.process_time()
        self.parts[part] = now - self._since
        self._since = now

    def hear(self, _share: float) -> bool:
        """Progress was told; nobody wants it to end."""
        self.told += 1
        return True


def measured(data: bytes, name: str, folder: Path) -> Watch:
    """The whole way of a table, to the file beside the project."""
    watch = Watch()
    project = Project(id="p", maps=(JourneyMap(id="m"),))
    grid = read_grid(data, name, told=watch.hear)
    watch.lap("read")
    shape = shape_of(grid)
    watch.lap("guess")
    rows, refused = rows_of(grid, shape, told=watch.hear)
    watch.lap("rows")
    mapping = recorded(shape, grid)
    project, report = bring_in(project, "Guests", rows, mapping, {}, new_id=str, refused=refused, told=watch.hear)
    watch.lap("bring in")
    tables = Tables((folder / "guests.journey",))
    tables.keep(report.tables)
    watch.lap("keep")
    for survey in project.surveys:
        if survey.digest and folded(tables.responses(survey)) != survey.figures:
            raise AssertionError("the figures are not those of the table")
    return watch


def main(words: list[str]) -> None:
    count = int(words[0]) if words else ROWS
    data, name = (Path(words[1]).read_bytes(), words[1]) if words[1:] else (made(count), "guests.csv")
    with TemporaryDirectory() as folder:
        watch = measured(data, name, Path(folder))
    for part, seconds in watch.parts.items():
        print(f"{part:<10}{seconds:6.2f} s")
    print(f"{'all':<10}{sum(watch.parts.values()):6.2f} s of {MOST} s; progress was told {watch.told} times")


if __name__ == "__main__":
    main(sys.argv[1:])
