"""No file, however broken, ends in anything but one sentence with a place, soon, and untouched."""

import re
import time

import pytest
from malformed import SOUND, malformed

from desktop.storage.errors import DamagedError, StorageError
from desktop.storage.reader import parse, read

MALFORMED = malformed()
PATIENCE = 2.0
"""Seconds."""


def refusal(path) -> StorageError:
    with pytest.raises(StorageError) as refused:
        read(path)
    return refused.value


def test_there_are_more_than_300_kinds():
    assert len(MALFORMED) > 300


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_refused_in_one_sentence(tmp_path, name):
    build, words = MALFORMED[name]
    path = tmp_path / "broken.journey"
    path.write_bytes(data := build())
    before = path.stat()
    start = time.perf_counter()
    error = refusal(path)
    assert time.perf_counter() - start < PATIENCE
    assert words in str(error)
    assert_one_sentence(str(error), str(path))
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def assert_one_sentence(said: str, path: str) -> None:
    assert said.startswith(f"“{path}”")
    assert said.endswith(".")
    assert said.isprintable()
    assert len(said) < 400 + len(path)
    assert "; " in said  # what to do about it
    assert not re.search(r"\. [A-Z]", said.replace(path, ""))


WITHOUT_PLACE = ("not written completely", "not a Journeywall project", "this is a", "UTF-16", "UTF-32")


@pytest.mark.parametrize("name", MALFORMED)
def test_the_refusal_has_a_place(tmp_path, name):
    path = tmp_path / "broken.journey"
    path.write_bytes(MALFORMED[name][0]())
    error = refusal(path)
    assert error.place or any(words in error.reason for words in WITHOUT_PLACE)


@pytest.mark.parametrize("end", range(0, len(SOUND) - 2, 64))
def test_a_file_cut_anywhere_ends_too_early(end):
    with pytest.raises(DamagedError, match="not written completely"):
        parse(SOUND[:end])


@pytest.mark.parametrize("start", range(0, len(SOUND), 512))
def test_a_file_whose_tail_is_zeros_is_damaged(start):
    with pytest.raises(DamagedError, match="zeros"):
        parse(SOUND[:start] + bytes(len(SOUND) - start))
