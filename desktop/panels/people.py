"""The people of a project, its goals and metrics, the tasks of a map: lists below the fields of the map."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.document.base import IdSource
from desktop.document.edits.facts import edit_map
from desktop.document.edits.people import (
    add_goal,
    add_persona,
    move_goal,
    move_persona,
    remove_goal,
    remove_persona,
)
from desktop.document.journey import JourneyMap, Task
from desktop.document.keyed import find
from desktop.document.project import Goal, Persona, Project
from desktop.method.numbering import next_numbers
from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.chosen import ChoiceField
from desktop.panels.inspector.form import GAP, Form, Rows, Spec, Subject
from desktop.panels.inspector.offered import OfferedField
from desktop.panels.inspector.picture import Chooser, buttons
from desktop.panels.inspector.typed import LineField, Sentence, TextField
from desktop.panels.rolls import METRICS, PROJECT, tasks_of
from desktop.panels.roster import Roll, Roster

Lines = partial(TextField, codec=codecs.LINES)
Number = partial(LineField, codec=codecs.NUMBER)
Percent = partial(LineField, codec=codecs.PERCENT)

PERSONA: Rows = (
    (Spec("name", LineField), Spec("segment", OfferedField, options.segments)),
    (Spec("summary", Sentence),),
    (Spec("role", Sentence),),
    (Spec("quote", TextField),),
    *((Spec(path, Lines),) for path in ("goals", "needs", "frustrations", "motivations", "behaviour", "channels")),
    (Spec("demographics", TextField),),
)
GOAL: Rows = (
    (Spec("statement", Sentence),),
    (Spec("metric", ChoiceField, options.metrics),),
    (Spec("baseline", Number), Spec("target", Number)),
    (Spec("time_frame", LineField), Spec("progress", Percent)),
)

PERSONAS = Roll(
    "persona",
    Persona,
    PERSONA,
    lambda project: project.personas,
    lambda persona: str(persona.name),
    add_persona,
    move_persona,
    remove_persona,
)
GOALS = Roll(
    "goal",
    Goal,
    GOAL,
    lambda project: project.goals,
    lambda goal: str(goal.statement),
    add_goal,
    move_goal,
    remove_goal,
)


def goals_of(desk: Desk) -> Roll:
    """The goals of a desk's project; a new one stands at the head of the map shown."""

    def add(project: Project, statement: str, *, new_id: IdSource) -> Project:
        one = new_id()
        more, journey = add_goal(project, statement, new_id=lambda: one), find(project.maps, desk.map_id)
        return edit_map(more, journey.id, goals=(*journey.goals, one)) if journey else more

    return replace(GOALS, add=add)


class Goals(Roster):
    """The goals; those that are ticked stand at the head of the map shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, goals_of(desk))
        self.names.itemChanged.connect(self._tick)

    def dress(self, row: QListWidgetItem, thing: Goal) -> None:
        super().dress(row, thing)
        journey = self._desk.journey
        on = journey is not None and thing.id in journey.goals
        row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _tick(self, row: QListWidgetItem) -> None:
        journey, goal = self._desk.journey, self._things[self.names.row(row)].id
        if journey is None:
            return
        rest = tuple(one for one in journey.goals if one != goal)
        goals = (*rest, goal) if row.checkState() == Qt.CheckState.Checked else rest
        label = self._desk.words("edit.goal_shown")
        if not self._desk.attempt(label, lambda project: edit_map(project, self._desk.map_id, goals=goals)):
            self.show_project(fresh=False)  # the tick goes back to what is true


class Tasks(Roster):
    """The tasks of the map shown, each with the number that it bears in *Next* at the foot of the map."""

    def __init__(self, desk: Desk) -> None:
        self._counted: tuple[JourneyMap, dict[str, int]] | None = None
        super().__init__(desk, tasks_of(desk))

    def dress(self, row: QListWidgetItem, thing: Task) -> None:
        super().dress(row, thing)
        row.setText(f"{self._numbers().get(thing.id, '')}  {row.text()}")

    def _numbers(self) -> dict[str, int]:
        """Counted once for each state of the map."""
        journey = self._desk.journey
        if journey is None:
            return {}
        if self._counted is None or self._counted[0] is not journey:
            self._counted = journey, next_numbers(journey)
        return self._counted[1]


class People(QWidget):
    """Personas, goals and metrics of the project, the tasks of the map shown, and the project's title."""

    def __init__(self, desk: Desk, chooser: Chooser | None = None) -> None:
        super().__init__()
        self.personas = Roster(desk, PERSONAS)
        self.goals = Goals(desk)
        self.tasks = Tasks(desk)
        self.metrics = Roster(desk, METRICS)
        self.rosters = (self.personas, self.goals, self.tasks, self.metrics)
        self.project = Form(desk, Project, PROJECT)
        self._desk = desk
        if chooser is not None:
            row = {"persona.picture": partial(self._persona, chooser.portray)}
            row["persona.no_picture"] = partial(self._persona, chooser.efface)
            self.personas.add_row(buttons(desk.words, row))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for roster in self.rosters:
            column.addWidget(roster)
        heading = QLabel(desk.words("project.section"))
        heading.setObjectName("section")
        heading.setContentsMargins(0, 8, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.project)

    def _persona(self, do: Callable[[str], None]) -> None:
        if self.personas.current:
            do(self.personas.current)

    def show_things(self, _subject: Subject, fresh: bool) -> None:
        """Follows the desk."""
        for roster in self.rosters:
            roster.show_project(fresh)
        self.project.show_things(Subject(self._desk.map_id, (self._desk.project,)), fresh)

    def commit(self) -> None:
        """Hands in what is being entered."""
        for roster in self.rosters:
            roster.commit()
        self.project.commit()
