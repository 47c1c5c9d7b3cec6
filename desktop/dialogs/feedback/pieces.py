"""What the pages of an import are made of."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QTableView

from desktop.panels.theme import FINGER, colour, for_fingers

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = 30
"""Px of a row; for fingers it is as high as these need."""


def told(text: str, name: str) -> QLabel:
    """A paragraph of plain text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label


def show_warned(label: QLabel, text: str, *, warned: bool) -> None:
    """Another text, in the colour of a warning or not."""
    label.setText(text)
    label.setProperty("warned", warned)
    label.style().polish(label)


def choice(name: str, entries: Iterable[tuple[str, Any]] = ()) -> QComboBox:
    """A list to choose from: what is shown, and what is meant."""
    box = QComboBox()
    box.setAccessibleName(name)
    for text, meant in entries:
        box.addItem(text, meant)
    return box


def unmarked(text: str) -> str:
    """As the words of a menu, in which “&” would mark a key."""
    return " ".join(text.split()).replace("&", "&&")


def dress(table: QTableView, name: str, spoken: str, model: QAbstractTableModel) -> None:
    """A calm table that is only looked at, with its rows under the keyboard."""
    table.setObjectName(name)
    table.setAccessibleName(spoken)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(FINGER if for_fingers() else ROW)
    table.verticalHeader().hide()


def look(strong: bool, faint: bool = False) -> Any:
    """The colour of words in a table."""
    return colour("ink_3" if faint else "accent" if strong else "ink")
