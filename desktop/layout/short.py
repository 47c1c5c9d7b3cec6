"""Texts of people where there is little room for them."""

LONGEST = 40
"""Letters that a menu or a button shows."""


def shortened(text: str, most: int) -> str:
    """At most so many letters, the last of them “…” where some are left out."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def short(text: str) -> str:
    """So much of a text that a menu or a button stays narrow; an ampersand is no shortcut."""
    return shortened(" ".join(text.split()), LONGEST).replace("&", "&&")
