"""What things come from, after they were edited, cut, copied and pasted."""

import pytest

from desktop.document.cards import Card, Marker, Origin
from desktop.document.clip import clip_of
from desktop.document.derived import derivable, markers_of
from desktop.document.edits.cards import Spot, convert_cards, edit_cards, move_cards, remove_cards
from desktop.document.edits.inbox import park_cards
from desktop.document.edits.maps import duplicate_map, remove_map
from desktop.document.edits.paste import paste
from desktop.document.edits.stages import merge_stages, remove_stage, split_stage
from desktop.document.journey import Cluster, JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.project import Project


def origins(journey):
    """The ids of what a map's things come from."""
    return sorted(thing.origin.thing for thing in derivable(journey) if thing.origin)


@pytest.fixture
def project(new_id):
    card = Card(id="eat", kind="action", first="dine", last="dine", text="Eats")
    lanes = (
        Lane(id="acts", kind="actions", cards=(card,)),
        Lane(id="feels", kind="emotions", rank="W", markers=(Marker(id="joy", step="dine", value=1.0),)),
    )
    stages = (Stage(id="after", rank="W", steps=(Step(id="pay"), Step(id="leave", rank="W"))),)
    stages += (Stage(id="visit", steps=(Step(id="dine"),)),)
    current = JourneyMap(id="current", stages=stages, lanes=lanes)
    return duplicate_map(Project(id="p", maps=(current,)), "current", "Better", new_id=new_id, status="ideal")


@pytest.fixture
def ideal(project):
    return next(one for one in project.maps if one.origin)


def mate(journey, name):
    return next(thing.id for thing in derivable(journey) if thing.origin and thing.origin.thing == name)


def now(project, journey):
    return find(project.maps, journey.id)


ALL = ["acts", "after", "dine", "eat", "feels", "joy", "leave", "pay", "visit"]


def test_everything_names_what_it_comes_from(ideal):
    assert origins(ideal) == ALL


def test_what_the_original_held_is_known_from_the_beginning(ideal):
    assert ideal.passed == tuple(ALL)


def test_what_is_kept_in_the_inbox_is_among_it():
    group = Cluster(id="g", markers=(Marker(id="f", step="gone", value=0.0),), cards=(Card(id="c", kind="note"),))
    journey = JourneyMap(id="m", inbox=(group,), parking=(Card(id="k", kind="note"),))
    assert [one.id for one in derivable(journey)] == ["c", "k", "f"]
    assert [one.id for one in markers_of(journey)] == ["f"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda p, m, c, n: edit_cards(p, m, [c], text="Dines"),
        lambda p, m, c, n: convert_cards(p, m, [c], "touchpoint"),
        lambda p, m, c, n: park_cards(p, m, [c]),
    ],
)
def test_editing_keeps_it(project, ideal, new_id, edit):
    after = edit(project, ideal.id, mate(ideal, "eat"), new_id)
    assert after is not project
    assert origins(now(after, ideal)) == ALL


def test_moving_keeps_it(project, ideal):
    spot = Spot(mate(ideal, "acts"), mate(ideal, "pay"))
    assert origins(now(move_cards(project, ideal.id, [mate(ideal, "eat")], spot), ideal)) == ALL


def test_the_cards_of_a_stage_that_goes_keep_it_in_the_inbox(project, ideal, new_id):
    after = remove_stage(project, ideal.id, mate(ideal, "visit"), new_id=new_id)
    assert {"eat", "joy"} <= set(origins(now(after, ideal)))


def test_half_a_stage_is_new(project, ideal, new_id):
    after = split_stage(project, ideal.id, mate(ideal, "leave"), "Later", new_id=new_id)
    assert origins(now(after, ideal)) == ALL
    assert len([stage for stage in now(after, ideal).stages if stage.origin is None]) == 1


def test_of_two_stages_that_become_one_the_left_stays(project, ideal):
    after = merge_stages(project, ideal.id, mate(ideal, "visit"), mate(ideal, "after"))
    assert set(ALL) - set(origins(now(after, ideal))) == {"after"}


def test_what_is_cut_out_and_pasted_is_what_it_was(project, ideal, new_id):
    clip = clip_of(project, ideal.id, [mate(ideal, "eat")])
    cut = remove_cards(project, ideal.id, [mate(ideal, "eat")])
    assert "eat" not in origins(now(cut, ideal))
    spot = Spot(mate(ideal, "acts"), mate(ideal, "leave"))
    assert origins(now(paste(cut, ideal.id, clip, spot, new_id=new_id).project, ideal)) == ALL


def test_a_copy_of_a_card_is_new(project, ideal, new_id):
    clip = clip_of(project, ideal.id, [mate(ideal, "eat")])
    assert origins(now(paste(project, ideal.id, clip, None, new_id=new_id).project, ideal)) == ALL


def test_a_copy_of_a_stage_is_new(project, ideal, new_id):
    clip = clip_of(project, ideal.id, [mate(ideal, "visit")])
    after = now(paste(project, ideal.id, clip, None, new_id=new_id).project, ideal)
    assert len(after.stages) == 3
    assert origins(after) == ALL


def test_what_is_pasted_from_the_current_map_comes_from_it(project, ideal, new_id):
    gone = remove_cards(project, ideal.id, [mate(ideal, "eat")])
    clip = clip_of(gone, "current", ["eat"])
    assert origins(now(paste(gone, ideal.id, clip, None, new_id=new_id).project, ideal)) == ALL


def test_what_is_there_already_is_not_taken_for_it_twice(project, ideal, new_id):
    clip = clip_of(project, "current", ["eat"])
    assert origins(now(paste(project, ideal.id, clip, None, new_id=new_id).project, ideal)) == ALL


def test_the_current_map_knows_nothing_of_its_ideal(project, ideal, new_id):
    clip = clip_of(project, ideal.id, [mate(ideal, "eat")])
    assert (
        origins(now(paste(project, "current", clip, None, new_id=new_id).project, find(project.maps, "current"))) == []
    )


def test_what_goes_from_one_ideal_to_another_keeps_it(project, ideal, new_id):
    two = duplicate_map(project, "current", "Best", new_id=new_id, status="ideal")
    best = next(one for one in two.maps if one.origin and one.id != ideal.id)
    bare = remove_cards(two, best.id, [mate(best, "eat")])
    clip = clip_of(bare, ideal.id, [mate(ideal, "eat")])
    assert origins(now(paste(bare, best.id, clip, None, new_id=new_id).project, best)) == ALL


def test_a_copy_of_a_map_that_goes_comes_from_what_that_came_from(project, ideal, new_id):
    two = duplicate_map(project, ideal.id, "Best", new_id=new_id, status="ideal")
    best = next(one for one in two.maps if one.origin == ideal.id)
    left = now(remove_map(two, ideal.id), best)
    assert left.origin == "current"
    assert origins(left) == ALL
    assert left.passed == ideal.passed


def test_of_what_came_from_nothing_it_comes_from_nothing(project, ideal):
    left = now(remove_map(project, "current"), ideal)
    assert left.passed == ()
    assert all(thing.origin == Origin(map="current", thing=thing.origin.thing) for thing in derivable(left))
