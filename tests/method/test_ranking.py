import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.journey import Link
from desktop.document.project import Weights
from desktop.layout.numbers import numbers as on_the_map
from desktop.layout.numbers import summary
from desktop.method import ranking
from tests.grids import card, lane, project

INDEX = {f"d{number}": number for number in range(4)}
EVEN = Weights()


def pain(number, severity, frequency=1, step=0, **fields):
    return card(number, "pain", step, pain=Pain(severity=severity, frequency=frequency), **fields)


def idea(number, impact=0, ease=0, step=0, factors=None, **fields):
    promise = Promise(impact=impact, ease=ease, factors=Factors(**(factors or {})))
    return card(number, "opportunity", step, promise=promise, **fields)


def answer(source, target):
    return Link(id=f"{source}{target}", kind="answers", source=source, target=target)


def pains(*cards, **fields):
    return ranking.pains(project(lane(*cards, kind="pains"), **fields).maps[0])


def best(*cards, weights=EVEN, **fields):
    whole = changed(project(lane(*cards, kind="opportunities"), **fields), weights=weights)
    return ranking.opportunities(whole, whole.maps[0])


def told(ranked):
    return [(one.card.id, one.score, one.place) for one in ranked]


def test_pain_points_go_by_severity_times_frequency():
    assert told(pains(pain(1, 2, 3), pain(2, 5, 4))) == [("c2", 20, 1), ("c1", 6, 2)]


def test_what_nobody_judged_stands_last_without_a_place():
    assert told(pains(card(1, "pain"), pain(2, 1))) == [("c2", 1, 1), ("c1", 0, 0)]


def test_a_pain_point_with_all_votes_counts_twice():
    assert told(pains(pain(1, 3, 3), pain(2, 5, 1, votes=4))) == [("c2", 10, 1), ("c1", 9, 2)]


def test_votes_count_by_their_share():
    found = pains(pain(1, 4, 1, votes=1), pain(2, 4, 1, votes=3))
    assert told(found) == [("c2", 7, 1), ("c1", 5, 2)]


def test_other_cards_and_hidden_lanes_are_no_pain_points():
    whole = project(lane(pain(1, 5), kind="pains", hidden=True), lane(card(2, "note", pain=Pain(severity=5))))
    assert ranking.pains(whole.maps[0]) == []


def test_the_map_and_the_list_agree_on_the_first_three():
    cards = [pain(number, number, votes=9 - number) for number in range(1, 6)]
    whole = project(lane(*cards, kind="pains"))
    first = {one.card.id: one.place for one in ranking.pains(whole.maps[0])[:3]}
    assert ranking.numbers(whole.maps[0]) == first


def test_what_answers_a_worst_pain_point_bears_its_number():
    lanes = lane(pain(1, 5), pain(2, 3), kind="pains"), lane(idea(3), idea(4), kind="opportunities")
    found = ranking.numbers(project(*lanes, links=(answer("c3", "c2"), answer("c4", "c2"))).maps[0])
    assert found == {"c1": 1, "c2": 2, "c3": 2, "c4": 2}


def test_opportunities_go_by_impact_times_ease():
    assert told(best(idea(1, 2, 5), idea(2, 4, 4))) == [("c2", 16, 1), ("c1", 10, 2)]


def test_an_ease_nobody_judged_counts_as_one():
    assert told(best(idea(1, 4), idea(2, 1, 3))) == [("c1", 4, 1), ("c2", 3, 2)]


def test_an_opportunity_nobody_judged_has_no_place():
    assert told(best(card(1, "opportunity"), idea(2, 0, 5))) == [("c1", 0, 0), ("c2", 0, 0)]


def test_equally_good_ones_go_by_the_pain_point_that_they_answer():
    cards = pain(9, 5, rank="z"), idea(1, 3, 3), idea(2, 3, 3, step=2)
    assert [one.card.id for one in best(*cards, links=(answer("c2", "c9"),))] == ["c2", "c1"]


def test_equally_good_ones_go_by_impact_and_from_left_to_right():
    found = best(idea(1, 3, 4, step=3), idea(2, 3, 4, step=1), idea(3, 4, 3, step=3))
    assert [one.card.id for one in found] == ["c3", "c2", "c1"]


def test_votes_raise_opportunities_too():
    assert told(best(idea(1, 3, 3), idea(2, 5, 1, votes=2))) == [("c2", 10, 1), ("c1", 9, 2)]


def test_factors_and_impact_make_the_worth():
    assert told(best(idea(1, 5, 2, factors={"satisfaction": 3, "revenue": 1}))) == [("c1", 7, 1)]


def test_factors_alone_make_a_worth():
    assert told(best(idea(1, 0, 2, factors={"edge": 4}))) == [("c1", 8, 1)]


def test_a_factor_that_does_not_count_is_left_out():
    promise = Promise(impact=5, ease=1, factors=Factors(edge=1))
    assert ranking.score(promise, Weights(edge=0)) == 5


@pytest.mark.parametrize(("weights", "expected"), [({}, 3.0), ({"revenue": 3}, 4.0), ({"revenue": 0}, 1.0)])
def test_weights_pull_the_mean_of_the_factors(weights, expected):
    assert ranking.weighted(Factors(satisfaction=1, revenue=5), Weights(**weights)) == expected


def test_nothing_promised_is_worth_nothing():
    assert ranking.score(None, EVEN) == ranking.worth(Promise(ease=5), EVEN) == 0


GRADES = st.integers(0, 5)
PAINS = st.lists(st.tuples(GRADES, GRADES, st.integers(0, 4), st.integers(0, 3)), max_size=12)
PROMISES = st.builds(
    Promise,
    impact=GRADES,
    ease=GRADES,
    factors=st.builds(Factors, satisfaction=GRADES, revenue=GRADES, efficiency=GRADES, edge=GRADES),
)
HEAVY = st.floats(0, 10, allow_subnormal=False)
WEIGHTS = st.builds(Weights, satisfaction=HEAVY, revenue=HEAVY, efficiency=HEAVY, edge=HEAVY)


def made(told):
    return [pain(at, grade, often, step, votes=votes) for at, (grade, often, votes, step) in enumerate(told)]


@given(PAINS, st.integers(0, 12))
@settings(max_examples=50)
def test_it_does_not_matter_which_lane_holds_a_pain_point(told, parted):
    cards = made(told)
    one, other = lane(*cards[:parted], kind="pains"), lane(*cards[parted:], kind="notes")
    found = on_the_map([summary(one, INDEX), summary(other, INDEX)], {})
    assert found == ranking.numbers(project(one, other).maps[0])


@given(PAINS)
@settings(max_examples=50)
def test_no_list_of_pain_points_breaks_the_bounds(told):
    found = pains(*made(told))
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 50 for score in scores)
    assert [one.place for one in found if one.score] == list(range(1, sum(map(bool, scores)) + 1))


@given(PROMISES, WEIGHTS)
@settings(max_examples=100)
def test_a_score_lies_between_0_and_25(promise, weights):
    assert 0 <= ranking.score(promise, weights) <= 25


@given(PROMISES, WEIGHTS)
@settings(max_examples=50)
def test_weights_that_are_all_halved_change_nothing(promise, weights):
    halved = Weights(**{name: getattr(weights, name) / 2 for name in ranking.FACTORS})
    assert ranking.weighted(promise.factors, halved) == pytest.approx(ranking.weighted(promise.factors, weights))


def test_factors_count_where_one_is_judged_and_has_weight():
    judged = idea(1, 3, 3, factors={"revenue": 4})
    assert not ranking.weighs([idea(2, 3, 3), card(3, "opportunity")], EVEN)
    assert ranking.weighs([idea(2, 3, 3), judged], EVEN)
    assert not ranking.weighs([judged], Weights(revenue=0))
