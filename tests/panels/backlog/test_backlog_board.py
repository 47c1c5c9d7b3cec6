"""The window of the backlog: tabs, selection, links, Next, files, weights."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.backlog import Backlog
from desktop.desk.desk import Desk
from desktop.document.base import in_order
from desktop.document.cards import Tactic
from desktop.document.edits.cards import edit_cards, span_card
from desktop.document.edits.maps import add_map
from desktop.document.project import Weights
from desktop.panels.backlog.board import Board


def titles(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_it_is_named_after_the_map(board):
    assert board.windowTitle() == "Improve: An evening at Osteria Lume"
    assert board.told.text() == "10 to be done, 0 done or dropped; ranked by impact and factors × ease"


def test_what_is_selected_on_the_map_is_so_here(board, table, desk, finger):
    desk.select((finger.card("Allergen"),))
    assert table.cards == [finger.card("Allergen")]
    assert finger.matrix.current == finger.card("Allergen")


def test_what_is_selected_here_is_so_on_the_map(table, desk):
    table.selectRow(2)
    assert desk.selected == set(table.cards)


def test_while_hidden_it_follows_nothing(board, table, desk):
    board.hide()
    board.backlog.place(table.lines.lines[0].card.id, 1, 1)
    assert table.lines.lines[0].card.promise.impact == 4
    board.show()
    assert table.lines.lines[0].card.promise.impact != 4


def test_undo_works_in_the_window(board, table, desk):
    board.backlog.place(table.lines.lines[0].card.id, 1, 1)
    QTest.keySequence(board, QKeySequence.StandardKey.Undo)
    assert table.lines.lines[0].card.promise.impact == 4
    QTest.keySequence(board, QKeySequence.StandardKey.Redo)
    assert table.lines.lines[0].card.promise.impact != 4


def test_next_is_filled_with_what_is_selected(board, table, desk):
    table.selectAll()
    before = len(desk.journey.tasks)
    board.next.click()
    assert len(desk.journey.tasks) == 10
    assert before == 3
    desk.undo()
    assert len(desk.journey.tasks) == before


def test_next_is_filled_with_the_first_three_otherwise(board, desk):
    board.next.click()
    texts = [task.text for task in in_order(desk.journey.tasks)]
    assert texts[-1] == "Menu as text, with prices"
    assert "Next at the foot" in board.told.text()


def test_links_are_offered_by_kind_and_ticked_where_they_are(board, table):
    table.selectRow(1)
    board.link.menu().aboutToShow.emit()
    ticked = [action.text() for action in board.link.menu().actions() if action.isChecked()]
    assert ticked == ["Card details before a free booking", "A/B: form with and without card, until 15 Decem…"]
    assert len(titles(board.link.menu())) == 14


def test_a_link_is_made_and_taken_away(board, table):
    table.selectRow(0)
    card = table.cards[0]
    for expected in (1, 0):
        board.link.menu().aboutToShow.emit()
        action = next(one for one in board.link.menu().actions() if one.text().startswith("Candle"))
        action.trigger()
        assert len(board.backlog.linked(card, action.data()[1])) == expected


def test_without_a_single_opportunity_nothing_is_linked(board, table):
    table.selectAll()
    assert not board.link.isEnabled()
    board.call("tactic")
    assert not board.link.isEnabled()


def test_a_file_is_asked_for_by_its_suffix(board, qtbot):
    for button, suffix in ((board.csv, ".csv"), (board.xlsx, ".xlsx")):
        with qtbot.waitSignal(board.saving) as asked:
            button.click()
        assert asked.args == [suffix]


def test_copy_takes_the_whole_backlog(board, table):
    QTest.keySequence(table, QKeySequence.StandardKey.Copy)
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    assert [row[0] for row in rows] == ["Number", "2", "1", "4", "3", *map(str, range(5, 11))]


def test_return_in_a_field_presses_no_button(board, desk):
    QTest.keyClick(board.opportunities.weights.fields["edge"], Qt.Key.Key_Return)
    assert board.isVisible()
    assert desk.session.undoable is None


def test_weights_are_folded_away_until_used(board, desk):
    weights = board.opportunities.weights
    assert not weights.open
    board.backlog.weigh("revenue", 3.0)
    assert weights.open
    assert weights.fields["revenue"].value() == 3.0


def test_what_somebody_folded_stays_so(board):
    weights = board.opportunities.weights
    weights.head.click()
    weights.head.click()
    board.backlog.weigh("revenue", 3.0)
    assert not weights.open


def test_a_weight_is_typed_in_one_step(board, desk):
    weights = board.opportunities.weights
    weights.head.click()
    field = weights.fields["edge"]
    field.selectAll()
    QTest.keyClicks(field, "4.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.project.weights == Weights(edge=4.5)
    weights.alike.click()
    assert desk.project.weights == Weights()
    assert not weights.alike.isEnabled()
    desk.undo()
    desk.undo()
    assert desk.session.undoable is None


def test_contradicting_tactics_are_told(board, desk):
    board.call("tactic")
    page = board.page
    assert page.clashes.text() == "No two tactics contradict each other."
    same = Tactic(form="offer", segment="Regulars")
    ids = [card.id for card in board.backlog.tactics][:2]
    first = board.backlog.tactics[0]
    fields = {"tactic": same}
    desk.attempt("x", lambda whole: edit_cards(whole, desk.map_id, ids, **fields))
    desk.attempt("x", lambda whole: _together(whole, desk.map_id, ids[1], first))
    assert "contradict each other: both are “Special offer” for Regulars at " in page.clashes.text()


def _together(whole, map_id, card, first):
    return span_card(whole, map_id, card, first.first, first.last)


def test_an_empty_map_says_how_to_begin(board, desk):
    desk.attempt("x", lambda whole: add_map(whole, "Empty", new_id=desk.new_id))
    desk.show_map(next(one.id for one in desk.project.maps if one.title == "Empty"))
    assert board.opportunities.empty.isVisible()
    assert not board.next.isEnabled()
    assert board.told.text() == ""


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", ["opportunity", "pain", "tactic", "experiment"])
def test_no_head_is_cut_off_in_a_small_window(qtbot, desk, language, kind):
    spoken = Desk(desk.session, resources.words(language), desk.new_id)
    board = Board(Backlog(spoken, lambda: "2026-12-05"))
    qtbot.addWidget(board)
    board.resize(1280, 720)
    board.call(kind)
    qtbot.waitActive(board)
    table, head = board.page.table, board.page.table.horizontalHeader()
    for at in range(len(table.lines.columns)):
        assert table.isColumnHidden(at) or head.sectionSize(at) >= head.sectionSizeHint(at)
    assert (board.width(), board.height()) == (1280, 720)
    assert table.horizontalScrollBar().maximum() == max(0, head.length() - table.viewport().width())
