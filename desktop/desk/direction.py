"""The four directions of the arrow keys."""

from enum import Enum


class Direction(Enum):
    """Steps to the right and lanes down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)

    @property
    def across(self) -> int:
        return self.value[0]

    @property
    def down(self) -> int:
        return self.value[1]
