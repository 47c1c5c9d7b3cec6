"""The columns of the tables, what stands in them, and how what is typed there is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.desk.backlog import BEST, Backlog
from desktop.document.cards import Card
from desktop.document.edits.facets import value_at
from desktop.document.kinds import CHANNELS
from desktop.document.segments import marked
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.method.backlog import PROGRESS, Entry, overdue
from desktop.panels.inspector.codecs import DATE, LINE, SENTENCE, Codec
from desktop.panels.inspector.options import TACTICS

GRADE, CHOICE, TYPED, TOLD, MARK = "grade", "choice", "typed", "told", "mark"
"""How a column is shown and edited: as dots, one of several words, a line; what is told or in a disc is not edited."""

SEGMENT = "tactic.segment"
"""The path of what is offered while it is typed."""

PARTED = "; "
VARIANTS = Codec(PARTED.join, lambda text: tuple(filter(None, map(str.strip, text.split(";")))))


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a card with the number that it bears everywhere (0 for none), its score, what it is linked with by the
    code of the column that says so, whether it should have been done, and whether it is or answers one of the worst
    pain points. `group` is the segment that a tactic is for, behind its mark."""

    card: Card
    number: int = 0
    score: float = 0.0
    linked: tuple[tuple[str, tuple[Card, ...]], ...] = ()
    overdue: bool = False
    urgent: bool = False
    group: str = ""

    def names(self, code: str) -> str:
        """What the cards of a column say."""
        return PARTED.join(" ".join(card.text.split()) for card in dict(self.linked).get(code, ()))


@dataclass(frozen=True, slots=True)
class Column:
    """`code` is that of its head; `path` leads to the value in the card, "" where it cannot be typed.

    width: px; 0 takes what is left. choices: the values that it may have, named by `group`. spare: not shown while
    no row has anything in it.
    """

    code: str
    form: str
    path: str = ""
    width: int = 90
    codec: Codec = LINE
    group: str = ""
    choices: tuple[str, ...] = ()
    spare: bool = False

    def value(self, line: Line) -> Any:
        """As it stands in the card; a figure or a text where it is not of the card."""
        if self.path:
            return value_at(line.card, self.path)
        told: dict[str, Any] = {"number": line.number, "score": line.score}
        return told[self.code] if self.code in told else line.names(self.code)

    def said(self, line: Line, words: Words) -> str:
        """In words; "" for nothing."""
        value = self.value(line)
        if self.path == SEGMENT:
            return line.group
        if self.form == CHOICE:
            return (
                name_of(self.group, value or EMPTY.get(self.group, ""), words) if value or self.group in EMPTY else ""
            )
        if isinstance(value, float):
            return f"{value:.1f}".replace(".", words("number.point")) if value else ""
        if isinstance(value, int):
            return str(value or "")
        return self.codec.say(value)


EMPTY = {"progress": "idea"}
"""The word for "" in a group of words."""


def _text(kind: str) -> Column:
    return Column(kind, TYPED, "text", 0, SENTENCE)


def _grade(code: str, path: str, width: int = 70, *, spare: bool = False) -> Column:
    return Column(code, GRADE, path, width, spare=spare)


NUMBER = Column("number", MARK, width=44)
VOTES, SCORE = Column("votes", TOLD, "votes", 54, spare=True), Column("score", TOLD, width=54)
OWNER, DUE = Column("owner", TYPED, "owner", 88), Column("due", TYPED, "due", 98, DATE)
STATUS = Column("status", CHOICE, "status", 80, group="progress", choices=PROGRESS)
FACTORS = ("satisfaction", "revenue", "efficiency", "edge")

TABLES: dict[str, tuple[Column, ...]] = {
    "opportunity": (
        *(NUMBER, _text("opportunity"), _grade("impact", "promise.impact"), _grade("ease", "promise.ease")),
        *(_grade(name, f"promise.factors.{name}", 96, spare=True) for name in FACTORS),
        *(VOTES, SCORE, Column("answers", TOLD, width=130), OWNER, DUE, STATUS),
        *(Column("tactics", TOLD, width=140, spare=True), Column("experiments", TOLD, width=140, spare=True)),
    ),
    "pain": (
        *(NUMBER, _text("pain"), _grade("severity", "pain.severity"), _grade("frequency", "pain.frequency", 92)),
        *(VOTES, SCORE),
        *(Column("answered", TOLD, width=320), OWNER),
    ),
    "tactic": (
        *(_text("tactic"), Column("segment", TYPED, SEGMENT, 130)),
        Column("form", CHOICE, "tactic.form", 130, group="tactic", choices=("", *TACTICS)),
        *(Column("benefit", TYPED, "tactic.benefit", 150), Column("when", TYPED, "tactic.when", 130)),
        Column("channel", CHOICE, "channel", 90, group="channel", choices=("", *CHANNELS)),
        *(Column("opportunity", TOLD, width=150), OWNER, DUE, STATUS),
    ),
    "experiment": (
        *(_text("experiment"), Column("hypothesis", TYPED, "experiment.hypothesis", 190)),
        *(
            Column("variants", TYPED, "experiment.variants", 110, VARIANTS),
            Column("metric", TYPED, "experiment.metric"),
        ),
        *(Column("start", TYPED, "experiment.start", 98, DATE), Column("end", TYPED, "experiment.end", 98, DATE)),
        *(Column("result", TYPED, "experiment.result", 150), Column("decision", TYPED, "experiment.decision", 120)),
        *(Column("opportunity", TOLD, width=130), OWNER, STATUS),
    ),
}
"""By the kind of card."""


def lines_of(backlog: Backlog, kind: str) -> list[Line]:
    """The rows of a table, as things stand or would stand."""
    make: dict[str, Callable[[Backlog], list[Line]]] = {"opportunity": _opportunities, "pain": _pains}
    return make[kind](backlog) if kind in make else _others(backlog, kind)


def _opportunities(backlog: Backlog) -> list[Line]:
    today = backlog.today()
    return [_line(entry, today) for entry in backlog.entries]


def _line(entry: Entry, today: str) -> Line:
    linked = ("answers", entry.pains), ("tactics", entry.tactics), ("experiments", entry.experiments)
    return Line(entry.card, entry.number, entry.score, linked, entry.overdue(today), entry.urgent)


def _pains(backlog: Backlog) -> list[Line]:
    answers, numbers = backlog.answers, backlog.numbers
    return [
        Line(
            one.card,
            numbers.get(one.card.id, 0),
            one.score,
            (("answered", tuple(answers.get(one.card.id, ()))),),
            urgent=one.card.id in numbers,
        )
        for one in backlog.pains
    ]


def _others(backlog: Backlog, kind: str) -> list[Line]:
    """Tactics and experiments, with the opportunities that they are for."""
    today = backlog.today()
    cards: Sequence[Card] = backlog.tactics if kind == "tactic" else backlog.experiments
    found: dict[str, list[Card]] = {}
    for entry in backlog.entries:
        for card in entry.tactics if kind == "tactic" else entry.experiments:
            found.setdefault(card.id, []).append(entry.card)
    segments = backlog.project.segments
    return [
        Line(
            card,
            linked=(("opportunity", tuple(found.get(card.id, ()))),),
            overdue=overdue(card, today),
            group=marked(card.tactic.segment, segments) if card.tactic else "",
        )
        for card in cards
    ]


GRADES = tuple(str(grade) for grade in range(BEST + 1))
"""“0” stands for nobody has judged."""
