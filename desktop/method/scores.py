"""What a histogram says: how many people gave each score, in; one figure, out. The order of scores never matters."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean

from desktop.method.scales import BEST, SCALES, WORST, feeling_by

Histogram = Mapping[float, int]

PROMOTER, DETRACTOR = 9, 6


@dataclass(frozen=True, slots=True)
class Felt:
    """What scores come to as a feeling: value in tenths, −2 to +2; how many people; one standard deviation."""

    value: float
    people: int
    spread: float


def mean(scores: Histogram) -> float:
    """The arithmetic mean. Source: Snedecor and Cochran (1989), "Statistical Methods", 8th edition, section 3.2.

    Raises statistics.StatisticsError without scores.
    """
    row = sorted(scores.items())
    value = fmean([score for score, _ in row], [people for _, people in row])
    return min(max(value, row[0][0]), row[-1][0])  # a rounding may not lead out of what was given


def median(scores: Histogram) -> float:
    """The middle score, or the mean of the two in the middle.

    Source: definition 7 in Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", The American
    Statistician 50. Raises ValueError without scores.
    """
    n = sum(scores.values())
    if not n:
        raise ValueError("no median without scores")
    return (_nth(scores, (n - 1) // 2) + _nth(scores, n // 2)) / 2


def spread(scores: Histogram) -> float | None:
    """The standard deviation of a sample, with n − 1; None for fewer than two people.

    Source: Snedecor and Cochran (1989), "Statistical Methods", 8th edition, section 3.3.
    """
    n = sum(scores.values())
    if n < 2:
        return None
    middle = mean(scores)
    return sqrt(fsum(people * (score - middle) ** 2 for score, people in scores.items()) / (n - 1))


def csat(scores: Histogram, scale: str) -> float | None:
    """The share of the top two boxes; None on a scale without boxes.

    Source: Morgan and Rego (2006), "The Value of Different Customer Satisfaction and Loyalty Metrics in Predicting
    Business Performance", Marketing Science 25. Raises ZeroDivisionError without scores.
    """
    known = SCALES.get(scale)
    if known is None or known.pleased is None:
        return None
    return sum(people for score, people in scores.items() if known.pleases(score)) / sum(scores.values())


def nps(scores: Histogram) -> float:
    """The per cent of promoters (9 and 10) less the per cent of detractors (0 to 6), of scores from 0 to 10.

    Source: Reichheld (2003), "The One Number You Need to Grow", Harvard Business Review 81.
    Raises ZeroDivisionError without scores.
    """
    promoters = sum(people for score, people in scores.items() if score >= PROMOTER)
    detractors = sum(people for score, people in scores.items() if score <= DETRACTOR)
    return 100 * (promoters - detractors) / sum(scores.values())


def felt(scores: Histogram, mapping: Mapping[str, float]) -> Felt | None:
    """What scores come to as a feeling through an explicit mapping; None when it reaches none of them.

    Each score is mapped first, and the mean and the standard deviation are those of the feelings.
    """
    feelings: Counter[float] = Counter()
    for score, people in scores.items():
        value = feeling_by(mapping, score)
        if value is not None and people > 0:
            feelings[min(max(value, WORST), BEST)] += people
    if not feelings:
        return None
    return Felt(round(mean(feelings), 1) + 0.0, feelings.total(), spread(feelings) or 0.0)


def _nth(scores: Histogram, place: int) -> float:
    for score, people in sorted(scores.items()):
        if place < people:
            return score
        place -= people
    raise ValueError("fewer scores than that")
