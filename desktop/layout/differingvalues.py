"""The two values of a field that differs, in words: short enough for a line, cut so that the difference is seen."""

from typing import Any

from desktop.document.difference import Name, Value
from desktop.layout.names import name_of
from desktop.layout.short import shortened
from desktop.layout.signs import signed
from desktop.layout.style import Words

LETTERS = 48
"""Of a value."""

BEFORE = 16
"""Letters that stand before the first one that differs."""

VOCABULARIES = {
    "channel": "channel",
    "status": "tab",
    "evidence.state": "evidence",
    "tactic.form": "tactic",
    "measure.trend": "trend",
}
"""Fields whose values have words of their own, and the group of those."""

KINDS = {"card": "kind", "lane": "lane", "link": "link"}
"""The same for the field “kind”, by what has it."""

WHOLE = ("picture", "brand", "origin")
"""Parts of a thing whose fields are told of as one …"""

TOLD = ("picture.alt", "picture.fit", "brand.name", "brand.accent", "brand.text_font", "brand.title_font")
"""… but for those that say something by themselves."""


def label_of(field: str, thing: Name, words: Words) -> str:
    """What a field of a thing is called; one that only a newer version knows is said to be such."""
    if not field:
        return words("field.unknown")
    own = f"{thing.what}.{field}"
    name = name_of("field", own, words)
    return (name if name != own else name_of("field", _whole(field) or field, words)).partition(",")[0]


def said(value: Value, thing: Name, words: Words) -> tuple[str, str]:
    """Both values; of long texts, the part in which they differ."""
    field, one, other = value.field, value.before, value.after
    if _whole(field) or not (_is_plain(one) and _is_plain(other)):
        return _there(one, "one", words), _there(other, "another" if one else "one", words)
    vocabulary = KINDS.get(thing.what, "") if field == "kind" else VOCABULARIES.get(field, "")
    before, after = apart(*(_line(each, vocabulary, words) for each in (one, other)))
    none = words("field.none")
    return before or none, after or none


def apart(one: str, other: str) -> tuple[str, str]:
    """Two texts, each cut to LETTERS from a little before the first letter in which they differ."""
    if max(len(one), len(other)) <= LETTERS:
        return one, other
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, one.rfind(" ", 0, max(0, same - BEFORE))) if same > BEFORE else 0
    lead = "…" if start else ""
    return shortened(lead + one[start:].lstrip(), LETTERS), shortened(lead + other[start:].lstrip(), LETTERS)


def _whole(field: str) -> str:
    """The part of a thing as which a field is told of; "" for one that is told of by itself."""
    part, dot, _ = field.partition(".")
    return part if dot and part in WHOLE and field not in TOLD else ""


def _is_plain(value: Any) -> bool:
    """Whether a value can be written in a line."""
    if isinstance(value, tuple):
        return all(isinstance(each, str) for each in value)
    return value is None or isinstance(value, str | int | float)


def _there(value: Any, word: str, words: Words) -> str:
    return words(f"differences.{word}") if value else words("field.none")


def _line(value: Any, vocabulary: str, words: Words) -> str:
    """A plain value on one line; "" for none."""
    if isinstance(value, bool):
        return words(f"differences.{'yes' if value else 'no'}")
    if isinstance(value, float):
        return signed(value, "g")
    if isinstance(value, tuple):
        return ", ".join(name_of(vocabulary, each, words) if vocabulary else each for each in value)
    text = "" if value is None else str(value)
    return name_of(vocabulary, text, words) if vocabulary and text else " ".join(text.replace("\n", " ↵ ").split())
