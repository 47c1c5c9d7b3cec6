"""The figures of business that a metric may be, each with what goes in, what comes out, and who defined it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_FARRIS = "Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, 2nd edition"


@dataclass(frozen=True, slots=True)
class Formula:
    """How a kind of metric comes about: `compute` takes numbers in the order of `inputs`, whose names are codes.

    expression: the formula as people read it, in the names of the inputs. unit: "" for a bare number; `money` stands
    for the currency of the project. direction: up, where more is better, or down. source: who defined it.
    Compute raises ValueError where the inputs make no figure.
    """

    kind: str
    inputs: tuple[str, ...]
    expression: str
    unit: str
    direction: str
    source: str
    compute: Callable[..., float]


def conversion(conversions: float, visitors: float) -> float:
    """The per cent of visitors who did what was hoped for. Source: Farris et al. (2010), chapter on the web."""
    return 100 * _part(conversions, visitors)


def satisfaction(satisfied: float, answers: float) -> float:
    """CSAT: the per cent of answers in the top two boxes.

    Source: Morgan and Rego (2006), "The Value of Different Customer Satisfaction and Loyalty Metrics in Predicting
    Business Performance", Marketing Science 25.
    """
    return 100 * _part(satisfied, answers)


def promotion(promoters: float, detractors: float, answers: float) -> float:
    """NPS: the per cent of promoters (9, 10) less that of detractors (0 to 6).

    Source: Reichheld (2003), "The One Number You Need to Grow", Harvard Business Review 81.
    """
    _part(promoters + detractors, answers)
    return 100 * (_part(promoters, answers) - _part(detractors, answers))


def effort(points: float, answers: float) -> float:
    """CES: the mean answer, 1 to 7, to how easy it was.

    Source: Dixon, Toman and DeLisi (2013), "The Effortless Experience"; first, on five points, in Dixon, Freeman and
    Toman (2010), "Stop Trying to Delight Your Customers", Harvard Business Review 88.
    """
    return _ratio(points, answers)


def retention(customers_at_end: float, new_customers: float, customers_at_start: float) -> float:
    """The per cent of customers of the beginning who are still there at the end.

    Source: Farris et al. (2010), chapter on the profitability of customers.
    """
    return 100 * _part(customers_at_end - new_customers, customers_at_start)


def order_value(revenue: float, orders: float) -> float:
    """The average order value. Source: Farris et al. (2010), average price per unit, with the order for the unit."""
    return _ratio(revenue, orders)


def return_on_investment(gain: float, cost: float) -> float:
    """ROI: the per cent by which the gain exceeds the cost. Source: Farris et al. (2010), chapter on finance."""
    return 100 * _ratio(gain - cost, cost)


def handling_time(minutes: float, cases: float) -> float:
    """The mean time that a case takes, in minutes.

    Source: Cleveland (2012), "Call Center Management on Fast Forward", 3rd edition (average handling time).
    """
    return _ratio(minutes, cases)


_ALL = (
    Formula("conversion", ("conversions", "visitors"), "conversions ÷ visitors × 100", "%", "up", _FARRIS, conversion),
    Formula(
        "csat",
        ("satisfied", "answers"),
        "satisfied ÷ answers × 100",
        "%",
        "up",
        "Morgan and Rego (2006), The Value of Different Customer Satisfaction … Metrics, Marketing Science 25",
        satisfaction,
    ),
    Formula(
        "nps",
        ("promoters", "detractors", "answers"),
        "(promoters − detractors) ÷ answers × 100",
        "",
        "up",
        "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81",
        promotion,
    ),
    Formula(
        "ces",
        ("points", "answers"),
        "points ÷ answers",
        "of 7",
        "up",
        "Dixon, Toman and DeLisi (2013), The Effortless Experience",
        effort,
    ),
    Formula(
        "retention",
        ("customers_at_end", "new_customers", "customers_at_start"),
        "(customers_at_end − new_customers) ÷ customers_at_start × 100",
        "%",
        "up",
        _FARRIS,
        retention,
    ),
    Formula("order_value", ("revenue", "orders"), "revenue ÷ orders", "money", "up", _FARRIS, order_value),
    Formula("roi", ("gain", "cost"), "(gain − cost) ÷ cost × 100", "%", "up", _FARRIS, return_on_investment),
    Formula(
        "handling_time",
        ("minutes", "cases"),
        "minutes ÷ cases",
        "min",
        "down",
        "Cleveland (2012), Call Center Management on Fast Forward, 3rd edition",
        handling_time,
    ),
)
FORMULAS: Mapping[str, Formula] = MappingProxyType({formula.kind: formula for formula in _ALL})
"""By the kind of a metric."""


def _ratio(above: float, below: float) -> float:
    if below <= 0:
        raise ValueError(f"nothing can be divided by {below}")
    return above / below


def _part(above: float, below: float) -> float:
    """A share of a whole. Raises ValueError where it is none."""
    if not 0 <= above <= below:
        raise ValueError(f"{above} is no part of {below}")
    return _ratio(above, below)
