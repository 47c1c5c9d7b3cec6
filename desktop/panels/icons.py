"""Small drawings of the interface, on a grid of 20 × 20, and the program's own mark."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

GRID = 20
SIZES = (16, 20, 32, 40)
LINE = 1.6
INK, FAINT = QColor("#1B1F2A"), QColor("#A6ACBA")
STAGE, CURVE, PAPER = QColor("#26356A"), QColor("#CF3F66"), QColor("#FFFFFF")

Stroke = tuple[tuple[float, ...], ...]
"""Points of a polyline; a triple of points in one entry (six numbers) is a Bézier from the point before."""

STROKES: dict[str, tuple[Stroke, ...]] = {
    "undo": (((6, 4), (3, 7), (6, 10)), ((3, 7), (12, 7), (18, 7, 18, 15, 12, 15), (9, 15))),
    "redo": (((14, 4), (17, 7), (14, 10)), ((17, 7), (8, 7), (2, 7, 2, 15, 8, 15), (11, 15))),
    "open": (((2, 16), (2, 4), (8, 4), (10, 6), (17, 6), (17, 9)), ((2, 16), (5, 9), (19, 9), (16, 16), (2, 16))),
    "save": (
        ((3, 3), (14, 3), (17, 6), (17, 17), (3, 17), (3, 3)),
        ((6, 3), (6, 7), (12, 7), (12, 3)),
        ((6, 17), (6, 11), (14, 11), (14, 17)),
    ),
    "fit": (
        ((3, 8), (3, 3), (8, 3)),
        ((12, 3), (17, 3), (17, 8)),
        ((17, 12), (17, 17), (12, 17)),
        ((8, 17), (3, 17), (3, 12)),
    ),
    "plus": (((10, 4), (10, 16)), ((4, 10), (16, 10))),
    "minus": (((4, 10), (16, 10)),),
    "menu": (((5, 8), (10, 13), (15, 8)),),
}


def icon(name: str) -> QIcon:
    """An icon of the table, paler where its action is disabled; an empty icon for any other name."""
    made = QIcon()
    for size in SIZES if name in STROKES else ():
        for colour, mode in ((INK, QIcon.Mode.Normal), (FAINT, QIcon.Mode.Disabled)):
            made.addPixmap(_drawn(STROKES[name], size, colour), mode)
    return made


def program_icon() -> QIcon:
    """The program's mark: a wall of stages with a curve across it."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_mark(size))
    return made


def _drawn(strokes: tuple[Stroke, ...], size: int, colour: QColor) -> QPixmap:
    pixmap, painter = _blank(size, GRID)
    painter.setPen(QPen(colour, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for stroke in strokes:
        painter.drawPath(_path(stroke))
    painter.end()
    return pixmap


def _path(stroke: Stroke) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(*stroke[0])
    for entry in stroke[1:]:
        if len(entry) == 2:
            path.lineTo(*entry)
        else:
            path.cubicTo(*entry)
    return path


def _mark(size: int) -> QPixmap:
    pixmap, painter = _blank(size, 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(STAGE)
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 13, 13)
    painter.setBrush(PAPER)
    for left in (11, 26, 41):
        painter.drawRoundedRect(QRectF(left, 13, 12, 5), 1.5, 1.5)
    path = QPainterPath()
    path.moveTo(11, 38)
    path.cubicTo(20, 38, 20, 52, 29, 48)
    path.cubicTo(38, 44, 40, 27, 53, 28)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(PAPER, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(CURVE)
    painter.drawEllipse(QRectF(46, 21, 14, 14))
    painter.end()
    return pixmap


def _blank(size: int, grid: int) -> tuple[QPixmap, QPainter]:
    """A transparent square and a painter on it that counts in grid units."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / grid, size / grid)
    return pixmap, painter
