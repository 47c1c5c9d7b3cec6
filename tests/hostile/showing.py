"""Shows every bomb inside a project file in every way there is, and tells of each how long and how much that took.

A process of its own, one JSON line for each: python showing.py FOLDER
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bombs import bombs
from desktop.canvas.pictures import limit_decoding
from desktop.document.cards import Card, Picture
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.panels.thumbnail import Easel
from desktop.plan.settings import Settings
from desktop.poster.export import Options, export
from desktop.storage.assets import asset
from desktop.storage.reader import Opened, read
from desktop.storage.writer import dump

PAPER = Settings(paper="A3")


def project_with(data: bytes) -> bytes:
    """A project file with one card that shows these bytes, which say that they are a small PNG."""
    key, held = asset(data, "image/png", 10, 10)
    card = Card(id="c1", kind="picture", first="s1", last="s1", text="Bomb", picture=Picture(asset=key))
    lane = Lane(id="l1", kind="images", cards=(card,))
    stages = (Stage(id="g1", title="Stage", steps=(Step(id="s1", title="Step"),)),)
    return dump(Project(id="p1", maps=(JourneyMap(id="m1", stages=stages, lanes=(lane,)),)), {key: held})


def shown(opened: Opened) -> dict[str, object]:
    """What comes out of it, of every sort."""
    made = {
        form: export(opened.project, opened.assets, "m1", form, PAPER, options=Options(dpi=50))
        for form in ("pdf", "svg", "png")
    }
    image = Easel("en").picture(opened, (600, 400))
    return {
        "sizes": [len(data) for data, _ in made.values()],
        "warned": [sum("cannot be shown" in said for said in report.warnings) for _, report in made.values()],
        "svg": "".join(made["svg"][0].decode().split()),
        "thumbnail": image is not None and not image.isNull(),
    }


def main(folder: str) -> None:
    """Tells of every bomb."""
    QApplication([])
    limit_decoding()
    path = Path(folder) / "bomb.journey"
    for name, (data, code) in bombs().items():
        path.write_bytes(project_with(data))
        Path("/proc/self/clear_refs").write_text("5")
        start = time.process_time()
        said = shown(read(path))
        seconds = time.process_time() - start
        status = Path("/proc/self/status").read_text().splitlines()
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
        told = {"name": name, "code": code, "seconds": seconds, "megabytes": peak, **said}
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
