"""Numbers in sentences, with the decimal sign of their language."""

import re

from desktop.layout.style import Words

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


def figure(value: str | float, words: Words) -> str:
    """A number as it is written in the language of these words; a text as it is."""
    return value if isinstance(value, str) else decimals(f"{value:.6g}" if value < 1e6 else f"{value:.0f}", words)


def decimals(text: str, words: Words) -> str:
    """A text of figures, such as “7.5”, with the decimal sign of the language of these words."""
    return _DECIMAL.sub(words("sign.decimal"), text)


def rounded(value: float, words: Words) -> str:
    """With one decimal, which is left out where it is none: “1.5”, “2”."""
    return decimals(f"{value:.1f}".removesuffix(".0"), words)
