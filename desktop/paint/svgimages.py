"""Pictures inside an SVG: each asset once, as a data address."""

import base64

from desktop.drawing.shapes import Image
from desktop.paint.numbers import number
from desktop.paint.pictures import MISSING, AssetBytes, facts

MEDIA = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp", "GIF": "gif", "BMP": "bmp"}


class PictureStore:
    """Hands out elements that show pictures, and at the end the pictures themselves."""

    def __init__(self, asset_bytes: AssetBytes) -> None:
        self._bytes = asset_bytes
        self._stored: dict[str, str] = {}

    def element(self, shape: Image) -> str:
        """The part that the crop shows; a grey box when there is no picture to draw."""
        frame = 'x="{}" y="{}" width="{}" height="{}"'.format(
            *map(number, (shape.x, shape.y, shape.width, shape.height))
        )
        left, top, right, bottom = shape.crop
        if not self._store(shape.asset) or right <= left or bottom <= top:
            return f'<rect {frame} fill="{MISSING}"/>'
        view = " ".join(number(value, 5) for value in (left, top, right - left, bottom - top))
        return f'<svg {frame} viewBox="{view}" preserveAspectRatio="none"><use href="#{_name(shape.asset)}"/></svg>'

    def definitions(self) -> list[str]:
        """One image of 1 × 1 for each picture in use."""
        return [picture for picture in self._stored.values() if picture]

    def _store(self, asset: str) -> str:
        if asset not in self._stored:
            self._stored[asset] = _image(asset, self._bytes(asset))
        return self._stored[asset]


def _image(asset: str, data: bytes | None) -> str:
    known = facts(data)
    if known is None or data is None:
        return ""
    address = f"data:image/{MEDIA[known.format]};base64,{base64.b64encode(data).decode()}"
    return f'<image id="{_name(asset)}" width="1" height="1" preserveAspectRatio="none" href="{address}"/>'


def _name(asset: str) -> str:
    return f"picture-{asset[:16]}"
