"""What a key costs in the palette of commands and in the find bar: `python -m benchmarks.commands [SIZE]`.

Processor time from a real key press until the window is painted again, in ms, for queries that find much, little and
nothing; and what opening costs the first time and with everything known.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import workloads
from benchmarks.keyscript import Typist
from benchmarks.stage import Stage, opened
from desktop.app import set_up

MOST = 16.0
"""Ms that a key may cost at 5,000 cards."""

QUERIES = ("waiting time", "eats", "add step", "bkt", "zzzz", "@table", ">select", "éàü", "e a o")


def keys(field: QWidget, query: str) -> Iterator[float]:
    """What each letter of a query costs."""
    typist = Typist(field)
    for letter in query:
        yield spent(partial(typist.type, letter))


def spent(act: Callable[[], object]) -> float:
    """Processor time in ms, painting and all that waits included."""
    start = time.process_time()
    act()
    QCoreApplication.processEvents()
    return (time.process_time() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.commands", description="What looking for costs.")
    parser.add_argument("size", nargs="?", default="L", choices=sorted(workloads.SIZES), help="which map; L is 5,000")
    size = parser.parse_args().size
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QApplication.instance() is None:
        set_up()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{size}.journey"
        workloads.write(workloads.SIZES[size], path)
        with opened(path) as stage:
            stage.fit()
            _commands(stage)
            _finding(stage)


def _commands(stage: Stage) -> None:
    palette = stage.window.workshop.commands
    first = spent(palette.call)
    palette.leave()
    print(f"palette: opened {first:.1f} ms, then {spent(palette.call):.1f} ms")
    costs: list[float] = []
    for query in QUERIES:
        palette.field.clear()
        QCoreApplication.processEvents()
        costs += keys(palette.field, query)
    palette.leave()
    print(f"  a key: median {median(costs):.1f}, most {max(costs):.1f} ms (at most {MOST:g})")


def _finding(stage: Stage) -> None:
    bar = stage.window.workshop.find
    print(f"find: opened {spent(bar.call):.1f} ms")
    for query in ("e", "waiting", "zzzz"):
        bar.field.clear()
        cost = median(keys(bar.field, query))
        start = time.process_time()
        stage.settle()
        looked = (time.process_time() - start) * 1000
        print(f"  “{query}”: a key {cost:.1f} ms, after a pause {looked:.1f} ms for {len(bar.finding.matches)} places")
    bar.leave()


if __name__ == "__main__":
    main()
