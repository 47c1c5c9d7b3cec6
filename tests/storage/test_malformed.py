"""No file, however broken, ends in anything but one sentence with a place, soon, in little memory, and untouched.

All of them are opened in one process of their own, which tells of each how that went.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from malformed import SOUND, malformed
from mutants import GOLDEN

from desktop.storage.errors import DamagedError
from desktop.storage.reader import parse

MALFORMED = malformed()
INSPECTION = Path(__file__).with_name("inspection.py")

PATIENCE, MEMORY = 2.0, 500.0
"""Seconds of the processor, and megabytes."""

WITHOUT_PLACE = ("not written completely", "not a Journeywall project", "this is a", "UTF-16", "UTF-32")

pytestmark = pytest.mark.xdist_group("malformed")


def inspected(*words):
    """What became of the files, by their names."""
    command = [sys.executable, str(INSPECTION), *map(str, words)]
    folders = (INSPECTION.parent, INSPECTION.parents[1], INSPECTION.parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)
    assert done.stderr == ""
    assert done.returncode == 0
    return {one["name"]: one for one in map(json.loads, done.stdout.splitlines())}


@pytest.fixture(scope="module")
def kinds(tmp_path_factory):
    """Those made by hand."""
    return inspected("kinds", tmp_path_factory.mktemp("kinds"))


@pytest.fixture(scope="module")
def mutants(tmp_path_factory):
    """Those that chance has made."""
    return inspected("mutants", tmp_path_factory.mktemp("mutants"), 0, 400)


def assert_harmless(outcomes):
    assert [one["name"] + "\n" + one["fault"] for one in outcomes.values() if one["fault"]] == []
    assert [one["name"] for one in outcomes.values() if one["seconds"] > PATIENCE] == []
    assert [one["name"] for one in outcomes.values() if one["megabytes"] > MEMORY] == []
    assert [one["name"] for one in outcomes.values() if not one["untouched"]] == []
    assert [one["said"] for one in outcomes.values() if one["said"] and not is_one_sentence(one["said"])] == []
    assert [one["said"] for one in outcomes.values() if one["said"] and not says_where(one)] == []


def is_one_sentence(said):
    """About a file by its name, with what to do about it."""
    told = re.fullmatch(r"“[^”]*broken\.journey”[,:] (.{1,400}; .+)\.", said)
    return bool(told) and said.isprintable() and not re.search(r"\. [A-Z]", told[1])


def says_where(one):
    return one["place"] or any(words in one["said"] for words in WITHOUT_PLACE)


def test_there_are_more_than_300_kinds():
    assert len(MALFORMED) > 300


def test_every_kind_is_refused_and_harms_nothing(kinds):
    assert kinds.keys() == MALFORMED.keys()
    assert [name for name, one in kinds.items() if not one["said"]] == []
    assert_harmless(kinds)


def test_every_kind_is_told_in_its_own_words(kinds):
    assert [one["said"] for name, one in kinds.items() if MALFORMED[name][1] not in one["said"]] == []


def test_four_hundred_files_of_chance_harm_nothing(mutants):
    assert len(mutants) == 400
    assert_harmless(mutants)


def test_the_files_of_chance_are_of_all_sorts(mutants):
    found = {one["kind"] for one in mutants.values()}
    assert found == {"", "DamagedError", "InvalidError", "NotAProjectError"}
    assert 80 < sum(not one["said"] for one in mutants.values()) < 200


@pytest.mark.stress
@pytest.mark.parametrize("first", range(400, 10_400, 2_500))
def test_ten_thousand_files_of_chance_harm_nothing(tmp_path, first):
    assert_harmless(inspected("mutants", tmp_path, first, 2_500))


@pytest.mark.parametrize("name", GOLDEN)
def test_a_file_cut_anywhere_ends_too_early(name):
    data = GOLDEN[name]
    for end in range(0, len(data.rstrip()), 64):
        with pytest.raises(DamagedError, match="not written completely"):
            parse(data[:end])


@pytest.mark.parametrize("start", range(0, len(SOUND), 512))
def test_a_file_whose_tail_is_zeros_is_damaged(start):
    with pytest.raises(DamagedError, match="zeros"):
        parse(SOUND[:start] + bytes(len(SOUND) - start))
