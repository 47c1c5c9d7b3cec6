"""What the thread of a journal does with what was handed in, whatever the disk does."""

import errno

import pytest
from journals import FILE, START, back, last, only, said, titles, whole
from projects import ASSET, KEY

from desktop.document.base import changed
from desktop.storage import clerk as module
from desktop.storage.clerk import Clerk
from desktop.storage.handed import Begun, Brought, Edited, Stored, Typed
from desktop.storage.journal import Origin
from desktop.storage.recoveries import discarded, recover, recoveries
from desktop.storage.replay import replay
from faults import FAULTS, Disk, Fault, every_fault

VALUES = titles(5)


def edit(number, before=None, after=None) -> Edited:
    """Edit n leads to VALUES[n], if nothing else is said."""
    return Edited(number, float(number), before or VALUES[number - 1], after or VALUES[number], f"Edit {number}", "m1")


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def clerk(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Begun(0.0, FILE, START)])
    return clerk


def test_to_begin_writes_nothing(clerk, journals):
    assert not journals.exists()
    assert not clerk.unsaved


def test_edits_are_kept_when_it_returns(clerk, journals):
    clerk.take([edit(1), edit(2)])
    assert clerk.kept == 2
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


def test_a_recovery_says_what_it_is(clerk, journals):
    clerk.take([edit(1), edit(2)])
    clerk.end(keep=True)
    recovery = only(journals)
    assert (recovery.path, recovery.fingerprint) == (FILE.path, FILE.fingerprint)
    assert (recovery.title, recovery.edits, recovery.changed) == ("Title 2", 2, 2.0)
    assert recovery.size > 1000


def test_many_edits_cost_one_write(clerk, journals):
    clerk.take([edit(1)])
    with Disk(journals) as disk:
        clerk.take([edit(2), edit(3), edit(4)])
    assert disk.calls.count("fsync") == 1


def test_what_is_saved_at_once_needs_no_journal(clerk, journals):
    clerk.take([edit(1), Stored(2.0, FILE, VALUES[1])])
    assert clerk.kept == 1
    assert not clerk.unsaved
    assert not journals.exists()


def test_after_a_save_nothing_is_unsaved(clerk, journals):
    clerk.take([edit(1)])
    clerk.take([Stored(2.0, FILE, VALUES[1])])
    assert not clerk.unsaved
    clerk.end(keep=True)
    assert recoveries(journals) == []
    assert list(journals.iterdir()) == []


def test_edits_after_a_save_follow_upon_it(clerk, journals):
    clerk.take([edit(1), edit(2)])
    clerk.take([Stored(2.0, Origin(FILE.path, "2"), VALUES[2])])
    clerk.take([edit(3)])
    clerk.end(keep=True)
    recovered = recover(only(journals))
    assert recovered.opened.project == VALUES[2]
    assert recovered.opened.fingerprint == "2"
    assert [step.after for step in recovered.steps] == [VALUES[3]]
    assert only(journals).edits == 1


def test_edits_made_while_a_save_went_on_are_unsaved(clerk, journals):
    clerk.take([edit(1), edit(2), edit(3)])
    clerk.take([Stored(4.0, FILE, VALUES[1])])
    assert clerk.unsaved
    clerk.end(keep=True)
    recovered = recover(only(journals))
    assert recovered.opened.project == VALUES[1]
    assert [step.after for step in recovered.steps] == VALUES[2:4]


@pytest.mark.parametrize("saved", [0, 1], ids=["as it was opened", "as it was saved last"])
def test_edits_made_while_nothing_new_was_saved_are_unsaved(clerk, journals, saved):
    clerk.take([edit(1), Stored(2.0, FILE, VALUES[1])] if saved else [])
    clerk.take([edit(saved + 1)])
    clerk.take([Stored(3.0, FILE, VALUES[saved])])
    assert clerk.unsaved
    clerk.end(keep=True)
    assert back(journals) == VALUES[saved + 1]


def test_a_save_of_a_value_that_nobody_knows_leaves_all_unsaved(clerk, journals):
    clerk.take([edit(1), Stored(2.0, FILE, said(START, "something else"))])
    assert clerk.unsaved
    clerk.end(keep=True)
    assert back(journals) == VALUES[1]


def test_a_save_of_an_equal_value_counts(clerk):
    clerk.take([edit(1), Stored(2.0, FILE, changed(START, title="Title 1"))])
    assert not clerk.unsaved


def test_undo_to_the_file_leaves_nothing_unsaved(clerk, journals):
    clerk.take([edit(1), edit(2, VALUES[1], START)])
    assert not clerk.unsaved
    clerk.end(keep=True)
    assert recoveries(journals) == []


def test_a_kill_after_undo_to_the_file_leaves_nothing_to_recover(clerk, journals):
    clerk.take([edit(1)])
    clerk.take([edit(2, VALUES[1], START)])
    clerk._ledger.leave()
    assert recoveries(journals) == []


def test_redo_is_unsaved_again(clerk, journals):
    clerk.take([edit(1), edit(2, VALUES[1], START), edit(3, START, VALUES[1])])
    clerk.end(keep=True)
    assert only(journals).edits == 1
    assert back(journals) == VALUES[1]


def test_without_a_word_of_the_file_undo_is_an_edit_like_any_other(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Begun(0.0, Origin(None, ""), None), edit(1), edit(2, VALUES[1], START)])
    clerk.end(keep=True)
    assert only(journals).edits == 2
    assert only(journals).path is None


def test_an_edit_that_changes_nothing_keeps_the_value_it_stands_on(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Begun(0.0, FILE, None), edit(1, VALUES[3], VALUES[3])])
    clerk.end(keep=True)
    assert back(journals) == VALUES[3]
    assert only(journals).edits == 1


def test_typing_alone_is_unsaved(clerk, journals):
    clerk.take([Typed(1.0, VALUES[1])])
    assert clerk.unsaved
    clerk.end(keep=True)
    assert only(journals).edits == 0
    assert recover(only(journals)).opened.project == START
    assert back(journals) == VALUES[1]


def test_typing_that_was_given_up_leaves_nothing(clerk, journals):
    clerk.take([Typed(1.0, VALUES[1])])
    clerk.take([Typed(2.0, None)])
    assert not clerk.unsaved
    clerk.end(keep=True)
    assert recoveries(journals) == []


def test_typing_into_a_value_that_nobody_told_is_kept_as_a_whole(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Typed(1.0, VALUES[1])])
    clerk.take([Typed(2.0, VALUES[2])])
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


def test_giving_up_such_typing_leaves_nothing(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Typed(1.0, VALUES[1])])
    clerk.take([Typed(2.0, None)])
    assert not clerk.unsaved
    clerk._ledger.leave()
    assert recoveries(journals) == []


@pytest.mark.parametrize(
    "between",
    [(), (Typed(2.0, None),), (Typed(2.0, VALUES[2]),)],
    ids=["at once", "after it was given up", "after another"],
)
def test_such_typing_of_the_same_text_goes_on(journals, between):
    clerk = Clerk(journals, whole)
    clerk.take([Typed(1.0, VALUES[1]), *between, Typed(3.0, VALUES[1])])
    assert clerk.unsaved
    clerk.end(keep=True)
    assert back(journals) == VALUES[1]


def test_an_edit_after_such_typing_was_given_up_follows_upon_what_there_was(journals):
    clerk = Clerk(journals, whole)
    for handed in (Typed(1.0, VALUES[2]), Typed(2.0, None), edit(1)):
        clerk.take([handed])
    clerk.end(keep=True)
    assert back(journals) == VALUES[1]


def test_such_typing_may_end_with_an_edit(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Typed(1.0, VALUES[1])])
    clerk.take([edit(1, START, VALUES[2])])
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


def test_the_end_of_typing_that_never_began_is_nothing(clerk, journals):
    clerk.take([Typed(1.0, None)])
    assert not journals.exists()


def test_the_same_text_again_costs_nothing(clerk, journals):
    clerk.take([Typed(1.0, said(START, "new"))])
    with Disk(journals) as disk:
        clerk.take([Typed(2.0, said(START, "new"))])
    assert disk.calls == []
    clerk.end(keep=True)
    assert back(journals) == said(START, "new")


def test_typing_what_stands_there_already_is_nothing(clerk, journals):
    clerk.take([Typed(1.0, changed(START, title="New"))])
    clerk.take([Typed(2.0, changed(changed(START, title="New"), title=START.title))])
    assert not clerk.unsaved
    clerk.end(keep=True)
    assert recoveries(journals) == []


def test_half_a_character_is_nothing_typed_yet(clerk, journals):
    clerk.take([edit(1), Typed(2.0, VALUES[1].model_copy(update={"title": "\ud83d"}))])
    assert clerk.trouble == ""
    clerk.end(keep=True)
    assert back(journals) == VALUES[1]


def test_typing_survives_a_new_generation(clerk, journals):
    clerk.take([edit(1), Typed(2.0, VALUES[2])])
    clerk.take([Begun(3.0, FILE, None), Brought(3.0, KEY, ASSET)])
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


def test_a_picture_alone_is_nothing_to_recover(clerk, journals):
    clerk.take([Brought(1.0, KEY, ASSET)])
    assert not journals.exists()


def test_beginning_anew_gives_what_follows_a_copy_of_its_own(clerk, journals):
    clerk.take([edit(1)])
    clerk.take([Begun(2.0, Origin(FILE.path, "2"), VALUES[1])])
    assert not clerk.unsaved
    clerk.take([edit(2)])
    clerk.end(keep=True)
    (folder,) = journals.iterdir()
    assert (folder / "0002.journey").read_bytes() == whole(VALUES[1])
    assert recover(only(journals)).origin.fingerprint == "2"


def test_a_value_that_no_file_has_any_more_is_unsaved(clerk, journals):
    clerk.take([edit(1, START, START)])
    clerk.end(keep=True)
    assert back(journals) == START


def test_a_file_that_comes_back_leaves_nothing_unsaved(clerk, journals):
    clerk.take([edit(1, START, START)])
    clerk.take([Begun(2.0, FILE, START)])
    clerk.end(keep=True)
    assert recoveries(journals) == []


def test_unsaved_edits_go_to_the_bin(clerk, journals):
    clerk.take([edit(1)])
    clerk.end(keep=False)
    assert recoveries(journals) == []
    (thrown,) = discarded(journals)
    assert last(recover(thrown)) == VALUES[1]


def test_a_value_that_no_file_can_hold_is_told_and_got_over(clerk, journals):
    odd = VALUES[1].model_copy(update={"title": "\ud83d"})
    clerk.take([edit(1), edit(2, VALUES[1], odd)])
    assert "half of a character" in clerk.trouble
    assert clerk.kept == 0
    clerk.take([edit(3, odd, VALUES[1])])
    assert clerk.trouble == ""
    assert clerk.kept == 3
    clerk.end(keep=True)
    assert back(journals) == VALUES[1]


@pytest.mark.parametrize(
    ("code", "remedy"), [(errno.ENOSPC, "make room"), (errno.EIO, "save often"), (errno.EACCES, "look after")]
)
def test_a_disk_that_fails_is_told_with_its_folder_and_what_to_do(clerk, journals, code, remedy):
    with Disk(journals, Fault(1, code, for_ever=True)):
        clerk.take([edit(1)])
    assert str(journals) in clerk.trouble
    assert remedy in clerk.trouble
    assert clerk.trouble.count(".") == 1
    assert clerk.kept == 0


def test_what_failed_is_brought_to_the_disk_later(clerk, journals):
    clerk.take([edit(1)])
    with Disk(journals, Fault(1, errno.ENOSPC, for_ever=True)):
        clerk.take([edit(2)])
        clerk.take([edit(3), Typed(4.0, VALUES[4])])
        assert clerk.kept == 1
    clerk.take([])
    assert (clerk.trouble, clerk.kept) == ("", 3)
    clerk.end(keep=True)
    assert only(journals).edits == 3
    assert back(journals) == VALUES[4]


def test_what_fails_once_is_no_trouble(clerk, journals):
    clerk.take([edit(1)])
    with Disk(journals, Fault(2, errno.EIO, for_ever=False)) as disk:
        clerk.take([edit(2)])
    assert disk.met
    assert (clerk.trouble, clerk.kept) == ("", 2)


def test_a_save_ends_the_trouble(clerk, journals):
    with Disk(journals, Fault(1, errno.ENOSPC, for_ever=True)):
        clerk.take([edit(1)])
        clerk.take([Stored(2.0, FILE, VALUES[1])])
    assert (clerk.trouble, clerk.kept) == ("", 1)


def test_a_save_while_the_journal_cannot_be_written_leaves_nothing_to_recover(clerk, journals):
    clerk.take([edit(1)])
    with Disk(journals, Fault(1, errno.ENOSPC, for_ever=True)) as disk:
        clerk.take([edit(2)])
        disk.heal()
        clerk.take([Stored(3.0, FILE, VALUES[2])])
    clerk._ledger.leave()
    assert recoveries(journals) == []


def test_a_folder_that_vanished_is_made_again(clerk, journals):
    clerk.take([edit(1)])
    journals.rename(journals.with_name("elsewhere"))
    clerk.take([edit(2)])
    assert (clerk.trouble, clerk.kept) == ("", 2)
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


def test_a_fault_of_ours_costs_neither_the_thread_nor_the_edits(journals, expected_logs):
    expected_logs.append("the journal could not be written")
    faults = iter([KeyError("a fault"), KeyError("a fault")])

    def dump(project):
        for fault in faults:
            raise fault
        return whole(project)

    clerk = Clerk(journals, dump)
    clerk.take([Begun(0.0, FILE, START), edit(1)])
    assert "a fault in the program" in clerk.trouble
    clerk.take([edit(2)])
    assert (clerk.trouble, clerk.kept) == ("", 2)
    clerk.end(keep=False)


def test_a_line_that_cannot_be_made_is_replaced_by_a_whole_copy(clerk, journals, monkeypatch, expected_logs):
    expected_logs.append("an edit has no line in the journal")
    clerk.take([edit(1)])
    monkeypatch.setattr(module, "diff", lambda before, after: {}["a fault"])
    clerk.take([edit(2)])
    assert (clerk.trouble, clerk.kept) == ("", 2)
    clerk.end(keep=True)
    assert back(journals) == VALUES[2]


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_whatever_fails_what_was_acknowledged_can_be_recovered(tmp_path, code, for_ever):
    """While edits, typing and a new generation go on."""
    story = [[Begun(0.0, FILE, START), edit(1)], [Typed(1.5, VALUES[3])], [edit(2)], [Begun(2.5, FILE, None), edit(3)]]
    for number, disk in enumerate(every_fault(tmp_path, code, for_ever=for_ever)):
        clerk = Clerk(tmp_path / str(number), whole)
        with disk:
            for batch in story:
                clerk.take(batch)
        clerk._ledger.leave()
        if clerk.kept:
            assert VALUES.index(last(replay(clerk._ledger.folder))) >= clerk.kept


def test_after_any_fault_the_rest_is_kept(tmp_path):
    for number, disk in enumerate(every_fault(tmp_path, errno.EIO, for_ever=True)):
        journals = tmp_path / str(number)
        clerk = Clerk(journals, whole)
        with disk:
            clerk.take([Begun(0.0, FILE, START), edit(1)])
            clerk.take([edit(2)])
        clerk.take([edit(3)])
        assert (clerk.trouble, clerk.kept) == ("", 3)
        clerk.end(keep=True)
        assert back(journals) == VALUES[3]
