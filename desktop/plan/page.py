"""One printed page and where the drawing stands on it."""

from dataclasses import dataclass

MM = 72 / 25.4
"""Points per millimetre."""


@dataclass(frozen=True, slots=True)
class Page:
    """Width and height in pt; (x, y) is where the drawing's origin lies, in pt from the page's left and top edge;
    `scale` is the length in pt of one layout unit."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height in mm, to a hundredth."""
        return round(self.width / MM, 2), round(self.height / MM, 2)
