"""A scene in a scrolling window: paints it, scrolls it, changes its scale."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.canvas.pinch import Pinch
from desktop.canvas.scene import Scene
from desktop.canvas.sheet import Sheet
from desktop.canvas.shown import NOTHING, Shown
from desktop.canvas.stale import stale_parts
from desktop.canvas.sticky import bands
from desktop.canvas.view import View, next_step
from desktop.layout.places import Rect

NOTCH = 120
"""A wheel's step in Qt's eighths of a degree."""

WHEEL_STEP = 60
"""Px scrolled per notch."""

WHEEL_ZOOM = 1.2
"""Scale per notch."""

CLEARANCE = 9
"""Px between headers that are kept in sight and what is shown below or beside them."""

MARKS = 10
"""Px that the marks of selection and such reach round what they mark."""

SETTLED = 140
"""Ms after the last change of scale until pictures for this scale are kept."""

Veil = Callable[[QPainter, "Viewer"], None]
"""Paints over what a viewer shows, below its own marks, in px of its viewport."""

Standpoint = tuple[float, tuple[int, int]] | None
"""Scale and scroll position; None is the whole paper, whatever the window's size."""


class Viewer(QAbstractScrollArea):
    """Shows one scene at a time, fitted to the window until somebody zooms."""

    view_changed = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.veils: list[Veil] = []
        self._shown: Scene | None = None
        self._view = View((1, 1), (1.0, 1.0))
        self._lifted = NOTHING
        self._fitting = True
        self._adjusting = False
        self._moving = single_shot(self, SETTLED, self.viewport().update)
        self._pinch = Pinch(self.viewport(), lambda factor, at: self.zoom_to(self.zoom * factor, at))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(WHEEL_STEP)
            bar.valueChanged.connect(self._follow_bars)

    @property
    def scene(self) -> Scene:
        """What is shown; LookupError before the first scene."""
        if self._shown is None:
            raise LookupError("nothing is shown yet")
        return self._shown

    @property
    def has_scene(self) -> bool:
        """Whether anything is shown."""
        return self._shown is not None

    @property
    def view(self) -> View:
        return self._view

    @property
    def zoom(self) -> float:
        return self._view.zoom

    def show_scene(self, scene: Scene, lifted: frozenset[str] = NOTHING, hold: bool = False) -> None:
        """Shows a scene without the lifted cards. With `hold` the paper stays where it is and at most grows."""
        held = self._shown if hold else None
        before = Shown(held, self._view, without=self._lifted) if held is not None else None
        self._shown, self._lifted = scene, lifted
        window, layout = self._view.window, scene.layout
        if hold:
            self._look(self._view.holding(layout.width, layout.height))
        else:
            resized = View(window, (layout.width, layout.height), self.zoom).scrolled(*self._view.scroll)
            self._look(resized.fitted() if self._fitting else resized)
        parts = stale_parts(before, Shown(scene, self._view, without=lifted)) if before is not None else None
        if parts is None:
            self.viewport().update()
        for part in parts or ():
            self.viewport().update(self._in_window(part))

    def _in_window(self, part: Rect) -> QRect:
        """The px that a part of the map takes in the window, with the marks round what is in it."""
        x, y = self._view.to_window(max(part.x, 0.0), max(part.y, 0.0))
        right, bottom = self._view.to_window(
            min(part.right, self._view.paper[0]), min(part.bottom, self._view.paper[1])
        )
        box = QRectF(x, y, right - x, bottom - y).toAlignedRect().adjusted(-MARKS, -MARKS, MARKS, MARKS)
        if part.x < 0:
            box.setLeft(0)  # labels that are kept in sight stand left of where they are on the map
        return box

    def clear_scene(self) -> None:
        """Shows the bare canvas."""
        self._shown = None
        self._look(View(self._view.window, (1.0, 1.0)))
        self.viewport().update()

    def fit(self) -> None:
        """The whole paper, and again whenever the window changes until somebody zooms."""
        self._fitting = True
        self._look(self._view.fitted())

    @property
    def standpoint(self) -> Standpoint:
        """What `stand_at` comes back to."""
        return None if self._fitting else (self.zoom, self._view.scroll)

    def stand_at(self, standpoint: Standpoint) -> None:
        """Scale and scroll position as they once were, as far as one can."""
        self._fitting = standpoint is None
        if standpoint is None:
            self._look(self._view.fitted())
        else:
            zoom, scroll = standpoint
            self._look(View(self._view.window, self._view.paper, zoom).scrolled(*scroll))

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Another scale; the point `at` (px of the viewport, the middle by default) stays where it is."""
        point = at if at is not None else QPointF(self.viewport().rect().center())
        self._fitting = False
        self._moving.start()
        self._look(self._view.zoomed(zoom, point.x(), point.y()))

    def zoom_in(self) -> None:
        self.zoom_to(next_step(self.zoom, 1))

    def zoom_out(self) -> None:
        self.zoom_to(next_step(self.zoom, -1))

    def zoom_actual(self) -> None:
        """100 %."""
        self.zoom_to(1.0)

    def scroll_to(self, x: int, y: int) -> None:
        """Scrolled to a position in px, as far as one can."""
        self._look(self._view.scrolled(x, y))

    def reveal(self, rect: Rect) -> None:
        """Scrolled just enough to show a rectangle of the map, clear of headers and labels that are kept in sight."""
        view = self._view.showing(rect)
        place, corner = bands(self.scene, view), view.to_window(rect.x, rect.y)
        hidden_x = max(0, place.labels.right() + CLEARANCE - round(corner[0])) if place.labels else 0
        hidden_y = max(0, place.headers.bottom() + CLEARANCE - round(corner[1])) if place.headers else 0
        self._look(view.scrolled(view.scroll[0] - hidden_x, view.scroll[1] - hidden_y))

    def repaint_marks(self) -> None:
        self.viewport().update()

    def paint_marks(self, painter: QPainter) -> None:
        """What lies over the map; painted in px of the viewport."""

    def paint_part(self, painter: QPainter, shown: Shown, part: Rect) -> None:
        """What meets a part of the map, for whoever shows it elsewhere, under the painter's transform and clip."""
        self._sheet.part(painter, shown, part)

    def paint_bare(self, painter: QPainter) -> None:
        """What stands on the bare canvas while nothing is shown."""

    def _look(self, view: View) -> None:
        changed = view != self._view
        self._view = view
        self._adjusting = True
        for axis, bar in enumerate((self.horizontalScrollBar(), self.verticalScrollBar())):
            bar.setRange(0, view.reach[axis])
            bar.setPageStep(view.window[axis])
            bar.setValue(view.scroll[axis])
        self._adjusting = False
        if changed:
            self.viewport().update()
            self.view_changed.emit()

    def _follow_bars(self) -> None:
        if not self._adjusting:
            self._look(self._view.scrolled(self.horizontalScrollBar().value(), self.verticalScrollBar().value()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.viewport().size()
        view = replace(self._view, window=(size.width(), size.height())).scrolled(*self._view.scroll)
        self._look(view.fitted() if self._fitting and view.rest is None else view)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._shown is None:
            painter.fillRect(event.rect(), self.palette().window())
            self.paint_bare(painter)
        else:
            self._sheet.paint(painter, Shown(self._shown, self._view, self._moving.isActive(), self._lifted))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for veil in self.veils:
                veil(painter, self)
            self.paint_marks(painter)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / NOTCH
            self.zoom_to(self.zoom * WHEEL_ZOOM**notches, event.position())
            return
        moved = QPointF(event.pixelDelta())
        if moved.isNull():
            moved = QPointF(event.angleDelta()) * WHEEL_STEP / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
            moved = moved.transposed()
        self.scroll_to(self._view.scroll[0] - round(moved.x()), self._view.scroll[1] - round(moved.y()))


def single_shot(parent: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    """A timer that fires once after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
