"""Lines that nobody has entered, in the real window."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import cards_of
from desktop.session import Session
from desktop.standing import take_over
from desktop.storage.backups import Backups
from desktop.storage.keeping import Keeping
from desktop.storage.recoveries import recover, recoveries

Key = Qt.Key


@pytest.fixture
def keeping(tmp_path):
    return Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")


@pytest.fixture
def window(open_window, path, keeping):
    """On a file of one's own; ten milliseconds are a second in it."""
    window = open_window(Session.open(path, keeping))
    window.workshop.jottings.pause.setInterval(10)
    return window


def scribble(window, text):
    QTest.keyClick(window.canvas, Key.Key_F3)
    QTest.keyClicks(window.workshop.scribe.field, text)


def note(window, text):
    window.workshop.inbox.call()
    QTest.keyClicks(window.workshop.inbox.panel.line, text)


def kept(window):
    """What the journal has of the lines."""
    assert window.session.journal.flush()
    handed = window.session.journal._clerk._jotted
    return {name: "".join(part for part in text if part.isalnum()) for name, text in handed.items()}


def texts(window):
    return [card.text for card in cards_of(window.desk.journey)]


def test_a_line_reaches_the_journal_a_moment_later_not_put_off_by_keys_and_stays_there_back_on_the_map(window, qtbot):
    scribble(window, "the")
    left = window.workshop.jottings.pause.remainingTime()
    QTest.keyClicks(window.workshop.scribe.field, " soup")
    assert window.workshop.jottings.pause.remainingTime() <= left
    qtbot.waitUntil(lambda: "thesoup" in kept(window).get("scribe", ""))
    assert not window.session.modified
    QTest.keyClick(window.workshop.scribe.field, Key.Key_Escape)
    note(window, "ask")
    window.canvas.setFocus()
    qtbot.waitUntil(lambda: kept(window).keys() == {"scribe", "tray"})


def test_a_line_that_was_entered_is_gone_at_once_and_nothing_is_handed_in_while_nothing_changes(window):
    scribble(window, "the soup")
    window.workshop.jottings.keep()
    QTest.keyClick(window.workshop.scribe.field, Key.Key_Return)
    assert kept(window) == {}
    assert "the soup" in texts(window)
    window.workshop.jottings.pause.setInterval(100_000)
    scribble(window, "soup")
    window.workshop.jottings.keep()
    assert window.session.journal.flush()
    before = window.session.journal._clerk._ledger.lines
    window.workshop.jottings.keep()
    assert window.session.journal.flush()
    assert window.session.journal._clerk._ledger.lines == before


def test_a_window_that_is_closed_enters_both(window, script):
    scribble(window, "the soup")
    note(window, "ask the cook")
    window.close()
    assert script.asked
    assert {"the soup", "ask the cook"} <= set(texts(window))


def test_one_that_is_left_for_now_keeps_them(window, keeping, home):
    scribble(window, "the soup")
    note(window, "ask the cook")
    window.depart()
    assert home.left == [window]
    (found,) = recoveries(keeping.journals)
    recovered = recover(found)
    assert (recovered.jottings.keys(), recovered.edited) == ({"scribe", "tray"}, False)


def test_what_is_refused_when_the_window_closes_is_kept(window, keeping, home, script):
    for lane in window.desk.journey.lanes:
        window.desk.session.edit("", lock_lane(window.desk.project, window.desk.map_id, lane.id, True))
    window.session.save()
    scribble(window, "the soup")
    window.close()
    assert home.left == [window]
    (found,) = recoveries(keeping.journals)
    assert "the soup" in recover(found).jottings["scribe"]


def test_both_come_back_into_their_fields_and_a_window_in_another_language_goes_on_with_them(window, open_window):
    scribble(window, "p: the soup")
    note(window, "ask")
    other = open_window(Session(window.session.opened))
    other.workshop.jottings.put_back({**window.workshop.jottings.lines, "unknown": "field"})
    assert other.workshop.scribe.chips.texts == ["Pain point"]
    assert other.workshop.scribe.field.text() == "the soup"
    assert other.workshop.inbox.panel.line.toPlainText() == "ask"
    assert other.workshop.inbox.panel.isVisible()
    fresh = open_window(window.session)
    take_over(fresh, window)
    window.dismiss()
    assert fresh.workshop.scribe.field.text() == "the soup"
    assert "the soup" not in texts(fresh)


def test_where_no_journal_keeps_them_they_are_entered(window, open_window, path):
    bare = open_window(Session.open(shutil.copy(path, path.with_name("bare.journey"))))
    scribble(bare, "the soup")
    bare.workshop.jottings.settle()
    assert "the soup" in texts(bare)
    scribble(window, "the soup")
    window.workshop.jottings.settle()
    assert "the soup" not in texts(window)
