"""Whatever has been judged: the rules that every order of pain points and opportunities keeps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.journey import Link
from desktop.document.project import Weights
from desktop.method.ranking import FACTORS, numbers, opportunities, pains, raised, score, weighted, worth
from tests.grids import card, lane, project

GRADES = st.integers(0, 5)
GIVEN = st.integers(1, 5)
VOTES = st.integers(0, 9)
HEAVY = st.floats(0.1, 10)
FOUR = st.tuples(GRADES, GRADES, GRADES, GRADES)
IDEAS = st.lists(st.tuples(GRADES, GRADES, VOTES, st.integers(0, 3)), max_size=10)
FEW = settings(max_examples=40, deadline=None)
EVEN = Weights()


def factors(grades):
    return Factors(**dict(zip(FACTORS, grades, strict=True)))


def weights(*heavy):
    return Weights(**dict(zip(FACTORS, heavy, strict=True)))


def idea(number, told):
    impact, ease, votes, step = told
    return card(number, "opportunity", step, promise=Promise(impact=impact, ease=ease), votes=votes)


def pain(number, told):
    severity, frequency, votes, step = told
    return card(number, "pain", step, pain=Pain(severity=severity, frequency=frequency), votes=votes)


def ideas(told, kind="opportunities"):
    return lane(*(idea(number, each) for number, each in enumerate(told)), kind=kind)


def ranked(whole):
    return opportunities(whole, whole.maps[0])


@given(IDEAS)
@FEW
def test_every_opportunity_stands_once(told):
    found = ranked(project(ideas(told)))
    assert sorted(one.card.id for one in found) == sorted(f"c{number}" for number in range(len(told)))


@given(IDEAS)
@FEW
def test_no_opportunity_stands_before_a_better_one(told):
    scores = [one.score for one in ranked(project(ideas(told)))]
    assert scores == sorted(scores, reverse=True)


@given(IDEAS)
@FEW
def test_places_count_from_1_and_leave_out_what_nobody_judged(told):
    found = ranked(project(ideas(told)))
    judged = [one for one in found if one.score]
    assert [one.place for one in judged] == list(range(1, len(judged) + 1))
    assert all(one.place == 0 for one in found[len(judged) :])


@given(IDEAS, st.integers(0, 10))
@FEW
def test_it_does_not_matter_which_lane_holds_an_opportunity(told, parted):
    cards = [idea(number, each) for number, each in enumerate(told)]
    one = project(lane(*cards, kind="opportunities"))
    two = project(lane(*cards[:parted], kind="opportunities"), lane(*cards[parted:], kind="notes"))
    assert [each.card.id for each in ranked(one)] == [each.card.id for each in ranked(two)]


@given(IDEAS)
@FEW
def test_hidden_lanes_are_as_if_they_were_not_there(told):
    shown = ideas(told)
    away = lane(card(90, "opportunity", promise=Promise(impact=5, ease=5), votes=5), kind="notes", hidden=True)
    assert ranked(project(shown, away)) == ranked(project(shown))


@given(IDEAS)
@FEW
def test_votes_at_most_double_a_score(told):
    whole = project(ideas(told))
    for one in ranked(whole):
        bare = score(one.card.promise, EVEN)
        assert bare <= one.score <= 2 * bare


@given(IDEAS)
@FEW
def test_without_votes_a_score_is_worth_times_ease(told):
    bare = [(impact, ease, 0, step) for impact, ease, _, step in told]
    assert all(one.score == score(one.card.promise, EVEN) for one in ranked(project(ideas(bare))))


@given(st.lists(st.tuples(GRADES, GRADES, VOTES, st.integers(0, 3)), min_size=1, max_size=8), st.data())
@FEW
def test_a_better_grade_never_costs_a_place(told, data):
    told = [(max(impact, 1), max(ease, 1), 0, step) for impact, ease, _, step in told]
    at = data.draw(st.integers(0, len(told) - 1))
    _, ease, votes, step = told[at]
    better = [*told[:at], (5, ease, votes, step), *told[at + 1 :]]
    before, after = (
        next(one.place for one in ranked(project(ideas(each))) if one.card.id == f"c{at}") for each in (told, better)
    )
    assert after <= before


@given(GIVEN, GRADES, GRADES)
def test_more_impact_is_never_worth_less(impact, ease, more):
    higher = min(5, impact + more)
    assert score(Promise(impact=higher, ease=ease), EVEN) >= score(Promise(impact=impact, ease=ease), EVEN)


@given(GRADES, GIVEN, FOUR)
def test_more_ease_is_never_worth_less(impact, ease, four):
    low, high = (Promise(impact=impact, ease=grade, factors=factors(four)) for grade in (ease - 1, ease))
    assert score(low, EVEN) <= score(high, EVEN)


@given(FOUR, st.tuples(HEAVY, HEAVY, HEAVY, HEAVY))
def test_a_weighted_mean_lies_between_the_least_and_the_most(four, heavy):
    judged = [grade for grade in four if grade]
    found = weighted(factors(four), weights(*heavy))
    if judged:
        assert min(judged) - 1e-9 <= found <= max(judged) + 1e-9
    else:
        assert found == 0


@given(st.permutations(range(4)), FOUR, st.tuples(HEAVY, HEAVY, HEAVY, HEAVY))
def test_factors_have_no_order(order, four, heavy):
    turned = factors([four[at] for at in order]), weights(*(heavy[at] for at in order))
    assert weighted(*turned) == pytest.approx(weighted(factors(four), weights(*heavy)))


@given(FOUR, GRADES)
def test_without_any_weight_only_impact_counts(four, impact):
    promise = Promise(impact=impact, ease=1, factors=factors(four))
    assert worth(promise, weights(0, 0, 0, 0)) == impact


@given(GRADES, st.tuples(HEAVY, HEAVY, HEAVY, HEAVY))
def test_factors_like_the_impact_change_nothing(grade, heavy):
    promise = Promise(impact=grade, ease=1, factors=factors([grade] * 4))
    assert worth(promise, weights(*heavy)) == pytest.approx(grade)


@given(st.floats(0, 25), VOTES, VOTES)
def test_a_share_of_the_votes_raises_by_that_share(bare, own, others):
    whole = own + others
    expected = bare * (1 + own / whole) if whole else bare
    assert raised(bare, own, whole) == pytest.approx(expected, abs=0.005)


@given(IDEAS)
@FEW
def test_worst_pain_points_are_numbered_and_no_others(told):
    journey = project(lane(*(pain(number, each) for number, each in enumerate(told)), kind="pains")).maps[0]
    judged = [one for one in pains(journey) if one.place]
    assert numbers(journey) == {one.card.id: one.place for one in judged[:3]}


@given(IDEAS, st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=12, unique=True))
@FEW
def test_an_answer_bears_the_least_number_of_what_it_answers(told, pairs):
    found = [pain(number, each) for number, each in enumerate(told)]
    answers = [idea(20 + number, (3, 3, 0, 0)) for number in range(5)]
    links = [(f"c{20 + one}", f"c{other}") for one, other in pairs if other < len(found)]
    made = tuple(Link(id=f"k{one}{other}", kind="answers", source=one, target=other) for one, other in links)
    known = numbers(project(lane(*found, kind="pains"), lane(*answers, kind="opportunities"), links=made).maps[0])
    for one in answers:
        least = min((known[target] for source, target in links if source == one.id and target in known), default=None)
        assert known.get(one.id) == least


@given(IDEAS, st.tuples(HEAVY, HEAVY, HEAVY, HEAVY))
@FEW
def test_weights_do_nothing_where_no_factor_is_judged(told, heavy):
    whole = project(ideas(told))
    assert ranked(changed(whole, weights=weights(*heavy))) == ranked(whole)


@given(IDEAS)
@FEW
def test_a_lock_changes_no_order(told):
    open_, locked = ideas(told), changed(ideas(told), locked=True)
    assert ranked(project(open_)) == ranked(project(locked))
