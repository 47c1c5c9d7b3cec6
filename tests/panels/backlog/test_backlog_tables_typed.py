"""The tables of the backlog: what they show, and what is typed into them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop.document.edits.segments import edit_segment
from desktop.document.segments import listed
from desktop.panels.backlog.columns import TABLES

Key = Qt.Key


def column(table, code):
    return next(at for at, one in enumerate(table.lines.columns) if one.code == code)


def shown(table, row, code):
    return table.lines.index(row, column(table, code)).data()


def stand(table, row, code):
    table.setCurrentIndex(table.lines.index(row, column(table, code)))


def visible(table):
    return [one.code for at, one in enumerate(table.lines.columns) if not table.isColumnHidden(at)]


def edit(table, row, code):
    stand(table, row, code)
    table.edit(table.currentIndex())
    return table.viewport().findChild(QLineEdit) or table.viewport().findChild(QComboBox)


def hand_in(editor):
    """Return, which the table takes up when the editor has had it."""
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()


def test_opportunities_stand_by_rank_with_what_they_answer(table):
    assert shown(table, 0, "opportunity") == "Tell the waiting time, offer bread"
    assert shown(table, 0, "answers") == "27 minutes without a word"
    assert [shown(table, row, "number") for row in range(5)] == ["2", "1", "4", "3", "5"]
    assert shown(table, 0, "status") == "Idea"


def test_pain_points_stand_by_rank_with_their_answers(board):
    board.call("pain")
    assert shown(board.page.table, 0, "pain") == "Card details before a free booking"
    assert shown(board.page.table, 0, "score") == "25.0"
    assert shown(board.page.table, 0, "answered") == "Book without a card up to 4 guests"


def test_experiments_know_what_they_are_for(board):
    board.call("experiment")
    table = board.page.table
    row = next(row for row, line in enumerate(table.lines.lines) if line.card.text.startswith("A/B"))
    assert shown(table, row, "opportunity") == "Book without a card up to 4 guests"
    assert shown(table, row, "variants") == "with card; without card"


def test_a_digit_is_a_grade_in_one_step(table, desk):
    stand(table, 2, "ease")
    QTest.keyClick(table, Key.Key_1)
    card = next(line.card for line in table.lines.lines if line.card.text.startswith("Menu"))
    assert card.promise.ease == 1
    desk.undo()
    assert desk.session.undoable is None


def test_a_digit_beyond_five_is_none(table, desk):
    stand(table, 2, "ease")
    QTest.keyClick(table, Key.Key_7)
    assert desk.session.undoable is None


def test_the_row_that_is_judged_stays_the_selected_one(table):
    stand(table, 0, "impact")
    [card] = table.cards
    QTest.keyClick(table, Key.Key_1)
    assert table.cards == [card]
    assert table.currentIndex().row() == table.lines.row_of(card) > 0


def test_an_owner_is_typed_in_its_cell(table, desk):
    line = edit(table, 0, "owner")
    line.selectAll()
    QTest.keyClicks(line, "Ana")
    hand_in(line)
    assert shown(table, 0, "owner") == "Ana"
    assert desk.session.undoable.label == "Change Owner of “Tell the waiting time, offer bread”"


def test_what_is_left_as_it_was_is_no_step(table, desk):
    hand_in(edit(table, 0, "owner"))
    assert desk.session.undoable is None


def test_a_date_is_read_as_people_write_it(table):
    line = edit(table, 0, "due")
    line.selectAll()
    QTest.keyClicks(line, "24.12.2026")
    hand_in(line)
    assert shown(table, 0, "due") == "2026-12-24"


def test_what_is_no_date_is_refused_in_a_sentence(board, table, desk):
    line = edit(table, 0, "due")
    line.selectAll()
    QTest.keyClicks(line, "soon")
    hand_in(line)
    assert shown(table, 0, "due") == "2026-11-30"
    assert board.told.text() == "That takes a date such as 2026-12-31."


def test_a_status_is_chosen_from_words(table):
    box = edit(table, 0, "status")
    assert [box.itemText(at) for at in range(box.count())] == ["Idea", "Planned", "Under way", "Done", "Dropped"]
    box.setCurrentIndex(3)
    hand_in(box)
    assert shown(table, 0, "status") == "Done"


def test_several_lines_become_one_only_when_something_is_typed(board, desk):
    card = board.backlog.entries[0].card.id
    board.backlog.set_value(card, "text", "Two\nlines", "x")
    hand_in(edit(board.page.table, 0, "opportunity"))
    assert board.backlog.entries[0].card.text == "Two\nlines"


def test_what_is_overdue_says_so(table):
    index = table.lines.index(0, column(table, "due"))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Was to be done by 2026-11-30"


def test_columns_without_anything_are_not_shown(table):
    assert "votes" not in visible(table)
    assert "tactics" not in visible(table)
    assert "experiments" in visible(table)


def test_factors_are_folded_away_with_their_weights(board, table):
    assert "revenue" not in visible(table)
    board.opportunities.weights.head.click()
    assert "revenue" in visible(table)
    board.opportunities.weights.head.click()
    assert "revenue" not in visible(table)


def test_variants_are_parted_by_semicolons(board):
    board.call("experiment")
    table = board.page.table
    line = edit(table, 0, "variants")
    line.setText("")
    QTest.keyClicks(line, "one; two ;")
    hand_in(line)
    assert shown(table, 0, "variants") == "one; two"


def test_return_asks_for_the_card_on_the_map(board, table, qtbot):
    stand(table, 1, "opportunity")
    with qtbot.waitSignal(board.wanted) as asked:
        QTest.keyClick(table, Key.Key_Return)
    assert asked.args == [table.lines.lines[1].card.id]


def test_every_column_has_a_head(board):
    for kind, page in board.pages.items():
        lines = page.table.lines
        heads = [lines.headerData(at, Qt.Orientation.Horizontal) for at in range(len(TABLES[kind]))]
        assert not any(head.startswith("backlog.") for head in heads)


def test_a_read_only_project_is_not_typed_into(board, table, desk):
    desk.session.read_only = True
    assert not table.lines.flags(table.lines.index(0, column(table, "owner"))) & Qt.ItemFlag.ItemIsEditable


def write_segment(board, keys):
    """Types into the segment of the first tactic."""
    table = board.page.table
    editor = edit(table, 0, "segment")
    editor.selectAll()
    QTest.keyClicks(editor, keys)
    return table, editor


def test_segments_are_offered_while_one_types(board):
    board.call("tactic")
    table, editor = write_segment(board, "reg")
    popup = editor.offers.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    hand_in(editor)
    assert shown(table, 0, "segment") == "Regular guests"


def test_a_segment_that_nobody_knew_counts_as_well(board):
    board.call("tactic")
    table, editor = write_segment(board, "Neighbours")
    hand_in(editor)
    assert shown(table, 0, "segment") == "Neighbours"


def test_a_segment_stands_behind_its_mark_and_is_typed_without_it(board):
    board.call("tactic")
    desk, name = board.backlog.desk, shown(board.page.table, 0, "segment")
    one = next(segment for segment in listed(desk.project) if segment.name == name)
    assert desk.attempt("Mark", lambda project: edit_segment(project, one.id, mark="▲"))
    assert shown(board.page.table, 0, "segment") == f"▲ {name}"
    assert edit(board.page.table, 0, "segment").text() == name
