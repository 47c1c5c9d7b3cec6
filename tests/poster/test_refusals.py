"""Why a print cannot be made, in every language of the program, with its decimal sign."""

import json
import re
from pathlib import Path

import pytest

from desktop import resources
from desktop.plan.paper import PaperError
from desktop.plan.settings import SettingsError, Tiling
from desktop.plan.tiles import TilingError
from desktop.poster import refusals
from desktop.poster.refusals import PosterError, refused_paper, refused_setting, refused_tiling, told
from desktop.storage.errors import WriteError

ENGLISH, GERMAN = resources.words("en"), resources.words("de")
ROOM = Path(refusals.__file__).parent


def catalogue(language):
    found = json.loads((resources.root() / "translations" / f"{language}.json").read_text("utf-8"))
    return {key: text for key, text in found.items() if key.startswith("unprintable.")}


def test_every_sentence_has_the_same_gaps_in_german():
    english, german = catalogue("en"), catalogue("de")
    assert english.keys() == german.keys()
    for key, text in english.items():
        assert sorted(set(re.findall(r"\{\w+\}", text))) == sorted(set(re.findall(r"\{\w+\}", german[key]))), key


def test_every_code_in_the_room_has_a_sentence():
    """Those that are put together from others are asked for below."""
    codes = {code for file in ROOM.glob("*.py") for code in re.findall(r'PosterError\(\s*"(\w+)"', file.read_text())}
    assert len(codes) > 15
    assert {f"unprintable.{code}" for code in codes} <= catalogue("en").keys()


@pytest.mark.parametrize("code", ["unknown", "unit", "small", "large", "orientation"])
@pytest.mark.parametrize("words", [ENGLISH, GERMAN])
def test_a_paper_is_named(code, words):
    assert "A9" in refused_paper(PaperError(code, "A9")).said(words)


@pytest.mark.parametrize(("words", "number"), [(ENGLISH, "7.5 mm"), (GERMAN, "7,5 mm")])
def test_numbers_have_the_sign_of_the_language(words, number):
    error = refused_tiling(TilingError("overlap", Tiling(overlap=7.5)))
    assert number in error.said(words)


@pytest.mark.parametrize("code", ["overlap", "many", "shape", "unheard-of"])
def test_sheets_are_named(code):
    assert "A4" in refused_tiling(TilingError(code, Tiling())).said(GERMAN)


@pytest.mark.parametrize("allowed", ["", "a, b"])
@pytest.mark.parametrize("edition", [None, "Wall"])
def test_a_setting_is_named_and_so_is_its_edition(allowed, edition):
    said = refused_setting(SettingsError("choice", "theme", "pink", allowed), edition).said(GERMAN)
    assert all(part in said for part in ("theme", "pink", allowed, edition or ""))
    assert ("Ausgabe" in said) == (edition is not None)


def test_in_english_it_is_what_the_error_says():
    error = PosterError("part", name="{odd}")
    assert error.said(ENGLISH) == str(error) == "The map has no stage or lane “{odd}” to print."


def test_other_errors_say_what_they_say():
    error = WriteError("the disk is full")
    assert told(error, GERMAN) == str(error)
    assert told(PosterError("blank"), GERMAN).startswith("Diese Blätter sind leer")
