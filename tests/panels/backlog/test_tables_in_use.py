"""All four tables by keys: what is typed, chosen, refused, locked; scores, foot lines, long texts and German."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desks import desk_on
from desktop import resources
from desktop.desk.backlog import Backlog
from desktop.document.base import changed
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.edits.cards import remove_cards
from desktop.document.edits.facets import edit_facet
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import lock_lane
from desktop.document.project import Weights
from desktop.panels.backlog.board import Board
from desktop.panels.backlog.look import broken, fitted
from grids import card, lane, project

Key = Qt.Key
CTRL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
LONG = "Everybody who waits is told how long it will take. " * 390
KINDS = ("opportunity", "pain", "tactic", "experiment")


def column(table, code):
    return next(at for at, one in enumerate(table.lines.columns) if one.code == code)


def stand(table, code, row=0):
    table.setCurrentIndex(table.lines.index(row, column(table, code)))


def shown(table, code, row=0):
    return table.lines.index(row, column(table, code)).data()


def editor(table, code, row=0):
    """Opened by F2."""
    stand(table, code, row)
    QTest.keyClick(table, Key.Key_F2)
    return table.viewport().findChild(QLineEdit) or table.viewport().findChild(QComboBox)


def write(table, code, text):
    line = editor(table, code)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)
    QApplication.processEvents()


def opened(board, kind):
    board.call(kind)
    return board.page.table


@pytest.fixture
def open_board(qtbot):
    """A board in sight on a project of these cards."""

    def make(*cards, words=None, **fields):
        desk = desk_on(project(lane(*cards, kind="opportunities"), **fields))
        desk.words = words or desk.words
        board = Board(Backlog(desk, lambda: "2026-12-05"))
        qtbot.addWidget(board)
        board.call("opportunity")
        qtbot.waitActive(board)
        return board

    return make


def idea(number, impact=3, ease=3, factors=None, **fields):
    promise = Promise(impact=impact, ease=ease, factors=factors or Factors())
    return card(number, "opportunity", promise=promise, **{"text": f"Idea {number}", **fields})


TYPED = [
    *(("tactic", code) for code in ("tactic", "segment", "benefit", "when", "owner")),
    *(("experiment", code) for code in ("experiment", "hypothesis", "metric", "result", "decision", "owner")),
    *(("opportunity", code) for code in ("opportunity", "owner")),
    *(("pain", code) for code in ("pain", "owner")),
]


@pytest.mark.parametrize(("kind", "code"), TYPED)
def test_a_text_is_typed_in_one_step(board, desk, kind, code):
    table = opened(board, kind)
    write(table, code, "Written here")
    assert shown(table, code) == "Written here"
    desk.undo()
    assert shown(table, code) != "Written here"
    assert desk.session.undoable is None


DAYS = [("tactic", "due"), ("experiment", "start"), ("experiment", "end"), ("opportunity", "due")]


@pytest.mark.parametrize(("kind", "code"), DAYS)
def test_a_date_is_typed(board, kind, code):
    table = opened(board, kind)
    write(table, code, "31.1.2027")
    assert shown(table, code) == "2027-01-31"


@pytest.mark.parametrize(("kind", "code"), DAYS)
def test_what_is_no_date_is_refused(board, desk, kind, code):
    table = opened(board, kind)
    write(table, code, "tomorrow")
    assert desk.session.undoable is None
    assert board.told.text() == "That takes a date such as 2026-12-31."


@pytest.mark.parametrize(("kind", "code"), [("tactic", "form"), ("tactic", "channel"), ("experiment", "status")])
def test_a_choice_is_made_by_keys(board, desk, kind, code):
    table = opened(board, kind)
    box = editor(table, code)
    before = box.currentIndex()
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Return)
    QApplication.processEvents()
    assert (desk.session.undoable is not None) == (before < box.count() - 1)


@pytest.mark.parametrize("code", ["severity", "frequency"])
def test_pain_points_are_judged_by_digits(board, code):
    table = opened(board, "pain")
    stand(table, code)
    [chosen] = table.cards
    QTest.keyClick(table, Key.Key_2)
    row = table.lines.row_of(chosen)
    assert table.lines.index(row, column(table, code)).data() == "2"


def test_escape_leaves_a_cell_as_it_was(board, table, desk):
    line = editor(table, "owner")
    QTest.keyClicks(line, "Nobody")
    QTest.keyClick(line, Key.Key_Escape)
    assert desk.session.undoable is None
    assert board.isVisible()


def test_a_digit_with_control_is_no_grade(table, desk):
    stand(table, "ease")
    QTest.keyClick(table, Key.Key_1, CTRL)
    assert desk.session.undoable is None


def test_a_digit_of_the_keypad_is_a_grade(table):
    stand(table, "ease")
    [chosen] = table.cards
    QTest.keyClick(table, Key.Key_1, KEYPAD)
    assert table.lines.lines[table.lines.row_of(chosen)].card.promise.ease == 1


@pytest.mark.parametrize("code", ["number", "score", "answers"])
def test_what_is_told_opens_no_editor(table, code):
    assert editor(table, code) is None


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_opens_in_a_project_to_be_read(board, desk, kind):
    desk.session.read_only = True
    table = opened(board, kind)
    assert editor(table, kind) is None


def test_no_digit_judges_in_a_project_to_be_read(table, desk):
    desk.session.read_only = True
    before = desk.project
    stand(table, "ease")
    QTest.keyClick(table, Key.Key_1)
    assert desk.project is before


def test_a_locked_lane_is_typed_into_for_nothing(board, table, desk):
    for one in desk.journey.lanes:
        desk.attempt("x", lambda whole, one=one: lock_lane(whole, desk.map_id, one.id, True))
    before = desk.project
    write(table, "owner", "Ana")
    assert desk.project is before
    assert "locked" in board.told.text()


TOLD = {
    "opportunity": "10 to be done, 0 done or dropped; ranked by impact and factors × ease",
    "tactic": "to be done, 0 done or dropped; in the order of the journey",
    "experiment": "2 to be done, 0 done or dropped; in the order of the journey",
    "pain": "ranked by severity × frequency",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_foot_says_what_fits_the_table(board, kind):
    opened(board, kind)
    assert board.told.text().endswith(TOLD[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_the_foot_counts_the_rows_of_its_table(board, kind):
    rows = opened(board, kind).lines.rowCount()
    assert str(rows) in board.told.text()


def test_what_is_done_is_counted_so(board, desk):
    table = opened(board, "experiment")
    one = table.lines.lines[0].card.id
    desk.attempt("x", lambda whole: edit_facet(whole, desk.map_id, (one,), "status", "done"))
    assert board.told.text().startswith("1 to be done, 1 done")


def test_scores_have_one_decimal(open_board):
    uneven = idea(1, 4, 5, Factors(satisfaction=3, revenue=3, edge=2))
    table = open_board(uneven, idea(2, 4, 4), idea(3, 3, 4)).page.table
    assert [shown(table, "score", row) for row in range(3)] == ["16.7", "16.0", "12.0"]


def test_german_scores_have_a_comma(open_board):
    table = open_board(idea(1, 4, 4), words=resources.words("de")).page.table
    assert shown(table, "score") == "16,0"


def test_what_nobody_judged_has_no_score(open_board):
    assert shown(open_board(idea(1, 0, 0)).page.table, "score") == ""


def test_pain_points_have_one_decimal_too(open_board):
    board = open_board(card(1, "pain", pain=Pain(severity=3, frequency=3)))
    assert shown(opened(board, "pain"), "score") == "9.0"


def test_an_overdue_tactic_says_so(open_board):
    board = open_board(card(1, "tactic", due="2026-12-01"), card(2, "tactic", due="2026-12-01", status="done"))
    table = opened(board, "tactic")
    tips = {table.lines.index(row, column(table, "due")).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1)}
    assert tips == {"Was to be done by 2026-12-01", "2026-12-01"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_map_says_how_to_begin_at_every_tab(open_board, kind):
    board = open_board()
    opened(board, kind)
    assert board.page.empty.isVisible()
    assert board.told.text() == ""


def test_keys_do_no_harm_where_there_is_nothing(open_board):
    board = open_board()
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_1, Key.Key_F2, Key.Key_Return):
        QTest.keyClick(board.page.table, key)
        QTest.keyClick(board.opportunities.matrix, key)
    assert board.backlog.desk.session.undoable is None


def test_two_hundred_are_all_there(open_board):
    board = open_board(*(idea(number, number % 6, number % 5) for number in range(200)))
    assert board.page.table.lines.rowCount() == len(board.opportunities.matrix.places.chips) == 200
    assert not board.grab().isNull()


def test_page_down_reaches_each_of_two_hundred(open_board):
    board = open_board(*(idea(number, 0, 0) for number in range(200)))
    matrix, seen = board.opportunities.matrix, set()
    for _ in range(200):
        QTest.keyClick(matrix, Key.Key_PageDown)
        seen.add(matrix.current)
    assert len(seen) == 200


def test_the_longest_texts_are_painted(open_board):
    board = open_board(idea(1, text=LONG), idea(2, text="x" * 20_000), card(3, "tactic", text=LONG))
    for kind in KINDS:
        opened(board, kind)
        assert not board.grab().isNull()


def test_what_looks_like_a_page_of_the_web_is_shown_letter_by_letter(open_board):
    table = open_board(idea(1, text="<b>bold</b><img src='x'>")).page.table
    tip = table.lines.index(0, column(table, "opportunity")).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_the_title_follows_that_of_the_map(board, desk):
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, title="Lunch"))
    assert board.windowTitle() == "Improve: Lunch"


def test_a_row_that_is_deleted_takes_its_selection_along(board, table, desk):
    table.selectRow(1)
    gone = table.cards
    desk.attempt("x", lambda whole: remove_cards(whole, desk.map_id, gone))
    assert table.cards == []
    assert table.lines.rowCount() == 9


def test_tab_leads_from_the_table_on(board, table):
    QTest.keyClick(table, Key.Key_Tab)
    assert board.focusWidget() is not table


@pytest.fixture
def metrics(qapp):
    font = QFont()
    font.setPixelSize(13)
    return QFontMetrics(font)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_no_line_is_wider_than_its_room(metrics, most):
    for text in (LONG, "x" * 900, "Taxi and tram times on the receipt", "", "a b"):
        rows = fitted(text, metrics, 150.0, most)
        assert len(rows) <= most
        assert all(metrics.horizontalAdvance(row) <= 150 for row in rows)


def test_words_that_fit_are_not_cut():
    assert broken("one two three", len, [7, 7]) == ["one two", "three"]
    assert broken("one two", len, [7, 7]) == ["one two"]


def test_the_last_line_takes_what_is_left():
    assert broken("one two three four", len, [7, 7]) == ["one two", "three four"]
    assert broken("one two three", len, [3]) == ["one two three"]


def test_lines_may_have_less_room_than_others():
    assert broken("one two three four", len, [3, 7, 9]) == ["one", "two", "three four"]
    assert broken("one two three four", len, [7, 10]) == ["one two", "three four"]
    assert broken("seven up", len, [4, 4, 9]) == ["", "", "seven up"]
    assert broken("incredible up", len, [4, 6]) == ["", "incredible up"]


def test_what_is_taken_of_the_first_lines_stays_free(metrics):
    rows = fitted("Remember wishes for regulars and their parents", metrics, 120.0, 3, (40.0, 40.0))
    assert [metrics.horizontalAdvance(row) <= room for row, room in zip(rows, (80, 80, 120), strict=True)] == [True] * 3


def test_a_word_that_is_too_wide_has_its_own_line():
    assert broken("incredible a", len, [5, 5]) == ["incredible", "a"]
    assert broken("", len, [5, 5]) == [""]


def weigh(board, name, figure):
    weights = board.opportunities.weights
    if not weights.open:
        weights.head.click()
    field = weights.fields[name]
    field.selectAll()
    QTest.keyClicks(field, figure)
    QTest.keyClick(field, Key.Key_Return)


def test_a_weight_of_two_decimals_stays_when_another_is_typed(open_board):
    board = open_board(idea(1))
    desk = board.backlog.desk
    desk.edit("x", changed(desk.project, weights=Weights(revenue=2.25)))
    weigh(board, "edge", "3")
    assert desk.project.weights == Weights(revenue=2.25, edge=3.0)
    assert desk.session.undoable.label == "Weigh Competitive edge"


@pytest.mark.parametrize("name", ["satisfaction", "revenue", "efficiency", "edge"])
def test_each_weight_is_typed_and_undone(open_board, name):
    board = open_board(idea(1, 4, 4, Factors(satisfaction=5, revenue=5, efficiency=5, edge=5)))
    weigh(board, name, "0")
    assert getattr(board.backlog.desk.project.weights, name) == 0
    board.backlog.desk.undo()
    assert board.opportunities.weights.fields[name].value() == 1.0


def test_the_same_weight_again_is_no_step(open_board):
    board = open_board(idea(1))
    weigh(board, "edge", "1")
    assert board.backlog.desk.session.undoable is None


def test_no_weight_is_typed_in_a_project_to_be_read(open_board):
    board = open_board(idea(1))
    board.backlog.desk.session.read_only = True
    board.follow()
    weigh(board, "edge", "5")
    assert board.backlog.desk.project.weights == Weights()


@pytest.mark.parametrize("button", ["link", "next"])
def test_buttons_that_change_something_rest_in_a_project_to_be_read(open_board, button):
    board = open_board(idea(1))
    board.backlog.desk.session.read_only = True
    board.follow()
    assert not getattr(board, button).isEnabled()
    assert board.csv.isEnabled()
