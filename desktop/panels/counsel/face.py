"""How the rows of a list of findings are painted."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.method.coverage import KNOWN, Share
from desktop.panels.counsel.rows import ROW, Index, Row, Sort
from desktop.panels.rowground import paint_ground
from desktop.panels.theme import colour

INSET, ABOVE, GAP = 16, 8, 3
"""Px beside a row's words, above and below them, between a finding and its reason."""

HEADING, LINE, STATE = 34, 28, 22
"""Px of height of a heading, a share and a state."""

SMALL, NAME, FIGURE = 12, 112, 44
"""Px: smaller type, the names beside bars, and the figures at their right."""

BAR = 10.0
LEVELS = {"measurement": 1.0, "research": 1.0, "anecdote": 0.5, "assumption": 0.22}
"""How high each state stands in a bar, of the bar: to be told apart in grey, too."""

QUARTERS = {"measurement": 4, "research": 2, "anecdote": 1, "assumption": 0}
"""How much of the disc is full that stands for a state."""

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Face(QStyledItemDelegate):
    """Findings are as high as their words need at the width of the list."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        width = self._view.width()
        fixed = {Sort.HEADING: HEADING, Sort.SHARE: LINE, Sort.STATE: STATE}.get(row.sort)
        if fixed is not None:
            return QSize(width, fixed)
        room = max(width - 2 * INSET, 1)
        height = _height(row.text, _font(option.font, strong=row.sort is Sort.FINDING), room)
        height += GAP + _height(row.aside, _font(option.font, small=True), room) if row.aside else 0
        return QSize(width, 2 * ABOVE + height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        box = QRectF(option.rect.adjusted(INSET, 0, -INSET, 0))
        painter.setFont(option.font)
        paint = {Sort.HEADING: _heading, Sort.SHARE: _share, Sort.STATE: _state}.get(row.sort, _finding)
        paint(painter, box, row)
        painter.restore()


def _heading(painter: QPainter, box: QRectF, row: Row) -> None:
    painter.setFont(_font(painter.font(), strong=True))
    painter.setPen(colour("ink"))
    painter.drawText(box.adjusted(0, 8, 0, 0), LEFT, row.text)


def _finding(painter: QPainter, box: QRectF, row: Row) -> None:
    """The sentence, and its reason below; what is only said stands paler."""
    place = box.adjusted(0, ABOVE, 0, -ABOVE).toRect()
    quiet = row.sort is Sort.QUIET
    painter.setFont(_font(painter.font(), strong=not quiet))
    painter.setPen(colour("ink_2" if quiet else "ink"))
    painter.drawText(place, WRAPPED, row.text)
    if row.aside:
        below = place.adjusted(0, _height(row.text, painter.font(), place.width()) + GAP, 0, 0)
        painter.setFont(_font(painter.font(), small=True))
        painter.setPen(colour("ink_2"))
        painter.drawText(below, WRAPPED, row.aside)


def _share(painter: QPainter, box: QRectF, row: Row) -> None:
    """Name, bar and figure beside each other."""
    painter.setPen(colour("ink"))
    name = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, NAME)
    painter.drawText(QRectF(box.x(), box.y(), NAME, box.height()), LEFT, name)
    painter.setPen(colour("ink_2"))
    painter.drawText(box, RIGHT, row.aside)
    width = box.width() - NAME - FIGURE - 8
    if row.share and width > 0:
        paint_bar(painter, QRectF(box.x() + NAME + 8, box.center().y() - BAR / 2, width, BAR), row.share)


def paint_bar(painter: QPainter, bar: QRectF, share: Share) -> None:
    """What is known stands full, an anecdote half, an assumption lies low, and of the rest there is only the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line_2"))
    painter.drawRect(QRectF(bar.x(), bar.bottom() - 1, bar.width(), 1))
    x = bar.x()
    for state, part in share.parts():
        width, height = bar.width() * part, bar.height() * LEVELS.get(state, 0.0)
        painter.setBrush(tone(state))
        painter.drawRect(QRectF(x, bar.bottom() - height, max(width - 1, 1), height))
        x += width


def tone(state: str) -> QColor:
    """The colour of a state: strong where something is known."""
    return colour("link" if state in KNOWN else "ink_3")


def _state(painter: QPainter, box: QRectF, row: Row) -> None:
    """The disc of a state, its name, and how often it occurs."""
    centre, radius = box.center().y(), 5.0
    disc = QRectF(box.x() + 1, centre - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(tone(row.key), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if row.key in QUARTERS:
        painter.drawEllipse(disc)
        painter.setBrush(tone(row.key))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(disc, 90 * 16, -90 * 16 * QUARTERS[row.key])
    else:
        painter.drawLine(QPointF(disc.left() + 2, centre), QPointF(disc.right() - 2, centre))
    painter.setFont(_font(painter.font(), small=True))
    painter.setPen(colour("ink_2"))
    painter.drawText(box.adjusted(20, 0, 0, 0), LEFT, row.text)
    painter.drawText(box, RIGHT, row.aside)


def _font(font: QFont, *, strong: bool = False, small: bool = False) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if small:
        made.setPixelSize(SMALL)
    return made


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAPPED, text).height()
