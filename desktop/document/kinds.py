"""The one table of kinds: what may stand on a map, its letter, and the lane it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """`letter` is the same in palette, scribe bar and F4; `lane` is the kind of lane that such a card belongs to."""

    key: str
    letter: str
    lane: str


CARD_KINDS = (
    Kind("action", "a", "actions"),
    Kind("touchpoint", "t", "touchpoints"),
    Kind("thought", "h", "thoughts"),
    Kind("quote", "q", "quotes"),
    Kind("pain", "p", "pains"),
    Kind("opportunity", "o", "opportunities"),
    Kind("tactic", "c", "tactics"),
    Kind("experiment", "x", "experiments"),
    Kind("backstage", "b", "backstage"),
    Kind("metric", "m", "metrics"),
    Kind("picture", "i", "images"),
    Kind("note", "n", "notes"),
    Kind("need", "", "needs"),
    Kind("channel", "", "channels"),
)
OTHER_KINDS = (
    Kind("emotion", "e", "emotions"),
    Kind("stage", "s", ""),
    Kind("step", "d", ""),
    Kind("lane", "l", ""),
)
KIND_OF_LANE = {kind.lane: kind.key for kind in CARD_KINDS}
"""The kind of card that a lane takes when nothing else is said."""

LANE_OF_KIND = {kind.key: kind.lane for kind in (*CARD_KINDS, OTHER_KINDS[0])}
DIVIDERS = ("interaction", "visibility", "internal")
"""Lane kinds that are lines, not rows."""

LANE_KINDS = (*KIND_OF_LANE, "emotions", *DIVIDERS)
CHANNELS = (
    "web",
    "social",
    "email",
    "phone",
    "chat",
    "store",
    "app",
    "post",
    "partner",
    "print",
    "sign",
    "person",
    "terminal",
)
STATUSES = ("current", "ideal", "hypothesis")
