"""What is drawn where a picture cannot be shown: a quiet box that says why."""

from collections.abc import Iterable, Iterator

from desktop.drawing.pens import icon_paths, text_ink
from desktop.drawing.shapes import MISSING, Box, Glyphs, Shape
from desktop.layout.compose import Composer
from desktop.layout.places import Rect
from desktop.typeset.lines import UNITS

ROLE = "footer"
ICON, GAP, RIM = 1.8, 0.3, 0.4
"""Sides of the icon, the gap below it, and the least rim round both, in sizes of the text on cards."""


def stand_in(rect: Rect, reason: str, composer: Composer) -> tuple[Shape, ...]:
    """Shapes for a picture's frame, icon and words as far as there is room. reason: the code of a PictureError."""
    text, size = composer.style.text, ICON * composer.style.text
    words = list(_centred(rect, composer.words(f"picture.{reason}"), composer))
    lines = len(words) * composer.setting(ROLE).role.leading
    room = rect.height - 2 * RIM * text
    both = size + GAP * text + lines
    ground = Box(rect.x, rect.y, rect.width, rect.height, MISSING)
    if words and both <= room:
        top = rect.y + (rect.height - both) / 2
        return (ground, *_icon(rect, top, composer), *_moved(words, top + both - lines - rect.y))
    if words and lines <= rect.height:
        return (ground, *_moved(words, (rect.height - lines) / 2))
    if size <= min(room, rect.width - 2 * RIM * text):
        return (ground, *_icon(rect, rect.y + (rect.height - size) / 2, composer))
    return (ground,)


def _icon(rect: Rect, top: float, composer: Composer) -> tuple[Shape, ...]:
    size = ICON * composer.style.text
    box = Rect(rect.x + (rect.width - size) / 2, top, size, size)
    return icon_paths(composer.style.icon("picture"), box, composer.style.colours["ink-3"])


def _moved(lines: Iterable[Glyphs], down: float) -> Iterator[Glyphs]:
    return (line._replace(y=line.y + down) for line in lines)


def _centred(rect: Rect, text: str, composer: Composer) -> Iterator[Glyphs]:
    """The lines, the first at the frame's top edge; none where a word is wider than the frame."""
    width = rect.width - 2 * RIM * composer.style.text
    if width <= max(composer.width(word, ROLE) for word in text.split()):
        return
    for line in text_ink(composer.place(text, ROLE, rect.x, rect.y, width), composer):
        yield line._replace(x=rect.x + (rect.width - line.line.width * line.size / UNITS) / 2)
