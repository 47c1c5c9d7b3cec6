"""What undo passes over: a snapshot stays, whatever is undone and done again round it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.edits.maps import remove_map
from desktop.document.edits.snapshots import remove_snapshot, snapshot_that_stays, take_snapshot
from desktop.document.history import History
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.document.snapshots import map_at

FIRST = Project(id="p", maps=(JourneyMap(id="m", title="0"),))
TWO = changed(FIRST, maps=(*FIRST.maps, JourneyMap(id="n", rank="k")))


class Past:
    """A history of one map with another title in each state; snapshots are named by the title they were taken at."""

    def __init__(self, first: Project = FIRST) -> None:
        self.history = History(first)
        self.number = self.names = 0

    @property
    def now(self) -> Project:
        return self.history.current

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.now.maps[0].snapshots]

    def edit(self) -> None:
        self.number += 1
        self.history.push(
            str(self.number), changed(self.now, maps=(changed(self.now.maps[0], title=str(self.number)),))
        )

    def take(self) -> None:
        """As an undo step of its own."""
        self.history.push("take", take_snapshot(self.now, "m", self.now.maps[0].title, "", new_id=self._named("t")))

    def keep(self) -> None:
        title = self.now.maps[0].title
        self.history.keep("keep", snapshot_that_stays(self.now, "m", title, "", new_id=self._named("k")), "m")

    def remove(self) -> None:
        one = next(iter(self.now.maps[0].snapshots), None)
        if one is not None:
            self.history.push("remove", remove_snapshot(self.now, "m", one.id))

    def undo(self) -> None:
        self.history.undo()

    def redo(self) -> None:
        self.history.redo()

    def _named(self, letter: str) -> Callable[[], str]:
        self.names += 1
        return lambda: f"{letter}{self.names:03}"


@pytest.fixture
def past() -> Past:
    """One edit, then a snapshot."""
    made = Past()
    made.edit()
    made.keep()
    return made


def test_undo_takes_back_what_was_done_before_and_the_snapshot_stays(past: Past) -> None:
    entry = past.history.undo()
    assert entry is not None
    assert entry.label == "1"
    assert past.now.maps[0].title == "0"
    assert past.titles == ["1"]


def test_the_step_that_was_undone_tells_the_states_that_there_were(past: Past) -> None:
    before = past.now
    entry = past.history.undo()
    assert entry is not None
    assert entry.after is before
    assert entry.before is past.now


def test_redo_brings_back_the_same_state(past: Past) -> None:
    before = past.now
    past.undo()
    past.redo()
    assert past.now is before


def test_what_comes_next_is_the_edit(past: Past) -> None:
    assert past.history.undoable is not None
    assert past.history.undoable.label == "1"


def test_a_snapshot_alone_is_nothing_to_undo() -> None:
    past = Past()
    past.keep()
    assert past.history.undoable is None
    assert past.history.undo() is None
    assert past.titles == ["0"]


def test_what_was_undone_can_still_be_done_again_after_a_snapshot(past: Past) -> None:
    past.edit()
    past.undo()
    past.keep()
    past.redo()
    assert (past.now.maps[0].title, past.titles) == ("2", ["1", "1"])
    assert past.history.redoable is None


def test_several_snapshots_stay_in_their_order(past: Past) -> None:
    past.keep()
    past.undo()
    assert past.titles == ["1", "1"]
    past.edit()
    past.keep()
    past.undo()
    assert past.titles == ["1", "1", "2"]


def test_a_snapshot_says_what_there_was_when_it_was_taken_even_before_that(past: Past) -> None:
    past.undo()
    journey = past.now.maps[0]
    assert map_at(journey, journey.snapshots[0].id).title == "1"


def test_a_snapshot_stays_readable_without_the_one_it_was_built_on() -> None:
    past = Past()
    past.edit()
    past.take()
    past.edit()
    past.keep()
    past.undo()
    past.undo()
    journey = past.now.maps[0]
    assert past.titles == ["2"]
    assert map_at(journey, journey.snapshots[0].id).title == "2"


def test_with_its_map_it_is_gone_and_comes_back() -> None:
    past = Past(TWO)
    past.history.push("", remove_map(past.now, "n"))
    past.undo()
    past.keep()
    past.redo()
    assert [each.id for each in past.now.maps] == ["m"]
    assert past.titles == ["0"]


def test_a_map_that_was_made_and_is_undone_takes_its_snapshots_along_and_brings_them_back() -> None:
    history = History(FIRST)
    history.push("made", TWO)
    history.keep("keep", snapshot_that_stays(TWO, "n", "Kept", "", new_id=lambda: "s"), "n")
    history.undo()
    assert history.current is FIRST
    history.redo()
    assert [each.title for each in history.current.maps[1].snapshots] == ["Kept"]


def test_given_twice_it_is_there_once() -> None:
    verb = snapshot_that_stays(FIRST, "m", "Kept", "", new_id=lambda: "s")
    once = verb(FIRST)
    assert verb(once) is once
    assert History(once).keep("", verb) is None


def test_a_state_that_was_saved_is_saved_again_after_undo_and_redo(past: Past) -> None:
    past.history.mark_saved()
    past.undo()
    assert not past.history.clean
    past.redo()
    assert past.history.clean


def test_a_snapshot_is_not_on_the_disk_that_had_the_state_before_it() -> None:
    past = Past()
    past.edit()
    past.history.push("", past.now)
    past.history.mark_saved()
    past.keep()
    assert not past.history.clean


VERBS = ("edit", "take", "keep", "remove", "undo", "redo")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(VERBS), max_size=20))
def test_undo_and_redo_stay_true_whatever_is_kept(script: list[str]) -> None:
    """All undone and all done again is what it was; what is kept and not removed is there all the way, readable."""
    past = Past()
    for verb in script:
        getattr(past, verb)()
    assert not past.history.undoable or past.history.undoable.label != "keep"
    states = [past.now]
    while past.history.undo():
        states.append(past.now)
        journey = past.now.maps[0]
        assert [map_at(journey, each.id).title for each in journey.snapshots] == past.titles
    assert past.now.maps[0].title == "0"
    while states:
        assert past.now is states.pop()
        past.redo()


@settings(max_examples=60)
@given(st.lists(st.sampled_from(("edit", "take", "keep", "undo", "redo")), max_size=20))
def test_no_snapshot_that_is_kept_is_ever_lost(script: list[str]) -> None:
    past = Past()
    for verb in script:
        getattr(past, verb)()
    count = script.count("keep")
    while True:
        assert sum(each.id.startswith("k") for each in past.now.maps[0].snapshots) == count
        if past.history.undo() is None:
            break
