"""The row at the top of the window: project, tools in words, and the one strong button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.layout.short import shortened
from desktop.panels.icons import icon
from desktop.panels.tips import tip

HEIGHT = 48
LONGEST_TITLE = 32
"""Letters of a project's title that are shown; the rest is in the tool tip."""


class TopRow(QFrame):
    """A menu under the project's name, groups of actions, and far right “Print on the wall”.

    Where the words find no room, the tools of the last groups are icons alone.
    """

    strong = Signal()

    def __init__(
        self, menu: QMenu, groups: Sequence[Sequence[QAction]], strong: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.project = _project_button(menu)
        self.groups = [[_tool(action) for action in group] for group in groups]
        self.print_button = QPushButton(strong)
        self.print_button.setObjectName("strong")
        self.print_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.print_button.clicked.connect(self.strong)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(4)
        row.addWidget(self.project)
        for group in self.groups:
            row.addWidget(_divider())
            for tool in group:
                row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self.print_button)

    def show_project(self, title: str) -> None:
        """The project's title, shortened where it is very long."""
        if tip(title) != self.project.toolTip():
            self.project.setText(shortened(title, LONGEST_TITLE))
            self.project.setToolTip(tip(title))
            self._fit()

    def open_menu(self) -> None:
        """Opens the menu below the project's name, its first entry ready for the arrow keys."""
        menu = self.project.menu()
        menu.popup(self.project.mapToGlobal(self.project.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Buttons for fingers need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.layout() is not None:
            self._fit()

    def _fit(self) -> None:
        """Words for as many groups from the left as there is room for."""
        for group in self.groups:
            _show(group, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for group in reversed(self.groups):
            self._row.invalidate()
            if self._row.sizeHint().width() > self.width():
                _show(group, Qt.ToolButtonStyle.ToolButtonIconOnly)


def _show(tools: Sequence[QToolButton], style: Qt.ToolButtonStyle) -> None:
    for tool in tools:
        tool.setToolButtonStyle(style)


def _project_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setObjectName("project")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    menu.setLayoutDirection(menu.layoutDirection())  # its own from now on, not the button's
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
    button.setIcon(icon("menu"))
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _divider() -> QFrame:
    line = QFrame()
    line.setObjectName("divider")
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFixedSize(17, 24)
    line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return line
