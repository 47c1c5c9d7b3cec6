"""The map from afar: cards as plain boxes of their colour, all boxes of a colour in one call."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.layout.places import CardPlace, Layout, Rect, RowContent
from desktop.layout.style import KindStyle, Style

REMEMBERED = 2048
"""How many lanes are kept as boxes."""

THINNEST = 1.0
"""Px below which a line of a card is left out."""

Batches = dict[str, list[QRectF]]
"""Boxes by colour, relative to the top of their lane."""

NONE: frozenset[str] = frozenset()


class CoarsePainter:
    """Paints the cards of a layout as boxes; the boxes of a lane are made once."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._rows: OrderedDict[int, tuple[RowContent, Batches, Batches]] = OrderedDict()

    def paint(self, painter: QPainter, layout: Layout, seen: Rect, without: frozenset[str] = NONE) -> None:
        """Paints the cards of the lanes that meet `seen`, but not those in `without`, under the painter's transform."""
        zoom = painter.transform().m11()
        lines = self._style.space["edge"] * zoom >= THINNEST
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for row in layout.rows:
            if row.content.cards and row.y < seen.bottom and seen.y < row.y + row.height:
                boxes, edges = self._batches(row.content, without)
                painter.translate(0, row.y)
                _fill(painter, boxes)
                if lines:
                    _fill(painter, edges)
                painter.translate(0, -row.y)
        painter.restore()

    def _batches(self, content: RowContent, without: frozenset[str]) -> tuple[Batches, Batches]:
        if without and any(place.card.id in without for place in content.cards):
            return self._boxes(content, without)
        known = self._rows.get(id(content))
        if known is None:
            known = self._rows[id(content)] = content, *self._boxes(content)  # held, so that its id stays its own
            if len(self._rows) > REMEMBERED:
                self._rows.popitem(last=False)
        return known[1], known[2]

    def _boxes(self, content: RowContent, without: frozenset[str] = NONE) -> tuple[Batches, Batches]:
        boxes, edges = Batches(), Batches()
        for place in content.cards:
            if place.card.id not in without:
                self._add(place, boxes, edges)
        return boxes, edges

    def _add(self, place: CardPlace, boxes: Batches, edges: Batches) -> None:
        kind = self._style.kind(place.card.kind)
        at = place.rect
        boxes.setdefault(_tint(kind), []).append(QRectF(at.x, at.y, at.width, at.height))
        if kind.form == "card":
            edges.setdefault(kind.edge, []).append(QRectF(at.x, at.y, self._style.space["edge"], at.height))


def _fill(painter: QPainter, batches: Batches) -> None:
    for colour, rects in batches.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(rects)


def _tint(kind: KindStyle) -> str:
    """A fill that stands off white paper at a few px: the kind's fill with some of its edge."""
    fill, edge = QColor(kind.fill or "#FFFFFF"), QColor(kind.edge)
    share = 0.25
    pairs = ((fill.red(), edge.red()), (fill.green(), edge.green()), (fill.blue(), edge.blue()))
    return QColor(*(round(start + (end - start) * share) for start, end in pairs)).name()
