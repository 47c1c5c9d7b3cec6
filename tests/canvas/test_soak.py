"""Gestures, keys and repaints at random: the project stays sound, undo leads back, nothing is left behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.soak import ROUND, Soak, UnsoundError
from desktop.document.base import changed

MOST_GROWTH = 10
"""MB that the process may grow by over the last two thirds of a long run."""


@pytest.fixture
def soaked(canvas):
    """A soak of the canvas with a seed."""
    canvas.resize(1200, 800)
    return lambda seed: Soak(canvas, seed)


def test_two_hundred_actions_leave_a_sound_project_and_undo_to_the_first_bytes(soaked, session, bytes_of):
    saved, soak = bytes_of(), soaked(7)
    soak.work(200)
    soak.settle()
    assert bytes_of() == saved
    assert soak.edits > 5
    assert sum(soak.done.values()) == 200


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_does_the_same(soaked, seed):
    soak = soaked(seed)
    soak.work(ROUND // 3)
    soak.settle()
    again = soaked(seed)
    again.work(ROUND // 3)
    again.settle()
    assert (soak.done, soak.edits) == (again.done, again.edits)


def test_what_undo_does_not_bring_back_is_noticed(soaked, session):
    soak = soaked(1)
    session.edit("Title", changed(session.project, title="Other"))
    session.undo()
    soak.settle()
    soak._begun = b""
    with pytest.raises(UnsoundError, match="first bytes"):
        soak.settle()


def test_a_key_that_the_editor_has_no_use_for_does_not_come_back(hand, canvas):
    hand.click(hand.on("Search result"))
    hand.key(Qt.Key.Key_F2)
    QTest.keyClick(canvas.writer, Qt.Key.Key_F35)
    assert canvas.writer is not None
    QTest.keyClick(canvas.writer, Qt.Key.Key_Escape)


@pytest.mark.stress
def test_thirty_thousand_actions_leave_nothing_behind(soaked):
    before, after = soaked(1).run(30_000)
    assert after.wrappers < before.wrappers * 1.5
    assert after.megabytes - before.megabytes < MOST_GROWTH
