"""Bombs inside project files: the map, the thumbnail, PDF, SVG and PNG show the picture, or why it is not shown."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bombs import bombs
from desktop.resources import words

SHOWING = Path(__file__).with_name("showing.py")
PATIENCE, MEMORY = 4.0, 400.0
"""Seconds of the processor for opening a file and making five pictures of it, and megabytes."""

WORDS = words("en")

pytestmark = [
    pytest.mark.xdist_group("bombs"),
    pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it"),
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What became of each bomb, in a process of their own."""
    folders = (SHOWING.parents[1], SHOWING.parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders)), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-W", "error", str(SHOWING), str(tmp_path_factory.mktemp("bombs"))]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return {one["name"]: one for one in map(json.loads, done.stdout.splitlines())}


def test_every_bomb_is_shown_in_all_ways(shown):
    assert shown.keys() == bombs().keys()
    assert all(one["thumbnail"] and min(one["sizes"]) > 1_000 for one in shown.values())


def test_none_takes_long_or_much(shown):
    assert {name: one["seconds"] for name, one in shown.items() if one["seconds"] > PATIENCE} == {}
    assert {name: one["megabytes"] for name, one in shown.items() if one["megabytes"] > MEMORY} == {}


def test_pictures_that_can_be_shown_are(shown):
    drawn = {name: "<image" in one["svg"] for name, one in shown.items()}
    assert drawn == {name: code == "" for name, (_, code) in bombs().items()}


def test_of_the_others_the_reason_stands_in_their_place(shown):
    hidden = [one for one in shown.values() if one["code"]]
    assert [one["name"] for one in hidden if "".join(WORDS(f"picture.{one['code']}").split()) not in one["svg"]] == []


def test_whoever_prints_is_warned(shown):
    assert [name for name, one in shown.items() if one["warned"] != [bool(one["code"])] * 3] == []
