"""Pictures inside a PDF: each asset once, JPEG files as they are."""

import zlib
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject

from desktop.drawing.shapes import MISSING, AssetBytes, Image
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import PosterCanvas
from desktop.paint.pictures import TURNED, facts


class PictureWriter:
    """Places pictures on one canvas."""

    def __init__(self, canvas: PosterCanvas, asset_bytes: AssetBytes) -> None:
        self._canvas = canvas
        self._bytes = asset_bytes
        self._orientations: dict[str, int] = {}

    def operators(self, shape: Image, scale: float) -> str:
        """Draws the part that the crop shows; a grey box when there is no picture to draw."""
        frame = numbers(shape.x * scale, -(shape.y + shape.height) * scale, shape.width * scale, shape.height * scale)
        orientation = self._orientation(shape.asset)
        left, top, right, bottom = shape.crop
        if not orientation or right <= left or bottom <= top:
            return f"{fill_colour(MISSING)} {frame} re f"
        width, height = shape.width / (right - left) * scale, shape.height / (bottom - top) * scale
        x, y = shape.x * scale - left * width, -shape.y * scale + top * height - height
        turn = f"{numbers(*TURNED[orientation])} cm " if orientation in TURNED else ""
        whole = " ".join(number(value, 4) for value in (width, 0, 0, height, x, y))
        return f"q {frame} re W n {whole} cm {turn}/{self._canvas.picture_name(shape.asset)} Do Q"

    def _orientation(self, asset: str) -> int:
        """Of a picture that the canvas holds from now on; 0 when there is none."""
        if asset not in self._orientations:
            self._orientations[asset] = self._add(asset)
        return self._orientations[asset]

    def _add(self, asset: str) -> int:
        data = self._bytes(asset)
        known = facts(data)
        if data is None or known is None:
            return 0
        try:
            made = PDFImageXObject(asset, ImageReader(BytesIO(data)), mask="auto")
        except (OSError, ValueError, SyntaxError, zlib.error):  # damaged behind its head
            return 0
        self._canvas.add_picture(asset, made)
        return known.orientation
