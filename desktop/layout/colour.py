"""Contrast of colours "#RRGGBB", as WCAG 2.2 defines it."""

from functools import lru_cache

TEXT = 4.5
"""The least contrast of text on what is behind it."""

MARK = 3.0
"""The least contrast of a mark on what is behind it."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255. ValueError for anything but #RRGGBB."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"not a colour: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(channel / 255) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the other colour in the one, from 0 to 1."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@lru_cache(maxsize=1024)
def grey(colour: str) -> str:
    """The grey that is as light as the colour; "" stays what it is."""
    if not colour:
        return ""
    light = luminance(colour)
    level = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + 3 * f"{round(level * 255):02X}"


def readable(colour: str, ground: str, least: float) -> str:
    """The colour, mixed with black (on a dark ground with white) in as many hundredths as the contrast needs."""
    towards = "#000000" if luminance(ground) > 0.18 else "#FFFFFF"
    candidates = (mixed(colour, towards, share / 100) for share in range(101))
    return next((each for each in candidates if contrast(each, ground) >= least), towards)
