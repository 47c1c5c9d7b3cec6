"""Tests of variants: intervals held against published ones, bounds, and the sentence that follows."""

from math import erfc, sqrt
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Outcome
from desktop.method import tests as method
from desktop.resources import words

CODES = (method.BETTER, method.WORSE, method.OPEN, method.SAME, method.EMPTY, method.WRONG)

PUBLISHED = (
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
)
"""Newcombe (1998), table II, method 10: the first rate less the second."""


def outcome(conversions, visitors, variant="A"):
    return Outcome(variant=variant, visitors=visitors, conversions=conversions)


@st.composite
def outcomes(draw, least=1):
    visitors = draw(st.integers(least, 5000))
    return outcome(draw(st.integers(0, visitors)), visitors)


@pytest.mark.parametrize(("one", "other", "low", "high"), PUBLISHED)
def test_the_interval_is_the_published_one(one, other, low, high):
    assert method.newcombe(outcome(*other), outcome(*one)) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("conversions", "visitors", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_one_rate_is_the_published_one(conversions, visitors, low, high):
    assert method.wilson(conversions, visitors) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("conversions", "visitors"), [(2, 1), (-1, 3), (0, 0)])
def test_counts_that_are_no_rate_are_refused(conversions, visitors):
    with pytest.raises(ValueError, match="is no rate"):
        method.wilson(conversions, visitors)


@given(outcomes())
def test_the_interval_of_a_rate_holds_the_rate_and_is_a_share(one):
    low, high = method.wilson(one.conversions, one.visitors)
    assert 0 <= low <= one.conversions / one.visitors + 1e-12
    assert one.conversions / one.visitors - 1e-12 <= high <= 1


@given(outcomes(), outcomes())
def test_an_interval_holds_the_difference_and_is_bounded(a, b):
    found = method.difference(a, b)
    assert -1 <= found.low <= found.difference + 1e-12
    assert found.difference - 1e-12 <= found.high <= 1
    assert 0 <= found.p <= 1


@given(outcomes(), outcomes())
def test_variants_that_change_places_change_the_sign(a, b):
    there, back = method.difference(a, b), method.difference(b, a)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-12)
    assert there.difference == pytest.approx(-back.difference)
    assert there.p == pytest.approx(back.p)


@given(outcomes(), outcomes())
def test_more_confidence_makes_a_wider_interval(a, b):
    narrow, wide = method.newcombe(a, b, 0.9), method.newcombe(a, b, 0.99)
    assert wide[0] <= narrow[0] + 1e-12
    assert narrow[1] <= wide[1] + 1e-12


@given(outcomes(), outcomes(), st.integers(2, 20))
def test_more_visitors_make_a_narrower_interval(a, b, times):
    few = method.newcombe(a, b)
    many = method.newcombe(*(outcome(each.conversions * times, each.visitors * times) for each in (a, b)))
    assert many[1] - many[0] <= few[1] - few[0] + 1e-12


def test_the_chance_is_that_of_the_chi_square_test():
    chi_square = 150 * (48 * 14 - 56 * 32) ** 2 / (80 * 70 * 104 * 46)
    assert method.chance(outcome(48, 80), outcome(56, 70)) == pytest.approx(erfc(sqrt(chi_square / 2)))


@pytest.mark.parametrize("conversions", [0, 10])
def test_where_all_do_the_same_the_chance_is_whole(conversions):
    assert method.chance(outcome(conversions, 10), outcome(conversions, 10)) == 1


def test_as_many_visitors_are_needed_as_the_books_say():
    assert method.needed(0.1, 0.12) == pytest.approx(3841, abs=1)
    assert method.needed(0.5, 0.6) == pytest.approx(388, abs=1)
    assert method.needed(0.3, 0.3) == 0


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_either_way_takes_as_many_visitors(before, after):
    assert method.needed(before, after) == pytest.approx(method.needed(after, before), rel=1e-9, abs=1)


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ((503, 812), (622, 798), method.BETTER),
        ((622, 798), (503, 812), method.WORSE),
        ((10, 100), (12, 100), method.OPEN),
        ((10, 100), (20, 200), method.SAME),
        ((0, 0), (12, 100), method.EMPTY),
        ((12, 100), (0, 0), method.EMPTY),
        ((120, 100), (10, 100), method.WRONG),
        ((10, 100), (101, 100), method.WRONG),
    ],
)
def test_the_sentence_follows_from_the_interval(a, b, code):
    assert method.difference(outcome(*a), outcome(*b)).sentence_code == code


@given(outcomes(), outcomes())
def test_better_or_worse_is_said_only_where_the_interval_leaves_out_zero(a, b):
    found = method.difference(a, b)
    decided = found.sentence_code in {method.BETTER, method.WORSE}
    assert decided == (found.low > 0 or found.high < 0)


def test_the_numbers_are_in_per_cent():
    found = method.difference(outcome(503, 812, "with card"), outcome(622, 798, "without card"))
    assert found.rates == pytest.approx((0.6195, 0.7794), abs=1e-4)
    assert dict(found.numbers) == {
        "first": "with card",
        "second": "without card",
        "level": 95.0,
        "before": 61.9,
        "after": 77.9,
        "change": 16.0,
        "low": 11.6,
        "high": 20.4,
        "needed": 128,
    }


def test_a_loss_is_told_without_its_sign():
    found = method.difference(outcome(622, 798), outcome(503, 812))
    assert found.difference < 0
    assert (found.numbers["change"], found.numbers["low"], found.numbers["high"]) == (16.0, 11.6, 20.4)


def test_what_may_be_either_way_is_told_with_its_sign():
    found = method.difference(outcome(10, 100), outcome(12, 100))
    assert found.numbers["low"] < 0 < found.numbers["high"]


def test_where_nothing_can_be_said_everything_is_possible():
    found = method.difference(outcome(0, 0), outcome(1, 2))
    assert (found.low, found.high, found.p) == (-1, 1, 1)


def test_each_later_variant_is_held_against_the_first():
    row = [outcome(10, 100, "A"), outcome(20, 100, "B"), outcome(30, 100, "C")]
    found = method.verdicts(row)
    assert [each.numbers["second"] for each in found] == ["B", "C"]
    assert {each.numbers["first"] for each in found} == {"A"}
    assert [each.level for each in found] == pytest.approx([0.975, 0.975])


def test_with_many_variants_one_takes_more_to_be_better():
    pair = [outcome(10, 100), outcome(21, 100)]
    assert method.verdicts(pair)[0].sentence_code == method.BETTER
    assert method.verdicts([*pair, outcome(9, 100), outcome(8, 100)])[0].sentence_code == method.OPEN


@pytest.mark.parametrize("row", [[], [outcome(1, 2)]])
def test_one_variant_is_no_test(row):
    assert method.verdicts(row) == ()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_sentence_is_filled_in(code, language):
    sentence = words(language)(code)
    pairs = {
        method.EMPTY: ((0, 0), (1, 2)),
        method.WRONG: ((3, 2), (1, 2)),
    }
    a, b = pairs.get(code, ((1, 2), (2, 3)))
    numbers = method.difference(outcome(*a), outcome(*b)).numbers
    assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= set(numbers)
