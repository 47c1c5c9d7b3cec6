"""Pictures and fonts as they stand in a file: base64, keyed by the SHA-256 of their bytes."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import Field

from desktop.document.base import Part

Side = Annotated[int, Field(ge=1, le=100_000)]


class Asset(Part):
    """A picture: its media type, its size in pixels, its bytes in base64."""

    type: Annotated[str, Field(pattern=r"^image/(png|jpeg|webp|gif)$")]
    width: Side
    height: Side
    data: Annotated[str, Field(max_length=64 * 1024 * 1024)]

    def content(self) -> bytes:
        """The bytes of the picture. Raises ValueError when `data` is not base64."""
        return base64.b64decode(self.data, validate=True)


class FontAsset(Asset):
    """A font: its media type and its bytes in base64. It has no pixels: width and height say nothing."""

    type: Annotated[str, Field(pattern=r"^font/(ttf|otf)$")]
    width: Side = 1
    height: Side = 1


Assets = Mapping[str, Asset]


def asset(content: bytes, kind: str, width: int, height: int) -> tuple[str, Asset]:
    """The key and the asset for the bytes of a picture. Raises pydantic.ValidationError for another media type."""
    data = base64.b64encode(content).decode("ascii")
    return key_of(content), Asset(type=kind, width=width, height=height, data=data)


def font_asset(content: bytes) -> tuple[str, FontAsset]:
    """The key and the asset for the bytes of a TrueType or OpenType font."""
    data = base64.b64encode(content).decode("ascii")
    return key_of(content), FontAsset(type="font/otf" if content[:4] == b"OTTO" else "font/ttf", data=data)


def bytes_of(assets: Assets) -> Callable[[str], bytes | None]:
    """Gives the assets' bytes by their keys, those that have come since included; None for a missing one.

    Of an asset whose bytes are not those that were once put in there are none, b"": nobody knows what they are.
    """

    def content(key: str) -> bytes | None:
        found = assets.get(key)
        try:
            data = found.content() if found else None
        except ValueError:
            return b""
        return data if data is None or key_of(data) == key else b""

    return content


def key_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def is_sound(key: str, asset: Asset) -> bool:
    """Whether the bytes are those that the key stands for."""
    try:
        return key_of(asset.content()) == key
    except (ValueError, binascii.Error):
        return False
