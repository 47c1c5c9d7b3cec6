"""Paper: sizes by name and by measure. Millimetres throughout."""

import re
from dataclasses import dataclass

LEAST, MOST = 50.0, 5080.0
"""Shortest and longest side in mm; PDF readers agree on pages of up to 14,400 pt, which is 5,080 mm."""

PAPERS = {"A0": (841.0, 1189.0), "A1": (594.0, 841.0), "A2": (420.0, 594.0), "A3": (297.0, 420.0), "A4": (210.0, 297.0)}
"""ISO 216, short side first."""

ORIENTATIONS = ("auto", "landscape", "portrait")
_OWN = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm)?", re.ASCII)


class PaperError(ValueError):
    """A paper that nobody can print on. `name` is what was asked for.

    `code` is unknown, unit (there is none), small, large or orientation.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(f"{code}: {name}")
        self.code = code
        self.name = name


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet; `fixed` when width and height were given as such, so that it is not to be turned."""

    width: float
    height: float
    fixed: bool = False

    @property
    def landscape(self) -> "Paper":
        return Paper(max(self.width, self.height), min(self.width, self.height))

    @property
    def portrait(self) -> "Paper":
        return Paper(min(self.width, self.height), max(self.width, self.height))

    @property
    def margin(self) -> float:
        """What is left white beyond the drawing's own margin, which shrinks with the type: office printers
        cannot print the outer 3–5 mm, so small sheets get more."""
        return max(0.0, 8.0 - 0.015 * min(self.width, self.height))


def paper(name: str) -> Paper:
    """A paper by name ("A0") or measure ("914x1400mm", width first). Raises PaperError."""
    size = PAPERS.get(name.strip().upper())
    if size:
        return Paper(*size)
    own = _OWN.fullmatch(name.strip().lower())
    if not own:
        raise PaperError("unknown", name)
    if not own[3]:
        raise PaperError("unit", name)
    width, height = float(own[1]), float(own[2])
    if min(width, height) < LEAST:
        raise PaperError("small", name)
    if max(width, height) > MOST:
        raise PaperError("large", name)
    return Paper(width, height, fixed=True)


def turned(sheet: Paper, orientation: str) -> tuple[Paper, ...]:
    """The ways in which the sheet may lie; "auto" leaves the choice between two, unless its measures were given."""
    if orientation not in ORIENTATIONS:
        raise PaperError("orientation", orientation)
    if orientation == "landscape":
        return (sheet.landscape,)
    if orientation == "portrait":
        return (sheet.portrait,)
    return (sheet,) if sheet.fixed or sheet.width == sheet.height else (sheet.landscape, sheet.portrait)
