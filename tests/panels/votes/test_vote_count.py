"""Counting by keys: letters, tallies, grades; the result and what comes of it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from desktop.panels.votes.model import ROW

SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, BACK, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Down, Qt.Key.Key_Escape


def rows(count):
    model = count.entries.model()
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


def numbers(count):
    return [row.number for row in rows(count)]


@pytest.fixture
def judging(panel, press):
    """Two people judge the pain points."""
    panel.setup.form.setFocus()
    press(DOWN)
    panel.setup.people.setValue(2)
    press(ENTER)
    return panel.counting


def test_a_letter_votes_and_with_shift_takes_away(begun, press):
    press("aac")
    press(Qt.Key.Key_A, held=SHIFT)
    assert numbers(begun)[:4] == ["1", "", "1", ""]
    assert begun.progress.text() == "2 of 24 votes"


def test_a_letter_without_a_card_does_nothing(begun, press, votes):
    press("zq")
    assert votes.progress.given == 0
    assert begun.entries.typed == ""


def test_backspace_takes_the_last_vote_back(begun, press):
    press("ab", BACK)
    assert numbers(begun)[:2] == ["1", ""]


def test_digits_are_a_tally_when_enter_comes(begun, press, votes):
    press("12")
    assert (begun.entries.typed, votes.progress.given) == ("12", 0)
    press(ENTER, "7", DOWN, "3", ENTER)
    assert numbers(begun)[:3] == ["12", "7", "3"]
    assert begun.entries.currentIndex().row() == 3


def test_backspace_and_escape_correct_a_tally_that_is_typed(begun, press):
    press("12", BACK, "5", ENTER, "9", ESCAPE, ENTER)
    assert numbers(begun)[:2] == ["15", ""]


def test_plus_and_minus_change_the_row_one_stands_on(begun, press):
    press(DOWN, "++-")
    assert numbers(begun)[:2] == ["", "1"]


def test_leaving_the_list_counts_what_is_typed(begun, press):
    press("4")
    begun.show_it.setFocus()
    assert numbers(begun)[0] == "4"


def test_too_many_votes_are_warned_of(begun, press):
    press("30", ENTER)
    assert begun.progress.text() == "30 of 24 votes · 6 too many"
    assert begun.progress.property("warned") is True


def test_escape_asks_for_the_map_again(begun, press, panel, qtbot):
    with qtbot.waitSignal(panel.left, timeout=0):
        press(ESCAPE)


def test_a_secret_vote_shows_only_how_many_are_in(panel, press, votes):
    panel.setup.secret.setChecked(True)
    press(ENTER, "aab")
    assert (set(numbers(panel.counting)), {row.share for row in rows(panel.counting)}) == ({""}, {0.0})
    assert panel.counting.progress.text() == "3 of 24 votes"
    assert not panel.counting.save.isVisible()
    assert not any(row.spoken.endswith(", 2") for row in rows(panel.counting))


def test_the_result_is_in_order_with_places_and_ties(begun, press):
    press("bbcca")
    begun.show_it.click()
    assert [(row.mark, row.tied, row.number) for row in rows(begun)][:3] == [
        ("1", True, "2"),
        ("1", True, "2"),
        ("3", False, "1"),
    ]
    assert begun.again.text() == "Vote again on 2 cards"
    press("a", ENTER)
    assert numbers(begun)[:3] == ["2", "2", "1"]


def test_voting_goes_on_after_a_look_at_the_result(begun, press):
    begun.show_it.click()
    begun.show_it.click()
    begun.entries.setFocus()
    press("a")
    assert numbers(begun)[0] == "1"


def test_a_tie_is_voted_on_again_by_its_button(begun, press, votes):
    press("aabb")
    begun.show_it.click()
    begun.again.click()
    assert len(rows(begun)) == 2
    assert votes.taking
    assert votes.ballot.again


def test_the_result_is_taken_over_by_its_button(begun, press, votes, desk):
    press("aab")
    begun.show_it.click()
    begun.take.click()
    assert sorted(card.votes for lane in desk.journey.lanes for card in lane.cards)[-2:] == [1, 2]


def test_two_digits_judge_a_card_and_go_on_to_the_next(judging, press):
    press("4253")
    assert [row.figures for row in rows(judging)][:3] == [("4", "2"), ("5", "3"), ("–", "–")]
    assert judging.entries.currentIndex().row() == 2
    assert judging.progress.text() == "2 of 18 judgements"


def test_a_letter_goes_to_a_card_that_is_judged(judging, press):
    press("c31")
    assert rows(judging)[2].figures == ("3", "1")


def test_other_figures_than_one_to_five_are_refused(judging, press, desk):
    told = []
    desk.said.connect(told.append)
    press("8")
    assert told == ["Grades are 1 to 5; 0 takes one away."]
    assert rows(judging)[0].figures == ("–", "–")


def test_after_the_last_card_comes_the_next_person(judging, press, votes):
    press("11" * 9)
    assert (votes.person, judging.person.text()) == (1, "Person 2 of 2")
    assert judging.entries.currentIndex().row() == 0
    assert rows(judging)[0].figures == ("–", "–")


def test_arrows_turn_to_another_person(judging, press, votes):
    press("42", Qt.Key.Key_Right)
    assert (votes.person, rows(judging)[0].figures) == (1, ("–", "–"))
    press(Qt.Key.Key_Left)
    assert rows(judging)[0].figures == ("4", "2")


def test_the_matrix_has_means_sorted_by_their_product(judging, press):
    press("11", "54")
    judging.show_it.click()
    assert [(row.figures, row.number) for row in rows(judging)][:2] == [(("5", "4"), "20"), (("1", "1"), "1")]


def test_secret_grades_are_only_known_to_be_there(panel, press, votes):
    panel.setup.form.setFocus()
    press(DOWN)
    panel.setup.secret.setChecked(True)
    press(ENTER, "4")
    assert rows(panel.counting)[0].figures == ("●", "–")


def test_undo_shows_in_the_list(begun, press, desk):
    press("aa")
    desk.undo()
    assert numbers(begun)[0] == "1"


def test_the_rows_are_read_aloud(begun, press):
    press("aa")
    model = begun.entries.model()
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"A, {rows(begun)[0].name}, 2"


def test_the_list_is_painted_in_every_state(begun, press, votes):
    looks = []
    for keys in ("", "aaab", "12"):
        press(keys)
        looks.append(begun.entries.viewport().grab().toImage())
    begun.show_it.click()
    looks.append(begun.entries.viewport().grab().toImage())
    assert all(one != other for one, other in pairwise(looks))


def test_with_more_cards_than_letters_two_letters_are_typed(panel, votes, press):
    cards = [card.id for lane in votes.desk.journey.lanes for card in lane.cards][:40]
    votes.open(cards)
    panel.counting.entries.setFocus()
    press("a")
    assert (votes.progress.given, panel.counting.entries.typed) == (0, "a")
    press("b", "ba")
    assert [row.mark for row in rows(panel.counting) if row.number] == ["AB", "BA"]
    press("b", BACK, "ab")
    assert votes.progress.given == 3


@pytest.mark.parametrize(("secret", "said"), [(False, "a … and the next letter"), (True, "● … and the next letter")])
def test_that_a_second_letter_is_waited_for_is_told(panel, votes, press, secret, said):
    heard = []
    votes.open([card.id for lane in votes.desk.journey.lanes for card in lane.cards][:40], secret=secret)
    panel.counting.entries.setFocus()
    votes.desk.said.connect(heard.append)
    press("a")
    assert heard == [said]


def test_with_one_letter_for_each_nothing_is_told(begun, votes, press):
    heard = []
    votes.desk.said.connect(heard.append)
    press("a")
    assert heard == []
