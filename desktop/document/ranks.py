"""Ranks: fractions between 0 and 1 in base 62, written without “0.”, so that order needs no renumbering."""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
LONGEST = 40
"""An edit that would make a longer rank ranks the whole row anew."""

_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_TAIL = 3
"""Digits counted through at an open end, so that adding at an end 200,000 times lengthens no rank."""


def between(low: str, high: str) -> str:
    """A rank after `low` and before `high`; "" stands for an end.

    Raises ValueError where there is no room: `low` not before `high`, or equal as a fraction (“V”, “V0”).
    """
    return spaced(low, high, 1)[0]


def spread(count: int) -> list[str]:
    """Ranks for a whole row, evenly spaced and as short as can be."""
    return spaced("", "", count)


def spaced(low: str, high: str, count: int) -> list[str]:
    """`count` ranks in order between two others, as `between` for one."""
    if low and not high:
        return _after(low, count)
    if high and not low:
        return _before(high, count)
    if low and low.rstrip("0") >= high.rstrip("0"):
        raise ValueError(f"no rank between {low!r} and {high!r}")
    width = 1
    while _number(high, width, BASE**width) - _number(low, width, 0) <= count:
        width += 1
    start = _number(low, width, 0)
    room = _number(high, width, BASE**width) - start
    return [_text(start + room * (index + 1) // (count + 1), width) for index in range(count)]


def _after(low: str, count: int) -> list[str]:
    """Counts on from `low` behind its leading z's instead of halving the rest, which would soon be long."""
    width = len(low) - len(low.lstrip("z")) + _TAIL
    while _number(low, width, 0) + count >= BASE**width:
        width += 1
    start = _number(low, width, 0)
    return [_text(start + index + 1, width) for index in range(count)]


def _before(high: str, count: int) -> list[str]:
    width = len(high) - len(high.lstrip("0")) + _TAIL
    while _number(high, width, 0) - count <= 0:
        if not high.strip("0"):
            raise ValueError(f"no rank before {high!r}")
        width += 1
    start = _number(high, width, 0) - count
    return [_text(start + index, width) for index in range(count)]


def _number(rank: str, width: int, end: int) -> int:
    """The first `width` digits as an integer, rounded down; `end` for no rank."""
    if not rank:
        return end
    value = 0
    for digit in rank[:width].ljust(width, "0"):
        value = value * BASE + _VALUE[digit]
    return value


def _text(value: int, width: int) -> str:
    digits = []
    for _ in range(width):
        value, digit = divmod(value, BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
