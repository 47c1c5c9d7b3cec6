"""Lists and filters of the feedback panel, by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.document.project import Segment
from desktop.method.sieve import EVERYTHING, Sieve
from desktop.panels.feedback.entries import Entry, EntryList, Sort
from desktop.panels.feedback.face import ABOVE, HEADING, Face
from desktop.panels.feedback.filters import Filters

EN = resources.words("en")
ROWS = (
    Entry(Sort.HEADING, "Tests"),
    Entry(Sort.TEST, "B does better than A.", "Form", "c1"),
    Entry(Sort.COMMENT, "Cold soup. " * 30, "2 May 2026", "r1", marked="on the map"),
    Entry(Sort.COMMENT, "Fine.", "3 May 2026", "r2"),
)


@pytest.fixture
def listed(qtbot):
    made = EntryList("rows", EN)
    qtbot.addWidget(made)
    made.dress(Face(made.viewport(), EN))
    made.resize(300, 500)
    made.show_entries(ROWS)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def filters(qtbot):
    made = Filters(EN)
    qtbot.addWidget(made)
    made.show_choices(["New", "Regular"], ["2026-05", "2026-06"], EVERYTHING)
    made.show()
    return made


def high(listed, row):
    return listed.visualRect(listed.rows.index(row)).height()


def test_a_heading_cannot_be_chosen(qtbot, listed):
    listed.take_focus()
    assert listed.chosen is ROWS[1]
    with qtbot.assertNotEmitted(listed.pressed_on):
        spot = listed.visualRect(listed.rows.index(0)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_long_comments_take_the_lines_they_need(listed):
    assert high(listed, 0) == HEADING
    assert high(listed, 2) > 3 * high(listed, 3) > 6 * ABOVE


def test_narrower_rows_are_higher(qtbot, listed):
    before = high(listed, 2)
    listed.resize(200, 500)
    qtbot.waitUntil(lambda: high(listed, 2) > before)


def test_return_tells_that_somebody_goes_on(qtbot, listed):
    listed.take_focus()
    with qtbot.waitSignal(listed.pressed_on) as told:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert told.args == [ROWS[1], True]


def test_a_click_tells_that_nobody_does(qtbot, listed):
    with qtbot.waitSignal(listed.pressed_on) as told:
        spot = listed.visualRect(listed.rows.index(1)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [ROWS[1], False]


def test_escape_leaves(qtbot, listed):
    with qtbot.waitSignal(listed.left):
        QTest.keyClick(listed, Qt.Key.Key_Escape)


def test_the_same_rows_are_no_news(listed):
    assert not listed.rows.show_entries(ROWS)
    assert listed.rows.show_entries(ROWS[1:])


def test_who_stood_on_a_row_that_is_gone_stands_nowhere(listed):
    listed.setCurrentIndex(listed.rows.index(3))
    listed.show_entries(ROWS[:3])
    assert listed.chosen is None


def test_rows_are_read_out_whole(listed):
    said = listed.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Cold soup.")
    assert said.endswith("2 May 2026. on the map")


def test_all_filters_begin_with_everything(filters):
    assert [filters.segment.itemText(at) for at in range(3)] == ["Everyone", "New", "Regular"]
    assert [filters.since.itemText(at) for at in range(3)] == ["Earliest", "May 2026", "June 2026"]
    assert filters.until.itemText(0) == "Latest"


def test_a_choice_by_key_asks_for_other_answers(qtbot, filters):
    with qtbot.waitSignal(filters.changed) as told:
        QTest.keyClick(filters.segment, Qt.Key.Key_Down)
    assert told.args == [Sieve(segment="New")]


def test_all_three_count_together(filters):
    asked = []
    filters.changed.connect(asked.append)
    for box in (filters.segment, filters.since, filters.until):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert asked[-1] == Sieve("New", "2026-05", "2026-05")


def test_what_is_chosen_is_shown(filters):
    filters.show_choices(["New", "Regular"], ["2026-05", "2026-06"], Sieve("Regular", "2026-06"))
    assert [box.currentText() for box in (filters.segment, filters.since, filters.until)] == [
        *("Regular", "June 2026", "Latest")
    ]


def test_other_choices_take_the_place_of_the_first(filters):
    filters.show_choices(["Old"], [], EVERYTHING)
    assert (filters.segment.count(), filters.since.count()) == (2, 1)


def test_filters_are_named_for_screen_readers(filters):
    assert [box.accessibleName() for box in (filters.segment, filters.since, filters.until)] == [
        "Segment",
        "From",
        "To",
    ]


def test_segments_stand_behind_their_marks(filters):
    told = (Segment(id="a", name="Regular", mark="■"),)
    filters.show_choices(["New", "Regular"], [], Sieve("Regular"), told)
    assert filters.segment.currentText() == "■ Regular"
    assert filters.segment.currentData() == "Regular"
