"""What a validator found, in words that people understand, with the place as a path of fields."""

from collections.abc import Sequence
from typing import Any

from pydantic_core import ErrorDetails

from desktop.storage.errors import Problem

SHOWN = 20
"""Problems that are worded; the rest are counted."""

_REASONS = {
    "missing": "is missing",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "finite_number": "must be a finite number",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "has a form that is not allowed here",
    "too_long": "holds more than {max_length} entries",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
}


def worded(details: list[ErrorDetails], raw: Any, shown: int = SHOWN) -> tuple[tuple[Problem, ...], int]:
    """The first problems, and how many there are besides. `raw` is the file as parsed, for the ids in places."""
    problems = tuple(Problem(place(raw, detail["loc"]), _reason(detail)) for detail in details[:shown])
    return problems, len(details) - len(problems)


def place(raw: Any, loc: Sequence[int | str]) -> str:
    """Such as “maps[2] › lanes[1] › cards[15] (id c9x) › text”; entries are counted from 1."""
    names: list[str] = []
    for key in loc:
        raw = _inside(raw, key)
        if isinstance(key, int):
            names[-1:] = [f"{names[-1] if names else ''}[{key + 1}]{_ident(raw)}"]
        elif key != "[key]":
            names.append(_short(key))
    return " › ".join(names[1:] if names[1:] and names[0] == "project" else names)


def _inside(raw: Any, key: int | str) -> Any:
    try:
        return raw[key]
    except (LookupError, TypeError):
        return None


def _ident(raw: Any) -> str:
    ident = raw.get("id") if isinstance(raw, dict) else None
    return f" (id {_short(ident)})" if isinstance(ident, str) and ident else ""


def _short(text: str) -> str:
    clean = "".join(char if char.isprintable() else "�" for char in text[:41])
    return clean if len(text) <= 40 else clean[:39] + "…"


def _reason(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return str(context.get("error", detail["msg"]))
    words = _REASONS.get(detail["type"])
    return words.format(**context) if words else detail["msg"][:1].lower() + detail["msg"][1:]
