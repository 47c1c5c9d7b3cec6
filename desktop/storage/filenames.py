"""Names for files, as every system takes them."""

from collections.abc import Iterable
from unicodedata import category

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
"""Names of devices on Windows, whatever their suffix."""

LONGEST, MOST_BYTES = 120, 220
"""Characters, and bytes in UTF-8: with a suffix and a number a file system takes them."""


def file_name(text: str) -> str:
    """A name that every system takes for a file, as much like the text as can be."""
    allowed = "".join(char if _is_allowed(char) else "-" for char in text).strip(" .")[:LONGEST]
    name = allowed.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(" .") or "journey"
    return f"{name}-" if name.partition(".")[0].casefold() in RESERVED else name


def _is_allowed(char: str) -> bool:
    """Letters of all scripts, and the marks without which vowels of some would be gone."""
    return char.isalnum() or category(char)[0] == "M" or char in " -_.()"


def file_names(texts: Iterable[str]) -> list[str]:
    """A name for each text; those that a system would take for the same are numbered from the second on."""
    names: list[str] = []
    seen: set[str] = set()
    for text in texts:
        name = wanted = file_name(text)
        number = 2
        while name.casefold() in seen:
            name, number = f"{wanted} ({number})", number + 1
        seen.add(name.casefold())
        names.append(name)
    return names
