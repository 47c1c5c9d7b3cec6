"""Photos of the wall in a window: the sheet in which they are straightened, the walk in its dock, and what lies under
the map."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from desktop import resources
from desktop.canvas.canvas import Canvas
from desktop.desk.album import Album
from desktop.desk.desk import Desk
from desktop.desk.paperwalk import PaperWalk
from desktop.desk.snapping import Snapping
from desktop.drawing.lettering import Lettering
from desktop.drawing.wallplan import WallPlan, wall_plan
from desktop.drawing.workwall import wall as drawn
from desktop.panels.docks import RIGHT, Docks
from desktop.panels.photos.sheet import PhotoSheet
from desktop.panels.photos.underlay import Underlay
from desktop.panels.photos.walkpanel import WalkPanel

NAME = "photos"

Ask = Callable[[Path], list[Path]]
"""Which photos, beginning in a folder."""


@dataclass(frozen=True, slots=True)
class Wall:
    """The photos of one map: the walk through them and the sheet in which they are straightened."""

    walk: PaperWalk
    sheet: PhotoSheet


class Photos:
    """Of the photos only kept pictures go into the project. `hand_in` makes what is being written count."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        *,
        hand_in: Callable[[], None],
        ask: Ask,
    ) -> None:
        self._window = window
        self._desk = desk
        self._canvas = canvas
        self._docks = docks
        self._hand_in = hand_in
        self._ask = ask
        self._walls: dict[str, Wall] = {}
        self.panel = WalkPanel(desk, canvas)
        self.underlay = Underlay()
        canvas.veils.append(self.underlay.paint)
        self.panel.choosing.connect(self.choose)
        self.panel.left.connect(canvas.setFocus)
        self.panel.keeping.connect(self.keep)
        self.panel.laid.connect(self.lay)
        desk.shown.connect(self._follow)
        docks.add(NAME, self.panel, RIGHT, self.panel.take_focus, shown=False)

    @property
    def open(self) -> Wall | None:
        """The photos of the map shown."""
        return self._walls.get(self._desk.map_id)

    def call(self) -> None:
        """Goes on with the walk, or first chooses photos; from the walk, back to the map."""
        self._hand_in()
        if self._desk.journey is None:
            return
        if self._docks.call(NAME, self._canvas) and self.open is None:
            self.choose()

    def choose(self) -> None:
        """Opens the sheet of the photos; without any it asks for some at once."""
        wall = self.open or self._begin()
        if wall is None:
            return
        wall.sheet.show()
        wall.sheet.raise_()
        wall.sheet.activateWindow()
        if not wall.walk.album.shots:
            wall.sheet.add()

    def keep(self) -> None:
        """The cell that one stands at as a picture card; what is typed stays in its line."""
        walk = self.open.walk if self.open else None
        cell = walk.cell if walk else None
        if walk is None or cell is None:
            self._say("said.no_photo")
            return
        self._canvas.stop_writing()
        if walk.keep():
            self._say("said.photo_kept", cell=cell.address)

    def lay(self, on: bool) -> None:
        """Under the map, or away from there."""
        self.underlay.on = on
        self._canvas.repaint_marks()

    def commit(self) -> None:
        """What stands in the line counts."""
        self.panel.commit()

    def _begin(self) -> Wall | None:
        """Photos of the wall as it would be printed now."""
        plan = self._plan()
        if plan is None:
            return None
        album = Album(plan)
        made = Wall(PaperWalk(self._desk, album), PhotoSheet(album, self._which, self._desk.words, self._window))
        made.sheet.changed.connect(self._look_again)
        made.sheet.walking.connect(self._start)
        made.sheet.keeping.connect(self._keep_photo)
        self._walls[self._desk.map_id] = made
        self._show(made)
        return made

    def _plan(self) -> WallPlan | None:
        journey, project = self._desk.journey, self._desk.project
        if journey is None:
            return None
        lettering = Lettering(self._canvas.studio.composer.typesetter)
        style = resources.style("print", project.brand.accent)
        return wall_plan(drawn(journey, project.title, style, lettering, resources.words(project.language)))

    def _which(self) -> list[Path]:
        path = self._desk.session.path
        return self._ask(path.absolute().parent if path else Path.home())

    def _look_again(self) -> None:
        self.underlay.forget()
        if self.open is not None:
            self.open.walk.look_again()
        self.panel.show_again()
        self._canvas.repaint_marks()

    def _keep_photo(self) -> None:
        """The photo that the sheet shows."""
        wall = self.open
        shot = wall.sheet.shot if wall else None
        if wall and shot and Snapping(self._desk, wall.walk.album).photo(shot):
            self._say("said.photo_kept_whole")

    def _say(self, code: str, **named: str) -> None:
        self._desk.said.emit(self._desk.words(code).format(**named))

    def _start(self) -> None:
        """From the sheet to the cells."""
        if self.open is not None:
            self.open.sheet.close()
        self._window.activateWindow()
        self._docks.enter(NAME)

    def _follow(self) -> None:
        """Another map has other photos; lanes and steps that are gone are no longer walked to."""
        there = self.open
        if (there.walk if there else None) is not self.panel.walk:
            self._show(there)
        elif there is not None:
            there.walk.follow()
            self.panel.follow_map()

    def _show(self, wall: Wall | None) -> None:
        """The photos of another map: the sheet of the one before goes."""
        for other in self._walls.values():
            if other is not wall:
                other.sheet.close()
        self.underlay.walk = wall.walk if wall else None
        self.underlay.forget()
        self.panel.take_walk(self.underlay.walk)
        self._canvas.repaint_marks()
