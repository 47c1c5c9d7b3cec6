"""From what people answer to feelings at the steps of a map: of a survey, or values that participants call out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.locate import Columns, columns_of
from desktop.document.project import Survey
from desktop.method.scales import BEST, SCALES, WORST, guess_scale, label, points
from desktop.method.scores import Felt, felt
from desktop.method.sieve import EVERYTHING, Sieve, cells

BETWEEN = 4
"""Into so many equal parts the mapping of a scale without steps is divided, so that it can be bent."""

MOST = 1_000
"""Values that can be given at one step."""

_TOKEN = re.compile(r"([+-]?\d+(?:[.,]\d+)?)(?:[x×*](\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Values:
    """What participants gave at one step, in their order; `wrong` is the first word that is no feeling, "" for none."""

    values: tuple[float, ...] = ()
    wrong: str = ""

    @property
    def felt(self) -> Felt | None:
        """What the values come to; None where there are none or a word is wrong."""
        return None if self.wrong else aggregated(self.values)


def read_values(text: str) -> Values:
    """“2 1 −1 0,5 2×3”: numbers from −2 to +2 between blanks or semicolons, the last one standing three times.

    A comma is a decimal one between two digits, and else parts two numbers.
    """
    values: list[float] = []
    for word in re.split(r"[;\s]+|,(?!\d)|(?<!\d),", text.replace("−", "-").replace("–", "-").strip()):
        found = _TOKEN.fullmatch(word.casefold())
        value = float(found[1].replace(",", ".")) if found else 0.0
        if word and (found is None or not WORST <= value <= BEST):
            return Values(wrong=word)
        times = int(found[2] or 1) if found else 0
        if len(values) + times > MOST:
            return Values(wrong=word)
        values += [value] * times
    return Values(tuple(values))


def written(values: Iterable[float]) -> str:
    """The values as they can be read again, equal neighbours each on their own: “2 1 −1 0.5”."""
    return " ".join(label(value).replace("-", "−") for value in values)


def aggregated(values: Sequence[float]) -> Felt | None:
    """Mean, number and standard deviation of feelings, by the formulas of `felt`; None without any."""
    return felt(Counter(values), {label(WORST): WORST, label(BEST): BEST})


def usual_mapping(survey: Survey) -> dict[str, float]:
    """The linear mapping of a survey's scale, by its answers; of the least to the greatest score of an unknown one."""
    scale = survey.scale if survey.scale in SCALES else guess_scale(scores_of(survey), survey.question)
    if scale not in SCALES:
        scores = scores_of(survey) or {WORST, BEST}
        return _evenly(min(scores), max(scores), 1)
    known = SCALES[scale]
    return points(scale) if known.step else _evenly(known.low, known.high, BETWEEN)


def scores_of(survey: Survey) -> set[float]:
    """Every score that somebody gave."""
    return {score for cell in cells(survey) for score in cell.scores}


def answered(survey: Survey) -> int:
    """How many scores people gave."""
    return sum(sum(cell.scores.values()) for cell in cells(survey))


def scores_at(survey: Survey, journey: JourneyMap, sieve: Sieve = EVERYTHING) -> dict[str, Counter[float]]:
    """By step how many people gave each score to what stands there.

    What covers several steps is felt at the middle one, the left of two. What is said of a whole stage counts where
    none of its steps is spoken of by itself.
    """
    homes = dict(_homes(journey))
    places: dict[str, set[tuple[bool, str]]] = {}
    for join in survey.joins:
        if join.thing in homes:
            places.setdefault(join.name, set()).add(homes[join.thing])
    own, whole = _added_up(survey, places, sieve)
    for stage in journey.stages:
        steps = [step.id for step in in_order(stage.steps)]
        if not any(step in own for step in steps) and stage.id in whole:
            own[_middle(steps)] = whole[stage.id]
    return own


def computed(scores: Mapping[str, Mapping[float, int]], mapping: Mapping[str, float]) -> dict[str, Felt]:
    """By step what its scores come to; steps at which the mapping reaches none are left out."""
    found = ((step, felt(counts, mapping)) for step, counts in scores.items())
    return {step: feeling for step, feeling in found if feeling is not None}


def _added_up(
    survey: Survey, places: Mapping[str, set[tuple[bool, str]]], sieve: Sieve
) -> tuple[dict[str, Counter[float]], dict[str, Counter[float]]]:
    """The scores by step and by stage, in one walk through all rows."""
    own: dict[str, Counter[float]] = {}
    whole: dict[str, Counter[float]] = {}
    for cell in cells(survey) if places else ():
        if cell.scores and cell.name in places and sieve.passes(cell.segment, cell.date):
            for is_stage, place in places[cell.name]:
                (whole if is_stage else own).setdefault(place, Counter()).update(cell.scores)
    return own, whole


def _homes(journey: JourneyMap) -> Iterator[tuple[str, tuple[bool, str]]]:
    """By the id of a thing whether it is a stage, and the stage or the step at which it is felt."""
    columns = columns_of(journey)
    yield from ((stage.id, (True, stage.id)) for stage in journey.stages)
    yield from ((step, (False, step)) for step in columns.steps)
    for lane in journey.lanes:
        for card in lane.cards:
            span = _steps(columns, columns.span(card))
            if span:
                yield card.id, (False, _middle(span))


def _steps(columns: Columns, span: range) -> Sequence[str]:
    return [columns.steps[column] for column in span]


def _middle(steps: Sequence[str]) -> str:
    return steps[(len(steps) - 1) // 2]


def _evenly(low: float, high: float, parts: int) -> dict[str, float]:
    """The mapping from the worst to the best feeling with points at equal distances."""
    shares = [part / parts for part in range(parts + 1)]
    return {label(low + (high - low) * share): round(WORST + (BEST - WORST) * share, 1) + 0.0 for share in shares}
