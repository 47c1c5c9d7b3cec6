"""What the head of a picture's file says, and what is refused because of it before anything is decoded."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from PIL import Image, UnidentifiedImageError

from desktop.storage.errors import StorageError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")

MOST_BYTES = 25 * 2**20
MOST_PIXELS = MappingProxyType({"PNG": 50_000_000, "JPEG": 50_000_000, "GIF": 50_000_000, "WEBP": 16_000_000})
"""By format. No camera makes more; of WebP there are three copies in memory while it is decoded."""

MOST_SCANS = 50
"""Of a JPEG that is shown bit by bit; programs write about ten, and every one of them goes over all its pixels."""

SCAN = b"\xff\xda"
"""Where one begins; nothing else in a JPEG looks like it."""

ORIENTATION = 274
"""The EXIF tag that says how the camera was held."""

BROKEN = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError, EOFError, MemoryError),
    *(struct.error, zlib.error),
)
"""What Pillow raises, now this, now that, where a file is not what it seems."""

MISSING, DAMAGED, FORMAT, BYTES, PIXELS = "missing", "damaged", "format", "bytes", "pixels"
HEIC = "heic"

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
"""After “ftyp” at the fifth byte (ISO/IEC 23008-12): what phones write where nobody has told them to write JPEG."""

_SAID = MappingProxyType({
    MISSING: ("the picture is missing", "choose it again"),
    DAMAGED: ("the picture is damaged", "save it anew, or take another one"),
    FORMAT: ("this is no picture that can be used", "use PNG, JPEG, WebP or GIF"),
    HEIC: ("photos in the format HEIC cannot be read", "save it as JPEG first"),
    BYTES: (f"the picture is larger than {MOST_BYTES // 2**20} MB", "make it smaller first"),
    PIXELS: ("the picture has too many pixels", "make it smaller first"),
})  # fmt: skip


class PictureError(StorageError):
    """A picture that cannot be used; nothing has changed. code: missing, damaged, format, heic, bytes or pixels."""

    def __init__(self, code: str, path: Path | None = None) -> None:
        reason, remedy = _SAID[code]
        super().__init__(reason, path=path, remedy=remedy)
        self.code = code


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of its picture: format, pixels as shown (turned), orientation of a photo by EXIF (1 to 8)."""

    format: str
    width: int
    height: int
    orientation: int = 1


def head(data: bytes | None) -> Head:
    """The head of a picture that may be decoded. Raises PictureError for what is none, and for what is too much."""
    with opened(data) as picture:
        kind, (width, height) = str(picture.format), picture.size
        said = picture.getexif().get(ORIENTATION, 1) if kind == "JPEG" else 1  # that of a PNG may stand behind it all
    orientation = said if said in range(1, 9) else 1
    return Head(kind, height, width, orientation) if orientation >= 5 else Head(kind, width, height, orientation)


def fault(data: bytes | None, *, whole: bool = False) -> str:
    """Why a picture cannot be shown, as far as its head says: the code of a PictureError, "" where nothing is wrong.

    whole: what stands behind the head is looked at too, which takes as long as decoding it.
    """
    try:
        with opened(data) as picture:
            if whole:
                picture.draft("RGB", (1, 1))
                picture.load()
    except PictureError as error:
        return error.code
    return ""


@contextmanager
def opened(data: bytes | None, path: Path | None = None) -> Iterator[Image.Image]:
    """A picture that may be decoded; of moving ones the first frame. `path` is only named in errors.

    Whatever goes wrong with it in the meantime is a PictureError.
    """
    if data is None:
        raise PictureError(MISSING, path)
    if len(data) > MOST_BYTES:
        raise PictureError(BYTES, path)
    try:
        with quiet(), Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS[str(picture.format)]:
                raise PictureError(PIXELS, path)
            if picture.format == "JPEG" and data.count(SCAN) > MOST_SCANS:
                raise PictureError(DAMAGED, path)
            yield picture
    except UnidentifiedImageError as error:
        raise PictureError(_strange(data), path) from error
    except Image.DecompressionBombError as error:
        raise PictureError(PIXELS, path) from error
    except BROKEN as error:
        raise PictureError(DAMAGED, path) from error


def _strange(data: bytes) -> str:
    """The code for what is in none of the formats."""
    if not data:
        return DAMAGED
    return HEIC if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS else FORMAT


@contextmanager
def quiet() -> Iterator[None]:
    """What Pillow finds odd in a file is its own affair: it is said to whoever started the program."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
