"""A line over the map that asks for a snapshot's title and goes away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.layout.style import Words
from desktop.panels.icons import icon

WIDTH, TOP, LONGEST = 460, 16, 200
"""Px, px under the upper edge of what it stands over, letters."""


class TitleAsker(QFrame):
    """given(text): Return was pressed. left(): it has gone by Return or Escape; it goes as well, and tells nobody, when
    the focus goes elsewhere."""

    given = Signal(str)
    left = Signal()

    def __init__(self, words: Words, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("snapshotasker")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = over
        drawn = QLabel()
        drawn.setPixmap(icon("history").pixmap(20, 20))
        hint = QLabel(words("snapshots.ask"))
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setObjectName("hint")
        self.field = _Field()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(words("snapshots.ask"))
        self.field.returnPressed.connect(self._give)
        self.field.escaped.connect(self._leave)
        self.field.left.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        for part in (drawn, hint):
            row.addWidget(part)
        row.addWidget(self.field, 1)
        over.installEventFilter(self)
        self.hide()

    def ask(self, suggested: str) -> None:
        """Opens with this title, all of it selected; what is being written already stays."""
        if self.isHidden():
            self.field.setText(suggested)
            self.field.selectAll()
        self._stand()
        self.show()
        self.raise_()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        width = min(WIDTH, self._over.width() - 2 * TOP)
        self.setGeometry((self._over.width() - width) // 2, TOP, width, self.sizeHint().height())

    def _give(self) -> None:
        text = self.field.text()
        self._leave()
        self.given.emit(text)

    def _leave(self) -> None:
        if not self.isHidden():
            self.left.emit()
            self.hide()


class _Field(QLineEdit):
    escaped = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
        event.accept()  # Return would mean something else to the map below

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
