"""The editor of personas: a list of all of them, and beside it everything about the one that is chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.desk import Desk
from desktop.dialogs.buttons import press_focused
from desktop.dialogs.paged import arrange
from desktop.dialogs.personas.portrait import Portrait
from desktop.dialogs.personas.segments import SegmentsPage
from desktop.dialogs.sideroster import SideRoster
from desktop.document.keyed import find
from desktop.document.project import Persona
from desktop.panels.inspector import codecs, options
from desktop.panels.inspector.form import Rows, Spec
from desktop.panels.inspector.offered import OfferedField
from desktop.panels.inspector.typed import LineField, Sentence, TextField
from desktop.panels.people import PERSONAS

WIDTH, HEIGHT = 860, 680
"""Px."""

Lines = partial(TextField, codec=codecs.LINES)
WIDE: Rows = (
    (Spec("name", LineField), Spec("segment", OfferedField, options.segments)),
    (Spec("summary", Sentence), Spec("role", Sentence)),
    (Spec("quote", TextField),),
    *(
        tuple(Spec(path, Lines) for path in pair)
        for pair in (("goals", "needs"), ("frustrations", "motivations"), ("behaviour", "channels"))
    ),
    (Spec("demographics", TextField),),
)
VERBS = ("picture", "frame", "no_picture")
"""What can be done with a picture."""

WAYS = ("copy", "paste", "bring")
"""Where personas come from and go to."""

Do = Callable[[str], None]
"""Takes the id of the chosen persona; "" where there is none."""


class PersonaDialog(QDialog):
    """What is entered is one edit each, as in the inspector. `verbs` are by the names in VERBS and WAYS."""

    def __init__(
        self, desk: Desk, verbs: dict[str, Do], picture: Callable[[str], QImage], parent: QWidget | None = None
    ) -> None:
        """`picture` gives the whole picture of an asset, a null one for none that can be shown."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("people")
        self.setWindowTitle(desk.words("people.window"))
        self._desk = desk
        self._verbs = verbs
        self._picture = picture
        self._shown: tuple[str, QImage] = ("", QImage())
        self.portrait = Portrait()
        self.buttons = {name: self._button(name) for name in (*VERBS, *WAYS)}
        self.roster = SideRoster(desk, replace(PERSONAS, rows=WIDE), self._show_portrait)
        self.segments = SegmentsPage(desk)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self._lay_out()
        desk.shown.connect(self._show)
        self._show()

    def choose(self, persona_id: str) -> None:
        """Shows this persona."""
        self.roster.choose(persona_id)

    def done(self, result: int) -> None:
        """What is being entered counts."""
        self.roster.commit()
        self.segments.roster.commit()
        self._desk.shown.disconnect(self._show)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and paste are those of personas wherever no text has the focus."""
        for key, name in ((QKeySequence.StandardKey.Copy, "copy"), (QKeySequence.StandardKey.Paste, "paste")):
            if event.matches(key):
                self.buttons[name].click()
                return
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _show(self) -> None:
        for roster in (self.roster, self.segments.roster):
            roster.show_project(fresh=False)

    def _show_portrait(self) -> None:
        persona = find(self._desk.project.personas, self.roster.current)
        self.portrait.setVisible(persona is not None)
        self.buttons["copy"].setEnabled(persona is not None)
        for name in VERBS:
            self.buttons[name].setVisible(persona is not None)
        if persona is None:
            return
        for name in VERBS[1:]:
            self.buttons[name].setEnabled(persona.picture is not None)
        self.portrait.show_persona(persona, self._image(persona))

    def _image(self, persona: Persona) -> QImage:
        """Decoded once for each picture."""
        asset = persona.picture.asset if persona.picture else ""
        if self._shown[0] != asset:
            self._shown = (asset, self._picture(asset) if asset else QImage())
        return self._shown[1]

    def _press(self, name: str) -> None:
        self.roster.commit()
        self._verbs[name](self.roster.current)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._desk.words(f"persona.{name}"))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._press, name))
        return button

    def _lay_out(self) -> None:
        for name in WAYS:
            self.roster.side.addWidget(self.buttons[name])
        self.roster.main.insertLayout(0, self._top())
        people = QWidget()
        people.setLayout(self.roster.beside())
        for code, page in (("personas", people), ("segments", self.segments)):
            self.pages.addTab(page, self._desk.words(f"people.{code}"))
        arrange(self, self._desk.words("people.heading"), self.pages, self._desk.words("answer.close"))
        self.resize(WIDTH, HEIGHT)

    def _top(self) -> QHBoxLayout:
        """The portrait and what can be done with it."""
        top, verbs = QHBoxLayout(), QVBoxLayout()
        verbs.setSpacing(8)
        verbs.addStretch(1)
        for name in VERBS:
            verbs.addWidget(self.buttons[name])
        verbs.addStretch(1)
        top.setSpacing(16)
        top.addWidget(self.portrait)
        top.addLayout(verbs)
        top.addStretch(1)
        return top
