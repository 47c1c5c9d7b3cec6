"""How templates and recent files are painted in their lists: a picture of the map, and words in plain text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.panels.theme import colour

Index = QModelIndex | QPersistentModelIndex
PICTURE, FOLDER, WHEN, MISSING = (Qt.ItemDataRole.UserRole + number for number in range(4))
"""What an entry tells beside its text: a QImage or None, two lines of text, and whether its file is gone."""

TEMPLATE = QSize(106, 66)
CAPTION, GAP = 44, 7
FILE = QSize(96, 60)
PAD, ROUND = 8, 6
RING = 2.0


class TemplateTile(QStyledItemDelegate):
    """A picture with two lines of words under it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TEMPLATE.width() + 2 * GAP, TEMPLATE.height() + CAPTION + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect.topLeft(), TEMPLATE).translated(GAP, GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_picture(painter, box, index.data(PICTURE), chosen=chosen, focused=_focused(option))
        below = QRect(box.left(), box.bottom() + GAP, box.width(), CAPTION - GAP)
        painter.setFont(_sized(option.font, 12, bold=chosen))
        painter.setPen(colour("ink" if chosen else "ink_2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, index.data())
        painter.restore()


class FileRow(QStyledItemDelegate):
    """A picture, and beside it name, folder and when it was opened last; paler when the file is gone."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), FILE.height() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._ground(painter, option)
        box = QRect(option.rect.topLeft(), FILE).translated(PAD, PAD)
        gone = bool(index.data(MISSING))
        painter.setOpacity(0.4 if gone else 1.0)
        paint_picture(painter, box, index.data(PICTURE))
        painter.setOpacity(1.0)
        place = option.rect.adjusted(FILE.width() + 2 * PAD + 4, PAD + 2, -PAD, -PAD - 2)
        painter.setPen(colour("ink_3" if gone else "ink"))
        first, second, third = _thirds(place)
        painter.setFont(_sized(option.font, 13, bold=True))
        _line(painter, first, index.data(), Qt.TextElideMode.ElideRight)
        painter.setPen(colour("ink_3"))
        painter.setFont(_sized(option.font, 12))
        _line(painter, second, index.data(FOLDER), Qt.TextElideMode.ElideMiddle)
        _line(painter, third, index.data(WHEN), Qt.TextElideMode.ElideRight)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and _focused(option)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(colour("accent"), RING) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(shape, ROUND + 2, ROUND + 2)


def paint_picture(
    painter: QPainter, box: QRect, picture: QImage | None, *, chosen: bool = False, focused: bool = False
) -> None:
    """A picture on paper with round corners, sharp on any screen; ringed where it is chosen."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(box), ROUND, ROUND)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(box, Qt.GlobalColor.white)
    if picture is not None:
        painter.drawImage(box, picture)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if chosen:
        painter.setPen(QPen(colour("accent"), RING + focused))
        painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), ROUND + 2, ROUND + 2)
    else:
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def _thirds(place: QRect) -> list[QRect]:
    height = place.height() // 3
    return [QRect(place.left(), place.top() + number * height, place.width(), height) for number in range(3)]


def _line(painter: QPainter, row: QRect, text: str, mode: Qt.TextElideMode) -> None:
    """A line that is cut where it is too long; a line feed in a name is none."""
    said = painter.fontMetrics().elidedText(" ".join(str(text or "").split("\n")), mode, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, said)


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def _focused(option: QStyleOptionViewItem) -> bool:
    return option.widget is not None and option.widget.hasFocus()
