"""The ground of a row in a list: tinted where it is chosen or the mouse is over it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.panels.theme import colour

RADIUS = 6
"""Px of its corners, and to the sides of the list."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Nothing for a row that is neither, nor for a disabled one that the mouse is over."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver and option.state & QStyle.StateFlag.State_Enabled)
    if chosen or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chosen" if chosen else "hover"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(RADIUS, 1, -RADIUS, -1), RADIUS, RADIUS)
