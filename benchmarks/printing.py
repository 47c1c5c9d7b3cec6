"""10,000 cards on one A0, and the same map over 25 A4 sheets: seconds and bytes, `python -m benchmarks.printing`.

Every figure is of a fresh process that has read the project and nothing else: nothing is typeset or cached. Seconds are
the processor's, so that other programs on the machine count for less.
"""

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import workloads
from benchmarks.processes import child

FORMS = ("whole", "tiled")
SECONDS, WRITING, TAGGED, PLAIN = "seconds", "writing", "tagged", "untagged"

LIMITS = {SECONDS: 2.0, PLAIN: 1.0, TAGGED: 1.3}
"""Of the single sheet: seconds and megabytes."""

RATIO = 1.3
"""The sheets may take so many times as much as the single sheet."""


def main() -> None:
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "poster.journey"
        workloads.write(workloads.SIZES["POSTER"], path)
        found = {form: [child("printing", path, form) for _ in range(arguments.times)] for form in FORMS}
    for line in table(*(middle(found[form]) for form in FORMS)):
        print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.printing", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="processes that each figure is the median of")
    return parser.parse_args()


def middle(readings: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each figure."""
    return {name: median(reading[name] for reading in readings) for name in readings[0]}


def table(whole: Mapping[str, float], tiled: Mapping[str, float]) -> Iterator[str]:
    """A line for each figure: the single sheet and its limit, the sheets, how many times as much that is."""
    sheets = f"{tiled['sheets']:.0f} × A4"
    yield f"{'':28}{'A0':>9}{'at most':>9}{sheets:>10}{'times':>8}{'at most':>9}"
    names = {SECONDS: "s in all", WRITING: "s of that writing", PLAIN: "MB untagged", TAGGED: "MB tagged"}
    for name, words in names.items():
        limit = f"{LIMITS[name]:.1f}" if name in LIMITS else ""
        most = f"{RATIO:.1f}" if name in LIMITS else ""
        ratio = tiled[name] / whole[name]
        yield f"{words:28}{whole[name]:9.2f}{limit:>9}{tiled[name]:10.2f}{ratio:8.2f}{most:>9}"


if __name__ == "__main__":
    main()
