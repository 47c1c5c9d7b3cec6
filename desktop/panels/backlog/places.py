"""Where things stand in the matrix: five by five cells for what is judged, a tray below for the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import hypot

from PySide6.QtCore import QPointF, QRectF

from desktop.desk.backlog import BEST
from desktop.method.backlog import UNJUDGED, Entry, by_grades

LEFT, TOP, RIGHT, AXIS = 30.0, 8.0, 10.0, 40.0
"""Px beside the cells: for the words of impact, above, at the right; below for those of ease."""

TRAY, HEAD = 64.0, 22.0
"""Px of the tray, and of its heading."""

PAD, GAP, CHIP, DISC = 4.0, 3.0, 74.0, 26.0
"""Px within a cell, between chips; the greatest height of a chip, and the room of one that is a disc alone."""

CORNER = 16.0
"""Px of what a corner of the matrix is good for."""

FINGER = 44.0
"""Px of the place at which a finger takes hold of a chip, however small that is."""

WORDS = 26.0
"""Px of height from which a chip has words."""


@dataclass(frozen=True, slots=True)
class Chip:
    """An opportunity in the matrix; without `words` there is only room for its disc."""

    entry: Entry
    box: QRectF
    words: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The matrix at one size: the square of all cells, the tray below it (empty while nothing is in it), and chips."""

    grid: QRectF
    tray: QRectF
    chips: tuple[Chip, ...]

    def cell(self, impact: int, ease: int) -> QRectF:
        """Impact goes up, ease to the right, 1 to 5."""
        wide, high = self.grid.width() / BEST, self.grid.height() / BEST
        return QRectF(self.grid.x() + (ease - 1) * wide, self.grid.bottom() - impact * high, wide, high)

    def grades_at(self, at: QPointF) -> tuple[int, int] | None:
        """Impact and ease at a point; UNJUDGED in the tray, None elsewhere."""
        if self.grid.contains(at):
            ease = int((at.x() - self.grid.x()) / self.grid.width() * BEST) + 1
            impact = int((self.grid.bottom() - at.y()) / self.grid.height() * BEST) + 1
            return min(max(impact, 1), BEST), min(max(ease, 1), BEST)
        return UNJUDGED if self.tray.contains(at) else None

    def chip_at(self, at: QPointF) -> Chip | None:
        """The chip at a point, else the nearest one that a finger there means."""
        there = next((chip for chip in reversed(self.chips) if chip.box.contains(at)), None)
        return there or min(
            (chip for chip in self.chips if _reach(chip).contains(at)), key=partial(_far, at), default=None
        )

    def chip_of(self, card: str) -> Chip | None:
        """The chip of an opportunity."""
        return next((chip for chip in self.chips if chip.entry.card.id == card), None)


def _reach(chip: Chip) -> QRectF:
    """Where a finger means a chip: no less than its own size either way, around its middle."""
    box = chip.box
    reach = QRectF(0.0, 0.0, max(box.width(), FINGER), max(box.height(), FINGER))
    reach.moveCenter(box.center())
    return reach


def _far(at: QPointF, chip: Chip) -> float:
    """From a point to the nearest edge of a chip, in px."""
    box = chip.box
    across = max(box.left() - at.x(), 0.0, at.x() - box.right())
    return float(hypot(across, max(box.top() - at.y(), 0.0, at.y() - box.bottom())))


def placed(entries: Sequence[Entry], width: float, height: float, *, tray: bool) -> Places:
    """The matrix in so many px; `tray` keeps room for one even where nothing is in it."""
    found = by_grades(entries)
    waiting = found.pop(UNJUDGED, [])
    below = TRAY if waiting or tray else 0.0
    grid = QRectF(LEFT, TOP, max(width - LEFT - RIGHT, 1.0), max(height - TOP - AXIS - below, 1.0))
    rest = QRectF(LEFT, grid.bottom() + AXIS, grid.width(), below)
    bare = Places(grid, rest, ())
    chips = [chip for grades, held in found.items() for chip in _in_cell(held, _room(bare, *grades))]
    return Places(grid, rest, (*chips, *_in_tray(waiting, rest)))


def _room(places: Places, impact: int, ease: int) -> QRectF:
    """A cell without the words that stand in a corner of the matrix."""
    cell = places.cell(impact, ease)
    if ease not in (1, BEST) or impact not in (1, BEST):
        return cell
    return cell.adjusted(0, CORNER, 0, 0) if impact == BEST else cell.adjusted(0, 0, 0, -CORNER)


def _in_cell(held: Sequence[Entry], cell: QRectF) -> list[Chip]:
    """One below the other with words, as long as there is room for these; else discs side by side."""
    inner = cell.adjusted(PAD, PAD, -PAD, -PAD)
    high = min(CHIP, (inner.height() - (len(held) - 1) * GAP) / len(held))
    if high < WORDS:
        return _discs(held, inner)
    top = inner.center().y() - (len(held) * (high + GAP) - GAP) / 2
    return [
        Chip(entry, QRectF(inner.x(), top + at * (high + GAP), inner.width(), high), words=True)
        for at, entry in enumerate(held)
    ]


def _discs(held: Sequence[Entry], box: QRectF) -> list[Chip]:
    """In rows, closer together where they would not fit."""
    across = max(1, int(box.width() // DISC))
    rows = -(-len(held) // across)
    step = min(DISC, (box.height() - DISC) / max(rows - 1, 1)) if rows > 1 else DISC
    return [
        Chip(entry, QRectF(box.x() + at % across * DISC, box.y() + at // across * step, DISC, DISC), words=False)
        for at, entry in enumerate(held)
    ]


def _in_tray(held: Sequence[Entry], tray: QRectF) -> list[Chip]:
    """Side by side below the heading: with words where each has the width of a cell."""
    if not held:
        return []
    room = tray.adjusted(PAD, HEAD, -PAD, -PAD)
    wide = (room.width() + GAP) / len(held) - GAP
    if wide < tray.width() / BEST - GAP:
        return _discs(held, room)
    wide = min(wide, 1.6 * tray.width() / BEST)
    return [
        Chip(entry, QRectF(room.x() + at * (wide + GAP), room.y(), wide, room.height()), words=True)
        for at, entry in enumerate(held)
    ]
