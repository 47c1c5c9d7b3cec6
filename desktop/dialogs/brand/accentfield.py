"""The accent: one of the colours offered, one's own, or the usual one; with what its contrast is good for."""

import re

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget

from desktop.desk.brand import ACCENTS, paleness
from desktop.dialogs.brand.parts import GAP, Words, button, column, row
from desktop.layout import style
from desktop.panels.theme import colour
from desktop.storage.brands import Branding

SIDE = 26
COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})\s*")


class Swatch(QAbstractButton):
    """A round piece of colour; ringed where it is the one worn."""

    def __init__(self, accent: str) -> None:
        super().__init__()
        self.accent = accent
        self.setCheckable(True)
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(accent)
        self.setToolTip(accent)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(colour("ink" if self.isChecked() else "accent"), 2))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(colour("line"), 1))  # what is dark is seen on a dark ground, too
        painter.setBrush(QColor(self.accent))
        painter.drawEllipse(box.adjusted(4, 4, -4, -4))


class AccentField(QWidget):
    """chosen(#RRGGBB): another accent, "" for the usual one. asked: somebody wants to choose freely."""

    chosen = Signal(str)
    asked = Signal()

    def __init__(self, words: style.Words) -> None:
        super().__init__()
        self._words = words
        self._accent = ""
        self.swatches = [Swatch(accent) for accent in ACCENTS]
        self.code = QLineEdit()
        self.code.setMaxLength(9)
        self.code.setFixedWidth(96)
        self.code.setPlaceholderText("#26356A")
        self.code.setAccessibleName(words("brand.accent"))
        self.more = button(words("brand.more"), told=words("brand.ask_colour"))
        self.usual = button(words("brand.usual"), "soft", words("brand.usual_accent"))
        self.told = Words("note")
        palette = QHBoxLayout()
        palette.setSpacing(2)
        for swatch in self.swatches:
            palette.addWidget(swatch)
            swatch.clicked.connect(self._take_swatch)
        palette.addStretch(1)
        self.setLayout(column(row(self.code, self.more, self.usual), palette, self.told, gap=GAP))
        self.code.textEdited.connect(self._take_code)
        self.code.editingFinished.connect(self._tidy)
        self.more.clicked.connect(self.asked)
        self.usual.clicked.connect(self._take_usual)

    def show_brand(self, look: Branding) -> None:
        """The brand's accent, and its contrast."""
        accent = look.brand.accent
        written = COLOUR.fullmatch(self.code.text())
        if not written or f"#{written[1].upper()}" != accent.upper():  # else somebody is writing it just now
            self.code.setText(accent)
        self._accent = accent
        for swatch in self.swatches:
            swatch.setChecked(swatch.accent == accent.upper())
        self.usual.setVisible(bool(accent))
        self._tell(accent)

    def _tell(self, accent: str) -> None:
        if not accent:
            self.told.tell(self._words("brand.contrast_usual"))
            return
        pale = paleness(accent)
        said = self._words(f"brand.contrast_{pale.code}")
        self.told.tell(said.format(ratio=f"{pale.contrast:.1f}", rule=pale.rule), warned=pale.code == "weak")

    def _take_swatch(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.chosen.emit(swatch.accent)

    def _take_code(self, text: str) -> None:
        written = COLOUR.fullmatch(text)
        if written:
            self.chosen.emit(f"#{written[1].upper()}")
        else:
            self.told.tell(self._words("brand.contrast_code"), warned=True)

    def _tidy(self) -> None:
        """What was written becomes the colour that holds."""
        self.code.setText(self._accent)
        self._tell(self._accent)

    def _take_usual(self) -> None:
        self.chosen.emit("")
