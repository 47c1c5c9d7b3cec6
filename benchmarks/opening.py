"""Opening: from the file to a project whose references have been checked."""

import json
from pathlib import Path

from benchmarks.targets import OPEN, Reading, median_ms
from desktop.document.checks import check
from desktop.storage.reader import read


def measure(size: str, path: Path, times: int) -> Reading:
    """Reading, validating and checking a project file, beside `json.loads` of the same bytes."""
    data = path.read_bytes()
    floor = median_ms(lambda: json.loads(data), times)
    return Reading(OPEN, size, median_ms(lambda: _open(path), times), "ms", floor)


def _open(path: Path) -> None:
    opened = read(path)
    if check(opened.project, opened.assets.keys()):
        raise ValueError(f"{path.name} is not sound, so opening it shows nothing")
