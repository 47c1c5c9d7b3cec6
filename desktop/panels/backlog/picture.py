"""The ink of the matrix: its ground with what the corners mean, its axes, and the chips of opportunities."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.desk.backlog import BEST
from desktop.layout.style import Words
from desktop.panels.backlog.look import DISC, fitted, font, paint_disc
from desktop.panels.backlog.places import HEAD, LEFT, Chip, Places
from desktop.panels.theme import colour

CORNERS = {
    "first": (3.5, 3.5),
    "plan": (1.0, 3.5),
    "fill": (3.5, 1.0),
    "leave": (1.0, 1.0),
}
"""What an opportunity in a corner is good for: where the corner begins, in grades of ease and impact."""

RADIUS, INSET, BESIDE = 6.0, 3.0, 3.0
"""Px: of corners, between the frame of a chip and its disc, and between that and words."""

LEVEL = 2
"""Lines of words that stand beside a disc; those behind them have the whole width."""

Align = Qt.AlignmentFlag


def paint_ground(painter: QPainter, places: Places, words: Words, aim: tuple[int, int] | None) -> None:
    """Paper and cells, the best corner tinted; `aim` is the cell that a card is dragged over."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(places.grid, RADIUS, RADIUS)
    best = places.cell(BEST, BEST - 1).united(places.cell(BEST - 1, BEST))
    painter.setBrush(_tinted("new", 22))
    painter.drawRect(best)
    if aim:
        painter.setBrush(_tinted("accent", 30))
        painter.drawRect(places.cell(*aim))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("line_2"), 1))
    for at in range(1, BEST):
        cell = places.cell(at, at)
        painter.drawLine(QPointF(cell.right(), places.grid.y()), QPointF(cell.right(), places.grid.bottom()))
        painter.drawLine(QPointF(places.grid.x(), cell.y()), QPointF(places.grid.right(), cell.y()))
    painter.setPen(QPen(colour("line"), 1))
    painter.drawRoundedRect(places.grid.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    _paint_corners(painter, places, words)
    _paint_axes(painter, places, words)
    if places.tray.height():
        painter.setPen(colour("ink_3"))
        painter.setFont(font(painter, 12))
        head = QRectF(places.tray.x(), places.tray.y(), places.tray.width(), HEAD)
        painter.drawText(head, Align.AlignLeft | Align.AlignTop, words("backlog.unjudged"))


def paint_chip(painter: QPainter, chip: Chip, *, chosen: bool, focused: bool) -> None:
    """A disc with the number, and the words beside it; full where it answers one of the worst pain points."""
    closed = not chip.entry.open
    if chosen:
        painter.setBrush(colour("chosen"))
        painter.setPen(QPen(colour("accent"), 2 if focused else 1))
        painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    inset = INSET if chip.words else (chip.box.width() - DISC) / 2
    centre = QPointF(chip.box.x() + inset + DISC / 2, chip.box.center().y())
    if chip.words:
        ink = colour("ink_3" if closed else "ink")
        low = _paint_text(painter, chip.box.adjusted(inset, 0, -INSET, 0), chip.entry.card.text, ink)
        centre.setY(low)
    number = str(chip.entry.number or "?")
    paint_disc(painter, centre, number, "faint" if closed else "new", filled=chip.entry.urgent and not closed)


def paint_lifted(painter: QPainter, chip: Chip, at: QPointF) -> None:
    """A chip in the hand: where it would be as an outline, and itself under the pointer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(chip.box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    box = QRectF(0, 0, max(chip.box.width(), 110.0), max(chip.box.height(), 32.0))
    box.moveCenter(at)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    paint_chip(painter, Chip(chip.entry, box, words=True), chosen=True, focused=True)


def _paint_corners(painter: QPainter, places: Places, words: Words) -> None:
    painter.setFont(font(painter, 11, strong=True))
    painter.setPen(colour("ink_3"))
    wide, high = places.grid.width(), places.grid.height()
    for name, (ease, impact) in CORNERS.items():
        across = Align.AlignRight if ease > 1 else Align.AlignLeft
        down = Align.AlignTop if impact > 1 else Align.AlignBottom
        x = places.grid.x() + (wide / 2 if ease > 1 else 0.0)
        y = places.grid.y() + (0.0 if impact > 1 else high / 2)
        painter.drawText(QRectF(x + 6, y + 4, wide / 2 - 12, high / 2 - 8), across | down, words(f"backlog.{name}"))


def _paint_axes(painter: QPainter, places: Places, words: Words) -> None:
    """Ease below from hard to easy, impact at the left from low to high."""
    grid = places.grid
    below = QRectF(grid.x(), grid.bottom() + 4, grid.width(), 18)
    _paint_axis(painter, below, (words("backlog.hard"), f"{words('backlog.ease')} →", words("backlog.easy")))
    painter.save()
    painter.translate(0, grid.bottom())
    painter.rotate(-90)
    beside = QRectF(0, (LEFT - 22) / 2, grid.height(), 18)
    _paint_axis(painter, beside, (words("backlog.low"), f"{words('backlog.impact')} →", words("backlog.high")))
    painter.restore()


def _paint_axis(painter: QPainter, box: QRectF, said: tuple[str, str, str]) -> None:
    for text, where in zip(said, (Align.AlignLeft, Align.AlignHCenter, Align.AlignRight), strict=True):
        middle = where == Align.AlignHCenter
        painter.setFont(font(painter, 12, strong=middle))
        painter.setPen(colour("ink_2" if middle else "ink_3"))
        painter.drawText(box, where | Align.AlignVCenter, text)


def _paint_text(painter: QPainter, box: QRectF, text: str, ink: QColor) -> float:
    """Words round a disc at the left, the first ones beside it and the others below; how low the disc's middle is."""
    painter.setFont(font(painter, 11))
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    step, indent = metrics.height() - 1, DISC + BESIDE
    most = max(1, int((box.height() - INSET) // step))
    rows = fitted(text, metrics, box.width(), most, (indent,) * LEVEL)
    top = box.center().y() - len(rows) * step / 2
    for at, row in enumerate(rows):
        left = indent if at < LEVEL else 0.0
        painter.drawText(QRectF(box.x() + left, top + at * step, box.width(), step), Align.AlignVCenter, row)
    return top + min(len(rows), LEVEL) * step / 2


def _tinted(role: str, alpha: int) -> QColor:
    tint = colour(role)
    tint.setAlpha(alpha)
    return tint
