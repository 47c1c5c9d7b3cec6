"""What has changed since a snapshot, on the map that one works on: marks over it, and a line that counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from desktop.canvas.canvas import Canvas
from desktop.canvas.changeveil import ChangeVeil
from desktop.canvas.ghosts import Ghost, ghosts
from desktop.canvas.rest import at_rest
from desktop.canvas.scene import Scene, Studio
from desktop.canvas.viewer import single_shot
from desktop.desk.desk import Desk
from desktop.desk.lens import Lens
from desktop.desk.snapshots import Snapshots
from desktop.dialogs.differences import summary
from desktop.dialogs.snapshots import SinceStrip, ghost_marks, marks_of
from desktop.document.difference import Difference
from desktop.document.journey import JourneyMap, Snapshot
from desktop.document.keyed import find
from desktop.layout.dates import worded
from desktop.panels.waiting import waiting
from desktop.session import Signal

PAUSE = 400
"""Ms after the last edit until the map is compared again."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which map is compared, with which of its snapshots, and how it was then."""

    map_id: str
    snapshot: Snapshot
    then: JourneyMap


class Since(QObject):
    """Is on from `show` or `toggle` until it is asked for again, or Escape has nothing else to take back.

    An edit costs nothing here but a painting: the snapshot is read once, and compared when nobody has edited for a
    while. changed(): there are other marks on the map.
    """

    def __init__(self, desk: Desk, canvas: Canvas, verbs: Snapshots) -> None:
        super().__init__(canvas)
        self.changed: Signal[[]] = Signal()
        self.veil = ChangeVeil()
        self.strip = SinceStrip(desk.words)
        self._desk = desk
        self._canvas = canvas
        self._verbs = verbs
        self._shown: Shown | None = None
        self._past: tuple[tuple[JourneyMap, Lens, Studio], Scene] | None = None
        self._pause = single_shot(self, PAUSE, self.refresh)
        self.strip.closing.connect(self.close)
        canvas.veils.append(self.veil.paint)
        canvas.installEventFilter(self)
        desk.shown.connect(self._follow)

    def leave(self) -> None:
        """The window is closed for good."""
        self._pause.stop()

    @property
    def on(self) -> bool:
        """Whether changes of the map on the desk are shown."""
        return self._shown is not None and self._shown.map_id == self._desk.map_id

    @property
    def snapshot(self) -> str:
        """The id of that since which they are shown; "" for none."""
        return self._shown.snapshot.id if self._shown is not None and self.on else ""

    def toggle(self) -> None:
        """Shows what has changed since the last snapshot, or no longer."""
        kept = self._verbs.kept
        if self.on:
            self.close()
        elif kept:
            self.show(kept[0].id)
        else:
            self._desk.said.emit(self._desk.words("snapshots.none"))

    def show(self, snapshot_id: str) -> None:
        """Shows what has changed since this snapshot; says so where it cannot be read."""
        with waiting():
            self._shown = self._read(snapshot_id)
            if self._shown is None:
                self.close()
                self._desk.said.emit(self._desk.words("snapshots.unreadable"))
                return
            self.refresh()
        self.strip.show()
        self._desk.said.emit(self.strip.accessibleName())

    def close(self) -> None:
        """Shows the map as ever."""
        if self.strip.isAncestorOf(self._canvas.window().focusWidget() or self._canvas):
            self._canvas.setFocus()
        self._pause.stop()
        self._shown = self._past = None
        self.veil.clear()
        self.strip.hide()
        self._repaint()

    def refresh(self) -> None:
        """Compares the map as it is now."""
        self._pause.stop()
        if self._shown is None or not self.on:
            return
        shown = self._still(self._shown)
        if shown is None:
            self.close()
            return
        self._shown = shown
        differences = self._verbs.since(shown.then)
        words = self._desk.words
        was = ghost_marks(differences, words)
        self.veil.show(shown.map_id, marks_of(differences, words), was, self._ghosts(shown.then, was))
        self._tell(shown, differences)
        self._repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape on the map, where it has nothing else to take back."""
        if watched is self._canvas and _escapes(event) and self.on and at_rest(self._canvas):
            self.close()
            return True
        return False

    def _follow(self) -> None:
        if self._shown is not None:
            self.strip.setVisible(self.on)
            if self.on:
                self._pause.start()
                self._canvas.repaint_marks()  # marks reach further than what the edit has painted anew

    def _read(self, snapshot_id: str) -> Shown | None:
        journey, then = self._desk.journey, self._verbs.past(snapshot_id)
        snapshot = find(journey.snapshots, snapshot_id) if journey else None
        return Shown(self._desk.map_id, snapshot, then) if snapshot is not None and then is not None else None

    def _still(self, shown: Shown) -> Shown | None:
        """The same, read again where the file was; None where the snapshot has gone."""
        journey = self._desk.journey
        now = find(journey.snapshots, shown.snapshot.id) if journey else None
        return shown if now is shown.snapshot else self._read(shown.snapshot.id)

    def _ghosts(self, then: JourneyMap, things: Iterable[str]) -> tuple[Ghost, ...]:
        """Where these things stood, the map seen as it is seen now."""
        key, known = (then, self._desk.lens, self._canvas.studio), self._past
        if known is None or any(one is not other for one, other in zip(known[0], key, strict=True)):
            before = self._canvas.scene if self._canvas.has_scene else None
            scene = self._canvas.studio.scene(self._verbs.around(then), then.id, before, self._desk.lens)
            known = self._past = key, scene
        return tuple(ghosts(known[1].hits, things))

    def _tell(self, shown: Shown, differences: tuple[Difference, ...]) -> None:
        words, snapshot = self._desk.words, shown.snapshot
        date = worded(snapshot.date, words)
        code = "since.title_dated" if date else "since.title"
        title = words(code).format(title=self._verbs.title(snapshot.id), date=date)
        self.strip.tell(title, summary(differences, words))

    def _repaint(self) -> None:
        self._canvas.repaint_marks()
        self.changed.emit()


def _escapes(event: QEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
