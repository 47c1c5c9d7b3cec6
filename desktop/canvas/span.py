"""Dragging a card's edge: it spans more steps or fewer, shown as it would be."""

from functools import reduce

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas import marks
from desktop.canvas.live import LiveDrag
from desktop.canvas.pick import Hit, Where
from desktop.canvas.tools import Keys, Surface, window_rect
from desktop.desk.telling import told
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import span_card
from desktop.document.errors import EditError
from desktop.document.locate import columns_of
from desktop.document.project import Project
from desktop.document.things import Things
from desktop.layout.names import counted
from desktop.layout.places import CardPlace, Column

ENTERED = 0.4
"""The share of a column that the edge has come into before the card covers it: less than the way to its middle."""


class SpanCard(LiveDrag[int]):
    """Drags the edge of the held card, and of the selected ones that begin or end in the same column.

    The goal is the column, by its number, at which the edge is. A folded stage is covered as a whole.
    """

    taken = Qt.CursorShape.SizeHorCursor
    scrolls = (True, False)

    def __init__(self, surface: Surface, hit: Hit, at: QPointF, click: frozenset[str] | None = None) -> None:
        super().__init__(surface, hit, at, click)
        self._at_end = hit.where is Where.CARD_END
        self._own = -1
        self._cards: list[Card] = []

    def check(self) -> None:
        """Takes hold of the edges; a locked lane keeps its cards as they are."""
        found = self.scene.hits.find(self.held)
        if found is None:
            raise EditError("missing", id=self.held)
        if found[0].lane.locked:
            raise EditError("lane.locked", lane=found[0].lane.id)
        self._own = self._column(found[1])
        self._cards = [found[1].card, *self._others()]

    def aim(self, x: float, _y: float, _keys: Keys) -> int | None:
        columns = self.scene.layout.columns
        if self._at_end:
            inside = (each.index for each in reversed(columns) if each.x + ENTERED * each.width <= x)
            return max(next(inside, 0), self._limit())
        inside = (each.index for each in columns if each.x + (1 - ENTERED) * each.width >= x)
        return min(next(inside, len(columns) - 1), self._limit())

    def made(self, goal: int) -> Project:
        project = self.scene.project
        if goal == self._own:
            return project
        step = self._step(self.scene.layout.columns[goal])
        return reduce(lambda whole, card: self._spanned(whole, card, step), self._cards, project)

    def label(self) -> str:
        words = self.surface.words
        return words("edit.span").format(what=told(words, Things(cards=tuple(self._cards))))

    def paint_drag(self, painter: QPainter) -> None:
        """How many steps the card covers; the map itself shows which."""
        rect = self.surface.scene.hits.rect(self.held)
        found = self.surface.scene.hits.find(self.held)
        if rect is None or found is None:
            return
        box = window_rect(self.surface.view, rect)
        marks.caption(painter, box.bottomLeft() + QPointF(0, 6), self._told(found[1]))

    def _told(self, place: CardPlace) -> str:
        span = len(columns_of(self.surface.scene.layout.map).span(place.card))
        return counted(self.surface.words, "status.step", "status.steps", span)

    def _column(self, place: CardPlace) -> int:
        return place.last if self._at_end else place.first

    def _limit(self) -> int:
        """The column beyond which the held card would be turned round."""
        found = self.scene.hits.find(self.held)
        if found is None:
            return self._own
        return found[1].first if self._at_end else found[1].last

    def _others(self) -> list[Card]:
        """The selected cards beside the held one whose edge stands in the same column, but none of a locked lane."""
        if self.held not in self.surface.desk.selected:
            return []
        places = (self.scene.hits.find(card) for card in sorted(self.surface.desk.selected - {self.held}))
        return [
            place.card
            for row, place in filter(None, places)
            if self._column(place) == self._own and not row.lane.locked
        ]

    def _spanned(self, project: Project, card: Card, step: str) -> Project:
        """One card with its edge at a step, or at its other end where that is further."""
        index = columns_of(self.scene.layout.map).index
        if self._at_end:
            last = max(step, card.first, key=index.__getitem__)
            return span_card(project, self.scene.map_id, card.id, card.first, last)
        first = min(step, card.last, key=index.__getitem__)
        return span_card(project, self.scene.map_id, card.id, first, card.last)

    def _step(self, column: Column) -> str:
        """The step that an edge in a column stands at: the outermost of a folded stage."""
        if not column.folds:
            return column.step.id
        steps = in_order(column.stage.steps)
        return steps[-1 if self._at_end else 0].id
