"""Pictures from outside become assets: checked, upright, as large as print needs, without what a camera tells."""

from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image, ImageOps

from desktop.storage.assets import Asset, asset
from desktop.storage.errors import ReadError, TooLargeError
from desktop.storage.files import load
from desktop.storage.picturehead import BYTES, MOST_BYTES, PictureError, head, opened

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif")

LONGEST = 2_400
"""Px of the longer side: 200 mm on the wall at 300 dots an inch."""

MOST_UNPACKED = 16_000_000
"""Pixels that painters take as they are, 64 MB at four bytes; a photo is made smaller while it is decoded."""

BAND = 64
"""Rows of a picture made smaller that come of one step."""

QUALITY = 88
"""Of JPEG, where edges of letters in screenshots still look clean."""

_FEW_COLOURS = 256


def read_picture(path: Path) -> tuple[str, Asset]:
    """The key and the asset for a picture file. Raises StorageError."""
    try:
        data = load(path, MOST_BYTES)
    except TooLargeError as error:
        raise PictureError(BYTES, path) from error
    except ReadError as error:
        error.remedy = "choose another picture"
        raise
    return picture(data, path)


def picture(data: bytes, path: Path | None = None) -> tuple[str, Asset]:
    """The key and the asset for a picture's bytes; the same bytes always give the same asset.

    `path` is only named in errors. Of moving pictures it is the first frame. Raises PictureError.
    """
    with opened(data, path) as found:
        upright = ImageOps.exif_transpose(_shrunk(found))
        return _stored(upright, lossy=found.format in ("JPEG", "WEBP"))


def picture_of(photo: Image.Image) -> tuple[str, Asset]:
    """The key and the asset for a part of a photo that is in memory, as small as those that are read from files."""
    return _stored(_shrunk(photo), lossy=True)


def manageable(data: bytes | None) -> bytes:
    """The same picture as a JPEG or PNG that can be decoded in 64 MB, made smaller if need be. Raises PictureError."""
    known = head(data)
    small = known.format == "PNG" and known.width * known.height <= MOST_UNPACKED
    return data if data and (small or known.format == "JPEG") else picture(data or b"")[1].content()


def _shrunk(found: Image.Image) -> Image.Image:
    """With the longer side at most LONGEST; what JPEG can leave out while decoding is never decoded."""
    found.draft("RGB", (LONGEST, LONGEST))
    found.load()
    if max(found.size) <= LONGEST:
        return found
    scale = LONGEST / max(found.size)
    size = max(1, round(found.width * scale)), max(1, round(found.height * scale))
    return _reduced(found, max(found.size) // LONGEST).resize(size, Image.Resampling.LANCZOS)


def _reduced(found: Image.Image, factor: int) -> Image.Image:
    """By a whole factor, some rows at a time: all at once would take its memory a second and a third time."""
    if factor < 2:
        return _scalable(found)
    bands = []
    for top in range(0, found.height, BAND * factor):
        rows = found.crop((0, top, found.width, min(found.height, top + BAND * factor)))
        bands.append(_scalable(rows).reduce(factor))
    made = Image.new(bands[0].mode, (bands[0].width, sum(band.height for band in bands)))
    for number, band in enumerate(bands):
        made.paste(band, (0, number * BAND))
    return made


def _scalable(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled, with as few bytes a pixel as will do."""
    if "transparency" not in image.info and image.mode in ("1", "L", "RGB", "RGBA"):
        return image.convert("L") if image.mode == "1" else image
    return _plain(image)


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be stored."""
    seen_through = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    mode = "RGBA" if seen_through else "RGB"
    return image if image.mode == mode else image.convert(mode)


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
