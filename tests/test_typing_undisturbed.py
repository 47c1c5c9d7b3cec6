"""Whatever happens while somebody types, the keys go where they went, and nothing asks for an answer."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from desktop.desk.offer import Choice, Offer
from desktop.document.edits.facts import edit_project


def card(window):
    return next(card.id for lane in window.desk.journey.lanes for card in lane.cards)


def on_the_map(window):
    """The editor over a card; the text in it."""
    window.desk.select({card(window)})
    QTest.keyClick(window.canvas, Qt.Key.Key_F2)
    return window.canvas, window.canvas.writer.toPlainText


def in_the_scribe_bar(window):
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    return window.workshop.scribe.field, window.workshop.scribe.field.text


def in_the_inspector(window):
    window.desk.select({card(window)})
    window.docks.enter_inspector()
    QApplication.processEvents()
    field = next(each for each in window.inspector.findChildren(QPlainTextEdit) if each.isVisible())
    field.setFocus()
    return field, field.toPlainText


def failed_save(window):
    window.files.troubled.emit("The disk is full; make room.")


def other_file(window):
    path = window.session.path
    stamp = path.stat().st_mtime + 10
    path.write_bytes(path.read_bytes().replace(b"Osteria", b"Trattoria"))
    os.utime(path, (stamp, stamp))
    window.watch.look()
    QTest.qWait(50)


def lost_file(window):
    window.session.path.unlink()
    window.watch.look()
    QTest.qWait(50)


def full_journal(window):
    window.statusBar().saved.warned.emit()


def said(window):
    window.desk.said.emit("Something was said.")


def offered(window):
    window.desk.offered.emit(Offer("Gone", (Choice("Take back", window.desk.undo),)))


def news(window):
    window.banners.tell("file", ("Newer than this program.",), ())


def next_point(window):
    """A run of show goes on to its next point while somebody writes."""
    window.workshop.run.show.changed.emit()


def unsaved_work(window):
    window.banners.tell("reminder", ("There is work that was not saved.",), ())


EVENTS = (failed_save, other_file, full_journal, said, offered, news, next_point, unsaved_work, lost_file)


@pytest.mark.parametrize("place", [on_the_map, in_the_scribe_bar, in_the_inspector])
def test_typing_goes_on_whatever_happens(window, script, place):
    field, text = place(window)
    writer = QApplication.focusWidget()
    disturbed = {}
    for happen in EVENTS:
        before = text()
        for letter in "ab":
            QTest.keyClick(QApplication.focusWidget(), letter)
        happen(window)
        for letter in "cd":
            QTest.keyClick(QApplication.focusWidget(), letter)
        seen = (QApplication.focusWidget() is writer, text().count("abcd") - before.count("abcd"), asking(window))
        if seen != (True, 1, []) or len(text()) != len(before) + 4:
            disturbed[happen.__name__] = (*seen, text())
    assert disturbed == {}
    assert (script.told, script.asked, script.conflicts) == ([], [], [])
    field.setFocus()


def asking(window):
    """The dialogs that are open."""
    modal = QApplication.activeModalWidget()
    return [each for each in window.findChildren(QDialog) if each.isVisible()] + ([modal] if modal else [])


def test_a_change_elsewhere_keeps_what_is_typed(window):
    """As another window on the project, or a run of show with its snapshot, would make it."""
    _, text = in_the_scribe_bar(window)
    QTest.keyClicks(QApplication.focusWidget(), "late")
    window.desk.edit("", edit_project(window.session.project, title="Renamed"))
    QTest.keyClicks(QApplication.focusWidget(), " again")
    assert text() == "late again"
