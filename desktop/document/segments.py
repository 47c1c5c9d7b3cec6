"""Groups of customers, which personas, tactics and answers name by their names: those that the project tells of, and
those that are only named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from desktop.document.base import in_order
from desktop.document.locate import cards_of
from desktop.document.project import Project, Segment


@dataclass(frozen=True, slots=True)
class Uses:
    """How many personas, tactics on all maps, and answers name a segment."""

    personas: int = 0
    tactics: int = 0
    answers: int = 0

    @property
    def total(self) -> int:
        return self.personas + self.tactics + self.answers


def listed(project: Project) -> tuple[Segment, ...]:
    """The project's segments in their order; behind them, by the alphabet, names of which it does not tell yet, each
    with the id that it gets when it does."""
    told = in_order(project.segments)
    known = {segment.name for segment in told} | set(meanings(project))
    named = {name for names in _named(project) for name in names}
    rest = sorted(named - known - {""}, key=lambda name: (name.casefold(), name))
    return (*told, *(implied(name, number) for number, name in enumerate(rest, start=1)))


def implied(name: str, number: int = 1) -> Segment:
    """A segment by its name alone; its id comes from the name, and its rank puts it behind all that are told of."""
    return Segment(id=f"named-{sha256(name.encode()).hexdigest()[:24]}", name=name, rank=f"zzz{number:06}V")


def mark_of(name: str, segments: Iterable[Segment]) -> str:
    """The mark of the segment of this name; "" where it has none."""
    return next((segment.mark for segment in segments if segment.name == name), "") if name else ""


def marked(name: str, segments: Iterable[Segment]) -> str:
    """“● Families”: the name behind the mark that its segment has."""
    return f"{mark_of(name, segments)} {name}".strip()


def meanings(project: Project) -> Mapping[str, str]:
    """The words of tables that stand for a segment of another name, with that name."""
    names = {segment.name for segment in project.segments}
    told = {word: segment.name for segment in reversed(in_order(project.segments)) for word in segment.tables}
    return {word: name for word, name in told.items() if word not in names}


def words_of(project: Project, name: str) -> frozenset[str]:
    """The name of a segment, and what tables call it."""
    return frozenset({name, *(word for word, meant in meanings(project).items() if meant == name)})


def uses(project: Project) -> dict[str, Uses]:
    """By the names of segments; what tables call one counts for it."""
    meant = meanings(project)
    personas, tactics, answers = (Counter(names) for names in _named(project))
    for word, name in meant.items():
        answers[name] += answers.pop(word, 0)
    names = (personas.keys() | tactics.keys() | answers.keys()) - {""}
    return {name: Uses(personas[name], tactics[name], answers[name]) for name in names}


def answered(project: Project) -> frozenset[str]:
    """The words for segments that stand in answers."""
    return frozenset(name for name, _ in _answers(project))


def _named(project: Project) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each name stands with personas, tactics and answers."""
    cards = (card for map_ in project.maps for card in cards_of(map_) if card.kind == "tactic" and card.tactic)
    tactics = (card.tactic.segment for card in cards if card.tactic)
    answers: Counter[str] = Counter()
    for name, count in _answers(project):
        answers[name] += count
    return Counter(persona.segment for persona in project.personas), Counter(tactics), answers


def _answers(project: Project) -> Iterator[tuple[str, int]]:
    for survey in project.surveys:
        yield from ((figure.segment, figure.asked) for figure in survey.figures)
        yield from ((row.segment, 1) for row in (() if survey.figures else survey.responses))
