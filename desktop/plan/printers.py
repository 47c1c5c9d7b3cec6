"""Printers, by what they leave white at the edges and how wide they print. Millimetres throughout."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import isfinite

from desktop.plan.paper import MOST

WHITEST = 100.0
"""No printer leaves more white at an edge."""

LONGEST_NAME = 80
SIDES = ("left", "top", "right", "bottom")


class PrinterError(ValueError):
    """What is no printer. `field` is what is wrong with it: name, a side, or widest."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"{field}: {value!r}")
        self.field = field
        self.value = value


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a printer cannot print on at each side of its paper, as the paper lies in it, and the widest it takes."""

    name: str
    left: float = 5.0
    top: float = 5.0
    right: float = 5.0
    bottom: float = 5.0
    widest: float | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise PrinterError("name", self.name)
        for side in SIDES:
            _within(side, getattr(self, side), 0.0, WHITEST)
        if self.widest is not None:
            _within("widest", self.widest, WHITEST, MOST)

    @property
    def margin(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom

    def takes(self, width: float, height: float) -> bool:
        """Whether a sheet of this size goes through, one way or the other."""
        return self.widest is None or min(width, height) <= self.widest

    def to_json(self) -> dict[str, object]:
        """The fields by name."""
        return asdict(self)


def _within(field: str, value: float, least: float, most: float) -> None:
    if not (isfinite(value) and least <= value <= most):
        raise PrinterError(field, value)


def from_json(given: Mapping[str, object]) -> PrinterProfile:
    """The profile that `to_json` wrote; unknown names are passed over. Raises PrinterError."""
    name = given.get("name")
    if not isinstance(name, str):
        raise PrinterError("name", name)
    sides = {side: _number(side, given[side]) for side in SIDES if side in given}
    widest = given.get("widest")
    return PrinterProfile(name, **sides, widest=None if widest is None else _number("widest", widest))


def _number(field: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PrinterError(field, value)
    return float(min(max(value, -MOST), 2 * MOST))


PRINTERS = (
    PrinterProfile("laser", 4.0, 4.0, 4.0, 4.0, 216.0),
    PrinterProfile("laser-a3", 4.0, 4.0, 4.0, 4.0, 297.0),
    PrinterProfile("inkjet", 5.0, 5.0, 5.0, 12.0, 216.0),
    PrinterProfile("inkjet-a3", 5.0, 5.0, 5.0, 12.0, 330.0),
    PrinterProfile("plotter-24", 5.0, 5.0, 5.0, 17.0, 610.0),
    PrinterProfile("plotter-36", 5.0, 5.0, 5.0, 17.0, 914.4),
    PrinterProfile("plotter-44", 5.0, 5.0, 5.0, 17.0, 1118.0),
    PrinterProfile("print-shop", 0.0, 0.0, 0.0, 0.0),
)
"""Usual ones, worded by their names ("printer.laser"): desktops leave 4 to 5 mm, some plotters 17 mm at the foot."""
