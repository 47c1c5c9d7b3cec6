"""Tooltips show what people wrote, and never what it would mean on a page of the web."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt, QTextDocumentFragment

from desktop.panels.tips import LONGEST, tip

MARKUP = ["<b>bold</b>", "<img src='/etc/hostname'>", "a < b > c", "x<br/>y", "&lt;", "\n<table>"]


@pytest.mark.parametrize("text", ["", "A dinner out", "R & D", "5 < 6", "two\nlines", "</p> <a href=x>"])
def test_usual_texts_stay_as_they_are(text):
    assert tip(text) == text


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_letter_by_letter(text):
    assert QTextDocumentFragment.fromHtml(tip(text)).toPlainText().strip() == text.strip()


@pytest.mark.parametrize("text", MARKUP)
def test_no_tag_is_left_in_it(text):
    assert tip(text).removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "").count("<") == 0


@given(st.text("<>/ab&;\n =", max_size=40))
def test_whatever_qt_would_read_is_escaped(text):
    shown = tip(text)
    assert shown == text or (Qt.mightBeRichText(text) and shown.startswith("<qt>"))


def test_of_very_long_texts_it_is_the_beginning():
    assert len(tip("x" * 20_000)) <= LONGEST + 1
