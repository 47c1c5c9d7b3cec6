"""Where everything stands: the result of a layout. Lengths in the layout's units, y downwards.

Rows hold their cards relative to the row's own top, so a row that did not change is the same object
after an edit elsewhere and is only placed anew. What is made by the ten thousand is a tuple, which takes half as long
to make as a dataclass.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Link, Stage, Step, Task
from desktop.method.coverage import Share


class Rect(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Left and top edge included, right and bottom not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Whether the two share an area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Column:
    """A step on the map; its cards have `x` + gutter … as the style says."""

    step: Step
    stage: Stage
    index: int
    x: float
    width: float
    folds: tuple[str, ...] = ()
    """The ids of all steps of a folded stage, which this one column stands for; none otherwise."""


class CardPlace(NamedTuple):
    """A card's box, relative to its row's top and the map's left; columns `first` to `last` inclusive."""

    card: Card
    rect: Rect
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """A marker's or a curve's label: left end, top, width and height of its box relative to the row's top."""

    text: str
    rect: Rect
    owner: str


@dataclass(frozen=True, slots=True)
class MarkerPlace:
    """A marker's centre, relative to its row's top; its label and star, where it has them; `series` counts personas."""

    marker: Marker
    x: float
    y: float
    series: int
    label: LabelPlace | None = None
    star: tuple[float, float] | None = None
    """The star's centre, for a moment of truth."""
    radius: float = 0.0
    """How far the mark's ink reaches from its centre."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A persona's curve: cubic Bézier segments through its markers, relative to the row's top."""

    persona: str
    series: int
    points: tuple[tuple[float, float], ...]
    segments: tuple[tuple[float, float, float, float, float, float], ...]
    """Per segment: control point 1, control point 2, end."""
    end_label: LabelPlace | None = None


class TextPlace(NamedTuple):
    """A paragraph in its role's type: left end, top of the first line, the width that its lines may take.

    The first line begins `indent` further in. `face` and `colour` take the place of the role's where they are given.
    `align`: the side to which all lines keep, "left" or "right"; "" for that at which each line's paragraph begins.
    """

    text: str
    role: str
    x: float
    y: float
    width: float
    lines: int
    height: float
    indent: float = 0.0
    face: str = ""
    colour: str = ""
    align: str = ""

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """Title, subtitle and facts; `portrait` is where the persona's picture or initials stand, `logo` the brand's.

    shares: how far the goals are that have a bar, 0 to 1, in the order of the texts that stand beside the bars.
    """

    texts: tuple[TextPlace, ...] = ()
    portrait: Rect | None = None
    persona: str = ""
    logo: Rect | None = None
    shares: tuple[float, ...] = ()


class Bar(NamedTuple):
    """How much of a lane or a stage is known."""

    rect: Rect
    share: Share


@dataclass(frozen=True, slots=True)
class StagePlace:
    """A stage's header: `rect` from its first card's left to its last card's right, its rule at the top."""

    stage: Stage
    rect: Rect
    text: TextPlace
    bar: Bar | None = None
    figure: TextPlace | None = None
    """What stands beside the bar."""


@dataclass(frozen=True, slots=True)
class StepPlace:
    """A step's header above its column."""

    column: Column
    text: TextPlace


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """Neighbouring lanes of one group: the bracket at the far left, beside all of them."""

    group: LaneGroup
    rect: Rect


class LinkPlace(NamedTuple):
    """An arrow by its corners, from the source's edge to the target's, in map coordinates; `rect` holds them all.

    `quiet`: both cards carry the same number, which says it already, so that the arrow is not drawn of itself.
    """

    link: Link
    source: Card
    target: Card
    points: tuple[tuple[float, float], ...]
    rect: Rect
    label: TextPlace | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class RowContent:
    """What a lane holds, laid out from the row's own top; remembered per lane value."""

    lane: Lane
    height: float
    cards: tuple[CardPlace, ...] = ()
    markers: tuple[MarkerPlace, ...] = ()
    curves: tuple[Curve, ...] = ()
    others: tuple[Curve, ...] = ()
    """Those of another map behind them, each with the number of its persona here."""
    zero: float = 0.0
    """y of the value 0 in an emotion lane."""
    unit: float = 0.0
    """Height of one point of emotion."""
    cells: tuple[tuple[CardPlace, ...], ...] = ()
    """Per column the cards that cover it, from top to bottom; empty where there are none at all."""
    label: tuple[TextPlace, ...] = ()
    """The lane's title, subtitle, above its group's first lane the group's name, and what stands beside its bar."""
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A lane at its height on the map."""

    y: float
    content: RowContent

    @property
    def lane(self) -> Lane:
        return self.content.lane

    @property
    def height(self) -> float:
        return self.content.height


class LabelCopy(NamedTuple):
    """A lane's label once more: its left end, the number of its row, and how much lower in the row it stands."""

    x: float
    row: int
    drop: float


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """A line of *Next*: the circle with its number, what, and who until when."""

    task: Task
    number: int
    circle: Rect
    texts: tuple[TextPlace, ...]

    @property
    def bottom(self) -> float:
        return max(self.circle.bottom, self.texts[-1].bottom)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample with its words: a kind (`key` says which), a curve (of the n-th persona), a star, a spread, evidence."""

    sample: str
    text: str
    key: str = ""
    series: int = 0


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """A sample of the legend and its words."""

    entry: Entry
    sample: Rect
    text: TextPlace

    @property
    def bottom(self) -> float:
        return max(self.sample.bottom, self.text.bottom)


@dataclass(frozen=True, slots=True)
class Foot:
    """Everything relative to the foot's own top left; `rules` are the y of hairlines over the whole width."""

    width: float
    height: float
    heading: TextPlace | None = None
    tasks: tuple[TaskPlace, ...] = ()
    rules: tuple[float, ...] = ()
    legend: tuple[EntryPlace, ...] = ()
    line: TextPlace | None = None
    block: tuple[TextPlace, ...] = ()
    """The title block of a print, in place of the line: captions, each followed by what stands under it."""
    drop: float = 0.0
    """What is left white above legend and title block."""


@dataclass(frozen=True, slots=True)
class CellSpace:
    """The room in a cell: beside the cards, above the first one, between two, and the height of a card of two lines."""

    gutter: float = 0.0
    top: float = 0.0
    gap: float = 0.0
    card_height: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """A map laid out: `head` holds title and facts, `stages` and `steps` the header bands, `foot` Next and legend."""

    map: JourneyMap
    width: float
    height: float
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: Rect
    stages: Rect
    steps: Rect
    labels: Rect
    """The lane labels at the left."""
    foot: Rect
    heading: HeadPlace = HeadPlace()
    stage_places: tuple[StagePlace, ...] = ()
    step_places: tuple[StepPlace, ...] = ()
    groups: tuple[GroupPlace, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The ranks of the worst pain points and of the opportunities that answer them, by card."""
    cell_space: CellSpace = CellSpace()
    footing: Foot = Foot(0.0, 0.0)
    """What stands at the foot, from the foot's own corner."""
    repeats: tuple[LabelCopy, ...] = ()
    """The lane labels that stand once more between the columns and at the right edge."""
    links: Sequence[LinkPlace] = ()
    """The arrows between cards that are both shown; found when they are first asked for."""
