"""The page of segments in the window of personas, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import desk_on
from desktop.dialogs.personas.dialog import VERBS, WAYS, PersonaDialog
from desktop.document.edits.people import edit_persona
from desktop.document.edits.segments import add_segment

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    desk = desk_on()
    desk.attempt("", lambda project: edit_persona(project, "maya", segment="Families"))
    desk.attempt("", lambda project: add_segment(project, "Couples", new_id=desk.new_id))
    made = PersonaDialog(desk, dict.fromkeys((*VERBS, *WAYS), str), lambda _: QImage())
    made.open()
    made.pages.setCurrentIndex(1)
    yield made
    made.close()


@pytest.fixture
def page(dialog):
    return dialog.segments


def rows(page):
    return [page.roster.names.item(row).text() for row in range(page.roster.names.count())]


def choose(page, name):
    at = [text.split("  ")[0] for text in rows(page)].index(name)
    box = page.roster.names.visualItemRect(page.roster.names.item(at))
    QTest.mouseClick(page.roster.names.viewport(), LEFT, pos=box.center())


def enter(page, path, text):
    line = page.roster.form.field(path).line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def maya(page):
    return next(one for one in page.desk.project.personas if one.id == "maya")


def test_all_are_listed_with_how_often_they_are_named(page):
    assert rows(page) == ["Couples  ·  0", "Families  ·  1"]
    choose(page, "Families")
    assert page.told.text() == "1 persona"
    choose(page, "Couples")
    assert page.told.text() == "Nothing names it yet."


def test_another_name_is_everywhere_in_one_step(page):
    choose(page, "Families")
    enter(page, "name", "Kin")
    assert maya(page).segment == "Kin"
    assert rows(page) == ["Couples  ·  0", "Kin  ·  1"]
    page.desk.undo()
    assert maya(page).segment == "Families"
    assert rows(page) == ["Couples  ·  0", "Families  ·  1"]


def test_a_name_that_another_has_is_refused(page):
    choose(page, "Families")
    enter(page, "name", "Couples")
    assert maya(page).segment == "Families"
    assert "already" in page.roster.form.field("name").problem.text()


def test_a_mark_stands_before_the_name(page):
    choose(page, "Families")
    box = page.roster.form.field("mark").box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert rows(page)[1] == "● Families  ·  1"


def test_two_are_merged_from_the_menu_and_apart_again(page):
    choose(page, "Families")
    page.others.popup(page.merge.mapToGlobal(page.merge.rect().bottomLeft()))
    offered = page.others.actions()
    assert [action.text() for action in offered] == ["Couples"]
    QTest.mouseClick(page.others, LEFT, pos=page.others.actionGeometry(offered[0]).center())
    assert (maya(page).segment, rows(page)) == ("Couples", ["Couples  ·  1"])
    assert not page.merge.isEnabled()
    page.desk.undo()
    assert maya(page).segment == "Families"


def test_a_segment_is_removed_and_comes_back(page):
    choose(page, "Families")
    QTest.mouseClick(page.roster.buttons["remove"], LEFT)
    assert (maya(page).segment, rows(page)) == ("", ["Couples  ·  0"])
    page.desk.undo()
    assert maya(page).segment == "Families"


def test_without_any_it_says_what_a_segment_is(page):
    for row in range(2):
        page.roster.names.setCurrentRow(0)
        QTest.mouseClick(page.roster.buttons["remove"], LEFT)
        assert len(rows(page)) == 1 - row
    assert page.told.isHidden()
    assert page.roster.bare.isVisible()
    QTest.mouseClick(page.roster.bare.add, LEFT)
    assert (rows(page), page.roster.bare.isVisible()) == (["New segment  ·  0"], False)


def test_a_persona_is_offered_them(dialog, qtbot):
    dialog.pages.setCurrentIndex(0)
    dialog.choose("maya")
    field = dialog.roster.form.field("segment")
    field.line.setFocus()
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    popup = field.offers.popup()
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["Couples", "Families"]
    popup.setCurrentIndex(popup.model().index(0, 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert maya(dialog.segments).segment == "Couples"
    QApplication.processEvents()
