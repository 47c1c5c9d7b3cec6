"""Filling a page by choosing the type size: the map is laid out at another width, never stretched.

A layout as wide as w units comes out h(w) units high. On a page of W × H it can be drawn at the scale
min(W / w, H / h(w)). A narrower layout has larger type until its height no longer fits, so the largest type
stands where both sides of that minimum meet. h is a step function (lines wrap), so the search keeps the
widest layout that is too high and the narrowest that is not, and the best it has seen. Where to look next
is told by h(w) ≈ fixed + area / w, which is true of running text and nearly true of a map.

A map with little in it would come out in letters for giants; it gets the largest type that is wanted, over the
whole width, and the rest of the page stays white.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, sqrt

GOOD = 0.985
"""Share of the page at which the search is content, where nothing else is said."""

PREFERENCE = 1.25
"""By how much larger the type must be for a page that is less wide: a journey runs from left to right."""

TRIES = 8
"""Layouts made at most; each may break thousands of cards anew."""

NEAR = 1.002
"""Widths closer than this ratio are not told apart."""

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

    @property
    def is_too_high(self) -> bool:
        """Whether it is the height that keeps the type small."""
        return self.height * self.page[0] > self.width * self.page[1]

    @property
    def leaves_a_strip(self) -> bool:
        """Whether the drawing is narrower than the page."""
        return self.width * self.scale * (1 + 1e-9) < self.page[0]


def fit(page: Size, measure: Measure, natural: Size, good: float = GOOD, most: float = inf) -> Fit:
    """The layout with the largest type that fits a page (any unit); `natural` is the map's size at usual columns.

    `good` is the share of the page that will do, `most` the largest scale that is wanted.
    """
    return _Search(measure, natural, good, most).fit(page)


def preferred(scale: float, legible: float = 0.0) -> float:
    """The scale that a page must allow to be taken instead of a broader one, which allows `scale`: PREFERENCE times as
    much, or no more than what makes its type `legible` where that of the broader one is not."""
    wanted = PREFERENCE * scale
    return min(wanted, legible) if scale < legible else wanted


def orient(
    pages: tuple[Size, ...],
    measure: Measure,
    natural: Size,
    good: float = GOOD,
    most: float = inf,
    *,
    legible: float = 0.0,
) -> Fit:
    """The fit of the page on which the type is largest, where the widest page comes first.

    Another page must give PREFERENCE times larger type, or type at the scale `legible` where the widest does not, and
    is only looked at when it promises that.
    """
    search = _Search(measure, natural, good, most)
    first, *others = sorted(pages, reverse=True)
    best = search.fit(first)
    for page in others:
        least = preferred(best.scale, legible)
        if search.promise(page) >= least:
            found = search.fit(page)
            best = found if found.scale >= least else best
    return best


class _Search:
    """Measures one map at as few widths as possible, and remembers what it has measured."""

    def __init__(self, measure: Measure, natural: Size, good: float, most: float) -> None:
        self._measure = measure
        self._good = good
        self._most = most
        self._known: dict[float, Size] = {natural[0]: natural}

    def fit(self, page: Size) -> Fit:
        for _ in range(TRIES - 1):
            wish = self._next(page)
            if wish is None:
                break
            self._at(wish)
        best = max(self._fits(page), key=lambda each: each.scale)
        if best.fill < self._good and best.leaves_a_strip:
            self._at(page[0] / best.scale)  # wider columns at the same type size are no higher
        return max(self._fits(page), key=lambda each: (round(each.scale, 9), each.fill))

    def promise(self, page: Size) -> float:
        """The scale to be expected on another page, from what has been measured."""
        return min(self._most, page[0] / self._promised(page))

    def _at(self, wish: float) -> None:
        if wish not in self._known:
            self._known[wish] = self._measure(wish)

    def _fits(self, page: Size) -> list[Fit]:
        return [
            Fit(wish, width, height, min(page[0] / width, page[1] / height, self._most), page)
            for wish, (width, height) in self._known.items()
        ]

    def _next(self, page: Size) -> float | None:
        """The width to try, None when the type is large enough or nothing lies between too high and low enough."""
        tried = self._fits(page)
        if any(each.fill >= self._good or each.scale >= self._most for each in tried):
            return None
        fitting = min((each for each in tried if not each.is_too_high), key=lambda each: each.wish, default=None)
        high = max((each.wish for each in tried if each.is_too_high), default=0.0)
        if fitting is None:
            return max(self._promised(page), high * 1.05)
        is_narrowest = fitting.width > fitting.wish * NEAR
        if fitting.wish <= high * NEAR or is_narrowest:
            return None
        promised = self._promised(page)
        if not high:
            return min(promised, fitting.wish / 1.05)
        inside = high * sqrt(NEAR) < promised < fitting.wish / sqrt(NEAR)
        return promised if inside else sqrt(high * fitting.wish)

    def _promised(self, page: Size) -> float:
        """The width at which `fixed + area / width` has the page's proportions, a little on the safe side."""
        slope = page[1] / page[0] * (1 + self._good) / 2
        sizes = sorted(self._known.values(), key=lambda size: abs(size[1] / size[0] - slope))
        fixed, area = _law(sizes[0], next((size for size in sizes if size[0] != sizes[0][0]), None))
        return (fixed + sqrt(fixed * fixed + 4 * slope * area)) / (2 * slope)


def _law(one: Size, other: Size | None) -> tuple[float, float]:
    """The fixed height and the area of text that two measurements speak for; all is text when there is only one."""
    area = whole = one[0] * one[1]
    if other is not None:
        area = (one[1] - other[1]) / (1 / one[0] - 1 / other[0])
    return (one[1] - area / one[0], area) if 0 < area <= whole else (0.0, whole)
