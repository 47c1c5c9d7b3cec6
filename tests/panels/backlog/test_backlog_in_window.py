"""The backlog in a real window: by its keys, with the map beside it, as files."""

import csv
import zipfile
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.document.edits.facts import remove_task
from desktop.document.edits.lanes import hide_lane
from desktop.panels.backlog.table import LEAST
from desktop.session import Session
from desktop.storage.reader import read

CTRL, ALT, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window, path):
    return open_window(Session(read(path)))


@pytest.fixture
def board(window):
    """Opened by its shortcut."""
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, CTRL)
    return window.improvement.backlog.board


def test_keys_open_matrix_and_tables_in_one_window_that_begins_on_its_first_row_with_every_column_in_sight(window):
    assert window.improvement.backlog.board is None
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, CTRL)
    board = window.improvement.backlog.board
    assert board.isVisible()
    assert board.page.kind == "opportunity"
    table = board.opportunities.table
    usual = (column for column in table.lines.columns if not column.spare or column.code == "number")
    assert sum(column.width or LEAST for column in usual) <= table.viewport().width()
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, ALT)
    assert board.page.table.cards == [board.page.table.lines.lines[0].card.id]
    window.acts["tactics"].trigger()
    assert window.improvement.backlog.board is board
    assert board.page.kind == "tactic"


def test_files_are_saved_and_printed_from_the_menu_without_the_window_which_another_key_opens_with_the_tables(
    window, script, tmp_path
):
    script.target = tmp_path / "b.csv"
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, CTRL | SHIFT)
    assert len(script.target.read_text("utf-8-sig").splitlines()) == 11
    script.target = tmp_path / "b.xlsx"
    QTest.keyClick(window.canvas, Qt.Key.Key_X, CTRL | SHIFT)
    assert zipfile.is_zipfile(script.target)
    assert window.improvement.backlog.board is None
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, CTRL | ALT)
    assert window.prints.wish.content == "backlog"
    assert len(script.offered) == 1
    assert window.improvement.backlog.board is None
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, ALT)
    assert window.improvement.backlog.board.page.kind == "tactic"


def test_the_map_shows_what_would_be_while_a_card_is_in_the_hand_and_return_goes_to_the_card_on_it(
    window, board, qtbot
):
    matrix, settled = board.opportunities.matrix, window.canvas.scene.project
    [first, *_] = board.backlog.entries
    at = matrix.places.chip_of(first.card.id).box.center().toPoint()
    to = matrix.places.cell(1, 1).center().toPoint()
    QTest.mousePress(matrix, LEFT, pos=at)
    for each in (to - QPoint(20, 20), to):
        QTest.mouseMove(matrix, each)
    assert window.canvas.scene.project is board.backlog.project is not settled
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    assert window.canvas.scene.project is settled
    QTest.mouseRelease(matrix, LEFT, pos=to)
    assert window.session.project is settled
    table = board.opportunities.table
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.lines.index(3, 2)).center())
    [card] = table.cards
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.desk.selected == {card}
    qtbot.waitUntil(window.canvas.hasFocus)


def test_the_backlog_is_saved_as_csv_and_as_a_workbook_with_a_sheet_for_each_table_and_its_keys_work_there_too(
    board, script, tmp_path, window, qtbot
):
    script.target = tmp_path / "b.csv"
    board.csv.click()
    lines = list(csv.reader(script.target.read_text("utf-8-sig").splitlines()))
    assert len(lines) == 11
    script.target = tmp_path / "b.xlsx"
    board.xlsx.click()
    assert zipfile.is_zipfile(script.target)
    script.target = tmp_path / "all.xlsx"
    QTest.mouseClick(board.xlsx, LEFT)
    sheets = [name for name in zipfile.ZipFile(script.target).namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3
    qtbot.waitActive(board)
    script.target = tmp_path / "b.csv"
    QTest.keyClick(board.page.table, Qt.Key.Key_F8, CTRL | SHIFT)
    assert script.target.exists()
    assert "Ctrl+Shift+F8" in board.csv.toolTip()


def test_links_are_offered_for_the_selected_opportunity_and_the_window_closes_with_the_other(window):
    card = window.improvement.backlog.backlog.entries[4].card
    window.desk.select((card.id,))
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, ALT | SHIFT)
    board = window.improvement.backlog.board
    menu = board.link.menu()
    assert menu.isVisible()
    assert board.page.table.cards == [card.id]
    assert {action.data()[0] for action in menu.actions() if action.isCheckable()} == {card.id}
    menu.close()
    board.backlog.place(board.backlog.entries[0].card.id, 1, 1)
    board.close()
    assert window.isVisible()


def test_several_that_are_selected_or_the_first_are_put_into_next_from_the_menu_without_the_window(window):
    chosen = window.improvement.backlog.backlog.entries[5:7]
    window.desk.select([one.card.id for one in chosen])
    window.acts["fill_next"].trigger()
    assert {one.card.text for one in chosen} <= {task.text for task in window.desk.journey.tasks}
    window.desk.select(())
    part = window.improvement.backlog
    entries = part.backlog.entries
    for task in window.desk.journey.tasks:
        window.desk.attempt("Empty", partial(remove_task, map_id=window.desk.map_id, task_id=task.id))
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, SHIFT)
    assert part.board is None
    assert {task.text for task in window.desk.journey.tasks} == {one.card.text for one in entries[:3]}


def hide_kind(desk, kind):
    """Nothing of a kind of lanes is seen any more."""
    for lane in [lane.id for lane in desk.journey.lanes if lane.kind == kind]:
        desk.attempt("Hide", partial(hide_lane, map_id=desk.map_id, lane_id=lane, hidden=True))


def test_entries_of_the_menu_are_possible_when_they_make_sense_and_without_opportunities_save_what_there_is(
    window, script, tmp_path
):
    hide_kind(window.desk, "opportunities")
    script.target = tmp_path / "tactics.csv"
    QTest.keyClick(window.canvas, Qt.Key.Key_F8, CTRL | SHIFT)
    assert heads_of(script.target)[0] == "Tactic"
    window.undo()
    acts = window.acts
    window.desk.select(())
    assert all(acts[one].isEnabled() for one in ("fill_next", "backlog_csv", "backlog_xlsx"))
    assert not acts["link_opportunity"].isEnabled()
    window.desk.select((window.improvement.backlog.backlog.entries[0].card.id,))
    assert acts["link_opportunity"].isEnabled()
    hide_kind(window.desk, "opportunities")
    assert [acts[one].isEnabled() for one in ("fill_next", "backlog_csv", "backlog_xlsx")] == [False, True, True]
    hide_kind(window.desk, "experiments")
    assert not any(acts[one].isEnabled() for one in ("fill_next", "backlog_csv", "backlog_xlsx"))


def heads_of(path):
    return next(csv.reader(path.read_text("utf-8-sig").splitlines()))


def test_the_table_that_is_shown_is_saved_printed_and_copied(window, board, script, tmp_path):
    script.target = tmp_path / "table.csv"
    for kind, first in (("tactic", "Tactic"), ("experiment", "Experiment"), ("pain", "Number")):
        board.call(kind)
        QTest.mouseClick(board.csv, LEFT)
        assert (kind, heads_of(script.target)[0]) == (kind, first)
    for kind, content in (("opportunity", "backlog"), ("tactic", "tactics"), ("pain", "backlog")):
        board.call(kind)
        QTest.mouseClick(board.print, LEFT)
        assert (kind, window.prints.wish.content) == (kind, content)
    board.call("tactic")
    board.copy()
    assert QGuiApplication.clipboard().text().startswith("Tactic\tFor whom")
