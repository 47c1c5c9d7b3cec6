"""What is drawn over a print on the screen: sheets and their seams, the edge after cutting, and what is wrong where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.layout.places import Rect
from desktop.panels.theme import colour
from desktop.plan.tiles import Tile, TilePlan
from desktop.poster.costs import Costly

Place = Callable[[Rect], QRectF]
"""From mm on the poster to px on the screen."""

SEAM, BAND, DIM = 1.4, 30, 120
"""Px of a seam, and of 255: how strong an overlap is tinted, and a sheet that is not printed greyed."""

CHIP = 11
ROOM = 34
"""Px of the letters of a sheet's name; a narrower sheet shows none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to look at. rect: where on the poster, in mm, None for nowhere in particular. thing: the id of what it
    is about, on the canvas. panel: the number of the poster. costly: what the card costs all others."""

    rect: Rect | None
    severity: str
    thing: str = ""
    panel: int = 0
    costly: Costly | None = None


def paint_bleed(painter: QPainter, trim: QRectF, sheet: QRectF) -> None:
    """Where the paper is cut, when it is larger than the poster."""
    if sheet.width() - trim.width() < 1:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("surface"), 2.4))
    painter.drawRect(trim)
    painter.setPen(QPen(colour("danger"), 1.2, Qt.PenStyle.DashLine))
    painter.drawRect(trim)


def paint_tiles(painter: QPainter, plan: TilePlan, place: Place) -> None:
    """The sheets, their overlaps and names."""
    band = colour("accent")
    band.setAlpha(BAND)
    for tile in plan.tiles:
        shown = place(tile.rect)
        if tile.blank:
            _grey(painter, place(tile.inner))
        else:
            path = QPainterPath()
            path.addRect(shown)
            inner = QPainterPath()
            inner.addRect(place(tile.inner))
            painter.fillPath(path - inner, band)
    for tile in plan.tiles:
        _frame(painter, place(tile.inner))
    for tile in plan.tiles:
        _name(painter, tile, place(tile.inner))


def _grey(painter: QPainter, box: QRectF) -> None:
    grey = colour("handle")
    grey.setAlpha(DIM)
    painter.fillRect(box, grey)


def _frame(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((QColor(255, 255, 255, 210), SEAM + 2), (colour("accent"), SEAM)):
        painter.setPen(QPen(ink, width))
        painter.drawRect(box)


def _name(painter: QPainter, tile: Tile, box: QRectF) -> None:
    """In the middle of the sheet, where no seam is near."""
    if min(box.width(), box.height()) < ROOM:
        return
    font = QFont(painter.font())
    font.setPixelSize(CHIP)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    wide = max(QFontMetricsF(font).horizontalAdvance(tile.name) + 12, 24)
    chip = QRectF(box.right() - wide - 5, box.bottom() - 23, wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("handle_hover") if tile.blank else colour("strong"))
    painter.drawRoundedRect(chip, 5, 5)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tile.name)


def paint_marks(painter: QPainter, marks: Sequence[Mark], chosen: Mark | None, place: Place) -> None:
    """A ring round every place with something wrong, a strong one round what is chosen."""
    for mark in marks:
        if mark.rect is not None and mark is not chosen:
            _ring(painter, place(mark.rect), mark.severity, strong=False)
    if chosen is not None and chosen.rect is not None:
        _ring(painter, place(chosen.rect), chosen.severity, strong=True)


def _ring(painter: QPainter, box: QRectF, severity: str, *, strong: bool) -> None:
    ink = _mark_colour(severity)
    tint = QColor(ink)
    tint.setAlpha(46 if strong else 22)
    around = box.adjusted(-2, -2, 2, 2)
    painter.setBrush(tint)
    painter.setPen(QPen(QColor(255, 255, 255, 220), 5 if strong else 3))
    painter.drawRoundedRect(around, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2.6 if strong else 1.4))
    painter.drawRoundedRect(around, 4, 4)


def _mark_colour(severity: str) -> QColor:
    """For white paper, in whatever look the window is."""
    return QColor({"error": "#B42346", "warning": "#B26B00"}.get(severity, "#5A6274"))


def arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """A measure's line with a short stroke across at either end."""
    painter.drawLine(start, end)
    across = QPointF(0, 4) if start.y() == end.y() else QPointF(4, 0)
    for tip in (start, end):
        painter.drawLine(tip - across, tip + across)
