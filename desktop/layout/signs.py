"""Numbers with a sign, as they are set on maps and said of feelings."""

from desktop.layout.style import Words


def signed(value: float, form: str = "+g", zero: str = "0") -> str:
    """“+1.5”, “−1.1”, with a true minus; `form` is Python's, `zero` stands for no feeling either way."""
    return f"{value:{form}}".replace("-", "−") if value else zero


def point_of(words: Words) -> str:
    """What stands before the tenths in a language; a full stop where nobody knows."""
    found = words("number.point")
    return found if len(found) == 1 else "."
