"""Text groups: what of a map is read from one distance, and how large its type must be for that."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.plan.distance import COMFORTABLE, LEGIBLE, needed

CARDS, STAGES, TITLE = "cards", "stages", "title"
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    TITLE: ("title",),
    STAGES: ("stage", "step", "lane", "subtitle"),
    CARDS: (
        *("card", "meta", "badge", "marker", "curve", "scale", "sublane", "group", "divider", "empty"),
        *("task", "task-meta", "fact", "fact-strong", "gauge", "caption", "initials", "legend", "footer"),
    ),
})  # fmt: skip
"""Every role of a style, by the group with which it is read; the first of each leads its group."""

USUAL: Mapping[str, float] = MappingProxyType({CARDS: 1.0, STAGES: 2.0, TITLE: 3.0})
"""Metres from which the groups are read where nobody has said: a group of people before the wall."""

MOST: Mapping[str, float] = MappingProxyType({"title": 3.0, "stage": 2.0, "step": 1.75, "lane": 1.75, "subtitle": 1.6})
"""How many times its usual size a role is enlarged at most: the words over a column or beside a lane would become too
wide for it, and the cards too small. What is to be read from yet farther takes a larger page."""

_GROUP_OF = {role: group for group, roles in GROUPS.items() for role in roles}


def group_of(role: str) -> str:
    """The group of a role; one that this version does not know is read with the cards."""
    return _GROUP_OF.get(role, CARDS)


def leads(role: str) -> bool:
    """Whether the group's distance is said for this role: it is to be comfortable, what goes with it legible."""
    return GROUPS[group_of(role)][0] == role


def least_size(role: str, distance: float, cap_ratio: float) -> float:
    """The size in pt that a role needs when its group is read from `distance` metres."""
    return needed(distance, cap_ratio, COMFORTABLE if leads(role) else LEGIBLE)


def factors(
    sizes: Mapping[str, float], read_from: Mapping[str, float], cap_ratio: Callable[[str], float]
) -> dict[str, float]:
    """By role whose group has a distance: how many times larger than `sizes` (pt) it must be, at least 1, whatever its
    MOST. `cap_ratio` gives a role's height of capitals per em."""
    asked = {role: read_from[group_of(role)] for role in sizes if group_of(role) in read_from}
    return {role: max(1.0, least_size(role, metres, cap_ratio(role)) / sizes[role]) for role, metres in asked.items()}
