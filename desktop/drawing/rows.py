"""The figures inside the rows: cards, emotions, dividers, marks of empty cells."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.document.kinds import DIVIDERS
from desktop.document.project import Metric, Project
from desktop.drawing.cards import CardPen
from desktop.drawing.emotions import emotion_figures
from desktop.drawing.headers import divider_figure
from desktop.drawing.memory import Memory
from desktop.drawing.pens import text_ink
from desktop.drawing.shapes import Figure, Placed
from desktop.layout.compose import Composer
from desktop.layout.numbers import Context
from desktop.layout.places import CardPlace, Column, Layout, Rect, Row


class RowPen:
    """Draws what stands in rows; figures are remembered per card value."""

    def __init__(self, composer: Composer, *, comments: bool = False) -> None:
        self._composer = composer
        self._cards = CardPen(composer, comments=comments)
        self._figures: Memory[Figure] = Memory(4_096)
        self._placed: Memory[tuple[Placed, ...]] = Memory(64)
        self._metrics: tuple[Sequence[Metric], Mapping[str, Metric]] = ((), {})

    def row(
        self, project: Project, layout: Layout, row: Row, columns: Sequence[Column], rect: Rect
    ) -> Iterator[Placed]:
        """What of the row stands in these columns and meets the rectangle."""
        if row.lane.kind in DIVIDERS:
            yield Placed(layout.stages.x, row.y, self._divider(layout, row), row.lane.id)
        elif row.lane.kind == "emotions":
            yield from self._emotions(project, layout, row, rect)
        elif row.lane.empty:
            yield from self._empty(layout, row, columns)
        yield from self._shown_cards(self._context(project, layout), row, columns, rect)

    def _context(self, project: Project, layout: Layout) -> Context:
        if self._metrics[0] is not project.metrics:
            self._metrics = (project.metrics, {metric.id: metric for metric in project.metrics})
        return Context(layout.numbers, self._metrics[1])

    def _shown_cards(self, context: Context, row: Row, columns: Sequence[Column], rect: Rect) -> Iterator[Placed]:
        seen = Rect(rect.x, rect.y - row.y, rect.width, rect.height)
        for place in shown_cards(row, columns):
            if place.rect.meets(seen):
                figure = self.card(place, context)
                yield Placed(place.rect.x, row.y + place.rect.y, figure, row.lane.id, place.card.first)

    def card(self, place: CardPlace, context: Context) -> Figure:
        """The card's figure, the same object as long as card, width, number and metric are."""
        card, width, facts = place.card, place.rect.width, context.of(place.card)
        return self._figures.get(
            (card.id, width, facts.number), (card, facts.metric), lambda: self._cards.figure(card, width, facts)
        )

    def _divider(self, layout: Layout, row: Row) -> Figure:
        width = layout.stages.width
        return self._figures.get(
            ("divider", row.lane.id, width),
            (row.content,),
            lambda: divider_figure(row.lane, width, row.height, self._composer),
        )

    def _emotions(self, project: Project, layout: Layout, row: Row, rect: Rect) -> Iterator[Placed]:
        people = project.personas
        figures = self._placed.get(
            ("emotions", row.lane.id),
            (row.content, layout.columns, people),
            lambda: emotion_figures(row.content, layout.columns, layout.width, people, self._composer),
        )
        for placed in figures:
            if meets(placed, rect, row.y):
                yield Placed(placed.x, placed.y + row.y, placed.figure, row.lane.id)

    def _empty(self, layout: Layout, row: Row, columns: Sequence[Column]) -> Iterator[Placed]:
        """The lane's mark for “nothing there” or “not asked yet” in every cell without a card."""
        space = layout.cell_space
        height = self._composer.setting("card").role.leading
        for column in columns:
            if not row.content.cells[column.index] and not column.folds:
                y = row.y + space.top + self._composer.style.space["pad"]
                mark = self._mark(row.lane.empty, height)
                yield Placed(column.x + space.gutter, y, mark, row.lane.id, column.step.id)

    def _mark(self, text: str, height: float) -> Figure:
        composer = self._composer

        def made() -> Figure:
            width = composer.width(text, "empty")
            inset = composer.style.space["edge"] + composer.style.space["inset"]
            ink = tuple(text_ink(composer.place(text, "empty", inset, 0.0, width), composer))
            return Figure("", "empty", text, inset + width, height, ink)

        return self._figures.get(("empty", text), (), made)


def shown_cards(row: Row, columns: Sequence[Column]) -> Iterator[CardPlace]:
    """The cards of the row that cover one of the neighbouring columns, each once."""
    first = columns[0].index if columns else 0
    for column in columns:
        for place in row.content.cells[column.index] if row.content.cells else ():
            if column.index in {place.first, first}:
                yield place


def meets(placed: Placed, rect: Rect, down: float = 0.0) -> bool:
    """Whether a figure, moved down, has ink in the rectangle."""
    figure, x, y = placed.figure, placed.x, placed.y + down
    over = figure.overhang
    across = x - over <= rect.right and rect.x <= x + figure.width + over
    return across and y - over <= rect.bottom and rect.y <= y + figure.height + over
