"""Paper: sheets and rolls by name and by measure. Millimetres throughout."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.plan.units import NUMBER, UNIT, length, unit

LEAST, MOST = 50.0, 5080.0
"""Shortest and longest side in mm; PDF readers agree on pages of up to 14,400 pt, which is 5,080 mm."""

INCH = 25.4

Size = tuple[float, float]


def _inches(short: float, long: float) -> Size:
    return round(short * INCH, 4), round(long * INCH, 4)


ISO_A: Mapping[str, Size] = {
    "4A0": (1682.0, 2378.0),
    "2A0": (1189.0, 1682.0),
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
}
"""ISO 216, and the two larger ones of DIN 476; short side first, as everywhere here."""

ISO_B: Mapping[str, Size] = {
    "B0": (1000.0, 1414.0),
    "B1": (707.0, 1000.0),
    "B2": (500.0, 707.0),
    "B3": (353.0, 500.0),
    "B4": (250.0, 353.0),
}
ANSI: Mapping[str, Size] = {
    "ANSI-A": _inches(8.5, 11),
    "ANSI-B": _inches(11, 17),
    "ANSI-C": _inches(17, 22),
    "ANSI-D": _inches(22, 34),
    "ANSI-E": _inches(34, 44),
}
"""ANSI/ASME Y14.1."""

ARCH: Mapping[str, Size] = {
    "ARCH-A": _inches(9, 12),
    "ARCH-B": _inches(12, 18),
    "ARCH-C": _inches(18, 24),
    "ARCH-D": _inches(24, 36),
    "ARCH-E1": _inches(30, 42),
    "ARCH-E": _inches(36, 48),
}
US: Mapping[str, Size] = {"Letter": _inches(8.5, 11), "Legal": _inches(8.5, 14), "Tabloid": _inches(11, 17)}
POSTER: Mapping[str, Size] = {"500x700mm": (500.0, 700.0), "700x1000mm": (700.0, 1000.0)}

ROLLS: Mapping[str, float] = {
    "roll-594mm": 594.0,
    "roll-24in": 24 * INCH,
    "roll-841mm": 841.0,
    "roll-914mm": 914.0,
    "roll-36in": 36 * INCH,
    "roll-42in": 42 * INCH,
    "roll-1067mm": 1067.0,
    "roll-44in": 44 * INCH,
    "roll-1118mm": 1118.0,
    "roll-60in": 60 * INCH,
    "roll-1524mm": 1524.0,
}
"""Widths of the rolls that plotters take."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "iso-a": tuple(ISO_A),
    "iso-b": tuple(ISO_B),
    "poster": tuple(POSTER),
    "us": tuple(US),
    "ansi": tuple(ANSI),
    "arch": tuple(ARCH),
    "roll": tuple(ROLLS),
}
"""All names in the order of a menu."""

PAPERS: Mapping[str, Size] = {**ISO_A, **ISO_B, **POSTER, **US, **ANSI, **ARCH}
"""The sheets by name."""

ORIENTATIONS = ("auto", "landscape", "portrait")

ROLL_EDGE = 7.0
"""What a plotter cannot be trusted with at either side of a roll: 900 mm of one of 914 mm are printable."""

_BY_NAME = {name.lower(): size for name, size in PAPERS.items()}
_ROLL = re.compile(r"roll[-\s]?(.+)")
_OWN = re.compile(rf"({NUMBER})\s*({UNIT})?\s*[x×]\s*({NUMBER})\s*({UNIT})?", re.ASCII)


class PaperError(ValueError):
    """A paper that nobody can print on. `name` is what was asked for.

    `code` is unknown, unit (there is none), small, large or orientation.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(f"{code}: {name}")
        self.code = code
        self.name = name


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, or a roll, which has no height: it is as long as is needed, one way or the other.

    `fixed` when width and height were given as such, so that it is not to be turned.
    """

    width: float
    height: float | None
    fixed: bool = False

    @property
    def is_roll(self) -> bool:
        return self.height is None

    @property
    def longest(self) -> float:
        """The longest side that it may have."""
        return MOST if self.height is None else max(self.width, self.height)

    @property
    def shortest(self) -> float:
        return self.width if self.height is None else min(self.width, self.height)

    @property
    def landscape(self) -> "Paper":
        return self if self.height is None else Paper(self.longest, self.shortest)

    @property
    def portrait(self) -> "Paper":
        return self if self.height is None else Paper(self.shortest, self.longest)

    @property
    def margin(self) -> float:
        """What is left white beyond the drawing's own margin, which shrinks with the type: office printers
        cannot print the outer 3–5 mm, so small sheets get more."""
        return ROLL_EDGE if self.height is None else max(0.0, 8.0 - 0.015 * self.shortest)

    def cut(self, long: float) -> "Paper":
        """A sheet of this length off a roll, which lies along it."""
        return Paper(long, self.width, fixed=True)


def paper(name: str) -> Paper:
    """A sheet or a roll by name (“A0”, “roll-36in”) or measure (“914x1400mm”, width first). Raises PaperError."""
    key = " ".join(name.lower().split())
    size = _BY_NAME.get(key.replace(" ", "-"))
    if size:
        return Paper(*size)
    roll = _ROLL.fullmatch(key)
    return _roll(name, roll[1]) if roll else _own(name, key)


def _roll(name: str, width: str) -> Paper:
    wide = length(width)
    if wide is None:
        raise PaperError("unit" if re.fullmatch(NUMBER, width, re.ASCII) else "unknown", name)
    return Paper(_possible(wide, name), None)


def _own(name: str, key: str) -> Paper:
    own = _OWN.fullmatch(key)
    if not own:
        raise PaperError("unknown", name)
    if not own[4]:
        raise PaperError("unit", name)
    factor = unit(own[4])
    width, height = float(own[1]) * (unit(own[2]) if own[2] else factor), float(own[3]) * factor
    return Paper(_possible(width, name), _possible(height, name), fixed=True)


def _possible(side: float, name: str) -> float:
    """The side to a ten-thousandth of a millimetre, when paper can have it."""
    side = round(min(side, 2 * MOST), 4)
    if side < LEAST:
        raise PaperError("small", name)
    if side > MOST:
        raise PaperError("large", name)
    return side


def turned(sheet: Paper, orientation: str) -> tuple[Paper, ...]:
    """The ways in which the sheet may lie; "auto" leaves the choice between two, unless its measures were given.

    A roll is no sheet before it is cut: it comes back as it is.
    """
    if orientation not in ORIENTATIONS:
        raise PaperError("orientation", orientation)
    if sheet.is_roll:
        return (sheet,)
    if orientation == "landscape":
        return (sheet.landscape,)
    if orientation == "portrait":
        return (sheet.portrait,)
    return (sheet,) if sheet.fixed or sheet.width == sheet.height else (sheet.landscape, sheet.portrait)
