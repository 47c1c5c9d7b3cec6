"""Pictures inside a PDF: each asset once, with no more pixels than print shows, JPEG files as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PIL import Image as Pillow

from desktop.drawing.shapes import MISSING, AssetBytes, Image
from desktop.paint import pdfpixels
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import Container
from desktop.paint.pdfpixels import Pixels
from desktop.paint.pictures import TURNED
from desktop.storage.picturehead import BROKEN, DAMAGED, Head, PictureError, head, opened
from desktop.storage.pictures import manageable

SPARE = 1.5
"""A picture is made smaller when it has so many times the dots an inch that are wanted: below, little is gained."""

INCH = 72.0

Placed = tuple[Image, float]
"""A picture's shape and the length in pt of one of its units."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How pictures are printed: dots an inch at most, and whether without colour."""

    dpi: float = 150.0
    grey: bool = False


class PictureWriter:
    """Places pictures in one file. `largest` is the width and height in pt at which each is printed, uncropped."""

    def __init__(
        self,
        container: Container,
        asset_bytes: AssetBytes,
        largest: Mapping[str, tuple[float, float]],
        printing: Printing,
    ) -> None:
        self._container = container
        self._bytes = asset_bytes
        self._largest = largest
        self._printing = printing
        self._orientations: dict[str, int] = {}
        self._faults: dict[str, str] = {}

    def operators(self, shape: Image, scale: float) -> str:
        """Draws the part that the crop shows; a grey box when there is no picture to draw."""
        frame = numbers(shape.x * scale, -(shape.y + shape.height) * scale, shape.width * scale, shape.height * scale)
        orientation = self._orientation(shape.asset)
        left, top, right, bottom = shape.crop
        if not orientation or right <= left or bottom <= top:
            return f"{fill_colour(MISSING)} {frame} re f"
        width, height = uncropped(shape, scale)
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
            known = head(data)
            self._container.add_picture(asset, self._pixels(data, known, self._share(asset, known)))
        except PictureError as error:
            self._faults[asset] = error.code
            return 0
        except BROKEN:  # damaged behind its head
            self._faults[asset] = DAMAGED
            return 0
        return known.orientation

    def _share(self, asset: str, known: Head) -> float:
        """How many of its pixels across print needs, 1 where it is to stay as it is."""
        width, height = self._largest.get(asset, (0.0, 0.0))
        if min(width, height) <= 0:
            return 1.0
        dots = min(known.width / width, known.height / height) * INCH
        return self._printing.dpi / dots if dots > SPARE * self._printing.dpi else 1.0

    def _pixels(self, data: bytes, known: Head, share: float) -> Pixels:
        with opened(data) as picture:
            if known.format == "JPEG":
                return self._photograph(data, picture, share)
            picture.load()
            packed = None if share < 1 or self._printing.grey else pdfpixels.packed_png(data)
            return packed or pdfpixels.drawn(_reduced(self._plain(picture), share))

    def _photograph(self, data: bytes, picture: Pillow.Image, share: float) -> Pixels:
        as_it_is = share == 1 and picture.mode in {"L", "RGB"} and not self._printing.grey
        if as_it_is:
            return pdfpixels.jpeg(data, *picture.size, picture.mode)
        size = _scaled(picture, share)
        picture.draft(None, size)  # what is left out while decoding takes no time
        grey = self._printing.grey or picture.mode == "L"
        return pdfpixels.photograph(_resized(picture.convert("L" if grey else "RGB"), size))

    def _plain(self, picture: Pillow.Image) -> Pillow.Image:
        """In a mode that has 8 bits for each of its channels."""
        seen_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
        if seen_through:
            through = picture.convert("RGBA")
            return through.convert("LA") if self._printing.grey else through
        return picture.convert("L" if self._printing.grey or picture.mode in {"1", "L"} else "RGB")


def uncropped(shape: Image, scale: float) -> tuple[float, float]:
    """Width and height in pt that the whole picture would have; the crop is not empty."""
    left, top, right, bottom = shape.crop
    return shape.width / (right - left) * scale, shape.height / (bottom - top) * scale


def largest(placed: Iterable[Placed]) -> dict[str, tuple[float, float]]:
    """The greatest uncropped width and height in pt of each asset."""
    found: dict[str, tuple[float, float]] = {}
    for shape, scale in placed:
        left, top, right, bottom = shape.crop
        if right > left and bottom > top:
            width, height = uncropped(shape, scale)
            known = found.get(shape.asset, (0.0, 0.0))
            found[shape.asset] = max(known[0], width), max(known[1], height)
    return found


def _scaled(picture: Pillow.Image, share: float) -> tuple[int, int]:
    return max(1, round(picture.width * share)), max(1, round(picture.height * share))


def _reduced(picture: Pillow.Image, share: float) -> Pillow.Image:
    return picture if share == 1 else _resized(picture, _scaled(picture, share))


def _resized(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    return picture if picture.size == size else picture.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0)
