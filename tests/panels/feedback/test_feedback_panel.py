"""The panel of feedback: its list, its filters, what it shows of the touchpoint that is chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.desk.testresults import TestResults
from desktop.document.base import changed
from desktop.document.cards import Outcome
from desktop.document.project import Project
from desktop.panels.feedback.entries import ENTRY, Sort
from desktop.panels.theme import colour

LEFT = Qt.MouseButton.LeftButton
ROLE = Qt.ItemDataRole


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def stand_on(panel, name):
    rows = panel.list.rows
    at = next(at for at, entry in enumerate(rows.entries) if entry.text == name)
    panel.list.setCurrentIndex(rows.index(at))
    return rows.index(at)


def test_the_first_touchpoint_is_chosen(panel):
    assert panel.list.chosen.text == "Word of mouth"
    assert panel.name.text() == "Word of mouth"


def test_each_row_has_a_summary_for_each_question(panel):
    entry = stand_on(panel, "Card terminal").data(ENTRY)
    assert {one.scale for one in entry.told.summaries} == {"0-10", "1-5"}


def test_rows_are_read_out_with_all_figures(panel):
    said = stand_on(panel, "Card terminal").data(ROLE.AccessibleTextRole)
    assert said.startswith("Card terminal. Leave › Pays.")
    assert "NPS" in said
    assert "CSAT" in said


def test_the_median_stands_in_the_tooltip(panel):
    assert "Median" in stand_on(panel, "Card terminal").data(ROLE.ToolTipRole)


def test_down_shows_the_next_touchpoint(panel):
    press(Qt.Key.Key_Down)
    assert panel.list.chosen.text == panel.name.text() == "Friend’s post"


def test_who_is_chosen_stays_in_sight_as_the_panel_gets_lower(panel):
    index = stand_on(panel, "Review site")
    panel.resize(352, 480)
    QApplication.processEvents()
    assert panel.list.viewport().rect().contains(panel.list.visualRect(index))


def test_the_list_keeps_half_of_the_room(panel):
    above, below = panel.split.sizes()
    assert abs(above - below) < 60


def test_a_click_selects_the_touchpoint_on_the_map(table, panel):
    index = stand_on(panel, "Search result")
    panel.list.scrollTo(index)
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(index).center())
    (card,) = table.desk.chosen.cards
    assert card.text == "Search result"


def test_comments_say_when_who_and_how_much(panel, feedback):
    index = stand_on(panel, "Card terminal")
    found = feedback.comments(index.data(ENTRY).thing)
    assert panel.count.text() == f"{len(found)} comments"
    assert len(panel.comments.rows.entries) == len(found)
    entry = panel.comments.rows.entries[0]
    assert entry.text == found[0].response.comment
    assert found[0].response.segment in entry.aside
    assert "2026" in entry.aside


def test_escape_leads_from_the_comments_to_the_list_and_to_the_map(table, panel):
    press(Qt.Key.Key_Return)
    assert panel.comments.hasFocus()
    press(Qt.Key.Key_Escape)
    assert panel.list.hasFocus()


def test_return_makes_a_quote_and_the_row_says_so(table, panel):
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    (card,) = table.desk.chosen.cards
    assert card.kind == "quote"
    assert panel.comments.rows.entries[0].marked == "on the map"
    table.desk.undo()
    assert panel.comments.rows.entries[0].marked == ""


def test_a_month_is_chosen(panel, feedback):
    before = feedback.told[0].summary.n
    panel.filters.since.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert feedback.sieve.since == "2026-06"
    assert feedback.told[0].summary.n <= before
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert feedback.sieve.since == ""


def test_who_stood_on_a_touchpoint_stands_on_it_still(panel):
    stand_on(panel, "Waiter")
    panel.filters.segment.setFocus()
    press(Qt.Key.Key_Down)
    assert panel.list.chosen.text == "Waiter"


def test_months_nobody_let_through_leave_nothing(panel):
    panel.filters.since.setCurrentIndex(panel.filters.since.count() - 1)
    panel.filters.until.setFocus()
    press(Qt.Key.Key_Down)
    assert not panel.list.isVisible()
    assert not panel.detail.isVisible()
    assert panel.quiet.text() == "Nobody whom the filters let through said anything of this map."


def test_the_button_says_how_many_names_are_open(qtbot, panel):
    assert panel.names.text() == "2 names are open…"
    with qtbot.waitSignal(panel.joining):
        QTest.mouseClick(panel.names, LEFT)


def test_the_other_button_brings_a_table_in(qtbot, panel):
    with qtbot.waitSignal(panel.importing):
        QTest.mouseClick(panel.bring, LEFT)


def test_without_feedback_it_says_what_to_do(table, panel):
    table.desk.edit("none", changed(table.desk.project, surveys=()))
    assert panel.quiet.text().startswith("No feedback yet.")
    assert not panel.filters.isVisible()
    assert not panel.names.isVisible()
    panel.take_focus()
    assert panel.bring.hasFocus()


def test_results_of_tests_stand_below(table, panel):
    results = TestResults(table.desk, lambda: "2026-11-23")
    outcomes = [Outcome(variant=name, visitors=100, conversions=done) for name, done in (("A", 10), ("B", 40))]
    results.take_in(outcomes, results.experiments[0].id, "")
    heading, test = panel.list.rows.entries[-2:]
    assert (heading.sort, heading.text, test.sort) == (Sort.HEADING, "Tests", Sort.TEST)
    assert test.text.startswith("“B” does better than “A”")
    assert not panel.list.rows.flags(panel.list.rows.index(len(panel.list.rows.entries) - 2))


def test_a_hidden_panel_counts_nothing(table, panel):
    panel.hide()
    before = panel.list.rows.entries
    table.desk.edit("none", changed(table.desk.project, surveys=()))
    assert panel.list.rows.entries is before
    panel.show()
    assert panel.list.rows.entries == ()


def test_responses_that_are_gone_are_told_in_one_sentence(table, panel, heard: Project):
    gone = tuple(changed(one, digest="0" * 64, file="responses-0.jsonl", people=9) for one in heard.surveys)
    table.desk.edit("gone", changed(table.desk.project, surveys=gone))
    assert "responses-0000000000000000.jsonl" in panel.count.text()
    assert panel.comments.rows.entries == ()


def test_figures_are_painted_in_the_ink_of_the_look(panel):
    picture = panel.list.grab().toImage()
    found = {picture.pixelColor(x, y).rgb() for x in range(0, 352, 1) for y in range(0, 120, 1)}
    assert colour("accent").rgb() in found


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_scale_has_a_short_name(language):
    words = resources.words(language)
    assert all(words(f"scale.short.{name}") != f"scale.short.{name}" for name in ("ces", "stars", "yes", "grades"))


def offered(panel):
    return [panel.measure.itemData(at) for at in range(panel.measure.count())]


def test_the_figure_of_the_trend_is_chosen_and_kept(panel):
    stand_on(panel, "Card terminal")
    assert offered(panel) == ["mean", "median", "nps", "csat"]
    panel.measure.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "Median" in panel.trend.accessibleDescription()
    stand_on(panel, "Search result")
    assert "Median" in panel.trend.accessibleDescription()


def test_the_nps_is_that_of_those_who_were_asked_so(panel):
    stand_on(panel, "Card terminal")
    assert {mark.point.summary.scale for mark in panel.trend.marks} == {"1-5"}
    panel.measure.setFocus()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Return)
    assert {mark.point.summary.scale for mark in panel.trend.marks} == {"0-10"}
    assert "NPS" in panel.trend.accessibleDescription()
