"""Tracks in gutters and strips, and the corners that come of them."""

from hypothesis import given
from hypothesis import strategies as st
from waycases import ROOM, end, routed

from desktop.layout.gutters import Level, Wall
from desktop.layout.ports import edge
from desktop.layout.tracks import Run, corners, placed, runs
from desktop.layout.ways import Gutter, Strip

GUTTER = Gutter(1)


def run(name, low, high, low_side=-1, high_side=-1, turn=-1):
    return Run((0, low), (0, high), name, 0, low_side, high_side, turn)


def tracks(*stretches, channel=GUTTER):
    return {each.id: track for each, track in placed(channel, stretches, ROOM)}


def ends(route, start=26.0, stop=26.0):
    return edge(route, start, arriving=False), edge(route, stop, arriving=True)


def test_one_alone_runs_in_the_middle():
    assert tracks(run("a", 0, 10)) == {"a": 0}


def test_those_that_do_not_meet_all_run_in_the_middle():
    assert tracks(run("a", 0, 10), run("b", 11, 20)) == {"a": 0, "b": 0}


def test_the_second_steps_aside_to_where_it_would_rather():
    assert tracks(run("a", 0, 10), run("b", 2, 8, turn=-1))["b"] == -1


def test_it_steps_to_the_side_where_it_crosses_nothing():
    outer, inner = run("a", 0, 10, 1, 1), run("b", 2, 8, 1, 1, turn=-1)
    assert tracks(outer, inner) == {"a": 0, "b": 1}


def test_when_all_are_taken_the_least_used_is_shared():
    found = tracks(*(run(f"k{number}", number, 20 + number) for number in range(6)))
    assert sorted(found.values()) == [-1, -1, 0, 0, 1, 1]


def test_above_the_first_row_there_is_one_track():
    stretches = run("a", 0, 10), run("b", 2, 8)
    assert set(tracks(*stretches, channel=Strip(0, below=True)).values()) == {0}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=12), st.randoms())
def test_the_order_of_runs_does_not_matter(spans, chance):
    stretches = [run(f"k{number:02}", low, low + length) for number, (low, length) in enumerate(spans)]
    shuffled = list(stretches)
    chance.shuffle(shuffled)
    assert tracks(*stretches) == tracks(*shuffled)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=12))
def test_two_on_one_track_meet_only_where_three_are_beside_each_other(spans):
    stretches = [run(f"k{number:02}", low, low + length) for number, (low, length) in enumerate(spans)]
    found = tracks(*stretches)
    for one in stretches:
        met = [each for each in stretches if each.low <= one.high and one.low <= each.high]
        assert len(met) > 3 or [found[each.id] for each in met].count(found[one.id]) <= 2


def test_the_runs_of_a_way_through_gutter_strip_and_gutter():
    route = routed("k", end(0, 0, opens=False), end(0, 2, opens=False), ("a", "b"))
    (first, down), (strip, across), (last, up) = runs(route, *ends(route), ROOM)
    assert (first, strip, last) == (Gutter(1), Strip(1, below=False), Gutter(2))
    assert (down.low, down.high) == (Level(0, 26.0), Level(1, -5.0))
    assert (across.low, across.high) == ((0.0, 90.0), (0.0, 210.0))
    assert (down.low_side, down.high_side) == (-1, 1)
    assert (across.low_side, across.high_side) == (-1, -1)
    assert (up.low_side, up.high_side) == (1, -1)
    assert up.turn == -1  # away from its target, so that there is room for the head


def test_corners_follow_ports_and_tracks():
    route = routed("k", end(0, 0), end(1, 1), ("a", "b"))
    start, stop = ends(route, 26.0, 30.0)
    assert corners(route, start, stop, [1], ROOM) == (
        start,
        (103.0, Level(0, 26.0)),
        (103.0, Level(1, 30.0)),
        stop,
    )


def test_an_arrow_without_bends_has_only_its_ends():
    route = routed("k", end(0, 0), end(0, 1), ("a", "b"), across=True)
    assert corners(route, *ends(route), [], ROOM) == ends(route)


def test_a_card_across_the_gutter_is_gone_round_closely():
    walls = ((), (Wall(1, 5, 10.0, 60.0, hard=True),), ())
    route = routed("k", end(0, 2, opens=False), end(2, 2, opens=False), ("a", "b"), walls=walls)
    (gutter,) = route.way.channels
    found = corners(route, *ends(route), [0], ROOM)
    levels = [level for _, level in found]
    assert Level(1, 10.0 - ROOM.gap / 2) in levels
    assert Level(1, 60.0 + ROOM.gap / 2) in levels
    assert len(found) == 8
    assert len({x for x, _ in found} - {ROOM.gutters[gutter.at]}) >= 2


def test_soft_walls_are_crossed_where_they_cannot_be_avoided():
    walls = ((), (Wall(0, 6, 10.0, 60.0, hard=False),), ())
    route = routed("k", end(0, 2, opens=False), end(2, 2, opens=False), ("a", "b"), walls=walls)
    assert len(corners(route, *ends(route), [0] * len(route.way.channels), ROOM)) == 4


def test_neighbouring_walls_are_gone_round_without_turning_back():
    walls = ((), (Wall(1, 2, 10.0, 60.0, hard=True), Wall(1, 2, 66.0, 90.0, hard=True)), ())
    one, other = end(0, 0, opens=False), end(2, 1, opens=False)
    route = routed("k", one, other, ("a", "b"), walls=walls)
    found = corners(route, *ends(route), [0] * len(route.way.channels), ROOM)
    for before, here, after in zip(found, found[1:], found[2:], strict=False):
        assert not before[0] == here[0] == after[0]
        assert not before[1] == here[1] == after[1]
