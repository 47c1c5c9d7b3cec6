"""Filling a page by choosing the type size: the map is laid out at another width, never stretched.

A layout as wide as W units comes out h(W) units high. On a page of w × h it can be drawn at
scale(W) = min(w / W, h / h(W)). A narrower layout has larger type until its height no longer fits,
so the largest type stands where both sides of that minimum meet. h is a step function (lines wrap),
so the search brackets that place and keeps the best layout it has seen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

GOOD = 0.985
"""Share of the page at which the search is content."""

PREFERENCE = 1.25
"""By how much larger the type must be for a page that is less wide."""

TRIES = 9
"""Layouts made at most; each may break thousands of cards anew."""

Size = tuple[float, float]
Measure = Callable[[float], Size]
"""Lays out at a wished width and tells the width and height that came of it, in layout units."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The chosen width to lay out at, the size that comes of it (layout units), and the scale to draw it at."""

    wish: float
    width: float
    height: float
    scale: float
    page: Size

    @property
    def fill(self) -> float:
        """The drawing's share of the page, 0 to 1."""
        return self.width * self.height * self.scale**2 / (self.page[0] * self.page[1])


def fit(page: Size, measure: Measure, natural: Size) -> Fit:
    """The layout with the largest type that fits a page (any unit); `natural` is the map's size at usual columns."""
    wish = _guess(page, natural)
    best = tried = _try(page, measure, wish)
    low = high = 0.0
    for _ in range(TRIES - 1):
        if tried.fill >= GOOD:
            break
        if _too_high(tried):
            low = tried.wish
        else:
            high = tried.wish
        wish = _next(tried, low, high)
        if abs(wish - tried.wish) < 1e-3 * wish:
            break
        tried = _try(page, measure, wish)
        best = max(best, tried, key=_worth)
    return _widened(best, measure)


def orient(pages: tuple[Size, ...], measure: Measure, natural: Size) -> Fit:
    """The fit of the page on which the type is largest; only the more promising of two pages is searched closely.

    A journey runs from left to right: a page must give PREFERENCE times larger type to be taken over a wider one.
    """
    if len(pages) == 1:
        return fit(pages[0], measure, natural)
    widest = max(page[0] for page in pages)

    def promise(page: Size) -> float:
        scale = _try(page, measure, _guess(page, natural)).scale
        return scale * PREFERENCE if page[0] == widest else scale

    return fit(max(pages, key=promise), measure, natural)


def _guess(page: Size, natural: Size) -> float:
    """The width at which a map of the same area would have the page's proportions."""
    return sqrt(natural[0] * natural[1] * page[0] / page[1])


def _try(page: Size, measure: Measure, wish: float) -> Fit:
    width, height = measure(wish)
    return Fit(wish, width, height, min(page[0] / width, page[1] / height), page)


def _too_high(tried: Fit) -> bool:
    return tried.page[1] / tried.height < tried.page[0] / tried.width


def _next(tried: Fit, low: float, high: float) -> float:
    """Between the brackets where there are two, else where the proportions would meet if the area stayed."""
    if low and high:
        return sqrt(low * high)
    return tried.wish * sqrt(tried.page[0] / tried.width * tried.height / tried.page[1])


def _worth(each: Fit) -> tuple[float, float]:
    return each.scale, each.fill


def _widened(best: Fit, measure: Measure) -> Fit:
    """Where the height decides the scale, wider columns fill the page at the same type size and are no higher."""
    if best.fill >= GOOD or not _too_high(best):
        return best
    wider = _try(best.page, measure, best.wish + best.page[0] / best.scale - best.width)
    return max(best, wider, key=lambda each: (round(each.scale, 9), each.fill))
