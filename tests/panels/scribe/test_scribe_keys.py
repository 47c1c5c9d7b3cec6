"""The keys of the line for notes, of the walk's, and what is copied into them."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.panels.photos.field import WalkField
from desktop.panels.scribe.field import ScribeField, holds_lines

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
PLAIN = ("entered", "counted", "aimed", "asked", "opened", "left", "pasted")
KEYS = [
    (Qt.Key.Key_Return, NONE, "entered"),
    (Qt.Key.Key_Enter, KEYPAD, "entered"),
    (Qt.Key.Key_Return, CONTROL, "counted"),
    (Qt.Key.Key_F2, NONE, "aimed"),
    (Qt.Key.Key_F1, NONE, "asked"),
    (Qt.Key.Key_Escape, NONE, "left"),
    (Qt.Key.Key_Backspace, NONE, "opened"),
]


class Desk:
    """A line above another one; keeps what the line tells."""

    def __init__(self, kind):
        self.host, self.line, self.other = QWidget(), kind(), QLineEdit()
        column = QVBoxLayout(self.host)
        column.addWidget(self.line)
        column.addWidget(self.other)
        self.heard, self.ways, self.has = [], [], []
        for name in PLAIN:
            getattr(self.line, name).connect(lambda name=name: self.heard.append(name))
        self.line.stepped.connect(lambda by: self.ways.append(("stepped", by)))
        self.line.moved.connect(lambda by: self.ways.append(("moved", by)))
        self.line.focused.connect(self.has.append)


@pytest.fixture
def make(qtbot):
    def made(kind):
        desk = Desk(kind)
        qtbot.addWidget(desk.host)
        desk.host.show()
        desk.host.activateWindow()
        qtbot.waitActive(desk.host)
        desk.line.setFocus()
        return desk

    return made


@pytest.fixture
def desk(make):
    return make(ScribeField)


@pytest.mark.parametrize(("key", "held", "told"), KEYS)
@pytest.mark.parametrize("kind", [ScribeField, WalkField])
def test_a_key_says_what_it_means(make, kind, key, held, told):
    desk = make(kind)
    QTest.keyClick(desk.line, key, held)
    assert desk.heard == [told]


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Tab, ("stepped", 1)),
        (Qt.Key.Key_Backtab, ("stepped", -1)),
        (Qt.Key.Key_Up, ("moved", -1)),
        (Qt.Key.Key_Down, ("moved", 1)),
    ],
)
def test_a_way_is_told_and_the_keyboard_stays(desk, key, way):
    QTest.keyClick(desk.line, key)
    assert desk.ways == [way]
    assert desk.line.hasFocus()


def test_backspace_within_the_text_deletes(desk):
    QTest.keyClicks(desk.line, "tea")
    QTest.keyClick(desk.line, Qt.Key.Key_Backspace)
    assert desk.line.text() == "te"
    assert desk.heard == []


def test_backspace_at_the_left_end_of_what_is_selected_deletes_it(desk):
    QTest.keyClicks(desk.line, "tea")
    QTest.keyClick(desk.line, Qt.Key.Key_Home, SHIFT)
    QTest.keyClick(desk.line, Qt.Key.Key_Backspace)
    assert desk.line.text() == ""
    assert desk.heard == []


def test_an_arrow_with_shift_is_the_lines_own(desk):
    QTest.keyClick(desk.line, Qt.Key.Key_Up, SHIFT)
    assert desk.ways == []


def test_it_tells_that_it_has_the_keyboard_and_has_it_no_more(desk):
    desk.other.setFocus()
    desk.line.setFocus()
    assert desk.has[-2:] == [False, True]


@pytest.mark.parametrize(("held", "told"), [(SHIFT, []), (NONE, ["entered"]), (SHIFT | CONTROL, ["counted"])])
def test_shift_and_enter_goes_back_on_a_walk_alone(make, held, told):
    desk = make(WalkField)
    back = []
    desk.line.backed.connect(lambda: back.append(True))
    QTest.keyClick(desk.line, Qt.Key.Key_Return, held)
    assert desk.heard == told
    assert back == ([] if told else [True])


def test_shift_and_enter_enters_in_the_scribes_line(desk):
    QTest.keyClick(desk.line, Qt.Key.Key_Return, SHIFT)
    assert desk.heard == ["entered"]


@pytest.mark.parametrize(
    ("text", "several"),
    [("one", False), ("one\n", False), ("one\r\n", False), ("one\ntwo", True), ("one\ttwo", True), ("", False)],
)
def test_lines_and_cells_are_more_than_one_line(text, several):
    mime = QMimeData()
    mime.setText(text)
    assert holds_lines(mime) == several


@pytest.mark.parametrize(("text", "heard", "line"), [("one\ntwo", ["pasted"], ""), ("one", [], "one")])
def test_only_what_fits_in_a_line_comes_into_it(desk, text, heard, line):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(desk.line, Qt.Key.Key_V, CONTROL)
    assert (desk.heard, desk.line.text()) == (heard, line)
    QGuiApplication.clipboard().clear()
