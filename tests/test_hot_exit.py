"""However the program ends, the next start offers what was not saved."""

import shutil
import signal
import sys
from pathlib import Path

import pytest

from desktop import resources
from desktop.document.locate import cards_of
from desktop.storage.reader import read
from desktop.storage.recoveries import discarded, recover, recoveries
from lives import Life, Nursery, journals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

SAMPLE = resources.root() / "samples" / "restaurant.journey"
WORK = 'entitle(program.windows[0], "Not saved")'
LOOK = """
dialog = program.recovering.dialog
for row in dialog.rows if dialog else ():
    say(row.found.recovery.title, row.found.wary, dialog.faulted.isVisible())
program.quit()
"""


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "dinner.journey"))


@pytest.fixture(scope="module")
def nursery():
    """Where all of them come from."""
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def live(nursery, tmp_path):
    """Starts the program; whatever is still alive in the end is killed."""
    lives = []

    def start(act, *files):
        lives.append(Life(nursery, tmp_path, len(lives), act, *files))
        return lives[-1]

    yield start
    for life in lives:
        life.close()


def worked(live, path, then=""):
    """A program that has kept an edit, and goes on with something else."""
    life = live(f"{WORK}\n{then}", path)
    assert life.hear() == "kept"
    return life


def unsaved(tmp_path):
    return [(each.title, each.path and each.path.name) for each in recoveries(journals(tmp_path))]


def stress(value):
    """One of several of a kind: the first stands for all of them in short runs."""
    return pytest.param(value, marks=pytest.mark.stress)


@pytest.mark.parametrize("name", ["SIGTERM", stress("SIGINT"), stress("SIGHUP")])
def test_after_a_signal_the_next_start_offers_the_work(live, path, tmp_path, name):
    life = worked(live, path)
    life.send(getattr(signal, name))
    assert life.end() == (0, [], [])
    assert [each.name for each in tmp_path.iterdir() if "lock" in each.name] == []
    assert read(path).project.title == "Osteria Lume"
    assert live(LOOK).end() == (0, ["Not saved False False"], [])
    assert unsaved(tmp_path) == [("Not saved", "dinner.journey")]


def test_after_a_kill_too(live, path):
    life = worked(live, path)
    life.send(signal.SIGKILL)
    assert life.end()[0] == -signal.SIGKILL
    assert live(LOOK).end() == (0, ["Not saved False False"], [])


def test_while_it_lives_nobody_else_is_offered_its_work(live, path):
    life = worked(live, path)
    assert live(LOOK).end() == (0, [], [])
    life.send(signal.SIGTERM)
    assert life.end()[0] == 0


TYPE = """
window = program.windows[0]
QTest.keyClick(window.canvas, Qt.Key.Key_Right)
QTest.keyClicks(window.canvas, "Smells the sea")
say("typed" if window.canvas.writer else "nothing")
"""


def test_text_that_is_being_typed_counts(live, path, tmp_path):
    life = live(TYPE, path)
    assert life.hear() == "typed"
    life.send(signal.SIGTERM)
    assert life.end()[0] == 0
    (found,) = recoveries(journals(tmp_path))
    journey = recover(found).steps[-1].after.maps[0]
    assert "Smells the sea" in {card.text for card in cards_of(journey)}


LINES = """
window = program.windows[0]
QTest.keyClick(window.canvas, Qt.Key.Key_F3)
QTest.keyClicks(window.workshop.scribe.field, "p: the bread is co")
window.workshop.inbox.call()
QTest.keyClicks(window.workshop.inbox.panel.line, "ask the co")
window.canvas.setFocus()
QTest.qWait(1300)
say(window.session.modified, window.session.journal.flush())
"""
AGAIN = """
(row,) = (row for row in program.recovering.dialog.rows if not row.found.discarded)
row.buttons[Decision.RESTORE].click()
program.recovering._threads.shutdown()
window = program.windows[0]
scribe, tray = window.workshop.scribe, window.workshop.inbox.panel
say(*scribe.chips.texts, "|", scribe.field.text(), "|", tray.line.toPlainText(), "|", tray.isVisible())
say(window.session.modified, window.session.undoable, window.session.path.name)
"""
BACK = ["Pain point | the bread is co | ask the co | True", "False None dinner.journey"]


def lined(live, path, then=""):
    """A program with two lines that nobody has entered and nothing else that is not saved."""
    life = live(LINES + then, path)
    assert life.hear() == "False True"
    return life


def test_lines_that_nobody_entered_are_in_their_fields_after_a_kill(live, path):
    life = lined(live, path)
    life.send(signal.SIGKILL)
    life.end()
    assert live(AGAIN + "program.quit()").end() == (0, BACK, [])


def test_and_after_the_program_was_left(live, path, tmp_path):
    assert lined(live, path, "program.quit()").end() == (0, [], [])
    assert live(AGAIN + "program.quit()").end() == (0, BACK, [])
    assert live(AGAIN + "program.quit()").end() == (0, BACK, [])
    assert read(path).project.title == "Osteria Lume"


ASK = 'QTimer.singleShot(0, program.windows[0], lambda: (say("asks"), program.windows[0].close()))'


def test_a_question_does_not_hold_it_up(live, path, tmp_path):
    life = worked(live, path, ASK)
    assert life.hear() == "asks"
    life.send(signal.SIGTERM)
    assert life.end() == (0, [], [])
    assert unsaved(tmp_path) == [("Not saved", "dinner.journey")]


@pytest.mark.parametrize("act", ["QApplication.quit()", stress('program.windows[0].acts["quit"].trigger()')])
def test_quitting_asks_nothing(live, path, tmp_path, act):
    assert worked(live, path, act).end() == (0, [], [])
    assert unsaved(tmp_path) == [("Not saved", "dinner.journey")]


SHOWN_CRASH = """
(row,) = program.recovering.dialog.rows
row.buttons[Decision.RESTORE].click()
say(program.windows[0].session.project.title)
os.kill(os.getpid(), signal.SIGSEGV)
"""


def test_what_ends_the_program_again_is_marked(live, path):
    life = worked(live, path, "os.kill(os.getpid(), signal.SIGSEGV)")
    assert life.end()[0] == -signal.SIGSEGV
    again = live(SHOWN_CRASH)
    assert again.hear() == "Not saved"
    assert again.end()[0] == -signal.SIGSEGV
    code, said, _ = live(LOOK).end()
    assert (code, said[0]) == (0, "Not saved True True")


RESTORE = """
(row,) = program.recovering.dialog.rows
row.buttons[Decision.RESTORE].click()
program.recovering._threads.shutdown()
say(program.windows[0].session.modified, program.windows[0].session.path.name)
"""


def test_what_was_restored_is_kept_by_a_journal_of_its_own(live, path, tmp_path):
    life = worked(live, path)
    life.send(signal.SIGKILL)
    life.end()
    (old,) = recoveries(journals(tmp_path))
    again = live(RESTORE)
    assert again.hear() == "True dinner.journey"
    assert [each.id for each in discarded(journals(tmp_path))] == [old.id]
    again.send(signal.SIGKILL)
    again.end()
    (fresh,) = recoveries(journals(tmp_path))
    assert (fresh.title, fresh.id == old.id) == ("Not saved", False)
