"""What the program remembers of work that may have ended it."""

import os
from pathlib import Path

import pytest

from desktop.storage.recoveries import Recovery
from desktop.storage.trials import LARGEST, Trials


@pytest.fixture
def place(tmp_path):
    return tmp_path / "state" / "trials.json"


def work(known="a", path=Path("/far/dinner.journey"), title="Dinner"):
    return Recovery(known, Path("/journals") / known, path, "", title, 1.0, 1, 1)


def again(place):
    """What the next start knows."""
    return Trials(place)


def test_at_first_nothing_is_suspected(place):
    assert not Trials(place).suspects(work())
    assert not place.exists()


def test_what_was_begun_when_the_program_ended_is_suspected(place):
    Trials(place).begin(work())
    assert again(place).suspects(work())


def test_in_the_same_run_it_is_not(place):
    trials = Trials(place)
    trials.begin(work())
    assert not trials.suspects(work())


def test_the_journal_that_goes_on_with_it_is_suspected_too(place):
    Trials(place).begin(work("a"))
    assert again(place).suspects(work("b"))
    assert not again(place).suspects(work("b", title="Supper"))


def test_unnamed_work_is_not_taken_for_other_unnamed_work(place):
    Trials(place).begin(work("a", None, ""))
    assert again(place).suspects(work("a", None, ""))
    assert not again(place).suspects(work("b", None, ""))


def test_what_has_gone_well_is_forgotten(place):
    trials = Trials(place)
    trials.begin(work("a", title="One"))
    trials.begin(work("b", title="Two"))
    trials.passed(work("a", title="One"))
    assert not again(place).suspects(work("a", title="One"))
    assert again(place).suspects(work("b", title="Two"))


def test_what_was_begun_twice_must_go_well_twice(place):
    trials = Trials(place)
    trials.begin(work())
    trials.begin(work())
    trials.passed(work())
    assert again(place).suspects(work())
    trials.passed(work())
    assert not again(place).suspects(work())


def test_all_of_it_at_a_peaceful_end(place):
    trials = Trials(place)
    trials.begin(work("a"))
    trials.begin(work("b"))
    trials.passed()
    assert not again(place).suspects(work("a"))
    assert not place.exists()


def test_passing_what_was_never_begun_is_nothing(place):
    Trials(place).passed(work())
    assert not place.exists()


@pytest.mark.parametrize("written", [b"", b"{}", b"[1, null]", b"\xff", b"[" * 5000, b" " * (LARGEST + 1)])
def test_what_cannot_be_understood_suspects_nothing(place, written):
    place.parent.mkdir()
    place.write_bytes(written)
    assert not Trials(place).suspects(work())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_in_its_place_holds_nobody_up(place):
    place.parent.mkdir()
    os.mkfifo(place)
    assert not Trials(place).suspects(work())


def test_where_nothing_can_be_remembered_it_works_all_the_same(place):
    place.parent.write_text("in the way")
    trials = Trials(place)
    trials.begin(work())
    trials.passed()
    assert place.parent.read_text() == "in the way"
