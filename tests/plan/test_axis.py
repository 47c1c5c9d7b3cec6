"""Seams in one direction: where they can stand, and that the cheapest way is found."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.axis import CLEAR, Axis, Limits
from tests.seams import alike

spans = st.lists(
    st.tuples(st.integers(0, 180), st.sampled_from((4, 10, 25, 70))).map(lambda pair: (pair[0], pair[0] + pair[1])),
    max_size=7,
)


def best(given_spans, limits, weights=None):
    return Axis(given_spans, limits, tie=0.01).best(weights or [1.0] * len(given_spans))[1]


def gaps(seams, limits):
    ends = [0.0, *seams, limits.side]
    return [after - before for before, after in itertools.pairwise(ends)]


def brute(given_spans, limits, weights):
    """The least cost on a fine grid, seam by seam; all lengths are whole numbers."""
    places = range(int(limits.side) + 1)
    cuts = {x: {n for n, (a, b) in enumerate(given_spans) if a < x < b} for x in places}
    states = {(0, frozenset())}
    for seam in range(1, limits.count):
        most = limits.first if seam == 1 else limits.middle
        states = {(x, hit | cuts[x]) for at, hit in states for x in places if at <= x <= at + most}
    ends = [hit for at, hit in states if limits.side - at <= limits.last]
    return min(sum(weights[each] for each in hit) for hit in ends)


def test_without_things_sheets_are_even():
    assert best([], alike(300, 3, spare=60)).seams == pytest.approx((100, 200))


def test_one_sheet_has_no_seams():
    assert best([(0, 50)], alike(100, 1)) == ((), frozenset())


def test_a_seam_steps_aside():
    found = best([(80, 120)], alike(200, 2, spare=60))
    assert found.hit == frozenset()
    assert found.seams[0] <= 80 - CLEAR or found.seams[0] >= 120 + CLEAR


def test_a_seam_stands_in_the_middle_of_a_narrow_gutter():
    assert best([(60, 99), (103, 140)], alike(200, 2, spare=60)).seams == pytest.approx((101,))


def test_a_seam_keeps_clear_in_a_wide_gutter():
    (seam,) = best([(60, 99), (120, 140)], alike(200, 2, spare=60)).seams
    assert 99 + CLEAR <= seam <= 120 - CLEAR


def test_no_room_to_step_aside():
    found = best([(80, 120)], alike(200, 2))
    assert found.seams == pytest.approx((100,))
    assert found.hit == {0}


def test_the_cheaper_of_two_is_cut():
    assert best([(60, 105), (95, 140)], alike(200, 2, spare=20), [2.0, 1.0]).hit == {1}


def test_what_two_seams_cut_counts_once():
    limits = alike(300, 3, spare=30)
    wide, three = (85, 215), [(190, 200), (190, 201), (190, 202)]
    found = best([wide, *three], limits, [1.0, 0.2, 0.2, 0.2])
    assert found.hit == {0}


def test_a_seam_is_held_by_the_sheet_after_it():
    """The second seam has to stand left of the last card, which is as far as one sheet from the first."""
    limits = Limits(300, 3, 110, 110, 110)
    found = best([(95, 99), (191, 300)], limits)
    assert found.hit == frozenset()
    assert max(gaps(found.seams, limits)) <= 110 + 1e-6


def test_every_sheet_has_its_least():
    limits = Limits(300, 4, 200, 200, 200, least=40)
    found = best([(20, 280)], limits)
    assert min(gaps(found.seams, limits)) >= 40 - 1e-6


def test_sheets_at_the_ends_can_have_more():
    limits = Limits(220, 3, 80, 70, 80)
    assert best([(70, 79), (141, 150)], limits).seams == pytest.approx((80, 140), abs=1.0)


def test_things_without_a_length_are_in_nobodys_way():
    assert best([(100, 100)], alike(200, 2)).hit == frozenset()


def test_alike_spans_are_one():
    axis = Axis([(10, 20), (30, 40), (10, 20)], alike(100, 2, spare=20))
    assert axis.alike == [[0, 2], [1]]
    assert axis.together([1.0, 2.0, 4.0]) == [5.0, 2.0]
    assert axis.numbers([0]) == {0, 2}


@given(spans, st.integers(1, 4), st.sampled_from((0, 6, 30, 90)), st.lists(st.integers(1, 3), min_size=7, max_size=7))
def test_the_cheapest_seams_are_found(given_spans, count, spare, weights):
    limits = Limits(250, count, *[-(-(250 + spare) // count)] * 3)
    prices = [float(each) for each in weights[: len(given_spans)]]
    found = best(given_spans, limits, prices)
    assert sum(prices[each] for each in found.hit) == brute(given_spans, limits, prices)
    assert all(0 <= gap <= limits.middle + 1e-6 for gap in gaps(found.seams, limits))


@given(spans, st.sampled_from((10, 60)))
def test_what_is_ahead_is_never_more_than_the_whole(given_spans, spare):
    axis = Axis(given_spans, alike(250, 4, spare=spare))
    prices = [1.0] * len(given_spans)
    kinds = axis.together(prices)
    value, _ = axis.best(prices)
    starts = [
        rest + sum(kinds[each] for each in stop.hit)
        for stop, rest in zip(axis.layers[0], axis.ahead(kinds)[0], strict=True)
    ]
    assert min(starts) == pytest.approx(value)
