"""What was done to a map since an earlier state of it, drawn over the map as it is; never printed."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.canvas.changemark import LINES, Mark, paint_ghost, paint_head_mark, paint_mark
from desktop.canvas.differencesigns import ink_of
from desktop.canvas.ghosts import Ghost, placed
from desktop.canvas.standing import stood
from desktop.canvas.sticky import bands
from desktop.canvas.viewer import Viewer
from desktop.layout.places import Layout, Rect, Row, RowContent

CROWD = 150
"""Of more marks in sight the frames are plain, and quick to paint."""

STRONG = 60
"""Of 255: how strongly a thing is tinted then."""

LARGEST = 2.2
"""How much larger words and signs may be than at 100 %."""

Boxes = tuple[tuple[Mark, Rect], ...]


class ChangeVeil:
    """Paints over any viewer that shows the map; nothing before there is anything to show.

    Places are looked up again only in rows that are others than at the last painting.
    """

    def __init__(self) -> None:
        self.map_id = ""
        self._marks: Mapping[str, Mark] = {}
        self._was: Mapping[str, Mark] = {}
        self._ghosts: tuple[Ghost, ...] = ()
        self._rows: dict[int, tuple[RowContent, Boxes]] = {}
        self._gone: tuple[Layout, Boxes] | None = None

    @property
    def marks(self) -> Mapping[str, Mark]:
        """By the ids of things."""
        return self._marks

    def show(self, map_id: str, marks: Mapping[str, Mark], was: Mapping[str, Mark], ghosts: Iterable[Ghost]) -> None:
        """Marks by the ids of things, `was` those of the places where `ghosts` stood."""
        self.map_id, self._ghosts = map_id, tuple(ghosts)
        self._marks = {thing: mark for thing, mark in marks.items() if not mark.quiet}
        self._was = was
        self._rows, self._gone = {}, None

    def clear(self) -> None:
        """Nothing is drawn any more."""
        self.show("", {}, {}, ())

    def boxes(self, layout: Layout) -> Iterator[tuple[Mark, Rect]]:
        """The marked cards and markers, with their boxes on the map."""
        for row in layout.rows:
            for mark, box in self._in_row(row):
                yield mark, Rect(box.x, box.y + row.y, box.width, box.height)

    def outlines(self, layout: Layout) -> Boxes:
        """The places where something stood, on the map as it is now."""
        if self._gone is None or self._gone[0] is not layout:
            self._gone = layout, tuple((self._was[thing], box) for thing, box in placed(self._ghosts, layout))
        return self._gone[1]

    def paint(self, painter: QPainter, viewer: Viewer) -> None:
        """In px of the viewer's window."""
        if not viewer.has_scene or not self.map_id or viewer.scene.map_id != self.map_id:
            return
        layout = viewer.scene.layout
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(bands(viewer.scene, viewer.view).beside(viewer.viewport().rect()))
        were = list(_in_sight(viewer, self.outlines(layout)))
        there = list(_in_sight(viewer, self._near(layout, viewer.view.seen)))
        if len(were) + len(there) > CROWD:
            _crowd(painter, there, STRONG)
            _crowd(painter, were, 0)
        else:
            for mark, box in there:
                paint_mark(painter, box, mark, scale=_scale(viewer))
            for mark, box in were:
                paint_ghost(painter, box, mark, scale=_scale(viewer))
        painter.restore()
        self._heads(painter, viewer)

    def _near(self, layout: Layout, seen: Rect) -> Iterator[tuple[Mark, Rect]]:
        for row in layout.rows:
            if row.y < seen.bottom and seen.y < row.y + row.height:
                for mark, box in self._in_row(row):
                    yield mark, Rect(box.x, box.y + row.y, box.width, box.height)

    def _in_row(self, row: Row) -> Boxes:
        """Relative to the row's top; a row that did not change holds what it held."""
        known = self._rows.get(id(row.content))
        if known is None:
            known = self._rows[id(row.content)] = row.content, tuple(self._found(row.content))
        return known[1]

    def _found(self, content: RowContent) -> Iterator[tuple[Mark, Rect]]:
        marks = self._marks
        yield from ((marks[place.card.id], place.rect) for place in content.cards if place.card.id in marks)
        for felt in content.markers:
            if felt.marker.id in marks:
                side = 2 * felt.radius
                yield marks[felt.marker.id], Rect(felt.x - felt.radius, felt.y - felt.radius, side, side)

    def _heads(self, painter: QPainter, viewer: Viewer) -> None:
        """Of stages, steps and lanes, which may be kept in sight."""
        scene, view = viewer.scene, viewer.view
        place = bands(scene, view)
        for mark, box in self._headed(scene.layout):
            stands = stood(scene, view, box, place)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(stands.clip or viewer.viewport().rect())
            paint_head_mark(painter, stands.rect, mark, scale=_scale(viewer))
            painter.restore()

    def _headed(self, layout: Layout) -> Iterator[tuple[Mark, Rect]]:
        marks, labels, top = self._marks, layout.labels, layout.steps
        yield from ((marks[one.stage.id], one.rect) for one in layout.stage_places if one.stage.id in marks)
        for column in layout.columns:
            if column.step.id in marks:
                yield marks[column.step.id], Rect(column.x, top.y, column.width, top.height)
        for row in layout.rows:
            if row.lane.id in marks:
                yield marks[row.lane.id], Rect(labels.x, row.y, labels.width, row.height)


def _scale(viewer: Viewer) -> float:
    """Words and signs grow with the map where that is large for those who sit far away."""
    return min(max(viewer.zoom, 1.0), LARGEST)


def _in_sight(viewer: Viewer, boxes: Iterable[tuple[Mark, Rect]]) -> Iterator[tuple[Mark, QRectF]]:
    """Those in sight, in px of the window."""
    seen, zoom = viewer.view.seen, viewer.zoom
    left, top = viewer.view.to_window(0.0, 0.0)  # once, as there may be thousands
    for mark, box in boxes:
        if box.meets(seen):
            yield mark, QRectF(left + box.x * zoom, top + box.y * zoom, box.width * zoom, box.height * zoom)


def _crowd(painter: QPainter, boxes: Iterable[tuple[Mark, QRectF]], tint: int) -> None:
    """Thin frames, those of a code at once."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    together: dict[str, list[QRectF]] = {}
    for mark, box in boxes:
        together.setdefault(mark.code, []).append(box.adjusted(-1, -1, 1, 1))
    for code, those in together.items():
        wash = QColor(ink_of(code))
        wash.setAlpha(tint)
        painter.setPen(QPen(ink_of(code), 1, LINES.get(code, Qt.PenStyle.SolidLine)))
        painter.setBrush(wash)
        painter.drawRects(those)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
