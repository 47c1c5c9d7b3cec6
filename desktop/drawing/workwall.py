"""The working wall: a map to be filled in with sticky notes and pens. Millimetres, at the size at which it is printed.

Every cell of lane and step has a slot as large as a sticky note, and an address (“C4”: third column, fourth row)
that stays readable above the note. Feelings are ticked on a strip from +2 to −2; under each slot of a lane that is
voted on is room for dots. Photos of the wall are straightened by the marks in its corners.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.kinds import DIVIDERS
from desktop.drawing.cornermarks import EDGE, MARK, ROLE, centres, corner_marks
from desktop.drawing.lettering import INK, LINE, QUIET, Block, Face, Lettering
from desktop.drawing.shapes import Bookmark, Box, Drawing, Ellipse, Figure, Glyphs, Path, Placed, Shape
from desktop.layout.addresses import numbered_lanes
from desktop.layout.letters import column_letters
from desktop.layout.names import lane_name, name_of
from desktop.layout.style import Style, Words

SLOT = 76.0
"""A sticky note, three inches."""

GAP, ADDRESS = 4.0, 5.0
"""Between slots; above each for its address."""

DOTS = 14.0
"""Room for voting dots under a slot."""

VOTED = ("pains", "opportunities", "needs", "tactics")
"""Lanes whose notes are voted on."""

LABEL = 96.0
"""Width of the lanes' names and prompts."""

MARGIN, FOOT = EDGE + MARK + 2.0, 8.0
DIVIDER = 11.0
VALUES = (2, 1, 0, -1, -2)
TICK = 4.6
"""Radius of a circle to be ticked."""

TITLE = Face(64, "bold", INK, 1.1)
SUBTITLE = Face(22, "regular", QUIET)
STAGE, STEP = Face(34, "bold", INK, 1.15), Face(20, "semibold", INK, 1.2)
LANE, SECOND, PROMPT = Face(26, "bold", INK, 1.15), Face(16, "regular", QUIET, 1.27), Face(16, "italic", INK, 1.27)
CELL = Face(11, "semibold", QUIET)
SMALL = Face(12, "regular", QUIET)

DASH = (2.0, 2.0)
FAINT = "#9AA1B1"


@dataclass(frozen=True, slots=True)
class Column:
    """A step, the letters of its addresses, and its left edge."""

    stage: Stage
    step: Step
    letters: str
    x: float


@dataclass(frozen=True, slots=True)
class Row:
    """A lane, its number ("" for a line between lanes), its top and its height."""

    lane: Lane
    number: str
    y: float
    height: float


def wall(journey: JourneyMap, title: str, style: Style, lettering: Lettering, words: Words) -> Drawing:
    """The whole wall, as large as it has to be; `title` is said where the map has none."""
    return _Wall(journey, title, style, lettering, words).drawing()


def _columns(journey: JourneyMap) -> list[Column]:
    pairs = [(stage, step) for stage in in_order(journey.stages) for step in in_order(stage.steps)]
    return [
        Column(stage, step, column_letters(index), MARGIN + LABEL + GAP + index * (SLOT + GAP))
        for index, (stage, step) in enumerate(pairs)
    ]


def _rows(journey: JourneyMap, y: float, least: Mapping[str, float]) -> list[Row]:
    """From this height down; by the id of its lane how high a row is at least."""
    rows: list[Row] = []
    for lane, number in numbered_lanes(journey):
        height = ADDRESS + SLOT + (DOTS if lane.kind in VOTED else 0.0) + GAP if number else DIVIDER
        height = max(height, least.get(lane.id, 0.0))
        rows.append(Row(lane, number, y, height))
        y += height
    return rows


class _Wall:
    """Draws one wall from the top."""

    def __init__(self, journey: JourneyMap, title: str, style: Style, lettering: Lettering, words: Words) -> None:
        self._journey, self._title = journey, journey.title or title
        self._style, self._lettering, self._words = style, lettering, words
        self._columns = _columns(journey)
        self._right = max((column.x + SLOT for column in self._columns), default=MARGIN + 2 * LABEL)

    def drawing(self) -> Drawing:
        head, y = self._head()
        stages, y = self._stages(y + 8.0)
        steps, y = self._steps(y + 3.0)
        rows = _rows(self._journey, y + 3.0, self._label_heights())
        bottom = rows[-1].y + rows[-1].height if rows else y
        foot = self._foot(bottom + 4.0)
        width, height = self._right + MARGIN, foot.y + foot.figure.height + MARGIN
        placed = (
            *(rule for row in rows for rule in self._rule(row)),
            *(cell for row in rows for cell in self._cells(row)),
            *(self._label(row) for row in rows),
            *steps,
            *stages,
            head,
            foot,
            self._size(width, height),
            *corner_marks(width, height),
        )
        return Drawing(
            width=width,
            height=height,
            background=self._style.colours["paper"],
            placed=placed,
            bookmarks=tuple(self._bookmarks(stages, bottom)),
            title=self._title,
            subject=self._words("working.title"),
            author=self._journey.owner,
            date=self._journey.date,
        )

    def _head(self) -> tuple[Placed, float]:
        """Title, what it is, and lines to be filled in."""
        width = self._right - MARGIN
        title = self._lettering.block(self._title, 0.0, 0.0, width, TITLE)
        blanks = f"{self._words('working.date')} ______________   {self._words('working.with')} ____________________"
        words = f"{self._words('working.title')} · {self._words('working.rule')}"
        beside = self._lettering.width(words, SUBTITLE) + self._lettering.width(blanks, SUBTITLE) + 20 <= width
        said = self._lettering.block(words, 0.0, title.height + 1.0, width, SUBTITLE)
        top = title.height + 1.0 if beside else title.height + 1.0 + said.height
        lines = self._lettering.block(blanks, 0.0, top, width, SUBTITLE, align=1.0 if beside else 0.0)
        height = top + max(lines.height, said.height if beside else 0.0)
        shapes = (*title.ink, *said.ink, *lines.ink)
        return Placed(MARGIN, MARGIN, Figure(self._journey.id, "header", self._title, width, height, shapes)), (
            MARGIN + height
        )

    def _stages(self, y: float) -> tuple[list[Placed], float]:
        spans = [list(group) for _, group in groupby(self._columns, key=lambda column: column.stage.id)]
        widths = [span[-1].x + SLOT - span[0].x for span in spans]
        blocks = [
            self._lettering.block(span[0].stage.title, 0.0, 3.5, width, STAGE)
            for span, width in zip(spans, widths, strict=True)
        ]
        height = max((block.height for block in blocks), default=0.0) + 3.5
        rule = self._style.colours["stage"]
        placed = [
            Placed(
                span[0].x,
                y,
                Figure(
                    span[0].stage.id,
                    "stage",
                    span[0].stage.title,
                    width,
                    height,
                    (Box(0.0, 0.0, width, 2.2, rule), *block.ink),
                ),
            )
            for span, width, block in zip(spans, widths, blocks, strict=True)
        ]
        return placed, y + height

    def _steps(self, y: float) -> tuple[list[Placed], float]:
        room = SLOT - 12.0
        blocks = [self._lettering.block(column.step.title, 12.0, 0.0, room, STEP) for column in self._columns]
        height = max((block.height for block in blocks), default=0.0)
        letter = Face(20, "bold", FAINT, 1.2)
        placed = []
        for column, block in zip(self._columns, blocks, strict=True):
            drop = height - block.height
            mark = self._lettering.block(column.letters, 0.0, drop, 12.0, letter)
            ink = tuple(glyphs._replace(y=glyphs.y + drop) for glyphs in block.ink)
            figure = Figure(column.step.id, "step", column.step.title, SLOT, height, (*mark.ink, *ink))
            placed.append(Placed(column.x, y, figure))
        return placed, y + height

    def _rule(self, row: Row) -> Iterator[Placed]:
        """Above each lane; a line between lanes is drawn in the middle of its row, and dashed."""
        width = self._right - MARGIN
        dash: tuple[float, ...] = DASH if not row.number else ()
        colour = self._style.colours["divider"] if not row.number else LINE
        line = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", colour, 0.35, dash)
        y = row.y + (row.height / 2 if not row.number else 0.0)
        yield Placed(MARGIN, y, Figure("", "rule", "", width, 0.0, (line,), 0.2))

    def _label(self, row: Row) -> Placed:
        """The lane's number, name, second line and prompt."""
        name = lane_name(row.lane, self._words)
        if not row.number:
            ink = self._lettering.middled(name, 0.0, DIVIDER / 2 - 3.2, SMALL)
            return Placed(MARGIN, row.y, Figure(row.lane.id, "lane", name, LABEL, DIVIDER, ink))
        number = self._lettering.line(row.number, 0.0, 13.0, Face(26, "bold", FAINT))
        shapes = (*number, *self._words_of(row.lane).ink)
        return Placed(MARGIN, row.y, Figure(row.lane.id, "lane", name, LABEL, row.height - 1.0, shapes))

    def _words_of(self, lane: Lane) -> Block:
        """The lane's name, second line and prompt, below its row's top."""
        ink: list[Glyphs] = []
        left, y = 14.0, 4.5
        said = (lane_name(lane, self._words), LANE), (lane.subtitle, SECOND), (self._prompt(lane), PROMPT)
        for text, face in said:
            block = self._lettering.block(text, left, y, LABEL - left - GAP, face)
            ink += block.ink
            y += 1.5 + block.height if text else 0.0
        return Block(tuple(ink), y)

    def _label_heights(self) -> dict[str, float]:
        """By the ids of lanes the height of a row that their words need."""
        rows = [lane for lane in self._journey.lanes if lane.kind not in DIVIDERS]
        return {lane.id: self._words_of(lane).height + GAP for lane in rows}

    def _prompt(self, lane: Lane) -> str:
        prompt = name_of("prompt", lane.kind, self._words)
        return "" if prompt == lane.kind else prompt

    def _cells(self, row: Row) -> Iterator[Placed]:
        if not row.number:
            return
        draw = self._strip if row.lane.kind == "emotions" else self._slot
        if row.lane.kind == "emotions":
            yield self._zero(row)
        for column in self._columns:
            address = f"{column.letters}{row.number}"
            shapes = (*self._lettering.line(address, 0.5, ADDRESS - 1.2, CELL), *draw(row.lane))
            figure = Figure(address, "card", address, SLOT, row.height - GAP, tuple(shapes))
            yield Placed(column.x, row.y, figure, row.lane.id, column.step.id)

    def _slot(self, lane: Lane) -> Iterator[Shape]:
        yield Box(0.0, ADDRESS, SLOT, SLOT, "", FAINT, 0.3, (1.0,) * 4, DASH)
        if lane.kind in VOTED:
            top = ADDRESS + SLOT + 1.5
            yield Box(0.0, top, SLOT, DOTS - 2.0, "", LINE, 0.3, (1.0,) * 4)
            yield from self._lettering.middled(self._words("working.votes"), 2.5, top + DOTS / 2 - 1.0, SMALL)

    def _strip(self, _lane: Lane) -> Iterator[Shape]:
        """Five circles, one to be ticked; beside them room for a word."""
        for value in VALUES:
            cy = self._height_of(value)
            yield Ellipse(SLOT / 2, cy, TICK, TICK, self._style.colours["paper"], FAINT, 0.4)
            said = f"+{value}" if value > 0 else str(value).replace("-", "−")
            yield from self._lettering.middled(said, SLOT / 2, cy, SMALL, align=0.5)

    def _zero(self, row: Row) -> Placed:
        width = self._right - self._columns[0].x if self._columns else 0.0
        line = Path((("M", 0.0, 0.0), ("L", width, 0.0)), "", LINE, 0.35)
        x = self._columns[0].x if self._columns else MARGIN
        return Placed(x, row.y + self._height_of(0), Figure("", "rule", "", width, 0.0, (line,), 0.2))

    def _height_of(self, value: int) -> float:
        """From the row's top to the circle of a value."""
        return ADDRESS + SLOT / 2 - value * (SLOT - 2 * TICK - 4.0) / 4

    def _foot(self, y: float) -> Placed:
        text = self._words("working.foot").format(size=f"{SLOT:.0f}")
        width = self._right - MARGIN
        block = self._lettering.block(text, 0.0, 0.7, width, SMALL)
        return Placed(MARGIN, y, Figure("", "footer", text, width, max(FOOT, 0.7 + block.height), block.ink))

    def _size(self, width: float, height: float) -> Placed:
        """Between the lower marks how far apart they are: so one sees whether a photo is of this very print."""
        left, _, (right, bottom), _ = centres(width, height)
        text = self._words("working.marks").format(width=f"{right - left[0]:.0f}", height=f"{bottom - left[1]:.0f}")
        ink = self._lettering.middled(text, 0.0, MARK / 2, SMALL)
        long = self._lettering.width(text, SMALL)
        return Placed(MARGIN, bottom - MARK / 2, Figure("", ROLE, "", long, MARK, ink))

    def _bookmarks(self, stages: Sequence[Placed], bottom: float) -> Iterator[Bookmark]:
        for placed in stages:
            yield Bookmark(placed.figure.name, placed.x, placed.y, placed.figure.width, bottom - placed.y)
