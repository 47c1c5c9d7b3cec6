"""Where a heading shows how much of its lane or stage is known: a bar with its figure, on one line."""

from collections import Counter
from typing import NamedTuple

from desktop.document.journey import JourneyMap, Lane
from desktop.layout.compose import Composer
from desktop.layout.measures import NO_BREAK
from desktop.layout.places import Bar, Rect, TextPlace
from desktop.method.coverage import Share, claims, state_of

SHOWN = "coverage"
"""What a map `shows` when its headings have such bars."""

HEIGHT, WIDE, GAP, ABOVE = 0.5, 4.2, 0.45, 0.2
"""Times the card text: how high a bar is, how wide, how far its figure is from it, and it from what is above."""

ROLE = "sublane"


class Known(NamedTuple):
    """A bar and the figure beside it."""

    bar: Bar
    text: TextPlace

    @property
    def bottom(self) -> float:
        """The y of the lower end of both."""
        return self.text.bottom


def shows_known(journey: JourneyMap) -> bool:
    """Whether the map wants bars in its headings."""
    return SHOWN in journey.shows


def lane_share(lane: Lane) -> Share:
    """What the lane states, by the state of its evidence."""
    return Share(Counter(map(state_of, claims(lane))))


def known_line(share: Share | None, x: float, y: float, width: float, composer: Composer) -> Known | None:
    """Below `y`, within this width; None where nothing is stated."""
    if share is None or not share.total:
        return None
    em, leading = composer.style.text, composer.setting(ROLE).role.leading
    figure = f"{round(100 * share.known)}{NO_BREAK}%"
    room = composer.width(figure, ROLE) + 0.01
    wide = max(em, min(WIDE * em, width - room - GAP * em))
    top = y + ABOVE * em
    bar = Rect(x, top + (leading - HEIGHT * em) / 2, wide, HEIGHT * em)
    return Known(Bar(bar, share), composer.place(figure, ROLE, bar.right + GAP * em, top, max(room, em)))
