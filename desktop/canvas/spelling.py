"""Marks under words that the dictionary does not know, while text is written."""

import re
from typing import Protocol

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
MARK = QColor("#CF3F66")


class Spelling(Protocol):
    """What the marks ask."""

    def knows(self, word: str) -> bool: ...

    def suggestions(self, word: str) -> list[str]: ...


class SpellMarks(QSyntaxHighlighter):
    """Underlines unknown words of a document; they are no part of the text."""

    def __init__(self, document: QTextDocument, spelling: Spelling) -> None:
        super().__init__(document)
        self._spelling = spelling
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self._format.setUnderlineColor(MARK)

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for every paragraph that changed."""
        for word in WORD.finditer(text):
            if not self._spelling.knows(word[0]):
                start, end = (len(text[:at].encode("utf-16-le")) // 2 for at in word.span())
                self.setFormat(start, end - start, self._format)


def offer(menu: QMenu, cursor: QTextCursor, spelling: Spelling) -> None:
    """Puts what may have been meant at the top of a menu; choosing one replaces the word under the cursor."""
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    word = cursor.selectedText()
    if not word or spelling.knows(word):
        return
    first = menu.actions()[0] if menu.actions() else menu.addSeparator()
    for suggestion in spelling.suggestions(word):
        action = menu.addAction(suggestion)
        action.triggered.connect(_Replacement(cursor, suggestion))
        menu.insertAction(first, action)
    menu.insertSeparator(first)


class _Replacement:
    def __init__(self, cursor: QTextCursor, word: str) -> None:
        self._cursor = cursor
        self._word = word

    def __call__(self, _checked: bool = False) -> None:
        self._cursor.insertText(self._word)
