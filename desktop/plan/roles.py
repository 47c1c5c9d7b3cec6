"""Text groups: what of a map is read from one distance, and how large its type must be for that."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from desktop.plan.distance import COMFORTABLE, LEGIBLE, needed

CARDS, STAGES, TITLE = "cards", "stages", "title"
GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    TITLE: ("title", "subtitle"),
    STAGES: ("stage", "step", "lane"),
    CARDS: (
        *("card", "meta", "badge", "marker", "curve", "scale", "sublane", "group", "divider", "empty"),
        *("task", "task-meta", "fact", "fact-strong", "caption", "initials", "legend", "footer"),
    ),
})  # fmt: skip
"""Every role of a style, by the group with which it is read; the first of each leads its group."""

USUAL: Mapping[str, float] = MappingProxyType({CARDS: 1.0, STAGES: 2.0, TITLE: 3.0})
"""Metres from which the groups are read where nobody has said: a group of people before the wall."""

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
    """By group that has a distance: by how much its type must be larger than `sizes` (pt by role), at least 1.

    `cap_ratio` gives a role's height of capitals per em.
    """
    return {
        group: max(1.0, *_shares(sizes, group, read_from[group], cap_ratio)) for group in GROUPS if group in read_from
    }


def _shares(
    sizes: Mapping[str, float], group: str, distance: float, cap_ratio: Callable[[str], float]
) -> Iterable[float]:
    present = (role for role in GROUPS[group] if role in sizes)
    return (least_size(role, distance, cap_ratio(role)) / sizes[role] for role in present)


def by_role(by_group: Mapping[str, float]) -> dict[str, float]:
    """The same factor for every role of a group."""
    return {role: factor for group, factor in by_group.items() for role in GROUPS.get(group, ())}
