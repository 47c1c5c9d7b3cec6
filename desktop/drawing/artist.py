"""From a layout to figures: all of them for a page, or those that meet a rectangle for a screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter

from desktop.document.project import Project
from desktop.drawing.comments import OVER, RIM
from desktop.drawing.foot import foot_figures
from desktop.drawing.headers import (
    column_runs,
    group_figure,
    head_figure,
    label_copy,
    lane_figure,
    ring_colour,
    row_rules,
    rule_figure,
    stage_figure,
    step_figure,
)
from desktop.drawing.links import LinkPen
from desktop.drawing.memory import Memory
from desktop.drawing.rows import RowPen, meets
from desktop.drawing.shapes import Bookmark, Drawing, Figure, Placed
from desktop.layout.compose import Composer
from desktop.layout.links import grown, links_in
from desktop.layout.places import Column, Layout, LinkPlace, Rect, Row, StagePlace
from desktop.layout.style import Style, Words
from desktop.typeset.typesetter import Typesetter

_LEFT = attrgetter("x")
_TOP = attrgetter("y")


class Artist:
    """Draws layouts in one theme and language; keep one, because it remembers figures.

    With `comments`, cards show how many comments they have.
    """

    def __init__(self, typesetter: Typesetter, style: Style, words: Words, *, comments: bool = False) -> None:
        self._composer = Composer(typesetter, style, words)
        self._rows = RowPen(self._composer, comments=comments)
        self._over = style.text * (OVER + RIM) if comments else 0.0
        self._links = LinkPen(self._composer)
        self._labels: Memory[Figure] = Memory(1_024)
        self._placed: Memory[tuple[Placed, ...]] = Memory(64)

    def draw(self, project: Project, layout: Layout) -> Drawing:
        """The whole map, back to front, with bookmarks and what a document says of itself."""
        journey = layout.map
        return Drawing(
            width=layout.width,
            height=layout.height,
            background=self._composer.style.colours["paper"],
            placed=tuple(self.visible(project, layout, Rect(0.0, 0.0, layout.width, layout.height))),
            bookmarks=self.bookmarks(layout),
            title=journey.title or project.title,
            subject=journey.subtitle,
            author=journey.owner,
            language=project.language,
            date=journey.date,
        )

    def bookmarks(self, layout: Layout) -> tuple[Bookmark, ...]:
        """One for every stage, and one level down one for each of its steps that has a title: the columns from the
        header to the last row."""
        return tuple(mark for place in layout.stage_places for mark in _marks(place, layout))

    def visible(self, project: Project, layout: Layout, rect: Rect) -> Iterator[Placed]:
        """Only figures that meet the rectangle, back to front: rules, arrows, rows, labels, headers, head, foot."""
        yield from self._rules(layout, rect, _columns(layout, rect))
        yield from self.links(layout, rect)
        near = grown(rect, self._over)
        columns = _columns(layout, near)
        for row in _rows(layout, near):
            yield from self._rows.row(project, layout, row, columns, near)
        yield from self.lanes(layout, rect)
        yield from (placed for placed in self.headers(layout) if meets(placed, rect))
        yield from (placed for placed in self.surroundings(project, layout) if meets(placed, rect))

    def links(self, layout: Layout, rect: Rect) -> Iterator[Placed]:
        """The arrows (role “link”) that have ink in the rectangle, but for those which numbers say already."""
        seen = links_in(layout, grown(rect, self._composer.style.text))
        yield from map(self.link, seen)
        yield from filter(None, map(self._links.words, seen))

    def link(self, place: LinkPlace) -> Placed:
        """One arrow without its words."""
        return self._links.arrow(place)

    def lanes(self, layout: Layout, rect: Rect) -> Iterator[Placed]:
        """The lane labels (role “lane”) of the rows that meet the rectangle, and the brackets of their groups."""
        labels = layout.labels
        if rect.x < labels.right and labels.x < rect.right:
            yield from (Placed(labels.x, row.y, self._label(row, labels)) for row in _rows(layout, rect))
            yield from (placed for placed in self._groups(layout) if meets(placed, rect))
        if layout.repeats:
            yield from (placed for placed in self._copies(layout) if meets(placed, rect))

    def _copies(self, layout: Layout) -> Iterator[Placed]:
        """The lane labels that stand once more; they are nobody's, for the first ones are read already."""
        for copy in layout.repeats:
            row = layout.rows[copy.row]
            name = "copy", row.lane.id, row.content.label
            figure = self._labels.get(name, (), partial(label_copy, row.content, self._composer))
            yield Placed(copy.x, row.y + copy.drop, figure)

    def _label(self, row: Row, labels: Rect) -> Figure:
        content = row.content
        name = content.lane.id, content.label, content.height
        return self._labels.get(name, (), lambda: lane_figure(content, labels.x, labels.width, self._composer))

    def _groups(self, layout: Layout) -> tuple[Placed, ...]:
        return self._kept("groups", (layout.groups,), lambda: (group_figure(g, self._composer) for g in layout.groups))

    def headers(self, layout: Layout) -> tuple[Placed, ...]:
        """The headers of stages and steps (roles “stage” and “step”) at their places on the map."""
        return self._kept("headers", (layout.stage_places, layout.step_places), lambda: self._headers(layout))

    def _headers(self, layout: Layout) -> Iterator[Placed]:
        yield from (stage_figure(place, layout, self._composer) for place in layout.stage_places)
        yield from (step_figure(place, layout, self._composer) for place in layout.step_places)

    def surroundings(self, project: Project, layout: Layout) -> Iterator[Placed]:
        """The head (role “header”) and the figures of the foot."""
        composer, style = self._composer, self._composer.style
        ring = ring_colour(layout, style)
        sources = (layout.heading, project.personas, project.brand)
        yield from self._kept(
            ("head", ring, layout.map.id), sources, lambda: [head_figure(project, layout, ring, composer)]
        )
        foot = layout.footing
        for placed in self._kept("foot", (foot,), lambda: foot_figures(foot, composer)):
            yield Placed(placed.x + layout.foot.x, placed.y + layout.foot.y, placed.figure)

    def _kept(
        self, name: Hashable, sources: tuple[object, ...], make: Callable[[], Iterable[Placed]]
    ) -> tuple[Placed, ...]:
        return self._placed.get(name, sources, lambda: tuple(make()))

    def _rules(self, layout: Layout, rect: Rect, columns: Sequence[Column]) -> Iterator[Placed]:
        """Hairlines under the rows and, fainter, between the columns."""
        style = self._composer.style
        for top, bottom in column_runs(layout):
            if top < rect.bottom and rect.y < bottom:
                down = rule_figure(style.space["column-rule"], bottom - top, style.colours["line-2"])
                yield from (Placed(column.x, top, down) for column in columns)
        across = rule_figure(layout.stages.right - layout.labels.x, style.space["rule"], style.colours["line"])
        yield from (Placed(layout.labels.x, y, across) for y in row_rules(layout) if rect.y <= y <= rect.bottom)


def _marks(place: StagePlace, layout: Layout) -> Iterator[Bookmark]:
    """The bookmarks of a stage, its own first."""
    bottom, rect = layout.labels.bottom, place.rect
    yield Bookmark(place.stage.title, rect.x, rect.y, rect.width, bottom - rect.y)
    for each in layout.step_places:
        column = each.column
        if column.stage.id == place.stage.id and each.text.text.strip():
            top = layout.steps.y
            yield Bookmark(each.text.text, column.x, top, column.width, bottom - top, level=1)


def _rows(layout: Layout, rect: Rect) -> Sequence[Row]:
    """The rows that the rectangle meets."""
    first = max(0, bisect_right(layout.rows, rect.y, key=_TOP) - 1)
    rows = layout.rows[first : bisect_left(layout.rows, rect.bottom, key=_TOP)]
    return rows[1:] if rows and rows[0].y + rows[0].height <= rect.y else rows


def _columns(layout: Layout, rect: Rect) -> Sequence[Column]:
    """The columns that the rectangle meets."""
    first = max(0, bisect_right(layout.columns, rect.x, key=_LEFT) - 1)
    columns = layout.columns[first : bisect_left(layout.columns, rect.right, key=_LEFT)]
    return columns[1:] if columns and columns[0].x + columns[0].width <= rect.x else columns
