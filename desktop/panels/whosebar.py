"""The personas beside the maps: a click shows what is hers, another one what is everybody's."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.desk.desk import Desk
from desktop.desk.whose import Whose
from desktop.document.project import Persona
from desktop.document.segments import mark_of, marked
from desktop.layout.short import shortened
from desktop.panels.tips import tip

FEW = 4
"""So many personas have a chip; all have an entry in the menu of filters."""

LETTERS = 18
"""Of a name that are shown; the rest is in the tool tip."""

GAP = 4


class WhoseBar(QWidget):
    """A chip for each persona where there are several; those whose things are seen are pressed.

    The tab key goes from one to the next, and the space bar presses.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._whose = Whose(desk)
        self._shown: tuple[object, ...] = ()
        self.chips: list[QToolButton] = []
        self.setObjectName("whose")
        self.setAccessibleName(desk.words("whose.name"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 3, 0, 3)
        self._row.setSpacing(GAP)
        desk.shown.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Shows the first few personas, and whose things are seen; chips stay, so that one keeps the keyboard."""
        project = self._desk.project
        state = (project.personas, project.segments, self._desk.lens.personas)
        if self._shown and all(one is other for one, other in zip(state, self._shown, strict=True)):
            return
        self._shown = state
        people = self._whose.people
        shown = people[:FEW] if len(people) > 1 else ()
        while len(self.chips) < len(shown):
            self.chips.append(self._chip(len(self.chips)))
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(shown))
            if number < len(shown):
                self._dress(chip, shown[number])
        self.setVisible(bool(shown))

    def _dress(self, chip: QToolButton, persona: Persona) -> None:
        words = self._desk.words
        name = persona.name or words("project.untitled")
        segments = self._desk.project.segments
        short = shortened(name, LETTERS).replace("&", "&&")
        chip.setText(f"{mark_of(persona.segment, segments)} {short}".strip())
        group = f"\n{marked(persona.segment, segments)}" if persona.segment else ""
        chip.setToolTip(tip(words("whose.tip").format(name=name) + group))
        chip.setAccessibleName(words("whose.tip").format(name=name))
        chip.setChecked(persona.id in self._whose.chosen)

    def _chip(self, number: int) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        chip.clicked.connect(partial(self._press, number))
        self._row.addWidget(chip)
        return chip

    def _press(self, number: int) -> None:
        self._whose.toggle(self._whose.people[number].id)
