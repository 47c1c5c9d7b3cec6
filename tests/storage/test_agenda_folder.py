"""Agendas out of any folder."""

import json

import pytest

from desktop.storage.agendas import agendas


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "words").mkdir()
    said = {"Short": "Kurz", "A first one": "Ein erstes", "Hello": "Hallo", "Why?": "Warum?"}
    (tmp_path / "words" / "de.json").write_text(json.dumps(said), "utf-8")
    put(tmp_path, "long", "Long", [{"title": "All day", "minutes": 60}, {"title": "Hello", "minutes": 30}])
    put(tmp_path, "short", "Short", [{"title": "Hello", "minutes": 5, "prompt": "Why?", "kind": "Hello"}])
    return tmp_path


def put(folder, name, title, points):
    raw = {"title": title, "description": "A first one", "points": points}
    (folder / f"{name}.json").write_text(json.dumps(raw), "utf-8")


def test_the_shortest_comes_first_whatever_it_is_called(folder):
    assert [(each.name, each.minutes) for each in agendas(folder)] == [("short", 5), ("long", 90)]


def test_an_empty_folder_has_none(tmp_path):
    assert agendas(tmp_path) == ()


def test_points_are_numbered_in_their_order(folder):
    assert [[point.id for point in each.points] for each in agendas(folder)] == [["p1"], ["p1", "p2"]]


@pytest.mark.parametrize("language", ["de", "de-CH", "DE"])
def test_what_is_said_is_said_in_the_language(folder, language):
    short, long = agendas(folder, language)
    assert (short.title, short.description) == ("Kurz", "Ein erstes")
    assert (short.points[0].title, short.points[0].prompt) == ("Hallo", "Warum?")
    assert [point.title for point in long.points] == ["All day", "Hallo"]


def test_a_kind_is_no_word(folder):
    assert agendas(folder, "de")[0].points[0].kind == "Hello"


@pytest.mark.parametrize("language", ["en", "fr", "", "../words/de", "de/../de"])
def test_in_another_language_it_is_as_it_was_written(folder, language):
    assert agendas(folder, language)[0].title == "Short"
