"""The catalogues of words, and that what is wrong with one is found."""

import json
import re

import pytest

from tools.translations import ROOT, codes_of, differences, fields, main, problems


@pytest.fixture
def package(tmp_path):
    """A program that asks for three words in three ways."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    lines = ['words("menu.file" if new else "menu.old")', 'self._words(f"start.{name}_tip")', 'name_of("lane", kind)']
    (folder / "m.py").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "translations"
    folder.mkdir()

    def write(**catalogues):
        for language, words in catalogues.items():
            (folder / f"{language}.json").write_text(json.dumps(words), "utf-8")
        return folder

    return write


SOUND = {"menu.file": "File", "menu.old": "Old", "start.open_tip": "Open a file", "lane.actions": "Actions"}


def test_the_real_catalogues_are_sound():
    assert problems(ROOT / "desktop", ROOT / "resources" / "translations") == []


def test_german_speaks_of_everything_in_its_own_words():
    folder = ROOT / "resources" / "translations"
    english, german = (json.loads((folder / f"{language}.json").read_text("utf-8")) for language in ("en", "de"))
    bare = {code: re.sub(r"\{\w+\}|\W|\d", " ", words) for code, words in english.items()}
    alike = [code for code in english if english[code] == german[code] and len(bare[code].split()) > 1]
    assert alike == []


def test_a_sound_catalogue_is_sound(package, write):
    assert problems(package, write(en=SOUND, de=SOUND)) == []


def test_a_word_that_is_asked_for_must_be_there(package, write):
    (found,) = problems(package, write(en={code: word for code, word in SOUND.items() if code != "menu.old"}))
    assert found == "desktop/m.py:1: asks for “menu.old”, which English does not have"


def test_a_word_that_nobody_asks_for_is_found(package, write):
    assert problems(package, write(en={**SOUND, "menu.edit": "Edit"})) == ["en: nobody asks for “menu.edit”"]


@pytest.mark.parametrize(
    ("german", "said"),
    [
        ({}, ["de: “a” is missing"]),
        ({"a": "A {n}", "b": "B"}, ["de: “b” is not in English"]),
        ({"a": " "}, ["de: “a” is empty", "de: “a” has the fields [], not ['n']"]),
        ({"a": "A {m}"}, ["de: “a” has the fields ['m'], not ['n']"]),
    ],
)
def test_a_catalogue_that_differs(german, said):
    assert differences("de", {"a": "A {n}"}, german) == said


def test_fields_are_the_names_in_braces():
    assert fields("{count} of {all}, {{not this}}") == {"count", "all"}


def test_codes_are_found_however_they_are_asked_for(package):
    codes = codes_of(package)
    assert set(codes.asked) == {"menu.file", "menu.old"}
    assert [code for code in ("start.open_tip", "lane.notes", "start.open", "lanes.x") if codes.use(code)] == [
        "start.open_tip",
        "lane.notes",
    ]


def test_the_command_lists_what_it_finds(monkeypatch, capsys):
    monkeypatch.setattr("tools.translations.problems", lambda *_: ["de: “a” is missing"])
    assert main() == 1
    assert capsys.readouterr().out == "de: “a” is missing\n"


def test_the_command_says_when_all_is_well(monkeypatch, capsys):
    monkeypatch.setattr("tools.translations.problems", lambda *_: [])
    assert (main(), capsys.readouterr().out) == (0, "The catalogues are sound.\n")
