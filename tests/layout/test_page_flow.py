"""Lines poured into columns: none is lost, none stands outside, none is alone where it should not be."""

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop.layout.flow import Block, Piece, flow

blocks = st.lists(
    st.builds(Block, st.lists(st.floats(1, 12), min_size=1, max_size=30).map(tuple), st.integers(1, 5)), max_size=12
)
heights = st.lists(st.floats(12, 120), min_size=1, max_size=3)


def lines(count, keep=1):
    return Block((10.0,) * count, keep)


def poured(*blocks, room=100.0, gap=5.0):
    return flow(blocks, lambda _column: room, gap)


def rooms(heights):
    return lambda column: heights[min(column, len(heights) - 1)]


def test_blocks_stand_below_each_other_with_a_gap():
    assert poured(lines(2), lines(3)) == (Piece(0, 0, 2, 0, 0.0), Piece(1, 0, 3, 0, 25.0))


def test_a_block_goes_on_in_the_next_column():
    assert poured(lines(14)) == (Piece(0, 0, 10, 0, 0.0), Piece(0, 10, 14, 1, 0.0))


def test_no_line_stands_alone_at_the_head_of_a_column():
    assert poured(lines(11)) == (Piece(0, 0, 9, 0, 0.0), Piece(0, 9, 11, 1, 0.0))


def test_what_is_to_stay_together_begins_a_column():
    assert poured(lines(7), lines(6, keep=4))[1] == Piece(1, 0, 6, 1, 0.0)


def test_what_may_part_fills_the_column():
    assert poured(lines(6), lines(6, keep=2))[1] == Piece(1, 0, 3, 0, 65.0)


def test_a_block_that_is_kept_whole_may_be_longer_than_a_column():
    assert [piece.last - piece.first for piece in poured(lines(25, keep=25))] == [10, 10, 5]


def test_a_line_higher_than_a_column_overhangs_it():
    assert poured(Block((500.0, 10.0))) == (Piece(0, 0, 1, 0, 0.0), Piece(0, 1, 2, 1, 0.0))


def test_columns_may_differ_in_height():
    assert [piece.last for piece in flow([lines(12)], rooms([30.0, 100.0]), 5.0)] == [3, 12]


def test_nothing_gives_nothing():
    assert poured() == ()


@examples(max_examples=60)
@given(blocks, heights)
def test_every_line_stands_once_and_in_order(blocks, heights):
    pieces = flow(blocks, rooms(heights), 3.0)
    found = [(piece.block, line) for piece in pieces for line in range(piece.first, piece.last)]
    assert found == [(number, line) for number, block in enumerate(blocks) for line in range(len(block.lines))]


@examples(max_examples=60)
@given(blocks, heights)
def test_nothing_stands_outside_its_column_or_on_another(blocks, heights):
    room, bottoms = rooms(heights), {}
    for piece in flow(blocks, room, 3.0):
        bottom = piece.y + sum(blocks[piece.block].lines[piece.first : piece.last])
        assert bottom <= room(piece.column) + 1e-4
        assert piece.y >= bottoms.get(piece.column, 0.0)
        bottoms[piece.column] = bottom


@examples(max_examples=60)
@given(blocks, heights)
def test_columns_follow_each_other(blocks, heights):
    columns = [piece.column for piece in flow(blocks, rooms(heights), 3.0)]
    assert columns == sorted(columns)
    assert set(range(max(columns, default=-1) + 1)) == set(columns)
