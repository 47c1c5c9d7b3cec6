"""*Add from file…* in a real window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.dialogs.adding import AddDialog
from desktop.document.edits.cards import Spot, add_card
from desktop.document.locate import cards_of
from desktop.session import Session
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def guest(tmp_path):
    """The sample with one more card."""
    opened = read(SAMPLE)
    journey = opened.project.maps[0]
    lane = next(lane for lane in journey.lanes if lane.cards)
    spot = Spot(lane.id, lane.cards[0].first)
    project = add_card(opened.project, journey.id, spot, "note", new_id=lambda: "fresh", text="From the kitchen")
    path = tmp_path / "kitchen.journey"
    path.write_bytes(dump(project, opened.assets))
    return path


def texts(window):
    return {card.text for card in cards_of(window.desk.journey)}


def test_what_a_file_brings_comes_in_one_step_by_return(window, script, guest):
    script.file = guest
    before = window.desk.project
    window.acts["add_file"].trigger()
    dialog = window.workshop.joining.dialog
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert "From the kitchen" in texts(window)
    assert window.session.undoable.label == f"Add from {guest.stem}"
    window.undo()
    assert window.desk.project == before


def test_cancelled_or_escaped_nothing_comes_the_dialog_is_gone_and_the_map_has_the_keyboard(window, script, guest):
    script.file = guest
    before = window.desk.project
    for leave in (lambda dialog: dialog.reject(), lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)):
        window.acts["add_file"].trigger()
        leave(window.workshop.joining.dialog)
        assert window.workshop.joining.dialog is None
        assert window.desk.project is before
        assert window.canvas.hasFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(AddDialog) == []


def test_a_file_that_cannot_be_read_is_told_of_and_nothing_chosen_is_nothing_added(window, script, tmp_path):
    script.file = None
    window.acts["add_file"].trigger()
    assert (window.workshop.joining.dialog, script.told) == (None, [])
    script.file = tmp_path / "no.journey"
    script.file.write_text("no journey at all")
    window.acts["add_file"].trigger()
    assert "no.journey" in script.told[-1]
    assert window.workshop.joining.dialog is None


def test_nothing_new_is_told_without_a_way_to_undo_something_else(window, script, path):
    window.maps.rename(window.desk.map_id, "Dinner for two")
    window.files.save()
    script.file = path
    offered, said = [], []
    window.desk.offered.connect(offered.append)
    window.desk.said.connect(said.append)
    window.acts["add_file"].trigger()
    window.workshop.joining.dialog.accept()
    assert offered == []
    assert said == [f"{path.stem} brought nothing new"]


def test_what_was_edited_while_the_dialog_stood_open_is_kept(window, script, guest):
    script.file = guest
    window.acts["add_file"].trigger()
    window.maps.rename(window.desk.map_id, "Meanwhile")
    window.workshop.joining.dialog.accept()
    assert window.desk.journey.title == "Meanwhile"
    assert "From the kitchen" in texts(window)


def test_a_project_that_can_only_be_read_takes_nothing_in(open_window, script, guest, path):
    window = open_window(Session.open(path, read_only=True))
    script.file, refused = guest, []
    window.session.refused.connect(lambda: refused.append(1))
    window.acts["add_file"].trigger()
    assert refused == [1]
    assert window.workshop.joining.dialog is None
