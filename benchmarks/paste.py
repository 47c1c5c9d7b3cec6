"""A spreadsheet's range of 30 × 12 cells with line breaks in them, pasted into a map: the time it takes, and whether
all of it stands where it should after one undo step.

`python -m benchmarks.paste`
"""

import random
import time
from dataclasses import dataclass

from desktop import resources
from desktop.desk.clipping import rows_of
from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting
from desktop.document.base import in_order
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import steps_in_order
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.reader import read

ROWS, COLUMNS = 30, 12
TARGET = 0.5
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of CPU time for reading, planning and pasting; cells whose cards stand rightly; undo steps."""

    seconds: float
    right: int
    steps: int


def main() -> None:
    figures = measured()
    print(f"range of {ROWS} × {COLUMNS} pasted     {figures.seconds:.3f} s   (target: {TARGET} s)")
    print(f"cells right                {figures.right} of {ROWS * COLUMNS}")
    print(f"undo steps                 {figures.steps}")


def measured() -> Figures:
    """Pastes into the restaurant visit."""
    session = Session(read(resources.root() / "samples" / "restaurant.journey"))
    desk = Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))
    text, before = copied(ROWS, COLUMNS), desk.project
    began = time.process_time()
    pasting = Pasting(desk)
    planner = pasting.planner()
    if planner is not None:
        pasting.cells(planner.plan(rows_of(text)))
    spent = time.process_time() - began
    right, steps = _right(desk.project), 0
    while desk.project is not before and desk.undo() is not None:
        steps += 1
    return Figures(spent, right, steps)


def copied(rows: int, columns: int) -> str:
    """As Excel copies it, with names of lanes and steps and two lines in every cell."""
    head = "\t".join(f"Column {at}" for at in range(columns))
    lines = ("\t".join((f"Row {row}", *(_cell(row, at) for at in range(columns)))) for row in range(rows))
    return "\r\n".join((f"\t{head}", *lines, ""))


def _cell(row: int, column: int) -> str:
    return f'"r{row} c{column}\nsays ""so"""'


def _right(project: Project) -> int:
    """The cells that hold their two cards and nothing else."""
    journey = project.maps[0]
    titles = {step.title: step.id for step in steps_in_order(journey)}
    lanes = {lane.title: lane for lane in journey.lanes}
    found = 0
    for row in range(ROWS):
        lane = lanes.get(f"Row {row}")
        for column in range(COLUMNS):
            cards = in_order(lane.cards) if lane else []
            texts = [card.text for card in cards if card.first == titles.get(f"Column {column}")]
            found += texts == [f"r{row} c{column}", 'says "so"']
    return found


if __name__ == "__main__":
    main()
