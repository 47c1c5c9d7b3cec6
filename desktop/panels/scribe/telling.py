"""What Enter will do, in a few words."""

from desktop.desk.desk import Desk
from desktop.desk.homes import Way
from desktop.desk.landing import Landing, lane_kind
from desktop.document.cards import Card
from desktop.document.errors import EditError
from desktop.document.keyed import find
from desktop.layout.names import lane_name, name_of
from desktop.layout.short import LONGEST, shortened
from desktop.scribe.grammar import STRUCTURE

LOCKED = "lane.locked"
"""The code of the EditError of a lane that takes nothing."""


def told(desk: Desk, landing: Landing) -> str:
    """“Pain point at Books a table”, or why it cannot be."""
    words, kind = desk.words, name_of("kind", landing.kind, desk.words)
    if landing.refused:
        return desk.sentence(EditError(landing.refused))
    if landing.spot is None:
        return words("scribe.to_inbox").format(kind=kind)
    step = _step_title(desk, landing.spot.step)
    if landing.kind in STRUCTURE:
        return words("scribe.after").format(kind=kind, step=step)
    if landing.home and landing.home.way is Way.NEW:
        return words("scribe.new_lane").format(kind=kind, step=step)
    if landing.home and lane_kind(landing.home.lane) != landing.kind:
        return words("scribe.in").format(kind=kind, lane=lane_name(landing.home.lane, words), step=step)
    return words("scribe.at").format(kind=kind, step=step)


def barred(desk: Desk, landing: Landing | None) -> str:
    """The name of the locked lane in which the note would come; "" where none is in its way."""
    if landing is None or landing.refused != LOCKED or landing.spot is None or desk.journey is None:
        return ""
    lane = find(desk.journey.lanes, landing.spot.lane)
    return lane_name(lane, desk.words) if lane else ""


def again(desk: Desk, card: Card) -> str:
    """That a note that is there was written once more, which it counts by now."""
    return desk.words("said.seen").format(text=shortened(card.text, LONGEST), count=max(card.seen, 1) + 1)


def _step_title(desk: Desk, step: str) -> str:
    stages = desk.journey.stages if desk.journey else ()
    return next((one.title for stage in stages for one in stage.steps if one.id == step), "")
