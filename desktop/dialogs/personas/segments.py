"""The segments of a project: the groups of customers that personas, tactics and answers name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidgetItem, QMenu, QPushButton, QWidget

from desktop.desk.desk import Desk
from desktop.dialogs.sideroster import SideRoster
from desktop.document.edits.segments import add_segment, merge_segments, move_segment, remove_segment
from desktop.document.project import Project, Segment
from desktop.document.segments import Uses, listed, uses
from desktop.layout.names import counted
from desktop.layout.short import short
from desktop.panels.inspector import codecs
from desktop.panels.inspector.chosen import ChoiceField
from desktop.panels.inspector.field import Caption
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.options import SEGMENT_MARK
from desktop.panels.inspector.typed import LineField, TextField
from desktop.panels.roster import Roll

Lines = partial(TextField, codec=codecs.LINES)
FIELDS: Rows = (
    (Spec("name", LineField), Spec("mark", ChoiceField, SEGMENT_MARK)),
    (Spec("note", TextField),),
    (Spec("tables", Lines),),
)
SEGMENTS = Roll(
    "segment",
    Segment,
    FIELDS,
    listed,
    lambda segment: str(segment.name),
    add_segment,
    move_segment,
    remove_segment,
)


class SegmentsPage(QWidget):
    """Beside each name how often it is used; what one enters for a name is entered everywhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._counted: tuple[Project, dict[str, Uses]] | None = None
        self.told = Caption()
        self.merge = QPushButton(desk.words("segment.merge"))
        self.merge.setAutoDefault(False)
        self.others = QMenu(self.merge)
        self.others.aboutToShow.connect(self._fill)
        self.others.triggered.connect(self._merge)
        self.merge.setMenu(self.others)
        self.roster = Segments(desk, self._show, self.uses)
        self.roster.main.insertWidget(0, self.told)
        self.roster.side.addWidget(self.merge)
        self.setLayout(self.roster.beside())

    def uses(self, name: str) -> Uses:
        """How often a segment is named; counted once for each state of the project."""
        project = self.desk.project
        if self._counted is None or self._counted[0] is not project:
            self._counted = (project, uses(project))
        return self._counted[1].get(name, Uses())

    def _show(self) -> None:
        there = [segment for segment in listed(self.desk.project) if segment.id == self.roster.current]
        self.told.setVisible(bool(there))
        self.told.setText(self._told(self.uses(there[0].name)) if there else "")
        self.merge.setEnabled(bool(there) and len(listed(self.desk.project)) > 1)

    def _told(self, found: Uses) -> str:
        words, counts = self.desk.words, {"persona": found.personas, "tactic": found.tactics, "answer": found.answers}
        told = [counted(words, f"segment.{what}", f"segment.{what}s", count) for what, count in counts.items() if count]
        return " · ".join(told) or words("segment.unused")

    def _fill(self) -> None:
        self.others.clear()
        for segment in listed(self.desk.project):
            if segment.id != self.roster.current:
                self.others.addAction(short(segment.name)).setData(segment.id)

    def _merge(self, action: QAction) -> None:
        self.roster.commit()
        one, other = self.roster.current, str(action.data())
        if self.desk.attempt(self.desk.words("edit.segment_merge"), lambda p: merge_segments(p, one, other)):
            self.roster.choose(other)


class Segments(SideRoster):
    """The list; `count` tells how often a name is used."""

    def __init__(self, desk: Desk, follow: Callable[[], None], count: Callable[[str], Uses]) -> None:
        self._count = count
        super().__init__(desk, SEGMENTS, follow)

    def dress(self, row: QListWidgetItem, thing: Segment) -> None:
        super().dress(row, thing)
        mark = f"{thing.mark} " if thing.mark else ""
        row.setText(f"{mark}{row.text()}  ·  {self._count(thing.name).total}")
