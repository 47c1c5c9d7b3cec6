"""Photos of a wall: read for as long as they are looked at, straightened piece by piece. Nothing of them is kept."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageOps

from desktop.plan.perspective import Homography, Point
from desktop.storage.errors import ReadError, TooLargeError
from desktop.storage.files import load
from desktop.storage.picturehead import BYTES, MOST_BYTES, PictureError, opened

LONGEST = 4_000
"""Px of the longer side of a photo: 12 megapixels. Larger ones are made smaller while they are read."""

AT_ONCE = 2
"""So many photos are unpacked at a time, 36 MB each."""

COARSE = 1.25
"""Px of the photo to a px of a piece, from which neighbouring px are joined before it is straightened."""

TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
"""By quarters to the right; Pillow turns to the left."""

AROUND = (118, 122, 132)
"""The colour of what lies outside a photo."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo by its name, packed, and its size in px the right way up: turned by so many quarters to the right."""

    name: str
    data: bytes
    width: int
    height: int
    quarters: int = 0

    def turned(self) -> "Photo":
        """The same a quarter further to the right."""
        return replace(self, width=self.height, height=self.width, quarters=(self.quarters + 1) % 4)


def read_photo(path: Path) -> Photo:
    """A photo from a file. Raises StorageError."""
    try:
        data = load(path, MOST_BYTES)
    except TooLargeError as error:
        raise PictureError(BYTES, path) from error
    except ReadError as error:
        error.remedy = "choose another picture"
        raise
    return photo(data, path)


def photo(data: bytes, path: Path | None = None) -> Photo:
    """A photo from a file's bytes; `path` is only named. Raises PictureError."""
    whole = _unpacked(data, path)
    return Photo(path.name if path else "", data, whole.width, whole.height)


class Darkroom:
    """Unpacks photos and straightens pieces of them; the photos looked at last stay unpacked."""

    def __init__(self) -> None:
        self._unpacked: OrderedDict[Photo, Image.Image] = OrderedDict()

    def image(self, photo: Photo) -> Image.Image:
        """The whole photo in RGB."""
        if photo not in self._unpacked:
            whole = _unpacked(photo.data)
            self._unpacked[photo] = whole.transpose(TURNS[photo.quarters]) if photo.quarters else whole
            while len(self._unpacked) > AT_ONCE:
                self._unpacked.popitem(last=False)
        self._unpacked.move_to_end(photo)
        return self._unpacked[photo]

    def piece(
        self, photo: Photo, seen: Homography, rect: tuple[float, float, float, float], scale: float
    ) -> Image.Image:
        """A rectangle of the wall (x, y, width, height in mm) straightened, at `scale` px a mm.

        seen: from mm on the wall to px in the photo.
        """
        x, y, width, height = rect
        size = max(1, round(width * scale)), max(1, round(height * scale))
        source = self.image(photo)
        to_wall = Homography(((width / size[0], 0.0, x), (0.0, height / size[1], y), (0.0, 0.0, 1.0)))
        whole = seen.after(to_wall)
        coarse = int(whole.scale(size[0] / 2, size[1] / 2) / COARSE)
        if coarse >= 2:
            source, whole = _reduced(source, whole, size, coarse)
        return source.transform(
            size, Image.Transform.PERSPECTIVE, whole.coefficients, Image.Resampling.BICUBIC, fillcolor=AROUND
        )


def _reduced(
    source: Image.Image, seen: Homography, size: tuple[int, int], factor: int
) -> tuple[Image.Image, Homography]:
    """The part of a photo that a piece needs, made smaller by a whole factor, and the way to it."""
    corners = [seen(*corner) for corner in ((0, 0), (size[0], 0), (0, size[1]), size)]
    left, top, right, bottom = box = _box(corners, source.size, factor)
    if right <= left or bottom <= top:
        return source, seen
    share = 1 / factor
    there = Homography(((share, 0.0, -left * share), (0.0, share, -top * share), (0.0, 0.0, 1.0)))
    return source.reduce(factor, box), there.after(seen)


def _box(corners: list[Point], size: tuple[int, int], aside: int) -> tuple[int, int, int, int]:
    """The px round all of the corners and a little more, as far as the photo reaches."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (
        max(0, int(min(xs)) - 2 * aside),
        max(0, int(min(ys)) - 2 * aside),
        min(size[0], int(max(xs)) + 2 * aside),
        min(size[1], int(max(ys)) + 2 * aside),
    )


def _unpacked(data: bytes, path: Path | None = None) -> Image.Image:
    with opened(data, path) as found:
        found.draft("RGB", (LONGEST, LONGEST))
        found.thumbnail((LONGEST, LONGEST), Image.Resampling.BICUBIC, reducing_gap=2.0)
        return ImageOps.exif_transpose(found).convert("RGB")
