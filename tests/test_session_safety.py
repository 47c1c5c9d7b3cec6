"""What keeps the work of a session besides its file: the journal, the lock, the backups, a look at the disk."""

import os
import threading
from dataclasses import replace

import pytest

from desktop.document.base import changed
from desktop.document.edits.snapshots import snapshot_that_stays
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.assets import asset
from desktop.storage.backups import Backups, Reason
from desktop.storage.errors import ChangedOnDiskError, DetachedError, ReadOnlyError, WriteError
from desktop.storage.files import Disk
from desktop.storage.keeping import Keeping
from desktop.storage.locks import HeldError
from desktop.storage.reader import Opened, read
from desktop.storage.recoveries import discard, recover, recoveries
from desktop.storage.writer import dump

FIRST = Project(id="j", title="First", maps=(JourneyMap(id="m"),))
OTHERS = dump(changed(FIRST, title="Theirs"), {})


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.journey"
    path.write_bytes(dump(FIRST, {}))
    return path


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def sessions(keeping):
    """Opens files with all that keeps work; closes what was opened."""
    opened = []

    def session(path, **how):
        opened.append(Session.open(path, keeping, **how))
        return opened[-1]

    yield session
    for one in opened:
        one.close(keep=False)


@pytest.fixture
def session(sessions, path):
    return sessions(path)


def rename(session, title="Second"):
    return session.edit("Rename", changed(session.project, title=title), "m")


def reasons(keeping, path):
    return [version.reason for version in keeping.backups.versions(path)]


def lock_of(path):
    return path.with_name(f".~lock.{path.name}#")


def left_behind(session, keeping):
    """What the next start finds of a session that ends now."""
    assert session.journal.flush()
    session.close(keep=True)
    return recoveries(keeping.journals)


def test_a_file_is_locked_while_it_is_open(session, path):
    assert lock_of(path).exists()
    session.close(keep=False)
    assert not lock_of(path).exists()


def test_a_second_session_on_the_file_is_refused(session, sessions, path):
    with pytest.raises(HeldError):
        sessions(path)
    assert lock_of(path).exists()


def test_a_file_in_use_can_be_read_and_nothing_else(session, sessions, path):
    reader = sessions(path, read_only=True)
    refusals = []
    reader.refused.connect(lambda: refusals.append(1))
    assert not rename(reader)
    assert (reader.project, refusals, reader.journal) == (FIRST, [1], None)
    with pytest.raises(ReadOnlyError):
        reader.save()


def test_what_was_only_read_goes_on_as_a_copy(session, sessions, path, tmp_path):
    reader = sessions(path, read_only=True)
    reader.save_as(tmp_path / "copy.journey")
    assert not reader.read_only
    assert rename(reader)
    assert reader.journal is not None
    assert lock_of(tmp_path / "copy.journey").exists()


def test_the_lock_moves_with_the_name(session, path, tmp_path):
    session.save_as(tmp_path / "b.journey")
    assert (lock_of(path).exists(), lock_of(tmp_path / "b.journey").exists()) == (False, True)


def test_saving_under_its_own_name_keeps_the_lock(session, path):
    session.save_as(path)
    assert lock_of(path).exists()


def test_a_file_that_is_open_elsewhere_is_not_replaced(session, sessions, tmp_path):
    other = tmp_path / "b.journey"
    other.write_bytes(OTHERS)
    sessions(other)
    with pytest.raises(HeldError):
        session.save_as(other)
    assert other.read_bytes() == OTHERS


def test_no_copy_is_written_over_a_file_that_is_open_elsewhere(session, sessions, tmp_path):
    other = tmp_path / "b.journey"
    other.write_bytes(OTHERS)
    sessions(other)
    with pytest.raises(HeldError):
        session.save_copy(other)
    assert other.read_bytes() == OTHERS


def test_a_copy_is_not_locked_once_it_is_written(session, path, tmp_path):
    session.save_copy(tmp_path / "b.journey")
    assert (lock_of(path).exists(), lock_of(tmp_path / "b.journey").exists()) == (True, False)


def test_a_file_that_changes_while_the_save_is_made_ready_is_not_replaced(session, path):
    rename(session)
    saving = session.saving()
    dump = saving._dump
    saving._dump = lambda: (path.write_bytes(OTHERS), dump())[1]
    with pytest.raises(ChangedOnDiskError):
        saving.run()
    assert path.read_bytes() == OTHERS


def test_a_save_that_fails_leaves_no_lock_behind(session, path, tmp_path):
    with pytest.raises(WriteError):
        session.save_as(tmp_path / "missing" / "b.journey")
    assert lock_of(path).exists()
    assert not (tmp_path / "missing").exists()


def test_an_edit_is_in_the_journal_before_anybody_is_told(session):
    handed = []
    session.changed.connect(lambda *_: handed.append(session.journal.standing.handed))
    rename(session)
    session.undo()
    session.redo()
    assert handed == [1, 2, 3]


def test_unsaved_edits_are_there_at_the_next_start(session, keeping, path):
    rename(session)
    (found,) = left_behind(session, keeping)
    assert (found.path, found.edits) == (path, 1)
    assert recover(found).steps[-1].after.title == "Second"


def test_saved_edits_are_no_work_to_recover(session, keeping):
    rename(session)
    session.save()
    assert left_behind(session, keeping) == []


def test_edits_after_a_save_are(session, keeping):
    rename(session)
    session.save()
    rename(session, "Third")
    (found,) = left_behind(session, keeping)
    assert [step.after.title for step in recover(found).steps] == ["Third"]


def test_text_that_was_being_typed_is_recovered(session, keeping):
    rename(session)
    session.draft(changed(session.project, title="Secon"))
    (found,) = left_behind(session, keeping)
    assert recover(found).steps[-1].after.title == "Secon"


def test_pictures_are_recovered(session, keeping):
    key, picture = asset(b"picture", "image/png", 1, 1)
    session.add_asset(key, picture)
    rename(session)
    (found,) = left_behind(session, keeping)
    again = Session.recovered(recover(found), keeping)
    assert again.assets[key] == picture
    again.close(keep=False)


@pytest.fixture
def recovered(session, keeping):
    rename(session)
    rename(session, "Third")
    (found,) = left_behind(session, keeping)
    again = Session.recovered(recover(found), keeping)
    yield again
    again.close(keep=False)


def test_recovered_work_is_modified_until_it_is_saved(recovered, path):
    assert (recovered.modified, recovered.path, recovered.project.title) == (True, path, "Third")
    recovered.save()
    assert not recovered.modified
    assert read(path).project.title == "Third"


def test_recovered_steps_can_be_undone(recovered):
    assert [recovered.undo().label, recovered.undo().label, recovered.undo()] == ["Rename", "Rename", None]
    assert recovered.project == FIRST
    assert recovered.modified


def test_recovered_work_is_kept_again(recovered, keeping):
    (found,) = left_behind(recovered, keeping)[:1]
    assert recover(found).steps[-1].after.title == "Third"


def test_recovered_work_without_steps_is_kept_again(session, keeping):
    rename(session)
    (found,) = left_behind(session, keeping)
    whole = recover(found)
    again = Session.recovered(
        replace(whole, opened=replace(whole.opened, project=whole.steps[0].after), steps=()), keeping
    )
    discard(found)
    (kept,) = left_behind(again, keeping)
    assert recover(kept).steps[-1].after.title == "Second"


@pytest.fixture
def jotted(session, keeping):
    """Recovered where nothing was unsaved but a line."""
    session.journal.jot({"scribe": "half a li"})
    (found,) = left_behind(session, keeping)
    again = Session.recovered(recover(found), keeping)
    discard(found)
    yield again
    again.close(keep=False)


def test_a_line_that_nobody_entered_makes_no_project_unsaved(jotted, path):
    assert (jotted.modified, jotted.path, jotted.project) == (False, path, FIRST)
    assert jotted.undoable is None


def test_what_is_done_beside_such_a_line_is_kept(jotted, keeping):
    rename(jotted)
    (kept,) = left_behind(jotted, keeping)
    assert recover(kept).steps[-1].after.title == "Second"


def test_what_is_recovered_after_reverting_has_what_the_file_had(session, keeping, path):
    rename(session)
    assert session.journal.flush()
    path.write_bytes(dump(changed(FIRST, title="Theirs"), {}, unknown={"x_new": 1}))
    session.revert("Revert")
    rename(session, "Mine")
    (found,) = left_behind(session, keeping)
    recovered = recover(found)
    assert recovered.opened.project.title == "Theirs"
    assert recovered.opened.unknown == {"x_new": 1}
    assert [step.after.title for step in recovered.steps] == ["Mine"]


def test_recovered_work_does_not_replace_what_came_since(recovered, path):
    path.write_bytes(OTHERS)
    with pytest.raises(ChangedOnDiskError):
        recovered.save()
    assert path.read_bytes() == OTHERS


def test_each_save_is_backed_up_and_so_is_what_there_was(session, keeping, path):
    before = path.read_bytes()
    rename(session)
    session.save()
    contents = [keeping.backups.content(version) for version in keeping.backups.versions(path)]
    assert contents == [path.read_bytes(), before]


def test_what_is_replaced_under_another_name_is_backed_up(session, keeping, tmp_path):
    other = tmp_path / "b.journey"
    other.write_bytes(OTHERS)
    session.save_as(other)
    assert reasons(keeping, other) == [Reason.SAVE, Reason.OVERWRITE]
    assert keeping.backups.content(keeping.backups.versions(other)[-1]) == OTHERS


def test_where_no_backup_can_be_kept_the_file_is_saved_and_a_warning_given(session, path, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    rename(session)
    saving = session.saving().run()
    assert read(path).project.title == "Second"
    assert str(tmp_path / "backups") in saving.warning


def test_mine_over_theirs_needs_a_backup(session, keeping, path, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    path.write_bytes(OTHERS)
    rename(session)
    with pytest.raises(WriteError):
        session.keep_mine()
    assert path.read_bytes() == OTHERS
    assert session.modified


def test_mine_over_theirs_keeps_theirs(session, keeping, path):
    path.write_bytes(OTHERS)
    rename(session)
    session.keep_mine()
    assert read(path).project.title == "Second"
    assert OTHERS in [keeping.backups.content(version) for version in keeping.backups.versions(path)]


def test_what_somebody_writes_while_a_backup_is_made_is_not_replaced(session, keeping, path, monkeypatch):
    keep = keeping.backups.keep

    def slowly(*given):
        path.write_bytes(OTHERS)
        return keep(*given)

    monkeypatch.setattr(keeping.backups, "keep", slowly)
    rename(session)
    with pytest.raises(ChangedOnDiskError):
        session.save()
    assert path.read_bytes() == OTHERS


def test_theirs_over_mine_keeps_mine(session, keeping, path):
    rename(session)
    path.write_bytes(OTHERS)
    assert session.revert("Theirs", "m")
    (kept,) = keeping.backups.versions(path)
    assert (session.project.title, kept.reason) == ("Theirs", Reason.OVERWRITE)
    assert b"Second" in keeping.backups.content(kept)


def test_theirs_is_not_taken_where_mine_cannot_be_kept(session, path, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    rename(session)
    with pytest.raises(WriteError):
        session.revert("Theirs", "m")
    assert session.project.title == "Second"


def test_what_somebody_else_wrote_is_seen(session, path):
    assert session.on_disk() is Disk.SAME
    path.write_bytes(OTHERS)
    assert session.on_disk() is Disk.CHANGED
    assert session.theirs().project.title == "Theirs"


def test_a_file_that_was_only_touched_is_the_same(session, path):
    os.utime(path, ns=(1, 1))
    assert session.on_disk() is Disk.SAME


def test_another_content_of_the_same_size_and_time_is_noticed_by_its_place(session, path):
    status, data = path.stat(), path.read_bytes()
    fresh = path.with_name("fresh")
    fresh.write_bytes(data.replace(b"First", b"Other"))
    os.utime(fresh, ns=(status.st_atime_ns, status.st_mtime_ns))
    fresh.replace(path)
    assert session.on_disk() is Disk.CHANGED


def heeded(session):
    """What became of the file, taken up."""
    found = session.on_disk()
    session.heed(found)
    return found


def test_a_file_that_went_is_missed_and_written_anew(session, path):
    path.unlink()
    assert heeded(session) is Disk.GONE
    assert session.modified
    session.save()
    assert heeded(session) is Disk.SAME
    assert not session.modified


def test_a_project_whose_file_went_is_there_at_the_next_start(session, keeping, path):
    path.unlink()
    heeded(session)
    (found,) = left_behind(session, keeping)
    recovered = Session.recovered(recover(found), keeping)
    assert (recovered.project, recovered.path, recovered.modified) == (FIRST, path, True)
    recovered.save()
    assert read(path).project == FIRST
    recovered.close(keep=False)


@pytest.mark.parametrize("edited", [False, True])
def test_a_file_that_comes_back_has_what_it_had(session, keeping, path, edited):
    data = path.read_bytes()
    path.unlink()
    heeded(session)
    path.write_bytes(data)
    if edited:
        rename(session)
    assert heeded(session) is Disk.SAME
    assert (session.modified, len(left_behind(session, keeping))) == (edited, int(edited))


def test_a_file_that_is_out_of_reach_may_still_be_there(session):
    session.heed(Disk.UNREADABLE)
    assert not session.modified


def test_a_folder_in_place_of_the_file_is_no_file(session, path):
    path.unlink()
    path.mkdir()
    assert session.on_disk() is Disk.GONE
    rename(session)
    with pytest.raises(WriteError):
        session.save()
    assert session.modified


def test_our_own_saves_are_no_change_of_somebody_else(session):
    rename(session)
    session.save()
    assert session.on_disk() is Disk.SAME


def test_a_project_without_a_file_has_none_to_look_at(keeping):
    session = Session(read_of(FIRST), None, keeping)
    assert session.on_disk() is Disk.SAME
    session.close(keep=False)


def test_what_was_detached_asks_for_a_name(session, path, tmp_path):
    session.detach("a (repaired)")
    with pytest.raises(DetachedError):
        session.save()
    session.save_as(tmp_path / "a (repaired).journey")
    rename(session)
    session.save()
    assert (session.copy_name, read(path).project) == ("", FIRST)


def test_recovered_work_on_a_copy_does_not_replace_the_original(session, keeping, path, tmp_path):
    session.detach("a (repaired)")
    rename(session)
    (found,) = left_behind(session, keeping)
    recovered = Session.recovered(recover(found), keeping)
    assert (recovered.path, recovered.copy_name) == (path, "a (repaired)")
    assert not lock_of(path).exists()
    with pytest.raises(DetachedError):
        recovered.save()
    recovered.save_as(tmp_path / "a (repaired).journey")
    recovered.close(keep=False)
    assert (read(path).project, recoveries(keeping.journals)) == (FIRST, [found])


def test_work_that_became_a_copy_of_its_own_is_recovered_as_such(session, keeping, tmp_path):
    session.detach("a (repaired)")
    session.save_as(tmp_path / "b.journey")
    rename(session)
    (found,) = left_behind(session, keeping)
    recovered = recover(found)
    assert (recovered.origin.path.name, recovered.origin.copy_name) == ("b.journey", "")


def test_a_save_may_run_beside_further_edits(session, path):
    rename(session)
    saving = session.saving()
    rename(session, "Third")
    thread = threading.Thread(target=saving.run)
    thread.start()
    thread.join()
    session.note(saving)
    assert (read(path).project.title, session.modified) == ("Second", True)
    session.undo()
    assert not session.modified


def read_of(project):
    return Opened(project, {})


def keep(session):
    verb = snapshot_that_stays(session.project, "m", "After 1", "", new_id=lambda: "s")
    return session.keep("Snapshot", verb, "m")


def test_what_stays_is_told_and_is_found_by_the_next_start_although_what_was_before_it_was_undone(session, keeping):
    told = []
    rename(session)
    session.changed.connect(lambda before, after: told.append((before.title, after.title)))
    assert keep(session)
    session.undo()
    assert told == [("Second", "Second"), ("Second", "First")]
    (left,) = left_behind(session, keeping)
    found = recover(left).steps[-1].after
    assert (found.title, [each.title for each in found.maps[0].snapshots]) == ("First", ["After 1"])


def test_nothing_is_kept_in_a_file_that_is_only_read_nor_twice(session, sessions, path):
    assert not keep(sessions(path, read_only=True))
    assert keep(session)
    assert not session.keep("", lambda project: project)
