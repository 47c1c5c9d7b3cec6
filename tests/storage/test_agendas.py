"""The agendas that come with the program."""

import json

import pytest

from desktop import resources
from desktop.document.kinds import LANE_KINDS
from desktop.storage.agendas import agendas

FOLDER = resources.root() / "agendas"
FORMS = {"", "silent", "vote", "talk", "break"}
TOTALS = [90, 120, 240, 420]


@pytest.fixture(scope="module")
def offered():
    return agendas(FOLDER)


def points():
    return [point for agenda in agendas(FOLDER) for point in agenda.points]


def test_the_shortest_comes_first(offered):
    assert [agenda.minutes for agenda in offered] == TOTALS


@pytest.mark.parametrize("number", range(len(TOTALS)))
def test_each_goes_from_the_goal_to_the_wrap_up(offered, number):
    titles = [point.title for point in offered[number].points]
    assert (titles[0], titles[-1]) == ("Welcome and goal", "Wrap-up")
    assert {"Persona", "Stages", "Pain points", "Opportunities", "Owners and dates"} <= set(titles)


@pytest.mark.parametrize("number", range(len(TOTALS)))
def test_each_has_a_silent_round_of_ten_minutes_about_feelings_and_a_vote(offered, number):
    forms = {(point.form, point.kind, point.minutes) for point in offered[number].points}
    assert ("silent", "emotions", 10) in forms
    assert any((form, kind) == ("vote", "pains") for form, kind, _ in forms)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_long_ones_have_breaks(offered, number):
    since, longest = 0, 0
    for point in offered[number].points:
        since = 0 if point.form == "break" else since + point.minutes
        longest = max(longest, since)
    assert longest <= 120


def test_kinds_and_forms_are_known():
    assert {point.kind for point in points()} <= {*LANE_KINDS, ""}
    assert {point.form for point in points()} <= FORMS


def test_a_lane_takes_fifteen_to_twenty_five_minutes():
    assert all(
        15 <= point.minutes <= 25 for point in points() if point.kind and not point.form and point.kind != "metrics"
    )


def test_every_point_asks_something_and_all_but_breaks_give_an_example():
    assert all(point.prompt for point in points())
    assert all(point.example for point in points() if point.form != "break")


def test_every_word_is_there_in_german():
    known = json.loads((FOLDER / "words" / "de.json").read_text("utf-8"))
    said = {text for point in points() for text in (point.title, point.prompt, point.example) if text}
    said |= {text for agenda in agendas(FOLDER) for text in (agenda.title, agenda.description)}
    assert said == set(known)
    assert all(known.values())


@pytest.mark.parametrize("language", ["de", "de-AT"])
def test_they_speak_the_language_of_the_project(language):
    (first, *_) = agendas(FOLDER, language)
    assert (first.title, first.points[0].title) == ("90 Minuten", "Begrüßung und Ziel")


@pytest.mark.parametrize("language", ["fr", "../de", ""])
def test_a_language_without_words_is_english(offered, language):
    assert agendas(FOLDER, language) == offered


def test_points_of_one_agenda_have_ids_of_their_own(offered):
    for agenda in offered:
        assert len({point.id for point in agenda.points}) == len(agenda.points)
