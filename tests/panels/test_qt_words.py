"""What Qt itself says."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from desktop.panels.speech import NAME, speak


@pytest.fixture
def spoken(qapp):
    yield lambda language: speak(qapp, language)
    speak(qapp, "en")


def said():
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_qt_speaks_german(spoken):
    spoken("de")
    assert said() == "Abbrechen"


def test_and_english_again(spoken):
    spoken("de")
    spoken("en")
    assert said() == "Cancel"


def test_a_language_that_qt_does_not_know_is_english(spoken):
    spoken("xx")
    assert said() == "Cancel"


def test_there_is_one_translator(spoken, qapp):
    for language in ("de", "en", "de"):
        spoken(language)
    assert len(qapp.findChildren(QTranslator, NAME)) == 1
