"""What happens to an exception that nobody caught."""

import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop import resources
from desktop.dialogs.crash import LARGEST_LOG, QUIET, CrashHook, Kept


class Around:
    """The program around the hook: what was asked of it, what becomes of the work, what time it is."""

    def __init__(self, folder):
        self.quits = 0
        self.keeps = 0
        self.kept = Kept()
        self.now = 1000.0
        self.fails = False
        self.log = folder / "state" / "reports.txt"

    def quit(self):
        self.quits += 1

    def keep(self):
        self.keeps += 1
        if self.fails:
            raise ValueError("cannot be kept")
        return self.kept

    def time(self):
        return self.now


@pytest.fixture
def around(tmp_path):
    return Around(tmp_path)


@pytest.fixture
def hook(qtbot, around):
    hook = CrashHook(resources.words("en"), around.quit, around.keep, around.log, around.time)
    yield hook
    if hook.box is not None:
        hook.box.close()


def fail(hook, error):
    try:
        raise error
    except type(error):
        hook(*sys.exc_info())


def test_a_fault_is_shown_with_its_report(hook, capsys):
    fail(hook, ValueError("<b>bad</b>"))
    assert "still here" in hook.box.heading.text()
    assert "ValueError: <b>bad</b>" in hook.box.report.toPlainText()
    assert "ValueError" in capsys.readouterr().err


def test_the_work_is_kept_first_and_that_is_said(hook, around):
    fail(hook, ValueError("bad"))
    assert around.keeps == 1
    assert "Nothing is lost" in hook.box.remedy.text()
    assert hook.box.files.isHidden()


def test_copies_that_had_to_be_written_are_named(hook, around, tmp_path):
    around.kept = Kept(copies=(tmp_path / "Dinner.journey", tmp_path / "Lunch.journey"))
    fail(hook, ValueError("bad"))
    assert "outside this window only as a copy" in hook.box.remedy.text()
    assert str(tmp_path / "Dinner.journey") in hook.box.files.text()
    assert hook.box.files.text().endswith(str(tmp_path / "Lunch.journey"))


def test_that_nothing_could_be_kept_is_said_and_what_to_do(hook, around):
    around.kept = Kept(sound=False)
    fail(hook, ValueError("bad"))
    assert "Save it under another name" in hook.box.remedy.text()


def test_that_it_cannot_be_kept_hides_nothing(hook, around):
    around.fails = True
    fail(hook, ValueError("bad"))
    assert "ValueError: bad" in hook.box.report.toPlainText()
    assert "Save it under another name" in hook.box.remedy.text()


def test_all_texts_are_plain(hook):
    fail(hook, ValueError("bad"))
    assert {label.textFormat() for label in hook.box.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_the_report_is_copied(hook):
    fail(hook, ValueError("bad"))
    QTest.mouseClick(hook.box.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == hook.box.report.toPlainText()
    assert hook.box.isVisible()


def test_while_a_report_is_open_others_are_only_logged(hook, around, capsys):
    fail(hook, ValueError("first"))
    box = hook.box
    fail(hook, ValueError("second"))
    assert (hook.box, around.keeps) == (box, 1)
    assert "second" not in box.report.toPlainText()
    assert "second" in capsys.readouterr().err
    assert "second" in around.log.read_text("utf-8")


def test_a_fault_inside_of_it_only_logs(hook, around):
    hook._keep = lambda: fail(hook, ValueError("again")) or Kept()
    fail(hook, ValueError("first"))
    assert "first" in hook.box.report.toPlainText()
    assert "again" in around.log.read_text("utf-8")


def test_after_closing_the_next_fault_is_shown_again(hook):
    fail(hook, ValueError("first"))
    QTest.keyClick(hook.box, Qt.Key.Key_Escape)
    assert hook.box is None
    fail(hook, ValueError("second"))
    assert "second" in hook.box.report.toPlainText()


def test_the_same_fault_is_told_once_in_a_while(hook, around, capsys):
    for _ in range(60):
        fail(hook, ValueError("paint"))
    assert capsys.readouterr().err.count("ValueError: paint") == 1
    hook.box.close()
    fail(hook, ValueError("paint"))
    assert hook.box is None
    around.now += QUIET
    fail(hook, ValueError("paint"))
    assert hook.box is not None


def test_an_interrupt_asks_to_quit(hook, around):
    fail(hook, KeyboardInterrupt())
    assert (hook.box, around.quits) == (None, 1)


def test_without_a_console_there_is_still_a_box(hook, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    fail(hook, ValueError("bad"))
    assert hook.box is not None


def test_where_no_log_can_be_written_there_is_still_a_box(hook, around):
    around.log.parent.write_text("in the way")
    fail(hook, ValueError("bad"))
    assert hook.box is not None


def test_a_log_does_not_grow_for_ever(hook, around):
    around.log.parent.mkdir()
    around.log.write_text("x" * (LARGEST_LOG + 1))
    fail(hook, ValueError("bad"))
    assert around.log.stat().st_size < 10_000


@pytest.fixture
def installed(hook, monkeypatch):
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    hook.install()
    return hook


def test_it_takes_the_place_of_pythons_own_hooks(installed):
    assert sys.excepthook is installed
    assert threading.excepthook == installed.in_thread
    assert sys.unraisablehook == installed.unraisable
    installed.remove()
    assert (sys.excepthook, threading.excepthook) == (sys.__excepthook__, threading.__excepthook__)


def test_a_thread_of_its_own_only_logs(installed, around):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert installed.box is None
    assert "ZeroDivisionError" in around.log.read_text("utf-8")


def test_a_fault_that_reaches_the_hook_in_another_thread_opens_nothing(hook, around):
    thread = threading.Thread(target=fail, args=(hook, ValueError("elsewhere")))
    thread.start()
    thread.join()
    assert hook.box is None
    assert "elsewhere" in around.log.read_text("utf-8")


def test_a_fault_in_a_destructor_only_logs(hook, around):
    error = ValueError("gone")
    hook.unraisable(
        SimpleNamespace(exc_type=ValueError, exc_value=error, exc_traceback=None, err_msg=None, object=None)
    )
    assert hook.box is None
    assert "ValueError: gone" in around.log.read_text("utf-8")


def test_what_the_start_before_ended_with_is_shown(hook, around):
    hook.show_last("Segmentation fault")
    assert "last time" in hook.box.heading.text()
    assert "helps to mend" in hook.box.remedy.text()
    assert (hook.box.report.toPlainText(), around.keeps) == ("Segmentation fault", 0)
