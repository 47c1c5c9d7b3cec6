"""What differs between two values of a ballot, with cards by their words."""

from desktop.document.compare import compare
from desktop.document.edits import ballots


def told(before, after):
    return {value.field: (value.before, value.after) for each in compare(before, after) for value in each.values}


def opened(project, new_id, **fields):
    return ballots.open_ballot(project, "visit", ("a1", "p1"), new_id=new_id, title="Pains", **fields)


def test_a_new_ballot_is_told_by_its_title(project, new_id):
    (found,) = compare(project, opened(project, new_id))
    assert (found.code, found.thing.what, found.thing.title) == ("added", "ballot", "Pains")


def test_votes_are_told_with_the_words_of_their_cards(project, new_id):
    voted = opened(project, new_id)
    after = ballots.set_tally(ballots.cast(voted, "visit", "new1", "a1"), "visit", "new1", "p1", 12)
    assert told(voted, after) == {"tallies": ((), ("text of a1 1", "text of p1 12"))}


def test_grades_are_told_as_pairs(project, new_id):
    voted = opened(project, new_id, form="pain")
    after = ballots.grade(voted, "visit", "new1", "p1", 1, severity=4, frequency=2)
    assert told(voted, after) == {"tallies": ((), ("text of p1 0·0 4·2",))}


def test_options_and_the_first_round_are_told_by_their_names(project, new_id):
    voted = opened(project, new_id)
    for card in ("a1", "p1"):
        voted = ballots.cast(voted, "visit", "new1", card)
    again = ballots.vote_again(voted, "visit", "new1", new_id=new_id)
    alone = ballots.remove_ballot(again, "visit", "new1")
    assert told(again, alone) == {"again": ("Pains", "")}
