"""Badges on what is other than on the print before: new, changed."""

from collections.abc import Iterator, Mapping

from desktop.drawing.notemarks import runs_left
from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Placed
from desktop.layout.style import Style, Words
from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.typesetter import Typesetter

SIZE = 0.62
"""Of the cards' text: a badge is read from close by, by whoever asks what is new."""

PAD, HEIGHT = 0.55, 1.7
"""Beside the word, and over and under it, in sizes of its type."""

ENDLESS = 10**7


def badges(
    drawing: Drawing, changes: Mapping[str, str], style: Style, typesetter: Typesetter, words: Words
) -> Iterator[Placed]:
    """One at the top right corner of every card and marker that is named, in the drawing's own units; at the left one
    of a card whose icon stands at the right.

    `changes`: id to new or changed.
    """
    for placed in drawing.placed:
        code = changes.get(placed.figure.id, "") if placed.figure.role in ("card", "marker") else ""
        if code:
            figure = _badge(words(f"change.{code}"), style, typesetter)
            x = placed.x if runs_left(placed.figure) else placed.x + placed.figure.width - figure.width
            yield Placed(x, placed.y - figure.height / 2, figure, placed.lane, placed.step)


def _badge(word: str, style: Style, typesetter: Typesetter) -> Figure:
    """White on the colour of the stages."""
    size = style.roles["card"].size * SIZE
    line = typesetter.lines(word, TextStyle("bold"), ENDLESS)[0]
    capital = typesetter.metrics(TextStyle("bold")).cap_height * size / UNITS
    width, height = line.width * size / UNITS + 2 * PAD * size, HEIGHT * size
    rim = style.space["ring"]
    box = Box(0.0, 0.0, width, height, style.colours["stage"], style.colours["paper"], rim, (height / 2,) * 4)
    text = Glyphs(PAD * size, (height + capital) / 2, size, style.colours["paper"], line)
    return Figure("", "badge", word, width, height, (box, text), rim)
