"""The files that come with the program."""

import pytest

from desktop import resources


def test_english_comes_first():
    assert resources.languages()[0] == "en"


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("en", ["de-DE"], "en"),
        ("de", ["en-GB"], "de"),
        ("", ["xx-YY", "de-AT", "en-GB"], "de"),
        ("", ["xx-YY", "en-GB"], "en"),
        ("", [], "en"),
        ("xx", ["xx"], "en"),
        ("", ["C"], "en"),
    ],
)
def test_the_language_of_the_interface(chosen, system, language):
    assert resources.interface_language(chosen, system) == language


def test_a_word_that_is_missing_is_english():
    assert resources.words("xx")("kind.pain") == "Pain point"


def test_a_code_without_a_word_stands_for_itself():
    assert resources.words("en")("no.such.code") == "no.such.code"


@pytest.mark.parametrize("language", ["../en", "e/n", "", "."])
def test_a_language_is_no_path(language):
    assert resources.words(language)("kind.pain") == "Pain point"


def test_icons_of_the_interface_are_no_icons_of_the_map():
    assert "undo" in resources.interface_icons()
    assert "undo" not in resources.icons()
