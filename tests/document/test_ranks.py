"""Ranks: always room, always in order, never long by usual work."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from desktop.document.base import Rank
from desktop.document.ranks import BASE, DIGITS, between, spaced, spread

ranks = st.text(DIGITS, min_size=1, max_size=12).filter(lambda rank: rank.strip("0") != "")


def valid(rank: str) -> bool:
    TypeAdapter(Rank).validate_python(rank)
    return not rank.endswith("0")


def test_digits_are_in_the_order_of_their_codes() -> None:
    assert list(DIGITS) == sorted(DIGITS)
    assert BASE == 62


def test_the_first_rank_is_in_the_middle() -> None:
    assert between("", "") == "V"


@given(ranks, ranks)
def test_between_two_ranks(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low.rstrip("0") == high.rstrip("0"):
        with pytest.raises(ValueError, match="no rank between"):
            between(low, high)
    else:
        assert low < between(low, high) < high
        assert valid(between(low, high))


@given(ranks)
def test_before_and_after(rank: str) -> None:
    assert between("", rank) < rank < between(rank, "")
    assert valid(between("", rank))
    assert valid(between(rank, ""))


@given(ranks, ranks, st.integers(1, 200))
def test_many_between_two_rise(one: str, other: str, count: int) -> None:
    low, high = sorted((one, other))
    if low.rstrip("0") != high.rstrip("0"):
        row = [low, *spaced(low, high, count), high]
        assert all(a < b for a, b in pairwise(row))


@given(ranks, st.integers(1, 200))
def test_many_at_an_end_rise(rank: str, count: int) -> None:
    row = [*spaced("", rank, count), rank, *spaced(rank, "", count)]
    assert len(row) == 2 * count + 1
    assert all(a < b for a, b in pairwise(row))


@given(st.one_of(st.integers(0, 300), st.just(5_000)))
def test_spread_is_even_and_short(count: int) -> None:
    row = spread(count)
    assert len(row) == count
    assert row == sorted(set(row))
    assert all(valid(rank) for rank in row)
    assert max(map(len, row), default=0) <= (1 if count < BASE else 2 if count < BASE**2 else 3)


@pytest.mark.parametrize(("low", "high"), [("V", "V"), ("k", "V"), ("V", "V0"), ("V0", "V00")])
def test_no_room(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no rank between"):
        between(low, high)


@pytest.mark.parametrize("zero", ["0", "000"])
def test_nothing_comes_before_zero(zero: str) -> None:
    with pytest.raises(ValueError, match="no rank before"):
        between("", zero)


def test_adding_at_the_end_for_years_stays_short() -> None:
    rank = "V"
    for _ in range(20_000):
        rank = between(rank, "")
    assert len(rank) <= 3


def test_adding_at_the_start_for_years_stays_short() -> None:
    rank = "V"
    for _ in range(20_000):
        rank = between("", rank)
    assert len(rank) <= 3


def test_an_end_filled_up_gets_more_digits() -> None:
    assert between("zzz", "") == "zzz001"
    assert between("", "001") == "000zz"


def test_adding_between_the_same_two_grows_a_digit_in_five_or_six() -> None:
    low, high = "V", "W"
    for _ in range(60):
        high = between(low, high)
    assert len(high) <= 13
