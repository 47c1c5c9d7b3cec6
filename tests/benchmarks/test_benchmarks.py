"""The benchmarks run: every figure comes out for a small map and a few frames."""

import json
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO

import pytest

from benchmarks import stage, typing
from benchmarks.__main__ import main
from benchmarks.targets import LIMITS, PDF_SIZE, PDF_TIME, SAFETY, UNDO
from benchmarks.workloads import SIZES, write

HASTE = 20
"""Ms of settling: whose frames they are is of no interest here."""


def run(*arguments: str) -> None:
    """The command, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["benchmarks", *arguments])
        patch.setattr(stage, "SETTLING", HASTE)
        patch.setattr(typing, "SETTLING", HASTE)
        main()


@pytest.fixture(scope="module")
def figures(qapp):
    """The figures of a short run, by name."""
    out = StringIO()
    with redirect_stdout(out):
        run("S", "--times", "5", "--json")
    return {one["figure"]: one for one in json.loads(out.getvalue())}


@pytest.mark.parametrize("figure", [name for name in LIMITS if name not in {PDF_TIME, PDF_SIZE, *SAFETY}])
def test_every_figure_is_measured(figures, figure):
    assert figures[figure]["value"] > 0


def test_floors_are_measured_in_the_same_run(figures):
    """Which is the larger is a matter of clocks, and of who else is at work."""
    floors = {name: one["floor"] for name, one in figures.items() if one["floor"] is not None}
    assert len(floors) >= 4
    assert all(floor > 0 for floor in floors.values())


def test_undo_memory_is_that_of_a_lane_and_not_of_a_map(figures):
    assert figures[UNDO]["value"] < 10


def test_the_poster_is_measured_in_a_process_of_its_own(tmp_path):
    write(SIZES["S"], tmp_path / "s.journey")
    command = [sys.executable, "-m", "benchmarks.alone.poster", str(tmp_path / "s.journey")]
    measured = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert 0 < measured["seconds"] < 60
    assert 0 < measured["megabytes"] < 1


def test_an_unknown_size_is_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        run("XXL")
    assert "no such size: XXL" in capsys.readouterr().err
