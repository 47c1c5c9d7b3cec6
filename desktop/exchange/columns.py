"""What the columns of a table are, and its rows as answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.collector import resting_collector
from desktop.document.answers import Refused, Row
from desktop.document.cards import Outcome
from desktop.document.progress import Told, followed
from desktop.exchange.answerwords import LADDERS, score_in
from desktop.exchange.celldates import When, when
from desktop.exchange.cellvalues import count_of, is_nothing, score_of
from desktop.exchange.grids import Grid
from desktop.method.scales import SCALES

ROLES = (
    *("touchpoint", "stage", "score", "scale", "comment", "date", "segment", "respondent", "question"),
    *("variant", "visitors", "conversions"),
)
"""What a column may be; the last three are those of a test of variants."""

_YES = next(ladder.scores for ladder in LADDERS if ladder.scale == "yes")

LONGEST_LINE, LONGEST_TEXT = 500, 20_000
"""Letters of a name and of a comment."""

MOST_QUESTIONS = 200
"""With more of them the column holds something else."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is read: the column of each role, from 0, and the row of the heads, −1 where there are none.

    wide: columns with the scores of one touchpoint each, which their heads name, in place of a column of touchpoints.
    scales: of columns that have another scale than `scale`, "" where all scores are taken as they are. asked: the scale
    of each question where one column of scores answers several; of others it is `scale`. words: scores of answers in
    words, by these in plain letters. spoken: those of a question, or of a column by its head, in whose answers words
    mean something of their own. order: of day and month, one of celldates.ORDERS.
    """

    columns: Mapping[str, int] = field(default_factory=dict)
    header: int = 0
    wide: tuple[int, ...] = ()
    scale: str = ""
    scales: Mapping[int, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    words: Mapping[str, float] = field(default_factory=dict)
    spoken: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    order: str = "dmy"

    @property
    def is_test(self) -> bool:
        """Whether it is the result of a test of variants: `outcomes_of` reads it, else `rows_of`."""
        return "variant" in self.columns and "conversions" in self.columns


class Rows(NamedTuple):
    """The answers of a table, and the rows that are none."""

    rows: list[Row]
    refused: list[Refused]


class Outcomes(NamedTuple):
    """What came of each variant of a test, in the order of the table, and the rows that do not tell."""

    outcomes: list[Outcome]
    refused: list[Refused]


def questions_of(grid: Grid, shape: Shape) -> dict[str, set[str]]:
    """What was answered to each question that a column names, as it stands in the cells of the column of scores.

    None where there is a single question, where each row names its scale, and where scores have columns of their own.
    """
    columns = shape.columns
    if shape.wide or "scale" in columns or not columns.keys() >= {"question", "score"}:
        return {}
    question, score = columns["question"], columns["score"]
    found: dict[str, set[str]] = {}
    for row in grid.rows[shape.header + 1 :]:
        if question < len(row) and row[question]:
            found.setdefault(row[question], set()).add(row[score] if score < len(row) else "")
    return found if 1 < len(found) <= MOST_QUESTIONS else {}


def heads_of(grid: Grid, shape: Shape) -> list[str]:
    """What the columns are called; "" for one without a head."""
    width = max(map(len, grid.rows))
    heads = grid.rows[shape.header] if shape.header >= 0 else []
    return [*heads, *[""] * (width - len(heads))]


def rows_of(grid: Grid, shape: Shape, *, told: Told | None = None) -> Rows:
    """The answers in a table; rows with neither a score nor a comment are left out, those that say otherwise refused.

    Codes of refusals: score (it is none), range (it is not on the scale), date, long (a name or a comment is too long).
    Raises CancelledError where `told` ends the work.
    """
    reading = _Reading(grid, shape)
    first = shape.header + 1
    numbered = list(zip(grid.lines[first:], grid.rows[first:], strict=True))
    with resting_collector():
        for line, cells in followed(numbered, told, lambda number: number / len(numbered)):
            reading.read(line, cells)
    return Rows(reading.rows, reading.refused)


class _Reading:
    """Goes through the rows of a table, remembering what has been said before: columns hold few different cells."""

    def __init__(self, grid: Grid, shape: Shape) -> None:
        self.rows: list[Row] = []
        self.refused: list[Refused] = []
        self._shape = shape
        self._width = max(map(len, grid.rows))
        self._heads = heads_of(grid, shape)
        self._at = {role: shape.columns.get(role, -1) for role in ROLES}
        self._whens: dict[str, When | None] = {"": When("")}
        self._scores: dict[tuple[str, str], float | None] = {}

    def read(self, line: int, cells: list[str]) -> None:
        """Takes up one row, or refuses it."""
        cells = [*cells, *[""] * (self._width - len(cells)), ""]  # a role without a column has an empty cell
        try:
            shared = self._shared(line, cells)
            self.rows += self._wide(shared, cells) if self._shape.wide else _said(shared)
        except _RefusedError as refused:
            self.refused.append(Refused(line, refused.code, refused.text[:LONGEST_LINE]))

    def _shared(self, line: int, cells: list[str]) -> Row:
        """What every answer of a row has in common; the touchpoint is the one that a column names."""
        at = self._at
        date = self._when(cells[at["date"]])
        name = cells[at["touchpoint"]] or cells[at["stage"]]
        comment = cells[at["comment"]]
        segment, respondent = cells[at["segment"]], cells[at["respondent"]]
        question = cells[at["question"]] or self._shape.question
        if len(comment) > LONGEST_TEXT or max(map(len, (name, segment, respondent, question))) > LONGEST_LINE:
            raise _RefusedError("long", name)
        named = _scale_named(cells[at["scale"]]) if at["scale"] >= 0 else ""
        scale = named or self._shape.asked.get(question, self._shape.scale)
        score = None if self._shape.wide else self._score(cells[at["score"]], scale, question)
        return Row(line, name, score, comment, date.date, segment, respondent, question, scale, date.moment)

    def _wide(self, shared: Row, cells: list[str]) -> Iterator[Row]:
        """An answer in each of some columns; the comment is about none of them."""
        for column in self._shape.wide:
            scale = self._shape.scales.get(column, self._shape.scale)
            score = self._score(cells[column], scale, self._heads[column])
            if score is not None:
                name = self._heads[column][:LONGEST_LINE]
                yield shared._replace(touchpoint=name, score=score, comment="", scale=scale)
        if shared.comment:
            yield shared._replace(touchpoint="", scale=self._shape.scale)

    def _score(self, text: str, scale: str, asked: str) -> float | None:
        key = text, asked if asked in self._shape.spoken else ""
        if key not in self._scores:
            self._scores[key] = _score(text, self._shape.spoken.get(asked, self._shape.words))
        score = self._scores[key]
        known = SCALES.get(scale)
        if score is not None and known is not None and not known.holds(score):
            raise _RefusedError("range", text)
        return score

    def _when(self, text: str) -> When:
        if text not in self._whens:
            self._whens[text] = When("") if is_nothing(text) else when(text, self._shape.order)
        found = self._whens[text]
        if found is None:
            raise _RefusedError("date", text)
        return found


class _RefusedError(Exception):
    def __init__(self, code: str, text: str) -> None:
        super().__init__(code)
        self.code, self.text = code, text


def _said(row: Row) -> tuple[Row, ...]:
    """The row itself where it says anything."""
    return (row,) if row.score is not None or row.comment else ()


def _score(text: str, words: Mapping[str, float]) -> float | None:
    """None where nobody answered. Raises _RefusedError for what is no score."""
    if is_nothing(text):
        return None
    said = score_in(words, text) if words else None
    score = score_of(text) if said is None else said
    if score is None or not abs(score) <= 1e15:
        raise _RefusedError("score", text)
    return score


def _scale_named(text: str) -> str:
    """The scale that a cell names, such as “1–5”; "" where it names none of those that are known."""
    plain = text.replace("–", "-").replace(" ", "").casefold()
    return plain if plain in SCALES else ""


def outcomes_of(grid: Grid, shape: Shape, *, told: Told | None = None) -> Outcomes:
    """What came of each variant: rows of one variant are added up; without a column of visitors each row is one.

    Codes of refusals: count (no whole number), more (more conversions than visitors), variant (none is named).
    Raises CancelledError where `told` ends the work.
    """
    found: dict[str, list[int]] = {}
    refused, whole = list[Refused](), len(grid.rows)
    rows = followed(grid.rows[shape.header + 1 :], told, lambda number: number / whole)
    for number, cells in enumerate(rows, shape.header + 1):
        try:
            variant, visitors, conversions = _outcome(cells, shape)
        except _RefusedError as wrong:
            refused.append(Refused(grid.lines[number], wrong.code, wrong.text[:LONGEST_LINE]))
            continue
        sums = found.setdefault(variant, [0, 0])
        sums[0], sums[1] = sums[0] + visitors, sums[1] + conversions
    outcomes = [Outcome(variant=name, visitors=seen, conversions=done) for name, (seen, done) in found.items()]
    return Outcomes(outcomes, refused)


def _outcome(cells: Sequence[str], shape: Shape) -> tuple[str, int, int]:
    texts = {role: cells[column] if column < len(cells) else "" for role, column in shape.columns.items()}
    variant = texts.get("variant", "")
    if not variant or len(variant) > LONGEST_LINE:
        raise _RefusedError("variant", variant)
    if "visitors" not in texts:
        said = score_in(_YES, texts["conversions"])
        done = _count(texts["conversions"]) if said is None else int(said)
        return variant, 1, min(done, 1)
    seen, done = _count(texts["visitors"]), _count(texts["conversions"])
    if done > seen:
        raise _RefusedError("more", f"{done} > {seen}")
    return variant, seen, done


def _count(text: str) -> int:
    found = count_of(text)
    if found is None or found > 1_000_000_000:
        raise _RefusedError("count", text)
    return found
