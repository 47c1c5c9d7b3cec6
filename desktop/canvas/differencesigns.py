"""Signs of what is new, gone, elsewhere or changed, painted, and their inks on paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.drawing import differencesigns as signs

SIDE, INKS, STROKES = signs.SIDE, signs.INKS, signs.STROKES
"""Px of a sign, and its ink and lines as they are in print."""


def ink_of(code: str) -> QColor:
    """The colour of a kind of difference on paper."""
    return QColor(INKS[code])


def draw_sign(painter: QPainter, code: str, ink: QColor, line: QColor) -> None:
    """Lines on a coloured round, SIDE wide, at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0, 0, SIDE, SIDE))
    pen = QPen(line, signs.LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_path(code), pen)


def _path(code: str) -> QPainterPath:
    path = QPainterPath()
    for line in STROKES[code]:
        path.moveTo(QPointF(*line[0]))
        for point in line[1:]:
            path.lineTo(QPointF(*point))
    return path
