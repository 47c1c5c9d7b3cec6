"""Marks under unknown words, and what may have been meant."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from desktop.canvas.spelling import SpellMarks, offer

KNOWN = {"the", "waiter", "isn’t", "there"}


class Spelling:
    def knows(self, word):
        return word.lower() in KNOWN

    def suggestions(self, word):
        return ["waiter", "water"]


@pytest.fixture
def field(qtbot):
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.marks = SpellMarks(field.document(), Spelling())
    return field


def marked(field):
    found = []
    block = field.document().begin()
    while block.isValid():
        text = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            assert part.format.underlineStyle() == QTextCharFormat.UnderlineStyle.SpellCheckUnderline
            found.append(text[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le"))
        block = block.next()
    return found


def test_unknown_words_are_marked_as_they_are_typed(field):
    QTest.keyClicks(field, "The wauter isnt there")
    assert marked(field) == ["wauter", "isnt"]


def test_marks_stand_right_behind_letters_of_two_halves(field):
    field.setPlainText("😀😀 wauter\nisn’t xyz")
    assert marked(field) == ["wauter", "xyz"]


def test_marks_are_no_text(field):
    field.setPlainText("wauter")
    assert field.toPlainText() == "wauter"


def test_a_suggestion_takes_the_words_place(field):
    field.setPlainText("the wauter there")
    menu, cursor = QMenu(field), field.textCursor()
    menu.addAction("Paste")
    cursor.setPosition(6, QTextCursor.MoveMode.MoveAnchor)
    offer(menu, cursor, Spelling())
    assert [action.text() for action in menu.actions()] == ["waiter", "water", "", "Paste"]
    menu.actions()[0].trigger()
    assert field.toPlainText() == "the waiter there"


def test_a_known_word_has_no_suggestions(field):
    field.setPlainText("the waiter")
    menu = QMenu(field)
    offer(menu, field.textCursor(), Spelling())
    assert not menu.actions()
