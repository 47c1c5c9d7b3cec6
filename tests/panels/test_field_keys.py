"""What AltGr writes, told as Windows tells it: Ctrl and Alt together, and a letter that is not the key's own; and that
shortcuts with Alt write nothing.
"""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QTextEdit

from desktop.dialogs.title import TitleDialog
from desktop.panels.fieldkeys import NAME, FieldKeys, attend, commands, takes_text, writes

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
BOTH = MODIFIER.ControlModifier | MODIFIER.AltModifier
SHIFT, GROUP = MODIFIER.ShiftModifier, MODIFIER.GroupSwitchModifier

GERMAN = [(KEY.Key_2, "²"), (KEY.Key_3, "³"), (KEY.Key_E, "€"), (KEY.Key_M, "µ"), (KEY.Key_Q, "@"), (KEY.Key_7, "{")]
POLISH = [(KEY.Key_A, "ą"), (KEY.Key_C, "ć"), (KEY.Key_L, "ł"), (KEY.Key_N, "ń"), (KEY.Key_O, "ó"), (KEY.Key_S, "ś")]


def event(key, text, held=BOTH, kind=QEvent.Type.ShortcutOverride):
    return QKeyEvent(kind, key, held, text)


@contextmanager
def triggered(window):
    """The ids of the actions that come about; none of them does anything."""
    ids = []
    for name, action in window.acts.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, name=name: ids.append(name))
    yield ids


def scribe(window):
    window.workshop.scribe.take_focus()
    return window.workshop.scribe.field.text


def writer(window):
    window.desk.select({next(card.id for lane in window.desk.journey.lanes for card in lane.cards)})
    QTest.keyClick(window.canvas, KEY.Key_F2)
    QTest.keyClick(window.canvas.writer, KEY.Key_A, MODIFIER.ControlModifier)
    return window.canvas.writer.text


def inspector(window):
    window.docks.enter_inspector()
    field = next(each for each in window.inspector.findChildren(QLineEdit) if each.isVisible() and each.isEnabled())
    field.setFocus()
    field.clear()
    return field.text


def find(window):
    window.workshop.find.call()
    return QApplication.focusWidget().text


def palette(window):
    window.workshop.commands.call()
    return QApplication.focusWidget().text


def snapshot(window):
    window.workshop.snapshots.take()
    return QApplication.focusWidget().text


def dialog(window):
    opened = TitleDialog("Title", "Name", "", window.desk.words, window)
    opened.open()
    opened.line.setFocus()
    return opened.line.text


def written(window, into, key, text, held=BOTH):
    """What the field says in the end, and what came about meanwhile."""
    read = into(window)
    QApplication.processEvents()
    with triggered(window) as ids:
        QTest.sendKeyEvent(QTest.KeyAction.Click, QApplication.focusWidget(), key, text, held)
    return read(), ids


INTO = [scribe, writer, inspector, find, palette, snapshot, dialog]


def test_a_letter_is_written_in_any_field_and_nothing_comes_about(window):
    found = {into.__name__: written(window, into, KEY.Key_E, "€") for into in INTO}
    assert found == {into.__name__: ("€", []) for into in INTO}


def test_the_other_way_round_a_shortcut_is_one(window):
    for into in (scribe, writer):
        assert (into, written(window, into, KEY.Key_N, "")[1]) == (into, ["snapshot"])


def test_signs_of_other_keyboards(window):
    found = []
    for key, text in (*GERMAN, *POLISH):
        window.workshop.scribe.field.clear()
        found.append(written(window, scribe, key, text))
    assert found == [(text, []) for _, text in (*GERMAN, *POLISH)]


def test_with_shift_too(window):
    assert written(window, scribe, KEY.Key_P, "Ź", BOTH | SHIFT) == ("Ź", [])


def test_a_whole_word_is_written_by_the_window_itself(window):
    read = scribe(window)
    for key, text, held in ((KEY.Key_S, "ś", BOTH), (KEY.Key_C, "ć", BOTH), (KEY.Key_O, "o", MODIFIER.NoModifier)):
        QTest.sendKeyEvent(QTest.KeyAction.Click, window.windowHandle(), key, text, held)
    assert read() == "śćo"


def test_where_nothing_is_written_a_shortcut_is_one(window):
    window.outline.take_focus()
    with triggered(window) as ids:
        QTest.sendKeyEvent(QTest.KeyAction.Click, window.outline, KEY.Key_E, "€", BOTH)
    assert ids == ["export_png"]


@pytest.mark.parametrize("text", ["", "\x0e", "n", "N", " ", "\t"])
def test_no_third_letter(text):
    assert not writes(event(KEY.Key_N, text))


@pytest.mark.parametrize("key", [KEY.Key_E, KEY.Key_At, KEY.Key_AsciiTilde])
def test_whatever_the_key_is_called_it_is_the_letter_that_counts(key):
    assert writes(event(key, "@"))


@pytest.mark.parametrize("held", [BOTH, BOTH | SHIFT, GROUP, GROUP | SHIFT])
def test_what_is_held_for_a_third_letter(held):
    assert writes(event(KEY.Key_Q, "@", held))


@pytest.mark.parametrize("held", [MODIFIER.NoModifier, MODIFIER.ControlModifier, MODIFIER.AltModifier, SHIFT])
def test_what_is_held_for_something_else(held):
    assert not writes(event(KEY.Key_Q, "@", held))


def test_fields_of_all_sorts_are_written_into(qtbot):
    fields = [QLineEdit(), QTextEdit(), QSpinBox(), QComboBox()]
    for field in fields:
        qtbot.addWidget(field)
    fields[-1].setEditable(True)
    assert all(map(takes_text, fields))


def test_what_cannot_be_changed_is_not_written_into(qtbot):
    field, choice = QLineEdit(), QComboBox()
    for widget in (field, choice):
        qtbot.addWidget(widget)
    field.setReadOnly(True)
    assert not takes_text(field)
    assert not takes_text(choice)


def test_there_is_one_for_all_windows(window, qapp):
    attend()
    attend()
    assert len(qapp.findChildren(FieldKeys, NAME)) == 1


@pytest.fixture
def afresh(qapp, monkeypatch):
    """Makes another one, as on a platform."""

    def make(platform):
        for old in qapp.findChildren(FieldKeys, NAME):
            old.setParent(None)
        monkeypatch.setattr("desktop.panels.fieldkeys.QGuiApplication.platformName", lambda: platform)
        attend()
        return qapp.findChild(FieldKeys, NAME)

    yield make
    monkeypatch.undo()
    made = qapp.findChild(FieldKeys, NAME)
    if made is not None:
        made.setParent(None)


@pytest.fixture
def line(qtbot):
    """In an active window of its own."""
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    assert QTest.qWaitForWindowActive(line)
    return line


def test_where_alt_writes_there_is_none(afresh):
    assert afresh("cocoa") is None


@pytest.mark.parametrize(("platform", "taken"), [("windows", True), ("xcb", False), ("wayland-egl", False)])
def test_only_windows_takes_altgr_for_both(afresh, line, platform, taken):
    keys, sent = afresh(platform), event(KEY.Key_E, "€")
    sent.ignore()
    assert keys.eventFilter(line, sent) is taken
    assert sent.isAccepted() is taken


@pytest.mark.parametrize("into", [scribe, writer, inspector, find])
def test_a_shortcut_that_can_do_nothing_now_writes_nothing(window, into):
    read = into(window)
    before = read()
    for action in ("to_inbox", "park", "select_next"):
        keys = window.acts[action].shortcut()[0]
        window.acts[action].setEnabled(False)
        letter = chr(keys.key()).lower()
        QTest.sendKeyEvent(QTest.KeyAction.Click, QApplication.focusWidget(), keys.key(), letter, MODIFIER.AltModifier)
        assert (action, read()) == (action, before)


@pytest.mark.parametrize("held", [MODIFIER.NoModifier, SHIFT, MODIFIER.ControlModifier, BOTH])
def test_what_is_no_command_with_alt(held):
    assert not commands(event(KEY.Key_I, "i", held, QEvent.Type.KeyPress))


@pytest.mark.parametrize(("key", "text"), [(KEY.Key_I, "ı"), (KEY.Key_Left, ""), (KEY.Key_Comma, ",")])
def test_what_is_no_letter_or_digit(key, text):
    assert not commands(event(key, text, MODIFIER.AltModifier, QEvent.Type.KeyPress))
