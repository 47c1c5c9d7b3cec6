"""Small drawings of the interface, read from resources/icons/interface, and the program's own mark."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.canvas.paths import path_of
from desktop.layout.icons import Icon
from desktop.resources import interface_icons

GRID = 20
LINE = 1.6
SIZES = (16, 20)
"""Px at 100 %; drawn for the scale of every screen there is, so that none is ever stretched."""

PALER = 0.62
STAGE, CURVE, PAPER = QColor("#26356A"), QColor("#CF3F66"), QColor("#FFFFFF")

_made: dict[tuple[str, str], QIcon] = {}
_names: dict[int, str] = {}
"""Icons by name and colour, and their names by the keys under which Qt knows them and all copies of them."""


def icon(name: str, ink: QColor | None = None) -> QIcon:
    """A drawing by its name in the colour of text, paler where it is disabled; an empty icon for any other name.

    In the colour of text it follows the look of the interface; in an ink of its own it stays as it is.
    """
    drawing = interface_icons().get(name)
    if drawing is None:
        return QIcon()
    colour = ink or QGuiApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    known = _made.get((name, colour.name()))
    if known is None:
        known = _made[name, colour.name()] = _drawn_icon(drawing, colour)
        if ink is None:
            _names[known.cacheKey()] = name
    return known


def tint_all() -> None:
    """Gives every action and button its icon anew, in the colour that text has now."""
    for widget in QApplication.allWidgets():
        holders: Iterable[QAction | QAbstractButton] = widget.actions()
        for holder in (*holders, widget) if isinstance(widget, QAbstractButton) else holders:
            name = _names.get(holder.icon().cacheKey())
            if name:
                holder.setIcon(icon(name))


def forget() -> None:
    """Lets go of all drawings; they must not outlive the application."""
    _made.clear()
    _names.clear()


def program_icon() -> QIcon:
    """The program's mark: a wall of stages with a curve across it."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(mark(size))
    return made


def _drawn_icon(drawing: Icon, colour: QColor) -> QIcon:
    faint = QColor(colour)
    faint.setAlphaF(1 - PALER)
    made = QIcon()
    for size in sorted({round(size * scale) for size in SIZES for scale in scales()}):
        for ink, mode in ((colour, QIcon.Mode.Normal), (faint, QIcon.Mode.Disabled)):
            made.addPixmap(_drawn(drawing, size, ink), mode)
    return made


def scales() -> set[float]:
    """Those of the screens of this machine, and 200 % for one that comes later."""
    return {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


def _drawn(drawing: Icon, size: int, colour: QColor) -> QPixmap:
    """Drawn in full ink and then made as strong as the colour is: where strokes cross, nothing shows through."""
    pixmap, painter = _blank(size, GRID)
    solid = QColor(colour.rgb())
    pen = QPen(solid, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    for part in drawing:
        painter.setPen(pen if part.stroked else Qt.PenStyle.NoPen)
        painter.setBrush(solid if part.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(path_of(part.commands))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(0, 0, GRID, GRID), QColor(0, 0, 0, colour.alpha()))
    painter.end()
    return pixmap


def mark(size: int) -> QPixmap:
    """The program's mark, `size` px wide and high."""
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
