"""How wide columns are: as what stands in them wants, as far as there is room."""

from collections.abc import Sequence


def shared(wanted: Sequence[int], room: int, least: int) -> list[int]:
    """Px for each column. Where there is room for all, the one that wants most takes the rest; where there is not, the
    widest give way until they are as wide as each other, and none below `least` that wants more."""
    if not wanted:
        return []
    spare = room - sum(wanted)
    if spare >= 0:
        widest = wanted.index(max(wanted))
        return [each + spare * (at == widest) for at, each in enumerate(wanted)]
    limit = max(_level(sorted(wanted), room), least)
    return [min(each, limit) for each in wanted]


def _level(rising: Sequence[int], room: int) -> int:
    """The width beyond which columns are cut so that all of them fill the room."""
    for at, each in enumerate(rising):
        left = len(rising) - at
        if each * left >= room:
            return room // left
        room -= each
    return rising[-1]
