"""Which way an arrow goes, from what little it depends on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waycases import ROOM, case, end

from desktop.layout.gutters import Wall
from desktop.layout.ways import BOTTOM, LEFT, RIGHT, TOP, Gutter, Strip, Way, best_way, cost


def way(source, target, **fields):
    return best_way(case(source, target, **fields), ROOM)


def test_what_stands_beside_is_reached_straight():
    assert way(end(0, 0), end(0, 1), across=True) == Way(RIGHT, LEFT)
    assert way(end(0, 1), end(0, 0), across=True) == Way(LEFT, RIGHT)


def test_what_stands_below_is_reached_straight():
    assert way(end(0, 2), end(1, 2), down=2) == Way(BOTTOM, TOP, (), 2, 2)
    assert way(end(1, 2), end(0, 2), down=2) == Way(TOP, BOTTOM, (), 2, 2)


def test_neighbours_at_other_heights_share_a_gutter():
    assert way(end(0, 0), end(1, 1)) == Way(RIGHT, LEFT, (Gutter(1),))
    assert way(end(0, 1), end(1, 0)) == Way(LEFT, RIGHT, (Gutter(1),))


def test_beside_one_column_one_goes_down_at_the_right_and_up_at_the_left():
    closed = {"opens": False}
    assert way(end(0, 1, **closed), end(2, 1, **closed)) == Way(RIGHT, RIGHT, (Gutter(2),))
    assert way(end(2, 1, **closed), end(0, 1, **closed)) == Way(LEFT, LEFT, (Gutter(1),))


def test_to_a_farther_step_of_the_row_one_follows_a_strip():
    found = way(end(0, 0), end(0, 2))
    assert found == Way(RIGHT, LEFT, (Gutter(1), Strip(1, below=False), Gutter(2)))


def test_from_row_to_row_the_top_of_a_card_is_used():
    found = way(end(0, 0), end(1, 3))
    assert found.enter in {TOP, LEFT}
    assert Strip(1, below=False) in found.channels


def test_a_loop_back_is_no_straight_line():
    back = way(end(0, 2), end(0, 1), loops=True, across=True)
    assert any(isinstance(channel, Strip) for channel in back.channels)


def test_a_loop_forward_or_in_one_step_goes_like_any_other():
    assert way(end(0, 1), end(0, 2), loops=True, across=True) == Way(RIGHT, LEFT)
    assert way(end(0, 1), end(1, 1), loops=True, down=1) == Way(BOTTOM, TOP, (), 1, 1)


def test_a_wall_is_avoided_where_that_costs_less():
    wall = Wall(1, 1, 0.0, 60.0, hard=True)
    free = way(end(0, 0, opens=False), end(2, 0, opens=False))
    assert free.channels == (Gutter(1),)
    assert way(end(0, 0, opens=False), end(2, 0, opens=False), walls=((), (wall,), ())).channels == (Gutter(0),)


def test_words_are_avoided_too():
    words = Wall(1, 1, 0.0, 60.0, hard=False)
    assert way(end(0, 0, opens=False), end(2, 0, opens=False), walls=((), (words,), ())).channels == (Gutter(0),)


def test_where_all_gutters_are_stopped_there_is_a_way_all_the_same():
    wall = Wall(1, 5, 0.0, 60.0, hard=True)
    assert way(end(0, 1, opens=False), end(2, 1, opens=False), walls=((), (wall,), ())).channels


def test_an_arrow_from_a_wide_card_leaves_it_near_its_target():
    found = way(end(0, 0, 4), end(1, 3, opens=False))
    assert found.leave_column in {-1, 3}


@pytest.mark.parametrize("first", range(3))
def test_in_a_row_one_runs_below_the_cards_rather_than_above(first):
    assert way(end(0, first), end(0, first + 2)).channels[1] == Strip(1, below=False)


def test_cost_counts_length_and_bends():
    what = case(end(0, 0), end(0, 1), across=True)
    straight = cost(Way(RIGHT, LEFT), what, ROOM)
    assert straight == 20.0
    assert cost(Way(RIGHT, LEFT, (Gutter(1),)), what, ROOM) > straight + 24


places = st.builds(
    end, st.integers(0, 4), st.integers(0, 2), st.integers(3, 5), st.sampled_from((10.0, 60.0)), st.booleans()
)


@given(places, places, st.booleans())
def test_every_way_begins_and_ends_beside_its_cards(source, target, loops):
    found = way(source, target, loops=loops)
    for side, channel, card in (
        (found.leave, found.channels[0], source),
        (found.enter, found.channels[-1], target),
    ):
        if side in {LEFT, RIGHT}:
            assert channel == Gutter(card.first if side == LEFT else card.last + 1)
        else:
            assert isinstance(channel, Strip)
            assert channel.at == (card.row if side == TOP else card.row + 1)


@pytest.mark.parametrize("opens", [True, False])
def test_the_same_case_has_the_same_way(opens):
    what = case(end(0, 0, opens=opens), end(3, 4, opens=opens))
    assert best_way(what, ROOM) == best_way(what, ROOM)
