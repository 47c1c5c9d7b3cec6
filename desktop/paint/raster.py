"""A part of a page of a PDF as pixels, for whoever shows it on a screen."""

from dataclasses import dataclass
from threading import Lock

import pypdfium2

ALONE = Lock()
"""Held by whoever calls PDFium, which bears one thread at a time."""

MOST_PIXELS = 40_000_000
"""More than any screen has; a picture with more is made smaller."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels, row by row from the top: 4 bytes each, blue, green, red and one unused; `stride` bytes a row.

    `scale`: px per pt, which is less than what was asked for where the picture would have been too large.
    """

    width: int
    height: int
    stride: int
    pixels: bytes
    scale: float


def raster(pdf: bytes, number: int, scale: float, part: tuple[float, float, float, float] | None = None) -> Raster:
    """The page of this number, the first being 0, at `scale` px per pt.

    part: left, top, width and height in pt from the page's left and top edge; None for all of it.
    """
    with ALONE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            wide, high = page.get_size()
            left, top, width, height = part or (0.0, 0.0, wide, high)
            scale = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            crop = (left, high - top - height, wide - left - width, top)
            bitmap = page.render(
                scale=scale, crop=tuple(max(0.0, each) for each in crop), rev_byteorder=False, prefer_bgrx=True
            )
            return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), scale)
        finally:
            document.close()


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in pt."""
    with ALONE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [document.get_page_size(number) for number in range(len(document))]
        finally:
            document.close()
