"""Invariants of ballots, whatever people say in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document import counting
from desktop.document.cards import Pain
from desktop.document.counting import RUNOFF, Cast, grade_of, last_cast, standings, tied_at, to_vote_again
from desktop.document.journey import Ballot, Tally

CARDS = "abcdef"
GRADES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5)
GIVEN = st.dictionaries(st.sampled_from(CARDS), GRADES)
COUNTS = st.dictionaries(st.sampled_from(CARDS), st.integers(0, 4), min_size=1)
SOUND = settings(max_examples=25)


def dots(counts, name="b", **fields):
    tallies = tuple(Tally(card=card, votes=votes) for card, votes in counts.items())
    return Ballot(id=name, options=tuple(counts), tallies=tallies, **fields)


def pains(given_, **fields):
    tallies = tuple(
        Tally(card=card, grades=tuple(Pain(severity=one, frequency=other) for one, other in rows))
        for card, rows in given_.items()
    )
    return Ballot(id="b", form="pain", options=tuple(CARDS), tallies=tallies, **fields)


@SOUND
@given(GIVEN)
def test_a_mean_lies_in_its_range(rows):
    for each in standings(pains(rows)):
        for mean, (least, most) in ((each.severity, each.severities), (each.frequency, each.frequencies)):
            assert least - 1e-9 <= mean <= most + 1e-9
            assert (mean == 0.0) == (most == 0)


@SOUND
@given(GIVEN)
def test_scores_are_between_nothing_and_25(rows):
    scores = [each.score for each in standings(pains(rows))]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 25.0 for score in scores)


@SOUND
@given(GIVEN, st.randoms(use_true_random=False))
def test_who_graded_first_does_not_matter(rows, chance):
    mixed = {card: chance.sample(grades, len(grades)) for card, grades in rows.items()}
    assert [(each.card, each.place) for each in standings(pains(rows))] == [
        (each.card, each.place) for each in standings(pains(mixed))
    ]


@SOUND
@given(GIVEN)
def test_grades_are_told_by_person(rows):
    ballot = pains(rows)
    for card, grades in rows.items():
        told = [grade_of(ballot, card, person) for person in range(len(grades))]
        assert [(pain.severity, pain.frequency) for pain in told] == grades
        assert grade_of(ballot, card, len(grades)) == Pain()


@SOUND
@given(GIVEN)
def test_those_who_graded_are_those_whose_votes_are_in(rows):
    ballot = pains(rows)
    assert sum(each.graded for each in standings(ballot)) == counting.votes_in(ballot)


@SOUND
@given(COUNTS, st.sampled_from(CARDS))
def test_one_vote_more_never_makes_a_place_worse(counts, card):
    more = {**counts, card: counts.get(card, 0) + 1}
    places = {each.card: each.place for each in standings(dots(dict(counts)))}
    assert next(each.place for each in standings(dots(more)) if each.card == card) <= places.get(card, len(more))


@SOUND
@given(COUNTS, st.integers(-1, 7))
def test_a_cut_that_ties_has_its_cards_on_both_sides(counts, cut):
    row = standings(dots(counts))
    tied = tied_at(row, cut)
    at = [number for number, each in enumerate(row) if each.card in tied]
    assert not at or min(at) < cut <= max(at)


@SOUND
@given(COUNTS)
def test_those_who_are_voted_on_again_share_one_of_the_first_places(counts):
    again = to_vote_again(standings(dots(counts)))
    assert len(again) != 1
    assert len({counts[card] for card in again}) <= 1
    assert all(each.place < RUNOFF for each in standings(dots(counts)) if each.card in again)


@SOUND
@given(COUNTS)
def test_a_runoff_that_parts_all_leaves_no_tie_among_them(counts):
    again = to_vote_again(standings(dots(counts)))
    second = dots({card: number for number, card in enumerate(again)}, "r", again="b")
    assert not any(each.tied for each in standings(dots(counts), (second,)) if each.card in again)


@SOUND
@given(COUNTS, st.integers(0, 5), st.integers(0, 9))
def test_too_many_are_those_beyond_what_is_due(counts, people, each):
    ballot = dots(counts, people=people, each=each)
    over = counting.too_many(ballot)
    assert over == (max(0, sum(counts.values()) - people * each) if people * each else 0)


@SOUND
@given(COUNTS, st.sampled_from(CARDS))
def test_the_last_vote_is_that_of_the_card_that_differs(counts, card):
    before = dots({**dict.fromkeys(CARDS, 0), **counts})
    after = dots({**dict.fromkeys(CARDS, 0), **counts, card: counts.get(card, 0) + 1})
    assert last_cast(before, after) == last_cast(after, before) == Cast(card)


@pytest.mark.parametrize(("place", "cut"), [(("a", "b"), 1), ((), 2), (("c", "d"), 3), ((), 4), ((), 0)])
def test_a_tie_matters_only_at_the_cut(place, cut):
    assert tied_at(standings(dots({"a": 3, "b": 3, "c": 1, "d": 1})), cut) == place
