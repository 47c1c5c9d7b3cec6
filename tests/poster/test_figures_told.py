import pytest

from desktop import resources
from desktop.poster.figures import decimals, figure, rounded
from desktop.poster.preflight import Problem
from desktop.poster.wording import sentence

ENGLISH, GERMAN = resources.words("en"), resources.words("de")


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [(7.5, "7.5", "7,5"), (76.0, "76", "76"), (5080, "5080", "5080"), (2e7, "20000000", "20000000")],
)
def test_numbers_in_sentences(value, english, german):
    assert (figure(value, ENGLISH), figure(value, GERMAN)) == (english, german)


def test_texts_stay_as_they_are():
    assert figure("Version 1.5", GERMAN) == "Version 1.5"


@pytest.mark.parametrize(("text", "german"), [("3.2", "3,2"), ("1", "1"), ("1.5 m", "1,5 m"), ("end.", "end.")])
def test_only_the_sign_between_digits_is_another(text, german):
    assert decimals(text, GERMAN) == german
    assert decimals(text, ENGLISH) == text


@pytest.mark.parametrize(("value", "german"), [(1.04, "1"), (0.85, "0,8"), (2.5, "2,5")])
def test_one_decimal_or_none(value, german):
    assert rounded(value, GERMAN) == german


def test_a_problem_is_told_with_the_sign_of_the_language():
    problem = Problem(
        "small", "warning", arguments={"role": "card", "size": "7.5", "legible": "0.4", "distance": "1.5"}
    )
    assert "7,5 pt ist aus 0,4 m zu lesen, nicht aus 1,5 m" in sentence(problem, GERMAN)
    assert "7.5 pt can be read from 0.4 m" in sentence(problem, ENGLISH)


def test_what_people_wrote_is_not_touched():
    problem = Problem("broken-word", "note", arguments={"word": "v1.5"})
    assert "v1.5" in sentence(problem, GERMAN)
