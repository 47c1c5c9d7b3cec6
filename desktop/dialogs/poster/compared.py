"""With which map the one shown is compared, and which of the two is told of first."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.poster.fields import Form, Pick
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.names import name_of
from desktop.layout.short import shortened
from desktop.layout.style import Words
from desktop.plan.settings import Settings
from desktop.poster.comparisonlist import captions_of, compared

LETTERS = 22
"""Of a map's title in the field."""


class ComparedPage(QWidget):
    """changed(settings): with another map, or the other way round. Seen only where a comparison is printed and there is
    another map."""

    changed = Signal(object)

    def __init__(self, journey: JourneyMap, project: Project, words: Words) -> None:
        super().__init__()
        self._journey, self._project, self._words = journey, project, words
        self._settings = Settings()
        self.against = Pick(words("poster.against"), self._others())
        self.order = Pick(words("poster.order"))
        form = Form()
        form.add(words("poster.against"), self.against)
        form.add(words("poster.order"), self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.against.picked.connect(self._set_against)
        self.order.picked.connect(self._set_order)

    def show_settings(self, settings: Settings) -> None:
        """Shows which maps are compared with these, without telling anybody."""
        self._settings = settings
        both = compared(self._project, self._journey, settings) if settings.content == "comparison" else None
        if both is not None:
            self.against.show_value(next(one.id for one in both if one.id != self._journey.id))
            self.order.offer(self._orders(settings))
            self.order.show_value(settings.turned)
        self.setVisible(both is not None)

    def _others(self) -> Iterator[tuple[str, str]]:
        """The other maps, as their tabs are called; in what state one is, is always in sight."""
        untitled = self._project.title or self._words("project.untitled")
        for one in in_order(self._project.maps):
            if one.id != self._journey.id:
                title = shortened(one.title or untitled, LETTERS)
                yield one.id, f"{title} · {name_of('tab', one.status, self._words)}"

    def _orders(self, settings: Settings) -> Iterator[tuple[bool, str]]:
        for turned in (False, True):
            both = compared(self._project, self._journey, replace(settings, turned=turned)) or ()
            yield turned, " → ".join(captions_of(both, self._project, self._words))

    def _set_against(self, map_id: str) -> None:
        """Another map is told of in the order in which the two follow from each other."""
        self._tell(replace(self._settings, against=map_id, turned=False))

    def _set_order(self, turned: bool) -> None:
        self._tell(replace(self._settings, turned=turned))

    def _tell(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)
