"""Whether somebody has written on a piece of a photographed wall, compared with the bare paper beside it."""

from collections.abc import Iterable

from PIL import Image, ImageChops, ImageFilter

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in px of the piece."""

APART = 0.12
"""By so much of the paper's light something is not paper: a pen, a sticky note; more than noise and faint rules are."""

NEARLY = 0.9
"""Of the paper's light, from which something is as white as it."""

SMOOTH = ImageFilter.BoxBlur(1)
"""Takes two thirds of the noise; a thin pen still differs enough."""


def paper_of(piece: Image.Image, beside: Iterable[Box]) -> tuple[int, int, int]:
    """The colour of the paper: of the places that should be bare, the lightest in its middle."""
    return max((_median(piece.crop(_whole(box))) for box in beside), key=sum)


def written(piece: Image.Image, paper: tuple[int, int, int], box: Box) -> float:
    """The share of a part of the piece that is not paper."""
    part = piece.crop(_whole(box)).filter(SMOOTH)
    differing = ImageChops.difference(part, Image.new("RGB", part.size, paper)).split()
    most = ImageChops.lighter(ImageChops.lighter(differing[0], differing[1]), differing[2])
    return sum(most.histogram()[round(APART * max(paper)) + 1 :]) / (part.width * part.height)


def whitened_by(piece: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    """The piece in a light in which this paper is white; what is nearly as light is white too."""
    lookup = [min(255, round(value * 255 / max(1, one * NEARLY))) for one in paper for value in range(256)]
    return piece.point(lookup)


def _median(part: Image.Image) -> tuple[int, int, int]:
    counts, half = part.histogram(), part.width * part.height / 2
    red, green, blue = (_middle(counts[start : start + 256], half) for start in (0, 256, 512))
    return red, green, blue


def _middle(counts: list[int], half: float) -> int:
    so_far = 0
    for value, count in enumerate(counts):
        so_far += count
        if so_far >= half:
            return value
    return 255


def _whole(box: Box) -> tuple[int, int, int, int]:
    """At least a pixel."""
    left, top = round(box[0]), round(box[1])
    return left, top, max(left + 1, round(box[2])), max(top + 1, round(box[3]))
