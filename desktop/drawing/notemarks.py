"""The number of a card whose details stand in the appendix: small, at the corner of the card."""

from collections.abc import Iterator

from desktop.drawing.comments import bubble
from desktop.drawing.pens import centred_text
from desktop.drawing.shapes import Box, Figure, Glyphs, Placed, Shape
from desktop.layout.compose import Composer

HEIGHT, LEAST_WIDTH, INSET = 1.05, 1.3, 0.34
"""Em: of the mark, its least width, and what its number keeps clear of at either side."""

OVER = 0.3
"""Em by which it stands out from the card to the right, and a little more upwards: less than cards are apart."""

RISE = 0.42


def note_mark(number: int, name: str, card: Placed, composer: Composer, *, commented: int = 0) -> Placed:
    """The mark of a card that stands on the map; left of its bubble when it is shown to have been `commented` on, at
    the left corner of a card whose icon stands at the right."""
    em = composer.style.text
    height, width = HEIGHT * em, note_width(number, composer)
    right = card.figure.width + OVER * em
    if commented:
        right = bubble(commented, card.figure.width, composer).x
    if runs_left(card.figure):
        right = width - OVER * em
    shapes = tuple(note_shapes(number, width, height, composer))
    x, y = card.x + right - width, card.y - RISE * em
    return Placed(x, y, Figure("", "note", name, width, height, shapes), card.lane, card.step)


def runs_left(figure: Figure) -> bool:
    """Whether a card's words begin at the right, and its icon stands there."""
    return next((shape.line.rtl for shape in figure.shapes if isinstance(shape, Glyphs)), False)


def note_width(number: int, composer: Composer) -> float:
    em = composer.style.text
    return max(LEAST_WIDTH * em, composer.width(str(number), "badge") + 2 * INSET * em)


def note_shapes(number: int, width: float, height: float, composer: Composer) -> Iterator[Shape]:
    """A pill of paper with a thin line round it, from its own corner."""
    colours, line = composer.style.colours, composer.style.space["hairline"]
    box = (line / 2, line / 2, width - line, height - line)
    yield Box(*box, colours["paper"], colours["ink-3"], line, (height / 2 - line / 2,) * 4)
    yield from centred_text(str(number), "badge", width / 2, height / 2, composer, colour=colours["ink-2"])
