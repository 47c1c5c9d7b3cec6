"""Signs and colours of what is new, gone, elsewhere or changed: the sign says it too, for those who see no colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.panels.theme import colour, colours

SIDE = 16
"""Px of a sign."""

ROLES = {"added": "new", "removed": "gone", "moved": "elsewhere", "ordered": "elsewhere", "changed": "other"}
"""The colours of the codes in styles/interface.json."""

STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "added": (((4.5, 8), (11.5, 8)), ((8, 4.5), (8, 11.5))),
    "removed": (((4.5, 8), (11.5, 8)),),
    "moved": (((4, 8), (12, 8)), ((9, 5), (12, 8), (9, 11))),
    "ordered": (((8, 3.5), (8, 12.5)), ((5.5, 6), (8, 3.5), (10.5, 6)), ((5.5, 10), (8, 12.5), (10.5, 10))),
    "changed": (((4.5, 6.5), (11.5, 6.5)), ((4.5, 9.5), (11.5, 9.5)), ((10, 4), (6, 12))),
}
"""The lines of each sign in a square of SIDE."""


def colour_of(code: str, look: str = "") -> QColor:
    """The colour of a kind of difference in a look, in the one that is worn where none is named."""
    return QColor(colours(look)[ROLES[code]]) if look else colour(ROLES[code])


def sign(code: str) -> QIcon:
    """The sign in its colour, sharp on every screen."""
    ratio = max((screen.devicePixelRatio() for screen in QApplication.screens()), default=1.0)
    drawn = QPixmap(int(SIDE * ratio), int(SIDE * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_sign(painter, code)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(drawn, mode)
    return icon


def paint_sign(painter: QPainter, code: str, look: str = "") -> None:
    """White lines on a coloured round, at the painter's origin; in a look, as for `colour_of`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(code, look))
    painter.drawEllipse(QRectF(0, 0, SIDE, SIDE))
    pen = QPen(QColor(colours(look)["surface"]) if look else colour("surface"), 1.6)
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
