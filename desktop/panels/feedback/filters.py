"""Whose answers count: of which segment, from which month to which."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.document.project import Segment
from desktop.document.segments import marked
from desktop.layout.style import Words
from desktop.method.sieve import Sieve
from desktop.panels.feedback.spoken import month_name


class Filters(QWidget):
    """changed(sieve): somebody asks for other answers."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.segment, self.since, self.until = (self._box(name) for name in ("segment", "since", "until"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.segment, 6)
        row.addWidget(self.since, 5)
        row.addWidget(self.until, 5)

    def show_choices(
        self, segments: Sequence[str], months: Sequence[str], sieve: Sieve, told: Sequence[Segment] = ()
    ) -> None:
        """What there is to choose from, and what is chosen. told: the segments of the project, for their marks."""
        named = [(month_name(month, self._words), month) for month in months]
        groups = [(marked(each, told), each) for each in segments]
        _fill(self.segment, self._words("figures.everybody"), groups, sieve.segment)
        _fill(self.since, self._words("figures.begin"), named, sieve.since)
        _fill(self.until, self._words("figures.now"), named, sieve.until)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._words(f"figures.{name}"))
        box.setToolTip(self._words(f"figures.{name}"))
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._tell)
        return box

    def _tell(self) -> None:
        segment, since, until = (str(box.currentData() or "") for box in (self.segment, self.since, self.until))
        self.changed.emit(Sieve(segment, since, until))


def _fill(box: QComboBox, all_of_them: str, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    there = [(box.itemText(at), box.itemData(at)) for at in range(1, box.count())]
    if not box.count() or there != list(choices):
        box.clear()
        box.addItem(all_of_them, "")
        for text, meant in choices:
            box.addItem(text, meant)
    box.setCurrentIndex(max(box.findData(chosen), 0))
