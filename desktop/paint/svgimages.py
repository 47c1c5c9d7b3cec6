"""Pictures inside an SVG: each asset once, as a data address."""

import base64
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from desktop.drawing.shapes import MISSING, AssetBytes, Image
from desktop.paint.numbers import number
from desktop.paint.svgmarkup import attribute
from desktop.storage.picturehead import PictureError, head, opened
from desktop.storage.pictures import manageable


class PictureStore:
    """Hands out elements that show pictures, and at the end the pictures themselves; `grey`: without their hues."""

    def __init__(self, asset_bytes: AssetBytes, *, grey: bool = False) -> None:
        self._bytes = asset_bytes
        self._grey = grey
        self._names: dict[str, str] = {}
        self._faults: dict[str, str] = {}
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

    def fault(self, asset: str) -> str:
        """Why a picture is not in the file: the code of a PictureError; "" when it is, from now on."""
        self._name(asset)
        return self._faults.get(asset, "")

    def definitions(self) -> list[str]:
        """One image of 1 × 1 for each picture in use."""
        return self._stored

    def _name(self, asset: str) -> str:
        """What the picture is called in this file, "" when there is none."""
        if asset not in self._names:
            self._names[asset] = self._add(asset)
        return self._names[asset]

    def _add(self, asset: str) -> str:
        try:
            address = _address(manageable(self._bytes(asset)), grey=self._grey)
        except PictureError as error:
            self._faults[asset] = error.code
            return ""
        name = f"p{len(self._stored) + 1}"
        whole = 'width="1" height="1" preserveAspectRatio="none"'
        self._stored.append(f'<image id="{name}" {whole} xlink:href="{address}"/>')
        return name


def _address(data: bytes, *, grey: bool) -> str:
    """The picture as a data address; turned photos are written anew, and all in grey. Raises PictureError."""
    known = head(data)
    with opened(data) as picture:
        picture.load()
        if grey:
            data = _without_hue(picture, known.format)
        elif known.orientation != 1:
            data = _upright(picture)
    media = "jpeg" if known.format == "JPEG" else "png"
    return f"data:image/{media};base64,{base64.b64encode(data).decode()}"


def _without_hue(picture: Pillow.Image, form: str) -> bytes:
    """The picture upright in shades of grey, a JPEG or a PNG that is seen through where it was."""
    upright = ImageOps.exif_transpose(picture).convert("RGBA").convert("LA")
    out = BytesIO()
    if form == "JPEG":
        upright.convert("L").save(out, "JPEG", quality=95)
    else:
        upright.save(out, "PNG")
    return out.getvalue()


def _upright(photo: Pillow.Image) -> bytes:
    out = BytesIO()
    ImageOps.exif_transpose(photo).save(out, "JPEG", quality=95)
    return out.getvalue()
