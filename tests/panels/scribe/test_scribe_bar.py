"""The scribe bar in the real window, by real keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import card_at, cards_of
from desktop.panels.scribe.grammarsheet import GrammarSheet
from desktop.resources import words

pytest_plugins = ("windows",)

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Scribe:
    """Someone who types at a window."""

    def __init__(self, window):
        self.window = window
        self.bar = window.workshop.scribe
        self.field = self.bar.field
        self.press(Key.Key_F3, on=window.canvas)

    def press(self, key, held=Qt.KeyboardModifier.NoModifier, on=None):
        QTest.keyClick(on or self.field, key, held)

    def type(self, text):
        QTest.keyClicks(self.field, text)

    def enter(self, text):
        self.type(text)
        self.press(Key.Key_Return)

    @property
    def desk(self):
        return self.window.desk

    def note(self, text):
        """The kind, the lane's kind and the step's title of the card with a text."""
        card = next(one for one in cards_of(self.desk.journey) if one.text == text)
        lane = card_at(self.desk.journey, card.id).lane
        titles = {one.id: one.title for stage in self.desk.journey.stages for one in stage.steps}
        return card.kind, lane.kind if lane else "", titles.get(card.first, "")

    def texts(self):
        return [card.text for card in cards_of(self.desk.journey)]


@pytest.fixture
def scribe(window):
    return Scribe(window)


def test_f3_and_escape_go_back_to_the_map_and_keep_the_line_and_f1_opens_the_page_of_the_grammar(scribe, window):
    assert scribe.field.hasFocus()
    scribe.press(Key.Key_F3)
    assert window.canvas.hasFocus()
    scribe.press(Key.Key_F3, on=window.canvas)
    scribe.type("so")
    scribe.press(Key.Key_Escape)
    assert window.canvas.hasFocus()
    assert scribe.field.text() == "so"
    scribe.press(Key.Key_F1)
    (sheet,) = window.findChildren(GrammarSheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Key.Key_Escape)


def test_a_note_takes_its_letters_and_enter_kind_step_and_severity_twelve_more_and_what_enter_will_do_is_said(scribe):
    assert scribe.field.placeholderText() == "Action at Hears about it · Enter"
    scribe.enter("Soup is cold")
    assert scribe.note("Soup is cold") == ("action", "actions", "Hears about it")
    assert (scribe.field.text(), scribe.field.hasFocus()) == ("", True)
    signs = ["p: ", "@we ", "!4 "]
    scribe.enter("".join(signs) + "Nobody knew")
    assert scribe.note("Nobody knew") == ("pain", "pains", "Is welcomed")
    assert sum(map(len, signs)) + len("\n") <= 12
    assert scribe.field.placeholderText() == "Pain point at Is welcomed · Enter"
    scribe.enter("two")
    assert scribe.note("two") == scribe.note("Nobody knew")


def test_chips_appear_as_soon_as_they_are_understood_a_click_opens_one_and_backspace_turns_it_back_into_text(scribe):
    scribe.type("p: ")
    assert (scribe.bar.chips.texts, scribe.field.text()) == (["Pain point"], "")
    scribe.type("@wel !4 soup")
    assert (scribe.bar.chips.texts, scribe.field.text()) == (["Pain point", "Is welcomed", "severity 4"], "soup")
    first = scribe.bar.chips.boxes[0].center().toPoint()
    QTest.mouseClick(scribe.bar.chips, Qt.MouseButton.LeftButton, pos=first)
    assert (scribe.bar.chips.texts, scribe.field.text()) == (["Is welcomed", "severity 4"], "p: soup")
    scribe.enter("")
    scribe.type("p: @wel ")
    scribe.press(Key.Key_Backspace)
    assert (scribe.bar.chips.texts, scribe.field.text()) == (["Pain point"], "@wel")
    scribe.enter(" comes first")
    assert scribe.note("@wel comes first")[0] == "pain"
    scribe.type("t: soup")
    chips = scribe.bar.chips.texts
    scribe.press(Key.Key_Home)
    scribe.press(Key.Key_Backspace)
    assert (scribe.bar.chips.texts, scribe.field.text()) == (chips[:-1], "t: soup")


def test_the_slot_shows_where_the_note_will_land(scribe):
    before = scribe.desk.target
    scribe.type("p: @wel ")
    lane = next(one for one in scribe.desk.journey.lanes if one.id == scribe.desk.target.lane)
    assert lane.kind == "pains"
    scribe.press(Key.Key_Escape)
    assert scribe.desk.target in (before, scribe.bar.scribing.base)


def test_a_click_on_the_map_wins_over_what_was_named_and_where_there_is_little_room_the_line_stays(scribe, window):
    scribe.type("p: @wel ")
    scribe.bar.scribing.step(1, scribe.bar.line)
    scribe.desk.aim(scribe.desk.target.__class__(scribe.desk.journey.lanes[0].id, scribe.desk.target.step))
    assert scribe.bar.chips.texts == ["Pain point"]
    scribe.bar.setFixedWidth(300)
    QCoreApplication.processEvents()
    assert scribe.field.isVisible()
    assert not any(one.isVisible() for one in (scribe.bar.hint, scribe.bar.paper))
    assert scribe.bar.minimumSizeHint().width() < 200


def test_tab_goes_to_the_next_step_and_back_and_counts_from_the_step_that_is_named(scribe):
    scribe.press(Key.Key_Tab)
    scribe.enter("one")
    scribe.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    scribe.enter("two")
    assert scribe.note("one")[2] == "Looks it up"
    assert scribe.note("two")[2] == "Hears about it"
    assert scribe.field.hasFocus()
    scribe.type("@wel ")
    scribe.press(Key.Key_Tab)
    scribe.enter("soup")
    assert scribe.note("soup")[2] == "Orders"


def test_up_brings_back_the_lines_before_and_undo_takes_back_one_note_and_in_a_line_is_the_lines_own(scribe):
    scribe.enter("p: @wel one")
    scribe.enter("two")
    scribe.press(Key.Key_Up)
    assert scribe.field.text() == "two"
    scribe.press(Key.Key_Up)
    assert (scribe.field.text(), scribe.bar.chips.texts) == ("one", ["Pain point", "Is welcomed"])
    scribe.press(Key.Key_Down)
    scribe.press(Key.Key_Down)
    assert scribe.field.text() == ""
    scribe.press(Key.Key_Z, CONTROL)
    assert ("one" in scribe.texts(), "two" in scribe.texts()) == (True, False)
    assert scribe.field.hasFocus()
    scribe.type("two")
    scribe.press(Key.Key_Z, CONTROL)
    assert "one" in scribe.texts()
    assert scribe.field.text() != "two"


def test_f2_aims_the_last_note_again_with_chips_alone_at_once_and_escape_ends_it(scribe):
    scribe.enter("soup")
    scribe.press(Key.Key_F2)
    assert scribe.field.text() == "soup"
    scribe.enter(" @wel")
    assert scribe.note("soup")[2] == "Is welcomed"
    scribe.type("p: @order ")
    scribe.press(Key.Key_F2)
    assert scribe.note("soup") == ("pain", "pains", "Orders")
    assert (scribe.bar.chips.texts, scribe.texts().count("soup")) == ([], 1)
    scribe.press(Key.Key_F2)
    scribe.press(Key.Key_Escape)
    assert (scribe.field.text(), scribe.bar.scribing.aiming) == ("", False)


def test_names_are_offered_the_arrows_choose_another_and_tab_or_a_click_takes_one(scribe):
    scribe.type("@")
    scribe.press(Key.Key_Down)
    scribe.press(Key.Key_Down)
    wanted = scribe.bar.offers.rows[1]
    scribe.press(Key.Key_Return)
    assert scribe.bar.chips.texts == [wanted]
    scribe.enter("starter")
    scribe.type("soup @welc")
    assert scribe.bar.offers.isVisible()
    assert scribe.bar.offers.rows[0] == "Is welcomed"
    assert scribe.field.hasFocus()
    scribe.press(Key.Key_Tab)
    assert (scribe.bar.chips.texts, scribe.field.text()) == (["Is welcomed"], "soup ")
    assert not scribe.bar.offers.isVisible()
    scribe.enter("")
    scribe.type("#ph")
    QTest.mouseClick(scribe.bar.offers, Qt.MouseButton.LeftButton, pos=scribe.bar.offers.rect().center())
    assert scribe.bar.chips.texts == ["Phone"]
    assert scribe.field.hasFocus()


def test_similar_notes_are_shown_counted_and_chosen_by_the_arrows_and_without_one_the_line_stays(scribe, qtbot):
    scribe.enter("Deposit never comes back")
    scribe.type("deposit never came")
    qtbot.waitUntil(lambda: scribe.bar.offers.rows == ["Deposit never comes back"])
    scribe.press(Key.Key_Return, CONTROL)
    card = next(one for one in cards_of(scribe.desk.journey) if one.text == "Deposit never comes back")
    assert (card.seen, scribe.field.text()) == (2, "")
    assert scribe.texts().count("deposit never came") == 0
    scribe.type("zebra crossing")
    scribe.press(Key.Key_Return, CONTROL)
    assert scribe.field.text() == "zebra crossing"
    scribe.press(Key.Key_Return)
    scribe.enter("the waiter forgot us")
    scribe.enter("the waiter forgot our table")
    scribe.type("waiter forgot us")
    qtbot.waitUntil(lambda: len(scribe.bar.offers.rows) == 2)
    scribe.press(Key.Key_Down)
    scribe.press(Key.Key_Down)
    scribe.press(Key.Key_Return, CONTROL)
    seen = {card.text: card.seen for card in cards_of(scribe.desk.journey) if "waiter forgot" in card.text}
    assert seen == {"the waiter forgot us": 0, "the waiter forgot our table": 2}


def test_the_inbox_stays_open_until_it_is_closed_and_paper_is_typed_by_addresses(scribe, window):
    window.acts["scribe_inbox"].trigger()
    scribe.enter("one")
    scribe.enter("two")
    assert scribe.note("two")[1:] == ("", "")
    assert scribe.bar.inbox.isChecked()
    scribe.press(Key.Key_F3, CONTROL)
    scribe.enter("three")
    assert scribe.note("three")[1] == "actions"
    scribe.press(Key.Key_F3, Qt.KeyboardModifier.AltModifier)
    for line in ("C1 first", "D5 second", "D5 third", "F4 +1"):
        scribe.enter(line)
    assert scribe.note("first") == ("action", "actions", "Compares")
    assert scribe.note("second") == scribe.note("third") == ("pain", "pains", "Books a table")


@pytest.fixture
def barred(scribe, window):
    """Aimed at a lane that is locked."""
    desk = window.desk
    spot = desk.target
    desk.attempt("lock", lambda project: lock_lane(project, desk.map_id, spot.lane, True))
    return scribe


def test_every_note_to_a_locked_lane_is_refused_and_stays_a_chip_that_is_no_text_says_so_until_the_lane_is_free(
    barred, window
):
    said, desk = [], window.desk
    desk.said.connect(said.append)
    barred.enter("cold soup")
    barred.press(Key.Key_Return)
    assert barred.field.text() == "cold soup"
    assert said == ["The lane is locked; unlock it first."] * 2
    assert "cold soup" not in barred.texts()
    desk.attempt("lock", lambda project: lock_lane(project, desk.map_id, desk.target.lane, False))
    assert barred.bar.chips.texts == []
    barred.press(Key.Key_Return)
    assert "cold soup" in barred.texts()
    desk.attempt("lock", lambda project: lock_lane(project, desk.map_id, desk.target.lane, True))
    assert barred.bar.chips.texts == ["Actions"]
    assert barred.bar.chips.isVisible()
    assert "locked" in barred.field.placeholderText()
    barred.press(Key.Key_Backspace)
    QTest.mouseClick(barred.bar.chips, Qt.MouseButton.LeftButton)
    assert barred.field.text() == ""
    assert barred.bar.chips.texts == ["Actions"]
    barred.type(">pain ")
    assert barred.bar.chips.texts == ["Pain points"]
    assert "locked" not in barred.bar.hint.text()


def test_input_methods_compose_in_the_line_and_one_that_was_left_is_gone_on_with(scribe):
    composing = QInputMethodEvent("にほ", [])
    QCoreApplication.sendEvent(scribe.field, composing)
    assert (scribe.field.text(), "にほ" in scribe.texts()) == ("", False)
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QCoreApplication.sendEvent(scribe.field, done)
    scribe.press(Key.Key_Return)
    assert scribe.note("日本")[1] == "actions"
    scribe.type("p: @wel soup")
    left = scribe.bar.jotted
    scribe.enter("")
    scribe.bar.take_up(left)
    assert (scribe.field.text(), scribe.bar.chips.texts) == ("soup", ["Pain point", "Is welcomed"])
    scribe.press(Key.Key_Return)
    assert scribe.note("soup") == ("pain", "pains", "Is welcomed")


def test_closing_hands_in_the_line(scribe, window, script):
    scribe.type("soup")
    window.close()
    assert "soup" in scribe.texts()
    assert script.asked


def test_several_copied_lines_become_cards_and_one_is_text(scribe):
    mime = QMimeData()
    mime.setText("first line\nsecond line")
    QGuiApplication.clipboard().setMimeData(mime)
    scribe.press(Key.Key_V, CONTROL)
    assert {"first line", "second line"} <= set(scribe.texts())
    assert scribe.field.text() == ""
    QGuiApplication.clipboard().setText("soup\n")
    scribe.press(Key.Key_V, CONTROL)
    assert scribe.field.text().strip() == "soup"


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_of_the_grammar_has_all_words(qtbot, language):
    parent, told = QWidget(), words(language)
    qtbot.addWidget(parent)
    sheet = GrammarSheet(told, parent)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert told("grammar.title") in texts
    assert not [text for text in texts if text.startswith("grammar.")]
    sheet.close()
