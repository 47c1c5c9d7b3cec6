"""The way to what a finding, a hint or a review is about, wherever on the map that is."""

from collections.abc import Iterable

from desktop.desk.desk import Desk
from desktop.desk.landmarks import Landmark, Landmarks
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.things import things


def go_to(desk: Desk, ids: Iterable[str]) -> tuple[str, ...]:
    """Selects those of these things that the map shown has, whatever one looks through; them, in their order."""
    journey, wanted = desk.journey, tuple(ids)
    known = things(journey, set(wanted)).ids if journey else frozenset()
    there = tuple(each for each in wanted if each in known)
    if journey is None or not there or not Landmarks(desk).go(_landmark(journey, there[0])):
        return ()
    desk.select(there)
    return there


def _landmark(journey: JourneyMap, thing: str) -> Landmark:
    """Where it is, as far as what one looks through must let it be seen."""
    for lane in journey.lanes:
        card, marker = find(lane.cards, thing), find(lane.markers, thing)
        step = card.first if card else marker.step if marker else ""
        if card or marker:
            return Landmark("", thing, journey.id, "", lane.id, step)
    return Landmark("", thing, journey.id, "")
