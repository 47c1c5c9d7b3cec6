"""Counting a ballot: votes per person, order, ties, runoffs, spread of grades."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document import counting
from desktop.document.cards import Pain
from desktop.document.counting import Cast, last_cast, runoffs, standings, tied_at, to_vote_again, votes_each
from desktop.document.journey import Ballot, Tally

COUNTS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 6), min_size=1)


def ballot(counts, name="b", **fields):
    tallies = tuple(Tally(card=card, votes=votes) for card, votes in counts.items() if votes)
    return Ballot(id=name, options=tuple(counts), tallies=tallies, **fields)


def pains(grades, **fields):
    tallies = tuple(
        Tally(card=card, grades=tuple(Pain(severity=one, frequency=other) for one, other in each))
        for card, each in grades.items()
    )
    return Ballot(id="b", form="pain", options=tuple(grades), tallies=tallies, **fields)


def order(row):
    return [(each.card, each.place, each.tied) for each in row]


@pytest.mark.parametrize(("options", "votes"), [(0, 0), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3), (48, 12)])
def test_each_has_a_quarter_of_the_options_rounded_up(options, votes):
    assert votes_each(options) == votes


def test_the_most_votes_come_first_and_ties_share_a_place():
    row = standings(ballot({"a": 2, "b": 5, "c": 2, "d": 0}))
    assert order(row) == [("b", 1, False), ("a", 2, True), ("c", 2, True), ("d", 4, False)]


def test_cards_without_votes_do_not_tie():
    assert not any(each.tied for each in standings(ballot({"a": 0, "b": 0})))


def test_a_cut_between_two_that_tie_names_all_that_do():
    row = standings(ballot({"a": 5, "b": 3, "c": 3, "d": 3, "e": 1}))
    assert tied_at(row, 1) == ()
    assert tied_at(row, 2) == tied_at(row, 3) == ("b", "c", "d")
    assert tied_at(row, 4) == tied_at(row, 0) == tied_at(row, 5) == ()


def test_the_highest_tie_among_the_first_four_is_voted_on_again():
    assert to_vote_again(standings(ballot({"a": 5, "b": 5, "c": 3, "d": 3}))) == ("a", "b")
    assert to_vote_again(standings(ballot({"a": 5, "b": 4, "c": 3, "d": 3}))) == ("c", "d")


def test_a_tie_further_down_decides_nothing():
    assert to_vote_again(standings(ballot({"a": 5, "b": 4, "c": 3, "d": 2, "e": 1, "f": 1}))) == ()


def test_where_more_than_four_tie_none_is_left_out():
    assert to_vote_again(standings(ballot(dict.fromkeys("abcdef", 2)))) == tuple("abcdef")


def test_a_runoff_decides_the_tie_and_nothing_else():
    first, again = ballot({"a": 5, "b": 5, "c": 9}), ballot({"a": 1, "b": 7}, "r", again="b")
    assert order(standings(first, (again,))) == [("c", 1, False), ("b", 2, False), ("a", 3, False)]


def test_a_secret_runoff_decides_nothing_before_it_is_shown():
    first, again = ballot({"a": 5, "b": 5}), ballot({"a": 1, "b": 7}, "r", again="b", secret=True)
    assert [each.tied for each in standings(first, (again,))] == [True, True]


def test_runoffs_of_runoffs_come_after_them():
    first = ballot({"a": 1}, "x", rank="A")
    third, second = ballot({"a": 1}, "z", rank="B", again="y"), ballot({"a": 1}, "y", rank="C", again="x")
    assert [each.id for each in runoffs((first, third, second), first)] == ["y", "z"]
    assert counting.first_round((first, third, second), third) is first


def test_ballots_that_name_each_other_come_to_an_end():
    one, other = ballot({"a": 1}, "x", again="y"), ballot({"a": 1}, "y", again="x")
    assert counting.first_round((one, other), one).id in "xy"
    assert [each.id for each in runoffs((one, other), one)] == ["y"]


def test_pain_is_ordered_by_mean_severity_times_mean_frequency():
    row = standings(pains({"a": [(4, 2), (2, 2)], "b": [(5, 5)], "c": []}))
    assert [(each.card, each.score) for each in row] == [("b", 25.0), ("a", 6.0), ("c", 0.0)]


def test_means_and_ranges_leave_out_who_said_nothing():
    (one,) = standings(pains({"a": [(5, 1), (0, 0), (2, 0)]}))
    assert (one.severity, one.frequency, one.severities, one.frequencies) == (3.5, 1.0, (2, 5), (1, 1))
    assert one.graded == 1


def test_products_that_people_read_as_equal_tie():
    third = [(1, 3), (1, 3), (2, 3)]
    assert all(each.tied for each in standings(pains({"a": third, "b": list(reversed(third))})))


def test_how_many_votes_are_in_and_how_many_are_too_many():
    full = ballot({"a": 5, "b": 4}, people=2, each=4)
    assert (counting.votes_in(full), counting.votes_due(full), counting.too_many(full)) == (9, 8, 1)
    assert counting.too_many(ballot({"a": 5})) == 0


def test_grades_count_when_both_figures_are_there():
    some = pains({"a": [(4, 2), (3, 0)], "b": []}, people=2)
    assert (counting.votes_in(some), counting.votes_due(some)) == (1, 4)


def test_tallies_of_what_nobody_can_vote_for_count_nothing():
    stray = Ballot(id="b", options=("a",), tallies=(Tally(card="a", votes=1), Tally(card="x", votes=9)))
    assert counting.votes_in(stray) == 1
    assert [each.card for each in standings(stray)] == ["a"]


def test_only_secret_ballots_that_are_not_shown_are_hidden():
    assert counting.hidden(ballot({"a": 1}, secret=True))
    assert not counting.hidden(ballot({"a": 1}, secret=True, shown=True))
    assert not counting.hidden(ballot({"a": 1}))


@settings(max_examples=100)
@given(COUNTS)
def test_every_option_has_a_place_and_no_vote_is_lost(counts):
    row = standings(ballot(counts))
    assert sorted(each.card for each in row) == sorted(counts)
    assert sum(each.votes for each in row) == sum(counts.values()) == counting.votes_in(ballot(counts))
    assert [each.score for each in row] == sorted(counts.values(), reverse=True)


@settings(max_examples=100)
@given(COUNTS)
def test_a_place_is_one_more_than_the_number_of_better_cards(counts):
    for each in standings(ballot(counts)):
        assert each.place == 1 + sum(votes > counts[each.card] for votes in counts.values())
        same = sum(votes == counts[each.card] for votes in counts.values())
        assert each.tied == (same > 1 and counts[each.card] > 0)


@settings(max_examples=100)
@given(COUNTS, st.data())
def test_a_runoff_never_moves_a_card_past_one_with_more_votes(counts, data):
    tied = to_vote_again(standings(ballot(counts)))
    again = ballot({card: data.draw(st.integers(0, 5)) for card in tied}, "r", again="b")
    row = standings(ballot(counts), (again,))
    assert [counts[each.card] for each in row] == sorted(counts.values(), reverse=True)


@pytest.mark.parametrize("what", ["severity", "frequency"])
def test_the_last_grade_is_known_by_person_and_figure(what):
    before = Ballot(id="b", options=("a", "c"), form="pain", tallies=(Tally(card="c", grades=(Pain(), Pain())),))
    given = Pain(**{what: 3})
    after = before.model_copy(update={"tallies": (Tally(card="c", grades=(Pain(), Pain(), given)),)})
    assert last_cast(before, after) == last_cast(after, before) == Cast("c", 2, what)


def test_without_a_difference_nothing_was_cast():
    assert last_cast(ballot({"a": 1}), ballot({"a": 1})) is None
    assert last_cast(ballot({"a": 1}), ballot({"a": 2})) == Cast("a")


ROUNDS = st.lists(st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 4), min_size=2), min_size=1, max_size=4)


@settings(max_examples=25)
@given(COUNTS)
def test_those_to_be_voted_on_again_share_a_place_among_the_first(counts):
    row = standings(ballot(counts))
    again = to_vote_again(row)
    places = {each.card: each.place for each in row}
    assert len(again) != 1
    assert len({places[card] for card in again}) <= 1
    assert all(places[card] < counting.RUNOFF and counts[card] > 0 for card in again)


@settings(max_examples=25)
@given(COUNTS)
def test_places_count_how_many_are_before(counts):
    for each in standings(ballot(counts)):
        assert each.place == 1 + sum(votes > counts[each.card] for votes in counts.values())


@settings(max_examples=25)
@given(ROUNDS)
def test_later_rounds_only_part_those_that_tied(rounds):
    first, *later = (ballot(counts, name=f"b{at}") for at, counts in enumerate(rounds))
    alone = {each.card: each.place for each in standings(first)}
    whole = [each.card for each in standings(first, later)]
    assert sorted(whole) == sorted(alone)
    assert [alone[card] for card in whole] == sorted(alone.values())


@settings(max_examples=25)
@given(ROUNDS)
def test_what_is_hidden_decides_nothing(rounds):
    first, *later = (ballot(counts, name=f"b{at}") for at, counts in enumerate(rounds))
    secret = [one.model_copy(update={"secret": True}) for one in later]
    assert standings(first, secret) == standings(first)


@settings(max_examples=25)
@given(ROUNDS)
def test_rounds_that_follow_each_other_are_found_from_every_one_of_them(rounds):
    chain = [
        ballot(counts, name=f"b{at}", rank=f"A{at}1", again=f"b{at - 1}" if at else "")
        for at, counts in enumerate(rounds)
    ]
    assert [one.id for one in runoffs(chain, chain[0])] == [one.id for one in chain[1:]]
    assert {counting.first_round(chain, one).id for one in chain} == {"b0"}


def test_rounds_that_go_in_a_circle_end():
    ring = [ballot({"a": 1}, name="b0", again="b1"), ballot({"a": 1}, name="b1", again="b0")]
    assert [one.id for one in runoffs(ring, ring[0])] == ["b1"]
    assert counting.first_round(ring, ring[0]) in ring


@settings(max_examples=25)
@given(st.integers(1, 1_000), st.integers(0, 500))
def test_nobody_has_fewer_votes_than_a_quarter_of_the_options(options, people):
    each = votes_each(options)
    assert options / 4 <= each < options / 4 + 1
    one = ballot(dict.fromkeys(map(str, range(options)), 0), people=people, each=each)
    assert counting.votes_due(one) == people * each
    assert counting.too_many(one) == 0


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=8))
def test_a_product_lies_between_the_ends_of_its_ranges(grades):
    (one,) = standings(pains({"a": grades}))
    assert one.severities[0] * one.frequencies[0] - 0.01 <= one.score <= one.severities[1] * one.frequencies[1] + 0.01
    assert one.graded == len(grades)
