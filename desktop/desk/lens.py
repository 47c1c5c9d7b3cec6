"""The way a map is looked at: what is hidden, folded or filtered out. It never changes what the map says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lens:
    """`lanes` are hidden and `stages` folded by their ids. The sets of words filter cards: an empty one lets all pass.

    What does not pass is dimmed, or left out with `leave_out`.
    """

    lanes: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    leave_out: bool = False


CLEAR = Lens()
"""Everything is seen."""
