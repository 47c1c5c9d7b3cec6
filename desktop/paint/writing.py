"""Words that go into files read by other programs: no control characters, no dangerous addresses."""

import re

_ADDRESS = re.compile(r"(?:https?://[^\s/\\?#]|mailto:[^\s/\\?]+@)[^\s\\]*", re.IGNORECASE)
"""The only addresses that a file of ours leads to: http, https with a host, mailto with somebody to write to."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str, instead: str = " ") -> str:
    """The text with control characters, lone surrogates and what XML forbids replaced."""
    return _UNPRINTABLE.sub(instead, text)


def is_safe(address: str) -> bool:
    """Whether an address is for the web or for mail, and nothing is hidden in it."""
    return bool(_ADDRESS.fullmatch(address)) and not _UNPRINTABLE.search(address)
