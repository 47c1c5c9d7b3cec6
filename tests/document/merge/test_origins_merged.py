"""What things come from, after two people's work on current and ideal was put together."""

import pytest

from desktop.document.derived import derivable
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.ideal import pass_over
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.stages import rename_stage
from desktop.document.keyed import find
from desktop.document.merge.whole import merge
from desktop.document.renew import renewed

MAP = "visit"


@pytest.fixture
def both(project, new_id):
    return duplicate_map(project, MAP, "Better", new_id=new_id, status="ideal")


@pytest.fixture
def ideal(both):
    return next(one.id for one in both.maps if one.origin)


def origins(project, map_id):
    """What a map's things come from, by their ids."""
    things = derivable(find(project.maps, map_id))
    return {thing.id: (thing.origin.map, thing.origin.thing) for thing in things if thing.origin}


def mate(project, map_id, name):
    return next(thing for thing, (_, origin) in origins(project, map_id).items() if origin == name)


def test_two_people_work_on_it(both, ideal, new_id):
    ours = rename_stage(both, MAP, find(both.maps, MAP).stages[0].id, "Anew")
    theirs = edit_cards(both, ideal, [mate(both, ideal, "a1")], text="Better")
    merged = merge(both, ours, theirs, new_id=new_id).project
    assert origins(merged, ideal) == origins(both, ideal)


def test_what_either_passed_over_is_passed_over(both, ideal, new_id):
    ours, theirs = (pass_over(both, ideal, [name]) for name in ("x1", "x2"))
    whole = merge(both, ours, theirs, new_id=new_id)
    assert {"x1", "x2"} <= set(find(whole.project.maps, ideal).passed)
    assert whole.conflicts == ()


def test_what_one_takes_out_of_the_ideal_is_asked_of_nobody(both, ideal, new_id):
    theirs = remove_cards(both, ideal, [mate(both, ideal, "a1")])
    whole = merge(both, both, theirs, new_id=new_id)
    assert whole.conflicts == ()
    assert "a1" not in {origin for _, origin in origins(whole.project, ideal).values()}


def test_things_that_have_other_ids_there_come_from_those_here(both, ideal, new_id):
    """As on another laptop that began with the same template: all is found by what it is called."""
    theirs = renewed(both, iter(f"z{number}" for number in range(10_000)).__next__)
    merged = merge(None, both, theirs, new_id=new_id).project
    kept = origins(merged, ideal)
    assert {name: origin for name, origin in kept.items() if name in origins(both, ideal)} == origins(both, ideal)
