"""The find bar in the real window, by real keys."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.keyscript import Typist
from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import cards_of
from desktop.panels.find.bar import PAUSE
from desktop.panels.find.marks import CURRENT

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Finder:
    """Somebody who looks for words."""

    def __init__(self, window):
        self.window = window
        self.bar = window.workshop.find
        self.press(Key.Key_F, CTRL)

    def press(self, key, held=NONE):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QCoreApplication.processEvents()

    def type(self, text):
        Typist(self.window).type(text)

    def find(self, text):
        self.bar.field.selectAll()
        self.type(text)
        self.press(Key.Key_Return)

    @property
    def told(self):
        return self.bar.told.text()

    def card(self):
        """The text of the one that is selected."""
        cards = {card.id: card.text for card in cards_of(self.window.desk.journey)}
        return cards.get(next(iter(self.window.desk.selected), ""), "")

    def all_texts(self):
        return [card.text for card in cards_of(self.window.desk.journey)]


@pytest.fixture
def finder(window):
    return Finder(window)


def test_ctrl_h_has_the_line_for_other_words(finder):
    finder.press(Key.Key_H, CTRL)
    assert finder.bar.by.isVisible()
    assert finder.bar.field.hasFocus()
    finder.type("menu")
    finder.press(Key.Key_H, CTRL)
    assert finder.bar.by.hasFocus()


def test_what_is_typed_is_looked_for_after_a_pause(finder, qtbot):
    finder.type("terminal")
    assert finder.told == ""
    qtbot.waitUntil(lambda: finder.told != "", timeout=PAUSE * 50)
    assert finder.told.startswith("1 of")


def ring(finder):
    """Whether a ring of the current one is seen round what is selected."""
    canvas = finder.window.canvas
    box = canvas.scene.hits.rect(next(iter(finder.window.desk.selected)))
    x, y = canvas.view.to_window(box.x + box.width / 2, box.y)
    image = canvas.viewport().grab().toImage()
    seen = [image.pixelColor(round(x), round(y) - down) for down in range(10)]
    return any(abs(one.red() - CURRENT.red()) + abs(one.blue() - CURRENT.blue()) < 40 for one in seen)


def test_rings_of_very_many_are_thin_but_the_current_one_is_seen(finder, window):
    finder.find("a")
    while finder.bar.finding.current.passage.kind != "action":
        finder.press(Key.Key_Return)
    window.canvas.fit()
    before = window.canvas.viewport().grab().toImage()
    assert ring(finder)
    finder.press(Key.Key_Escape)
    assert window.canvas.viewport().grab().toImage() != before


def test_toggles_are_reached_and_pressed_by_keys(finder):
    finder.find("menus")
    finder.bar.strict["words"].setFocus()
    finder.press(Key.Key_Space)
    assert finder.bar.strict["words"].isChecked()
    finder.press(Key.Key_Escape)
    assert not finder.bar.isVisible()


def test_the_second_in_one_text_is_replaced_where_one_stands_there(finder, window):
    finder.press(Key.Key_H, CTRL)
    finder.find("of")
    while finder.bar.finding.current.span[0] < 20:
        finder.press(Key.Key_Return)
    match = finder.bar.finding.current
    finder.bar.by.setFocus()
    finder.type("OF")
    finder.press(Key.Key_Return)
    start, end = match.span
    wanted = f"{match.passage.text[:start]}OF{match.passage.text[end:]}"
    found = [one.passage.text for one in finder.bar.finding.matches]
    assert wanted in (*finder.all_texts(), *found, window.desk.journey.subtitle)


def test_what_is_locked_is_left_alone(finder, window):
    lane = next(one for one in window.desk.journey.lanes if one.kind == "touchpoints")
    window.desk.edit("", lock_lane(window.desk.project, window.desk.map_id, lane.id, True))
    said = []
    window.desk.said.connect(said.append)
    finder.press(Key.Key_H, CTRL)
    finder.find("Booking form")
    finder.press(Key.Key_Tab)
    finder.bar.by.setFocus()
    finder.press(Key.Key_Return, CTRL)
    assert said[-1] == "2 in locked lanes were left alone."
    assert finder.all_texts().count("Booking form") == 2


def test_the_tray_is_opened_for_what_stands_there(finder, window):
    finder.find("High chairs")
    assert window.workshop.inbox.panel.isVisible()
    assert finder.bar.field.hasFocus()


def test_while_it_is_away_it_follows_nothing(finder, window):
    finder.find("Doorway")
    finder.press(Key.Key_Escape)
    window.desk.select((next(card.id for card in cards_of(window.desk.journey) if card.text == "Doorway"),))
    window.arrange.remove()
    assert finder.told == "1 of 1"
    finder.press(Key.Key_F, CTRL)
    assert finder.told == "Nothing"


def test_what_is_being_written_is_found(window):
    window.desk.select((next(card.id for card in cards_of(window.desk.journey) if card.text == "Waiter"),))
    QTest.keyClick(window.canvas, Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), " or host")
    finder = Finder(window)
    finder.find("waiter or host")
    assert finder.told == "1 of 1"
