"""What Qt itself says: the words of its own dialogs and of the menus over text fields."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

NAME = "speech"


def speak(application: QApplication, language: str) -> None:
    """Qt's own words in a language, where Qt comes with them; else in English."""
    for old in application.findChildren(QTranslator, NAME):
        application.removeTranslator(old)
        old.setParent(None)
    translator = QTranslator(application)
    translator.setObjectName(NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
