"""Opens many files in a process of its own and tells of each how that went, one JSON line a file.

Usage: python inspection.py kinds FOLDER | mutants FOLDER FIRST COUNT
"""

import faulthandler
import hashlib
import json
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import mutants
from malformed import malformed

from desktop.document.checks import check
from desktop.poster.export import export
from desktop.storage.assets import bytes_of
from desktop.storage.errors import StorageError
from desktop.storage.reader import parse, read
from desktop.storage.writer import dump

GIVE_UP = 20
"""Seconds after which the process ends and says where it was."""

DRAWN = 2
"""One in so many files that can be opened is printed too."""


@dataclass
class Outcome:
    """What became of a file. said: the sentence of its refusal, "" when it opened; fault: of a bug, else ""."""

    name: str
    said: str
    place: str
    kind: str
    fault: str
    seconds: float
    megabytes: float
    untouched: bool


def inspect(path: Path, name: str, data: bytes, *, drawn: bool) -> Outcome:
    """Opens a file with these bytes and uses what is in it. Time is that of the processor."""
    path.write_bytes(data)
    before = path.stat()
    forget_peak()
    start = time.process_time()
    error = raised(partial(use, path, drawn=drawn))
    seconds, most = time.process_time() - start, peak()
    after = path.stat()
    untouched = hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()
    untouched = untouched and (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    if isinstance(error, StorageError):
        return Outcome(name, str(error), error.place, type(error).__name__, "", seconds, most, untouched)
    fault = "".join(traceback.format_exception(error)) if error else ""
    return Outcome(name, "", "", "", fault, seconds, most, untouched)


def raised(work: Callable[[], None]) -> BaseException | None:
    """What comes of doing it, of whatever sort."""
    faulthandler.dump_traceback_later(GIVE_UP, exit=True)
    with ThreadPoolExecutor(1) as pool:
        error = pool.submit(work).exception()
    faulthandler.cancel_dump_traceback_later()
    return error


def use(path: Path, *, drawn: bool) -> None:
    """What is done with every project: it is checked, and what is saved of it can be opened and is the same."""
    opened = read(path)
    check(opened.project, opened.assets.keys())
    saved = dump(opened.project, opened.assets, opened.minor, opened.unknown)
    again = parse(saved)
    if dump(again.project, again.assets, again.minor, again.unknown) != saved:
        raise AssertionError("what was saved is not what is read")
    if drawn:
        pictures = bytes_of(opened.assets)
        for journey in opened.project.maps[:2]:
            export(opened.project, opened.assets, journey.id, "svg")
        for key in opened.assets:
            pictures(key)


def forget_peak() -> None:
    """From now on the most memory is counted anew, where that can be done."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> float:
    """Megabytes of memory at most since then."""
    if sys.platform != "linux":
        return 0.0
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main(what: str, folder: str, first: str = "0", count: str = "0") -> None:
    """Tells of every file."""
    path = Path(folder) / "broken.journey"
    if what == "kinds":
        files = ((name, build()) for name, (build, _) in malformed().items())
    else:
        files = (mutants.mutant(number) for number in range(int(first), int(first) + int(count)))
    for number, (name, data) in enumerate(files):
        outcome = inspect(path, name, data, drawn=number % DRAWN == 0)
        sys.stdout.write(json.dumps(asdict(outcome)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
