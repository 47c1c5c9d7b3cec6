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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fontlist import FontList
from desktop.dialogs.printers import PrinterTable
from desktop.layout.style import Words
from desktop.plan.paper import PaperError, paper
from desktop.plan.units import UNITS
from desktop.preferences import MOST_OWN, Appearance, Habits, Preferences
from desktop.resources import languages

NAMES = {"en": "English", "de": "Deutsch"}
"""Languages as those who speak them call them."""

LONGEST_NAME, LONGEST_LIST, LONGEST_PAPER = 100, 1_000, 80


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
        self.unit = QComboBox()
        self.unit.addItems(list(UNITS))
        self.unit.setCurrentText(preferences.habits.unit)
        self.papers = QLineEdit(", ".join(preferences.habits.papers))
        self.papers.setPlaceholderText(words("preferences.papers_hint"))
        self.papers.setMaxLength(LONGEST_LIST)
        self.trouble = QLabel()
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.printers = PrinterTable(words, preferences.habits.printers)
        self.fonts = FontList(words, preferences.fonts)
        self._arrange()
        self.fonts.changed.connect(self._tell)
        self.unit.activated.connect(self._tell)
        self.papers.editingFinished.connect(self._tell)
        self.printers.changed.connect(self._tell)
        self.language.activated.connect(self._tell)
        self.appearance.activated.connect(self._tell)
        self.author.editingFinished.connect(self._tell)

    def _arrange(self) -> None:
        self.pages = QTabWidget()
        form = self._page("general")
        for name, field in (("language", self.language), ("appearance", self.appearance), ("author", self.author)):
            self._add_row(form, name, field)
        form.addRow("", self._note("preferences.author_note"))
        form = self._page("printing")
        self._add_row(form, "unit", self.unit)
        self._add_row(form, "papers", self.papers)
        form.addRow("", self.trouble)
        self.trouble.hide()
        self._add_row(form, "printers", self.printers, top=True)
        form.addRow("", self._note("preferences.printers_note"))
        form = self._page("letters")
        self._add_row(form, "fonts", self.fonts, top=True)
        form.addRow("", self._note("preferences.fonts_note"))
        close = QDialogButtonBox()
        close.addButton(self._words("answer.close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.pages)
        column.addWidget(close)
        self.setMinimumWidth(560)

    def _page(self, name: str) -> QFormLayout:
        """One more page, its rows still to come."""
        page = QWidget()
        form = QFormLayout()
        form.setContentsMargins(0, 8, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        self.pages.addTab(page, self._words(f"preferences.page_{name}"))
        return form

    def _add_row(self, form: QFormLayout, name: str, field: QWidget, *, top: bool = False) -> None:
        label = QLabel(self._words(f"preferences.{name}"))
        label.setBuddy(field)
        if not top:
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # stands on the middle
        form.addRow(label, field)

    def _note(self, code: str) -> QLabel:
        note = QLabel(self._words(code))
        note.setObjectName("note")
        note.setWordWrap(True)
        return note

    def _habits(self) -> Habits:
        """What is printed with; of the papers those that there are, and what is none is told."""
        names = [" ".join(name.split()) for name in self.papers.text().split(",") if name.strip()]
        wrong = next((name for name in names if not _is_paper(name)), "")
        self.trouble.setText(self._words("preferences.papers_none").format(name=wrong) if wrong else "")
        self.trouble.setVisible(bool(wrong))
        own = tuple(dict.fromkeys(name for name in names if _is_paper(name)))[:MOST_OWN]
        changed = {"unit": self.unit.currentText(), "papers": own, "printers": self.printers.printers}
        return self._preferences.habits.model_copy(update=changed)

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
                "fonts": self.fonts.fonts,
                "habits": self._habits(),
            }
        )
        if chosen != self._preferences:
            self._preferences = chosen
            self.chosen.emit(chosen)


def _is_paper(name: str) -> bool:
    try:
        paper(name)
    except PaperError:
        return False
    return len(name) <= LONGEST_PAPER
