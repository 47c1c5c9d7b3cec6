"""The panel of a review, by real keys and clicks."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.project import Edition, Response, Survey
from desktop.panels.counsel.rows import Sort

TODAY = QDate.currentDate().toString(Qt.DateFormat.ISODate)
LONG_AGO = "2020-03-01"


@pytest.fixture
def panel(read):
    return read("review")


def dated(window, **fields):
    desk = window.desk
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, **fields))


def typed(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def below(panel, heading):
    """What stands under a heading."""
    texts = panel.texts()
    rest = panel.rows[texts.index(heading) + 1 :]
    end = next((number for number, row in enumerate(rest) if row.sort is Sort.HEADING), len(rest))
    return rest[:end]


def test_the_keys_open_it_and_later_only_puts_it_away(window, counsel):
    QTest.keyClick(window.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.AltModifier)
    panel = counsel.panels["review"]
    assert panel.isVisible()
    QTest.mouseClick(panel.later, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert window.session.undoable is None


def test_a_map_that_nobody_looked_through_says_so_and_the_day_that_is_planned_is_offered(panel, window):
    assert (panel.rows[0].text, panel.rows[0].aside) == ("Never looked through", "Due on 1 March 2027")
    assert panel.panel.date.text() == "2027-03-01"
    dated(window, review="2028-01-02", reviewed=LONG_AGO)
    panel.panel.refresh()
    assert panel.panel.date.text() == "2028-01-02"
    (row,) = below(panel, "Since the review of 1 March 2020")
    assert row.text == "How the map was then has not been kept"


def test_who_is_late_is_named_with_the_way_there(panel, window):
    desk = window.desk
    card = next(card for lane in desk.journey.lanes for card in lane.cards if card.kind == "opportunity")
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, (card.id,), due=LONG_AGO, owner="Kitchen"))
    panel.panel.refresh()
    late = below(panel, "Overdue")[0]
    assert late.text == card.text
    assert late.aside.startswith("Kitchen · 1 March 2020 · ")
    panel.click(card.id)
    assert desk.selected == {card.id}


def test_new_feedback_and_what_is_not_on_the_last_print_are_told(panel, window):
    rows = tuple(Response(id=f"r{number}", date=TODAY) for number in range(2))
    survey = Survey(id="guests", title="Guests in autumn", date=TODAY, responses=rows)
    desk = window.desk
    cards = [card.id for lane in desk.journey.lanes for card in (*lane.cards, *lane.markers)]
    pin = {"map": desk.map_id, "posters": [{"things": {card: {} for card in cards[2:]}}]}
    edition = Edition(id="wall", map=desk.map_id, printed=LONG_AGO, pin=pin)
    desk.attempt("x", lambda whole: changed(whole, editions=(edition,), surveys=(survey,)))
    panel.panel.refresh()
    (row,) = below(panel, "Since the print of 1 March 2020")
    assert (row.text, set(row.things)) == ("2 new, 0 gone", set(cards[:2]))
    (row,) = below(panel, "New feedback")
    assert row.text == "Guests in autumn"
    assert row.aside.startswith("2 new responses")


def test_closing_it_keeps_the_day_and_the_next_one(panel, window, counsel):
    typed(panel.panel.date, "2031-05-06")
    QTest.mouseClick(panel.panel.close_button, Qt.MouseButton.LeftButton)
    journey = window.desk.journey
    assert (journey.reviewed, journey.review) == (TODAY, "2031-05-06")
    assert not counsel.panels["review"].isVisible()
    assert window.canvas.hasFocus()


def test_what_is_being_typed_stays_is_refused_unless_it_is_a_day_and_enter_closes_it(panel, window):
    said = []
    window.desk.said.connect(said.append)
    typed(panel.panel.date, "soon")
    panel.panel.refresh()
    assert panel.panel.date.text() == "soon"
    assert not panel.panel.close_button.isEnabled()
    QTest.keyClick(panel.panel.date, Qt.Key.Key_Return)
    assert said == ["A day is written like 2027-03-01."]
    assert window.desk.journey.reviewed == ""
    panel.panel.date.setFocus()
    QTest.keyClick(panel.panel.date, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    typed(panel.panel.date, "2031-05-06")
    QTest.keyClick(panel.panel.date, Qt.Key.Key_Return)
    assert window.desk.journey.review == "2031-05-06"


def test_after_a_review_what_has_changed_since_is_told(panel, window, read):
    QTest.mouseClick(panel.panel.close_button, Qt.MouseButton.LeftButton)
    panel = read("review")
    heading = next(text for text in panel.texts(Sort.HEADING) if text.startswith("Since the review of"))
    assert [row.text for row in below(panel, heading)] == ["Nothing has changed"]
    desk = window.desk
    card = desk.journey.lanes[0].cards[0].id
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, (card,), text="Runs"))
    panel.panel.refresh()
    (row,) = below(panel, heading)
    assert (row.text, row.things) == ("One thing has changed", (card,))


def test_after_a_plain_print_its_day_is_told_and_nothing_is_claimed(panel, window):
    dated(window, printed=LONG_AGO)
    panel.panel.refresh()
    (row,) = below(panel, "Since the print of 1 March 2020")
    assert (row.sort, row.text.startswith("What stood on it is not remembered")) == (Sort.QUIET, True)
