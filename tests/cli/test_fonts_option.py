"""Fonts named on the command line."""

import pypdfium2
import pytest

from desktop import cli, resources
from desktop.document.base import by_id
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.storage.writer import dump
from typefaces import typeface

TELUGU = "అఆఇ"


@pytest.fixture
def file(tmp_path):
    """A project whose only card is in Telugu."""
    card = Card(id="c1", kind="action", text=TELUGU, first="d1", last="d1", rank="V")
    stage = Stage(id="s1", title="Arrive", rank="V", steps=(Step(id="d1", title="Sit", rank="V"),))
    lane = Lane(id="l1", kind="actions", title="Actions", rank="V", cards=by_id([card]))
    journey = JourneyMap(id="map", title="Visit", stages=(stage,), lanes=by_id([lane]))
    path = tmp_path / "visit.journey"
    path.write_bytes(dump(Project(id="p1", maps=(journey,)), {}))
    return path


@pytest.fixture
def run(tmp_path):
    """Exports with these options; the status, and what the PDF says."""

    def command(file, *words):
        out = tmp_path / "out.pdf"
        status = cli.main(["export", str(file), str(out), *map(str, words)], lambda _: pytest.fail("opened windows"))
        if status:
            return status, ""
        document = pypdfium2.PdfDocument(out)
        text = document[0].get_textpage().get_text_range()
        document.close()
        return status, text

    yield command
    resources.use_fonts(())


def test_a_font_brings_letters_that_ours_do_not_have(run, file, tmp_path):
    font = tmp_path / "Lume.otf"
    font.write_bytes(typeface("Lume", letters=TELUGU, cff=True))
    status, text = run(file, "--font", font)
    assert status == 0
    assert TELUGU in text


def test_a_font_that_cannot_be_used_is_told_and_nothing_written(run, file, tmp_path, capsys):
    words = tmp_path / "words.ttf"
    words.write_text("words")
    assert run(file, "--font", words)[0] != 0
    assert "words.ttf" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_several_fonts_may_be_named(run, file, tmp_path):
    fonts = []
    for number, letters in enumerate(("అ", "ఆఇ")):
        fonts.append(tmp_path / f"{number}.ttf")
        fonts[-1].write_bytes(typeface(f"Lume {number}", letters=letters))
    _, text = run(file, "--font", fonts[0], "--font", fonts[1])
    assert TELUGU in text
