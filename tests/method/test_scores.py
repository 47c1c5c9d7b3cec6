"""Figures of histograms, held against the same figures of the scores one by one, as the statistics module has them."""

import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method.scales import SCALES, points
from desktop.method.scores import Felt, csat, felt, mean, median, nps, spread

ANSWERS = st.lists(st.integers(0, 10), min_size=1, max_size=60)
NUMBERS = st.lists(st.floats(-100, 100), min_size=1, max_size=40)


@given(NUMBERS)
def test_the_mean_is_that_of_the_scores(scores):
    assert mean(Counter(scores)) == pytest.approx(statistics.fmean(scores), abs=1e-9)


@given(NUMBERS)
def test_the_median_is_that_of_the_scores(scores):
    assert median(Counter(scores)) == pytest.approx(statistics.median(scores))


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=40))
def test_the_spread_is_the_standard_deviation_of_a_sample(scores):
    assert spread(Counter(scores)) == pytest.approx(statistics.stdev(scores), abs=1e-6)


def test_one_person_has_no_spread():
    assert spread({4: 1}) is None
    assert spread({}) is None


@given(NUMBERS)
def test_mean_and_median_lie_among_the_scores(scores):
    for figure in (mean, median):
        assert min(scores) <= figure(Counter(scores)) <= max(scores)


@given(ANSWERS)
def test_the_spread_is_at_most_what_two_camps_make(scores):
    n, reach = len(scores), max(scores) - min(scores)
    found = spread(Counter(scores))
    assert found is None or 0 <= found <= reach / 2 * (n / (n - 1)) ** 0.5 + 1e-9


@given(ANSWERS, st.randoms())
def test_the_order_of_scores_does_not_matter(scores, chance):
    shuffled = list(scores)
    chance.shuffle(shuffled)
    for figure in (mean, median, spread, nps):
        assert figure(Counter(scores)) == figure(Counter(shuffled))


@given(ANSWERS, st.integers(2, 5))
def test_as_many_again_of_each_change_no_mean_median_nor_share(scores, times):
    once, often = Counter(scores), Counter(scores * times)
    for figure in (mean, median, nps, lambda counts: csat(counts, "0-10")):
        assert figure(often) == pytest.approx(figure(once))


def test_no_scores_have_no_figures():
    with pytest.raises(statistics.StatisticsError):
        mean({})
    with pytest.raises(ValueError, match="no median"):
        median({})


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({10: 1}, 100),
        ({9: 1, 8: 1}, 50),
        ({7: 3, 8: 2}, 0),
        ({6: 1}, -100),
        ({0: 1, 10: 1}, 0),
        ({9: 5, 10: 3, 7: 2, 6: 4, 2: 6}, -10),
    ],
)
def test_the_nps_is_promoters_less_detractors(scores, expected):
    assert nps(scores) == pytest.approx(expected)


@given(ANSWERS)
def test_the_nps_is_bounded(scores):
    assert -100 <= nps(Counter(scores)) <= 100


@given(ANSWERS)
def test_one_more_promoter_never_lowers_the_nps(scores):
    assert nps(Counter([*scores, 10])) >= nps(Counter(scores)) - 1e-9


@pytest.mark.parametrize(
    ("scores", "scale", "share"),
    [
        ({5: 1, 4: 1, 3: 2}, "1-5", 0.5),
        ({1: 3, 2: 1, 6: 4}, "grades", 0.5),
        ({7: 1, 5: 3}, "1-7", 0.25),
        ({4.5: 1, 3.5: 1}, "stars", 0.5),
        ({1: 2, 0: 6}, "yes", 0.25),
    ],
)
def test_the_csat_is_the_share_of_the_top_two_boxes(scores, scale, share):
    assert csat(scores, scale) == share


@pytest.mark.parametrize("scale", ["0-100", "", "smileys"])
def test_without_boxes_there_is_no_csat(scale):
    assert csat({50: 3}, scale) is None


@given(st.sampled_from([name for name, scale in SCALES.items() if scale.pleased is not None]), st.data())
def test_the_csat_is_a_share(name, data):
    scores = data.draw(st.lists(st.sampled_from(SCALES[name].answers()), min_size=1))
    assert 0 <= csat(Counter(scores), name) <= 1


def test_a_feeling_has_value_people_and_spread():
    assert felt({1: 1, 5: 1}, points("1-5")) == Felt(0.0, 2, pytest.approx(2.8284, abs=1e-4))
    assert felt({4: 3}, points("1-5")) == Felt(1.0, 3, 0.0)


def test_values_of_participants_add_up_the_same_way():
    assert felt(Counter((2, 1, -1, 0)), points("-2+2")) == Felt(0.5, 4, pytest.approx(1.29, abs=0.01))


def test_scores_that_a_mapping_does_not_reach_are_not_people():
    assert felt({3: 2, 99: 5}, points("1-5")) == Felt(0.0, 2, 0.0)
    assert felt({99: 5}, points("1-5")) is None
    assert felt({3: 0}, points("1-5")) is None


def test_scores_are_mapped_before_the_mean_is_taken():
    harsh = {"1": -2.0, "4": -1.0, "5": 2.0}
    assert felt({4: 1, 5: 1}, harsh).value == 0.5


def test_a_mapping_beyond_the_lane_ends_at_its_edge():
    assert felt({1: 1}, {"1": -7.0, "5": 7.0}).value == -2.0


@given(ANSWERS)
def test_a_feeling_is_a_value_that_a_marker_takes(scores):
    found = felt(Counter(scores), points("0-10"))
    assert found.people == len(scores)
    assert -2 <= found.value <= 2
    assert found.value == round(found.value, 1)
    assert 0 <= found.spread <= 4
