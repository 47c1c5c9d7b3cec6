"""One project with unsaved work, as the recovery dialog shows it: a picture, three lines of words, what can be done."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.layout.names import counted
from desktop.layout.style import Words
from desktop.panels.start.recents import day_of, folder_of
from desktop.panels.start.tiles import paint_picture
from desktop.storage.recoveries import Recovery

PICTURE = QSize(144, 90)


class Decision(Enum):
    """What to do with unsaved work."""

    RESTORE = "restore"
    COPY = "copy"
    DISCARD = "discard"
    PUT_BACK = "put_back"


@dataclass(frozen=True, slots=True)
class Found:
    """Unsaved work. discarded: it is in the bin. wary: the program ended right after it had been restored."""

    recovery: Recovery
    discarded: bool = False
    wary: bool = False


class RecoveryRow(QFrame):
    """decided(decision, recovery): one of its buttons was pressed."""

    decided = Signal(object, object)

    def __init__(self, found: Found, words: Words, locale: QLocale, *, strong: bool = False) -> None:
        super().__init__()
        self.found = found
        self._words = words
        self.setObjectName("recovery")
        self.setProperty("discarded", found.discarded)
        self.title = Line(found.recovery.title or words("project.untitled"), "title")
        self.place = Line(_place(found.recovery, words), "quiet", Qt.TextElideMode.ElideMiddle)
        self.facts = Line(" · ".join(facts_of(found.recovery, words, locale)), "quiet")
        self.setAccessibleName(", ".join(line.whole for line in (self.title, self.place, self.facts)))
        self.picture = Picture()
        self.buttons: dict[Decision, QPushButton] = {}
        self._make_buttons(strong=strong)
        self._arrange()

    def press(self, decision: Decision) -> None:
        """As if its button had been pressed."""
        self.decided.emit(decision, self.found.recovery)

    def _make_buttons(self, *, strong: bool) -> None:
        for decision in _decisions(self.found):
            button = QPushButton(self._words(f"recovery.{decision.value}"))
            button.setAccessibleName(f"{button.text()}: {self.title.whole}")
            button.setAutoDefault(False)
            button.clicked.connect(self._press)
            self.buttons[decision] = button
        first, *others = self.buttons.values()
        first.setObjectName("strong" if strong else "")
        for button in others:
            button.setObjectName("soft")

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self.picture)
        row.addLayout(self._lines(), 1)

    def _lines(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for line in (self.title, self.place, self.facts):
            column.addWidget(line)
        if self.found.wary:
            column.addWidget(_warning(self._words("recovery.wary")))
        if self.found.recovery.overtaken:
            column.addWidget(_warning(self._words("recovery.overtaken")))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        column.addSpacing(6)
        column.addLayout(foot)
        return column

    def _press(self) -> None:
        pressed = self.sender()
        for decision, button in self.buttons.items():
            if button is pressed:
                self.press(decision)


class Line(QLabel):
    """One line of plain text, with “…” where it is too long; `whole` is all of it."""

    def __init__(self, text: str, name: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self.whole = " ".join(text.split())
        self._mode = mode
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.whole)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self.whole, self._mode, self.width()))


class Picture(QWidget):
    """The map on paper with round corners; paper alone until it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.asked = False
        self.setFixedSize(PICTURE)

    def show_image(self, image: QImage | None) -> None:
        """What was asked for; None where there is nothing to be seen."""
        self.image, self.asked = image, True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_picture(painter, self.rect(), self.image)
        painter.end()


def _decisions(found: Found) -> tuple[Decision, ...]:
    """What can be done, what is best done first."""
    if found.discarded:
        return (Decision.PUT_BACK,)
    if found.wary:
        return Decision.COPY, Decision.RESTORE, Decision.DISCARD
    return Decision.RESTORE, Decision.COPY, Decision.DISCARD


def facts_of(recovery: Recovery, words: Words, locale: QLocale) -> tuple[str, str, str]:
    """When it was last changed, in how many edits, how large it is. Without any edit there is a text being typed."""
    when = QDateTime.fromSecsSinceEpoch(int(recovery.changed)).toString(Qt.DateFormat.ISODate)
    size = locale.formattedDataSize(recovery.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    edits = counted(words, "recovery.edit", "recovery.edits", recovery.edits)
    return day_of(when, words, locale), edits if recovery.edits else words("recovery.typing"), size


def _place(recovery: Recovery, words: Words) -> str:
    if recovery.path is None:
        return words("recovery.unnamed")
    return f"{recovery.path.name} · {folder_of(recovery.path)}"


def _warning(sentence: str) -> QLabel:
    label = QLabel(sentence)
    label.setObjectName("warning")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
