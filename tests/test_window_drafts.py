"""Text that is being typed, in every place where one types, on its way to the journal."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.document.kinds import CARD_KINDS
from desktop.document.locate import card_at
from desktop.panels.inspector.typed import TextField
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.keeping import Keeping
from desktop.storage.reader import read
from desktop.storage.recoveries import recover, recoveries

CTRL = Qt.KeyboardModifier.ControlModifier


class Noting(Session):
    """Keeps what it is told of the text being typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.drafts = []

    def draft(self, candidate):
        self.drafts.append(candidate)
        super().draft(candidate)


@pytest.fixture
def window(open_window, path):
    """On a file of one's own; ten milliseconds are a second in it."""
    window = open_window(Noting(read(path), path))
    window.drafting.timer.setInterval(10)
    return window


@pytest.fixture
def drafts(window):
    return window.session.drafts


def first_card(window, kind="action"):
    lanes = window.desk.journey.lanes
    return next(card for lane in lanes for card in lane.cards if card.kind == kind)


def text_of(project, window, card):
    journey = next(each for each in project.maps if each.id == window.desk.map_id)
    return card_at(journey, card.id).card.text


def type_on(card, window, text):
    """Opens the editor over a card and types."""
    window.desk.select((card.id,))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(window.canvas.writer, text)


def test_what_is_typed_on_the_map_is_kept_while_one_types_and_more_of_it_a_moment_later(qtbot, window, drafts):
    card = first_card(window)
    window.drafting.keep()
    assert (window.drafting.timer.isActive(), drafts) == (False, []), "nobody types"
    type_on(card, window, "Half a sen")
    qtbot.waitUntil(lambda: bool(drafts))
    assert text_of(drafts[-1], window, card) == "Half a sen"
    assert text_of(window.desk.project, window, card) == card.text
    QTest.keyClicks(window.canvas.writer, "tence")
    qtbot.waitUntil(lambda: text_of(drafts[-1], window, card) == "Half a sentence")


def test_the_same_text_is_kept_once_and_the_editor_stays_open_even_under_a_menu(qtbot, window, drafts):
    type_on(first_card(window), window, "Half")
    writer = window.canvas.writer
    qtbot.waitUntil(lambda: bool(drafts))
    assert window.canvas.writer is writer
    assert writer.hasFocus()
    assert window.session.undoable is None
    before = len(drafts)
    window.drafting.keep()
    window.drafting.keep()
    assert len(drafts) == before
    menu = writer.menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    assert drafts[-1] is not None
    assert window.drafting.timer.isActive()
    menu.close()


def test_a_comment_or_a_new_card_is_kept_before_it_is_one(qtbot, window, drafts):
    lane = next(lane for lane in window.desk.journey.lanes if lane.kind == "actions")
    window.canvas.setFocus()
    window.desk.select(())
    window.palette_panel.place(CARD_KINDS[0].key)
    QTest.keyClicks(window.canvas.writer, "Brand new")
    qtbot.waitUntil(lambda: bool(drafts))
    texts = [card.text for each in drafts[-1].maps for row in each.lanes for card in row.cards]
    assert "Brand new" in texts
    assert lane in window.desk.journey.lanes
    window.canvas.stop_writing()
    drafts.clear()
    card = first_card(window)
    window.desk.select((card.id,))
    field = window.inspector.pane.sections[-1].adding
    field.text.setFocus()
    QTest.keyClicks(field.text, "Why?")
    qtbot.waitUntil(lambda: bool(drafts))
    kept = card_at(drafts[-1].maps[0], card.id).card.comments
    assert [comment.text for comment in kept][-1:] == ["Why?"]
    assert field.dirty


def test_handing_in_ends_the_draft_by_the_edit_itself_and_escape_makes_it_one(qtbot, window, drafts):
    card = first_card(window)
    type_on(card, window, "Whole")
    qtbot.waitUntil(lambda: bool(drafts))
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_Return, CTRL)
    assert text_of(window.desk.project, window, card) == "Whole"
    qtbot.waitUntil(lambda: not window.drafting.timer.isActive())
    assert None not in drafts
    drafts.clear()
    type_on(first_card(window), window, "Half")
    qtbot.waitUntil(lambda: bool(drafts))
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.drafting.timer.isActive())
    assert text_of(window.desk.project, window, first_card(window)) == "Half"
    assert window.session.undoable is not None


def test_what_is_typed_into_the_inspector_is_kept(qtbot, window, drafts):
    card = first_card(window)
    window.desk.select((card.id,))
    field = next(each for each in window.inspector.pane.findChildren(TextField) if each.value == card.text)
    field.text.setFocus()
    QTest.keyClicks(field.text, "Xy")
    qtbot.waitUntil(lambda: bool(drafts))
    assert "Xy" in text_of(drafts[-1], window, card)
    assert field.dirty
    assert window.session.undoable is None


def test_typing_that_is_taken_back_in_a_field_takes_the_draft_back(qtbot, window, drafts):
    window.desk.select((first_card(window).id,))
    field = window.inspector.pane.findChild(TextField)
    field.text.setFocus()
    QTest.keyClicks(field.text, "X")
    qtbot.waitUntil(lambda: bool(drafts))
    QTest.keyClick(field.text, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: drafts[-1] is None)


def test_a_line_of_the_outline_and_the_title_of_a_map_are_kept(qtbot, window, drafts):
    window.docks.enter_outline()
    stage = window.desk.journey.stages[0]
    window.outline.setCurrentIndex(window.outline.place_of(stage.id))
    QTest.keyClick(window.outline, Qt.Key.Key_F2)
    line = window.outline.viewport().findChild(QLineEdit)
    QTest.keyClicks(line, "Before")
    qtbot.waitUntil(lambda: bool(drafts))
    assert "Before" in {each.title for each in drafts[-1].maps[0].stages}
    assert line.hasFocus()
    drafts.clear()
    window.tabs.rename()
    QTest.keyClicks(window.tabs.field, "Third visit")
    qtbot.waitUntil(lambda: bool(drafts))
    assert "Third visit" in {each.title for each in drafts[-1].maps}
    assert window.tabs.field is not None


def test_a_closed_window_looks_at_nothing(qtbot, window):
    type_on(first_card(window), window, "Half")
    timer = window.drafting.timer
    window.dismiss()
    assert not timer.isActive()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_half_a_sentence_is_offered_after_a_fault(qtbot, open_window, path, tmp_path):
    keeping = Keeping(tmp_path / "journals", Backups(tmp_path / "backups"), tmp_path / "locks")
    window = open_window(Session.open(path, keeping))
    window.drafting.timer.setInterval(10)
    card = first_card(window)
    type_on(card, window, "Half a sen")
    qtbot.waitUntil(keeping.journals.exists)
    assert window.session.journal.flush()
    window.session.close(keep=True)  # as the end of the process leaves it
    (found,) = recoveries(keeping.journals)
    recovered = recover(found)
    assert text_of(recovered.steps[-1].after, window, card) == "Half a sen"
