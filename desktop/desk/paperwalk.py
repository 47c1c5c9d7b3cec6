"""From cell to cell of a printed wall, typing what stands there: notes land in the cell that is looked at."""

import re

from desktop.desk.album import Album
from desktop.desk.desk import Desk
from desktop.desk.scribing import Scribing
from desktop.desk.snapping import Snapping
from desktop.document.edits.cards import Spot
from desktop.document.keyed import find
from desktop.document.locate import columns_of
from desktop.drawing.wallplan import WallCell
from desktop.scribe.context import Context
from desktop.scribe.grammar import Line
from desktop.session import Signal

_BARE = re.compile(r"[012](?=\s|$)")
"""A value as the circle says it, without its sign."""


class PaperWalk:
    """Where one is on the wall. changed(): at another cell, or other cells are in the photos.

    The desk's dashed slot goes along.
    """

    def __init__(self, desk: Desk, album: Album) -> None:
        self.changed: Signal[[]] = Signal()
        self.album = album
        self.scribing = Scribing(desk)
        self._desk = desk
        self._covered: tuple[WallCell, ...] = ()
        self._cells: tuple[WallCell, ...] = ()
        self._stood: tuple[object, tuple[str, ...]] | None = None
        self._at = 0
        self._here = 0
        self.look_again()

    @property
    def cells(self) -> tuple[WallCell, ...]:
        """Those in the photos that are still on the map."""
        return self._cells

    @property
    def cell(self) -> WallCell | None:
        """The one that is looked at."""
        return self._cells[self._at] if self._cells else None

    @property
    def number(self) -> int:
        """Of the cell, counted from 1."""
        return self._at + 1

    @property
    def here(self) -> int:
        """How many notes were typed since one came to the cell."""
        return self._here

    def look_again(self) -> None:
        """Photos have come, gone or been straightened; the cell stays where it can."""
        self._covered, self._stood = self.album.cells(), None
        self.follow()

    def follow(self) -> None:
        """The map has changed: cells whose lane or step is gone are not walked to."""
        journey = self._desk.journey
        lanes = tuple(lane.id for lane in journey.lanes) if journey else ()
        stood = journey.stages if journey else None, lanes
        if self._stood is not None and self._stood[0] is stood[0] and self._stood[1] == lanes:
            return
        self._stood = stood
        before, steps = self.cell, columns_of(journey).index if journey else {}
        self._cells = tuple(cell for cell in self._covered if cell.lane in lanes and cell.step in steps)
        addresses = [cell.address for cell in self._cells]
        self._at = addresses.index(before.address) if before and before.address in addresses else 0
        if before is None or before != self.cell:
            self._here = 0
        self.changed.emit()

    def go_to(self, at: int) -> bool:
        """Looks at the cell of this number, the first being 0. Whether there is one."""
        if not 0 <= at < len(self._cells):
            return False
        self._at, self._here = at, 0
        self.aim()
        self.changed.emit()
        return True

    def go(self, by: int) -> bool:
        """To the next cell, with −1 to the one before. Whether there is one."""
        return self.go_to(self._at + by)

    def go_written(self) -> bool:
        """To the next cell that looks written on. Whether there is one."""
        rest = range(self._at + 1, len(self._cells))
        at = next((each for each in rest if not self.album.looks_empty(self._cells[each])), -1)
        return self.go_to(at)

    def aim(self) -> None:
        """Puts the dashed slot to the foot of the cell, unless it stands in it."""
        cell, target, journey = self.cell, self._desk.target, self._desk.journey
        if cell is None or journey is None or find(journey.lanes, cell.lane) is None:
            return
        if target is None or (target.lane, target.step) != (cell.lane, cell.step):
            self._desk.aim(Spot(cell.lane, cell.step))

    def keep(self) -> bool:
        """The cell's piece of the photo as a picture card at its step; whether it could be."""
        cell = self.cell
        if cell is None or not Snapping(self._desk, self.album).cell(cell):
            return False
        self.aim()
        return True

    @property
    def context(self) -> Context:
        """What can be named in the cell that is looked at."""
        self.aim()
        return self.scribing.context()

    def meant(self, text: str) -> str:
        """The text, with the sign that a value has in a lane of feelings: the circles say 2, 1 and 0 without one."""
        cell = self.cell
        return f"+{text}" if cell and cell.ticks and _BARE.match(text) else text

    def add(self, line: Line) -> bool:
        """A note in the cell; whether it could be made. What is refused is said."""
        self.aim()
        before = self._desk.project
        if not self.scribing.add(line):
            return False
        self._here += self._desk.project is not before
        self.aim()
        self.changed.emit()
        return True
