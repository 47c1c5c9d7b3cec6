"""Where everything stands on a printed working wall, read from its drawing, so that both can never differ."""

from dataclasses import dataclass

from desktop.drawing.cornermarks import Point, centres
from desktop.drawing.shapes import Drawing, Ellipse, Placed
from desktop.drawing.workwall import ADDRESS, SLOT, VALUES
from desktop.layout.places import Rect


@dataclass(frozen=True, slots=True)
class WallCell:
    """A cell by its address and the ids of its lane and step; `rect` is all of it in mm, `slot` where the note is.

    ticks: of a lane of feelings, the middle of the circle for each value; none where notes are stuck.
    """

    address: str
    lane: str
    step: str
    rect: Rect
    ticks: tuple[tuple[int, Point], ...] = ()

    @property
    def slot(self) -> Rect:
        return Rect(self.rect.x, self.rect.y + ADDRESS, SLOT, SLOT)


@dataclass(frozen=True, slots=True)
class WallPlan:
    """A wall in mm: the middles of its corner marks from the top left clockwise, its cells in reading order."""

    width: float
    height: float
    marks: tuple[Point, Point, Point, Point]
    cells: tuple[WallCell, ...]

    def cell(self, address: str) -> WallCell | None:
        """The cell at an address."""
        return next((cell for cell in self.cells if cell.address == address), None)

    def between(self, first: WallCell, last: WallCell) -> Rect:
        """The rectangle from the top left corner of one slot to the bottom right corner of another, in either order."""
        one, other = first.slot, last.slot
        x, y = min(one.x, other.x), min(one.y, other.y)
        return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def wall_plan(drawing: Drawing) -> WallPlan:
    """What stands where on a drawing that `desktop.drawing.workwall` made."""
    cells = tuple(_cell(placed) for placed in drawing.placed if placed.figure.role == "card")
    return WallPlan(drawing.width, drawing.height, centres(drawing.width, drawing.height), cells)


def _cell(placed: Placed) -> WallCell:
    figure = placed.figure
    rect = Rect(placed.x, placed.y, figure.width, figure.height)
    circles = [shape for shape in figure.shapes if isinstance(shape, Ellipse)]
    ticks = ((value, (rect.x + one.cx, rect.y + one.cy)) for value, one in zip(VALUES, circles, strict=False))
    return WallCell(figure.id, placed.lane, placed.step, rect, tuple(ticks))
