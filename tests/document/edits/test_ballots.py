"""Ballots: opened, cast, graded, shown, held again, taken over, removed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.checks import check
from desktop.document.counting import votes_in
from desktop.document.edits import ballots
from desktop.document.edits.cards import remove_cards
from desktop.document.edits.inbox import remove_cluster
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.parts import with_map
from desktop.document.edits.stages import remove_stage
from desktop.document.errors import EditError
from desktop.document.journey import AgendaPoint, Ballot, JourneyMap, Lane, Stage, Step, Tally
from desktop.document.locate import card_at
from desktop.document.project import Project
from desktop.document.repair import repair_all
from desktop.document.selecting import only

CARDS = ("a1", "a2", "a3", "p1")


@pytest.fixture
def voted(project, new_id):
    """A ballot named new1 on four cards."""
    return ballots.open_ballot(project, "visit", CARDS, new_id=new_id, title="Pains", people=4)


def the(project, name="new1"):
    return next(one for one in project.maps[0].ballots if one.id == name)


def counts(project, name="new1"):
    return {tally.card: tally.votes for tally in the(project, name).tallies}


def tallied(project, **votes):
    for card, count in votes.items():
        project = ballots.set_tally(project, "visit", "new1", card, count)
    return project


def card(project, name):
    return card_at(project.maps[0], name).card


def test_votes_per_person_are_a_quarter_of_the_options(voted):
    assert (the(voted).each, the(voted).options, the(voted).people) == (1, CARDS, 4)


def test_nothing_to_vote_on_is_refused(project, new_id):
    with pytest.raises(EditError, match="no_options"):
        ballots.open_ballot(project, "visit", (), new_id=new_id)


def test_cards_that_are_not_there_are_refused(project, new_id):
    with pytest.raises(EditError, match="missing"):
        ballots.open_ballot(project, "visit", ("a1", "nobody"), new_id=new_id)


def test_a_vote_is_one_more_and_never_fewer_than_none(voted):
    for by in (1, 1, -1, 1):
        voted = ballots.cast(voted, "visit", "new1", "a1", by)
    assert counts(voted) == {"a1": 2}
    assert counts(ballots.cast(voted, "visit", "new1", "a1", -5)) == {}


def test_taking_away_where_nothing_is_changes_nothing(voted):
    assert ballots.cast(voted, "visit", "new1", "a1", -1) is voted


def test_a_vote_for_a_card_that_is_no_option_is_refused(voted):
    with pytest.raises(EditError, match="missing"):
        ballots.cast(voted, "visit", "new1", "p2")


def test_grades_stand_at_the_place_of_the_person(voted):
    graded = ballots.grade(voted, "visit", "new1", "p1", 2, severity=4)
    graded = ballots.grade(graded, "visit", "new1", "p1", 2, frequency=2)
    grades = the(graded).tallies[0].grades
    assert [(pain.severity, pain.frequency) for pain in grades] == [(0, 0), (0, 0), (4, 2)]


def test_a_grade_beyond_five_is_refused(voted):
    with pytest.raises(EditError, match="refused"):
        ballots.grade(voted, "visit", "new1", "p1", 0, severity=6)


def test_grades_that_are_all_taken_away_leave_nothing(voted):
    graded = ballots.grade(voted, "visit", "new1", "p1", 0, severity=4)
    assert the(ballots.grade(graded, "visit", "new1", "p1", 0, severity=0)).tallies == ()


def test_what_has_a_verb_of_its_own_is_not_edited(voted):
    assert the(ballots.edit_ballot(voted, "visit", "new1", people=9, secret=True)).people == 9
    with pytest.raises(EditError, match="own_verb"):
        ballots.edit_ballot(voted, "visit", "new1", shown=True)


def test_showing_can_be_taken_back(voted):
    shown = ballots.show_ballot(voted, "visit", "new1")
    assert the(shown).shown
    assert not the(ballots.show_ballot(shown, "visit", "new1", shown=False)).shown


def test_a_tie_is_voted_on_again_with_one_vote_each(voted, new_id):
    again = ballots.vote_again(tallied(voted, a1=3, a2=3, a3=1), "visit", "new1", new_id=new_id)
    runoff = the(again, "new2")
    assert (runoff.options, runoff.again, runoff.each, runoff.people) == (("a1", "a2"), "new1", 1, 4)


def test_without_a_tie_nothing_is_voted_on_again(voted, new_id):
    with pytest.raises(EditError, match="no_tie"):
        ballots.vote_again(tallied(voted, a1=3, a2=2, a3=1), "visit", "new1", new_id=new_id)


def test_votes_are_taken_over_also_none(voted):
    taken = ballots.take_over(tallied(voted, a1=3, p1=2), "visit", "new1")
    assert [card(taken, name).votes for name in CARDS] == [3, 0, 0, 2]


def test_of_a_runoff_the_votes_of_the_first_round_are_taken_over(voted, new_id):
    again = ballots.vote_again(tallied(voted, a1=3, a2=3), "visit", "new1", new_id=new_id)
    again = ballots.set_tally(again, "visit", "new2", "a2", 9)
    taken = ballots.take_over(again, "visit", "new2")
    assert [card(taken, name).votes for name in CARDS] == [3, 3, 0, 0]


def test_grades_are_taken_over_as_rounded_means(project, new_id):
    pain = ballots.open_ballot(project, "visit", ("p1", "p2"), new_id=new_id, form="pain")
    for person, (severity, frequency) in enumerate([(4, 1), (5, 2)]):
        pain = ballots.grade(pain, "visit", "new1", "p1", person, severity=severity, frequency=frequency)
    taken = ballots.take_over(pain, "visit", "new1")
    assert (card(taken, "p1").pain.severity, card(taken, "p1").pain.frequency) == (5, 2)
    assert card(taken, "p2").pain is None


def test_nothing_is_written_into_a_locked_lane(project, new_id):
    locked = ballots.open_ballot(project, "visit", ("n1",), new_id=new_id)
    with pytest.raises(EditError, match="locked"):
        ballots.take_over(locked, "visit", "new1")


def test_without_its_first_round_a_runoff_stands_by_itself(voted, new_id):
    again = ballots.vote_again(tallied(voted, a1=3, a2=3), "visit", "new1", new_id=new_id)
    alone = ballots.remove_ballot(again, "visit", "new1")
    assert [(one.id, one.again) for one in alone.maps[0].ballots] == [("new2", "")]


def test_a_removed_card_can_no_longer_be_voted_for(voted):
    fewer = remove_cards(tallied(voted, a1=3, a2=2), "visit", {"a1"})
    assert the(fewer).options == ("a2", "a3", "p1")
    assert counts(fewer) == {"a2": 2}


def test_cards_that_go_with_their_group_are_forgotten(project, new_id):
    cluster = next(one for one in project.maps[0].inbox if one.cards)
    voted = ballots.open_ballot(project, "visit", [cluster.cards[0].id, "a1"], new_id=new_id)
    assert the(remove_cluster(voted, "visit", cluster.id)).options == ("a1",)


def test_a_copy_of_a_map_was_not_voted_on(voted, new_id):
    copy = duplicate_map(voted, "visit", "Copy", new_id=new_id)
    assert {map_.title: len(map_.ballots) for map_ in copy.maps} == {"Dinner": 1, "Copy": 0}


def test_what_names_missing_cards_and_ballots_is_found_and_healed(project, new_id):
    stray = Ballot(id="bad", options=("a1", "gone"), again="never", tallies=(Tally(card="lost", votes=2),))
    broken = with_map(project, changed(project.maps[0], ballots=(stray,)))
    codes = [(one.code, one.detail) for one in check(broken, ()) if one.path.endswith("ballots/bad")]
    assert codes == [("ballot.missing", "never"), ("option.missing", "gone"), ("option.missing", "lost")]
    healed, _ = repair_all(broken, (), new_id)
    assert the(healed, "bad") == Ballot(id="bad", options=("a1",))


def test_the_agenda_forgets_a_stage_that_goes(project, new_id):
    point = AgendaPoint(id="now", stages=("arrive", "dine"))
    planned = with_map(project, changed(project.maps[0], agenda=(point,)))
    fewer = remove_stage(planned, "visit", "dine", new_id=new_id)
    assert fewer.maps[0].agenda[0].stages == ("arrive",)
    assert not [one for one in check(fewer, ()) if one.code == "stage.missing"]


def test_a_part_of_a_map_keeps_what_its_agenda_says_of_it(project):
    points = tuple(
        AgendaPoint(id=name, stages=stages) for name, stages in (("x", ("dine", "arrive")), ("y", ("leave",)))
    )
    planned = with_map(project, changed(project.maps[0], agenda=points, ballots=(Ballot(id="b", options=("a1",)),)))
    part = only(planned, "visit", stages=("dine",)).maps[0]
    assert [(point.id, point.stages) for point in part.agenda] == [("x", ("dine",))]
    assert part.ballots == ()


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(CARDS), st.integers(-2, 3)), max_size=20))
def test_votes_in_are_the_sum_of_what_was_cast_and_can_be_undone(casts):
    project = started()
    states, expected = [project], dict.fromkeys(CARDS, 0)
    for name, by in casts:
        expected[name] = max(0, expected[name] + by)
        states.append(ballots.cast(states[-1], "visit", "new1", name, by))
    assert votes_in(the(states[-1])) == sum(expected.values())
    for name in CARDS:
        states.append(ballots.set_tally(states[-1], "visit", "new1", name, 0))
    assert states[-1] == project


def started():
    lane = Lane(id="l", kind="notes", cards=tuple(Card(id=one, kind="note", first="s", last="s") for one in CARDS))
    map_ = JourneyMap(id="visit", stages=(Stage(id="g", steps=(Step(id="s"),)),), lanes=(lane,))
    return ballots.open_ballot(Project(id="p", maps=(map_,)), "visit", CARDS, new_id=lambda: "new1")
