"""Contradictions in words."""

import pytest

from desktop import resources
from desktop.dialogs.disagreement import field, noted, sentence, sides, titles
from desktop.document.difference import Name, Where
from desktop.document.merge.conflicts import GONE, PLACE, Conflict

CARD = Name("card", "c1", "Waits", "pain")


@pytest.fixture(scope="module")
def words():
    return resources.words("en")


def test_a_text(words):
    conflict = Conflict(CARD, "text", "Waits", "Waits long")
    assert sentence(conflict, words) == "Pain point “Waits” · Text: Waits here, Waits long there"
    assert noted(conflict, words) == "Pain point “Waits” · Text: Waits long"


def test_a_field_inside_another(words):
    assert field(Conflict(CARD, "pain.severity", 2, 4), words) == "Severity"
    assert sides(Conflict(CARD, "pain.severity", 2, 4), words) == ("2", "4")


def test_a_place_names_lane_and_steps(words):
    lanes = (Name("map", "m", "Dinner"), Name("lane", "l", "Pains", "pains"))
    conflict = Conflict(CARD, PLACE, Where("lanes", lanes, ("Order",)), Where("lanes", lanes, ("Order", "Pay")))
    assert sides(conflict, words) == ("Pains · Order", "Pains · Order – Pay")
    assert field(conflict, words) == "Place"


def test_a_place_outside_the_lanes_is_named_too(words):
    group = (Name("map", "m", "Dinner"), Name("cluster", "k", "Photos"))
    assert "Photos" in sides(Conflict(CARD, PLACE, Where("inbox", group), Where()), words)[0]
    assert sides(Conflict(CARD, PLACE, Where(), Where()), words) == ("elsewhere", "elsewhere")


def test_what_one_took_away(words):
    assert sides(Conflict(CARD, GONE, True, False), words) == ("still there", "taken away")


def test_a_note_keeps_a_long_text_whole(words):
    long = "word " * 60
    assert long in noted(Conflict(CARD, "text", "", long), words)


def test_what_is_written_into_the_inbox_is_called_by_the_other_file(words):
    assert titles(words, "kitchen").differing == "As kitchen has it"
    assert titles(resources.words("de"), "Küche").differing == "So steht es in Küche"
