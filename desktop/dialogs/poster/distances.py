"""The second question: from how far it is read; and how each group of text fares."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.dialogs.findinglist import SIDE, paint_mark
from desktop.dialogs.poster.choices import DISTANCES, read_from
from desktop.dialogs.poster.fields import CAPTION, ROW, Pick
from desktop.layout.names import name_of
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.plan.settings import DISTANCE, GROUPS, Settings
from desktop.poster.figures import decimals, rounded
from desktop.poster.reading import RoleGrade

MARKS = {"comfortable": "done", "legible": "warning", "illegible": "error"}
"""The mark of a grade; the words beside it say the same."""


class DistancesPage(QWidget):
    """changed(settings): with other distances."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._settings = Settings()
        self.picks: dict[str, Distance] = {}
        self.grades: dict[str, GradeMark] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(ROW)
        grid.setColumnStretch(2, 1)
        for row, group in enumerate(GROUPS):
            name = words(f"reading.{group}")
            pick, mark, label = Distance(name, group, words), GradeMark(), plain(name, "caption")
            label.setFixedWidth(CAPTION)
            label.setBuddy(pick)
            for place, widget in enumerate((label, pick, mark)):
                grid.addWidget(widget, row, place)
            pick.chosen.connect(self._set)
            self.picks[group], self.grades[group] = pick, mark
        self.budget = plain("", "note", wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addLayout(grid)
        column.addWidget(self.budget)

    def show_settings(self, settings: Settings) -> None:
        """Shows the distances, without telling anybody."""
        self._settings = settings
        for group, pick in self.picks.items():
            pick.show_distance(settings.read_from.get(group))

    def show_grades(self, graded: Sequence[RoleGrade], budget: int) -> None:
        """How large each role came out and how that reads; budget: how many words a card may have, 0 if unknown."""
        for group, mark in self.grades.items():
            asked = group in self._settings.read_from
            mark.show_grades([each for each in graded if each.group == group], self._words, asked=asked)
        self.budget.setText(self._words("poster.budget").format(count=budget) if budget else "")
        self.budget.setVisible(bool(budget))

    def _set(self, group: str, distance: float | None) -> None:
        self._settings = read_from(self._settings, group, distance)
        self.changed.emit(self._settings)


class Distance(Pick):
    """chosen(group, metres): another distance, None for whatever comes out; any number can be typed."""

    chosen = Signal(str, object)

    def __init__(self, name: str, group: str, words: Words) -> None:
        self._any = words("poster.any_distance")
        super().__init__(name, [(0.0, self._any), *((each, told_metres(each)) for each in DISTANCES)])
        self._group = group
        self._distance: float | None = None
        self.setEditable(True)
        self.setInsertPolicy(Pick.InsertPolicy.NoInsert)
        self.setCompleter(QCompleter(self))  # knows nothing: the usual one finishes numbers
        self.setFixedWidth(104)
        self.picked.connect(self._take)
        field = self.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._read)

    def show_distance(self, distance: float | None) -> None:
        self._distance = distance
        self.setCurrentIndex(self.findData(distance or 0.0))
        self.setEditText(told_metres(distance) if distance else self._any)

    def _take(self, value: float | None) -> None:
        if value is not None:
            self._tell_distance(value or None)

    def _read(self) -> None:
        """What was typed; what is no distance gives way to what was there."""
        metres = metres_in(self.currentText())
        if metres is not None:
            self._tell_distance(metres)
        elif self.currentText().strip() in ("", self._any):
            self._tell_distance(None)
        else:
            self.show_distance(self._distance)

    def _tell_distance(self, distance: float | None) -> None:
        before = self._distance
        self.show_distance(distance)
        if distance != before:
            self.chosen.emit(self._group, distance)


class GradeMark(QWidget):
    """A mark and words: the size of the type, and how it reads from there."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ""
        self.text = plain("", "told")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE + 6, 0, 0, 0)
        column.addWidget(self.text)

    def show_grades(self, graded: Sequence[RoleGrade], words: Words, *, asked: bool = True) -> None:
        """Of the roles of a group, the one that leads it first; none while they are not known.

        asked: whether anybody said from how far; only then type can be too small.
        """
        self._mark = MARKS[graded[0].grade] if graded and asked else ""
        self.text.setText(_told(graded[0], words, asked=asked) if graded else "")
        self.setToolTip("\n".join(_more(each, words) for each in graded))
        self.setAccessibleName(self.text.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark:
            painter = QPainter(self)
            painter.translate(QPointF(0, (self.height() - SIDE) / 2))
            paint_mark(painter, self._mark)


def metres_in(text: str) -> float | None:
    """“1.5 m”, “1,5” or “150 cm” as metres; None for what is no distance that people read from."""
    bare = text.strip().lower().replace(",", ".")
    factor = 0.01 if bare.endswith("cm") else 1.0
    try:
        metres = float(bare.removesuffix("cm").removesuffix("m")) * factor
    except ValueError:
        return None
    return round(metres, 3) if DISTANCE[0] <= metres <= DISTANCE[1] else None


def told_metres(metres: float) -> str:
    """“1.5 m”."""
    return f"{metres:g} m"


def _told(grade: RoleGrade, words: Words, *, asked: bool) -> str:
    if not asked:
        reach = rounded(grade.comfortable_m, words)
        return words("poster.grade_reach").format(size=f"{grade.size_pt:.0f}", distance=reach)
    return words("poster.grade").format(size=f"{grade.size_pt:.0f}", grade=words(f"reading.{grade.grade}"))


def _more(grade: RoleGrade, words: Words) -> str:
    """“Card: 23 pt, comfortable to 1.0 m, legible to 1.3 m”."""
    figures = {"legible": grade.legible_m, "comfortable": grade.comfortable_m, "size": grade.size_pt}
    told = {name: decimals(f"{value:.1f}", words) for name, value in figures.items()}
    return words("poster.grade_tip").format(role=name_of("role", grade.role, words), **told)
