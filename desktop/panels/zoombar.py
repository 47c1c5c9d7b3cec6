"""The scale on the canvas: − 63 % + ⤢ Fit."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from desktop.canvas.viewer import Viewer

INSET = 16
"""Px from the viewport's right and bottom edge."""

ROOMY = 320
"""Px of viewport below which nothing is written on the last button."""

STYLE = Qt.ToolButtonStyle


class ZoomBar(QFrame):
    """Floats over a viewer's right bottom corner; the figure itself zooms to 100 %."""

    def __init__(self, viewer: Viewer, smaller: QAction, actual: QAction, larger: QAction, fit: QAction) -> None:
        super().__init__(viewer)
        self.setObjectName("zoom")
        self._viewer = viewer
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(0)
        self.figure = QToolButton()
        self.fit = QToolButton()
        for button, action in (
            (QToolButton(), smaller),
            (self.figure, actual),
            (QToolButton(), larger),
            (self.fit, fit),
        ):
            button.setDefaultAction(action)
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.figure.setMinimumWidth(52)
        viewer.view_changed.connect(self._follow)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Buttons for fingers are larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._follow()

    def _follow(self) -> None:
        """The figure of the scale, and the place in the corner: the view changes with the window too."""
        size = self._viewer.viewport().size()
        self.figure.setText(f"{self._viewer.zoom * 100:.0f} %")
        self.fit.setToolButtonStyle(
            STYLE.ToolButtonTextBesideIcon if size.width() >= ROOMY else STYLE.ToolButtonIconOnly
        )
        self.adjustSize()
        self.move(size.width() - self.width() - INSET, size.height() - self.height() - INSET)
