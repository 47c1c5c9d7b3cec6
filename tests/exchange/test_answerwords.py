"""Answers in words, and the scores that they stand for."""

import pytest

from desktop.exchange.answerwords import LADDERS, ladder_of, score_in
from desktop.method.scales import SCALES

ANSWERS = {
    ("Very satisfied", "satisfied", "dissatisfied"): [5.0, 4.0, 2.0],
    ("Sehr zufrieden", "eher unzufrieden"): [5.0, 2.0],
    ("strongly agree", "Disagree"): [5.0, 2.0],
    ("stimme voll und ganz zu", "teils/teils"): [5.0, 3.0],
    ("Excellent", "Good", "Poor", "Fair", "Very good"): [5.0, 3.0, 1.0, 2.0, 4.0],
    ("good", "bad"): [4.0, 2.0],
    ("sehr schlecht", "geht so", "gut"): [1.0, 3.0, 4.0],
    ("very easy", "hard"): [5.0, 2.0],
    ("😡", "😐", "😀"): [1.0, 3.0, 5.0],
    ("☹️", "🙂"): [2.0, 4.0],
}


@pytest.mark.parametrize(("words", "scores"), ANSWERS.items())
def test_answers_become_scores(words, scores):
    ladder = ladder_of(words)
    assert ladder.scale == "words"
    assert [score_in(ladder.scores, word) for word in words] == scores


def test_yes_and_no():
    ladder = ladder_of(["Yes", "no", "JA"])
    assert (ladder.scale, score_in(ladder.scores, "yes"), score_in(ladder.scores, "Nein")) == ("yes", 1.0, 0.0)


def test_school_grades():
    ladder = ladder_of(["sehr gut", "befriedigend", "mangelhaft"])
    assert (ladder.scale, score_in(ladder.scores, "Sehr gut")) == ("grades", 1.0)


def test_seven_answers_where_two_are_weaker_than_the_usual():
    words = ["very satisfied", "satisfied", "somewhat satisfied", "neutral", "somewhat dissatisfied", "dissatisfied"]
    assert ladder_of(words).scale == "1-7"


def test_words_that_no_ladder_has():
    assert ladder_of(["satisfied", "purple"]) is None
    assert ladder_of([]) is None
    assert score_in(LADDERS[0].scores, "purple") is None


def test_every_answer_lies_on_its_scale():
    assert all(SCALES[ladder.scale].holds(score) for ladder in LADDERS for score in ladder.scores.values())
