"""The questions on the left of the dialog: what, from how far, on what; the rest is folded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.poster.compared import ComparedPage
from desktop.dialogs.poster.distances import DistancesPage
from desktop.dialogs.poster.fields import Fold
from desktop.dialogs.poster.medium import MediumPage
from desktop.dialogs.poster.shop import ShopPage
from desktop.dialogs.poster.since import SincePage
from desktop.dialogs.poster.what import WhatPage
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.plan.settings import LOOSE, Settings
from desktop.poster.reading import RoleGrade
from desktop.preferences import Habits

WIDTH, GUTTER = 412, 13
"""Px of the pages, and of the bar that scrolls them."""

FOLD_MARGIN = 12
"""Px above the line that was unfolded."""


class Pages(QScrollArea):
    """changed(settings): something was answered in another way."""

    changed = Signal(object)

    def __init__(self, journey: JourneyMap, project: Project, words: Words, habits: Habits) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self.what = WhatPage(journey, words)
        self.compared = ComparedPage(journey, project, words)
        self.since = SincePage(words)
        self.distances = DistancesPage(words)
        self.medium = MediumPage(words, habits.printers, habits.papers)
        self.shop = ShopPage(words)
        self.fold = Fold(words("poster.shop"), self.shop)
        self._pages = (self.what, self.compared, self.since, self.distances, self.medium, self.shop)
        self._arrange(words)
        for page in self._pages:
            page.changed.connect(self._take)

    def show_settings(self, settings: Settings) -> None:
        """Shows the answers, without telling anybody."""
        for page in self._pages:
            page.show_settings(settings)
        self._afar.setVisible(settings.content not in LOOSE)

    def show_grades(self, graded: Sequence[RoleGrade], budget: int) -> None:
        """How the type came out."""
        self.distances.show_grades(graded, budget)

    def _arrange(self, words: Words) -> None:
        page = QWidget()
        page.setObjectName("pagesheet")
        page.setMaximumWidth(WIDTH - GUTTER)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 12, 20)
        column.setSpacing(12)
        self._afar = _question(words("poster.ask_distance"), self.distances)
        column.addWidget(_question(words("poster.ask_what"), self.what, self.compared, self.since, first=True))
        column.addWidget(self._afar)
        column.addWidget(_question(words("poster.ask_medium"), self.medium))
        column.addSpacing(8)
        column.addWidget(rule())
        column.addWidget(self.fold)
        column.addWidget(self.shop)
        column.addStretch(1)
        self._page = page
        self.setWidget(page)
        self.fold.toggled.connect(self._show_fold)

    def _show_fold(self, shown: bool) -> None:
        """Brings what has been unfolded into sight."""
        if shown:
            self._page.adjustSize()
            self.verticalScrollBar().setValue(self.fold.y() - FOLD_MARGIN)

    def _take(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)


def _question(asked: str, *answers: QWidget, first: bool = False) -> QWidget:
    """A question with its fields, ruled off from the one before."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    if not first:
        column.addSpacing(8)
        column.addWidget(rule())
        column.addSpacing(4)
    column.addWidget(plain(asked, "heading"))
    for body in answers:
        column.addWidget(body)
    return whole


def rule() -> QFrame:
    """A hairline between two questions."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line
