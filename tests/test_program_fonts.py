"""Fonts that were chosen hold in all windows, from the start of the program on."""

import pytest

from desktop import preferences, resources
from desktop.preferences import Folders, Preferences
from desktop.program import Program
from typefaces import typeface

TELUGU = "అఆఇ"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Lume.ttf"
    path.write_bytes(typeface("Lume Telugu", letters=TELUGU))
    return path


@pytest.fixture
def folders(tmp_path):
    yield Folders.below(tmp_path / "own")
    resources.use_fonts(())


def missing():
    return resources.typesetter().missing(TELUGU)


def test_fonts_chosen_before_are_used_from_the_start(qapp, folders, file):
    preferences.store(folders.preferences, Preferences(fonts=(str(file),)))
    Program(folders)
    assert missing() == ""


def test_a_font_that_is_gone_does_not_keep_the_program_from_starting(qapp, folders, file):
    preferences.store(folders.preferences, Preferences(fonts=("/gone/Lume.ttf", str(file))))
    Program(folders)
    assert missing() == ""


def test_a_choice_holds_at_once_and_is_remembered(qapp, folders, file):
    program = Program(folders)
    assert missing() == TELUGU
    program.choose(Preferences(fonts=(str(file),)))
    assert missing() == ""
    assert preferences.load(folders.preferences).fonts == (str(file),)
    program.choose(Preferences())
    assert missing() == TELUGU
