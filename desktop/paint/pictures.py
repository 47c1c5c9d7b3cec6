"""Pictures as painters need them: decoded only where their bytes cannot be passed through."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image as Pillow

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
PIXELS = 100_000_000
"""More than a photograph has; refused before anything is decoded."""

ORIENTATION = 274
"""The EXIF tag that says how the camera was held."""

Matrix = tuple[int, int, int, int, int, int]

TURNED: dict[int, Matrix] = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""How the unit square (y upwards) that a picture fills is turned for each EXIF orientation but the usual one."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of its picture: format, pixels as shown (turned), orientation by EXIF (1 to 8)."""

    format: str
    width: int
    height: int
    orientation: int


def facts(data: bytes | None) -> Facts | None:
    """What a picture is, from its head; None when it is missing, damaged, too large or of another format."""
    if not data:
        return None
    try:
        with Pillow.open(BytesIO(data), formats=FORMATS) as picture:
            width, height = picture.size
            orientation = picture.getexif().get(ORIENTATION, 1)
            kind = str(picture.format)
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError, Pillow.DecompressionBombWarning):
        return None
    if width * height > PIXELS or orientation not in range(1, 9):
        return None if width * height > PIXELS else Facts(kind, width, height, 1)
    return Facts(kind, height, width, orientation) if orientation >= 5 else Facts(kind, width, height, orientation)
