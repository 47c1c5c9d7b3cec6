"""The dialog of findings: what it says, what its buttons do, and that it follows the project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ailments import ailing, ailing_file
from desks import desk_on, held, small_map
from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.mending import Mending
from desktop.dialogs.findinglist import MOST
from desktop.dialogs.findings import FindingsDialog
from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.project import Goal
from desktop.session import Session
from desktop.storage.reader import Opened


class Safe:
    """Who sees to the file; `saved` counts how often it was asked to save."""

    def __init__(self, promise="Nothing is lost."):
        self.promise = promise
        self.copying = False
        self.saved = 0

    def save(self):
        self.saved += 1
        self.copying = False


@pytest.fixture
def safe():
    return Safe()


@pytest.fixture
def open_dialog(qtbot, safe):
    """Shows the findings on a desk; pointed(ids) are kept in `pointed`."""

    def make(desk):
        dialog = FindingsDialog(Mending(desk), safe)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test deletes it
        qtbot.addWidget(dialog)
        dialog.points = []
        dialog.pointed.connect(dialog.points.append)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return make


@pytest.fixture
def desk():
    return desk_on(ailing())


@pytest.fixture
def dialog(open_dialog, desk):
    return open_dialog(desk)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog, beginning):
    row = next(row for row, line in enumerate(dialog.list.lines) if line.startswith(beginning))
    item = dialog.list.item(row)
    dialog.list.scrollToItem(item)
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(item).center())


def headings(dialog):
    return [line for line in dialog.list.lines if " · " in line]


def test_the_worst_stand_first(dialog):
    assert headings(dialog) == ["Errors · 1", "Warnings · 6", "Notes · 1"]
    assert dialog.list.lines[1] == "Action “Waits” stands at a step that is not there"


def test_what_is_more_than_a_note_is_counted(dialog):
    assert dialog.heading.text() == "7 findings"


def test_that_nothing_is_lost_is_said(dialog, safe):
    assert dialog.promise.text() == safe.promise


def test_without_a_promise_there_is_no_empty_line(open_dialog, desk, safe):
    safe.promise = ""
    assert not open_dialog(desk).promise.isVisible()


def test_what_the_repair_of_the_chosen_one_does(dialog):
    choose(dialog, "Thought")
    assert dialog.remedy.text() == "It gets a “?”, so that it can be seen and filled in."
    assert dialog.what.isVisible()
    assert dialog.repair.isEnabled()


def test_a_note_has_no_repair(dialog):
    choose(dialog, "Map “Dinner”")
    assert not dialog.repair.isEnabled()
    assert not dialog.what.isVisible()
    assert dialog.remedy.text().startswith("Nothing needs to be done")


def test_one_is_repaired(desk, dialog):
    choose(dialog, "Thought")
    click(dialog.repair)
    assert held(desk, "c4").text == "?"
    assert dialog.heading.text() == "6 findings"
    assert not any(line.startswith("Thought") for line in dialog.list.lines)


def test_after_a_repair_the_next_one_is_chosen(dialog):
    choose(dialog, "Thought")
    row = dialog.list.currentRow()
    click(dialog.repair)
    assert dialog.list.currentRow() == row
    assert dialog.list.chosen is not None


def test_all_are_repaired(desk, dialog):
    assert dialog.repair_all.text() == "Repair &all (7)"
    click(dialog.repair_all)
    assert headings(dialog) == ["Notes · 1"]
    assert dialog.heading.text() == "Everything is repaired"
    assert not dialog.repair_all.isVisible()
    assert desk.session.undoable.label == "Repair 7 findings"


def test_of_very_many_the_first_are_listed(open_dialog):
    map_ = small_map().maps[0]
    cards = tuple(Card(id=f"x{number:04}", kind="note") for number in range(MOST + 20))
    dialog = open_dialog(desk_on(changed(small_map(), maps=(changed(map_, parking=cards),))))
    assert dialog.heading.text() == f"{MOST + 20} findings"
    assert dialog.list.count() == MOST + 2
    assert dialog.list.lines[-1] == "and 20 more"
    click(dialog.repair_all)
    assert dialog.heading.text() == "Everything is repaired"


def test_undo_shows_them_again(qtbot, desk, dialog):
    click(dialog.repair_all)
    desk.undo()
    qtbot.waitUntil(lambda: dialog.heading.text() == "7 findings")


def test_edits_elsewhere_are_followed(qtbot, desk, dialog):
    desk.edit("Status", changed(desk.project, maps=(changed(desk.journey, status="ideal"),)))
    qtbot.waitUntil(lambda: headings(dialog) == ["Errors · 1", "Warnings · 6"])


def test_a_closed_dialog_follows_no_more(desk, dialog):
    dialog.close()
    desk.edit("Title", changed(desk.project, title="Other"))
    assert not dialog._looking.isActive()


def test_one_goes_to_the_thing(desk, dialog):
    choose(dialog, "Action “Eats”")
    click(dialog.go_to)
    assert desk.selected == {"c3"}
    assert dialog.points == [frozenset({"c3"})]


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_quick_ways_to_the_thing(desk, dialog, way):
    choose(dialog, "Action “Eats”")
    if way == "enter":
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    else:
        place = dialog.list.visualItemRect(dialog.list.currentItem()).center()
        QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.selected == {"c3"}
    assert dialog.isVisible()


def test_what_is_on_no_map_is_nowhere_to_go(open_dialog):
    dialog = open_dialog(desk_on(changed(small_map(), goals=(Goal(id="g", metric="gone"),))))
    assert dialog.list.lines[1] == "Goal names a metric that is not there"
    assert not dialog.go_to.isEnabled()
    assert dialog.repair.isEnabled()


def test_a_sound_project(open_dialog):
    dialog = open_dialog(desk_on())
    assert dialog.heading.text() == "Nothing is wrong with this project"
    assert dialog.list.count() == 0
    assert not dialog.list.isVisible()
    assert not any(button.isVisible() for button in (dialog.go_to, dialog.repair, dialog.repair_all, dialog.save))
    assert dialog.close_button.isVisible()
    assert not dialog.strip.isVisible()
    assert not dialog.promise.isVisible()


def test_a_sound_project_has_a_tick(open_dialog):
    dialog = open_dialog(desk_on())
    image = dialog.pages.currentWidget().grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2 - 20) != image.pixelColor(2, 2)


def test_a_project_with_notes_only(open_dialog):
    map_ = changed(small_map().maps[0], status="dreamt")
    dialog = open_dialog(desk_on(changed(small_map(), maps=(map_,))))
    assert dialog.heading.text() == "Nothing needs to be repaired"
    assert headings(dialog) == ["Notes · 1"]


def test_the_copy_is_saved_when_all_is_repaired(dialog, safe):
    safe.copying = True
    click(dialog.repair_all)
    assert dialog.save.isVisible()
    click(dialog.save)
    assert safe.saved == 1
    assert not dialog.save.isVisible()


def test_while_there_is_something_to_repair_saving_waits(dialog, safe):
    safe.copying = True
    choose(dialog, "Thought")
    click(dialog.repair)
    assert not dialog.save.isVisible()


def test_one_that_is_left_has_a_button_of_its_own(open_dialog):
    map_ = small_map().maps[0]
    lanes = tuple(changed(lane, group="gone") if lane.kind == "thoughts" else lane for lane in map_.lanes)
    dialog = open_dialog(desk_on(changed(small_map(), maps=(changed(map_, lanes=lanes),))))
    assert dialog.heading.text() == "1 finding"
    assert not dialog.repair_all.isVisible()
    click(dialog.repair)
    assert dialog.heading.text() == "Everything is repaired"


def test_a_file_that_can_only_be_read(open_dialog):
    session = Session(Opened(ailing(), {}), read_only=True)
    dialog = open_dialog(Desk(session, resources.words("en"), str))
    assert not dialog.repair.isEnabled()
    assert not dialog.repair_all.isEnabled()
    assert dialog.go_to.isEnabled()


def test_what_was_put_right_while_reading_comes_last(open_dialog, tmp_path):
    session = Session.open(ailing_file(tmp_path / "a.journey", twins=True))
    dialog = open_dialog(Desk(session, resources.words("en"), str))
    assert headings(dialog)[-1] == "Put right when the file was opened · 1"
    choose(dialog, "Note “Asks” had the same id")
    assert not dialog.repair.isEnabled()
    click(dialog.go_to)
    assert len(dialog.points[0]) == 1


def test_no_text_is_taken_for_markup(dialog):
    labels = dialog.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_no_button_is_pressed_by_enter(dialog):
    buttons = (dialog.go_to, dialog.repair, dialog.repair_all, dialog.save, dialog.close_button)
    assert not any(button.autoDefault() for button in buttons)


def test_return_presses_the_button_that_has_the_focus(desk, dialog):
    choose(dialog, "Thought")
    before = desk.project
    dialog.repair.setFocus()
    QTest.keyClick(dialog.repair, Qt.Key.Key_Return)
    assert desk.project != before


def test_escape_closes(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_close_button_closes(dialog):
    click(dialog.close_button)
    assert not dialog.isVisible()
