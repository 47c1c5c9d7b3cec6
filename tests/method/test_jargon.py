"""Company language is found whatever its case, as whole words only."""

import json

import pytest

from desktop import resources
from desktop.method.jargon import SILENT, read_jargon

ENGLISH, GERMAN = resources.jargon("en"), resources.jargon("de")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Enters our sales funnel", "our"),
        ("Is in the sales funnel", "sales funnel"),
        ("The CUSTOMER waits", "CUSTOMER"),
        ("Is onboarded", "onboarded"),
        ("Books a table", ""),
        ("Pours a glass", ""),
        ("Misleads nobody", ""),
    ],
)
def test_english(text, word):
    assert ENGLISH.heard(text) == word


@pytest.mark.parametrize(
    ("text", "word"), [("Kunde wird geführt", "Kunde"), ("Liest unsere Mail", "unsere"), ("Geht zu Fuß", "")]
)
def test_german(text, word):
    assert GERMAN.heard(text) == word


@pytest.mark.parametrize(
    ("jargon", "title", "buys"),
    [(ENGLISH, "Purchase", True), (ENGLISH, "Facebook", False), (GERMAN, "Kauf", True), (GERMAN, "Ankommen", False)],
)
def test_stages_named_after_buying(jargon, title, buys):
    assert jargon.buys(title) is buys


def test_a_region_has_the_words_of_its_language():
    assert resources.jargon("de-AT") is resources.jargon("de-AT")
    assert resources.jargon("de-AT").heard("Kunde") == "Kunde"


def test_a_language_without_a_list_hears_nothing():
    assert resources.jargon("fr") is SILENT
    assert SILENT.heard("our customer") == ""
    assert not SILENT.buys("Purchase")


def test_longer_words_are_found_first():
    jargon = read_jargon({"whole": ["lead", "lead time"], "begins": [], "purchase": []})
    assert jargon.heard("The lead time counts") == "lead time"


def test_signs_in_words_mean_themselves():
    assert read_jargon({"whole": ["a.b"], "begins": [], "purchase": []}).heard("axb") == ""


def test_a_list_that_lacks_a_part_is_refused():
    with pytest.raises(KeyError):
        read_jargon({"whole": [], "purchase": []})


@pytest.mark.parametrize("file", sorted((resources.root() / "jargon").glob("*.json")), ids=lambda file: file.stem)
def test_no_word_stands_in_a_list_twice(file):
    for words in json.loads(file.read_text("utf-8")).values():
        folded = [word.casefold() for word in words]
        assert len(folded) == len(set(folded))
