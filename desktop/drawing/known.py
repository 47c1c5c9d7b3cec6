"""How evidence is drawn: a disc for its state, and a bar for how much of a heading's lane or stage is known."""

from collections.abc import Iterator
from itertools import islice, pairwise
from math import isclose

from desktop.drawing.shapes import ROUND, Box, Command, Ellipse, Path, Shape
from desktop.layout.places import Bar
from desktop.layout.style import Style
from desktop.method.coverage import KNOWN

QUARTERS = {"assumption": 0, "anecdote": 1, "research": 2, "measurement": 4}
"""How much of its disc is full: the more is known the more, so that it is read in grey, too."""

LEVELS = {"measurement": 1.0, "research": 1.0, "anecdote": 0.5, "assumption": 0.22}
"""How high a state stands in a bar, of the bar."""

RADIUS, RING = 0.31, 0.07
"""Times the card text, of the disc and its outline."""


def disc(state: str, at: tuple[float, float], ink: str, style: Style) -> Iterator[Shape]:
    """The disc of a state of evidence, on paper; nothing for a state that this version does not know."""
    quarters = QUARTERS.get(state)
    if quarters is None:
        return
    (x, y), radius, ring = at, RADIUS * style.text, RING * style.text
    paper = style.colours["paper"]
    yield Ellipse(x, y, radius + ring, radius + ring, paper)
    yield Ellipse(x, y, radius - ring / 2, radius - ring / 2, ink if quarters == len(QUARTERS) else paper, ink, ring)
    if 0 < quarters < len(QUARTERS):
        yield Path(_wedge(x, y, radius - ring / 2, quarters), ink)


def _wedge(x: float, y: float, radius: float, quarters: int) -> tuple[Command, ...]:
    """So many quarters of a disc, clockwise from the top."""
    reach = radius * ROUND
    corners = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
    commands: list[Command] = [("M", x, y), ("L", x, y - radius)]
    for (ax, ay), (bx, by) in islice(pairwise(corners), quarters):
        first = x + ax * radius + bx * reach, y + ay * radius + by * reach
        second = x + bx * radius + ax * reach, y + by * radius + ay * reach
        commands.append(("C", *first, *second, x + bx * radius, y + by * radius))
    return (*commands, ("Z",))


def bar_shapes(bar: Bar, x: float, y: float, style: Style) -> Iterator[Shape]:
    """A bar seen from another origin: what is known full, an anecdote half, an assumption low, the rest bare."""
    rect, line = bar.rect, style.space["rule"]
    left, bottom = rect.x - x, rect.bottom - y
    yield Box(left, bottom - line, rect.width, line, style.colours["zero"])
    for state, part in bar.share.parts():
        width, height = rect.width * part, rect.height * LEVELS.get(state, 0.0)
        ink = style.colours["stage" if state in KNOWN else "ink-3"]
        if height and not isclose(width, 0.0):
            yield Box(left, bottom - height, max(line, width - line), height, ink)
        left += width
