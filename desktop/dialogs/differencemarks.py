"""Signs and colours of what is new, gone, elsewhere or changed: the sign says it too, for those who see no colour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.canvas.differencesigns import SIDE, draw_sign
from desktop.panels.theme import colour, colours

ROLES = {"added": "new", "removed": "gone", "moved": "elsewhere", "ordered": "elsewhere", "changed": "other"}
"""The colours of the codes in styles/interface.json."""


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


def paint_sign(painter: QPainter, code: str) -> None:
    """At the painter's origin, in the look that is worn."""
    draw_sign(painter, code, colour_of(code), colour("surface"))
