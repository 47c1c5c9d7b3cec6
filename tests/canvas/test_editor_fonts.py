"""Fonts for Qt's own text widgets: none is complained of that merely lacks a script."""

import pytest
from PySide6.QtCore import QLoggingCategory, QtMsgType
from PySide6.QtWidgets import QTextEdit

from desktop import resources
from desktop.canvas.faces import face, hush
from desktop.typeset.lines import TextStyle

DEVANAGARI, SINHALA = "अतिथि रेस्तराँ", "සිංහල"


@pytest.fixture
def hushed():
    hush()
    yield
    QLoggingCategory.setFilterRules("")


def written(qtbot, text, pixels):
    """Grabs a text in the face of cards; a size of its own for each test, for Qt tells of each font once."""
    widget = QTextEdit()
    qtbot.addWidget(widget)
    widget.setFont(face(resources.typesetter().fonts, TextStyle(), pixels))
    widget.setPlainText(text)
    widget.grab()


def said(qtlog):
    return [record.message for record in qtlog.records if "OpenType" in record.message]


def test_qt_tells_of_fonts_without_a_script(qtbot, qtlog):
    written(qtbot, SINHALA, 37)
    assert said(qtlog)
    assert {record.type for record in qtlog.records} == {QtMsgType.QtInfoMsg}


@pytest.mark.parametrize(("text", "pixels"), [(DEVANAGARI, 38), (SINHALA, 39)])
def test_nobody_hears_of_it(qtbot, qtlog, hushed, text, pixels):
    written(qtbot, text, pixels)
    assert said(qtlog) == []


def test_warnings_about_fonts_are_still_heard(hushed):
    category = QLoggingCategory("qt.text.font.db")
    assert category.isWarningEnabled()
    assert not category.isInfoEnabled()
