"""Cells by their addresses."""

import pytest

from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.layout.addresses import addresses, cell, numbered_lanes


def journey():
    steps = tuple(Step(id=f"d{at:02}", rank=f"{at:02}V") for at in range(30))
    lanes = (
        Lane(id="a", kind="actions", rank="1"),
        Lane(id="b", kind="visibility", rank="2"),
        Lane(id="c", kind="pains", rank="3"),
        Lane(id="d", kind="notes", rank="4", hidden=True),
        Lane(id="e", kind="emotions", rank="5"),
    )
    return JourneyMap(id="m", lanes=lanes, stages=(Stage(id="s", steps=steps),))


def test_lines_between_lanes_have_no_number_and_hidden_lanes_are_not_there():
    assert [(lane.id, number) for lane, number in numbered_lanes(journey())] == [
        ("a", "1"),
        ("b", ""),
        ("c", "2"),
        ("e", "3"),
    ]


def test_every_address_leads_back_to_its_cell():
    found = addresses(journey())
    assert len(found) == 90
    assert all(cell(journey(), address) == place for place, address in found.items())


def test_small_letters_will_do():
    assert cell(journey(), "ad3") == ("e", "d29")


@pytest.mark.parametrize("typed", ["A0", "A4", "AE1", "C", "3", "", "A1.", "A 1", "A01", "ÄA1", "AAAA1", "A1000"])
def test_what_is_no_address_of_the_map_leads_nowhere(typed):
    assert cell(journey(), typed) is None
