"""The journal of one session: its thread, and that nobody ever waits for it."""

import subprocess
import sys
import threading
import time

import pytest
from journals import FILE, START, back, last, only, said, titles, whole
from projects import ASSET, KEY, PIXEL, large

from desktop.document.base import changed
from desktop.storage.assets import asset
from desktop.storage.journal import Journal, Standing
from desktop.storage.ledger import OWNER
from desktop.storage.recoveries import discarded, recover, recoveries

VALUES = titles(300)


@pytest.fixture
def journals(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def journal(journals):
    journal = Journal(journals, whole)
    journal.begin(FILE, START)
    yield journal
    journal.close(keep=False)


def record(journal, first, end) -> None:
    """Edit n leads to VALUES[n]."""
    for number in range(first, end + 1):
        journal.record(VALUES[number - 1], VALUES[number], f"Edit {number}", "m1")


def threads() -> list[threading.Thread]:
    """Those of all journals; other tests may have left some."""
    return [thread for thread in threading.enumerate() if thread.name == "journal"]


def test_nothing_is_created_before_the_first_edit(journal, journals):
    assert journal.flush()
    assert not journals.exists()
    assert journal.standing == Standing(0, 0, "")


def test_a_session_in_which_nothing_is_done_needs_no_thread(journals):
    before = threads()
    Journal(journals, whole).begin(FILE, START)
    assert threads() == before


def test_an_edit_is_handed_in_and_then_kept(journal, journals):
    record(journal, 1, 1)
    assert journal.standing.handed == 1
    assert journal.flush()
    assert journal.standing == Standing(1, 1, "")


def test_what_a_living_program_keeps_is_not_offered(journal, journals):
    record(journal, 1, 1)
    assert journal.flush()
    assert recoveries(journals) == []


def test_all_edits_come_back(journal, journals):
    record(journal, 1, 300)
    assert journal.flush()
    journal.close(keep=True)
    assert only(journals).edits == 300
    assert back(journals) == VALUES[300]


def test_typing_comes_back(journal, journals):
    record(journal, 1, 1)
    journal.draft(VALUES[2])
    journal.close(keep=True)
    assert back(journals) == VALUES[2]


def test_typing_given_up_does_not(journal, journals):
    record(journal, 1, 1)
    journal.draft(VALUES[2])
    journal.draft(None)
    journal.close(keep=True)
    assert back(journals) == VALUES[1]


def test_pictures_come_back(journal, journals):
    key, picture = asset(PIXEL + b"more", "image/png", 1, 1)
    record(journal, 1, 1)
    journal.keep_asset(key, picture)
    journal.close(keep=True)
    assert recover(only(journals)).opened.assets == {KEY: ASSET, key: picture}


def test_a_save_leaves_nothing_to_recover(journal, journals):
    record(journal, 1, 3)
    journal.saved(FILE, VALUES[3])
    journal.close(keep=True)
    assert recoveries(journals) == []
    assert list(journals.glob("*")) == []


def test_closing_for_good_puts_unsaved_edits_into_the_bin(journal, journals):
    record(journal, 1, 3)
    journal.close(keep=False)
    assert recoveries(journals) == []
    assert last(recover(discarded(journals)[0])) == VALUES[3]


def test_closing_takes_what_was_handed_in_a_moment_before(journals):
    for _ in range(20):
        journal = Journal(journals, whole)
        record(journal, 1, 2)
        journal.close(keep=False)
    assert [each.edits for each in discarded(journals)] == [2] * 20


def test_closing_twice_changes_nothing(journal, journals):
    record(journal, 1, 1)
    journal.close(keep=True)
    journal.close(keep=False)
    assert len(recoveries(journals)) == 1


def test_a_journal_without_anything_can_be_closed(journals):
    Journal(journals, whole).close(keep=True)
    assert not journals.exists()


def test_an_edit_after_the_end_is_never_kept(journal):
    journal.close(keep=False)
    record(journal, 1, 1)
    assert journal.standing == Standing(1, 0, "")


def test_flushing_after_the_end_returns(journal):
    record(journal, 1, 1)
    journal.close(keep=False)
    assert journal.flush()


def test_closing_ends_the_thread(journal):
    before = threads()
    record(journal, 1, 1)
    (thread,) = set(threads()).difference(before)
    journal.close(keep=False)
    assert not thread.is_alive()


def test_two_journals_do_not_meet(journals):
    one, two = Journal(journals, whole), Journal(journals, whole)
    record(one, 1, 2)
    record(two, 1, 1)
    one.close(keep=True)
    two.close(keep=True)
    assert sorted(each.edits for each in recoveries(journals)) == [1, 2]


def test_somebody_is_told_of_every_edit_that_is_kept(journals):
    told = threading.Event()
    seen = []
    journal = Journal(journals, whole, lambda: (seen.append(journal.standing.kept), told.set()))
    for number in range(1, 4):
        told.clear()
        record(journal, number, number)
        assert told.wait(20)
    journal.close(keep=False)
    assert seen == [1, 2, 3]


def test_somebody_is_told_in_the_journals_thread(journals):
    names = []
    journal = Journal(journals, whole, lambda: names.append(threading.current_thread().name))
    record(journal, 1, 1)
    journal.close(keep=False)
    assert names == ["journal"]


def test_a_listeners_fault_does_not_end_the_journal(journals, expected_logs):
    expected_logs.append("somebody could not be told")
    journal = Journal(journals, whole, lambda: {}["a fault"])
    record(journal, 1, 1)
    assert journal.flush()
    record(journal, 2, 2)
    assert journal.flush()
    assert journal.standing.kept == 2
    journal.close(keep=False)


def test_many_threads_lose_no_edit_and_no_wake_up(journal, journals):
    def hand_in():
        for _ in range(50):
            journal.record(START, VALUES[1])
            journal.draft(VALUES[2])

    hands = [threading.Thread(target=hand_in) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert journal.flush(60)
    assert journal.standing == Standing(200, 200, "")


def test_every_edit_wakes_the_thread(journal):
    """Handed in at all moments of its turn: a lost wake-up would be waited for in vain."""
    for number in range(1, 200):
        record(journal, number, number)
        if number % 3 == 0:
            time.sleep(number % 7 / 5000)
        if number % 10 == 0:
            assert journal.flush(20)
    assert journal.flush(20)
    assert journal.standing.kept == 199


def test_edits_made_while_a_save_goes_on_stay(journal, journals):
    record(journal, 1, 5)
    journal.saved(FILE, VALUES[3])
    record(journal, 6, 8)
    journal.close(keep=True)
    recovered = recover(only(journals))
    assert recovered.opened.project == VALUES[3]
    assert [step.after for step in recovered.steps] == VALUES[4:9]


def test_handing_in_returns_at_once_however_large_the_project(journals):
    """That is, nothing of the project is looked at: what stands in for it has nothing to look at."""
    started, go_on = threading.Event(), threading.Event()
    journal = Journal(journals, lambda project: (started.set(), go_on.wait(60), whole(project))[2])
    record(journal, 1, 1)
    assert started.wait(20)
    journal.record(object(), object())
    journal.draft(object())
    journal.saved(FILE, object())
    journal._waiting.clear()
    go_on.set()
    journal.close(keep=False)


def test_a_thread_that_waits_does_not_keep_the_program_from_ending(tmp_path):
    script = """
import sys
from pathlib import Path
from desktop.document.project import Project
from desktop.storage.journal import Journal
from desktop.storage.writer import dump
journal = Journal(Path(sys.argv[1]), lambda project: dump(project, {}))
journal.record(Project(id="j"), Project(id="j", title="Kept"))
assert journal.flush(60)
"""
    result = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert only(tmp_path).title == "Kept"
    assert (only(tmp_path).folder / OWNER).exists()


def test_text_of_any_kind_comes_back(journal, journals):
    text = "naïve “Ωmega” \U0001f600\n\tend\x7f\u2028"
    journal.record(START, said(START, text))
    journal.close(keep=True)
    assert back(journals).maps[0].lanes[0].cards[0].text == text


@pytest.mark.parametrize("cards", [2_000, pytest.param(20_000, marks=pytest.mark.stress)])
def test_a_large_project_comes_back_though_every_card_changes(journals, cards):
    start = large(cards)
    (journey,) = start.maps
    lanes = tuple(
        changed(lane, cards=tuple(changed(card, text="new") for card in lane.cards)) for lane in journey.lanes
    )
    after = changed(start, maps=(changed(journey, lanes=lanes),))
    journal = Journal(journals, whole)
    journal.record(start, after)
    journal.record(after, start)
    journal.record(start, after)
    assert journal.flush(60)
    journal.close(keep=True)
    assert back(journals) == after
