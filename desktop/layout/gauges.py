"""How far goals are, at the head of a map: under the words of a goal a bar, and beside it what was, is and shall be."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop.document.keyed import find
from desktop.document.project import Goal, Metric
from desktop.layout.compose import Composer
from desktop.layout.measures import NO_BREAK, number_text
from desktop.layout.places import Rect, TextPlace
from desktop.method.progress import Progress, progress

ROLE = "gauge"
HEIGHT, WIDE, GAP, ABOVE, BELOW = 0.62, 5.0, 0.6, 0.1, 0.35
"""Times the card text: how high and wide a bar is, how far its figures are from it, and both from what is near."""


class Way(NamedTuple):
    """How much of its way a goal has made, 0 to 1, and the figures beside the bar."""

    share: float
    told: str


def way_of(goal: Goal, metrics: tuple[Metric, ...], point: str = ".") -> Way | None:
    """None where nobody knows how far the goal is. A time frame that the goal's statement says is not said again;
    `point` stands before tenths."""
    found = progress(goal, metrics)
    if found is None:
        return None
    metric = find(metrics, goal.metric)
    share = f"{number_text(round(100 * found.share))}{NO_BREAK}%"
    frame = "" if goal.time_frame.casefold() in goal.statement.casefold() else goal.time_frame
    return Way(found.shown, " · ".join(filter(None, (_figures(found, metric, point), share, frame))))


def _figures(found: Progress, metric: Metric | None, point: str) -> str:
    """“4.1 → 4.3 → 4.6 of 5”; nothing where the progress was only typed."""
    known = (value for value in (found.baseline, found.now, found.target) if value is not None)
    values = [number_text(value).replace(".", point) for value in known]
    unit = f"{NO_BREAK}{metric.unit}" if metric and metric.unit and values else ""
    return f"{NO_BREAK}→{NO_BREAK}".join(values) + unit


def natural_width(ways: Iterable[Way | None], composer: Composer) -> float:
    """Of the widest bar with its figures on one line; 0 for no bar."""
    told = [composer.width(way.told, ROLE) for way in ways if way]
    return max(told) + (WIDE + GAP) * composer.style.text if told else 0.0


def place_ways(
    told: Iterable[tuple[str, Way | None]], x: float, y: float, width: float, composer: Composer, *, align: str
) -> list[TextPlace]:
    """The words of each goal, and under them its figures, which leave room for the bar at their beginning."""
    em = composer.style.text
    texts: list[TextPlace] = []
    for line, way in told:
        texts.append(composer.place(line, "fact", x, y, width, align=align))
        y = texts[-1].bottom
        if way:
            indent = (WIDE + GAP) * em
            texts.append(composer.place(way.told, ROLE, x, y + ABOVE * em, width, indent=indent, align=align))
            y = texts[-1].bottom + BELOW * em
    return texts


def gauge_rect(text: TextPlace, composer: Composer) -> Rect:
    """The bar before a goal's figures, or over them where they found no room beside it; at their beginning."""
    em, leading = composer.style.text, composer.setting(ROLE).role.leading
    x = text.x + text.width - WIDE * em if text.align == "right" else text.x
    top = text.y if text.indent else text.y - leading
    return Rect(x, top + (leading - HEIGHT * em) / 2, WIDE * em, HEIGHT * em)
