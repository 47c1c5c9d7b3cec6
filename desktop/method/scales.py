"""The scales that people answer on, and how an answer becomes a feeling from −2 to +2."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

WORST, BEST = -2.0, 2.0
"""The ends of the emotion lane."""

UNKNOWN = ""
"""What stands for a scale that nobody has named and no guess finds."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From the score that says the worst (`low`) to the one that says the best (`high`), which is less for grades.

    step: between two answers, 0 where every number is one. pleased: the score from which on a customer counts as
    satisfied, the lower of the top two boxes; none where answers have no boxes. words: the answers in English, from the
    worst to the best, where they are words.
    """

    name: str
    low: float
    high: float
    step: float = 1.0
    pleased: float | None = None
    words: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest number on the scale, whichever of them is the best."""
        return min(self.low, self.high), max(self.low, self.high)

    def holds(self, score: float) -> bool:
        """Whether a score lies on the scale."""
        least, greatest = self.bounds
        return least <= score <= greatest

    def pleases(self, score: float) -> bool:
        """Whether a score lies in the top two boxes."""
        if self.pleased is None:
            return False
        return score >= self.pleased if self.high > self.low else score <= self.pleased

    def answers(self) -> tuple[float, ...]:
        """Every answer that can be given, from the worst to the best; only the ends where every number is one."""
        if not self.step:
            return self.low, self.high
        count = round(abs(self.high - self.low) / self.step)
        return tuple(self.low + (self.high - self.low) * place / count for place in range(count + 1))


_ALL = (
    Scale("1-5", 1, 5, pleased=4),
    Scale("1-7", 1, 7, pleased=6),
    Scale("1-10", 1, 10, pleased=9),
    Scale("0-10", 0, 10, pleased=9),
    Scale("ces", 1, 7, pleased=6),
    Scale("stars", 0.5, 5, step=0.5, pleased=4),
    Scale("-2+2", -2, 2, pleased=1),
    Scale("0-100", 0, 100, step=0),
    Scale("yes", 0, 1, pleased=1, words=("no", "yes")),
    Scale("grades", 6, 1, pleased=2),
    Scale(
        "words", 1, 5, pleased=4, words=("very dissatisfied", "dissatisfied", "neither", "satisfied", "very satisfied")
    ),
)
SCALES: Mapping[str, Scale] = MappingProxyType({scale.name: scale for scale in _ALL})
"""By name, in the order in which they are offered: "0-10" is the question of the NPS, "ces" the one of the CES (how
easy it was, 7 the easiest), "grades" are school grades, of which 1 is the best."""

_RECOMMENDS = ("recommend", "nps", "empfehl", "empfiehl")
_EASE = ("easy", "effort", "einfach", "leicht", "aufwand")
_RANGE = re.compile(r"(?<![\d.,])(\d+)\s*(?:[-–—…]|to|bis)\s*(\d+)(?![\d.,])")
"""“1–5”, “0 to 10”."""


def guess_scale(scores: Iterable[float], question: str = "") -> str:
    """The narrowest scale on which all these scores lie; UNKNOWN without scores and where they lie on none.

    The question decides between scales that look alike: it may say “(1–5)”, would somebody recommend it is 0–10, and
    about ease it is the CES. School grades and answers in words are never guessed from numbers.
    """
    given = set(scores)
    if not given:
        return UNKNOWN
    wanted = (*_said_in(question.casefold()), *_candidates(given))
    return next((name for name in wanted if _fit(name, given)), UNKNOWN)


def _said_in(question: str) -> Iterator[str]:
    for low, high in _RANGE.findall(question):
        yield from ({f"{low}-{high}"} & SCALES.keys())
    if any(word in question for word in _RECOMMENDS):
        yield "0-10"
    if any(word in question for word in _EASE):
        yield "ces"


def _candidates(given: set[float]) -> tuple[str, ...]:
    if min(given) < 0:
        return ("-2+2",)
    if given == {0.0, 1.0}:
        return ("yes",)
    return "1-5", "stars", "1-7", "1-10", "0-10", "0-100"


def _fit(name: str, given: set[float]) -> bool:
    scale = SCALES[name]
    return all(map(scale.holds, given)) and not any(scale.step and score % scale.step for score in given)


def feeling(score: float, scale: str) -> float:
    """Where a score stands between the worst and the best feeling, linearly, in tenths.

    Source: Dawes (2008), "Do data characteristics change according to the number of scale points used?", International
    Journal of Market Research 50: rescaled so, five and seven points have the same means, and ten points means that
    are lower by about 0.1.
    Raises KeyError for a scale that is not known and ValueError for a score that does not lie on it.
    """
    known = SCALES[scale]
    if not known.holds(score):
        raise ValueError(f"{score} is not on the scale {scale}")
    return _tenths(WORST + (BEST - WORST) * (score - known.low) / (known.high - known.low))


def points(scale: str) -> dict[str, float]:
    """The linear mapping of a scale in the form that is shown, edited and kept: a feeling by the text of each answer.

    Raises KeyError for a scale that is not known.
    """
    return {label(score): feeling(score, scale) for score in SCALES[scale].answers()}


def label(score: float) -> str:
    """A score as it stands in a mapping: “4”, “4.5”."""
    return f"{score:g}"


def feeling_by(mapping: Mapping[str, float], score: float) -> float | None:
    """What an explicit mapping makes of a score, not rounded: straight lines between its points, nothing beyond them.

    Raises ValueError for a point that is no number.
    """
    row = sorted((float(text), value) for text, value in mapping.items())
    if not row or not row[0][0] <= score <= row[-1][0]:
        return None
    place = min(bisect_right(row, score, key=lambda point: point[0]), len(row) - 1)
    (left, below), (right, above) = row[max(place - 1, 0)], row[place]
    if right == left:
        return above
    return below + (above - below) * (score - left) / (right - left)


def _tenths(value: float) -> float:
    return round(value, 1) + 0.0  # no negative zero
