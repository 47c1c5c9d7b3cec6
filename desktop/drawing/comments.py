"""The mark of a card that people have commented on: a small speech bubble with their number."""

from collections.abc import Iterator

from desktop.drawing.pens import centred_text
from desktop.drawing.shapes import Box, Path, Shape
from desktop.layout.compose import Composer
from desktop.layout.places import Rect

OVER = 0.42
"""Em by which the bubble stands out from the card, upwards and to the right: less than cards are apart."""

HEIGHT, LEAST_WIDTH, INSET = 0.88, 1.1, 0.3
"""Em: of the bubble, its least width, and what its number keeps clear of at either side."""

TAIL = 0.19
"""Em that its tail is long and wide."""

RIM = 0.08
"""Em of paper round the bubble, so that it stands off the card."""

MOST = 99
"""A greater number is told as “99+”."""


def comment_mark(count: int, width: float, composer: Composer) -> Iterator[Shape]:
    """The bubble at the top right corner of a card of this width."""
    em, colours = composer.style.text, composer.style.colours
    rim, around = RIM * em, bubble(count, width, composer)
    x, y, wide, high = around.x + rim, around.y + rim, around.width - 2 * rim, around.height - 2 * rim
    tail = _tail(x + high / 2, y + high, TAIL * em)
    yield Path(tail, stroke=colours["paper"], stroke_width=2 * rim)
    yield Box(around.x, around.y, around.width, around.height, colours["paper"], radii=(around.height / 2,) * 4)
    yield Box(x, y, wide, high, colours["ink-2"], radii=(high / 2,) * 4)
    yield Path(tail, fill=colours["ink-2"])
    yield from centred_text(_number(count), "badge", x + wide / 2, y + high / 2, composer, colour=colours["paper"])


def bubble(count: int, width: float, composer: Composer) -> Rect:
    """The bubble without its tail but with its rim, from the corner of a card of this width."""
    em = composer.style.text
    rim, wide = RIM * em, max(LEAST_WIDTH * em, composer.width(_number(count), "badge") + 2 * INSET * em)
    return Rect(width + OVER * em - wide - rim, -OVER * em - rim, wide + 2 * rim, HEIGHT * em + 2 * rim)


def _number(count: int) -> str:
    return str(count) if count <= MOST else f"{MOST}+"


def _tail(x: float, y: float, size: float) -> tuple[tuple[str | float, ...], ...]:
    """A corner that hangs down from the bubble, pointing to the card's words."""
    return ("M", x - size / 2, y - size / 2), ("L", x - size / 2, y + size), ("L", x + size, y - size / 4), ("Z",)
