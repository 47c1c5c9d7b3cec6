"""Figures that need a process of their own: start, memory, the large PDF."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.targets import MEMORY, PDF_SIZE, PDF_TIME, RECOVERY, START, Reading


def start(size: str, path: Path, times: int) -> Reading:
    """From the start of the process to the first painted map; in turn to an empty window, on the same machine."""
    pairs = _pairs("start", path, times)
    return Reading(START, size, median(pair[0] for pair in pairs), "ms", median(pair[1] for pair in pairs))


def memory(size: str, path: Path) -> Reading:
    """The resident memory of the process with the map open and fitted."""
    return Reading(MEMORY, size, child("memory", path)["megabytes"], "MB")


def poster(size: str, path: Path, times: int) -> Iterator[Reading]:
    """A fresh process each time, so that nothing is typeset or cached."""
    made = [child("poster", path) for _ in range(times)]
    yield Reading(PDF_TIME, size, median(one["seconds"] for one in made), "s")
    yield Reading(PDF_SIZE, size, made[0]["megabytes"], "MB")


def recovery(size: str, folder: Path, times: int) -> Reading:
    """From the start of the process to the painted list of unsaved work, which lies in this folder of the program's."""
    pairs = _pairs("recovery", folder, times)
    return Reading(RECOVERY, size, median(pair[0] for pair in pairs), "ms", median(pair[1] for pair in pairs))


def _pairs(what: str, path: Path, times: int) -> list[tuple[float, float]]:
    """What starts took, each beside one of an empty window; the first warms up, and counts if there is no other."""
    pairs = [(_painted(what, path), _painted("empty", path)) for _ in range(times + 1)]
    return pairs[1:] or pairs


def _painted(what: str, path: Path) -> float:
    began = time.monotonic()
    return (child(what, path)["painted"] - began) * 1000


def child(what: str, path: Path, *more: str) -> dict[str, float]:
    """What a process of its own, benchmarks.alone.`what`, measured."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
        # compiled once, by runs that do not count, as on any computer; elsewhere it is compiled already
        environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "bytecode")
    command = [sys.executable, "-m", f"benchmarks.alone.{what}", str(path), *more]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"benchmarks.alone.{what} failed:\n{done.stderr}")
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured
