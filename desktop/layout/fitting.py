"""How narrow a step may be for its words to stay whole and its cards to stay low."""

from collections.abc import Iterator, Mapping
from math import ceil

from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Stage
from desktop.document.project import Metric
from desktop.layout.compose import Composer
from desktop.layout.interior import interior
from desktop.layout.longest import Longest
from desktop.layout.numbers import NOTHING

NARROWEST, WIDEST = 0.6, 2.5
MOST_LINES = 6
GRAIN = 0.05
"""Widths are multiples of this."""


def fitting_width(journey: JourneyMap, step_id: str, metrics: Mapping[str, Metric], composer: Composer) -> float:
    """The least width, relative to the usual one, at which the step breaks no word and no card of its own has more
    than MOST_LINES lines; within NARROWEST … WIDEST. Cards that span other steps too do not count."""
    stages = tuple(_alone(stage, step_id) for stage in journey.stages if any(one.id == step_id for one in stage.steps))
    lanes = [changed(lane, cards=tuple(_own(lane.cards, step_id))) for lane in journey.lanes if not lane.hidden]
    unit = composer.style.space["column"]
    width = _grained(Longest(stages, lanes, metrics, composer).unit / unit)
    for card in (card for lane in lanes for card in lane.cards):
        while width < WIDEST and _lines(card, width * unit, composer) > MOST_LINES:
            width = _grained(width + GRAIN)
    return min(max(width, NARROWEST), WIDEST)


def _alone(stage: Stage, step_id: str) -> Stage:
    """The stage with this step alone, at the usual width; with a title only if that stands over this step alone."""
    own = tuple(changed(step, width=1.0) for step in stage.steps if step.id == step_id)
    return changed(stage, steps=own, title=stage.title if len(stage.steps) == 1 else "")


def _own(cards: tuple[Card, ...], step_id: str) -> Iterator[Card]:
    return (card for card in cards if card.first == card.last == step_id)


def _lines(card: Card, width: float, composer: Composer) -> int:
    inside = interior(card, width - 2 * composer.style.space["gutter"], NOTHING, composer)
    return max((text.lines for text in inside.texts if text.role == "card"), default=0)


def _grained(width: float) -> float:
    """The next larger multiple of the grain, rounding errors aside."""
    return round(ceil(width / GRAIN - 1e-6) * GRAIN, 2)
