import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.places import Rect, Row, RowContent, TextPlace
from tests.grids import lane

lengths = st.integers(0, 50).map(float)
rects = st.builds(Rect, lengths, lengths, st.integers(1, 30).map(float), st.integers(1, 30).map(float))
BOX = Rect(10.0, 20.0, 30.0, 40.0)


def test_right_and_bottom():
    assert (BOX.right, BOX.bottom) == (40.0, 60.0)


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [(10, 20, True), (39.9, 59.9, True), (40, 30, False), (20, 60, False), (9.9, 30, False), (20, 19.9, False)],
)
def test_left_and_top_belong_to_a_rectangle(x, y, inside):
    assert BOX.contains(x, y) is inside


def test_rectangles_that_only_touch_do_not_meet():
    assert not BOX.meets(Rect(40.0, 20.0, 5.0, 5.0))
    assert not BOX.meets(Rect(10.0, 60.0, 5.0, 5.0))
    assert BOX.meets(Rect(39.0, 59.0, 5.0, 5.0))


@given(rects, rects)
def test_meeting_is_mutual(one, other):
    assert one.meets(other) == other.meets(one)


@given(rects, rects)
def test_two_meet_when_they_share_a_point_of_the_grid(one, other):
    points = [(x + 0.5, y + 0.5) for x in range(80) for y in range(80) if one.contains(x + 0.5, y + 0.5)]
    assert one.meets(other) == any(other.contains(*point) for point in points)


def test_a_row_knows_its_lane_and_its_height():
    own = lane()
    row = Row(50.0, RowContent(own, 30.0))
    assert (row.lane, row.height) == (own, 30.0)


def test_a_paragraph_ends_below_its_lines():
    assert TextPlace("Asks", "card", 0.0, 5.0, 90.0, 2, 36.0).bottom == 41.0
