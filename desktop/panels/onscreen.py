"""How large a window beside another one opens."""

from PySide6.QtWidgets import QWidget

BAR = 40
"""Px that the bar with its title takes above it."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Gives a window its usual size in px, or what the screen has room for where that is less; where the window that it
    belongs to is larger than the screen, what that one has."""
    owner = window.parentWidget()
    if owner is not None:
        room = window.screen().availableSize().expandedTo(owner.window().size())
        width, height = min(width, room.width()), min(height, room.height() - BAR)
    window.resize(width, height)
