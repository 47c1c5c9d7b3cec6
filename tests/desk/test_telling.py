"""Words for what an edit was about."""

import pytest

from desks import small_map
from desktop import resources
from desktop.desk.telling import KINDS, kind_of, noun, told
from desktop.document.things import things

WORDS = resources.words("en")


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (["c1"], "action"),
        (["c4"], "thought"),
        (["c1", "c4"], "2 cards"),
        (["m1"], "emotion"),
        (["m1", "m2"], "2 emotions"),
        (["l-more"], "lane"),
        (["d0", "d1"], "2 steps"),
        (["s0"], "stage"),
        (["c1", "m1", "s0"], "3 things"),
    ],
)
def test_told(ids, words):
    assert told(WORDS, things(small_map().maps[0], ids)) == words


def test_every_sort_of_thing_has_a_name():
    found = things(small_map().maps[0], ["c4", "m1", "l-more", "d0", "s0"])
    every = (*found.cards, *found.markers, *found.lanes, *found.steps, *found.stages)
    assert [kind_of(thing) for thing in every] == ["thought", "emotion", "lane", "step", "stage"]
    assert [noun(WORDS, kind) for kind in KINDS.values()] == ["emotion", "lane", "step", "stage", "arrow", "map"]


def test_a_kind_that_only_a_newer_version_knows_is_named_as_in_the_file():
    assert noun(WORDS, "Riddle") == "riddle"


def test_a_language_may_write_its_nouns_with_capitals():
    german = {"nouns": "capital", "kind.pain": "Schmerzpunkt"}
    assert noun(lambda code: german.get(code, code), "pain") == "Schmerzpunkt"
