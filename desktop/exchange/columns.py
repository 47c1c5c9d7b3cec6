"""What the columns of a table are, and its rows as answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.document.answers import Refused, Row
from desktop.document.cards import Outcome
from desktop.exchange.answerwords import LADDERS, score_in
from desktop.exchange.celldates import When, when
from desktop.exchange.cellvalues import count_of, is_nothing, score_of
from desktop.exchange.gridding import Told, counted
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


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is read: the column of each role, from 0, and the row of the heads, −1 where there are none.

    wide: columns with the scores of one touchpoint each, which their heads name, in place of a column of touchpoints.
    scales: of columns that have another scale than `scale`, "" where all scores are taken as they are. words: scores of
    answers in words, by these in plain letters. order: of day and month, one of celldates.ORDERS.
    """

    columns: Mapping[str, int] = field(default_factory=dict)
    header: int = 0
    wide: tuple[int, ...] = ()
    scale: str = ""
    scales: Mapping[int, str] = field(default_factory=dict)
    question: str = ""
    words: Mapping[str, float] = field(default_factory=dict)
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


def heads_of(grid: Grid, shape: Shape) -> list[str]:
    """What the columns are called; "" for one without a head."""
    width = max(map(len, grid.rows))
    heads = grid.rows[shape.header] if shape.header >= 0 else []
    return [*heads, *[""] * (width - len(heads))]


def rows_of(grid: Grid, shape: Shape, *, told: Told | None = None) -> Rows:
    """The answers in a table; rows with neither a score nor a comment are left out, those that say otherwise refused.

    Codes of refusals: score (it is none), range (it is not on the scale), date, long (a name or a comment is too long).
    Raises GridError where `told` ends the work.
    """
    reading = _Reading(grid, shape)
    first = shape.header + 1
    rows, count = grid.rows[first:], len(grid.rows) or 1
    for number, cells in enumerate(counted(rows, told, lambda number: number / count), first):
        reading.read(grid.lines[number], cells)
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
        self._scores: dict[str, float | None] = {}

    def read(self, line: int, cells: list[str]) -> None:
        """Takes up one row, or refuses it."""
        cells = [*cells, *[""] * (self._width - len(cells)), ""]  # a role without a column has an empty cell
        try:
            shared = self._shared(line, cells)
            rows = list(self._wide(shared, cells) if self._shape.wide else self._long(shared, cells))
        except _RefusedError as refused:
            self.refused.append(Refused(line, refused.code, refused.text[:LONGEST_LINE]))
        else:
            self.rows += rows

    def _shared(self, line: int, cells: list[str]) -> Row:
        """What every answer of a row has in common."""
        at = self._at
        date = self._when(cells[at["date"]])
        comment = cells[at["comment"]]
        segment, respondent = cells[at["segment"]], cells[at["respondent"]]
        question = cells[at["question"]] or self._shape.question
        _refuse_long(comment, LONGEST_TEXT)
        for name in (segment, respondent, question):
            _refuse_long(name, LONGEST_LINE)
        return Row(line, "", None, comment, date.date, segment, respondent, question, "", date.moment)

    def _long(self, shared: Row, cells: list[str]) -> Iterator[Row]:
        """One answer in a row."""
        at = self._at
        name = cells[at["touchpoint"]] or cells[at["stage"]]
        _refuse_long(name, LONGEST_LINE)
        scale = _scale_named(cells[at["scale"]]) or self._shape.scale
        score = self._score(cells[at["score"]], scale)
        if score is not None or shared.comment:
            yield shared._replace(touchpoint=name, score=score, scale=scale)

    def _wide(self, shared: Row, cells: list[str]) -> Iterator[Row]:
        """An answer in each of some columns; the comment is about none of them."""
        for column in self._shape.wide:
            scale = self._shape.scales.get(column, self._shape.scale)
            score = self._score(cells[column], scale)
            if score is not None:
                name = self._heads[column][:LONGEST_LINE]
                yield shared._replace(touchpoint=name, score=score, comment="", scale=scale)
        if shared.comment:
            yield shared._replace(scale=self._shape.scale)

    def _score(self, text: str, scale: str) -> float | None:
        if text not in self._scores:
            self._scores[text] = _score(text, self._shape.words)
        score = self._scores[text]
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


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise _RefusedError("long", text)


def outcomes_of(grid: Grid, shape: Shape) -> Outcomes:
    """What came of each variant: rows of one variant are added up; without a column of visitors each row is one.

    Codes of refusals: count (no whole number), more (more conversions than visitors), variant (none is named).
    """
    found: dict[str, list[int]] = {}
    refused = list[Refused]()
    for number, cells in enumerate(grid.rows[shape.header + 1 :], shape.header + 1):
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
