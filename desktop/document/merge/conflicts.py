"""What two people made differently, as it is told and as it is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from desktop.document.difference import Name

Choice = Literal["mine", "theirs", "both"]
"""Whose value stands; with both, the other's is kept in the inbox."""

PLACE, GONE = "place", "gone"
"""Fields of a conflict that no thing has: where it stands, and that one person took it away."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing as it is called, and a field of it by its path that both changed.

    `ours` and `theirs` are the values with names for ids, as those of `desktop.document.difference.Value`; of a place
    they are `Where`s, of something gone whether it is there. `map` is the id of the map it is on, "" for none.
    """

    name: Name
    field: str
    ours: Any
    theirs: Any
    map: str = ""

    @property
    def thing(self) -> str:
        """The thing's id here."""
        return self.name.id

    @property
    def key(self) -> tuple[str, str]:
        """By which a choice is given."""
        return self.thing, self.field


Choices = Mapping[tuple[str, str], Choice]
"""Decisions by the key of their conflict."""
