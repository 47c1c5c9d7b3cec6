"""The first question: what is printed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.poster.choices import Grounds, narrowed
from desktop.dialogs.poster.fields import ROW, Form, Pick
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.layout.names import lane_name
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.plan.settings import CONTENTS, LOOSE, SCOPES, Settings

ID = Qt.ItemDataRole.UserRole
ROWS, ROW_HEIGHT = 5, 26
"""Rows of a list that are seen without scrolling, and px of each."""


class WhatPage(QWidget):
    """changed(settings): with another content, or another part of the map."""

    changed = Signal(object)

    def __init__(self, journey: JourneyMap, words: Words) -> None:
        super().__init__()
        self._settings = Settings()
        self.grounds = Grounds()
        contents = [(each, words(f"poster.content_{each}")) for each in CONTENTS if each != "stickers"]
        scopes = [(each, words(f"poster.scope_{each}")) for each in SCOPES]
        self.content = Pick(words("poster.what"), contents)
        self.scope = Pick(words("poster.scope"), scopes)
        stages = ((stage.id, stage.title or "–") for stage in in_order(journey.stages))
        lanes = ((lane.id, lane_name(lane, words)) for lane in in_order(journey.lanes) if not lane.hidden)
        self.stages = Chosen(words("poster.stages"), stages)
        self.lanes = Chosen(words("poster.lanes"), lanes)
        self.form = Form()
        self.form.add(words("poster.content"), self.content)
        self.form.add(words("poster.scope"), self.scope)
        self.form.add(words("poster.stages"), self.stages)
        self.form.add(words("poster.lanes"), self.lanes)
        self.note = plain(words("poster.chosen_none"), "problem", wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addWidget(self.form)
        column.addWidget(self.note)
        self.content.picked.connect(self._set_content)
        self.scope.picked.connect(self._set_scope)
        for chosen in (self.stages, self.lanes):
            chosen.changed.connect(self._set_part)

    def show_settings(self, settings: Settings) -> None:
        """Shows what is printed with these, without telling anybody."""
        self._settings = settings
        self.content.show_value("map" if settings.content == "stickers" else settings.content)
        self.scope.show_value(settings.scope)
        picked = settings.scope == "chosen"
        for chosen, ids in ((self.stages, settings.stages), (self.lanes, settings.lanes)):
            self.form.show_row(chosen, picked)
            if picked:
                chosen.show_ids(ids)
        self.form.show_row(self.scope, settings.content not in LOOSE)
        self.note.setVisible(picked and not (self.stages.ids and self.lanes.ids))

    def _set_content(self, content: str) -> None:
        self._tell(self.grounds.filled(self._settings, content))

    def _set_scope(self, scope: str) -> None:
        self._tell(narrowed(self._settings, scope, self._settings.stages, self._settings.lanes))

    def _set_part(self) -> None:
        """All of them ticked are no choice among them: what is added to the map later is printed too."""
        stages, lanes = (() if each.whole else each.ids for each in (self.stages, self.lanes))
        if self.stages.ids and self.lanes.ids:
            self._tell(narrowed(self._settings, "chosen", stages, lanes))
        else:
            self.note.show()

    def _tell(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)


class Chosen(QListWidget):
    """changed(): another entry was ticked, or one no longer is."""

    changed = Signal()

    def __init__(self, name: str, entries: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("chosen")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for id_, text in entries:
            entry = QListWidgetItem(text, self)
            entry.setData(ID, id_)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked)
        self.setFixedHeight(min(self.count(), ROWS) * ROW_HEIGHT + 2 * self.frameWidth() + 4)
        self.itemChanged.connect(self._tell)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of what is ticked, in the map's order."""
        return tuple(entry.data(ID) for entry in self._entries() if entry.checkState() is Qt.CheckState.Checked)

    @property
    def whole(self) -> bool:
        """Whether all of it is ticked."""
        return len(self.ids) == self.count()

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Ticks these; none means all."""
        self.blockSignals(True)
        for entry in self._entries():
            ticked = not ids or entry.data(ID) in ids
            entry.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def _entries(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tell(self) -> None:
        self.changed.emit()
