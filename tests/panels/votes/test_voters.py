"""People and votes for each while a vote goes on."""

import pytest
from PySide6.QtCore import Qt

Key = Qt.Key


@pytest.fixture
def voters(begun):
    begun.voters.people.setFocus()
    begun.voters.people.selectAll()
    return begun.voters


def test_it_shows_what_was_begun_with(voters):
    assert (voters.people.value(), voters.each.value()) == (8, 3)


def test_enter_counts_in_one_undo_step_and_goes_back_to_the_list(voters, begun, press, votes, desk):
    press("12", Key.Key_Return)
    assert (votes.ballot.people, begun.progress.text()) == (12, "0 of 36 votes")
    assert begun.entries.hasFocus()
    desk.undo()
    assert (votes.ballot.people, voters.people.value()) == (8, 8)


def test_arrow_keys_are_one_undo_step(voters, press, votes, desk):
    press(*[Key.Key_Up] * 5, Key.Key_Return)
    assert votes.ballot.people == 13
    desk.undo()
    assert votes.ballot.people == 8


def test_escape_gives_up_what_was_typed(voters, begun, press, votes):
    press("99", Key.Key_Escape)
    assert (votes.ballot.people, voters.people.value()) == (8, 8)
    assert begun.entries.hasFocus()


def test_leaving_counts(voters, begun, press, votes):
    press("5")
    begun.entries.setFocus()
    assert votes.ballot.people == 5


def test_what_is_typed_counts_before_the_result_is_shown(voters, begun, press, votes):
    press("5")
    begun.show_it.click()
    assert votes.ballot.people == 5
    assert not voters.isVisible()


def test_votes_for_each(voters, begun, press, votes):
    voters.each.setFocus()
    voters.each.selectAll()
    press("4", Key.Key_Return)
    assert begun.progress.text() == "0 of 32 votes"


def test_a_vote_by_click_meanwhile_loses_nothing_that_is_typed(voters, press, votes):
    press("1", "6")
    votes.cast(votes.ballot.options[0])
    press(Key.Key_Return)
    assert votes.ballot.people == 16


def test_those_who_judge_have_no_votes(panel, press):
    panel.setup.form.setCurrentIndex(1)
    press(Key.Key_Return)
    assert panel.counting.voters.people.isVisible()
    assert not panel.counting.voters.each.isVisible()
    panel.counting.voters.people.setFocus()
    panel.counting.voters.people.selectAll()
    press("3", Key.Key_Return)
    assert panel.counting.person.text() == "Person 1 of 3"
    assert panel.counting.progress.text() == "0 of 27 judgements"


def test_in_a_file_that_is_only_read_nothing_can_be_put_right(begun, votes, desk):
    desk.session.read_only = True
    votes.work_on("")
    votes.work_on(votes.ballots[0].id)
    assert not begun.voters.isVisible()
