"""The model of a list of findings: what can be chosen, what is read out, and where one stands after a change."""

import pytest
from PySide6.QtCore import Qt

from desktop.panels.counsel.rows import ROW, Row, Rows, Sort

LIST = (
    Row(Sort.QUIET, "Half is known"),
    Row(Sort.HEADING, "By stage"),
    Row(Sort.SHARE, "Arrive", "50 %", "s1", ("s1",), spoken="Arrive: 50 % of 4 known"),
    Row(Sort.FINDING, "No goal is set", "Why", "goal"),
)


@pytest.fixture
def rows(qtbot):
    rows = Rows()
    rows.show_rows(LIST)
    return rows


def test_headings_and_quiet_words_cannot_be_chosen(rows):
    able = [bool(rows.flags(rows.index(number)) & Qt.ItemFlag.ItemIsSelectable) for number in range(4)]
    assert able == [False, False, True, True]


def test_a_row_is_read_out_with_its_reason(rows):
    said = [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in (2, 3)]
    assert said == ["Arrive: 50 % of 4 known", "No goal is set, Why"]


def test_rows_show_their_words(rows):
    assert rows.index(1).data() == "By stage"
    assert rows.index(3).data(ROW) is LIST[3]
    assert rows.index(3).data(Qt.ItemDataRole.FontRole) is None
    assert rows.data(rows.index(9)) is None


def test_equal_rows_are_no_news(rows, qtbot):
    assert not rows.show_rows(tuple(LIST))
    with qtbot.waitSignal(rows.modelReset):
        assert rows.show_rows(LIST[:3])


def test_who_stood_on_a_row_stands_on_it_again(rows):
    assert rows.near("goal", 0).row() == 3


def test_who_stood_on_a_row_that_went_stands_on_its_neighbour(rows):
    assert rows.near("gone", 3).row() == 3
    assert rows.near("", 0).row() == 2


def test_in_a_list_without_rows_to_choose_one_stands_nowhere(qtbot):
    assert not Rows().near("goal", 0).isValid()
