"""What of a project goes along in a copy for others."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.buttons import answers
from desktop.document.clean import PARTS
from desktop.layout.style import Words

WIDTH = 520
INDENT = 24
"""Px by which the names of respondents stand under the responses."""


class CleanDialog(QDialog):
    """A tick for everything that a team may want to keep to itself, with how much there is of it; none is set.

    `spoilt` counts the snapshots that cannot be read: they cannot be cleaned either.
    """

    def __init__(
        self, title: str, counts: Mapping[str, int], words: Words, parent: QWidget | None = None, *, spoilt: int = 0
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("clean")
        self.setWindowTitle(words("clean.dialog").format(title=title))
        self._words = words
        self._counts = counts
        self._spoilt = spoilt
        self.ticks = {part: self._tick(part) for part in PARTS}
        self.note = _label("", "note")
        self._arrange()
        self._show_able()

    @property
    def kept(self) -> frozenset[str]:
        """Those of PARTS that go along; what there is none of goes along with the rest."""
        ticked = {part for part, tick in self.ticks.items() if tick.isChecked() and tick.isEnabled()}
        return frozenset(ticked | {part for part in PARTS if not self._counts[part]})

    def _tick(self, part: str) -> QCheckBox:
        tick = QCheckBox(self._words(f"clean.{part}"))
        tick.setEnabled(bool(self._counts[part]))
        tick.setToolTip(self._words(f"clean.{part}_tip"))
        tick.setAccessibleDescription(f"{self._counts[part]}")
        tick.toggled.connect(self._show_able)
        return tick

    def _show_able(self) -> None:
        """Names of respondents go nowhere without the responses; unread snapshots nowhere without everything else."""
        responses = self.ticks["responses"]
        self.ticks["respondents"].setEnabled(bool(self._counts["respondents"]) and responses.isChecked())
        whole = len(self.kept) == len(PARTS)
        if self._spoilt and self.ticks["snapshots"].isChecked() and not whole:
            self.note.setText(self._words("clean.spoilt").format(count=self._spoilt))
        else:
            self.note.setText(self._words("clean.whole" if whole else "clean.pins"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(_label(self._words("clean.heading"), "heading"))
        column.addWidget(_label(self._words("clean.told"), "told"))
        column.addWidget(self._table())
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(answers(self, "clean.go", self._words))
        self.setFixedWidth(WIDTH)

    def _table(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("cleanparts")
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, part in enumerate(PARTS):
            tick = self.ticks[part]
            if part == "respondents":
                tick.setContentsMargins(INDENT, 0, 0, 0)
                inner = QVBoxLayout()
                inner.setContentsMargins(INDENT, 0, 0, 0)
                inner.addWidget(tick)
                grid.addLayout(inner, row, 0)
            else:
                grid.addWidget(tick, row, 0)
            count = _label(f"{self._counts[part]}" if self._counts[part] else self._words("clean.nothing"), "note")
            grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight)
        return frame


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name != "note" or not text.isdigit())
    label.setObjectName(name)
    return label
