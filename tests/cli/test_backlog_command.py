"""The command `backlog`: a file for spreadsheets, and one sentence where there can be none."""

import csv
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop import cli, resources

ROOT = Path(__file__).parent.parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


def run(*words):
    return cli.main(["backlog", *map(str, words)], lambda _paths: pytest.fail("opened windows"))


def refused(capsys, *words):
    assert run(*words) == 2
    out, said = capsys.readouterr()
    assert (out, said.count("\n")) == ("", 1)
    return said


def test_the_best_opportunity_comes_first(tmp_path):
    out = tmp_path / "backlog.csv"
    assert run(SAMPLE, out) == 0
    lines = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [line["Number"] for line in lines] == ["2", "1", "4", "3", *map(str, range(5, 11))]
    assert lines[0]["Opportunity"] == "Tell the waiting time, offer bread"


def test_a_workbook_is_written_by_the_suffix(tmp_path):
    out = tmp_path / "backlog.XLSX"
    assert run(SAMPLE, out) == 0
    assert "xl/workbook.xml" in zipfile.ZipFile(out).namelist()


def test_the_real_process_writes_it_too(tmp_path):
    out = tmp_path / "b.csv"
    command = [sys.executable, "-m", "desktop", "backlog", str(SAMPLE), str(out), "--map", "An evening at Osteria Lume"]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ)
    assert out.stat().st_size > 1000


def test_another_suffix_is_refused(capsys, tmp_path):
    assert "must end in .csv or .xlsx" in refused(capsys, SAMPLE, tmp_path / "b.ods")


def test_an_unknown_map_is_refused(capsys, tmp_path):
    assert "has no map “Nowhere”" in refused(capsys, SAMPLE, tmp_path / "b.csv", "--map", "Nowhere")
    assert not (tmp_path / "b.csv").exists()


def test_a_file_that_is_not_there_is_refused(capsys, tmp_path):
    assert "none.journey" in refused(capsys, tmp_path / "none.journey", tmp_path / "b.csv")


@pytest.mark.parametrize(("what", "first"), [("tactics", "Tactic"), ("experiments", "Experiment")])
def test_tactics_and_experiments_are_written_too(tmp_path, what, first):
    out = tmp_path / "plans.csv"
    assert run(SAMPLE, out, "--what", what) == 0
    heads, *lines = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert heads[0] == first
    assert lines


def test_all_tables_stand_in_one_workbook(tmp_path):
    out = tmp_path / "all.xlsx"
    assert run(SAMPLE, out, "--what", "all") == 0
    assert sum(name.startswith("xl/worksheets/sheet") for name in zipfile.ZipFile(out).namelist()) == 3


def test_all_tables_find_no_room_in_a_csv(capsys, tmp_path):
    assert "holds one table" in refused(capsys, SAMPLE, tmp_path / "all.csv", "--what", "all")
    assert not (tmp_path / "all.csv").exists()
