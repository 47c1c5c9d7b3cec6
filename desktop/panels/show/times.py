"""How times and lengths of a run of show are written."""

import math
from datetime import UTC, datetime

from desktop.desk.show import Show
from desktop.layout.style import Words

NEARLY = 1e-6
"""Of a second: what a clock's fractions may be off."""


def timer(show: Show) -> str:
    """“12:05” that is left, “+0:42” that has been taken too much; "" when nothing runs."""
    if show.point is None:
        return ""
    if show.overrun >= 1 - NEARLY:
        return f"+{_clock(math.floor(show.overrun + NEARLY))}"
    return _clock(math.ceil(show.remaining - NEARLY))


def hour(seconds: float) -> str:
    """The time of day of a moment since 1970, on this machine: “13:05”."""
    return f"{datetime.fromtimestamp(seconds, UTC).astimezone():%H:%M}"


def length(minutes: int, words: Words) -> str:
    """“45 min”, “2 h”, “1 h 30 min”."""
    hours, rest = divmod(minutes, 60)
    parts = [words("show.hours").format(count=hours)] if hours else []
    parts += [words("show.minutes").format(count=rest)] if rest or not hours else []
    return " ".join(parts)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
