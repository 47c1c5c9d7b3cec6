"""What there is to know of the file, across the window until somebody has read it or done something about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.offer import Choice
from desktop.layout.style import Words
from desktop.session import Session

RESTORED, COPY, UNSAVED = "restored", "copy", "unsaved"
"""Subjects of banners on what has to be saved."""


class Banner(QFrame):
    """Sentences as plain text, one a line, and a button for every choice."""

    def __init__(self, sentences: Sequence[str], choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[QPushButton, Choice] = {}
        self.setObjectName("banner")
        self.text = QLabel("\n".join(sentences))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for choice in choices:
            row.addWidget(self._button(choice), 0, Qt.AlignmentFlag.AlignTop)

    @property
    def buttons(self) -> list[QPushButton]:
        return list(self._choices)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the map
        button.clicked.connect(self._take)
        self._choices[button] = choice
        return button

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._choices[button].do()


class Banners(QWidget):
    """One banner for every subject, one below the other; `shown` has them by their subject. told(sentence): of each."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: dict[str, Banner] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def tell(self, subject: str, sentences: Sequence[str], choices: Sequence[Choice]) -> Banner:
        """Shows news in place of those before on the same subject."""
        self.withdraw(subject)
        banner = self.shown[subject] = Banner(sentences, choices)
        self._column.addWidget(banner)
        banner.show()
        for sentence in sentences:
            self.told.emit(sentence)
        return banner

    def withdraw(self, subject: str) -> None:
        """There is nothing to know of it any more."""
        banner = self.shown.pop(subject, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()


def settle_news(banners: Banners) -> None:
    """What had to be saved has been saved."""
    for subject in (RESTORED, COPY, UNSAVED):
        banners.withdraw(subject)


def tell_news(banners: Banners, session: Session, words: Words) -> None:
    """What the person should know of the file before working on it, if anything."""
    if session.copy_name and session.path and session.opened.untouched:
        copy = words("banner.copy").format(copy=session.copy_name, name=session.path.name)
        banners.tell(COPY, (copy,), (Choice(words("banner.read"), partial(banners.withdraw, COPY)),))
    newer = [words("banner.newer")] if session.newer else []
    sentences = (*newer, *session.messages)
    if sentences:
        banners.tell("file", sentences, (Choice(words("banner.read"), partial(banners.withdraw, "file")),))
