"""Fields in rows, made once for a sort of thing and refilled for whichever things are selected."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.desk.desk import Desk
from desktop.desk.entries import Entered, Entries
from desktop.desk.fields import common
from desktop.document.base import Part
from desktop.layout.style import Words
from desktop.panels.inspector.chosen import ChoiceField, Option
from desktop.panels.inspector.dots import DotsField
from desktop.panels.inspector.field import Field
from desktop.panels.inspector.offered import OfferedField
from desktop.panels.theme import for_fingers

GAP = 12
"""Px between rows, and between fields side by side."""

Make = Callable[[str, Words], Field]
Options = Callable[[Desk], tuple[Option, ...]]


@dataclass(frozen=True, slots=True)
class Spec:
    """A field for the value at a path, called “field.PATH”. `options` are what a choice offers at the moment.

    With `kinds`, only things of these kinds have it; with `having`, only those whose value there is not None.
    """

    path: str
    make: Make
    options: Options | None = None
    kinds: Collection[str] = ()
    having: str = ""
    shown: Callable[[Desk, Any], Any] | None = None
    """What the field shows in place of the value, such as a name for an id; it is what is entered, too."""

    def fits(self, things: Sequence[Part]) -> bool:
        """Whether all the things have this field."""
        if self.kinds and any(getattr(thing, "kind", "") not in self.kinds for thing in things):
            return False
        return not self.having or all(getattr(thing, self.having) is not None for thing in things)


Rows = Sequence[tuple[Spec, ...]]
"""From the top; fields of one row stand side by side."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a form shows: things of one sort on a map, or of the project."""

    map_id: str
    things: tuple[Any, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(thing.id for thing in self.things)


NOTHING = Subject("", ())


class Form(QWidget):
    """Shows and edits things of one sort."""

    def __init__(self, desk: Desk, sort: type[Part], rows: Rows) -> None:
        super().__init__()
        self._desk = desk
        self._entries = Entries(desk)
        self._sort = sort
        self._subject = NOTHING
        self.fields: list[tuple[Spec, Field]] = []
        self._rows: list[tuple[QWidget, list[Field]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for row in rows:
            column.addWidget(self._make_row(row))

    def field(self, path: str) -> Field:
        """The field for the value at a path; KeyError when there is none."""
        return {spec.path: field for spec, field in self.fields}[path]

    def show_things(self, subject: Subject, fresh: bool) -> None:
        """Fills the fields. `fresh`: these are not the things that were shown before."""
        self._subject = subject
        for spec, field in self.fields:
            fits = spec.fits(subject.things)
            field.setVisible(fits)
            if fits:
                if spec.options is not None and isinstance(field, ChoiceField | OfferedField):
                    field.offer(spec.options(self._desk))
                value = common(subject.things, spec.path)
                field.show_value(spec.shown(self._desk, value) if spec.shown else value, fresh)
        for holder, fields in self._rows:
            holder.setVisible(any(not field.isHidden() for field in fields))

    def commit(self) -> None:
        """Hands in what is being entered."""
        for _, field in self.fields:
            field.commit()

    def _make_row(self, specs: tuple[Spec, ...]) -> QWidget:
        holder = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        fields = [self._make_field(spec) for spec in specs]
        for field in fields:
            row.addWidget(field, 1)
        self._rows.append((holder, fields))
        self._turn(row, fields)
        return holder

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for holder, fields in self._rows:
                row = holder.layout()
                if isinstance(row, QBoxLayout):
                    self._turn(row, fields)

    def _turn(self, row: QBoxLayout, fields: list[Field]) -> None:
        """For fingers, grades stand one below the other: side by side their dots are too near to each other."""
        below = for_fingers() and any(isinstance(field, DotsField) for field in fields)
        row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def _make_field(self, spec: Spec) -> Field:
        field = spec.make(self._desk.words(f"field.{spec.path}"), self._desk.words)
        field.write = partial(self._enter, spec.path)
        self.fields.append((spec, field))
        return field

    def _enter(self, path: str, value: Any) -> str:
        subject = self._subject
        return self._entries.enter(self._sort, Entered(subject.map_id, subject.ids, path, value))
