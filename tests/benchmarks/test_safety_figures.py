"""What safety costs is measured: every figure comes out for a small map."""

import json
import subprocess
import sys

import pytest

from benchmarks.targets import FLOORS, SAFETY


@pytest.fixture(scope="module")
def figures():
    """The figures of a short run, by name."""
    command = [sys.executable, "-m", "benchmarks.safety", "S", "--times", "2", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {one["figure"]: one for one in json.loads(done.stdout)}


@pytest.mark.parametrize("figure", SAFETY)
def test_every_figure_is_measured(figures, figure):
    assert figures[figure]["value"] > 0
    assert bool(figures[figure]["floor"]) == (figure in FLOORS)
