"""Measures the program without a screen and prints the figures: `python -m benchmarks [SIZE …] [--json]`."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import arrows, opening, processes, report, screen, undo, workloads
from benchmarks.targets import Reading

MAPS = ("S", "M", "L", "XL")
PRINTED = "POSTER"
QUIET = 1.3
"""The load up to which nobody disturbs."""


def main() -> None:
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        readings = list(_all(arguments.sizes or [*MAPS, PRINTED], Path(folder), arguments.times))
    print(report.as_json(readings) if arguments.json else report.table(readings))
    if (load := _load()) > QUIET:
        print(
            f"The machine had other work (load {load:.1f}): the times are longer than they should be.", file=sys.stderr
        )


def _load() -> float:
    """How many processes wanted a processor on average in the last five minutes; this run is one of them."""
    return os.getloadavg()[1] if hasattr(os, "getloadavg") else 0.0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, beside floors.")
    parser.add_argument("sizes", nargs="*", metavar="SIZE", help=f"any of {', '.join(MAPS)}, {PRINTED}; all without")
    parser.add_argument("--json", action="store_true", help="for scripts")
    parser.add_argument("--times", type=int, default=60, help="frames that each median is of; of processes a tenth")
    arguments = parser.parse_args()
    if unknown := set(arguments.sizes) - {*MAPS, PRINTED}:
        parser.error(f"no such size: {', '.join(sorted(unknown))}")
    return arguments


def _all(sizes: list[str], folder: Path, times: int) -> Iterator[Reading]:
    paths = {size: folder / f"{size}.journey" for size in sizes}
    for size, path in paths.items():
        workloads.write(workloads.SIZES[size], path)
        yield from _in_processes(size, path, times // 10)
    for size, path in paths.items():
        if size != PRINTED:
            print(f"frames of {size} …", file=sys.stderr)
            yield from _in_this_process(size, path, times)


def _in_processes(size: str, path: Path, times: int) -> Iterator[Reading]:
    print(f"processes of {size} …", file=sys.stderr)
    if size == PRINTED:
        yield from processes.poster(size, path, max(times, 1))
    else:
        yield processes.start(size, path, times)
        yield processes.memory(size, path)


def _in_this_process(size: str, path: Path, times: int) -> Iterator[Reading]:
    yield opening.measure(size, path, max(times // 5, 1))
    yield undo.measure(size, path)
    yield from screen.of_file(size, path, times)
    linked = path.with_name(f"{size}-arrows.journey")
    workloads.write(workloads.SIZES[size], linked, arrows=True)
    yield arrows.measure(size, linked, max(times // 20, 1))
    yield from screen.with_arrows(size, linked, times)


if __name__ == "__main__":
    main()
