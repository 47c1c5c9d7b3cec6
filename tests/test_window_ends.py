"""How windows end: what is being written counts, and nothing of them is left."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.questions import Answer
from desktop.document.edits.facts import edit_project
from desktop.panels.shortcuts import ShortcutSheet
from desktop.session import Session
from desktop.window import Window
from windows import Home, Script

CTRL = Qt.KeyboardModifier.ControlModifier


def write_title(window, title="Lunch"):
    window.tabs.rename()
    window.tabs.field.selectAll()
    QTest.keyClicks(window.tabs.field, title)


def write_card(window):
    QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    QTest.keyClicks(window.canvas, "Smells the sea")
    assert window.canvas.writer is not None


def look_about(window):
    window.docks.show_outline(True)
    window.desk.select([window.desk.journey.lanes[0].cards[0].id])
    window.views.ask_filter()
    window.view_bar.filter.menu().close()


def open_sheet(window):
    window.show_keys()
    window.findChild(ShortcutSheet).reject()


def open_menu(window):
    window.menus.at_selection()
    QApplication.activePopupWidget().close()


def write_in_outline(window, text="Other"):
    """The first card of the first step; the field in which it is written."""
    window.docks.show_outline(True)
    card = window.desk.journey.lanes[0].cards[0].id
    window.outline.setCurrentIndex(window.outline.place_of(card))
    QTest.keyClick(window.outline, Qt.Key.Key_F2)
    field = window.outline.indexWidget(window.outline.currentIndex())
    QTest.keyClicks(field, text)
    return field


def test_what_is_being_written_in_the_outline_is_saved(window, path):
    QTest.keyClick(write_in_outline(window, "Smells the sea"), Qt.Key.Key_S, CTRL)
    assert "Smells the sea" in path.read_text("utf-8")
    assert not window.session.modified


def test_what_is_being_written_in_the_outline_counts_when_a_window_closes(window, script, path):
    write_in_outline(window, "Smells the sea")
    script.answer = Answer.SAVE
    assert window.close()
    assert "Smells the sea" in path.read_text("utf-8")


def test_a_title_that_is_being_written_is_saved(window, path):
    write_title(window, "Supper")
    QTest.keyClick(window.tabs.field, Qt.Key.Key_S, CTRL)
    assert "Supper" in path.read_text("utf-8")


def test_a_title_that_is_being_written_counts_when_a_window_closes(window, script, path):
    write_title(window, "Supper")
    script.answer = Answer.SAVE
    assert window.close()
    assert "Supper" in path.read_text("utf-8")


def test_a_closed_window_no_longer_follows(window):
    session, shown = window.session, []
    window.desk.shown.connect(lambda: shown.append(1))
    window.close()
    session.edit("Rename", edit_project(session.project, title="Other"))
    session.save()
    assert shown == []
    assert not window.windowTitle().startswith("Other")


@pytest.fixture
def _alone():
    """What was there before holds or lets go as ever, but is not searched: that takes seconds."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize("work", [write_card, write_title, write_in_outline, look_about, open_sheet, open_menu])
def test_a_closed_window_is_let_go_with_all_that_it_held(qapp, sample, work):
    session = Session(sample)
    window = Window(session, Home(), Script())
    window.show()
    work(window)
    held = window, window.desk, window.canvas, window.inspector, window.outline, window.palette_panel, window.views
    gone = [weakref.ref(each) for each in held]
    window.dismiss()
    del window, held
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [each() for each in gone] == [None] * len(gone)
    session.edit("Rename", edit_project(session.project, title="Other"))
