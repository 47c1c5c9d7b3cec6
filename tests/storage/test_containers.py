"""Which things have lines of their own, and the order they stand in."""

import random

from projects import card, large, rich

from desktop.document.ids import ids_of
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.storage.containers import COLLECTIONS, ids_in, in_file_order


def test_cards_and_markers_stand_in_their_lane():
    assert COLLECTIONS[Lane] == ("cards", "markers")
    assert set(COLLECTIONS[Project]) == {"personas", "goals", "metrics", "surveys", "maps", "editions"}
    assert "tasks" in COLLECTIONS[JourneyMap]


def test_all_ids_are_found():
    assert sorted([rich().id, *ids_in(rich())]) == sorted(ids_of(rich()))


def test_an_id_is_found_as_often_as_it_stands_there():
    journey = JourneyMap(id="m", parking=(card(1), card(1)), lanes=(Lane(id="l", kind="k", cards=(card(1),)),))
    assert ids_in(journey).count("c00001") == 3


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
