"""The open project: one signal for every change, one step for every gesture, and a file that is never harmed."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.session import Session, Signal
from desktop.storage.assets import asset
from desktop.storage.errors import (
    ChangedOnDiskError,
    NewerFileError,
    NotAProjectError,
    ReadError,
    SaveAsError,
    TooLargeError,
    UntitledError,
    WriteError,
)
from desktop.storage.reader import Opened, read
from desktop.storage.writer import dump

FIRST = Project(id="j", title="First", maps=(JourneyMap(id="m"),))
SECOND, THIRD = changed(FIRST, title="Second"), changed(FIRST, title="Third")


@pytest.fixture
def path(tmp_path) -> Path:
    """A file with the first project."""
    path = tmp_path / "a.journey"
    path.write_bytes(dump(FIRST, {}))
    return path


@pytest.fixture
def session(path) -> Session:
    return Session.open(path)


def told(session: Session) -> list[tuple[str, str]]:
    """The titles before and after each change, as they come."""
    news: list[tuple[str, str]] = []
    session.changed.connect(lambda before, after: news.append((before.title, after.title)))
    return news


def test_a_file_opens_unmodified(session, path):
    assert session.project == FIRST
    assert session.path == path
    assert not session.modified
    assert not session.newer
    assert session.undoable is session.redoable is None


def test_a_file_that_is_not_there_raises(tmp_path):
    with pytest.raises(ReadError):
        Session.open(tmp_path / "none")


def test_the_limit_is_handed_on(path):
    with pytest.raises(TooLargeError):
        Session.open(path, limit=10)


def test_an_edit_becomes_the_value_and_is_told_once(session):
    news = told(session)
    assert session.edit("Rename", SECOND, "m", ("c1",))
    assert session.project is SECOND
    assert session.modified
    assert news == [("First", "Second")]


def test_an_edit_that_changes_nothing_is_none(session):
    news = told(session)
    assert not session.edit("Nothing", session.project)
    assert not session.edit("The same again", changed(SECOND, title="First"))
    assert news == []
    assert session.undoable is None


def test_undo_and_redo_tell_where_it_happened(session):
    session.edit("Rename", SECOND, "m", ("c1",))
    news = told(session)
    undone, redone = session.undo(), session.redo()
    assert undone is redone
    assert (undone.label, undone.map_id, undone.selection) == ("Rename", "m", ("c1",))
    assert news == [("Second", "First"), ("First", "Second")]


def test_there_is_nothing_to_undo_or_redo_at_the_ends(session):
    news = told(session)
    assert session.undo() is session.redo() is None
    assert news == []


def test_undo_comes_back_to_what_was_saved(session):
    session.edit("Rename", SECOND)
    session.undo()
    assert not session.modified
    session.redo()
    assert session.modified


def test_saving_writes_the_current_value(session, path):
    session.edit("Rename", SECOND)
    saved: list[Path] = []
    session.saved.connect(saved.append)
    session.save()
    assert read(path).project == SECOND
    assert saved == [path]
    assert not session.modified
    session.undo()
    assert session.modified


def test_saving_an_unchanged_file_changes_no_byte(session, path):
    before = path.read_bytes()
    session.save()
    assert path.read_bytes() == before


def test_a_new_project_asks_for_a_name(tmp_path):
    session = Session(Opened(FIRST, {}))
    assert not session.modified
    with pytest.raises(UntitledError):
        session.save()
    session.save_as(tmp_path / "new.journey")
    session.edit("Rename", SECOND)
    session.save()
    assert read(tmp_path / "new.journey").project == SECOND


def test_saving_under_another_name_moves_there(session, path, tmp_path):
    session.edit("Rename", SECOND)
    session.save_as(tmp_path / "b.journey")
    session.edit("Rename", THIRD)
    session.save()
    assert session.path == tmp_path / "b.journey"
    assert read(path).project == FIRST
    assert read(tmp_path / "b.journey").project == THIRD


@pytest.fixture
def newer(path) -> Session:
    """A file of a later minor version, with fields that only that one knows."""
    path.write_bytes(dump(changed(FIRST), {}, 4, {"later": 1}))
    return Session.open(path)


def test_a_newer_file_asks_for_a_copy(newer, path):
    before = path.read_bytes()
    assert newer.newer
    with pytest.raises(NewerFileError, match="save a copy"):
        newer.save()
    assert path.read_bytes() == before


def test_the_copy_keeps_the_version_and_what_only_that_one_knows(newer, tmp_path):
    newer.save_as(tmp_path / "copy.journey")
    back = read(tmp_path / "copy.journey")
    assert back.minor == 4
    assert dict(back.unknown) == {"later": 1}


def test_the_copy_is_saved_without_asking_again(newer, tmp_path):
    newer.save_as(tmp_path / "copy.journey")
    newer.edit("Rename", SECOND)
    newer.save()
    assert read(tmp_path / "copy.journey").project == SECOND
    assert newer.newer


def test_a_window_needs_one_question_for_both():
    assert issubclass(NewerFileError, SaveAsError)
    assert issubclass(UntitledError, SaveAsError)


def test_a_save_that_fails_leaves_all_as_it_was(session, path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    session.edit("Rename", SECOND)
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WriteError, match="make room"):
        session.save()
    assert session.modified
    assert read(path).project == FIRST


def test_a_failed_save_under_another_name_keeps_the_old_name(session, path, tmp_path):
    with pytest.raises(WriteError):
        session.save_as(tmp_path / "none" / "b.journey")
    assert session.path == path


def test_a_file_changed_by_another_program_is_not_overwritten(session, path):
    others = dump(THIRD, {})
    path.write_bytes(others)
    session.edit("Rename", SECOND)
    with pytest.raises(ChangedOnDiskError, match="another program has changed the file"):
        session.save()
    assert path.read_bytes() == others
    assert session.modified


def test_a_file_changed_after_a_save_is_not_overwritten_either(session, path):
    session.edit("Rename", SECOND)
    session.save()
    session.save()
    path.write_bytes(dump(THIRD, {}))
    with pytest.raises(ChangedOnDiskError):
        session.save()


def test_a_changed_file_is_left_behind_under_another_name(session, path, tmp_path):
    path.write_bytes(dump(THIRD, {}))
    session.save_as(tmp_path / "b.journey")
    session.save()
    assert (read(path).project, read(tmp_path / "b.journey").project) == (THIRD, FIRST)


def test_who_says_so_replaces_a_changed_file(session, path):
    path.write_bytes(dump(THIRD, {}))
    session.save_as(path)
    session.save()
    assert read(path).project == FIRST


def test_a_touched_or_vanished_file_is_saved_as_ever(session, path):
    path.touch()
    session.save()
    path.unlink()
    session.save()
    assert read(path).project == FIRST


def test_pictures_are_kept_and_written(session, path):
    key, picture = asset(b"bytes", "image/png", 1, 1)
    session.add_asset(key, picture)
    session.save()
    assert dict(read(path).assets) == dict(session.assets) == {key: picture}


def test_pictures_cannot_be_changed_from_outside(session):
    with pytest.raises(TypeError):
        session.assets["x"] = None


def test_listeners_are_called_in_order_until_they_go():
    signal: Signal[[int]] = Signal()
    heard: list[tuple[str, int]] = []

    def first(number):
        heard.append(("first", number))

    signal.connect(first)
    signal.connect(lambda number: heard.append(("second", number)))
    signal.emit(1)
    signal.disconnect(first)
    signal.emit(2)
    assert heard == [("first", 1), ("second", 1), ("second", 2)]


def test_a_listener_that_fails_keeps_nothing_from_the_others():
    signal: Signal[[]] = Signal()
    heard: list[str] = []
    signal.connect(lambda: {}["bug"])
    signal.connect(lambda: heard.append("news"))
    with pytest.raises(KeyError, match="bug"):
        signal.emit()
    assert heard == ["news"]


def test_a_listener_may_go_while_it_is_called():
    signal: Signal[[]] = Signal()
    heard: list[str] = []

    def once():
        heard.append("once")
        signal.disconnect(once)

    signal.connect(once)
    signal.connect(lambda: heard.append("always"))
    signal.emit()
    signal.emit()
    assert heard == ["once", "always", "always"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["edit", "undo", "redo", "save"]), max_size=30), st.integers())
def test_the_file_holds_what_was_saved_last(tmp_path_factory, deeds, seed):
    chance, path = random.Random(seed), tmp_path_factory.mktemp("any") / "a.journey"
    session = Session(Opened(FIRST, {}))
    session.save_as(path)
    saved = session.project
    for deed in deeds:
        if deed == "edit":
            session.edit("Rename", changed(session.project, title=str(chance.random())))
        else:
            getattr(session, deed)()
        saved = session.project if deed == "save" else saved
        assert session.modified == (session.project is not saved)
    assert read(path).project == saved


@pytest.fixture
def renamed(path):
    """A session on the file, in which the title was changed."""
    session = Session.open(path)
    session.edit("Rename", SECOND)
    return session


def test_reverting_is_an_edit_that_counts_as_saved(renamed):
    told = []
    renamed.changed.connect(lambda before, after: told.append((before.title, after.title)))
    assert renamed.revert("Revert", "m")
    assert (renamed.project, renamed.modified) == (FIRST, False)
    assert (renamed.undoable.label, renamed.undoable.map_id) == ("Revert", "m")
    assert told == [("Second", "First")]


def test_what_was_reverted_is_undone(renamed):
    renamed.revert("Revert")
    renamed.undo()
    assert (renamed.project, renamed.modified) == (SECOND, True)


def test_reverting_takes_up_what_another_program_wrote(renamed, path):
    path.write_bytes(dump(THIRD, {}))
    renamed.revert("Revert")
    assert renamed.project == THIRD
    renamed.edit("Rename", SECOND)
    renamed.save()
    assert Session.open(path).project == SECOND


def test_reverting_to_the_same_value_is_no_step(path):
    session = Session.open(path)
    assert not session.revert("Revert")
    assert session.undoable is None


def test_a_value_made_again_by_hand_counts_as_saved_after_reverting(renamed):
    renamed.edit("Rename", FIRST)
    assert renamed.modified
    assert not renamed.revert("Revert")
    assert not renamed.modified


def test_without_a_file_there_is_nothing_to_revert_to():
    with pytest.raises(UntitledError):
        Session(Opened(FIRST, {})).revert("Revert")


def test_a_failed_revert_changes_nothing(renamed, path):
    path.write_bytes(b"damaged")
    with pytest.raises(NotAProjectError):
        renamed.revert("Revert")
    assert (renamed.project, renamed.modified) == (SECOND, True)


def test_a_copy_leaves_the_session_as_it_is(renamed, path, tmp_path):
    copy = tmp_path / "copy.journey"
    renamed.save_copy(copy)
    assert Session.open(copy).project == SECOND
    assert Session.open(path).project == FIRST
    assert (renamed.path, renamed.modified) == (path, True)
