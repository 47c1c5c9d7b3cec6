"""Which part of a picture is shown in a frame of another shape."""

from desktop.document.cards import Picture

Crop = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the whole picture's width and height."""

FRAME = 1.5
"""Width over height of the frame that a picture fills where it is to fill one: a photo's, three to two."""


def shape(picture: Picture) -> float:
    """Width over height of the part that is shown."""
    left, top, right, bottom = picture.crop
    return picture.aspect * max(0.01, right - left) / max(0.01, bottom - top)


def filled(picture: Picture, aspect: float) -> Crop:
    """The middle of the part that is shown, as large as a frame of this aspect (width over height) can show it."""
    left, top, right, bottom = picture.crop
    own = shape(picture)
    across = (right - left) * max(0.0, 1 - aspect / own) / 2
    down = (bottom - top) * max(0.0, 1 - own / aspect) / 2
    return left + across, top + down, right - across, bottom - down
