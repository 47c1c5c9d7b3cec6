"""A drawing as pixels: the PDF, rasterised."""

from io import BytesIO

import pypdfium2
from PIL import Image

from desktop.paint.raster import ALONE

MOST_PIXELS = 300_000_000
"""More would need over a gigabyte of memory."""


class TooManyPixelsError(ValueError):
    """The picture would be larger than memory allows; `dpi` is the resolution that would still do."""

    def __init__(self, dpi: int) -> None:
        super().__init__(f"more than {MOST_PIXELS:,} pixels; at most {dpi} dpi fit")
        self.dpi = dpi


def png_bytes(pdf: bytes, dpi: float) -> bytes:
    """The first page of a PDF at `dpi` dots per inch. Raises TooManyPixelsError."""
    with ALONE:
        picture = _picture(pdf, dpi)
    out = BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi), compress_level=6)
    return out.getvalue()


def _picture(pdf: bytes, dpi: float) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        width, height = page.get_size()
        if width * height * (dpi / 72) ** 2 > MOST_PIXELS:
            raise TooManyPixelsError(int(72 * (MOST_PIXELS / (width * height)) ** 0.5))
        picture: Image.Image = page.render(scale=dpi / 72).to_pil().convert("RGB")
        return picture
    finally:
        document.close()
