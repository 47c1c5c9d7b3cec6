"""Numbers with a sign, as they are set on maps and said of feelings."""


def signed(value: float, form: str = "+g", zero: str = "0") -> str:
    """“+1.5”, “−1.1”, with a true minus; `form` is Python's, `zero` stands for no feeling either way."""
    return f"{value:{form}}".replace("-", "−") if value else zero
