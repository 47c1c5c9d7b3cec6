"""What a point asks, with its example, its lane, its stages and how it is worked on."""

from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.agenda import Agenda
from desktop.document.base import in_order
from desktop.document.journey import AgendaPoint, JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.layout.names import lane_name, name_of
from desktop.layout.short import short
from desktop.layout.style import Words
from desktop.panels.inspector.chosen import ChoiceField, Option
from desktop.panels.inspector.field import Caption, Field
from desktop.panels.inspector.typed import TextField

FORMS = ("", "silent", "vote", "talk", "break")
ABSENT = "kind:"
"""Before the kind of a lane that the map has not."""


class PointForm(QWidget):
    """Follows one point of the agenda by its id. What is entered is handed in when its field is left."""

    def __init__(self, agenda: Agenda, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = agenda
        self._words = words
        self._point = ""
        self.setObjectName("pointform")
        self.prompt = TextField(words("show.prompt"), words)
        self.example = TextField(words("show.for_example"), words, least=1)
        self.lane = ChoiceField(words("show.lane"), words)
        self.form = ChoiceField(words("show.form"), words)
        self.stages = QPushButton()
        self.fields: dict[str, Field] = {
            "prompt": self.prompt,
            "example": self.example,
            "lane": self.lane,
            "form": self.form,
        }
        for name, field in self.fields.items():
            field.write = partial(self._write, name)
        self._arrange()

    @property
    def point(self) -> AgendaPoint | None:
        """The point that is shown, as it is now."""
        journey = self._agenda.journey
        return find(journey.agenda, self._point) if journey else None

    def show_point(self, point_id: str) -> None:
        """Shows a point from now on; what was entered for the one before is handed in."""
        fresh = point_id != self._point
        if fresh:
            self.commit()
            self._point = point_id
        point, journey = self.point, self._agenda.journey
        if point is None or journey is None:
            return
        for field in self.fields.values():
            field.set_read_only(self._agenda.fixed)
        self.stages.setEnabled(not self._agenda.fixed)
        self.lane.offer(self._lanes(journey, point))
        self.form.offer(tuple((form, self._words(f"show.form.{form or 'fill'}")) for form in FORMS))
        lane = point.lane or (f"{ABSENT}{point.kind}" if point.kind else "")
        for name, value in {"prompt": point.prompt, "example": point.example, "lane": lane, "form": point.form}.items():
            self.fields[name].show_value(value, fresh)
        self._show_stages(journey, point)

    def commit(self) -> None:
        """Hands in what is being written."""
        for field in self.fields.values():
            field.commit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 4)
        column.setSpacing(8)
        for field in (self.prompt, self.example):
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.lane, 3)
        row.addWidget(self.form, 2)
        column.addLayout(row)
        caption = Caption(self._words("show.stages"))
        caption.setBuddy(self.stages)
        column.addWidget(caption)
        self.stages.setObjectName("stages")
        self.stages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.stages.setAccessibleName(self._words("show.stages"))
        self.stages.setMenu(QMenu(self.stages))
        self.stages.menu().triggered.connect(self._choose_stage)
        column.addWidget(self.stages)

    def _lanes(self, journey: JourneyMap, point: AgendaPoint) -> tuple[Option, ...]:
        """No lane, those of the map, and the kind that the point is about where the map has none."""
        rows = [(lane.id, short(lane_name(lane, self._words))) for lane in in_order(journey.lanes)
                if lane.kind not in DIVIDERS]  # fmt: skip
        absent = self._words("show.lane_absent").format(lane=name_of("lane", point.kind, self._words))
        wanted = [(f"{ABSENT}{point.kind}", absent)] if point.kind and not point.lane else []
        return (("", self._words("field.none")), *wanted, *rows)

    def _show_stages(self, journey: JourneyMap, point: AgendaPoint) -> None:
        """All stages of the map in a menu; those of the point are ticked."""
        menu = self.stages.menu()
        menu.clear()
        for stage in in_order(journey.stages):
            action = QAction(short(stage.title or self._words("project.untitled")), menu)
            action.setCheckable(True)
            action.setChecked(stage.id in point.stages)
            action.setData(stage.id)
            menu.addAction(action)
        chosen = [stage.title for stage in in_order(journey.stages) if stage.id in point.stages]
        said = short(", ".join(chosen)) if chosen else self._words("show.all_stages")
        self.stages.setText(f"\N{EN SPACE}{said}")  # a style sheet's padding does not reach a button with a menu

    def _choose_stage(self, action: QAction) -> None:
        point, stage = self.point, str(action.data())
        if point is not None:
            kept = tuple(one for one in point.stages if one != stage)
            self._agenda.edit(self._point, stages=(*kept, stage) if action.isChecked() else kept)

    def _write(self, name: str, value: Any) -> str:
        """Refused by nothing but what the status bar says."""
        if name != "lane":
            self._agenda.edit(self._point, **{name: value})
        elif str(value).startswith(ABSENT):
            self._agenda.edit(self._point, lane="", kind=str(value).removeprefix(ABSENT))
        else:
            self._agenda.edit(self._point, lane=value, **({} if value else {"kind": ""}))
        return ""
