"""Undo and redo."""

import pytest

from desktop.document.history import History
from desktop.document.project import Project

ONE, TWO, THREE, FOUR = (Project(id="p", title=title) for title in ("one", "two", "three", "four"))


@pytest.fixture
def history() -> History:
    """ONE, then TWO, then THREE."""
    history = History(ONE)
    history.push("second", TWO, "m", ("a",))
    history.push("third", THREE, "n", ("b", "c"))
    return history


def test_a_new_history_has_nothing_to_undo() -> None:
    history = History(ONE)
    assert history.current is ONE
    assert (history.undo(), history.redo(), history.undoable, history.redoable) == (None, None, None, None)
    assert history.clean


def test_undo_gives_the_value_before(history: History) -> None:
    entry = history.undo()
    assert entry is not None
    assert (entry.label, entry.map_id, entry.selection) == ("third", "n", ("b", "c"))
    assert history.current is TWO


def test_redo_gives_the_value_after(history: History) -> None:
    history.undo()
    history.undo()
    assert history.current is ONE
    entry = history.redo()
    assert entry is not None
    assert entry.label == "second"
    assert history.current is TWO


def test_what_comes_next_is_told(history: History) -> None:
    history.undo()
    assert history.undoable is not None
    assert history.undoable.label == "second"
    assert history.redoable is not None
    assert history.redoable.label == "third"


def test_undo_all_and_redo_all(history: History) -> None:
    while history.undo():
        pass
    assert history.current is ONE
    while history.redo():
        pass
    assert history.current is THREE


def test_a_new_edit_cuts_what_was_undone(history: History) -> None:
    history.undo()
    history.push("fourth", FOUR)
    assert history.redo() is None
    assert [entry.label for entry in history.entries] == ["second", "fourth"]


def test_nothing_changed_is_not_kept(history: History) -> None:
    history.undo()
    assert history.push("nothing", TWO) is None
    assert history.redo() is not None
    assert len(history.entries) == 2


def test_an_equal_value_is_an_edit_when_it_is_another_object(history: History) -> None:
    assert history.push("again", Project(id="p", title="three")) is not None


def test_clean_until_edited_and_again_after_undo() -> None:
    history = History(ONE)
    history.push("second", TWO)
    assert not history.clean
    history.undo()
    assert history.clean


def test_saving_moves_the_clean_mark(history: History) -> None:
    history.mark_saved()
    assert history.clean
    history.undo()
    assert not history.clean
    history.redo()
    assert history.clean


def test_a_saved_state_that_was_cut_never_comes_back(history: History) -> None:
    history.mark_saved()
    history.undo()
    history.push("fourth", FOUR)
    assert not history.clean
    history.undo()
    history.undo()
    assert not history.clean


def test_a_recovered_project_is_not_clean() -> None:
    history = History(ONE)
    history.mark_unsaved()
    assert not history.clean
    history.mark_saved()
    assert history.clean


def test_the_oldest_go_first_beyond_the_limit() -> None:
    history = History(ONE, limit=2)
    for label, project in (("a", TWO), ("b", THREE), ("c", FOUR)):
        history.push(label, project)
    assert [entry.label for entry in history.entries] == ["b", "c"]
    history.undo()
    history.undo()
    assert history.undo() is None
    assert history.current is TWO


@pytest.mark.parametrize(("limit", "kept"), [(None, 3), (5, 3), (3, 3), (1, 1), (0, 0)])
def test_limits(limit: int | None, kept: int) -> None:
    history = History(ONE, limit)
    for project in (TWO, THREE, FOUR):
        history.push("edit", project)
    assert len(history.entries) == kept
    assert history.current is FOUR
