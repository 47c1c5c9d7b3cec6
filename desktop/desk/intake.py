"""A table of feedback on its way in: read, its columns named, its names joined to the map, and brought in at last.

All of it may run beside the window's thread: nothing here changes the desk.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.document.base import IdSource, in_order
from desktop.document.edits.feedback import Kept, Report, bring_in
from desktop.document.journey import JourneyMap
from desktop.document.meanings import Suggestion, answered, suggestions, sure
from desktop.document.progress import Told
from desktop.document.project import Project
from desktop.exchange.columns import Outcomes, Rows, Shape, heads_of, outcomes_of, questions_of, rows_of
from desktop.exchange.grids import Grid, read_grid
from desktop.exchange.guessing import scaled, shape_of, worded
from desktop.exchange.mappings import known_from, recorded
from desktop.scribe.similar import grams

WIDE = "wide"
"""The role of a column with the scores of the one touchpoint that its head names."""

OUT = ""
"""The role of a column that nobody needs."""

NOTHING = ""
"""What a name is joined to that means nothing on the maps."""

TEST_ROLES = ("variant", "visitors", "conversions")

BESIDE = 3
"""Suggestions for one name from other maps than the one that answers are about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A table as it would be read. `again` when a table with the same columns came in before."""

    title: str
    grid: Grid
    shape: Shape
    again: bool = False

    @property
    def heads(self) -> list[str]:
        """What the file calls its columns."""
        return heads_of(self.grid, self.shape)

    @property
    def body(self) -> Sequence[Sequence[str]]:
        """The rows below the heads."""
        return self.grid.rows[self.shape.header + 1 :]

    def role(self, column: int) -> str:
        """What a column is: one of `columns.ROLES`, WIDE or OUT."""
        if column in self.shape.wide:
            return WIDE
        return next((role for role, at in self.shape.columns.items() if at == column), OUT)

    @property
    def questions(self) -> tuple[str, ...]:
        """Those that the rows answer in one column of scores, each with a scale of its own; none where there is one."""
        return tuple(questions_of(self.grid, self.shape))

    @property
    def silent(self) -> bool:
        """Whether no column holds scores, so that only comments come in."""
        return not (self.shape.wide or self.shape.is_test or "score" in self.shape.columns)

    @property
    def missing(self) -> str:
        """The code of what a table must have and this one does not tell; "" when it can be read."""
        columns = self.shape.columns
        if columns.keys() & set(TEST_ROLES):
            return "" if self.shape.is_test else "test"
        if not (self.shape.wide or columns.keys() & {"score", "comment"}):
            return "answers"
        return "" if self.shape.wide or columns.keys() & {"touchpoint", "stage"} else "names"


@dataclass(frozen=True, slots=True)
class Name:
    """What a table calls something, in how many rows, and what it may mean on the map.

    thing: the id of a card, a stage or a step that it means; NOTHING, or None while nobody has said.
    """

    text: str
    rows: int
    suggested: tuple[Suggestion, ...] = ()
    thing: str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has said yet what it means."""
        return self.thing is None


def read(data: bytes, name: str, project: Project, told: Told | None = None, sheet: str = "") -> Reading:
    """The table in a file of this name; read as the last one with the same columns, else as is likely.

    Raises GridError.
    """
    grid = read_grid(data, name, told=told, sheet=sheet)
    guessed = shape_of(grid)
    known = None if guessed.is_test else known_from(project, grid, guessed)
    title = name.rsplit(".", 1)[0]
    return Reading(known[0].title, grid, known[1], again=True) if known else Reading(title, grid, guessed)


def with_role(reading: Reading, column: int, role: str) -> Reading:
    """Another role for a column, which the one that had it loses. Other columns of scores or of questions have scales
    that are guessed anew."""
    shape = reading.shape
    columns = {each: at for each, at in shape.columns.items() if at != column and each != role}
    wide = tuple(at for at in shape.wide if at != column)
    if role == WIDE:
        columns.pop("score", None)
        columns.pop("touchpoint", None)
        wide = tuple(sorted((*wide, column)))
    elif role != OUT:
        columns[role] = column
        wide = () if role == "score" else wide
    found = replace(shape, columns=columns, wide=wide)
    return replace(reading, shape=found if _scored(found) == _scored(shape) else scaled(reading.grid, found))


def _scored(shape: Shape) -> tuple[object, ...]:
    """The columns by which scales are told."""
    return shape.wide, *(shape.columns.get(role) for role in ("score", "question", "scale"))


def with_title(reading: Reading, title: str) -> Reading:
    """Another title for the survey."""
    return replace(reading, title=title)


def with_heads(reading: Reading, heads: bool) -> Reading:
    """Whether the first row holds the heads of the columns."""
    shape = replace(reading.shape, header=0 if heads else -1)
    asked = {one: shape.asked.get(one, shape.scale) for one in questions_of(reading.grid, shape)}
    return replace(reading, shape=replace(shape, asked=asked))


def with_scale(reading: Reading, scale: str) -> Reading:
    """Another scale for all scores; of columns and questions that had one of their own, too."""
    asked = dict.fromkeys(reading.questions, scale)
    return _worded(reading, replace(reading.shape, scale=scale, scales={}, asked=asked))


def with_scale_of(reading: Reading, question: str, scale: str) -> Reading:
    """Another scale for the answers to a question, and with it what words mean there."""
    return _worded(reading, replace(reading.shape, asked={**reading.shape.asked, question: scale}))


def _worded(reading: Reading, shape: Shape) -> Reading:
    return replace(reading, shape=worded(reading.grid, shape))


def with_scales_guessed(reading: Reading) -> Reading:
    """With the scales that the scores are likely to lie on."""
    return replace(reading, shape=scaled(reading.grid, reading.shape))


def answers(reading: Reading, told: Told | None = None) -> Rows:
    """The rows as answers. Raises GridError where `told` ends the work."""
    return rows_of(reading.grid, reading.shape, told=told)


def outcomes(reading: Reading, told: Told | None = None) -> Outcomes:
    """The rows as what came of each variant of a test. Raises CancelledError where `told` ends the work."""
    return outcomes_of(reading.grid, reading.shape, told=told)


def names(rows: Rows, project: Project, journey: JourneyMap) -> list[Name]:
    """What the rows name, as it was joined before, else as it is called on this map without a doubt; those in doubt
    come first, and of two the one with more rows."""
    counts = Counter(row.touchpoint for row in rows.rows if row.touchpoint)
    return named(counts, project, journey)


def named(counts: Mapping[str, int], project: Project, journey: JourneyMap) -> list[Name]:
    """As `names`, of names with so many rows each. Those in doubt have suggestions from other maps after the others."""
    known = joined(project)
    found = suggestions(counts, [journey], grams)
    meant = {**sure(found), **{name: thing for name, thing in known.items() if name in counts}}
    others = [one for one in in_order(project.maps) if one.id != journey.id and one.status != "ideal"]
    beside = suggestions((name for name in counts if name not in meant), others, grams)
    made = (
        Name(text, count, (*found[text], *beside.get(text, ())[:BESIDE]), meant.get(text))
        for text, count in counts.items()
    )
    return sorted(made, key=lambda one: (not one.open, one.thing != NOTHING, -one.rows, one.text.casefold()))


def maps_meant(project: Project, journey: JourneyMap) -> list[JourneyMap]:
    """The maps whose things names may mean: the one that answers are about first, ideal ones last."""
    home = answered(project, journey)
    others = (one for one in in_order(project.maps) if one.id != home.id)
    return [home, *sorted(others, key=lambda one: one.status == "ideal")]


def joined(project: Project) -> dict[str, str]:
    """What names were said to mean; of two surveys that say so the later one is believed."""
    return {join.name: join.thing for survey in in_order(project.surveys) for join in survey.joins}


def bring(
    project: Project,
    reading: Reading,
    rows: Rows,
    names: Iterable[Name],
    *,
    new_id: IdSource,
    date: str,
    kept: Kept,
    told: Told | None = None,
) -> tuple[Project, Report]:
    """The project with the rows, names joined as they were told. Raises EditError, CancelledError."""
    joins = {name.text: name.thing for name in names if name.thing is not None}
    mapping = recorded(reading.shape, reading.grid)
    return bring_in(
        project,
        reading.title,
        rows.rows,
        mapping,
        joins,
        new_id=new_id,
        date=date,
        kept=kept,
        refused=rows.refused,
        told=told,
    )
