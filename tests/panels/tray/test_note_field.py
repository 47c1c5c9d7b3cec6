"""The line of the tray: what is typed, what is pasted, what waits."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from desktop.document.base import in_order
from desktop.panels.tray import notefield

Key = Qt.Key


@pytest.fixture
def line(side):
    side.panel.line.setFocus()
    return side.panel.line


@pytest.fixture
def said(side):
    said = []
    side.desk.said.connect(said.append)
    return said


@pytest.fixture
def few(monkeypatch):
    """Ten notes at once are many."""
    monkeypatch.setattr(notefield, "MOST", 10)


def paste(line, count):
    mime = QMimeData()
    mime.setText("\n".join(f"line {number}" for number in range(count)))
    line.insertFromMimeData(mime)


def loose(side):
    return [card.text for card in in_order(side.desk.journey.inbox[0].cards) if card.text.startswith("line ")]


def test_more_lines_than_a_range_may_have_cells_all_come(side, line, said):
    paste(line, 6_000)
    assert len(loose(side)) == 6_000
    assert said == []


def test_of_very_many_the_rest_waits_and_it_is_said(side, line, said, few):
    paste(line, 25)
    assert len(loose(side)) == 10
    assert said == ["10 notes came in; 15 more wait in the line: Enter adds them."]
    assert line.placeholderText() == "15 more wait: Enter adds them"


def test_enter_brings_what_waits(side, line, said, few):
    paste(line, 25)
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(line, Key.Key_Return)
    assert loose(side) == [f"line {number}" for number in range(25)]
    assert said[-1] == "5 notes came in: that was all of them."
    assert line.placeholderText() == "Type a note, Enter adds it"


def test_a_note_that_is_typed_goes_before_what_waits(side, line, few):
    paste(line, 12)
    QTest.keyClicks(line, "line by hand")
    QTest.keyClick(line, Key.Key_Return)
    assert loose(side)[-1] == "line by hand"
    QTest.keyClick(line, Key.Key_Return)
    assert loose(side)[-2:] == ["line 10", "line 11"]


def test_more_is_pasted_while_some_wait(side, line, few):
    paste(line, 12)
    paste(line, 12)
    line.commit()
    assert len(loose(side)) == 24


def test_what_waits_comes_back_with_the_line(side, line, few, make):
    paste(line, 12)
    QTest.keyClicks(line, "by hand")
    beside = make()
    other = beside.panel.line
    other.take_up(line.jotted)
    assert (other.toPlainText(), other.placeholderText()) == ("by hand", "2 more wait: Enter adds them")
    assert other.jotted == line.jotted
    assert other.textCursor().atEnd()


def test_an_empty_line_is_nothing_to_keep(line):
    assert line.jotted == ""
    line.take_up("")
    assert line.jotted == ""


def test_a_text_that_nobody_kept_so_is_the_line(line):
    line.take_up("soup")
    assert line.toPlainText() == "soup"


def test_what_could_not_be_read_is_on_the_clipboard_still(line, said, monkeypatch):
    monkeypatch.setattr(notefield, "MOST_READ", 4)
    paste(line, 6)
    assert said == ["That was too much to read at once: 4 lines were read, the rest is still on the clipboard."]


def test_a_note_that_is_refused_stays_in_the_line(side, line):
    side.desk.session.read_only = True
    QTest.keyClicks(line, "soup")
    QTest.keyClick(line, Key.Key_Return)
    assert line.toPlainText() == "soup"
    line.clear()
