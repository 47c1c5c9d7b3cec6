"""Pictures inside an SVG: each asset once, as a data address."""

import base64
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from desktop.drawing.shapes import MISSING, AssetBytes, Image
from desktop.paint.numbers import number
from desktop.paint.pictures import FORMATS, facts
from desktop.paint.svgmarkup import attribute

PASSED = ("PNG", "JPEG")
"""Formats that every reader of SVG shows, so that upright pictures pass as they are."""


class PictureStore:
    """Hands out elements that show pictures, and at the end the pictures themselves."""

    def __init__(self, asset_bytes: AssetBytes) -> None:
        self._bytes = asset_bytes
        self._names: dict[str, str] = {}
        self._stored: list[str] = []

    def element(self, shape: Image) -> str:
        """The part that the crop shows; a grey box when there is no picture to draw."""
        x, y, width, height = map(number, (shape.x, shape.y, shape.width, shape.height))
        frame = f'x="{x}" y="{y}" width="{width}" height="{height}"'
        left, top, right, bottom = shape.crop
        name = self._name(shape.asset)
        if not name or right <= left or bottom <= top:
            return f'<rect {frame} fill="{MISSING}"/>'
        view = " ".join(number(value, 5) for value in (left, top, right - left, bottom - top))
        said = f' role="img" aria-label={attribute(shape.alt)}' if shape.alt else ""
        use = f'<use xlink:href="#{name}"/>'
        return f'<svg {frame} viewBox="{view}" preserveAspectRatio="none" overflow="hidden"{said}>{use}</svg>'

    def definitions(self) -> list[str]:
        """One image of 1 × 1 for each picture in use."""
        return self._stored

    def _name(self, asset: str) -> str:
        """What the picture is called in this file, "" when there is none."""
        if asset not in self._names:
            address = _address(self._bytes(asset))
            self._names[asset] = f"p{len(self._stored) + 1}" if address else ""
            if address:
                whole = 'width="1" height="1" preserveAspectRatio="none"'
                self._stored.append(f'<image id="{self._names[asset]}" {whole} xlink:href="{address}"/>')
        return self._names[asset]


def _address(data: bytes | None) -> str:
    """The picture as a data address; turned pictures and rare formats are written anew. "" for a damaged one."""
    known = facts(data)
    if known is None or data is None:
        return ""
    try:
        with Pillow.open(BytesIO(data), formats=FORMATS) as picture:
            picture.load()
            if known.orientation != 1 or known.format not in PASSED:
                data = _written(ImageOps.exif_transpose(picture), known.format)
    except (OSError, ValueError, SyntaxError):
        return ""
    media = "jpeg" if known.format == "JPEG" else "png"
    return f"data:image/{media};base64,{base64.b64encode(data).decode()}"


def _written(picture: Pillow.Image, form: str) -> bytes:
    out = BytesIO()
    if form == "JPEG":
        picture.save(out, "JPEG", quality=95)
    else:
        picture.convert("RGBA").save(out, "PNG")
    return out.getvalue()
