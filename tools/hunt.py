"""Runs the whole suite again and again in random order and tells what crashes and what only fails at times.

`python -m tools.hunt [TIMES] [--seed N] [pytest's arguments]`. Every run has an order and chances of its own; `--seed`
repeats that of one. Ends with status 1 when anything failed.
"""

import argparse
import os
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

CRASH = "crashed while running"
"""How pytest-xdist begins to tell of a process that died under a test."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the suite. seed: of its order; failed: names of tests; crashed: of these, where the process died.

    trouble: the end of what pytest said when it did not come to a result.
    """

    seed: int
    tests: int
    seconds: float
    failed: frozenset[str] = frozenset()
    crashed: frozenset[str] = frozenset()
    trouble: str = ""

    @property
    def sound(self) -> bool:
        """Whether every test passed."""
        return self.tests > 0 and not self.failed and not self.trouble

    def __str__(self) -> str:
        said = f"{self.tests:,} tests, {len(self.failed)} failed, {len(self.crashed)} crashed, {self.seconds:.0f} s"
        return f"order {self.seed}: {said}" + (f"\n{self.trouble}" if self.trouble else "")


def main() -> int:
    arguments, others = _arguments()
    runs: list[Run] = []
    for number in range(arguments.times):
        seed = arguments.seed if arguments.seed is not None else secrets.randbelow(2**31)
        runs.append(run(seed, others))
        print(f"{number + 1} of {arguments.times}: {runs[-1]}", flush=True)
    print("\n".join(summary(runs)))
    return 0 if all(one.sound for one in runs) else 1


def _arguments() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(prog="python -m tools.hunt", description="The suite in random order, many times.")
    parser.add_argument("times", nargs="?", type=int, default=20, help="how often; 20 without")
    parser.add_argument("--seed", type=int, help="the order to repeat")
    return parser.parse_known_args()


def run(seed: int, arguments: Iterable[str] = ()) -> Run:
    """Runs the suite once in the order that this seed gives, in a process of its own."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        order = ["-p", "randomly", f"--randomly-seed={seed}", f"--junitxml={report}", "--tb=short"]
        command = [sys.executable, "-X", "faulthandler", "-m", "pytest", "-n", "2", *order, *arguments]
        began = time.monotonic()
        done = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
        seconds = time.monotonic() - began
        if not report.exists():
            return Run(seed, 0, seconds, trouble=(done.stdout + done.stderr)[-2000:])
        failed = dict(failures(report.read_text("utf-8")))
        crashed = frozenset(name for name, said in failed.items() if CRASH in said)
        trouble = "" if not failed and done.returncode == 0 else done.stdout[-4000:]
        return Run(seed, counted(report.read_text("utf-8")), seconds, frozenset(failed), crashed, trouble)


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}


def counted(report: str) -> int:
    """How many tests a report of pytest (JUnit's XML) tells of."""
    return sum(1 for _ in _cases(report))


def failures(report: str) -> Iterator[tuple[str, str]]:
    """The names of the tests that failed, or could not be set up, with what was said."""
    for case in _cases(report):
        for problem in (*case.findall("failure"), *case.findall("error")):
            yield f"{case.get('classname')}::{case.get('name')}", f"{problem.get('message')} {problem.text}"


def _cases(report: str) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(report).iter("testcase")


def summary(runs: list[Run]) -> Iterator[str]:
    """What the runs together say: sound, flakes (failing at times), failures (failing always), crashes."""
    often = Counter(name for one in runs for name in one.failed)
    crashed = {name for one in runs for name in one.crashed}
    for name, times in sorted(often.items()):
        kind = "crash" if name in crashed else "failure" if times == len(runs) else "flake"
        orders = ", ".join(str(one.seed) for one in runs if name in one.failed)
        yield f"{kind}: {name} ({times} of {len(runs)}; order {orders})"
    broken = sum(1 for one in runs if one.tests == 0)
    flakes = sum(1 for name, times in often.items() if times < len(runs) and name not in crashed)
    yield f"{len(runs)} runs: {len(crashed) + broken} crashes, {flakes} flakes, {len(often)} tests that failed"


if __name__ == "__main__":
    sys.exit(main())
