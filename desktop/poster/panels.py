"""A wall that is longer than a page may be, as panels that hang side by side: rows go on at the same height."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.document.base import changed
from desktop.document.edits.parts import the_map, with_map
from desktop.document.journey import Lane
from desktop.document.kinds import DIVIDERS
from desktop.document.project import Project
from desktop.document.selecting import between
from desktop.layout.places import Layout, Row
from desktop.layout.repeats import room_for
from desktop.layout.style import Words
from desktop.plan.area import Area
from desktop.plan.lengths import panels, whole
from desktop.plan.page import MM
from desktop.plan.paper import MOST, paper
from desktop.plan.settings import Margin, Settings
from desktop.poster.press import Made, Press

TALLEST = 100.0
"""Times the usual height of a row, the most that a lane may ask for."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """A part of the map laid out in columns as wide as those of the whole."""

    press: Press
    project: Project
    layout: Layout
    title: str


def divided(press: Press, project: Project, map_id: str, made: Made, edges: Margin) -> tuple[Made, ...]:
    """What was `made` in this press's style on one page that is too wide, on as many pages as it takes.

    They divide the map between stages where they can, else between steps. All are equally high: as that page, or
    higher, where their heads need more lines; along a roll they are set a little smaller instead.
    """
    whole_layout = made.layout
    if whole_layout is None or not whole_layout.columns:
        return (made,)
    wall = _Wall(press, project, map_id, whole_layout, made.page.scale, edges)
    found = wall.panels()
    if len(found) < 2:
        return (made,)
    top = max(panel.layout.labels.y for panel in found)
    tallest = max(panel.layout.height + top - panel.layout.labels.y for panel in found)
    needed = whole(tallest * wall.scale / MM + edges[1] + edges[3])
    usual = made.page.height / MM
    height = usual if _is_on_roll(press.settings) else min(MOST, max(needed, usual))
    scale = min(wall.scale, (height - edges[1] - edges[3]) * MM / tallest)
    return tuple(_made(panel, scale, top, height, edges) for panel in found)


def _is_on_roll(settings: Settings) -> bool:
    return settings.sizing != "sheets" and bool(settings.paper) and paper(settings.paper).is_roll


def panel_title(number: int, count: int, words: Words) -> str:
    """“1 of 3”."""
    return words("poster.panel").format(number=number, count=count)


def _made(panel: _Panel, scale: float, top: float, height: float, edges: Margin) -> Made:
    """Lower by what other panels need more above their rows."""
    drop = (top - panel.layout.labels.y) * scale
    ground = Area(whole(panel.layout.width * scale / MM + edges[0] + edges[2]), height, edges)
    return panel.press.made(panel.layout, ground, scale, panel.title, drop)


@dataclass(frozen=True, slots=True)
class _Wall:
    """The whole map, laid out, and what is asked of its panels."""

    press: Press
    project: Project
    map_id: str
    layout: Layout
    scale: float
    edges: Margin

    def panels(self) -> tuple[_Panel, ...]:
        columns, again = self.layout.columns, room_for(self.press.spans(MOST, self.scale), self.press.style)
        ends = {at for at, column in enumerate(columns[:-1]) if column.stage is not columns[at + 1].stage}
        room = (MOST - self.edges[0] - self.edges[2]) * MM / self.scale
        parts = panels([column.width for column in columns], ends, room - self._beside - again)
        return _levelled([self._panel(part, number, len(parts)) for number, part in enumerate(parts, 1)], self)

    @property
    def _beside(self) -> float:
        """The width of everything beside the columns where lane labels stand once."""
        space = self.press.style.space
        return self.layout.columns[0].x - space["gutter"] + space["page-margin"]

    def _panel(self, part: range, number: int, count: int) -> _Panel:
        title = panel_title(number, count, self.press.words)
        project = _titled(between(self.project, self.map_id, self._steps(part)), self.map_id, title)
        if number < count:
            project = with_map(project, changed(the_map(project, self.map_id), tasks=()))
        else:
            tasks = the_map(self.project, self.map_id).tasks
            project = with_map(project, changed(the_map(project, self.map_id), tasks=tasks))
        press = self.press.of(project)
        return _Panel(press, project, self.laid(press, sum(self.layout.columns[at].width for at in part)), title)

    def _steps(self, part: range) -> list[str]:
        return [self.layout.columns[at].step.id for at in part]

    def laid(self, press: Press, columns: float) -> Layout:
        """A part whose columns are together so wide."""
        again = press.spans((columns + self._beside) * self.scale / MM, self.scale)
        wide = columns + self._beside + (room_for(again, press.style) if again else 0.0)
        note = press.note(self.scale)
        return press.layout(self.map_id, wide, note, spans=again, numbers=self.layout.numbers)


def _titled(project: Project, map_id: str, title: str) -> Project:
    """With the panel's number in the second line of the head."""
    map_ = the_map(project, map_id)
    subtitle = " · ".join(filter(None, (map_.subtitle, title)))
    return with_map(project, changed(map_, subtitle=subtitle[:500]))


def _levelled(found: Sequence[_Panel], wall: _Wall) -> tuple[_Panel, ...]:
    """Laid out anew with every lane as high as where it is highest."""
    highest: dict[str, float] = {}
    for row in (row for panel in found for row in panel.layout.rows):
        highest[row.lane.id] = max(row.height, highest.get(row.lane.id, 0.0))
    return tuple(_raised(panel, highest, wall) for panel in found)


def _high(lane: Lane, row: Row | None, height: float, usual: float) -> Lane:
    """The lane, asking for this height in layout units, where `usual` is what a lane that asks for 1 has."""
    if row is None or row.height >= height:
        return lane
    times = max(1.0, lane.height) * height / row.height if lane.kind == "emotions" else height / usual
    return changed(lane, height=min(times, TALLEST))


def _raised(panel: _Panel, highest: dict[str, float], wall: _Wall) -> _Panel:
    map_ = the_map(panel.project, wall.map_id)
    usual = panel.press.style.space["row"]
    rows = {row.lane.id: row for row in panel.layout.rows if row.lane.kind not in DIVIDERS}
    lanes = tuple(_high(lane, rows.get(lane.id), highest.get(lane.id, 0.0), usual) for lane in map_.lanes)
    project = with_map(panel.project, changed(map_, lanes=lanes))
    press = panel.press.of(project)
    layout = wall.laid(press, sum(column.width for column in panel.layout.columns))
    return _Panel(press, project, layout, panel.title)
