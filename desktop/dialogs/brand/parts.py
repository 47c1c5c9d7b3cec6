"""What the parts of the dialog are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

GAP = 8


class Words(QLabel):
    """Plain text that is never taken for markup, broken where it is long."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def tell(self, text: str, *, warned: bool = False) -> None:
        """Shows a sentence, in another colour where it warns; nothing takes no room."""
        self.setText(text)
        self.setVisible(bool(text))
        if self.property("warned") != warned:
            self.setProperty("warned", warned)
            self.style().unpolish(self)
            self.style().polish(self)


def button(text: str, name: str = "", told: str = "") -> QPushButton:
    """told: what it is called where its words do not say it alone."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(False)  # Return in a field takes the whole look over
    made.setAccessibleName(told or text)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def column(*parts: QWidget | QHBoxLayout, gap: int = GAP // 2) -> QVBoxLayout:
    """One below the other."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for part in parts:
        if isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    return made


def row(*parts: QWidget) -> QHBoxLayout:
    """One beside the other, at the left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GAP)
    for part in parts:
        made.addWidget(part)
    made.addStretch(1)
    return made
