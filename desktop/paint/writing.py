"""Words that go into files read by other programs: no control characters, no dangerous addresses."""

import re

SCHEMES = ("http:", "https:", "mailto:")
"""The only addresses that a file of ours leads to."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str, instead: str = " ") -> str:
    """The text with control characters, lone surrogates and what XML forbids replaced."""
    return _UNPRINTABLE.sub(instead, text)


def is_safe(address: str) -> bool:
    """Whether an address is for the web or for mail, and nothing is hidden in it."""
    return address.lower().startswith(SCHEMES) and not _UNPRINTABLE.search(address)
