"""What seams between sheets have to stay clear of, and where they go."""

from typing import NamedTuple

from desktop.layout.places import Rect

HARD = ("header", "title", "marker")
"""Kinds that are never cut while there is another way."""


class Obstacle(NamedTuple):
    """Something on the poster that a seam may hit; `rect` in mm from the poster's left and top edge.

    kind: card; header, title or marker, which come first; label, which comes last; ink, which may be cut
    but makes a sheet one that is not blank.
    """

    id: str
    kind: str
    rect: Rect
