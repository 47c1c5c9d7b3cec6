"""The table of printing: medians of processes, and how much more the sheets take than the poster."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import printing, workloads

WHOLE = {"seconds": 2.0, "writing": 0.5, "untagged": 0.6, "tagged": 0.8, "sheets": 1}
TILED = {"seconds": 2.5, "writing": 0.7, "untagged": 0.75, "tagged": 1.0, "sheets": 25}


def test_each_figure_is_the_median():
    assert printing.middle([{"s": 3.0}, {"s": 1.0}, {"s": 2.0}]) == {"s": 2.0}


def test_the_table_compares_sheets_with_the_poster():
    head, seconds, writing, plain, tagged = printing.table(WHOLE, TILED)
    assert "25 × A4" in head
    assert seconds.split()[-5:] == ["2.00", "2.0", "2.50", "1.25", "1.3"]
    assert writing.split()[-3:] == ["0.50", "0.70", "1.40"]
    assert plain.split()[-5:] == ["0.60", "1.0", "0.75", "1.25", "1.3"]
    assert tagged.split()[-5:] == ["0.80", "1.3", "1.00", "1.25", "1.3"]


@pytest.mark.parametrize(("form", "sheets"), [("whole", 1), ("tiled", 25)])
def test_a_process_measures_one_form(form, sheets, tmp_path):
    path = tmp_path / "small.journey"
    workloads.write(workloads.Size(600, 15, 12), path)
    command = [sys.executable, "-m", "benchmarks.alone.printing", str(path), form]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    measured = json.loads(done.stdout.splitlines()[-1])
    assert measured["sheets"] == sheets
    assert 0 < measured["writing"] < measured["seconds"]
    assert 0 < measured["untagged"] < measured["tagged"] < 1
