"""The ballot that one works on: what is voted on, what counts, what is hidden, what comes of it."""

import random

import pytest

from desktop.desk.desk import Desk
from desktop.desk.tray import Tray
from desktop.desk.votecodes import codes
from desktop.desk.votes import Progress, Votes
from desktop.desk.votetable import COMMON, DOTS, PAIN, table
from desktop.document.edits.ballots import remove_ballot
from desktop.document.edits.cards import Spot, add_card, add_cards, remove_cards
from desktop.document.edits.maps import add_map
from desktop.document.ids import Ids, ids_of
from desktop.document.kinds import CARD_KINDS
from desktop.document.locate import card_at
from desktop.resources import words
from desktop.session import Session


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def said(desk):
    """What the status bar was told."""
    told = []
    desk.said.connect(told.append)
    return told


@pytest.fixture
def votes(desk):
    return Votes(desk, lambda: "2026-03-04")


def pains(votes):
    return next(choice for choice in votes.choices() if choice.title == "Pain points")


@pytest.fixture
def opened(votes):
    """A vote of eight people on the pain points."""
    votes.open(pains(votes).cards, title="Pain points", people=8)
    return votes


def scores(votes):
    return {entry.code: entry.standing.votes for entry in votes.entries if entry.standing.votes}


def card(votes, code):
    return next(entry.card.id for entry in votes.entries if entry.code == code)


def cast(votes, letters):
    for letter in letters:
        votes.cast(card(votes, letter))


def test_codes_are_letters_and_as_many_as_it_takes():
    assert codes(3) == ("a", "b", "c")
    assert codes(26)[-1] == "z"
    assert codes(27)[:2] == ("aa", "ab")
    assert {len(code) for code in codes(1000)} == {3}
    assert len(set(codes(676))) == 676


def test_selected_cards_kinds_and_lanes_can_be_voted_on(votes):
    votes.desk.select(pains(votes).cards[:3])
    choices = votes.choices()
    assert (choices[0].title, choices[0].selected, len(choices[0].cards)) == ("3 selected cards", True, 3)
    assert len(choices) == len({choice.cards for choice in choices})
    assert votes.likely(choices) == 0


def test_pain_points_are_meant_when_nobody_says(votes):
    choices = votes.choices()
    assert choices[votes.likely(choices)].title == "Pain points"


def test_options_stand_in_reading_order(votes):
    steps = [step.id for stage in sorted(votes.desk.journey.stages, key=lambda one: one.rank) for step in
             sorted(stage.steps, key=lambda one: one.rank)]  # fmt: skip
    columns = [steps.index(card_at(votes.desk.journey, one).card.first) for one in pains(votes).cards]
    assert columns == sorted(columns)


def test_a_new_vote_is_worked_on_and_is_one_undo_step(opened):
    ballot = opened.ballot
    assert (ballot.title, ballot.date, ballot.each, opened.taking) == ("Pain points", "2026-03-04", 3, True)
    opened.desk.undo()
    assert (opened.ballot, opened.entries, opened.taking) == (None, (), False)


def test_votes_are_cast_and_counted(opened):
    cast(opened, "aab")
    opened.cast(card(opened, "b"), -1)
    opened.set_tally(card(opened, "c"), 12)
    assert scores(opened) == {"a": 2, "c": 12}
    assert opened.progress == Progress(14, 24, 0)


def test_too_many_votes_are_told_and_kept(opened):
    opened.set_tally(card(opened, "a"), 30)
    assert opened.progress == Progress(30, 24, 6)


def test_the_last_vote_is_taken_back(opened):
    cast(opened, "ab")
    assert opened.take_back()
    assert scores(opened) == {"a": 1}


def test_what_was_no_vote_is_not_taken_back(opened, said):
    cast(opened, "a")
    opened.desk.edit("else", remove_cards(opened.desk.project, opened.desk.map_id, {card(opened, "c")}))
    assert not opened.take_back()
    assert "not a vote" in said[-1]


def test_the_result_is_in_order_and_takes_no_votes(opened):
    cast(opened, "cbcbca")
    opened.show_result()
    assert [entry.code for entry in opened.entries][:3] == ["c", "b", "a"]
    assert not opened.cast(card(opened, "a"))
    opened.show_result(shown=False)
    assert [entry.code for entry in opened.entries][:3] == ["a", "b", "c"]


def test_a_secret_vote_is_hidden_until_it_is_shown(votes):
    votes.open(pains(votes).cards, secret=True)
    votes.cast(card(votes, "a"))
    assert (votes.hidden, votes.tie, table(votes)) == (True, (), "")
    assert votes.progress.given == 1
    votes.show_result()
    assert not votes.hidden
    assert table(votes)


def test_a_tie_is_voted_on_again_and_decided(opened):
    cast(opened, "aabbc")
    opened.show_result()
    assert len(opened.tie) == 2
    first = opened.ballot.id
    assert opened.vote_again()
    assert len(opened.ballot.options) == 2
    cast(opened, "b")
    opened.work_on(first)
    assert [entry.standing.tied for entry in opened.entries][:2] == [False, False]


def test_without_a_tie_it_is_said_that_there_is_none(opened, said):
    cast(opened, "aab")
    assert not opened.vote_again()
    assert "no tie" in said[-1]


def test_the_result_is_taken_over_to_the_cards(opened, said):
    cast(opened, "aab")
    pain = card(opened, "a")
    assert opened.take_over()
    assert card_at(opened.desk.journey, pain).card.votes == 2
    assert said[-1] == f"The result stands on {len(opened.entries)} cards."


def test_each_person_judges_severity_and_frequency(votes):
    votes.open(pains(votes).cards, form="pain", people=2)
    first = card(votes, "a")
    votes.grade(first, severity=5, frequency=1)
    votes.turn_to(1)
    votes.grade(first, severity=2, frequency=2)
    assert votes.grade_of(first) == (2, 2)
    assert votes.entries[0].standing.score == 5.25
    votes.turn_to(2)
    assert (votes.person, votes.grade_of(first)) == (0, (5, 1))


def test_grades_are_no_votes_and_votes_are_no_grades(votes, opened):
    assert not opened.grade(card(opened, "a"), severity=3)
    votes.open(pains(votes).cards, form="pain")
    assert not votes.cast(card(votes, "a"))


def test_a_removed_card_leaves_the_ballot(opened):
    gone, count = card(opened, "b"), len(opened.entries)
    opened.desk.edit("away", remove_cards(opened.desk.project, opened.desk.map_id, {gone}))
    assert len(opened.entries) == count - 1
    assert gone not in {entry.card.id for entry in opened.entries}


def test_another_map_has_votes_of_its_own(opened):
    desk = opened.desk
    desk.edit("more", add_map(desk.project, "Other", new_id=desk.new_id))
    other = next(one.id for one in desk.project.maps if one.title == "Other")
    desk.show_map(other)
    assert (opened.ballot, opened.ballots) == (None, [])


def test_what_else_happens_on_the_map_is_not_told(opened):
    told = []
    opened.changed.connect(lambda: told.append(1))
    desk = opened.desk
    desk.edit("title", desk.project.model_copy(update={"title": "Else"}))
    assert told == []
    cast(opened, "a")
    assert told == [1]


def test_an_earlier_vote_is_gone_on_with_and_removed(opened):
    first = opened.ballot.id
    opened.work_on("")
    assert [one.id for one in opened.ballots] == [first]
    opened.remove(first)
    assert opened.ballots == []


def test_the_table_says_place_card_stage_step_and_votes(opened):
    cast(opened, "bba")
    heads, first = table(opened).splitlines()[:2]
    assert heads == "Place,Tied,Card,Kind,Stage,Step,Lane,Votes"
    assert first.startswith("1,,")
    assert first.endswith(",Pain points,2")


def test_the_table_of_grades_has_means_and_ranges(votes):
    votes.open(pains(votes).cards, form="pain", people=2)
    for person, figure in enumerate((2, 5)):
        votes.turn_to(person)
        votes.grade(card(votes, "a"), severity=figure, frequency=3)
    assert table(votes, separator="\t").splitlines()[1].split("\t")[-6:] == ["3.5", "3", "10.5", "2–5", "3", "2"]


def test_what_can_be_voted_on_is_looked_for_once(votes):
    before = votes.choices()
    votes.desk.select(pains(votes).cards[:2])
    after = votes.choices()
    assert after[0].title == "2 selected cards"
    assert all(one is other for one, other in zip(before, after[1:], strict=True))


def test_new_cards_are_voted_on_too(votes):
    desk, count = votes.desk, len(pains(votes).cards)
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "pains")
    spot = Spot(lane.id, lane.cards[0].first)
    desk.edit("new", add_card(desk.project, desk.map_id, spot, "pain", new_id=desk.new_id, text="New"))
    assert len(pains(votes).cards) == count + 1


def test_more_cards_than_a_ballot_holds_are_not_offered(votes):
    desk = votes.desk
    lane = next(lane for lane in desk.journey.lanes if lane.kind == "pains")
    spot = Spot(lane.id, lane.cards[0].first)
    texts = [str(number) for number in range(1000)]
    desk.edit("many", add_cards(desk.project, desk.map_id, spot, "pain", texts, new_id=desk.new_id))
    assert "Pain points" not in [choice.title for choice in votes.choices()]


def test_every_word_is_there_in_both_languages():
    english, german = (words(language) for language in ("en", "de"))
    kinds = [f"votes.kind.{kind.key}" for kind in CARD_KINDS]
    heads = [f"votes.column.{name}" for name in (*COMMON, *DOTS, *PAIN)]
    for code in (*kinds, *heads):
        assert english(code) != code
        assert german(code) != code


@pytest.fixture
def unsorted(votes, desk):
    """Two loose notes and a group of three beside what the sample has; one of its topics is parked."""
    tray = Tray(desk)
    tray.note(["late", "cold"])
    tray.group(tray.note(["kind", "quick", "warm"]), "Praise")
    return votes


def offered(votes):
    return {choice.title: len(choice.cards) for choice in votes.choices()}


def test_what_has_no_place_yet_can_be_voted_on(unsorted):
    assert offered(unsorted)["Inbox"] == 7
    assert offered(unsorted)["Praise"] == 3
    assert offered(unsorted)["Parking lot"] == 1


def test_an_inbox_without_groups_is_offered_once(votes, desk):
    journey = desk.journey
    Tray(desk).remove((), [group.id for group in journey.inbox])
    assert "Inbox" not in offered(votes)
    Tray(desk).note(["late"])
    assert offered(votes)["Inbox"] == 1
    assert "From the guest book" not in offered(votes)


def test_notes_are_voted_on_and_take_their_votes_along(unsorted, desk):
    notes = next(choice.cards for choice in unsorted.choices() if choice.title == "Praise")
    assert unsorted.open(notes)
    cast(unsorted, "bba")
    Tray(desk).send(notes[1:2])
    assert [entry.standing.votes for entry in unsorted.entries] == [1, 2, 0]
    unsorted.show_result()
    assert unsorted.take_over()
    assert card_at(desk.journey, notes[1]).card.votes == 2
    assert [line.split(",")[0:3] for line in table(unsorted).splitlines()[1:]] == [
        ["1", "", "quick"],
        ["2", "", "kind"],
        ["3", "", "warm"],
    ]


def test_a_note_that_goes_leaves_the_vote(unsorted, desk):
    notes = next(choice.cards for choice in unsorted.choices() if choice.title == "Praise")
    unsorted.open(notes)
    Tray(desk).remove(notes[:1])
    assert [entry.card.id for entry in unsorted.entries] == list(notes[1:])


def test_words_that_change_in_the_inbox_change_in_the_vote(unsorted, desk):
    notes = next(choice.cards for choice in unsorted.choices() if choice.title == "Praise")
    unsorted.open(notes)
    assert unsorted.entries
    Tray(desk).rewrite(notes[2], "very warm")
    assert unsorted.entries[2].card.text == "very warm"


def test_each_map_has_its_own_vote(desk, votes):
    votes.open(votes.choices()[0].cards, form="pain", people=3)
    votes.turn_to(2)
    here, ballot = desk.map_id, votes.ballot
    desk.edit("", add_map(desk.project, "Other", new_id=desk.new_id))
    desk.show_map(next(one.id for one in desk.project.maps if one.id != here))
    assert (votes.ballot, votes.person) == (None, 0)
    desk.show_map(here)
    assert (votes.ballot, votes.person) == (ballot, 2)


def test_a_vote_that_is_gone_meanwhile_is_not_gone_on_with(desk, votes):
    votes.open(votes.choices()[0].cards)
    here, ballot = desk.map_id, votes.ballot.id
    desk.edit("", add_map(desk.project, "Other", new_id=desk.new_id))
    desk.show_map(next(one.id for one in desk.project.maps if one.id != here))
    desk.edit("", remove_ballot(desk.project, here, ballot))
    desk.show_map(here)
    assert votes.ballot is None
