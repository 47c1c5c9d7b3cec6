"""The made-up maps are as large as they say, sound, and the same every time."""

import sys

import pytest

from benchmarks.workloads import SIZES, main, project, with_arrows, write
from desktop.storage.reader import read

SMALL = [name for name in SIZES if SIZES[name].cards <= 600]


@pytest.mark.parametrize("name", SIZES)
def test_size(name):
    size = SIZES[name]
    (journey,) = project(size).maps
    assert (len(journey.stages), len(journey.lanes)) == (size.stages, size.lanes)
    assert sum(len(lane.cards) for lane in journey.lanes) == size.cards


@pytest.mark.parametrize("name", SMALL)
def test_cards_have_three_to_twenty_words(name):
    texts = [card.text.split() for lane in project(SIZES[name]).maps[0].lanes for card in lane.cards]
    assert {len(words) for words in texts} <= set(range(3, 21))


@pytest.mark.parametrize("name", SMALL)
def test_one_lane_holds_a_curve_and_no_cards(name):
    (lane,) = [lane for lane in project(SIZES[name]).maps[0].lanes if lane.kind == "emotions"]
    assert (len(lane.cards), len(lane.markers)) == (0, SIZES[name].stages)


@pytest.mark.parametrize("name", SMALL)
def test_cells_hold_as_many_or_one_more(name):
    cells: dict[tuple[str, str], int] = {}
    for lane in project(SIZES[name]).maps[0].lanes:
        for card in lane.cards:
            cells[lane.id, card.first] = cells.get((lane.id, card.first), 0) + 1
    assert max(cells.values()) - min(cells.values()) <= 1


def test_the_same_every_time():
    assert project(SIZES["M"]) == project(SIZES["M"])


def test_with_arrows_there_is_one_for_about_ten_cards():
    linked = with_arrows(project(SIZES["M"]))
    (journey,) = linked.maps
    ids = {card.id for lane in journey.lanes for card in lane.cards}
    assert 50 <= len(journey.links) <= 60
    assert all(link.source != link.target and {link.source, link.target} <= ids for link in journey.links)
    assert linked == with_arrows(project(SIZES["M"]))


def test_what_is_written_can_be_read(tmp_path):
    write(SIZES["S"], tmp_path / "s.journey")
    assert read(tmp_path / "s.journey").project == project(SIZES["S"])


def test_command(tmp_path, monkeypatch):
    out = tmp_path / "s.journey"
    monkeypatch.setattr(sys, "argv", ["benchmarks.workloads", "S", str(out)])
    main()
    assert read(out).project == project(SIZES["S"])
