"""The editor of personas by itself: what it shows, and what it asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from desks import desk_on
from desktop.desk.pictures import Pictures
from desktop.dialogs.personas.dialog import VERBS, WAYS, WIDE, PersonaDialog
from desktop.document.edits.people import edit_persona, remove_persona
from desktop.document.project import Persona
from pictures import ready

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
PORTRAIT = ready()


class Stage:
    """A dialog on a desk; `asked` are its wishes, `decoded` the assets that it wanted to see."""

    def __init__(self, desk):
        self.desk = desk
        self.asked, self.decoded = [], []
        verbs = {name: self._verb(name) for name in (*VERBS, *WAYS)}
        self.dialog = PersonaDialog(desk, verbs, self._picture)

    def _verb(self, name):
        return lambda persona: self.asked.append((name, persona))

    def _picture(self, asset):
        self.decoded.append(asset)
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        return image

    @property
    def roster(self):
        return self.dialog.roster

    def names(self):
        return [self.roster.names.item(row).text() for row in range(self.roster.names.count())]

    def enabled(self):
        return [name for name, button in self.dialog.buttons.items() if button.isEnabled()]


@pytest.fixture
def stage(qtbot):
    stage = Stage(desk_on())
    stage.dialog.open()
    yield stage
    stage.dialog.close()


def test_everybody_is_listed_and_the_first_is_shown(stage):
    assert stage.names() == ["Maya", "Ana"]
    assert stage.roster.current == "maya"


def test_every_field_of_a_persona_has_its_place():
    paths = {spec.path for row in WIDE for spec in row}
    assert paths == set(Persona.model_fields) - {"id", "rank", "picture"}


@pytest.mark.parametrize("name", ["picture", *WAYS])
def test_a_button_asks_for_whoever_is_shown(stage, name):
    stage.dialog.choose("ana")
    QTest.mouseClick(stage.dialog.buttons[name], LEFT)
    assert stage.asked == [(name, "ana")]


def test_what_needs_a_picture_waits_for_one(stage):
    assert stage.enabled() == ["picture", "copy", "paste", "bring"]
    Pictures(stage.desk).portray("maya", PORTRAIT)
    assert stage.enabled() == [*VERBS, *WAYS]


def test_a_picture_is_decoded_once(stage):
    Pictures(stage.desk).portray("maya", PORTRAIT)
    stage.desk.attempt("Name", lambda project: edit_persona(project, "maya", name="Maja"))
    assert stage.decoded == [PORTRAIT[0]]
    assert stage.dialog.portrait.image.width() == 8


def test_whoever_has_none_shows_nobody_elses(stage):
    Pictures(stage.desk).portray("maya", PORTRAIT)
    stage.dialog.choose("ana")
    assert stage.dialog.portrait.image.isNull()
    assert stage.dialog.portrait.initials == "A"


def test_undo_elsewhere_is_seen_at_once(stage):
    stage.desk.attempt("Name", lambda project: edit_persona(project, "maya", name="Maja"))
    assert stage.names()[0] == "Maja"
    stage.desk.session.undo()
    assert stage.names()[0] == "Maya"


def test_nobody_is_left(stage):
    for one in ("maya", "ana"):
        stage.desk.attempt("Remove", lambda project, one=one: remove_persona(project, one))
    assert stage.names() == []
    assert stage.dialog.portrait.isHidden()
    assert [name for name in stage.enabled() if stage.dialog.buttons[name].isVisible()] == ["paste", "bring"]
    QTest.mouseClick(stage.roster.bare.add, LEFT)
    assert stage.names() == ["New persona"]
    assert stage.dialog.buttons["picture"].isVisible()


def test_an_unknown_persona_is_not_chosen(stage):
    stage.dialog.choose("nobody")
    assert stage.roster.current == "maya"


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_C, "copy"), (Qt.Key.Key_V, "paste")])
def test_the_keys_of_the_list_are_those_of_personas(stage, key, name):
    stage.roster.names.setFocus()
    QTest.keyClick(stage.roster.names, key, CTRL)
    assert stage.asked == [(name, "maya")]


def test_in_a_text_they_are_those_of_the_text(stage):
    line = stage.roster.form.field("name").editor
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_C, CTRL)
    assert stage.asked == []


def test_return_presses_nothing_but_the_button_that_has_the_focus(stage):
    stage.dialog.buttons["bring"].setFocus()
    QTest.keyClick(stage.dialog, Qt.Key.Key_Return)
    assert stage.asked == [("bring", "maya")]
    assert stage.dialog.isVisible()


def test_what_is_being_entered_counts_before_a_verb(stage):
    line = stage.roster.form.field("role").editor
    QTest.mouseClick(line, LEFT)
    QTest.keyClicks(line, "Nurse")
    QTest.mouseClick(stage.dialog.buttons["copy"], LEFT)
    assert next(one for one in stage.desk.project.personas if one.id == "maya").role == "Nurse"


def test_a_closed_dialog_follows_nobody(qtbot):
    stage = Stage(desk_on())
    before = len(stage.desk.shown._listeners)
    stage.dialog.open()
    stage.dialog.close()
    assert len(stage.desk.shown._listeners) == before - 1
