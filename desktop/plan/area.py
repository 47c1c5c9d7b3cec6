"""A finished page and the white at its edges, and where a drawing stands on it."""

from dataclasses import dataclass

from desktop.plan.page import MM, Page
from desktop.plan.paper import Paper
from desktop.plan.settings import Margin

LEAST_ROOM = 20.0
"""mm; margins that leave less than this of a side leave nothing to print on."""


@dataclass(frozen=True, slots=True)
class Area:
    """Width and height of a page in mm, and what is kept white: left, top, right, bottom."""

    width: float
    height: float
    margin: Margin = (0.0, 0.0, 0.0, 0.0)

    @property
    def room(self) -> tuple[float, float]:
        """What a drawing may take, in pt."""
        left, top, right, bottom = self.margin
        return (self.width - left - right) * MM, (self.height - top - bottom) * MM

    def page(self, width: float, scale: float, drop: float = 0.0) -> Page:
        """With a drawing of this width in the middle of the room across, at the top down.

        `drop`, in pt, is how far below the top it begins; what slack there is, is left at the foot.
        """
        left, top, _, _ = self.margin
        x = left * MM + (self.room[0] - width * scale) / 2
        return Page(self.width * MM, self.height * MM, x, top * MM + drop, scale)


def area(sheet: Paper, margin: Margin | None = None) -> Area:
    """A sheet with its usual margins where none are given. ValueError for a roll, which has no height yet."""
    if sheet.height is None:
        raise ValueError("a roll is no sheet before it is cut")
    return Area(sheet.width, sheet.height, margins(sheet, margin))


def has_room(sheet: Paper, margin: Margin | None = None) -> bool:
    """Whether such margins leave anything of a sheet, or of a roll whichever way it lies."""
    left, top, right, bottom = margins(sheet, margin)
    height = sheet.width if sheet.height is None else sheet.height
    return min(sheet.width - left - right, height - top - bottom) >= LEAST_ROOM


def margins(sheet: Paper, margin: Margin | None) -> Margin:
    """Those asked for, or the paper's usual ones on all four sides."""
    return margin or (sheet.margin, sheet.margin, sheet.margin, sheet.margin)
