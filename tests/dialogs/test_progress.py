"""How far a print is, and how it is stopped."""

from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import resources
from desktop.dialogs.poster.work import Job
from desktop.dialogs.progress import ProgressDialog, see_through
from desktop.poster.refusals import CancelledError

WORDS = resources.words("en")
LONG = 20.0


@pytest.fixture
def slow():
    """A job that goes on when told so, and tells its news again and again until then."""
    go_on, told = Event(), Event()

    def work(progress):
        while not go_on.wait(0.01):
            progress("write", 3, 10)
            told.set()
        return "done"

    job = Job(work)
    assert told.wait(LONG)
    yield job, go_on
    go_on.set()
    job.wait(LONG)


@pytest.fixture
def dialog(qtbot, slow):
    dialog = ProgressDialog(slow[0], WORDS)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def test_it_tells_how_far_the_print_is(dialog):
    assert dialog.text.text() == "Writing sheets: 3 of 10"
    assert (dialog.bar.value(), dialog.bar.maximum()) == (3, 10)


def test_it_closes_when_the_print_is_done(dialog, slow, qtbot):
    slow[1].set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert slow[0].result() == "done"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_is_stopped(dialog, slow, how):
    if how == "button":
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert slow[0].wait(LONG)
    with pytest.raises(CancelledError):
        slow[0].result()


def test_what_takes_a_moment_shows_nothing(qtbot):
    job = Job(lambda progress: 7)
    see_through(job, WORDS)
    assert job.result() == 7
    assert QApplication.activeModalWidget() is None


def test_what_takes_longer_is_seen_through(qtbot, slow):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, look)
        else:
            seen.append(dialog.text.text())
            slow[1].set()

    QTimer.singleShot(0, look)
    see_through(slow[0], WORDS)
    assert (seen, slow[0].result()) == (["Writing sheets: 3 of 10"], "done")


def endless(progress):
    while True:
        progress("write", 3, 10)
        sleep(0.01)


def test_several_in_turn_leave_the_keyboard_with_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    stopping = QTimer(window, interval=20)
    stopping.timeout.connect(stop_shown)
    stopping.start()
    for _ in range(2):
        see_through(Job(endless), WORDS)
    assert QTest.qWaitForWindowActive(window)


def stop_shown():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


@pytest.mark.parametrize("stage", ["", "layout", "sheets", "write", "check", "editions"])
def test_every_stage_has_words(stage):
    told = WORDS(f"progress.{stage}").format(done=1, whole=2)
    assert told
    assert not told.startswith("progress.")
