"""What safety costs, beside floors of the same minute: `python -m benchmarks.safety [SIZE] [--times N] [--json]`.

Without a size the map has 5 MB. It counts as blocked for as long as it hears of no event: in between it sleeps for a
millisecond at a time, as it does when it waits for a person.
"""

import argparse
import os
import secrets
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks import processes, report, workloads
from benchmarks.stage import Stage, opened
from benchmarks.targets import FIRST_EDIT, JOURNAL, KEPT, SAVE, SAVE_BLOCKS, Reading, median_ms, timed
from desktop.app import set_up
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.project import Project
from desktop.storage.journal import Journal, Origin
from desktop.storage.reader import read
from desktop.storage.writer import dump

SIZES = {"5 MB": workloads.Size(28_000, 100, 50), **workloads.SIZES}
NAP = 0.001
"""Seconds between looks for events."""

WORKS, EDITS = 3, 150
"""How many sessions' unsaved work is recovered, and how many edits each holds."""


def main() -> None:
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        readings = list(measure(arguments.size, Path(folder), arguments.times))
    print(report.as_json(readings) if arguments.json else report.table(readings))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.safety", description="What safety costs.")
    parser.add_argument("size", nargs="?", choices=SIZES, default="5 MB", help="how large the map is; 5 MB without")
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.add_argument("--times", type=int, default=20, help="how often each is done; of starts a quarter")
    return parser.parse_args()


def measure(name: str, folder: Path, times: int) -> Iterator[Reading]:
    """All figures at the size of this name."""
    path = folder / "map.journey"
    workloads.write(SIZES[name], path)
    _leave_unsaved(read(path).project, folder / "state" / "journals")
    yield processes.recovery(name, folder / "state", times // 4)
    if QApplication.instance() is None:
        set_up()
    with opened(path) as stage:
        yield Reading(FIRST_EDIT, name, _blocked(lambda: _edit(stage), lambda: _is_kept(stage)), "ms")
        yield from _saves(name, stage, path, times)
    yield from _journal(name, read(path).project, folder, times)


def _leave_unsaved(project: Project, journals: Path) -> None:
    """What a start finds after the program was killed."""
    for number in range(WORKS):
        journal = Journal(journals, lambda value: dump(value, {}))
        journal.begin(Origin(None, ""), project)
        for before, after in _edits(project, f"work {number}", EDITS):
            journal.record(before, after, "edit", project.maps[0].id)
        journal.close(keep=True)


def _edits(project: Project, text: str, times: int) -> Iterator[tuple[Project, Project]]:
    """One card after the other gets another text."""
    journey = project.maps[0]
    ids = [card.id for lane in journey.lanes for card in lane.cards][:times]
    for number in range(times):
        before = project
        project = edit_cards(project, journey.id, [ids[number % len(ids)]], text=f"{text} {number}")
        yield before, project


def _edit(stage: Stage) -> None:
    project = stage.session.project
    stage.session.edit("Rename", changed(project, title=secrets.token_hex(4)), stage.window.desk.map_id)


def _is_kept(stage: Stage) -> bool:
    journal = stage.session.journal
    return journal is None or journal.standing.kept == journal.standing.handed


def _blocked(deed: Callable[[], object], done: Callable[[], bool]) -> float:
    """The longest time in ms in which the window heard of nothing, from the deed until it is done."""
    longest = timed(deed)
    while not done():
        longest = max(longest, timed(_look) - NAP * 1000)
    return max(longest, timed(QApplication.processEvents))


def _look() -> None:
    QApplication.processEvents()
    time.sleep(NAP)


def _saves(name: str, stage: Stage, path: Path, times: int) -> Iterator[Reading]:
    blocked, lasted = [], []
    for _ in range(times + 1):
        _edit(stage)
        stage.settle()
        start = time.perf_counter()
        blocked.append(_blocked(stage.window.files.save, lambda: not stage.session.modified))
        lasted.append((time.perf_counter() - start) * 1000)
    yield Reading(SAVE_BLOCKS, name, median(blocked[1:]), "ms")
    data = path.read_bytes()
    floor = median_ms(lambda: _write(path.with_name("floor"), data), times)
    yield Reading(SAVE, name, median(lasted[1:]), "ms", floor)


def _journal(name: str, project: Project, folder: Path, times: int) -> Iterator[Reading]:
    """In a session that goes on: the whole copy is there already."""
    journal = Journal(folder / "going on", lambda value: dump(value, {}))
    journal.begin(Origin(None, ""), project)
    handed, kept = [], []
    for before, after in _edits(project, "text", times + 1):
        start = time.perf_counter()
        handed.append(timed(partial(journal.record, before, after, "edit")))
        journal.flush()
        kept.append((time.perf_counter() - start) * 1000)
    journal.close(keep=False)
    line = b"x" * 300 + b"\n"
    floor = median_ms(lambda: _append(folder / "floor", line), times)
    yield Reading(JOURNAL, name, median(handed[1:]), "ms")
    yield Reading(KEPT, name, median(kept[1:]), "ms", floor)


def _write(path: Path, data: bytes) -> None:
    """The least that a save must do."""
    _put(path, data, os.O_TRUNC)


def _append(path: Path, line: bytes) -> None:
    """The least that a journal must do."""
    _put(path, line, os.O_APPEND)


def _put(path: Path, data: bytes, how: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | how)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)


if __name__ == "__main__":
    main()
