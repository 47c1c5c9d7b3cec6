"""What safety costs is measured: every figure comes out for a small map."""

import json
import sys
from contextlib import redirect_stdout
from io import StringIO

import pytest

from benchmarks import stage
from benchmarks.safety import main
from benchmarks.targets import FLOORS, SAFETY


@pytest.fixture(scope="module")
def figures(qapp):
    """The figures of a short run in this process, by name; whatever moves need not come to rest."""
    out = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
        patch.setattr(sys, "argv", ["benchmarks.safety", "S", "--times", "2", "--json"])
        patch.setattr(stage, "SETTLING", 20)
        main()
    return {one["figure"]: one for one in json.loads(out.getvalue())}


@pytest.mark.parametrize("figure", SAFETY)
def test_every_figure_is_measured(figures, figure):
    assert figures[figure]["value"] > 0
    assert bool(figures[figure]["floor"]) == (figure in FLOORS)
