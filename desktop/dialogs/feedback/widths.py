"""How wide columns are: as what stands in them wants, as far as there is room."""

from bisect import bisect_right
from collections.abc import Sequence


def shared(wanted: Sequence[int], room: int, least: Sequence[int]) -> list[int]:
    """Px for each column. Where there is room for all, the one that wants most takes the rest; where there is not, the
    widest give way until they are as wide as each other, and none below its least."""
    if not wanted:
        return []
    spare = room - sum(wanted)
    if spare >= 0:
        widest = wanted.index(max(wanted))
        return [each + spare * (at == widest) for at, each in enumerate(wanted)]

    def cut(limit: int) -> list[int]:
        return [min(want, max(limit, low)) for want, low in zip(wanted, least, strict=True)]

    found = bisect_right(range(max(wanted) + 1), room, key=lambda limit: sum(cut(limit)))
    return cut(max(found - 1, 0))
