"""Characters by their names, for those that cannot be shown."""

from unicodedata import name


def named(character: str) -> str:
    """Number and name by the Unicode standard: "U+0C05 TELUGU LETTER A"; the number alone of what has no name."""
    return f"U+{ord(character):04X} {name(character, '')}".rstrip()
