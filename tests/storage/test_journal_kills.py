"""A program killed at any moment loses nothing that it was told to be kept."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from journals import FILE, START, last, titles, whole

from desktop.storage import clerk
from desktop.storage.journal import Journal
from desktop.storage.recoveries import recover, recoveries, sweep

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that is made quickly")

VALUES = titles(400)


def edit_for_ever(journals: Path, tell: int) -> None:
    """What the child does: edits, typing and saves, and a byte for each edit that is acknowledged."""
    journal = Journal(journals, whole)
    journal.begin(FILE, START)
    acknowledged = 0
    for number in range(1, len(VALUES)):
        journal.record(VALUES[number - 1], VALUES[number], f"Edit {number}")
        if number % 9 == 0:
            journal.draft(VALUES[number - 4])
        kept = journal.standing.kept
        os.write(tell, b"." * (kept - acknowledged))
        acknowledged = kept
        time.sleep(0.0003)


def killed_after(journals: Path, seconds: float) -> int:
    """Starts a child, kills it, and says how many edits it was told to be kept."""
    reading, writing = os.pipe()
    child = forked(lambda: edit_for_ever(journals, writing))
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return len(told.read())


def forked(deed: Callable[[], None]) -> int:
    """The number of a process that does this and then waits to be killed."""
    child = os.fork()
    if child == 0:
        try:
            deed()
            time.sleep(60)
        finally:
            os._exit(1)
    return child


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
@pytest.mark.parametrize("seed", range(8))
def test_no_acknowledged_edit_is_lost(tmp_path, monkeypatch, seed):
    monkeypatch.setattr(clerk, "EDITS", 20)
    acknowledged = killed_after(tmp_path, random.Random(seed).uniform(0.02, 0.2))
    found = recoveries(tmp_path)
    assert len(found) == 1 or acknowledged == 0
    for recovery in found:
        recovered = recover(recovery)
        edits = [step.after for step in recovered.steps if step.label]
        assert recovered.trouble == ""
        assert VALUES.index((edits or [recovered.opened.project])[-1]) >= acknowledged
        assert last(recovered) in VALUES


@pytest.mark.stress
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_no_acknowledged_edit_is_lost_in_many_kills(tmp_path, monkeypatch):
    monkeypatch.setattr(clerk, "EDITS", 5)
    chance = random.Random(4)
    total = 0
    for _ in range(300):
        acknowledged = killed_after(tmp_path, chance.uniform(0.01, 0.15))
        total += acknowledged
        for recovery in recoveries(tmp_path):
            assert VALUES.index(last(recover(recovery))) >= acknowledged - 4
        shutil.rmtree(tmp_path)
        tmp_path.mkdir()
    assert total > 300


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_what_a_killed_program_left_can_be_swept_when_it_is_empty(tmp_path):

    def save():
        journal = Journal(tmp_path, whole)
        journal.begin(FILE, START)
        journal.record(START, VALUES[1])
        journal.flush()
        journal.saved(FILE, VALUES[1])
        journal.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    os.waitpid(forked(save), 0)
    assert len(list(tmp_path.iterdir())) == 1
    assert recoveries(tmp_path) == []
    sweep(tmp_path, time.time() + 7200)
    assert list(tmp_path.iterdir()) == []
