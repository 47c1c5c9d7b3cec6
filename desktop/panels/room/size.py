"""How large type must be for this room, on this screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.canvas.scene import Studio
from desktop.plan.projection import Projection, px_per_unit, read_from, type_px
from desktop.typeset.lines import UNITS, TextStyle

LEAST_TYPE = 15.0
"""Px that no type goes below, however small the room."""

Measured = Callable[[], Projection]
"""The room as it was last measured."""


class Legible:
    """Sizes for a studio's card text and for type of the interface, on the screen that a widget is on."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured

    def scale(self, studio: Studio, widget: QWidget) -> float:
        """The least scale of the map at which a card's text is read from the last row."""
        role = studio.style.roles["card"]
        ratio = _ratio(studio, role.style)
        return px_per_unit(self._measured(), across(widget), role.size, ratio)

    def em(self, studio: Studio, widget: QWidget) -> float:
        """Px of type beside the map."""
        return max(LEAST_TYPE, type_px(self._measured(), across(widget), _ratio(studio, TextStyle("regular"))))

    def reach(self, studio: Studio, widget: QWidget, zoom: float) -> float:
        """Metres from which cards at a scale are read."""
        role = studio.style.roles["card"]
        return read_from(self._measured(), across(widget), role.size * zoom, _ratio(studio, role.style))


def across(widget: QWidget) -> int:
    """Px of the screen that is projected: the width of the window, for that is what is seen."""
    return widget.window().width()


def _ratio(studio: Studio, style: TextStyle) -> float:
    return studio.composer.typesetter.metrics(style).cap_height / UNITS
