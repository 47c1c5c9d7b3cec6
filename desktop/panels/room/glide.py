"""From one place of the map to another, so that eyes can follow; at once where the system asks for stillness."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QStyle

from desktop.canvas.view import View
from desktop.canvas.viewer import Viewer

LASTS = 180
"""Ms."""


class Glide(QVariantAnimation):
    """Moves a viewer. A second goal takes the place of the first, from wherever the viewer is by then."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._from = self._to = viewer.view
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(LASTS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._move)

    @property
    def goal(self) -> View:
        """Where the viewer is, or will be when it has come to rest."""
        running = self.state() is QVariantAnimation.State.Running
        return self._to if running else self._viewer.view

    def to(self, goal: View, *, since: View | None = None) -> None:
        """Goes to a view of what is shown. `since`: where eyes were, if the viewer has left it in the meantime."""
        start = since or self._viewer.view
        if _spot(goal) == _spot(self.goal) and _spot(start) == _spot(self._viewer.view):
            return
        self.stop()
        self._from, self._to = start, goal
        if still(self._viewer) or not self._viewer.isVisible():
            self._arrive()
        else:
            self._move(0.0)
            self.start()

    def _move(self, share: float) -> None:
        if share >= 1.0:
            self._arrive()
            return
        one, other = self._from, self._to
        zoom = one.zoom * (other.zoom / one.zoom) ** share
        centres = [view.to_map(view.window[0] / 2, view.window[1] / 2) for view in (one, other)]
        # what is in the middle moves evenly on the screen: at a small scale it goes further on the map
        pace = share if one.zoom == other.zoom else (1 / one.zoom - 1 / zoom) / (1 / one.zoom - 1 / other.zoom)
        x, y = (start + (end - start) * pace for start, end in zip(*centres, strict=True))
        if zoom != self._viewer.zoom:
            self._viewer.zoom_to(zoom)
        view = self._viewer.view
        at = view.to_window(x, y)
        self._viewer.scroll_to(
            view.scroll[0] + round(at[0] - view.window[0] / 2), view.scroll[1] + round(at[1] - view.window[1] / 2)
        )

    def _arrive(self) -> None:
        self._viewer.stand_at(_spot(self._to))


def still(viewer: Viewer) -> bool:
    """Whether nothing is to move of itself: what desktops tell Qt when somebody has turned animations off."""
    return viewer.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, viewer) <= 0


def _spot(view: View) -> tuple[float, tuple[int, int]]:
    return view.zoom, view.scroll
