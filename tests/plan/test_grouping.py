"""Whole things share sheets: the cheapest way is found, and what room remains is shared out."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.axis import Limits
from desktop.plan.grouping import Break, grouped, shared_out
from tests.seams import alike

breaks = st.lists(st.tuples(st.integers(1, 199), st.integers(0, 3)), max_size=8, unique_by=lambda pair: pair[0]).map(
    lambda pairs: [Break(float(at), float(price)) for at, price in sorted(pairs)]
)


def brute(given_breaks, whole, limits):
    """The least price of all choices that fit."""
    prices = []
    for chosen in combinations(given_breaks, limits.count - 1):
        ends = [0.0, *(each.at for each in chosen), whole]
        if all(after - before <= limits.middle + 1e-6 for before, after in pairwise(ends)):
            prices.append(sum(each.price for each in chosen))
    return min(prices, default=None)


@given(breaks, st.integers(1, 4), st.sampled_from((0, 20, 60)))
def test_the_cheapest_choice_is_found(given_breaks, count, spare):
    limits = alike(200, count, spare=spare)
    found = grouped(given_breaks, 200.0, limits)
    assert (found and found.price) == brute(given_breaks, 200.0, limits)


@given(breaks, st.integers(1, 4))
def test_what_stands_on_each_sheet_fits_it(given_breaks, count):
    limits = alike(200, count, spare=80)
    found = grouped(given_breaks, 180.0, limits)
    if found:
        assert sum(found.needs) == pytest.approx(180)
        assert max(found.needs) <= limits.middle + 1e-6


def test_one_sheet_needs_no_break():
    assert grouped([], 80.0, alike(100, 1)).needs == (80.0,)


def test_what_is_longer_than_all_sheets():
    assert grouped([Break(50.0)], 101.0, alike(100, 2)) is None


def test_a_thing_larger_than_a_sheet():
    assert grouped([Break(30.0), Break(95.0)], 100.0, alike(100, 2, spare=20)) is None


def test_even_sheets_among_the_cheapest():
    marks = [Break(float(at)) for at in range(10, 200, 10)]
    assert grouped(marks, 200.0, alike(200, 4, spare=100)).needs == pytest.approx((50, 50, 50, 50))


def test_the_first_and_the_last_sheet_can_have_more():
    limits = Limits(220, 3, 80, 60, 80)
    assert grouped([Break(80.0), Break(140.0)], 220.0, limits).breaks == (0, 1)
    assert grouped([Break(75.0), Break(140.0)], 220.0, limits) is None


def test_room_is_shared_out_evenly():
    assert shared_out([10.0, 10.0], [1.0, 1.0], alike(100, 2, spare=40)) == pytest.approx([50, 50])


def test_a_faster_one_gets_more():
    assert shared_out([0.0, 0.0], [1.0, 3.0], alike(100, 2, spare=100)) == pytest.approx([25, 75])


def test_a_full_sheet_gets_no_more():
    assert shared_out([0.0, 0.0], [1.0, 3.0], alike(100, 2, spare=20)) == pytest.approx([40, 60])


def test_what_does_not_grow_stays():
    assert shared_out([30.0, 10.0], [0.0, 1.0], alike(100, 2, spare=60)) == pytest.approx([30, 70])


def test_too_little_growth_is_as_much_as_can_be():
    assert shared_out([30.0, 10.0], [0.0, 1.0], alike(100, 2, spare=0)) == pytest.approx([30, 50])
    assert shared_out([30.0, 10.0], [0.0, 0.0], alike(100, 2)) == [30, 10]


def test_one_sheet_fills_the_side():
    assert shared_out([30.0], [1.0], alike(100, 1)) == pytest.approx([100])


@given(st.lists(st.tuples(st.floats(0, 20), st.floats(0.1, 5)), min_size=2, max_size=5))
def test_shared_out_is_the_side(pairs):
    limits = alike(200, len(pairs), spare=100)
    found = shared_out([start for start, _ in pairs], [rate for _, rate in pairs], limits)
    assert sum(found) == pytest.approx(200)
    assert all(start - 1e-9 <= side for (start, _), side in zip(pairs, found, strict=True))
