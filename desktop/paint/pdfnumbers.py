"""Numbers and colours as a PDF writes them, short and always the same."""

from functools import lru_cache


def number(value: float, places: int = 2) -> str:
    """A decimal number without needless digits; two places of a point are 3.5 micrometres."""
    digits = f"{value:.{places}f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def numbers(*values: float) -> str:
    """Several numbers with blanks between."""
    return " ".join(map(number, values))


@lru_cache(maxsize=1024)
def _channels(colour: str) -> str:
    return " ".join(number(int(colour[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))


def fill_colour(colour: str) -> str:
    """The operator for "#RRGGBB" in fills and text."""
    return f"{_channels(colour)} rg"


def stroke_colour(colour: str) -> str:
    """The operator for "#RRGGBB" in lines."""
    return f"{_channels(colour)} RG"
