"""Numbers as files write them: short, and always the same."""

from functools import lru_cache


@lru_cache(maxsize=65_536)
def number(value: float, places: int = 2) -> str:
    """A decimal number without needless digits; two places of a point are 3.5 micrometres."""
    digits = f"{value:.{places}f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def numbers(*values: float) -> str:
    """Several numbers with blanks between."""
    return " ".join(map(number, values))
