"""Photos of a printed wall and where on the wall each one looks. They are in memory only; no project holds them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from desktop.drawing.wallplan import WallCell, WallPlan
from desktop.drawing.workwall import TICK
from desktop.layout.places import Rect
from desktop.plan.perspective import Homography, Point, Quad, QuadError, homography, rectangle
from desktop.storage.cornermarks import find_marks
from desktop.storage.ink import paper_of, whitened_by, written
from desktop.storage.photos import Darkroom, Photo, read_photo

BORDER = 4.0
"""mm of the wall that are shown round a cell."""

INSET = 5.0
"""mm from the edge of a slot in which its own dashes stand, and the edges of a note that hangs beside."""

FINE, ROUGH = 6.0, 1.5
"""px a mm: the most that a cell is shown with, and with which it is looked at for ink."""

WRITTEN = 0.004
"""The share of a slot that is not paper from which it looks written on: a short word with a pen."""

TICKED = 0.1
"""By so much more of its square than those of the others is a circle that was ticked."""

GUESS = 0.15
"""From the edges of a photo, as a share, where corners are shown that nobody has set."""

Extent = tuple[str, str]
"""The addresses of two cells: the corners of a photo are those of the rectangle from one slot to the other."""

Corners = tuple[Point | None, Point | None, Point | None, Point | None]


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo, the four points in it (px; None where nobody knows yet), and what they are: None for the corner marks.

    found: which of the points were found in the photo and not set by hand.
    """

    photo: Photo
    corners: Corners = (None,) * 4
    extent: Extent | None = None
    found: tuple[bool, bool, bool, bool] = (False,) * 4

    @property
    def quad(self) -> Quad:
        """The four points; those that are not known yet stand near the corners of the photo."""
        guesses = guessed(self.photo.width, self.photo.height)
        a, b, c, d = (known or guess for known, guess in zip(self.corners, guesses, strict=True))
        return a, b, c, d

    @property
    def missing(self) -> tuple[int, ...]:
        """Which points are not known, counted from the top left clockwise."""
        return tuple(at for at, point in enumerate(self.corners) if point is None)


def guessed(width: float, height: float) -> Quad:
    """Where the four points of a photo of this size (px) may be, for a start."""
    inset = GUESS * min(width, height)
    return rectangle(inset, inset, width - 2 * inset, height - 2 * inset)


class Album:
    """The photos of one print of the wall, whose plan stays as it was when the first came."""

    def __init__(self, plan: WallPlan, find: Callable[[Image.Image], Corners] = find_marks) -> None:
        self.plan = plan
        self.shots: list[Shot] = []
        self.room = Darkroom()
        self._find = find
        self._looks: dict[tuple[str, Shot], bool] = {}
        self._ways: dict[Shot, Homography | None] = {}

    def add(self, path: Path) -> Shot:
        """Reads a photo and finds its corner marks. Raises StorageError."""
        shot = self._shot(read_photo(path))
        self.shots.append(shot)
        return shot

    def turn(self, at: int) -> None:
        """Turns a photo a quarter to the right and finds its corner marks again."""
        self.shots[at] = self._shot(self.shots[at].photo.turned())

    def remove(self, at: int) -> None:
        """Forgets a photo."""
        del self.shots[at]

    def set_corners(self, at: int, corners: Corners) -> None:
        """The four points as somebody has put them, as far as they are known."""
        shot = self.shots[at]
        a, b, c, d = (found and old == new for found, old, new in zip(shot.found, shot.corners, corners, strict=True))
        self.shots[at] = replace(shot, corners=corners, found=(a, b, c, d))

    def set_extent(self, at: int, extent: Extent | None) -> None:
        """What the four points are from now on."""
        self.shots[at] = replace(self.shots[at], extent=extent)

    def seen(self, shot: Shot) -> Homography | None:
        """From mm on the wall to px in the photo; None while its corners are not known, or are none."""
        if shot not in self._ways:
            self._ways[shot] = None if self.fault(shot) else homography(self._of(shot.extent), shot.quad)
        return self._ways[shot]

    def fault(self, shot: Shot) -> str:
        """Why a photo cannot be used yet: missing, or the code of a QuadError; "" where it can."""
        if shot.missing:
            return "missing"
        try:
            homography(self._of(shot.extent), shot.quad)
        except QuadError as error:
            return error.code
        return ""

    def best(self, cell: WallCell) -> Shot | None:
        """The photo in which a cell is whole and largest."""
        sized = ((self._size(shot, cell), shot) for shot in self.shots)
        return max(sized, key=lambda pair: pair[0], default=(0.0, None))[1] if self.covers(cell) else None

    def covers(self, cell: WallCell) -> bool:
        """Whether all of a cell is in some photo."""
        return any(self._size(shot, cell) > 0 for shot in self.shots)

    def cells(self) -> tuple[WallCell, ...]:
        """Those that are in a photo, in reading order."""
        return tuple(cell for cell in self.plan.cells if self.covers(cell))

    def crop(self, cell: WallCell, scale: float = FINE) -> Image.Image | None:
        """A cell with what is round it, straightened, at no more px a mm than the photo has."""
        shot = self.best(cell)
        seen = self.seen(shot) if shot else None
        if shot is None or seen is None:
            return None
        middle = cell.rect.x + cell.rect.width / 2, cell.rect.y + cell.rect.height / 2
        most = max(1.0, 1.5 * seen.scale(*middle))
        return self.room.piece(shot.photo, seen, _grown(cell.rect), min(scale, most))

    def lifted(self, cell: WallCell, scale: float) -> Image.Image | None:
        """What was stuck or written in a cell's slot, its paper as white as that of a map; None where nothing was."""
        piece = None if self.looks_empty(cell) else self.crop(cell, scale)
        if piece is None:
            return None
        whitened = whitened_by(piece, self._paper(piece, cell))
        left, top, right, bottom = self._boxes(piece, cell)(cell.slot)
        return whitened.crop((round(left), round(top), round(right), round(bottom)))

    def straightened(self, shot: Shot, longest: int) -> Image.Image | None:
        """What the four points enclose, with the same border as a cell."""
        seen, area = self.seen(shot), self.area(shot)
        scale = longest / max(area.width, area.height)
        return self.room.piece(shot.photo, seen, _grown(area), scale) if seen else None

    def area(self, shot: Shot) -> Rect:
        """What the four points of a photo enclose, in mm on the wall."""
        (left, top), _, (right, bottom), _ = self._of(shot.extent)
        return Rect(left, top, right - left, bottom - top)

    def looks_empty(self, cell: WallCell) -> bool:
        """Whether nobody seems to have written there; what is in no photo is not empty."""
        shot = self.best(cell)
        if shot is None:
            return False
        if (cell.address, shot) not in self._looks:
            self._looks[cell.address, shot] = self._is_bare(cell)
        return self._looks[cell.address, shot]

    def ticked(self, cell: WallCell) -> int | None:
        """The feeling that seems to be ticked; None where that is not clear."""
        piece = self.crop(cell, ROUGH) if cell.ticks else None
        if piece is None:
            return None
        paper, within = self._paper(piece, cell), self._boxes(piece, cell)
        inked = sorted((written(piece, paper, within(_round(point, TICK))), value) for value, point in cell.ticks)
        return inked[-1][1] if inked[-1][0] - inked[-2][0] >= TICKED else None

    def _shot(self, photo: Photo) -> Shot:
        corners = self._find(self.room.image(photo))
        a, b, c, d = (each is not None for each in corners)
        return Shot(photo, corners, None, (a, b, c, d))

    def _is_bare(self, cell: WallCell) -> bool:
        piece = self.crop(cell, ROUGH)
        if piece is None:
            return False
        paper, within = self._paper(piece, cell), self._boxes(piece, cell)
        parts = [Rect(cell.slot.x, cell.slot.y, cell.slot.width, cell.slot.height)]
        if cell.ticks:
            side = (cell.slot.width - 2 * TICK) / 2 - INSET
            parts = [parts[0]._replace(width=side), parts[0]._replace(x=cell.slot.right - side, width=side)]
        bare = all(written(piece, paper, within(_shrunk(part))) < WRITTEN for part in parts)
        return bare and self.ticked(cell) is None

    def _paper(self, piece: Image.Image, cell: WallCell) -> tuple[int, int, int]:
        """Of the strips between this slot and those beside it."""
        within, slot = self._boxes(piece, cell), cell.slot
        beside = (Rect(x, slot.y, BORDER - 2.0, slot.height) for x in (slot.x - BORDER + 1.0, slot.right + 1.0))
        return paper_of(piece, (within(each) for each in beside))

    def _boxes(self, piece: Image.Image, cell: WallCell) -> Callable[[Rect], tuple[float, float, float, float]]:
        """From mm on the wall to px of the piece that shows a cell."""
        whole = _grown(cell.rect)
        across, down = piece.width / whole.width, piece.height / whole.height

        def within(rect: Rect) -> tuple[float, float, float, float]:
            left, top = (rect.x - whole.x) * across, (rect.y - whole.y) * down
            return left, top, left + rect.width * across, top + rect.height * down

        return within

    def _of(self, extent: Extent | None) -> Quad:
        """The corners on the wall that the points of a photo are."""
        cells = [self.plan.cell(address) for address in extent] if extent else []
        first, last = cells or (None, None)
        return rectangle(*self.plan.between(first, last)) if first and last else self.plan.marks

    def _size(self, shot: Shot, cell: WallCell) -> float:
        """px a mm with which a photo shows a cell; 0 where not all of it is in the photo."""
        seen = self.seen(shot)
        if seen is None:
            return 0.0
        rect = cell.rect
        inside = all(_is_in(seen(*corner), shot.photo) for corner in rectangle(*rect))
        return seen.scale(rect.x + rect.width / 2, rect.y + rect.height / 2) if inside else 0.0


def _is_in(point: Point, photo: Photo) -> bool:
    return 0 <= point[0] <= photo.width and 0 <= point[1] <= photo.height


def _grown(rect: Rect) -> Rect:
    return Rect(rect.x - BORDER, rect.y - BORDER, rect.width + 2 * BORDER, rect.height + 2 * BORDER)


def _shrunk(rect: Rect) -> Rect:
    return Rect(rect.x + INSET, rect.y + INSET, rect.width - 2 * INSET, rect.height - 2 * INSET)


def _round(point: Point, radius: float) -> Rect:
    return Rect(point[0] - radius, point[1] - radius, 2 * radius, 2 * radius)
