"""The restaurant sample built from the blank template by keys alone: `python -m benchmarks.by_keys [SCRIPT]`.

Says how many keys that takes, for how many letters of text, what it costs the processor, and whether what comes out
says the same as the sample.
"""

import argparse
import os
import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks.keyscript import Typist, script
from benchmarks.likeness import likeness
from benchmarks.stage import opened
from desktop import resources
from desktop.app import set_up
from desktop.document.ids import Ids
from desktop.storage.reader import read
from desktop.storage.templates import DEFAULT, from_template
from desktop.storage.writer import dump

SAMPLE = "restaurant"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.by_keys", description="Everything without a mouse.")
    parser.add_argument("script", nargs="?", default=SAMPLE, help="which of tests/keys, without its suffix")
    name = parser.parse_args().script
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if QApplication.instance() is None:
        set_up()
    with TemporaryDirectory() as folder:
        _measure(name, Path(folder) / "mine.journey")


def _measure(name: str, path: Path) -> None:
    template = from_template(resources.root() / "templates", DEFAULT, "", Ids(random.Random(1).getrandbits, ()))
    path.write_bytes(dump(template.project, template.assets))
    with opened(path) as stage:
        typist, start = Typist(stage.window), time.process_time()
        stage.canvas.setFocus()
        typist.play(script(name))
        spent = time.process_time() - start
        stage.window.hand_in()
        said = likeness(stage.session.project)
        stage.session.save()
    print(f"{typist.pressed} keys in {spent:.1f} s of the processor, {1000 * spent / typist.pressed:.1f} ms each")
    sample = read(resources.root() / "samples" / f"{SAMPLE}.journey").project
    if name == SAMPLE:
        print("the same as the sample" if said == likeness(sample) else "NOT the same as the sample")


if __name__ == "__main__":
    main()
