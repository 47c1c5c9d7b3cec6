"""Pictures inside a PDF: each asset once, JPEG files as they are."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject

from desktop.drawing.shapes import MISSING, AssetBytes, Image
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import Container
from desktop.paint.pictures import TURNED
from desktop.storage.picturehead import BROKEN, DAMAGED, PictureError, head, quiet
from desktop.storage.pictures import manageable


class PictureWriter:
    """Places pictures in one file."""

    def __init__(self, container: Container, asset_bytes: AssetBytes) -> None:
        self._container = container
        self._bytes = asset_bytes
        self._orientations: dict[str, int] = {}
        self._faults: dict[str, str] = {}

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
        return f"q {frame} re W n {whole} cm {turn}/{self._container.picture_name(shape.asset)} Do Q"

    def fault(self, asset: str) -> str:
        """Why a picture is not in the file: the code of a PictureError; "" when it is, from now on."""
        self._orientation(asset)
        return self._faults.get(asset, "")

    def _orientation(self, asset: str) -> int:
        """Of a picture that the file holds from now on; 0 when there is none."""
        if asset not in self._orientations:
            self._orientations[asset] = self._add(asset)
        return self._orientations[asset]

    def _add(self, asset: str) -> int:
        try:
            data = manageable(self._bytes(asset))
            with quiet():
                made = PDFImageXObject(asset, ImageReader(BytesIO(data)), mask="auto")
        except PictureError as error:
            self._faults[asset] = error.code
            return 0
        except BROKEN:  # damaged behind its head
            self._faults[asset] = DAMAGED
            return 0
        self._container.add_picture(asset, made)
        return head(data).orientation
