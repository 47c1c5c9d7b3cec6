"""How much better one map feels than another, in words, persona by persona."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.method.comparing import Comparison, Gap, mean_gap


@dataclass(frozen=True, slots=True)
class Feelings:
    """The gaps of one persona; `series` is her number among the map's curves, `told` what they come to."""

    persona: str
    told: str
    gaps: tuple[Gap, ...]
    series: int = 0


def feelings(found: Comparison, project: Project, words: Words) -> Iterator[Feelings]:
    """One for each persona of whom both maps tell."""
    for series, persona in enumerate(dict.fromkeys(gap.persona for gap in found.gaps)):
        gaps = tuple(gap for gap in found.gaps if gap.persona == persona)
        if any(gap.difference is not None for gap in gaps):
            whose = find(project.personas, persona)
            yield Feelings(whose.name if whose else "", told_of(gaps, words), gaps, series)


def told_of(gaps: Sequence[Gap], words: Words) -> str:
    """What the gaps of a persona come to: on average, and where it is most and least better."""
    known = [(gap.difference, gap) for gap in gaps if gap.difference is not None]
    mean = mean_gap(tuple(gaps))
    if mean is None:
        return words("comparison.no_mean")
    said_of = [words("comparison.mean").format(value=gain(mean))]
    most, least = max(known, key=itemgetter(0)), min(known, key=itemgetter(0))
    for code, (value, gap), tells in (("better", most, most[0] > 0), ("worse", least, least[0] < 0)):
        if tells:
            said_of.append(words(f"comparison.{code}").format(step=gap.title or "–", value=gain(value)))
    return " · ".join(said_of)


def gain(value: float) -> str:
    """“+1.2”, “−0.4”; “±0” for no difference."""
    return signed(round(value, 1) + 0.0, "+.1f", "±0")
