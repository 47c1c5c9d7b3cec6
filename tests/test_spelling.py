"""Spelling by a dictionary of the machine, where there is one."""

import sys
from types import SimpleNamespace

import pytest

from desktop import spelling
from desktop.spelling import Speller, speller


class Words:
    """A dictionary of two words that counts how often it is asked."""

    def __init__(self):
        self.asked = []

    def check(self, word):
        self.asked.append(word)
        return word in ("journey", "it's")

    def suggest(self, word):
        return [f"{word}{number}" for number in range(9)]


@pytest.fixture
def fresh():
    speller.cache_clear()
    yield
    speller.cache_clear()


def test_a_known_word_is_right_and_asked_for_once():
    words = Words()
    known = Speller(words)
    assert known.knows("journey")
    assert known.knows("journey")
    assert not known.knows("jurney")
    assert words.asked == ["journey", "jurney"]


@pytest.mark.parametrize("word", ["x", "CSAT", "B2B", "3x", "it’s"])
def test_what_no_dictionary_has_is_left_alone(word):
    assert Speller(Words()).knows(word)


def test_few_words_are_suggested():
    assert Speller(Words()).suggestions("jurny") == [f"jurny{number}" for number in range(5)]


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("language", "names", "chosen"),
    [
        ("en", ["en_US", "en_GB"], "en_GB"),
        ("en-US", ["en_US", "en_GB"], "en_US"),
        ("de", ["de_AT", "de_DE"], "de_DE"),
        ("de-CH", ["de_AT"], "de_AT"),
    ],
)
def test_the_dictionary_that_fits_best_is_taken(monkeypatch, language, names, chosen):
    taken = []
    machine = SimpleNamespace(list_languages=lambda: names, Dict=taken.append)
    monkeypatch.setitem(sys.modules, "enchant", machine)
    assert speller(language)
    assert taken == [chosen]


@pytest.mark.usefixtures("fresh")
def test_without_a_dictionary_of_the_language_there_is_no_speller(monkeypatch):
    machine = SimpleNamespace(list_languages=lambda: ["fr_FR"], Dict=spelling)
    monkeypatch.setitem(sys.modules, "enchant", machine)
    assert speller("it") is None


@pytest.mark.usefixtures("fresh")
def test_without_the_library_there_is_no_speller(monkeypatch):
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert speller("en") is None
