"""Words that have the same glyphs wherever they stand: shaped once, and known again by everyone who comes after."""

from dataclasses import dataclass
from typing import NamedTuple


class Known(NamedTuple):
    """What is kept of a glyph of a known word in the place of HarfBuzz's own record, which tells it slowly."""

    flags: int


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word in one font, a glyph on the baseline for each character, with the blank behind it where there is one.

    It is known again by its identity. Lengths are in units: `width` is the pen's way over all of it, `ink` what of that
    is inked, without tracking at its end but with what its last glyph overhangs.
    """

    font: str
    text: str
    infos: tuple[Known, ...]
    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    width: int
    ink: int
    without: "Word | None" = None
    """The same without its blank."""

    @property
    def bare(self) -> "Word":
        """Without a blank behind it."""
        return self.without or self
