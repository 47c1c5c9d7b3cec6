"""What Enter will do, in a few words."""

from desktop.desk.desk import Desk
from desktop.desk.homes import Way
from desktop.desk.landing import Landing, lane_kind
from desktop.document.errors import EditError
from desktop.layout.names import lane_name, name_of
from desktop.scribe.grammar import STRUCTURE


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


def _step_title(desk: Desk, step: str) -> str:
    stages = desk.journey.stages if desk.journey else ()
    return next((one.title for stage in stages for one in stage.steps if one.id == step), "")
