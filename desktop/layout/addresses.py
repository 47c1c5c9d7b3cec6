"""The address of every cell of lane and step, as the working wall prints it: “C4” is third column, fourth row."""

import re
from itertools import count

from desktop.document.base import in_order
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of
from desktop.layout.letters import column_letters

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,2})")


def numbered_lanes(journey: JourneyMap) -> list[tuple[Lane, str]]:
    """The lanes from the top with their numbers, "" for a line between lanes; hidden ones are not on the wall."""
    numbers = count(1)
    shown = (lane for lane in in_order(journey.lanes) if not lane.hidden)
    return [(lane, "" if lane.kind in DIVIDERS else str(next(numbers))) for lane in shown]


def addresses(journey: JourneyMap) -> dict[tuple[str, str], str]:
    """The address of every cell, by the ids of its lane and its step."""
    columns = [(step, column_letters(at)) for at, step in enumerate(columns_of(journey).steps)]
    return {
        (lane.id, step): f"{letters}{number}"
        for lane, number in numbered_lanes(journey)
        for step, letters in columns
        if number
    }


def cell(journey: JourneyMap, address: str) -> tuple[str, str] | None:
    """The ids of lane and step at an address, in capitals or small letters; None where there is no such cell."""
    read = _ADDRESS.fullmatch(address.upper())
    if read is None:
        return None
    lane = next((lane.id for lane, number in numbered_lanes(journey) if number == read[2]), "")
    steps = columns_of(journey).steps
    step = next((step for at, step in enumerate(steps) if column_letters(at) == read[1]), "")
    return (lane, step) if lane and step else None
