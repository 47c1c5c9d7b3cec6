"""The palette of commands in the real window, by real keys."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.document.locate import cards_of

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GOALS = {"@Arrive": "stage", "@Is welcomed": "step", "@Backstage": "lane", "@moment of truth": "emotion"}


class Palette:
    """Somebody who looks for something."""

    def __init__(self, window):
        self.window = window
        self.commander = window.workshop.commands
        self.field = self.commander.field
        self.press(Key.Key_K, CTRL)

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QCoreApplication.processEvents()

    def type(self, text):
        QTest.keyClicks(self.field, text)

    def enter(self, text, held=Qt.KeyboardModifier.NoModifier):
        self.type(text)
        self.press(Key.Key_Return, held)

    @property
    def texts(self):
        return [row.text for row in self.commander.rows]

    def chosen(self):
        cards = {card.id: card.text for card in cards_of(self.window.desk.journey)}
        return sorted(cards.get(one, one) for one in self.window.desk.selected)


@pytest.fixture
def palette(window):
    return Palette(window)


def test_escape_goes_back_to_the_field_one_came_from(window):
    window.inspector.take_focus()
    before = QApplication.focusWidget()
    palette = Palette(window)
    palette.press(Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_a_deed_is_told_with_its_menu_and_its_keys(palette):
    palette.type("save as")
    row = palette.commander.current
    assert (row.text, row.path, row.keys) == ("Save as", "File", "Ctrl+Shift+S")
    assert palette.field.accessibleDescription() == "Save as, File, Ctrl+Shift+S"


def test_entries_of_menus_in_menus_are_found(window):
    window.desk.select((next(card.id for card in cards_of(window.desk.journey)),))
    palette = Palette(window)
    palette.type("turn pain")
    assert palette.commander.current.text.endswith("› Pain point")
    assert palette.commander.current.keys == "F4, P"


def test_an_entry_of_a_menu_does_its_own(window):
    one = next(card.id for card in cards_of(window.desk.journey) if card.text == "Doorway")
    window.desk.select((one,))
    Palette(window).enter("turn into note")
    assert next(card.kind for card in cards_of(window.desk.journey) if card.id == one) == "note"


def test_cards_come_into_sight_and_stages_steps_lanes_and_feelings_are_gone_to(palette, window):
    window.canvas.zoom_to(2)
    palette.enter("@held until 17")
    rect = window.canvas.scene.hits.rect(next(iter(window.desk.selected)))
    assert rect.meets(window.canvas.view.seen)
    for query, sort in GOALS.items():
        palette.press(Key.Key_K, CTRL)
        palette.type(query)
        goal = palette.commander.current
        palette.press(Key.Key_Return)
        assert (query, goal.sort, window.desk.selected) == (query, sort, {goal.id})


def test_the_tray_is_opened_for_what_stands_there(palette, window):
    for text in ("From the guest book", "High chairs", "Terrace in summer"):
        palette.press(Key.Key_Escape)
        palette.press(Key.Key_K, CTRL)
        palette.enter(f"@{text}")
        view = window.workshop.inbox.panel.view
        assert (text, view.hasFocus()) == (text, True)
        assert str(view.currentIndex().data()).startswith(text)
        window.canvas.setFocus()


def test_the_latest_is_preferred(palette):
    palette.enter("@Booking tool")
    palette.press(Key.Key_K, CTRL)
    palette.type("book")
    assert palette.texts[0] == "Booking tool without deposits"


def test_a_new_card_is_found_at_once(palette, window):
    palette.press(Key.Key_Escape)
    QTest.keyClick(window.canvas, Key.Key_F3)
    QTest.keyClicks(window.workshop.scribe.field, "Umbrella stand")
    QTest.keyClick(window.workshop.scribe.field, Key.Key_Return)
    palette.press(Key.Key_K, CTRL)
    palette.type("umbrella")
    assert palette.texts[0] == "Umbrella stand"


def test_a_dialog_that_it_opens_has_the_keyboard(palette, window):
    palette.enter("all keys")
    assert window.findChild(QDialog) is not None
    window.findChild(QDialog).close()


def test_what_is_written_on_the_map_counts(window):
    window.desk.select((next(card.id for card in cards_of(window.desk.journey) if card.text == "Waiter"),))
    QTest.keyClick(window.canvas, Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), " or host")
    palette = Palette(window)
    palette.type("@waiter or")
    assert palette.texts[0] == "Waiter or host"
