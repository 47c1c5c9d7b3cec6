"""Whose the program is, and what it is made of."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from desktop import resources
from desktop.dialogs.about import AboutDialog


@pytest.fixture
def dialog(qtbot):
    dialog = AboutDialog(resources.words("en"))
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_version_and_licence_are_told(dialog):
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert resources.version() in said
    assert "MIT" in said


@pytest.mark.parametrize(
    ("tab", "words"), [(0, "Permission is hereby granted"), (1, "SIL Open Font License"), (2, "Inter Project Authors")]
)
def test_every_text_is_there(dialog, tab, words):
    assert words in dialog.texts.widget(tab).toPlainText()


def test_the_texts_are_read_only_and_named(dialog):
    pages = [dialog.texts.widget(tab) for tab in range(dialog.texts.count())]
    assert {page.isReadOnly() for page in pages} == {True}
    assert [page.accessibleName() for page in pages] == ["Licence", "Notices", "Fonts"]


def test_escape_closes(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog)


def test_where_there_are_none_it_says_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "root", lambda: tmp_path / "resources")
    monkeypatch.setattr(resources, "NAME", "no-such-distribution")
    assert resources.notices()["licence"] == ""
    assert resources.version() == "(not installed)"
