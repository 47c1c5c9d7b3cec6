"""Makes up what guests of the sample restaurant say: `python -m tools.feedback_sample`.

Writes resources/samples/restaurant-feedback.csv (500 answers from May to October), restaurant-feedback-more.csv (the
same and 50 of November) and restaurant-test.csv (two variants of the booking form). The same words in
tools/feedback_sample.json give the same bytes on every machine and under every Python.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from statistics import NormalDist
from typing import Any

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "resources" / "samples"
WORDS = Path(__file__).with_suffix(".json")
HEADER = ("Date", "Guest", "Segment", "Touchpoint", "Question", "Scale", "Score", "Comment")
SATISFIED, RECOMMENDS = ("How satisfied were you?", "1-5"), ("Would you recommend us to a friend?", "0-10")
FIRST, LATER = (date(2026, 5, 1), date(2026, 10, 31)), (date(2026, 11, 1), date(2026, 11, 21))
MANY, MORE = 500, 50
RECOMMENDING, COMMENTED, SILENT = 0.38, 0.45, 0.08
"""Of the answers: those to the second question, those with a comment as long as one is left; of the
comments, those without a score."""

BETTER = 0.3
"""By how much guests are more satisfied at the end of half a year than at its beginning, in points of five."""

SPREAD = 0.85
TESTED = (("with card", 812, 503), ("without card", 798, 622))

Row = tuple[str, ...]


class Chance:
    """Numbers from 0 to 1 that look like chance and are the same each time."""

    def __init__(self, seed: str) -> None:
        self._numbers = count()
        self._seed = seed

    def share(self) -> float:
        """At least 0, and less than 1."""
        digest = sha256(f"{self._seed} {next(self._numbers)}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def below(self, limit: int) -> int:
        """A whole number from 0 to one less than the limit."""
        return int(self.share() * limit)

    def one(self, things: Sequence[dict[str, Any]], weight: str) -> dict[str, Any]:
        """One of the things, each as likely as the number says that it has under `weight`."""
        point = self.share() * sum(thing[weight] for thing in things)
        for thing in things:
            point -= thing[weight]
            if point < 0:
                return thing
        return things[-1]


@dataclass(frozen=True)
class Guest:
    """Answers all questions on one day; `shift` is how much kinder the segment is than others, in points of five."""

    number: int
    segment: str
    day: date
    shift: float


class Guests:
    """Makes up rows; no comment is written twice, as `said` remembers them."""

    def __init__(self, words: dict[str, Any], seed: str, said: set[str]) -> None:
        self._segments = words["segments"]
        self._touchpoints = words["touchpoints"]
        self._chance = Chance(seed)
        self._said = said

    def answer(self, wanted: int, days: tuple[date, date], first: int) -> list[Row]:
        """This many rows in the order of their dates; guests are numbered so, too, beginning with `first`."""
        found: list[tuple[Guest, Row]] = []
        for number in count():
            guest = self._guest(number, days)
            found += [(guest, row) for row in self._answers(guest)]
            if len(found) >= wanted:
                break
        return _numbered(sorted(found[:wanted], key=lambda each: (each[0].day, each[0].number)), first)

    def _guest(self, number: int, days: tuple[date, date]) -> Guest:
        segment = self._chance.one(self._segments, "share")
        day = days[0] + timedelta(days=self._chance.below((days[1] - days[0]).days + 1))
        return Guest(number, segment["name"], day, segment["shift"])

    def _answers(self, guest: Guest) -> Iterator[Row]:
        """Two to four touchpoints, none of them twice."""
        left = list(self._touchpoints)
        for _ in range(2 + self._chance.below(3)):
            touchpoint = self._chance.one(left, "weight")
            left.remove(touchpoint)
            yield self._row(guest, touchpoint)

    def _row(self, guest: Guest, touchpoint: dict[str, Any]) -> Row:
        mood = touchpoint["mood"] + guest.shift + BETTER * _half_years(guest.day)
        felt = NormalDist(mood, SPREAD).inv_cdf(0.001 + 0.998 * self._chance.share())
        asked, score = SATISFIED, _within(felt, 1, 5)
        if self._chance.share() < RECOMMENDING:
            asked, score = RECOMMENDS, _within(2.5 * felt - 2.2, 0, 10)
        comment = self._comment(touchpoint["good" if felt >= 3.6 else "bad"])
        given = "" if comment and self._chance.share() < SILENT else str(score)
        return guest.segment, touchpoint["name"], *asked, given, comment

    def _comment(self, comments: Sequence[str]) -> str:
        fresh = [comment for comment in comments if comment not in self._said]
        if not fresh or self._chance.share() > COMMENTED:
            return ""
        comment = fresh[self._chance.below(len(fresh))]
        self._said.add(comment)
        return comment


def tables() -> dict[str, bytes]:
    """Each file by its name."""
    words = json.loads(WORDS.read_text("utf-8"))
    said: set[str] = set()
    first = Guests(words, "first", said).answer(MANY, FIRST, 1)
    more = Guests(words, "more", said).answer(MORE, LATER, 1 + len({guest for _, guest, *_ in first}))
    return {
        "restaurant-feedback.csv": _csv(HEADER, first),
        "restaurant-feedback-more.csv": _csv(HEADER, [*first, *more]),
        "restaurant-test.csv": _csv(("Variant", "Visitors", "Bookings"), TESTED),
    }


def _numbered(rows: Sequence[tuple[Guest, Row]], first: int) -> list[Row]:
    numbers = {guest: f"G{number:04}" for number, guest in enumerate(dict.fromkeys(guest for guest, _ in rows), first)}
    return [(guest.day.isoformat(), numbers[guest], *row) for guest, row in rows]


def _half_years(day: date) -> float:
    return (day - FIRST[0]).days / (FIRST[1] - FIRST[0]).days


def _within(felt: float, low: int, high: int) -> int:
    return min(max(round(felt), low), high)


def _csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue().encode()


def main() -> None:
    for name, content in tables().items():
        (SAMPLES / name).write_bytes(content)


if __name__ == "__main__":
    main()
