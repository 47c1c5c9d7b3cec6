"""The editor of personas in a window, by its key, mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.dialogs.crop import Cut
from desktop.dialogs.personas.portrait import SIZE
from desktop.document.base import in_order
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.reader import Opened
from pictures import png

KEYS = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def part(window):
    QTest.keyClick(window, Qt.Key.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    yield window.improvement.people
    if window.improvement.people.dialog:
        window.improvement.people.dialog.close()


@pytest.fixture
def picture(tmp_path, script):
    file = tmp_path / "maya.png"
    file.write_bytes(png(90, 60))
    script.pictures = [file]
    return file


def people(window):
    return [persona.name for persona in in_order(window.session.project.personas)]


def press(part, name):
    QTest.mouseClick(part.dialog.buttons[name], LEFT)


def enter(part, path, text):
    field = part.dialog.roster.form.field(path)
    QTest.mouseClick(field.editor, LEFT)
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    field.commit()


def shown(part):
    return part.verbs.persona(part.dialog.roster.current)


def test_it_opens_at_the_persona_of_the_map(window, part):
    assert part.dialog.roster.current == window.session.project.maps[0].persona
    assert part.dialog.portrait.width() == SIZE


def test_texts_and_lists_are_entered(part):
    for field in ("name", "segment", "summary", "role", "quote", "demographics"):
        enter(part, field, "Something else")
        assert (field, getattr(shown(part), field)) == (field, "Something else")
    for field in ("goals", "needs", "frustrations", "motivations", "behaviour", "channels"):
        enter(part, field, "Something else")
        assert (field, getattr(shown(part), field)) == (field, ("Something else",))


def test_what_is_being_entered_counts_when_it_is_closed(window, part):
    line = part.dialog.roster.form.field("name").editor
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClicks(line, "Ida")
    part.dialog.close()
    assert "Ida" in people(window)
    assert part.dialog is None


def test_somebody_new(window, part):
    QTest.mouseClick(part.dialog.roster.buttons["add"], LEFT)
    assert people(window)[-1] == "New persona"
    assert part.dialog.portrait.initials == "NP"


def test_a_picture_is_painted_round_its_part_and_none(script, part, picture):
    press(part, "picture")
    assert shown(part).picture.aspect == 1.5
    assert part.dialog.portrait.image.width() == 90
    image = part.dialog.portrait.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#2f7dd1"
    assert image.pixelColor(2, 2).name() != "#2f7dd1"
    script.cut = Cut((0.0, 0.0, 0.5, 1.0), "fill")
    press(part, "frame")
    assert shown(part).picture.crop == (0.0, 0.0, 0.5, 1.0)
    press(part, "no_picture")
    assert shown(part).picture is None
    assert not part.dialog.buttons["frame"].isEnabled()


def test_a_picture_that_is_none_is_said(script, part, tmp_path):
    told = []
    part.verbs.desk.said.connect(told.append)
    script.pictures = [tmp_path / "missing.png"]
    before = shown(part).picture
    press(part, "picture")
    assert len(told) == 1
    assert shown(part).picture == before


def test_from_one_window_to_another(window, part, open_window):
    press(part, "copy")
    name = shown(part).name
    part.dialog.close()
    other = open_window(Session(Opened(Project(id="other"), {})))
    QTest.keyClick(other, Qt.Key.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    there = other.improvement.people
    there.dialog.roster.names.setFocus()
    QTest.keyClick(there.dialog.roster.names, Qt.Key.Key_V, KEYS.ControlModifier)
    assert people(other) == [name]
    assert shown(there).name == name
    there.dialog.close()


def test_her_picture_comes_to_another_window_and_undo_takes_her_away(script, part, picture, open_window):
    press(part, "picture")
    QTest.keyClick(part.dialog.roster.names, Qt.Key.Key_C, KEYS.ControlModifier)
    here = shown(part)
    part.dialog.close()
    other = open_window(Session(Opened(Project(id="other"), {})))
    QTest.keyClick(other, Qt.Key.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    there = other.improvement.people
    QTest.keyClick(there.dialog, Qt.Key.Key_V, KEYS.ControlModifier)
    came = shown(there)
    assert came.id != here.id
    assert came.model_copy(update={"id": here.id, "rank": here.rank}) == here
    centre = there.dialog.portrait.grab().toImage().pixelColor(SIZE // 2, SIZE // 2)
    assert centre.name() == "#2f7dd1"
    there.dialog.close()
    QTest.keyClick(other, Qt.Key.Key_Z, KEYS.ControlModifier)
    assert people(other) == []
    QTest.keyClick(other, Qt.Key.Key_Y, KEYS.ControlModifier)
    assert people(other) == [here.name]


def test_other_programs_get_words(part):
    press(part, "copy")
    assert QGuiApplication.clipboard().text().startswith(shown(part).name)


def test_nothing_to_paste_no_file_and_a_file_whose_personas_are_here_change_nothing(window, script, part, path):
    told = []
    part.verbs.desk.said.connect(told.append)
    QGuiApplication.clipboard().setText("Ida")
    before = window.session.project
    press(part, "paste")
    assert window.session.project is before
    script.file = None
    press(part, "bring")
    assert window.session.project is before
    told.clear()
    script.file = path
    press(part, "bring")
    assert told == ["They are here already."]
