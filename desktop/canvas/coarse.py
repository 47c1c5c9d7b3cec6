"""The map from afar: cards as plain boxes of their colour, all boxes of a colour in one call."""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.layout.places import CardPlace, Layout, Rect, RowContent
from desktop.layout.style import KindStyle, Style

REMEMBERED = 512
"""How many lanes are kept as boxes."""

THINNEST = 1.0
"""Px below which a line of a card is left out."""

Batches = dict[str, list[QRectF]]
"""Boxes by colour, relative to the top of their lane."""

NONE: frozenset[str] = frozenset()

FAINT = 0.25
"""How much of their colour dimmed things keep."""

ALL_SEEN: Mapping[str, Collection[str]] = MappingProxyType({})


class CoarsePainter:
    """Paints the cards of a layout as boxes; the boxes of a lane are made once."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._rows: OrderedDict[int, tuple[RowContent, Collection[str], Batches, Batches]] = OrderedDict()

    def paint(
        self,
        painter: QPainter,
        layout: Layout,
        seen: Rect,
        without: frozenset[str] = NONE,
        dimmed: Mapping[str, Collection[str]] = ALL_SEEN,
    ) -> None:
        """Paints the cards of the lanes that meet `seen`, but not those in `without`, under the painter's transform.

        dimmed: by lane the cards that are painted faintly.
        """
        zoom = painter.transform().m11()
        lines = self._style.space["edge"] * zoom >= THINNEST
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for row in layout.rows:
            if row.content.cards and row.y < seen.bottom and seen.y < row.y + row.height:
                boxes, edges = self._batches(row.content, without, dimmed.get(row.lane.id, NONE))
                painter.translate(0, row.y)
                _fill(painter, boxes)
                if lines:
                    _fill(painter, edges)
                painter.translate(0, -row.y)
        painter.restore()

    def _batches(self, content: RowContent, without: frozenset[str], faint: Collection[str]) -> tuple[Batches, Batches]:
        if without and any(place.card.id in without for place in content.cards):
            return self._boxes(content, without, faint)
        known = self._rows.get(id(content))
        if known is None or known[1] != faint:
            boxes = self._boxes(content, NONE, faint)
            known = self._rows[id(content)] = content, faint, *boxes  # held, so that its id stays its own
            if len(self._rows) > REMEMBERED:
                self._rows.popitem(last=False)
        return known[2], known[3]

    def _boxes(self, content: RowContent, without: frozenset[str], faint: Collection[str]) -> tuple[Batches, Batches]:
        boxes, edges = Batches(), Batches()
        for place in content.cards:
            if place.card.id not in without:
                self._add(place, boxes, edges, FAINT if place.card.id in faint else 1.0)
        return boxes, edges

    def _add(self, place: CardPlace, boxes: Batches, edges: Batches, strength: float) -> None:
        kind, paper = self._style.kind(place.card.kind), self._style.colours["paper"]
        at = place.rect
        tint = _mixed(paper, _tint(kind), strength)
        boxes.setdefault(tint, []).append(QRectF(at.x, at.y, at.width, at.height))
        if kind.form == "card":
            edge = QRectF(at.x, at.y, self._style.space["edge"], at.height)
            edges.setdefault(_mixed(paper, kind.edge, strength), []).append(edge)


def _fill(painter: QPainter, batches: Batches) -> None:
    for colour, rects in batches.items():
        painter.setBrush(QColor(colour))
        painter.drawRects(rects)


def _tint(kind: KindStyle) -> str:
    """A fill that stands off white paper at a few px: the kind's fill with some of its edge."""
    return _mixed(kind.fill or "#FFFFFF", kind.edge, 0.25)


@lru_cache(maxsize=512)
def _mixed(ground: str, colour: str, share: float) -> str:
    """The ground with a share of the colour in it."""
    one, other = QColor(ground), QColor(colour)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(start + (end - start) * share) for start, end in pairs)).name()
