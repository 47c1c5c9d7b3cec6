"""Personas and goals, worked below the fields of the map."""

import pytest
from clerk import LEFT, NONE, click, write
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.document.base import in_order
from desktop.document.edits.people import remove_persona
from desktop.panels.people import People

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(clerk):
    return clerk.pane.findChild(People)


@pytest.fixture
def personas(people):
    return people.personas


@pytest.fixture
def goals(people):
    return people.goals


def shown(roster):
    return [roster.names.item(row).text() for row in range(roster.names.count())]


def names(clerk):
    return [persona.name for persona in in_order(clerk.desk.project.personas)]


def choose(roster, row):
    """Clicks on a name."""
    rect = roster.names.visualItemRect(roster.names.item(row))
    QTest.mouseClick(roster.names.viewport(), LEFT, NONE, rect.center() + QPoint(20, 0))


def value(roster, path):
    """What stands in a field."""
    editor = roster.form.field(path).editor
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def enter(roster, path, text):
    """Types into one of the fields below the list."""
    editor = roster.form.field(path).editor
    click(editor)
    editor.selectAll()
    write(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    roster.commit()


def test_the_people_are_listed(personas):
    assert shown(personas) == ["Maya", "Paolo"]
    assert value(personas, "name") == "Maya"


def test_a_click_shows_the_fields_of_another(personas):
    choose(personas, 1)
    assert value(personas, "name") == "Paolo"
    assert value(personas, "role") == "Owner of the bookshop next door"


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [
        ("name", "Mia", "Mia"),
        ("summary", "35", "35"),
        ("role", "Doctor", "Doctor"),
        ("quote", "At last.", "At last."),
        ("goals", "rest\n\n eat well ", ("rest", "eat well")),
        ("needs", "a seat", ("a seat",)),
        ("frustrations", "noise", ("noise",)),
        ("motivations", "friends\nfood", ("friends", "food")),
        ("behaviour", "books late", ("books late",)),
        ("channels", "phone", ("phone",)),
        ("demographics", "city", "city"),
        ("segment", "regulars", "regulars"),
    ],
)
def test_every_field_of_a_persona_is_entered(clerk, personas, path, typed, stored):
    enter(personas, path, typed)
    assert getattr(in_order(clerk.desk.project.personas)[0], path) == stored
    clerk.desk.undo()
    assert names(clerk) == ["Maya", "Paolo"]


def test_a_new_name_shows_in_the_list(personas):
    enter(personas, "name", "Mia")
    assert shown(personas) == ["Mia", "Paolo"]


def test_what_is_begun_belongs_to_the_one_it_was_begun_for(clerk, personas):
    editor = personas.form.field("role").editor
    click(editor)
    editor.selectAll()
    QTest.keyClicks(editor, "Pilot")
    choose(personas, 1)
    assert in_order(clerk.desk.project.personas)[0].role == "Pilot"
    assert value(personas, "role") == "Owner of the bookshop next door"


def test_a_persona_is_added_and_named(clerk, personas):
    click(personas.buttons["add"])
    assert shown(personas) == ["Maya", "Paolo", "New persona"]
    assert clerk.undo_label == "Add a persona"
    editor = personas.form.field("name").editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Tom")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert names(clerk) == ["Maya", "Paolo", "Tom"]


def test_a_persona_is_removed(clerk, personas):
    click(personas.buttons["remove"])
    assert names(clerk) == ["Paolo"]
    assert value(personas, "name") == "Paolo"
    clerk.desk.undo()
    assert shown(personas) == ["Maya", "Paolo"]


def test_what_goes_with_a_persona_is_told(clerk, personas):
    told = []
    clerk.desk.said.connect(told.append)
    click(personas.buttons["remove"])
    assert told == ["“Maya” is removed, and 13 markers with it. Undo brings all back."]
    click(personas.buttons["add"])
    click(personas.buttons["remove"])
    assert len(told) == 1


def test_personas_are_put_in_order(clerk, personas):
    click(personas.buttons["later"])
    assert names(clerk) == ["Paolo", "Maya"]
    assert personas.names.currentRow() == 1
    click(personas.buttons["earlier"])
    assert names(clerk) == ["Maya", "Paolo"]


def test_the_ends_of_the_list_go_no_further(personas):
    assert not personas.buttons["earlier"].isEnabled()
    choose(personas, 1)
    assert not personas.buttons["later"].isEnabled()
    assert personas.buttons["earlier"].isEnabled()


def test_keys_do_the_same(clerk, personas):
    personas.names.setFocus()
    QTest.keyClick(personas.names, Qt.Key.Key_Down, ALT)
    assert names(clerk) == ["Paolo", "Maya"]
    QTest.keyClick(personas.names, Qt.Key.Key_Up, ALT)
    assert names(clerk) == ["Maya", "Paolo"]
    QTest.keyClick(personas.names, Qt.Key.Key_Delete)
    assert names(clerk) == ["Paolo"]
    QTest.keyClick(personas.names, Qt.Key.Key_Insert)
    assert names(clerk) == ["Paolo", "New persona"]


def test_arrows_go_through_the_list(personas):
    personas.names.setFocus()
    QTest.keyClick(personas.names, Qt.Key.Key_Down)
    assert value(personas, "name") == "Paolo"


def test_without_anybody_there_are_no_fields(clerk, personas):
    for persona in clerk.desk.project.personas:
        clerk.desk.attempt("Remove", lambda project, one=persona.id: remove_persona(project, one))
    assert not personas.form.isVisible()
    assert not personas.names.isVisible()
    assert not personas.buttons["remove"].isEnabled()
    assert personas.buttons["add"].isEnabled()


def test_buttons_say_what_they_do(personas, goals):
    said = [button.accessibleName() for button in (*personas.buttons.values(), *goals.buttons.values())]
    assert "Add a persona" in said
    assert "Move the goal up" in said
    assert len(set(said)) == 8


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [
        ("statement", "Fewer leave", "Fewer leave"),
        ("baseline", "38", 38.0),
        ("target", "20,5", 20.5),
        ("time_frame", "by summer", "by summer"),
        ("progress", "40 %", 0.4),
    ],
)
def test_every_field_of_a_goal_is_entered(clerk, goals, path, typed, stored):
    enter(goals, path, typed)
    assert getattr(in_order(clerk.desk.project.goals)[0], path) == stored


def test_progress_beyond_all_is_refused(goals):
    enter(goals, "progress", "140")
    assert goals.form.field("progress").problem.text() == "This is too large."


def test_ticked_goals_stand_at_the_head_of_the_map(clerk, goals):
    row = goals.names.item(0)
    before = row.checkState() == Qt.CheckState.Checked
    goals.names.setFocus()
    QTest.keyClick(goals.names, Qt.Key.Key_Space)
    first = in_order(clerk.desk.project.goals)[0].id
    assert (first in clerk.desk.journey.goals) is not before
    assert clerk.undo_label == "Choose the goals of the map"


def test_a_goal_is_added_and_removed(clerk, goals):
    count = len(clerk.desk.project.goals)
    click(goals.buttons["add"])
    assert len(clerk.desk.project.goals) == count + 1
    assert in_order(clerk.desk.project.goals)[-1].statement == "New goal"
    click(goals.buttons["remove"])
    assert len(clerk.desk.project.goals) == count


def test_a_new_goal_stands_at_the_head_of_the_map_shown(clerk, goals):
    before = clerk.desk.journey.goals
    click(goals.buttons["add"])
    new = in_order(clerk.desk.project.goals)[-1]
    assert clerk.desk.journey.goals == (*before, new.id)
    assert goals.names.item(goals.names.count() - 1).checkState() == Qt.CheckState.Checked
    clerk.desk.undo()
    assert clerk.desk.journey.goals == before
    assert new not in clerk.desk.project.goals
