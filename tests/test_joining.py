"""*Add from file…* in a real window."""

import pytest

from desktop import resources
from desktop.document.edits.cards import Spot, add_card
from desktop.document.locate import cards_of
from desktop.storage.reader import read
from desktop.storage.writer import dump

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def guest(tmp_path):
    """The sample with one more card."""
    opened = read(SAMPLE)
    journey = opened.project.maps[0]
    lane = next(lane for lane in journey.lanes if lane.cards)
    spot = Spot(lane.id, lane.cards[0].first)
    project = add_card(opened.project, journey.id, spot, "note", new_id=lambda: "fresh", text="From the kitchen")
    path = tmp_path / "kitchen.journey"
    path.write_bytes(dump(project, opened.assets))
    return path


def texts(window):
    return {card.text for card in cards_of(window.desk.journey)}


def test_what_a_file_brings_comes_in_one_step(window, script, guest):
    script.file = guest
    before = window.desk.project
    window.acts["add_file"].trigger()
    window.workshop.joining.dialog.accept()
    assert "From the kitchen" in texts(window)
    window.undo()
    assert window.desk.project == before


def test_cancelled_nothing_comes(window, script, guest):
    script.file = guest
    before = window.desk.project
    window.acts["add_file"].trigger()
    window.workshop.joining.dialog.reject()
    assert window.desk.project is before


def test_a_file_that_cannot_be_read_is_told_of(window, script, tmp_path):
    script.file = tmp_path / "no.journey"
    script.file.write_text("no journey at all")
    window.acts["add_file"].trigger()
    assert "no.journey" in script.told[-1]
    assert window.workshop.joining.dialog is None


def test_nothing_chosen_is_nothing_added(window, script):
    script.file = None
    window.acts["add_file"].trigger()
    assert window.workshop.joining.dialog is None
