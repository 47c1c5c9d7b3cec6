"""What can be chosen for the whole program; every choice holds at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
)

from desktop.layout.style import Words
from desktop.preferences import Appearance, Preferences
from desktop.resources import languages

NAMES = {"en": "English", "de": "Deutsch"}
"""Languages as those who speak them call them."""

LONGEST_NAME = 100


class PreferencesDialog(QDialog):
    """chosen(preferences): after every choice, with all that was chosen so far."""

    chosen = Signal(object)

    def __init__(self, words: Words, preferences: Preferences) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("preferences.title"))
        self._words = words
        self._preferences = preferences
        self.language = QComboBox()
        self.language.addItem(words("preferences.system"), "")
        for language in languages():
            self.language.addItem(NAMES.get(language, language), language)
        self.appearance = QComboBox()
        for appearance in Appearance:
            self.appearance.addItem(words(f"preferences.{appearance.value}"), appearance)
        self.author = QLineEdit(preferences.author)
        self.author.setMaxLength(LONGEST_NAME)
        self.language.setCurrentIndex(max(0, self.language.findData(preferences.language)))
        self.appearance.setCurrentIndex(list(Appearance).index(preferences.appearance))
        self._arrange()
        self.language.activated.connect(self._tell)
        self.appearance.activated.connect(self._tell)
        self.author.editingFinished.connect(self._tell)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (("language", self.language), ("appearance", self.appearance), ("author", self.author)):
            label = QLabel(self._words(f"preferences.{name}"))
            label.setBuddy(field)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # stands on the middle
            form.addRow(label, field)
        note = QLabel(self._words("preferences.author_note"))
        note.setObjectName("note")
        note.setWordWrap(True)
        form.addRow("", note)
        close = QDialogButtonBox()
        close.addButton(self._words("answer.close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(close)
        self.setMinimumWidth(420)

    def done(self, result: int) -> None:
        """Whatever way it is closed, what was typed counts."""
        self._tell()
        super().done(result)

    def _tell(self) -> None:
        chosen = self._preferences.model_copy(
            update={
                "language": self.language.currentData(),
                "appearance": list(Appearance)[self.appearance.currentIndex()],
                "author": " ".join(self.author.text().split()),
            }
        )
        if chosen != self._preferences:
            self._preferences = chosen
            self.chosen.emit(chosen)
