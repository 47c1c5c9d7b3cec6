"""What this program is, whose it is, and what it is made of."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
)

from desktop.layout.style import Words
from desktop.resources import notices, version

MARK = 56


class AboutDialog(QDialog):
    """Version, licence and notices, all as plain text that can be read, searched by eye and copied."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("about.title"))
        self.texts = QTabWidget()
        self.texts.setDocumentMode(True)
        self.texts.tabBar().setDrawBase(False)
        for name, text in notices().items():
            self.texts.addTab(_page(text, words(f"about.{name}")), words(f"about.{name}"))
        close = QDialogButtonBox()
        close.addButton(words("answer.close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(_head(words))
        column.addWidget(self.texts, 1)
        column.addWidget(close)
        self.resize(720, 560)


def _head(words: Words) -> QHBoxLayout:
    drawn = QLabel()
    drawn.setPixmap(QApplication.windowIcon().pixmap(MARK, MARK))
    name, told = QLabel("Journeywall"), QLabel(words("about.told").format(version=version(), qt=qVersion()))
    name.setObjectName("brand")
    told.setTextFormat(Qt.TextFormat.PlainText)
    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    lines = QVBoxLayout()
    lines.setSpacing(4)
    lines.addWidget(name)
    lines.addWidget(told)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(drawn)
    row.addLayout(lines, 1)
    return row


def _page(text: str, name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(text)
    page.setReadOnly(True)
    page.setFrameShape(QPlainTextEdit.Shape.NoFrame)
    page.setTabChangesFocus(True)
    page.setAccessibleName(name)
    page.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return page
