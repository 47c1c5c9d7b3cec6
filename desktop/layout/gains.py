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
    """The gaps of one persona; `series` is her number among the map's curves, `told` what they come to, `point` what
    stands before the tenths."""

    persona: str
    told: str
    gaps: tuple[Gap, ...]
    series: int = 0
    point: str = "."


def feelings(found: Comparison, project: Project, words: Words) -> Iterator[Feelings]:
    """One for each persona of whom both maps tell."""
    point = words("number.point")
    for series, persona in enumerate(dict.fromkeys(gap.persona for gap in found.gaps)):
        gaps = tuple(gap for gap in found.gaps if gap.persona == persona)
        if any(gap.difference is not None for gap in gaps):
            whose = find(project.personas, persona)
            yield Feelings(whose.name if whose else "", told_of(gaps, words), gaps, series, point)


def told_of(gaps: Sequence[Gap], words: Words) -> str:
    """What the gaps of a persona come to: on average, and where most is gained and lost; “no change” where every step
    feels as it did."""
    known = [(gap.difference, gap) for gap in gaps if gap.difference is not None]
    if not known:
        return words("comparison.no_mean")
    if not any(value for value, _ in known):
        return words("comparison.unchanged")
    said_of = [mean_told(gaps, words)]
    most, least = max(known, key=itemgetter(0)), min(known, key=itemgetter(0))
    for code, (value, gap), tells in (("better", most, most[0] > 0), ("worse", least, least[0] < 0)):
        if tells:
            said_of.append(words(f"comparison.{code}").format(step=gap.title or "–", value=gain(value, words)))
    return " · ".join(said_of)


def mean_told(gaps: Sequence[Gap], words: Words) -> str:
    """“feels 0.4 worse on average”, “no change on average”; "" without a step of which both maps tell."""
    mean = mean_gap(tuple(gaps))
    if mean is None:
        return ""
    size = abs(round(mean, 1))
    code = ("mean" if mean > 0 else "mean_worse") if size else "mean_same"
    return words(f"comparison.{code}").format(value=f"{size:.1f}".replace(".", words("number.point")))


def gain(value: float, words: Words) -> str:
    """“+1.2”, “−0.4”; in words where it is none."""
    said = signed(round(value, 1) + 0.0, "+.1f", "")
    return said.replace(".", words("number.point")) or words("comparison.unchanged")
