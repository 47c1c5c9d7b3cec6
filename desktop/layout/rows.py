"""A lane's row: its label, and its cards packed into the columns without overlap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.journey import Lane
from desktop.document.kinds import DIVIDERS
from desktop.layout.compose import Composer, moved
from desktop.layout.hyphens import hyphenated
from desktop.layout.interior import card_height
from desktop.layout.known import Known, known_line, lane_share
from desktop.layout.names import lane_name
from desktop.layout.numbers import Context
from desktop.layout.places import CardPlace, Rect, RowContent, TextPlace


@dataclass(frozen=True, slots=True)
class Geometry:
    """What of the columns decides where cards stand: step ids, left ends and widths; and the lane labels' place.

    Compared by identity: the layouter hands out the same object as long as nothing of it changes.
    """

    steps: tuple[str, ...]
    xs: tuple[float, ...]
    widths: tuple[float, ...]
    label_x: float
    label_width: float
    folds: tuple[tuple[str, ...], ...] = ()
    """Per column the steps of the folded stage that it stands for."""
    known: bool = False
    """Whether the labels show how much of their lane is known."""

    def index(self) -> dict[str, int]:
        """Columns by the id of their step, and of every step of a folded stage."""
        folded = {step: number for number, steps in enumerate(self.folds) for step in steps}
        return folded | {step: number for number, step in enumerate(self.steps)}

    @property
    def folded(self) -> frozenset[int]:
        """The columns that stand for a folded stage."""
        return frozenset(number for number, steps in enumerate(self.folds) if steps)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A geometry with the index of its steps."""

    geometry: Geometry
    index: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RowRecord:
    """A row with everything that it was made from."""

    lane: Lane
    grid: Grid
    context: Context
    caption: str
    stretch: float
    content: RowContent


def lane_label(lane: Lane, caption: str, geometry: Geometry, composer: Composer) -> tuple[TextPlace, ...]:
    """The group's name where one begins here, the lane's title, its second line; wrapped in the label's width.

    The title's baseline is that of the first line of the cards beside it, unless it is too large for that.
    """
    space, x, width = composer.style.space, geometry.label_x, geometry.label_width
    title = lane_name(lane, composer.words)
    if lane.kind in DIVIDERS:
        text = composer.place(hyphenated(title, "divider", width, composer), "divider", x, 0.0, width)
        return (moved(text, max(0.0, (space["divider"] - text.height) / 2)),)
    texts, align = [], composer.side(title)
    y = space["row-pad"] + space["pad"] + composer.setting("card").baseline - composer.setting("lane").baseline
    y = max(y, space["row-pad"] / 2)
    if caption:
        texts.append(composer.place(caption, "group", x, y, width, align=align))
        y = texts[0].bottom
    texts.append(composer.place(hyphenated(title, "lane", width, composer), "lane", x, y, width))
    if lane.subtitle:
        texts.append(composer.place(lane.subtitle, "sublane", x, texts[-1].bottom, width, align=align))
    return tuple(texts)


def label_bar(lane: Lane, label: Sequence[TextPlace], geometry: Geometry, composer: Composer) -> Known | None:
    """Under the label how much of the lane is known, where that is wanted and there is something to know."""
    share = lane_share(lane) if geometry.known and lane.kind not in DIVIDERS else None
    return known_line(share, geometry.label_x, label[-1].bottom, geometry.label_width, composer)


def least_height(lane: Lane, label: Sequence[TextPlace], composer: Composer) -> float:
    """What the label needs and what the user asks for."""
    space = composer.style.space
    if lane.kind in DIVIDERS:
        return max(space["divider"], label[0].bottom)
    if lane.kind == "emotions":
        return label[-1].bottom + space["row-pad"]  # its own layout follows the user's height
    return max(label[-1].bottom + space["row-pad"], max(1.0, lane.height) * space["row"])


def add_cards(
    base: RowContent, grid: Grid, context: Context, before: RowRecord | None, composer: Composer
) -> RowContent:
    """The row with its lane's cards under what it holds already, each at the lowest place free over all its columns.

    Cards within a folded stage are left out. Cards that stood in the row `before` and did not change keep their heights
    and, where they can, their places.
    """
    space = composer.style.space
    packer = _Packer(grid, context, before, composer)
    pad, gap, folded = space["row-pad"], space["gap"], grid.geometry.folded
    bottoms = [(base.height if _holds_more(base.lane) else 0.0) + pad] * len(grid.geometry.steps)
    cells: list[list[CardPlace]] = [[] for _ in bottoms]
    places = []
    for card in in_order(base.lane.cards):
        span = _span(card, grid.index)
        if span is None or (span[0] == span[1] and span[0] in folded):
            continue
        columns = range(span[0], span[1] + 1)
        place = packer.place(card, span, max(bottoms[column] for column in columns))
        places.append(place)
        for column in columns:
            bottoms[column] = place.rect.bottom + gap
            cells[column].append(place)
    height = max((place.rect.bottom + pad for place in places), default=0.0)
    return replace(base, height=max(base.height, height), cards=tuple(places), cells=tuple(map(tuple, cells)))


def _holds_more(lane: Lane) -> bool:
    """Whether the row has something of its own above the cards."""
    return lane.kind == "emotions" or lane.kind in DIVIDERS


def _span(card: Card, index: Mapping[str, int]) -> tuple[int, int] | None:
    """First and last column; a card that names one step that is not there stands at the other."""
    first, last = index.get(card.first), index.get(card.last)
    if first is None:
        first = last
    if last is None:
        last = first
    if first is None or last is None:
        return None
    return (first, last) if first <= last else (last, first)


class _Packer:
    """Gives cards their boxes, and takes over those of cards that are the same as in the row before."""

    def __init__(self, grid: Grid, context: Context, before: RowRecord | None, composer: Composer) -> None:
        self._grid, self._context, self._composer = grid, context, composer
        self._before = before if before is not None and before.grid is grid else None
        self._known = {place.card.id: place for place in self._before.content.cards} if self._before else {}

    def place(self, card: Card, span: tuple[int, int], y: float) -> CardPlace:
        known = self._same(card)
        if known is not None and known.rect.y == y:
            return known
        gutter, geometry = self._composer.style.space["gutter"], self._grid.geometry
        left = geometry.xs[span[0]] + gutter
        width = geometry.xs[span[1]] + geometry.widths[span[1]] - gutter - left
        height = known.rect.height if known else card_height(card, width, self._context.of(card), self._composer)
        return CardPlace(card, Rect(left, y, width, height), span[0], span[1])

    def _same(self, card: Card) -> CardPlace | None:
        """The card's place in the row before, if card, number and metric are still the same."""
        known = self._known.get(card.id)
        if known is None or known.card is not card or self._before is None:
            return None
        same = self._before.context is self._context or self._before.context.of(card) == self._context.of(card)
        return known if same else None
