"""What a test of two variants says: the difference of their rates, how sure it is, and in which sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from desktop.document.cards import Outcome

LEVEL, POWER = 0.95, 0.8

BETTER, WORSE, OPEN, SAME = "verdict.better", "verdict.worse", "verdict.open", "verdict.same"
EMPTY, WRONG = "verdict.empty", "verdict.wrong"
"""Codes of sentences. EMPTY: nobody has seen one of the variants. WRONG: more conversions than visitors."""

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What changes from the first variant to the second: rates and their difference are shares, −1 to 1.

    low, high: between which the difference lies, at the `level` of confidence. p: how often a difference as large
    comes about by chance where there is none. numbers: what the sentence fills in, in per cent and percentage points,
    those of a difference without its sign; `needed` is how many visitors each variant takes until one as large would
    show.
    """

    difference: float
    low: float
    high: float
    level: float
    p: float
    sentence_code: str
    numbers: Mapping[str, str | float | int]
    rates: tuple[float, float] = (0.0, 0.0)


def difference(a: Outcome, b: Outcome, level: float = LEVEL) -> Verdict:
    """How `b` does beside `a`. The sentence says better or worse only where the interval leaves out zero.

    Raises ValueError for a level that does not lie between 0 and 1.
    """
    if not (a.visitors and b.visitors):
        return _no_verdict(a, b, level, EMPTY)
    if a.conversions > a.visitors or b.conversions > b.visitors:
        return _no_verdict(a, b, level, WRONG)
    rates = a.conversions / a.visitors, b.conversions / b.visitors
    low, high = newcombe(a, b, level)
    numbers = {**_named(a, b, level), **_in_per_cent(rates, low, high), "needed": needed(*rates, level)}
    return Verdict(rates[1] - rates[0], low, high, level, chance(a, b), _code(rates, low, high), numbers, rates)


def verdicts(outcomes: Sequence[Outcome], level: float = LEVEL) -> tuple[Verdict, ...]:
    """How each of the later variants does beside the first, all of them together at the level.

    Source: Dunn (1961), "Multiple Comparisons Among Means", Journal of the American Statistical Association 56
    (Bonferroni's inequality): of many variants one looks better by chance.
    """
    first, *others = outcomes or (Outcome(),)
    return tuple(difference(first, other, 1 - (1 - level) / len(others)) for other in others)


def wilson(conversions: int, visitors: int, level: float = LEVEL) -> tuple[float, float]:
    """Between which the true rate lies, without correction for continuity.

    Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
    American Statistical Association 22. Raises ValueError for counts that are none.
    """
    if not 0 <= conversions <= visitors or not visitors:
        raise ValueError(f"{conversions} of {visitors} is no rate")
    z = _NORMAL.inv_cdf((1 + level) / 2)
    rate = conversions / visitors
    middle = rate + z * z / (2 * visitors)
    reach = z * sqrt(rate * (1 - rate) / visitors + (z / (2 * visitors)) ** 2)
    whole = 1 + z * z / visitors
    return max((middle - reach) / whole, 0.0), min((middle + reach) / whole, 1.0)


def newcombe(a: Outcome, b: Outcome, level: float = LEVEL) -> tuple[float, float]:
    """Between which the rate of `b` less the rate of `a` lies.

    Source: method 10 in Newcombe (1998), "Interval estimation for the difference between independent proportions:
    comparison of eleven methods", Statistics in Medicine 17; made of two intervals of Wilson's.
    Raises ValueError for counts that are none.
    """
    (low_a, high_a), (low_b, high_b) = (wilson(each.conversions, each.visitors, level) for each in (a, b))
    rate_a, rate_b = a.conversions / a.visitors, b.conversions / b.visitors
    low = rate_b - rate_a - sqrt((rate_b - low_b) ** 2 + (high_a - rate_a) ** 2)
    high = rate_b - rate_a + sqrt((high_b - rate_b) ** 2 + (rate_a - low_a) ** 2)
    return max(low, -1.0), min(high, 1.0)


def chance(a: Outcome, b: Outcome) -> float:
    """How often two variants that do the same differ as much as these, either way: the z test with pooled variance.

    Source: Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions", 3rd edition, section 3.1.
    Raises ZeroDivisionError without visitors.
    """
    pooled = (a.conversions + b.conversions) / (a.visitors + b.visitors)
    error = sqrt(pooled * (1 - pooled) * (1 / a.visitors + 1 / b.visitors))
    if not error:
        return 1.0
    z = abs(b.conversions / b.visitors - a.conversions / a.visitors) / error
    return min(2 * _NORMAL.cdf(-z), 1.0)


def needed(before: float, after: float, level: float = LEVEL, power: float = POWER) -> int:
    """How many visitors each variant takes to tell two rates apart, in four of five tests; 0 where they do not differ.

    Source: Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions", 3rd edition, section 4.2.
    """
    if before == after:
        return 0
    z_level, z_power = _NORMAL.inv_cdf((1 + level) / 2), _NORMAL.inv_cdf(power)
    middle = (before + after) / 2
    single = z_power * sqrt(before * (1 - before) + after * (1 - after))
    root = z_level * sqrt(2 * middle * (1 - middle)) + single
    return -int(-((root / (after - before)) ** 2) // 1)


def _no_verdict(a: Outcome, b: Outcome, level: float, code: str) -> Verdict:
    return Verdict(0.0, -1.0, 1.0, level, 1.0, code, _named(a, b, level))


def _code(rates: tuple[float, float], low: float, high: float) -> str:
    if rates[0] == rates[1]:
        return SAME
    return BETTER if low > 0 else WORSE if high < 0 else OPEN


def _named(a: Outcome, b: Outcome, level: float) -> dict[str, str | float | int]:
    return {"first": a.variant, "second": b.variant, "level": round(100 * level, 1)}


def _in_per_cent(rates: tuple[float, float], low: float, high: float) -> dict[str, float]:
    before, after = rates
    least, most = (low, high) if low <= 0 <= high else sorted((abs(low), abs(high)))
    shares = {"before": before, "after": after, "change": abs(after - before), "low": least, "high": most}
    return {name: round(100 * share, 1) + 0.0 for name, share in shares.items()}
