"""The longest words of a map, and how wide columns must be for none of them to be broken.

Words are gathered by where they stand, not card by card: ten thousand cards share a few thousand words. Each is
reckoned letter by letter, and only those that may be the longest are measured.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import Lane, Stage
from desktop.document.project import Metric
from desktop.layout.compose import Composer
from desktop.layout.interior import face_of, insets
from desktop.layout.measures import measure_text
from desktop.layout.signs import point_of

WIDEST = 16.0
"""A word that needs a column of more than so many times the card text does not decide; it is broken."""

SLACK = 1.15
"""A word is at most so many times as wide as its letters reckoned one by one."""

HAIR = 1e-6
"""Lengths that differ by less come of rounding."""

_ANYWHERE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")
"""Lines may end at nearly every one of these characters, and the few that keep together always find room."""


class Spot(NamedTuple):
    """Where words stand: role, face, what of their columns they cannot use, and the columns' relative widths' sum."""

    role: str
    face: str
    taken: float
    share: float


class Longest:
    """The words of a map's headers and cards."""

    def __init__(
        self, stages: Sequence[Stage], lanes: Iterable[Lane], metrics: Mapping[str, Metric], composer: Composer
    ) -> None:
        self._spots = [_Words(spot, texts, composer) for spot, texts in _headers(stages, composer).items()]
        self._beside: list[_Words] = []
        bodies, firsts = _Gathering(stages, metrics, composer).of(lanes)
        self._spots += [_Words(spot, texts, composer) for spot, texts in bodies.items()]
        self._beside += [_Words(spot, texts, composer) for spot, texts in firsts.items()]

    @cached_property
    def unit(self) -> float:
        """The least width of a column of relative width 1 at which all words that decide are whole; 0 without words."""
        return max((words.unit() for words in (*self._spots, *self._beside)), default=0.0)

    def broken(self, unit: float) -> tuple[str, ...]:
        """The words that are broken where a column of relative width 1 is so wide, in the alphabet's order."""
        return tuple(sorted({word for words in self._spots for word in words.broken(unit)}))


class _Words:
    """Different words that stand in like spots, the longest first as far as letters tell."""

    def __init__(self, spot: Spot, texts: Sequence[str], composer: Composer) -> None:
        self._spot, self._composer = spot, composer
        self._most = WIDEST * composer.style.text * min(1.0, spot.share) - spot.taken
        text = " ".join(texts)
        words = set((text if text.isascii() else _ANYWHERE.sub(" ", text)).split())
        letters = composer.letters(spot.role, spot.face)
        self._reckoned = sorted(((sum(map(letters.__getitem__, word)) * SLACK, word) for word in words), reverse=True)

    def unit(self) -> float:
        longest = 0.0
        for length, word in self._reckoned:
            if length <= longest:
                break
            longest = max(longest, *(width for _, width in self._pieces(word) if width <= self._most), 0.0)
        return (longest + self._spot.taken) / self._spot.share if longest else 0.0

    def broken(self, unit: float) -> Iterator[str]:
        room = unit * self._spot.share - self._spot.taken + HAIR
        for length, word in self._reckoned:
            if length <= room:
                break
            yield from (piece for piece, width in self._pieces(word) if width > room)

    def _pieces(self, word: str) -> Iterator[tuple[str, float]]:
        """The parts of a word that stay on one line, with their widths."""
        for piece in self._composer.typesetter.pieces(word):
            yield piece, self._composer.width(piece, self._spot.role, self._spot.face)


def _headers(stages: Sequence[Stage], composer: Composer) -> dict[Spot, list[str]]:
    found: dict[Spot, list[str]] = {}
    taken = 2 * composer.style.space["gutter"]
    for stage in stages:
        if stage.steps:
            share = sum(step.width for step in stage.steps)
            found.setdefault(Spot("stage", "", taken, share), []).append(stage.title)
        for step in stage.steps:
            found.setdefault(Spot("step", "", taken, step.width), []).append(step.title)
    return found


class _Gathering:
    """Sorts the texts of cards by where they stand."""

    def __init__(self, stages: Sequence[Stage], metrics: Mapping[str, Metric], composer: Composer) -> None:
        steps = [step for stage in in_order(stages) for step in in_order(stage.steps)]
        self._widths = [step.width for step in steps]
        self._index = {step.id: number for number, step in enumerate(steps)}
        self._metrics, self._style, self._point = metrics, composer.style, point_of(composer.words)

    def of(self, lanes: Iterable[Lane]) -> tuple[dict[Spot, list[str]], dict[Spot, list[str]]]:
        """All texts, and the first words that stand beside an icon."""
        alike: dict[tuple[str, str, str], list[str]] = {}
        for card in (card for lane in lanes for card in lane.cards):
            alike.setdefault((card.kind, card.first, card.last), []).append(self._text(card))
        bodies: dict[Spot, list[str]] = {}
        firsts: dict[Spot, list[str]] = {}
        for (kind, first, last), texts in alike.items():
            share = self._share(first, last)
            if not share:
                continue
            spot, indent = self._spot(kind, share)
            bodies.setdefault(spot, []).extend(texts)
            if indent:
                starts = [text.split(None, 1)[0] for text in texts if text and not text.isspace()]
                firsts.setdefault(spot._replace(taken=spot.taken + indent), []).extend(starts)
        return bodies, firsts

    def _text(self, card: Card) -> str:
        if card.kind != "metric":
            return card.text
        metric = self._metrics.get(card.measure.metric) if card.measure else None
        return measure_text(card, metric, self._point)

    def _share(self, first: str, last: str) -> float:
        """The relative widths of a card's columns together, whichever way round they are named; 0 off the map."""
        one, other = self._index.get(first), self._index.get(last)
        ends = sorted(end for end in (one, other) if end is not None)
        return sum(self._widths[ends[0] : ends[-1] + 1]) if ends else 0.0

    def _spot(self, kind: str, share: float) -> tuple[Spot, float]:
        """The spot of a kind's text, and how far its first line begins further in."""
        look, space = self._style.kind(kind), self._style.space
        indent = 0.0 if look.form == "pill" else space["icon"] + space["icon-gap"]
        taken = 2 * space["gutter"] + sum(insets(look, space))
        return Spot("card", face_of(look), taken, share), indent
