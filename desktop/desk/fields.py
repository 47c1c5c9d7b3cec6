"""What a form shows of several things at once: the value that they have in common, or that there are several."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from desktop.document.base import Part
from desktop.document.edits.facets import value_at


class Several(Enum):
    """In place of a value: there is more than one."""

    VALUES = "several"


SEVERAL = Several.VALUES


def common(things: Iterable[Part], path: str) -> Any:
    """The value at a path (see `value_at`) of all these things; SEVERAL where they differ, None of no things."""
    rest = iter(things)
    first = next(rest, None)
    if first is None:
        return None
    value = value_at(first, path)
    return value if all(_same(value_at(thing, path), value) for thing in rest) else SEVERAL


def _same(one: Any, other: Any) -> bool:
    return one is other or one == other
