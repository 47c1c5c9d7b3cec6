"""Two people's random edits brought together: `python -m benchmarks.merging [PAIRS]`, 1,000 without.

What is counted is what `tests/document/merge` asserts of fewer pairs; the time is of one merge, and of one at 5,000
cards.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import workloads
from desktop.document.edits.cards import edit_cards
from desktop.document.ids import Ids, ids_of
from desktop.document.merge.whole import merge
from desktop.storage.reader import read

TESTS = Path(__file__).parents[1] / "tests" / "document" / "merge"


def main() -> int:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", TESTS],
        env={**os.environ, "LONG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"1,000 random pairs: {'nothing lost, no false conflict' if done.returncode == 0 else done.stdout[-2000:]}")
    for name in ("M", "L"):
        print(f"a merge at {workloads.SIZES[name].cards:,} cards: {_seconds(name):.2f} s")
    return done.returncode


def _seconds(name: str, times: int = 5) -> float:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.journey"
        workloads.write(workloads.SIZES[name], path)
        base = read(path).project
        theirs = read(path).project
    lane = next(lane for lane in base.maps[0].lanes if lane.cards)
    ours = edit_cards(base, base.maps[0].id, [lane.cards[0].id], text="ours")
    theirs = edit_cards(theirs, theirs.maps[0].id, [lane.cards[1].id], text="theirs")
    seconds = []
    for seed in range(times):
        ids = Ids(random.Random(seed).getrandbits, ids_of(base))
        begun = time.process_time()
        merge(base, ours, theirs, new_id=ids)
        seconds.append(time.process_time() - begun)
    return median(seconds)


if __name__ == "__main__":
    sys.exit(main())
