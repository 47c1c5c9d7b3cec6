"""Pictures from outside become assets: checked, upright, as large as print needs, without what a camera tells."""

import stat
import warnings
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.storage.assets import Asset, asset
from desktop.storage.errors import StorageError

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")

LONGEST = 2_400
"""Px of the longer side: 200 mm on the wall at 300 dots an inch."""

MOST_BYTES = 60 * 2**20
MOST_PIXELS = 100_000_000
"""What a picture may have before anything of it is decoded; ten thousand by ten thousand is more than cameras make."""

QUALITY = 88
"""Of JPEG, where edges of letters in screenshots still look clean."""

_FEW_COLOURS = 256


class PictureError(StorageError):
    """A picture that cannot be used; nothing has changed."""


def read_picture(path: Path) -> tuple[str, Asset]:
    """The key and the asset for a picture file. Raises PictureError."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise PictureError("this is no file", path=path, remedy="choose a picture file")
        if facts.st_size > MOST_BYTES:
            raise PictureError("the picture is larger than 60 MB", path=path, remedy="make it smaller first")
        data = path.read_bytes()
    except OSError as error:
        raise PictureError(error.strerror or "it cannot be read", path=path, remedy="choose another one") from error
    return picture(data, path)


def picture(data: bytes, path: Path | None = None) -> tuple[str, Asset]:
    """The key and the asset for a picture's bytes; the same bytes always give the same asset.

    `path` is only named in errors. Of moving pictures it is the first frame. Raises PictureError.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what Pillow finds odd in a file is its own affair; its size is checked here
            with Image.open(BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise PictureError(
                        "the picture has more than 100 million pixels", path=path, remedy="make it smaller"
                    )
                upright = ImageOps.exif_transpose(_shrunk(opened))
                return _stored(upright, lossy=opened.format in ("JPEG", "WEBP"))
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise PictureError(
            "this is no picture that can be used", path=path, remedy="use PNG, JPEG, WebP or GIF"
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureError("the picture is damaged", path=path, remedy="save it anew, or take another one") from error


def _shrunk(opened: Image.Image) -> Image.Image:
    """With the longer side at most LONGEST; what JPEG can leave out while decoding is never decoded."""
    opened.draft("RGB", (LONGEST, LONGEST))
    opened.load()
    if max(opened.size) <= LONGEST:
        return opened
    scale = LONGEST / max(opened.size)
    size = max(1, round(opened.width * scale)), max(1, round(opened.height * scale))
    return _plain(opened).resize(size, Image.Resampling.LANCZOS)


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled and stored."""
    seen_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    return image.convert("RGBA" if seen_through else "RGB")


def _stored(image: Image.Image, *, lossy: bool) -> tuple[str, Asset]:
    """JPEG for photos, PNG for drawings, screenshots and what can be seen through: whichever suits and is smaller."""
    plain = _plain(image)
    if plain.mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    drawn = plain.mode == "RGBA" or plain.getcolors(_FEW_COLOURS) is not None
    jpeg = b"" if drawn else _encoded(plain, "JPEG")
    png = b"" if lossy and not drawn else _encoded(plain, "PNG")
    if jpeg and (not png or len(jpeg) < len(png) / 2):
        return asset(jpeg, "image/jpeg", *plain.size)
    return asset(png, "image/png", *plain.size)


def _encoded(image: Image.Image, form: Literal["JPEG", "PNG"]) -> bytes:
    bare = Image.frombytes(image.mode, image.size, image.tobytes())  # without place, camera and preview
    out = BytesIO()
    if form == "JPEG":
        bare.save(out, form, quality=QUALITY, subsampling=0)
    else:
        bare.save(out, form, optimize=True)
    return out.getvalue()
