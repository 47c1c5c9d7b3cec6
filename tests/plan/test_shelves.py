from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.shelves import shelves

SIDE = st.floats(1, 100)
SIZES = st.lists(st.tuples(SIDE, SIDE), max_size=40)


def test_what_fits_stands_side_by_side():
    assert shelves([(40, 10), (40, 20), (40, 5)], 100, 100, 5) == [[(0, 0.0, 0.0), (1, 45, 0.0), (2, 0.0, 25)]]


def test_what_does_not_fit_goes_on_the_next_sheet():
    assert [len(page) for page in shelves([(90, 60), (90, 60)], 100, 100, 5)] == [1, 1]


def test_nothing_needs_no_sheet():
    assert shelves([], 100, 100, 5) == []


@given(SIZES, st.floats(0, 10))
def test_everything_is_somewhere_and_nothing_overlaps(sizes, space):
    pages = shelves(sizes, 100.0, 100.0, space)
    assert [number for page in pages for number, _, _ in page] == list(range(len(sizes)))
    for page in pages:
        boxes = [(x, y, x + sizes[number][0], y + sizes[number][1]) for number, x, y in page]
        assert all(right <= 100.001 and bottom <= 100.001 for _, _, right, bottom in boxes)
        for at, one in enumerate(boxes):
            assert not any(_overlap(one, other) for other in boxes[at + 1 :])


def _overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
