"""Notes by the dozen, by real keys, as the benchmark of the scribe bar types them."""

import pytest

from benchmarks import scribe as typing
from benchmarks.workloads import SIZES, project
from desktop.document.locate import cards_of
from desktop.session import Session
from desktop.storage.reader import Opened

pytest_plugins = ("windows",)

STRESSED = pytest.param("L", marks=pytest.mark.stress)


@pytest.mark.parametrize("size", ["M", STRESSED])
def test_sixty_notes_stand_where_they_should(open_window, size):
    window = open_window(Session(Opened(project(SIZES[size]), {})))
    notes = typing.script(window.desk.journey, 60)
    assert len(list(typing.write(window, notes))) == 60
    assert typing.misplaced(window.desk.journey, notes) == []


def test_a_note_that_is_not_there_is_misplaced(open_window):
    window = open_window(Session(Opened(project(SIZES["S"]), {})))
    notes = typing.script(window.desk.journey, 3)
    assert typing.misplaced(window.desk.journey, notes) == notes


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.stress)])
def test_every_sentence_becomes_a_card_with_exactly_that_text(open_window, every):
    window = open_window(Session(Opened(project(SIZES["S"]), {})))
    before = {card.id for card in cards_of(window.desk.journey)}
    lines = typing.sentences()[::every]
    list(typing.write(window, [typing.Scripted(line, line, "", "") for line in lines]))
    made = [card.text for card in cards_of(window.desk.journey) if card.id not in before]
    assert sorted(made) == sorted(lines)
