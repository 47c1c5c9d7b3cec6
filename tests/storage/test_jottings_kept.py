"""Lines that nobody has entered, in the journal."""

import pytest
from journals import FILE, START, last, only, said, titles, whole

from desktop.storage.clerk import Clerk
from desktop.storage.handed import Begun, Edited, Jotted, Stored, Typed
from desktop.storage.journal import Journal
from desktop.storage.journallines import Jottings, decode, encode
from desktop.storage.recoveries import discarded, recover, recoveries
from desktop.storage.replay import replay

VALUES = titles(3)
LINES = {"scribe": "p: half a li", "tray": "a note"}


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def clerk(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Begun(0.0, FILE, START)])
    return clerk


def edit(number):
    return Edited(number, float(number), VALUES[number - 1], VALUES[number], f"Edit {number}", "m1")


def left(clerk, journals):
    """What the next start finds when the program ended here."""
    clerk.end(keep=True)
    return recover(only(journals))


def test_a_line_of_the_journal_says_them():
    line = Jottings(time=1.0, jotted=LINES)
    assert decode(encode(line).rstrip(b"\n")) == line


def test_they_are_work_to_recover(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    recovered = left(clerk, journals)
    assert dict(recovered.jottings) == LINES
    assert (recovered.steps, recovered.edited, last(recovered)) == ((), False, START)


def test_without_an_edit_the_recovery_counts_none(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    clerk.end(keep=True)
    assert (only(journals).edits, only(journals).changed, only(journals).path) == (0, 1.0, FILE.path)


def test_the_last_of_them_counts(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    clerk.take([Jotted(2.0, {"scribe": "p: half a line more"})])
    assert dict(left(clerk, journals).jottings) == {"scribe": "p: half a line more"}


def test_an_edit_does_not_end_them(clerk, journals):
    clerk.take([Jotted(1.0, LINES), edit(1), edit(2)])
    recovered = left(clerk, journals)
    assert dict(recovered.jottings) == LINES
    assert (last(recovered), recovered.edited) == (VALUES[2], True)


def test_neither_does_a_save(clerk, journals):
    clerk.take([edit(1), Jotted(1.0, LINES)])
    clerk.take([Stored(2.0, FILE, VALUES[1])])
    recovered = left(clerk, journals)
    assert (dict(recovered.jottings), recovered.edited, recovered.steps) == (LINES, False, ())
    assert recovered.opened.project == VALUES[1]


def test_they_stand_beside_a_text_that_is_being_typed(clerk, journals):
    clerk.take([Jotted(1.0, LINES), Typed(2.0, said(START, "half"))])
    recovered = left(clerk, journals)
    assert (dict(recovered.jottings), recovered.edited) == (LINES, True)
    assert last(recovered) == said(START, "half")


def test_each_new_copy_has_them_from_its_first_line(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    clerk.take([Begun(2.0, FILE, None)])
    clerk.take([edit(1)])
    (folder,) = journals.iterdir()
    newest = max(folder.glob("*.log"))
    newest.write_bytes(newest.read_bytes().split(b"\n")[0] + b"\n")
    assert dict(replay(folder).jottings) == LINES


def test_lines_that_are_empty_again_leave_nothing(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    clerk.take([Jotted(2.0, {"scribe": "", "tray": ""})])
    assert not clerk.unsaved
    assert recoveries(journals) == []
    clerk.end(keep=True)
    assert list(journals.iterdir()) == []


def test_empty_lines_begin_no_journal(clerk, journals):
    clerk.take([Jotted(1.0, {"scribe": ""})])
    assert not journals.exists()


def test_the_same_lines_are_written_once(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    (log,) = journals.glob("*/*.log")
    before = log.read_bytes()
    clerk.take([Jotted(2.0, dict(LINES))])
    assert log.read_bytes() == before


def test_half_a_character_keeps_the_rest(clerk, journals):
    clerk.take([Jotted(1.0, {"scribe": "soup \ud83c"})])
    assert clerk.trouble == ""
    assert dict(left(clerk, journals).jottings) == {"scribe": "soup ?"}


def test_who_discards_edits_discards_the_lines_with_them(clerk, journals):
    clerk.take([edit(1), Jotted(1.0, LINES)])
    clerk.end(keep=False)
    assert recoveries(journals) == []
    (binned,) = discarded(journals)
    assert dict(recover(binned).jottings) == LINES


def test_lines_alone_are_there_at_the_next_start_however_it_ends(clerk, journals):
    clerk.take([Jotted(1.0, LINES)])
    clerk.end(keep=False)
    assert dict(recover(only(journals)).jottings) == LINES


def test_lines_beside_a_project_that_nobody_named_are_kept_with_its_first_edit(journals):
    clerk = Clerk(journals, whole)
    clerk.take([Begun(0.0, FILE, None), Jotted(1.0, LINES)])
    assert not clerk.unsaved
    clerk.take([edit(1)])
    assert dict(left(clerk, journals).jottings) == LINES


def test_a_journal_keeps_them_in_its_own_thread(journals):
    journal = Journal(journals, whole)
    journal.begin(FILE, START)
    journal.jot(LINES)
    assert journal.flush()
    journal.close(keep=False)
    assert dict(recover(only(journals)).jottings) == LINES
