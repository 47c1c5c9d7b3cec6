"""What things are called, in the words that are handed in."""

import pytest

from desktop.document.journey import JourneyMap, Lane
from desktop.layout.names import counted, lane_name, map_name, name_of

WORDS = {
    "kind.pain": "Pain point",
    "tab.ideal": "to be",
    "project.untitled": "Nameless",
    "lane.pains": "Pain points",
    "card": "{count} card",
    "cards": "{count} cards",
}


def words(code):
    return WORDS.get(code, code)


@pytest.mark.parametrize(("key", "name"), [("pain", "Pain point"), ("riddle", "riddle"), ("", "")])
def test_a_kind_without_a_word_is_named_as_in_the_file(key, name):
    assert name_of("kind", key, words) == name


@pytest.mark.parametrize(("title", "name"), [("What hurts", "What hurts"), ("", "Pain points")])
def test_a_lane_is_called_by_its_title_else_by_its_kind(title, name):
    assert lane_name(Lane(id="l", kind="pains", title=title), words) == name


@pytest.mark.parametrize(
    ("title", "status", "name"),
    [("First  visit", "ideal", "First visit · to be"), ("", "ideal", "Nameless · to be"), ("A", "odd", "A · odd")],
)
def test_a_map_is_called_by_its_title_and_its_status(title, status, name):
    assert map_name(JourneyMap(id="m", title=title, status=status), words) == name


@pytest.mark.parametrize(("count", "told"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards")])
def test_the_count_asks_for_the_form(count, told):
    assert counted(words, "card", "cards", count) == told
