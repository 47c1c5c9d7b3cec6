"""Which things have lines of their own, and the order they stand in."""

import random

from projects import large

from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.storage.containers import COLLECTIONS, in_file_order


def test_cards_and_markers_stand_in_their_lane():
    assert COLLECTIONS[Lane] == ("cards", "markers")
    assert set(COLLECTIONS[Project]) == {"personas", "segments", "goals", "metrics", "surveys", "maps", "editions"}
    assert "tasks" in COLLECTIONS[JourneyMap]


def test_what_is_in_order_is_the_same_object():
    assert in_file_order(project := large(200)) is project


def test_what_is_shuffled_comes_in_order_and_nothing_is_lost():
    project = large(200)
    (journey,) = project.maps
    lanes = [lane.model_copy(update={"cards": shuffled(lane.cards)}) for lane in journey.lanes]
    mixed = project.model_copy(update={"maps": (journey.model_copy(update={"lanes": shuffled(lanes)}),)})
    assert mixed != project
    assert in_file_order(mixed) == project


def shuffled(things) -> tuple:
    return tuple(random.Random(3).sample(list(things), len(things)))
