"""Colours as PDF operators."""

from functools import lru_cache

from desktop.paint.numbers import number


@lru_cache(maxsize=1024)
def fill_colour(colour: str) -> str:
    """The operator for "#RRGGBB" in fills and text."""
    return f"{_channels(colour)} rg"


@lru_cache(maxsize=1024)
def stroke_colour(colour: str) -> str:
    """The operator for "#RRGGBB" in lines."""
    return f"{_channels(colour)} RG"


def _channels(colour: str) -> str:
    return " ".join(number(int(colour[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
