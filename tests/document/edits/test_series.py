"""Which survey a question belongs to, and which one it follows."""

import pytest

from desktop.document.edits.series import beginning, first, is_branch, placed, series_of
from desktop.document.project import Figure, Project, Response, Survey

MARCH = (Response(id="r", date="2026-03-20"), Response(id="s", date="2026-03-05"), Response(id="t"))
GUESTS = Survey(id="g", title="Guests", question="Happy?", scale="1-5", responses=MARCH)


def asked(*surveys, title="Guests", question="Happy?", scale="1-5", begins="2026-05-01"):
    project = Project(id="p", surveys=surveys)
    return series_of(project, title, question, scale, begins=begins, new_id=lambda: "fresh")


def test_the_same_question_on_the_same_scale_is_the_same_survey():
    assert asked(GUESTS) is GUESTS
    assert asked(GUESTS, title=" guests") is GUESTS


@pytest.mark.parametrize("other", [{"question": "Easy?"}, {"scale": "1-7"}])
def test_what_is_asked_otherwise_from_a_later_month_on_follows(other):
    made = asked(GUESTS, **other)
    assert (made.follows, made.title) == ("g", "Guests")


def test_what_is_asked_in_the_same_month_stands_beside():
    made = asked(GUESTS, question="Easy?", begins="2026-03-28")
    assert (made.follows, made.title) == ("", "Guests – Easy?")


def test_a_scale_names_what_no_question_does():
    assert asked(GUESTS, question="", scale="1-7", begins="2026-03-28").title == "Guests – 1-7"


def test_what_stands_beside_is_found_again():
    beside = Survey(id="h", title="Guests – Easy?", question="Easy?", scale="1-5")
    assert asked(GUESTS, beside, question="Easy?", begins="2026-03-28") is beside


def test_without_dates_it_follows():
    assert asked(GUESTS, scale="1-7", begins="").follows == "g"
    assert asked(GUESTS.model_copy(update={"responses": ()}), scale="1-7").follows == "g"


def test_the_last_of_a_series_is_followed():
    second = Survey(id="h", title="Guests", scale="1-7", follows="g", responses=MARCH)
    assert asked(GUESTS, second, scale="0-10").follows == "h"


def test_the_first_of_its_title_follows_nothing():
    assert asked(GUESTS, title="Others").follows == ""


def test_two_people_make_the_same_survey():
    assert asked(title="Guests").id == asked(title="GUESTS").id
    assert asked(title="Guests").id != asked(title="Others").id


def test_an_id_that_is_taken_is_not_given_again():
    taken = GUESTS.model_copy(update={"id": asked().id, "title": "Renamed", "responses": ()})
    assert asked(taken).id == "fresh"


def test_a_new_survey_stands_behind_the_others():
    project = placed(Project(id="p", surveys=(GUESTS,)), Survey(id="a", title="New"))
    assert max(project.surveys, key=lambda one: one.rank).id == "a"


def test_when_a_survey_begins():
    assert beginning(GUESTS) == "2026-03-05"
    assert beginning(Survey(id="g", figures=(Figure(month="2026-04"), Figure(month="2026-02")))) == "2026-02"
    assert beginning(Survey(id="g")) == first(["", ""]) == ""


def test_titles_of_what_else_was_asked():
    assert is_branch("Guests – Easy?", "guests")
    assert is_branch("Guests", "Guests")
    assert not is_branch("Guests of 2026", "Guests")
