"""Columns of a table have the room that their words need; what the page says where none of them holds scores."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.desk import intake
from desktop.dialogs.feedback.columns import BY_ROW, ColumnsPage
from desktop.dialogs.feedback.widths import shared
from desktop.document.project import Project

EN = resources.words("en")
LONG = "The waiter was quick and knew every wine of the house by heart"
ROWS = f"Touchpoint,Scale,Score,Comment\nDoor,1-5,4,{LONG}\nDoor,0-10,9,\n"


@pytest.fixture
def page(qtbot):
    def make(table):
        made = ColumnsPage(intake.read(table.encode(), "asked.csv", Project(id="p")), EN)
        qtbot.addWidget(made)
        made.resize(880, 480)
        made.show()
        return made

    return make


def widths(page):
    return [page.table.columnWidth(at) for at in range(page.cells.columnCount())]


def test_who_wants_most_takes_the_rest():
    assert shared([100, 300, 50], 600, [80, 80, 40]) == [100, 450, 50]


def test_the_widest_give_way_until_they_are_alike():
    assert shared([100, 300, 500], 500, [80, 80, 80]) == [100, 200, 200]


def test_none_gets_too_narrow_for_its_head():
    assert shared([100, 300, 40], 100, [80, 90, 40]) == [80, 90, 40]
    assert shared([300, 300], 300, [200, 50]) == [200, 100]
    assert shared([], 100, []) == []


@settings(max_examples=60)
@given(st.lists(st.integers(1, 500), min_size=1, max_size=20), st.integers(50, 2000))
def test_the_room_is_filled_and_never_more_than_that(wanted, room):
    found = shared(wanted, room, [0] * len(wanted))
    assert room - len(wanted) < sum(found) <= room
    assert all(width >= want or width >= max(found) - 1 for width, want in zip(found, wanted, strict=True))


def test_a_comment_has_more_room_than_a_score(page):
    place, scale, score, comment = widths(page(ROWS))
    assert comment > 2 * max(place, scale, score)
    assert place + scale + score + comment <= 880


def test_all_heads_can_be_read(page):
    made = page("Guest ID,Touchpoint,Score\ng1,Door,4\ng2,Door,5\n")
    assert made.cells.headerData(0, made.table.horizontalHeader().orientation()).startswith("Who answered")
    assert widths(made)[0] > made.fontMetrics().horizontalAdvance("Who answered") + 20


def test_where_rows_name_their_scale_no_other_one_is_shown(page):
    made = page(ROWS)
    assert made.scale.currentData() == BY_ROW
    assert not made.scale.isEnabled()


def test_the_scale_counts_again_where_the_column_of_scales_is_left_out(page):
    made = page(ROWS)
    made.offer(1)
    made.menu.actions()[-1].trigger()
    made.menu.close()
    assert made.scale.isEnabled()
    assert made.scale.findData(BY_ROW) < 0


def test_where_only_comments_come_in_it_says_so(page):
    made = page("Touchpoint,Comment\nDoor,I could not find it in the rain\n")
    assert made.note.property("warned")
    assert made.note.text().startswith("No column holds scores")
