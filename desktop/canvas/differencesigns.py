"""Signs of what is new, gone, elsewhere or changed, and their inks on paper: the sign says it without any colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

SIDE = 16
"""Px of a sign."""

INKS = {"added": "#1F7A50", "removed": "#B42346", "moved": "#2450C8", "ordered": "#2450C8", "changed": "#8A5A00"}
"""On paper, which is light whatever the window is; white reads on each (WCAG 2.2, 4.5 : 1 and more)."""

STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "added": (((4.5, 8), (11.5, 8)), ((8, 4.5), (8, 11.5))),
    "removed": (((4.5, 8), (11.5, 8)),),
    "moved": (((4, 8), (12, 8)), ((9, 5), (12, 8), (9, 11))),
    "ordered": (((8, 3.5), (8, 12.5)), ((5.5, 6), (8, 3.5), (10.5, 6)), ((5.5, 10), (8, 12.5), (10.5, 10))),
    "changed": (((4.5, 6.5), (11.5, 6.5)), ((4.5, 9.5), (11.5, 9.5)), ((10, 4), (6, 12))),
}
"""The lines of each sign in a square of SIDE."""


def ink_of(code: str) -> QColor:
    """The colour of a kind of difference on paper."""
    return QColor(INKS[code])


def draw_sign(painter: QPainter, code: str, ink: QColor, line: QColor) -> None:
    """Lines on a coloured round, SIDE wide, at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0, 0, SIDE, SIDE))
    pen = QPen(line, 1.6)
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
