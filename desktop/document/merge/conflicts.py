"""What two people made differently, as it is told and as it is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Choice = Literal["mine", "theirs", "both"]
"""Whose value stands; with both, the other's is kept in the inbox."""

PLACE, GONE = "place", "gone"
"""Fields of a conflict that no thing has: where it stands, and that one person took it away."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing, by its id here and its kind, and a field that both changed.

    `ours` and `theirs` are the values; of a place the ids of what holds the thing and of the steps it stands on, of
    something gone whether it is there. `maps` is the id of the map it is on, "" for none.
    """

    thing: str
    what: str
    title: str
    field: str
    ours: Any
    theirs: Any
    map: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By which a choice is given."""
        return self.thing, self.field


Choices = Mapping[tuple[str, str], Choice]
"""Decisions by the key of their conflict."""
