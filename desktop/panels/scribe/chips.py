"""What was understood of a line, as chips before the field it is typed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas import marks, strokes
from desktop.layout.icons import Icon
from desktop.layout.names import name_of
from desktop.layout.places import Rect
from desktop.layout.style import Style, Words
from desktop.panels.theme import FINGER, colour, for_fingers
from desktop.scribe.grammar import Chip, What

HEIGHT, PAD, GAP, ICON = 22, 7, 6, 12
"""Px at the usual size of type: of a chip, beside its words, between chips, and of its icon."""

TALLEST = 30
"""Px that a chip is painted high where it is higher for fingers."""

LONGEST = 180
"""Px of words; a longer name ends in three dots."""

USUAL = 13
"""Px of type that these are for; with larger type all are larger."""


@dataclass(frozen=True, slots=True)
class Look:
    """A chip as it is painted; colours as “#RRGGBB”, "" for those of what is chosen in the interface."""

    text: str
    fill: str = ""
    ink: str = ""
    icon: Icon = ()
    locked: bool = False
    """Whether it is a lane that takes nothing: with a padlock, and no text that it could be again."""


def look_of(chip: Chip, words: Words, style: Style, kind: str) -> Look:
    """How a chip looks in a note of a kind: what is about the note itself wears the kind's colours."""
    tinted = style.kind(kind)
    fill, ink = tinted.fill, tinted.ink
    if kind == "emotion":
        fill, ink = style.curve(0).fill, style.curve(0).ink
    if chip.what is What.KIND:
        return Look(name_of("kind", chip.value, words), fill, ink, style.icons.get(chip.value, ()))
    if chip.what is What.SEVERITY:
        return Look(words("scribe.chip.severity").format(value=chip.value), fill, ink)
    if chip.what is What.FEELING:
        return Look(chip.name, fill, ink)
    if chip.what in (What.STAR, What.INBOX):
        return Look(words(f"scribe.chip.{chip.what.value}"))
    return Look(chip.name)


def looks_of(chips: Sequence[Chip], words: Words, style: Style, kind: str, *, barred: str = "") -> list[Look]:
    """How those of a note of a kind look, with the name of the lane that is `barred` to it at the end."""
    looks = [look_of(chip, words, style, kind) for chip in chips]
    return [*looks, Look(barred, locked=True)] if barred else looks


class ChipRow(QWidget):
    """The chips side by side. clicked(index): one of them."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: tuple[Look, ...] = ()
        self._boxes: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What the chips say, from the left."""
        return [look.text for look in self._looks]

    def show_looks(self, looks: Sequence[Look]) -> None:
        """Other chips from now on."""
        if tuple(looks) == self._looks:
            return
        self._looks = tuple(looks)
        self.setVisible(bool(looks))
        self._lay_out()
        self.setAccessibleName(", ".join(self.texts))
        self.update()

    def sizeHint(self) -> QSize:
        width = int(self._boxes[-1].right()) + 1 if self._boxes else 0
        return QSize(width, round(max(HEIGHT * self._scale, self._least)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index, box in enumerate(self._boxes):
            if box.contains(event.position()) and not self._looks[index].locked:
                self.clicked.emit(index)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for look, box in zip(self._looks, self._boxes, strict=True):
            self._paint(painter, look, box)
        painter.end()

    @property
    def _scale(self) -> float:
        return max(1.0, QFontInfo(self.font()).pixelSize() / USUAL)

    @property
    def _least(self) -> int:
        """Px that a chip is high and wide for whoever taps it; it is painted lower."""
        return FINGER if for_fingers() else 0

    @property
    def boxes(self) -> list[QRectF]:
        """What a click on each of them meets, in px."""
        return list(self._boxes)

    def _lay_out(self) -> None:
        self._boxes = list(self._laid_out())
        self.setFixedSize(self.sizeHint())

    def _laid_out(self) -> list[QRectF]:
        left, boxes, metrics, scale = 0.0, [], QFontMetricsF(self._font()), self._scale
        for look in self._looks:
            icon = ICON + 4 if look.icon or look.locked else 0
            width = min(metrics.horizontalAdvance(look.text) + 1, LONGEST * scale) + (2 * PAD + icon) * scale
            width, height = max(width, self._least), max(HEIGHT * scale, self._least)
            boxes.append(QRectF(left, 0, width, height))
            left += width + GAP * scale
        return boxes

    def _paint(self, painter: QPainter, look: Look, box: QRectF) -> None:
        scale = self._scale
        ink = QColor(look.ink) if look.ink else colour("chosen_ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.fill) if look.fill else colour("chosen"))
        spare = max(0.0, box.height() - TALLEST * scale) / 2
        painter.drawRoundedRect(box.adjusted(0, spare, 0, -spare), 5 * scale, 5 * scale)
        left = box.x() + PAD * scale
        side = ICON * scale
        if look.locked:
            marks.lock(painter, QPointF(left, box.center().y() - side / 2 - 0.5), side, ink)
            left += side + 4 * scale
        elif look.icon:
            painter.save()
            place = Rect(left, box.y() + (box.height() - side) / 2, side, side)
            for stroke in strokes.icon(look.icon, place, ink.name()):
                stroke(painter)
            painter.restore()
            left += side + 4 * scale
        painter.setPen(ink)
        room = QRectF(left, box.y(), box.right() - PAD * scale - left + 1, box.height())
        text = painter.fontMetrics().elidedText(look.text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
