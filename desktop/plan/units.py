"""Lengths as people write them: “914mm”, “91.4 cm”, “36in”, “36"”."""

import re
from collections.abc import Mapping

UNITS: Mapping[str, float] = {"mm": 1.0, "cm": 10.0, "in": 25.4}
"""Millimetres in each."""

PLACES: Mapping[str, int] = {"mm": 1, "cm": 2, "in": 2}
"""Decimals that tell lengths a tenth of a millimetre apart."""

NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)"
UNIT = r"(?:mm|cm|inch|in|″|\")"
_LENGTH = re.compile(rf"({NUMBER})\s*({UNIT})", re.ASCII)


def unit(word: str) -> float:
    """Millimetres in a unit that UNIT matches."""
    return UNITS.get(word, UNITS["in"])


def length(text: str) -> float | None:
    """A number with its unit in millimetres; None for anything else."""
    found = _LENGTH.fullmatch(text.strip().lower())
    return float(found[1]) * unit(found[2]) if found else None


def told(millimetres: float, name: str) -> str:
    """The length in mm, cm or in, without a unit and without zeros at its end."""
    number = f"{millimetres / UNITS[name]:.{PLACES[name]}f}"
    return number.rstrip("0").rstrip(".")
