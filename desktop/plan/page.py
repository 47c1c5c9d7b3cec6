"""Sheets, and where drawings stand on them. Points, from a sheet's left and top edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.drawing.shapes import Drawing
from desktop.layout.places import Rect

MM = 72 / 25.4
"""Points per millimetre."""


@dataclass(frozen=True, slots=True)
class Page:
    """Width and height in pt; (x, y) is where the drawing's origin lies, in pt from the page's left and top edge;
    `scale` is the length in pt of one layout unit."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height in mm, to a hundredth."""
        return round(self.width / MM, 2), round(self.height / MM, 2)


class View(NamedTuple):
    """A drawing on a sheet: (x, y) is where its origin lies, `scale` the length in pt of one of its units.

    clip: nothing is painted outside. layer: the name of the layer that it can be hidden with, "" for none.
    artifact: marks and the like, which are not read out.
    """

    drawing: Drawing
    x: float
    y: float
    scale: float
    clip: Rect | None = None
    layer: str = ""
    artifact: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file, as large as the paper that goes into the printer; views from back to front.

    `label` is its page label ("B2"), `title` its bookmark, "" for none. trim: what is left of it when it is cut,
    bleed: as far as the ground is to be printed; None for all of the sheet.
    """

    width: float
    height: float
    views: tuple[View, ...]
    label: str = ""
    title: str = ""
    trim: Rect | None = None
    bleed: Rect | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """All sheets of a file and what it says of itself; `date` is YYYY-MM-DD or empty, `language` as in HTML.

    grey: whatever still has a hue, pictures and emoji among it, is printed in the grey that is as light.
    """

    sheets: Sequence[Sheet]
    title: str = ""
    subject: str = ""
    author: str = ""
    language: str = "en"
    date: str = ""
    keywords: tuple[str, ...] = ()
    grey: bool = False


def sheet_of(drawing: Drawing, page: Page) -> Sheet:
    """A sheet with one drawing on it."""
    return Sheet(page.width, page.height, (View(drawing, page.x, page.y, page.scale),))


def document_of(drawing: Drawing, sheets: Sequence[Sheet], keywords: tuple[str, ...] = ()) -> Document:
    """A file of these sheets that says of itself what the drawing says."""
    about = drawing.title, drawing.subject, drawing.author, drawing.language, drawing.date
    return Document(sheets, *about, keywords)
