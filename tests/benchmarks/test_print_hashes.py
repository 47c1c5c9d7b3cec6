import sys
from collections import Counter

import pytest

from benchmarks import hashes, workloads
from desktop.plan.settings import Settings

SMALL = workloads.project(workloads.SIZES["S"])
BEFORE = "A0  12ab\nA1 on A4  34cd\n"


def test_there_are_ten_prints_of_different_names():
    assert len(hashes.SAMPLES | hashes.MADE_UP) == 10


def test_the_same_print_has_the_same_hash():
    assert hashes.printed(SMALL, {}, Settings(paper="A3")) == hashes.printed(SMALL, {}, Settings(paper="A3"))


def test_other_settings_give_another():
    found = Counter(hashes.printed(SMALL, {}, Settings(paper="A3", theme=theme)) for theme in ("white", "grey"))
    assert set(found.values()) == {1}


def test_nothing_differs_from_itself():
    assert hashes.differing(BEFORE, BEFORE) == []


def test_what_differs_is_named():
    assert hashes.differing(BEFORE, "A0  12ab\nA1 on A4  99ff\nA2  0000\n") == ["A1 on A4", "A2"]


@pytest.fixture
def told(monkeypatch):
    """Runs the program as if it had made these prints."""

    def run(found, *arguments):
        monkeypatch.setattr(hashes, "hashes", lambda: iter(found))
        monkeypatch.setattr(sys, "argv", ["hashes", *map(str, arguments)])
        hashes.main()

    return run


def test_the_program_writes_a_line_for_each(told, capsys):
    told([("A0", "12ab"), ("A1 on A4", "34cd")])
    assert capsys.readouterr().out == BEFORE


def test_the_program_fails_where_something_differs(told, tmp_path):
    before = tmp_path / "before.txt"
    before.write_text(BEFORE, "utf-8")
    told([("A0", "12ab")], before)
    with pytest.raises(SystemExit, match="other bytes: A0"):
        told([("A0", "ffff")], before)
