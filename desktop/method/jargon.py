"""The words by which an organisation is heard where its customers should be: a list for each language."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Jargon:
    """`company` finds words that no customer says of what they do, `purchase` the words for buying; both in the
    language of the list, whatever their case."""

    company: re.Pattern[str]
    purchase: re.Pattern[str]

    def heard(self, text: str) -> str:
        """The first word of the organisation in a text as it stands there; "" where there is none."""
        found = self.company.search(text)
        return found[0] if found else ""

    def buys(self, title: str) -> bool:
        """Whether a stage is named after buying."""
        return bool(self.purchase.search(title))


def read_jargon(raw: Mapping[str, Any]) -> Jargon:
    """From a file with the lists `whole` (words as they are), `begins` (with any ending) and `purchase`.

    KeyError without one of them.
    """
    return Jargon(_pattern(raw["whole"], raw["begins"]), _pattern(raw["purchase"]))


def _pattern(whole: Sequence[str], begins: Iterable[str] = ()) -> re.Pattern[str]:
    """Longer words first, so that “sales funnel” is found and not “funnel”; one that finds nothing without words."""
    words = [re.escape(word) for word in sorted(whole, key=len, reverse=True)]
    words += [rf"{re.escape(stem)}\w*" for stem in begins]
    return re.compile(rf"\b(?:{'|'.join(words)})\b" if words else r"(?!)", re.IGNORECASE)


SILENT = read_jargon({"whole": (), "begins": (), "purchase": ()})
"""For a language that has no list."""
