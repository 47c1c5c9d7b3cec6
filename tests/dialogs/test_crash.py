"""What happens to an exception that nobody caught."""

import sys

import pytest

from desktop import resources
from desktop.dialogs.crash import CrashHook


@pytest.fixture
def quits():
    return []


@pytest.fixture
def hook(qtbot, quits):
    hook = CrashHook(resources.words("en"), lambda: quits.append(True))
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
    assert "still here" in hook.box.text()
    assert "ValueError: <b>bad</b>" in hook.box.detailedText()
    assert "ValueError" in capsys.readouterr().err


def test_while_a_report_is_open_others_are_only_printed(hook, capsys):
    fail(hook, ValueError("first"))
    box = hook.box
    fail(hook, ValueError("second"))
    assert hook.box is box
    assert "second" not in box.detailedText()
    assert "second" in capsys.readouterr().err


def test_after_closing_the_next_fault_is_shown_again(hook):
    fail(hook, ValueError("first"))
    hook.box.close()
    assert hook.box is None
    fail(hook, ValueError("second"))
    assert "second" in hook.box.detailedText()


def test_an_interrupt_asks_to_quit(hook, quits):
    fail(hook, KeyboardInterrupt())
    assert (hook.box, quits) == (None, [True])


def test_without_a_console_there_is_still_a_box(hook, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    fail(hook, ValueError("bad"))
    assert hook.box is not None


def test_it_takes_the_place_of_pythons_own_hook(hook, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    hook.install()
    assert sys.excepthook is hook
