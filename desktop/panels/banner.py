"""What there is to know of a file that was opened, across the window until somebody has read it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.layout.style import Words
from desktop.session import Session


class Banner(QFrame):
    """Sentences as plain text, one a line, and the button that takes them away."""

    def __init__(self, sentences: Sequence[str], read: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = QLabel("\n".join(sentences))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.button = QPushButton(read)
        self.button.clicked.connect(self.hide)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def news_of(session: Session, words: Words) -> list[Banner]:
    """What the person should know of the file before working on it, if anything."""
    newer = [words("banner.newer")] if session.newer else []
    sentences = (*newer, *session.messages)
    return [Banner(sentences, words("banner.read"))] if sentences else []
