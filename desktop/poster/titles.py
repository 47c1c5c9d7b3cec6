"""A long title is set smaller, as far as it can still be read, before it takes more lines than a title should."""

from collections.abc import Callable

from desktop.layout.compose import Composer
from desktop.layout.heading import head_of, place_head
from desktop.layout.places import Layout, TextPlace
from desktop.layout.style import Style, enlarged
from desktop.plan.distance import LEGIBLE, needed
from desktop.plan.roles import TITLE, USUAL
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.typeset.lines import UNITS

FEW = 2
"""Lines that a title may take in full size."""

STEP = 0.95
"""It is tried smaller by such steps."""

AHEAD = 1.25
"""A title stays so many times as large as the stage headers."""

PASSES = 4
"""A smaller title leaves the map more room, in larger type on fewer units: so it is looked at again."""


def shortened(press: Press, settings: Settings, made: Made, make: Callable[[Press], Made]) -> Made:
    """What `make` laid out, made again with a smaller title where it takes more than FEW lines.

    It shrinks no further than to what is legible from its distance (the usual one where none is given, on a page on
    which it could be read from there), and stays ahead of the stage headers; nothing is cut off.
    """
    for _ in range(PASSES):
        style, layout = made.style or press.style, made.layout
        factor = _factor(press, style, layout, _least(press, style, made, settings)) if layout else 1.0
        if factor == 1.0:
            break
        made = make(press.in_style(enlarged(style, {"title": factor})))
    return made


def _factor(press: Press, style: Style, layout: Layout, least: float) -> float:
    """The largest step at which the title takes few lines, else that at which it takes the fewest; 1 at most."""
    lines = _lines(layout.heading.texts)
    best, factor = 1.0, STEP
    while lines > FEW and factor >= least:
        fewer = _lines(_head(press, enlarged(style, {"title": factor}), layout))
        if fewer < lines:
            best, lines = factor, fewer
        factor *= STEP
    return best


def _least(press: Press, style: Style, made: Made, settings: Settings) -> float:
    """The share of its size that a title keeps."""
    role, ahead = style.roles["title"], AHEAD * style.roles["stage"].size
    metres = settings.read_from.get(TITLE, USUAL[TITLE])
    legible = needed(metres, press.typesetter.metrics(role.style).cap_height / UNITS, LEGIBLE) / made.page.scale
    if TITLE not in settings.read_from and legible > role.size:
        legible = 0.0
    return max(legible, ahead) / role.size


def _head(press: Press, style: Style, layout: Layout) -> tuple[TextPlace, ...]:
    """The words of a layout's head as they stand in another style."""
    composer = Composer(press.typesetter, style, press.words)
    head = head_of(press.project, layout.map, composer)
    return place_head(head, 0.0, 0.0, layout.head.width, composer)[0].texts


def _lines(texts: tuple[TextPlace, ...]) -> int:
    return sum(text.lines for text in texts if text.role == "title")
