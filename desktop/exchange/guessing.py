"""What the columns of a table are likely to be, told by their heads and by what stands in them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.exchange.answerwords import Ladder, is_rung, ladder_of
from desktop.exchange.celldates import ORDERS, order_of, when
from desktop.exchange.cellvalues import count_of, is_nothing, score_of
from desktop.exchange.columns import Shape, heads_of, questions_of
from desktop.exchange.grids import Grid
from desktop.exchange.headwords import likeness, plain
from desktop.method.scales import guess_scale

SAMPLE = 400
"""Rows that are looked at."""

LIKELY = 0.3
"""From here on a column has a role."""

MOST_SCORES = 101
"""Different scores in a column of them."""

_MOST = 0.8
_TEST = ("variant", "visitors", "conversions")
_ANSWERS = ("date", "score", "touchpoint", "stage", "comment", "segment", "respondent", "question", "scale")


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The column of each role that one has, by the heads and the first rows below them."""
    columns = [_Column(number, head, _cells(rows, number)) for number, head in enumerate(header)]
    test = _assigned(columns, _TEST)
    if "variant" in test and "conversions" in test:
        return test | {role: at for role, at in _assigned(columns, ("date",)).items() if at not in test.values()}
    return _assigned(columns, _ANSWERS)


def shape_of(grid: Grid) -> Shape:
    """How a table is likely to be read; somebody may correct it before it is."""
    header = header_of(grid.rows)
    shape = Shape(header=header)
    heads, rows = heads_of(grid, shape), grid.rows[header + 1 : header + 1 + SAMPLE]
    columns = guess(heads, rows)
    shape = replace(shape, columns=columns, order=_order(rows, columns))
    if not shape.is_test and not {"touchpoint", "stage"} & columns.keys():
        shape = _wide(shape, heads, rows)
    return shape if shape.is_test else scaled(grid, shape)


def header_of(rows: Sequence[Sequence[str]]) -> int:
    """The row with the heads of the columns: the first that is as full as the others; −1 where it holds figures."""
    usual = Counter(sum(map(bool, row)) for row in rows[:SAMPLE]).most_common(1)[0][0]
    first = next((number for number, row in enumerate(rows) if sum(map(bool, row)) >= 0.6 * usual), 0)
    cells = [cell for cell in rows[first] if cell]
    known = sum(max(likeness(role, cell) for role in (*_ANSWERS, *_TEST)) >= 0.5 for cell in cells)
    figures = sum(_is_figure(cell) for cell in cells)
    return first if known * 2 >= len(cells) or (not figures and len(rows) > 1) else first - 1


def _is_figure(cell: str) -> bool:
    return score_of(cell) is not None or _is_date(cell)


def _is_date(cell: str) -> bool:
    return any(when(cell, order) is not None for order in ORDERS)


@dataclass(frozen=True)
class _Column:
    """A column with what stands in its first rows, without what says nothing."""

    number: int
    head: str
    cells: tuple[str, ...]

    @cached_property
    def distinct(self) -> int:
        return len(set(self.cells))

    @cached_property
    def numeric(self) -> float:
        return self._share(score_of(cell) is not None for cell in self.cells)

    @cached_property
    def ladder(self) -> Ladder | None:
        words = (cell for cell in self.cells if score_of(cell) is None)
        return None if self.numeric >= _MOST else ladder_of(words)

    @cached_property
    def scored(self) -> bool:
        """Whether it holds scores, in figures or in words."""
        return self.distinct <= MOST_SCORES and (self.numeric >= _MOST or self.ladder is not None or self.mixed)

    @cached_property
    def mixed(self) -> bool:
        """Whether it answers several questions, some in figures and others in the words of this ladder or that."""
        different = set(self.cells)
        known = sum(score_of(cell) is not None or is_rung(cell) for cell in different)
        return bool(different) and known >= _MOST * len(different)

    @cached_property
    def dated(self) -> float:
        return self._share(_is_date(cell) for cell in self.cells)

    @cached_property
    def whole(self) -> float:
        return self._share(count_of(cell) is not None for cell in self.cells)

    @cached_property
    def length(self) -> float:
        return sum(map(len, self.cells)) / (len(self.cells) or 1)

    def _share(self, found: Iterable[bool]) -> float:
        return sum(found) / (len(self.cells) or 1)

    def worth(self, role: str) -> float:
        """How likely the column has this role, 0 to 1."""
        said = likeness(role, self.head)
        return said + self._told(role, said) if self._may_be(role) else 0.0

    def _may_be(self, role: str) -> bool:
        match role:
            case "date":
                return self.dated >= _MOST and not (self.scored and self.distinct < MOST_SCORES and self.length < 5)
            case "score":
                return self.scored or not self.cells
            case "touchpoint" | "stage" | "segment" | "question" | "variant":
                return self.dated < _MOST and (self.numeric < _MOST or role in ("variant", "segment"))
            case "visitors" | "conversions":
                return self.whole >= _MOST or (role == "conversions" and self.ladder is not None)
            case "comment":
                return self.dated < _MOST and self.numeric < _MOST
        return True

    def _told(self, role: str, said: float) -> float:
        """What the cells add to the head, or say where it says nothing."""
        match role:
            case "date":
                return 0.4
            case "score":
                return 0.3 if self.cells else 0.0
            case "comment" if self.length > 20 and self.distinct > len(self.cells) / 2:
                return 0.35
            case "touchpoint" if said or (3 <= self.length <= 60 and 1 < self.distinct <= max(3, len(self.cells) / 2)):
                return 0.3 if self.ladder is None else 0.0
        return 0.0


def _cells(rows: Sequence[Sequence[str]], column: int) -> tuple[str, ...]:
    found = (row[column] for row in rows[:SAMPLE] if column < len(row))
    return tuple(cell for cell in found if not is_nothing(cell))


def _assigned(columns: Sequence[_Column], roles: Sequence[str]) -> dict[str, int]:
    """The likeliest pairs of roles and columns, each given once."""
    pairs = ((column.worth(role), -column.number, role) for column in columns for role in roles)
    found: dict[str, int] = {}
    for worth, number, role in sorted(pairs, key=lambda one: (-one[0], -one[1])):
        if worth >= LIKELY and role not in found and -number not in found.values():
            found[role] = -number
    return found


def _order(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> str:
    return order_of(_cells(rows, columns["date"])) if "date" in columns else "dmy"


def _wide(shape: Shape, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Shape:
    """Each column of scores is about the touchpoint that its head names."""
    others = {at for role, at in shape.columns.items() if role != "score"}
    columns = (_Column(number, head, _cells(rows, number)) for number, head in enumerate(heads) if number not in others)
    wide = tuple(one.number for one in columns if one.cells and one.scored and not _counts(one))
    rest = {role: at for role, at in shape.columns.items() if role != "score"}
    return replace(shape, columns=rest, wide=wide) if wide else shape


def _counts(column: _Column) -> bool:
    """Whether it numbers the rows: every cell is another one."""
    return column.distinct == len(column.cells) > 12 or likeness("respondent", column.head) > 0.8


def scaled(grid: Grid, shape: Shape) -> Shape:
    """With the scales on which the scores are likely to lie, by question where there are several, the words for scores,
    and the question that the head of their column asks."""
    bare = replace(shape, scales={}, asked={}, spoken={})
    shape = _scaled(bare, heads_of(grid, shape), grid.rows[shape.header + 1 :])
    asked = dict[str, str]()
    for question, cells in questions_of(grid, shape).items():
        numbers, words = _parted(cells)
        ladder = None if numbers else ladder_of(words)
        asked[question] = ladder.scale if ladder else guess_scale(numbers, question) or shape.scale
    return worded(grid, replace(shape, asked=asked))


def worded(grid: Grid, shape: Shape) -> Shape:
    """With what words mean on the scale of what they answer: “very good” is the best of five answers and the 1 of
    grades."""
    given, heads = _given(shape, grid.rows[shape.header + 1 :]), heads_of(grid, shape)
    ladder = ladder_of(_parted(cell for cells in given.values() for cell in cells)[1], shape.scale)
    words = ladder.scores if ladder else shape.words
    parts = [(one, cells, shape.asked.get(one, shape.scale)) for one, cells in questions_of(grid, shape).items()]
    parts += [(heads[at], given[at], shape.scales.get(at, shape.scale)) for at in shape.wide]
    found = {name: ladder_of(_parted(cells)[1], scale) for name, cells, scale in parts}
    spoken = {**shape.spoken, **{name: one.scores for name, one in found.items() if one}}
    return replace(shape, words=words, spoken={name: own for name, own in spoken.items() if own != words})


def _scaled(shape: Shape, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Shape:
    """With one scale for all, but for columns that tell otherwise."""
    given = _given(shape, rows)
    columns = tuple(given)
    numbers = {at: _parted(cells)[0] for at, cells in given.items()}
    ladder = ladder_of(cell for at in columns for cell in _parted(given[at])[1])
    if ladder is not None and not any(numbers.values()):
        return replace(shape, scale=ladder.scale, words=ladder.scores)
    own = {
        at: "0-10"
        for at in columns
        if guess_scale(numbers[at], heads[at]) != guess_scale(numbers[at]) and _asks_nps(heads[at], numbers[at])
    }
    if ladder is None and shape.wide:
        ladders = {at: ladder_of(given[at]) for at in columns if not numbers[at]}
        own |= {at: one.scale for at, one in ladders.items() if one}
    pooled = [score for at in columns if at not in own for score in numbers[at]]
    question = heads[columns[0]] if len(columns) == 1 and not shape.wide else ""
    scale = guess_scale(pooled, question)
    return replace(shape, scale=scale, scales=own, words=ladder.scores if ladder else {}, question=_asked(question))


def _given(shape: Shape, rows: Sequence[Sequence[str]]) -> dict[int, set[str]]:
    """What stands in each column of scores."""
    columns = shape.wide or ((shape.columns["score"],) if "score" in shape.columns else ())
    return {at: {row[at] for row in rows if at < len(row) and not is_nothing(row[at])} for at in columns}


def _parted(cells: Iterable[str]) -> tuple[set[float], list[str]]:
    """The scores among answers, and those that are words."""
    told = [(score_of(cell), cell) for cell in cells if not is_nothing(cell)]
    return {score for score, _ in told if score is not None}, [cell for score, cell in told if score is None]


def _asks_nps(head: str, scores: set[float]) -> bool:
    return guess_scale(scores, head) == "0-10"


def _asked(head: str) -> str:
    """The head of a column where it is a question, and not merely a word such as “Score”."""
    return head if "?" in head or len(plain(head).split()) > 3 else ""
