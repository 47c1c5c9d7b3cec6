"""Ten prints by their SHA-256: `python -m benchmarks.hashes > BEFORE`, change the program, and then
`python -m benchmarks.hashes BEFORE` tells which of them have other bytes now."""

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks import workloads
from desktop import resources
from desktop.document.project import Project
from desktop.paint.pdf import document_bytes
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.storage.assets import Assets, bytes_of
from desktop.storage.reader import read

SAMPLE = resources.root() / "samples" / "restaurant.journey"
AFAR = {"cards": 1.5, "stages": 3.0, "title": 5.0}

SAMPLES = {
    "A0": Settings(),
    "36-inch roll": Settings(paper="roll-36in", sizing="roll"),
    "A1 on A4": Settings(paper="A1", tiling=Tiling()),
    "A1, grey, bleed": Settings(paper="A1", theme="grey", bleed=3.0, crop_marks=True),
    "A2 with an appendix": Settings(paper="A2", appendix=True),
}
"""Of the restaurant."""

MADE_UP = {
    "600 cards, read from afar": ("M", Settings(read_from=AFAR)),
    "600 cards re-flowed to sheets": ("M", Settings(tiling=Tiling(seams="reflow", repeat=True))),
    "600 cards with arrows on A3": ("M", Settings(tiling=Tiling(sheet="A3"))),
    "10,000 cards": ("POSTER", Settings()),
    "10,000 cards on A4": ("POSTER", Settings(tiling=Tiling())),
}
"""Of workloads by their size."""


def hashes() -> Iterator[tuple[str, str]]:
    """Each print's name and the SHA-256 of its file."""
    opened = read(SAMPLE)
    for name, settings in SAMPLES.items():
        yield name, printed(opened.project, opened.assets, settings)
    for name, (size, settings) in MADE_UP.items():
        project = workloads.project(workloads.SIZES[size])
        yield name, printed(workloads.with_arrows(project) if "arrows" in name else project, {}, settings)


def printed(project: Project, assets: Assets, settings: Settings) -> str:
    """The SHA-256 of the first map's print."""
    whole = composed(project, project.maps[0].id, settings)
    return sha256(document_bytes(whole.document, whole.press.typesetter.fonts, bytes_of(assets))).hexdigest()


def differing(before: str, now: str) -> list[str]:
    """The names of the prints whose lines are others, or were not there."""
    known = set(before.splitlines())
    return [line.rpartition("  ")[0] for line in now.splitlines() if line not in known]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hashes", description=__doc__)
    parser.add_argument("before", type=Path, nargs="?", help="what this program wrote before a change")
    arguments = parser.parse_args()
    now = "".join(f"{name}  {digest}\n" for name, digest in hashes())
    sys.stdout.write(now)
    others = differing(arguments.before.read_text("utf-8"), now) if arguments.before else []
    if others:
        sys.exit(f"other bytes: {', '.join(others)}")


if __name__ == "__main__":
    main()
