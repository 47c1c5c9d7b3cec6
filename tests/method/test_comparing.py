"""Two maps held against each other."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.edits.cards import Spot, add_card, edit_cards, remove_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import group_lanes, set_lane_height
from desktop.document.edits.links import add_link
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import move_marker, place_marker
from desktop.document.edits.stages import add_stage, rename_stage
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import cards_of
from desktop.document.project import Project
from desktop.method.comparing import Gap, comparison, mean_gap

IDS = (f"n{number}" for number in count())


def new_id():
    return next(IDS)


@pytest.fixture
def current():
    lanes = (Lane(id="acts", kind="actions"), Lane(id="feels", kind="emotions", rank="W"))
    steps = (Step(id="dine", title="Dine"), Step(id="pay", title="Pay", rank="W"))
    project = Project(id="p", maps=(JourneyMap(id="now", stages=(Stage(id="visit", steps=steps),), lanes=lanes),))
    project = add_card(project, "now", Spot("acts", "dine"), "action", new_id=lambda: "eat", text="Eats")
    project = add_card(project, "now", Spot("acts", "pay"), "action", new_id=lambda: "tip", text="Tips")
    project = group_lanes(project, "now", ["acts", "feels"], "Guest", new_id=new_id)
    project = add_link(project, "now", "leads", "eat", "tip", new_id=lambda: "arrow")
    project = place_marker(project, "now", "feels", "dine", persona="", value=1.0, new_id=lambda: "joy")
    return place_marker(project, "now", "feels", "pay", persona="", value=-1.0, new_id=lambda: "pain")


@pytest.fixture
def project(current):
    return duplicate_map(current, "now", "Better", new_id=new_id, status="ideal")


@pytest.fixture
def ideal(project):
    return next(one.id for one in project.maps if one.origin)


def compared(project, ideal):
    return comparison(project, find(project.maps, "now"), find(project.maps, ideal))


def mate(project, ideal, name):
    return compared(project, ideal).names[name]


def codes(found):
    return [(each.code, each.thing.what, each.thing.title) for each in found.differences]


def test_a_fresh_ideal_differs_in_nothing(project, ideal):
    assert compared(project, ideal).differences == ()


def test_what_was_said_on_the_way_is_no_difference(project, ideal):
    mate_id = mate(project, ideal, "eat")
    voted = edit_cards(project, ideal, [mate_id], votes=4)
    assert compared(set_lane_height(voted, ideal, mate(project, ideal, "acts"), 2.0), ideal).differences == ()


def test_what_is_drawn_besides_and_what_was_dismissed_is_no_difference(project, ideal):
    drawn = edit_map(project, ideal, shows=("gap",), hushed=("persona",))
    assert compared(drawn, ideal).differences == ()


def test_new_gone_and_changed(project, ideal):
    names = compared(project, ideal).names
    after = edit_cards(project, ideal, [names["eat"]], text="Eats well")
    after = remove_cards(after, ideal, [names["tip"]])
    after = add_card(after, ideal, Spot(names["acts"], names["dine"]), "action", new_id=new_id, text="Sees the sea")
    found = codes(compared(after, ideal))
    assert ("changed", "card", "Eats") in found
    assert ("removed", "card", "Tips") in found
    assert ("added", "card", "Sees the sea") in found
    assert ("removed", "link", "Eats → Tips") in found


def test_a_stage_that_is_called_otherwise(project, ideal):
    after = rename_stage(project, ideal, mate(project, ideal, "visit"), "Stay")
    assert codes(compared(after, ideal)) == [("changed", "stage", "")]


def test_the_ids_of_the_first_map_stand_for_both(project, ideal):
    found = compared(project, ideal)
    assert {card.id for card in cards_of(found.after.maps[0])} == {"eat", "tip"}
    assert found.after.maps[0].id == "now"
    assert found.after.maps[0].links[0].id == "arrow"


def test_together_holds_both(project, ideal):
    after = remove_cards(project, ideal, [mate(project, ideal, "tip")])
    whole = compared(after, ideal).together().maps[0]
    assert {card.text for card in cards_of(whole)} == {"Eats", "Tips"}


def test_the_gap(project, ideal):
    after = move_marker(project, ideal, mate(project, ideal, "pain"), mate(project, ideal, "pay"), 1.5)
    gaps = compared(after, ideal).gaps
    assert gaps == (Gap("dine", "Dine", "", 1.0, 1.0), Gap("pay", "Pay", "", -1.0, 1.5))
    assert [gap.difference for gap in gaps] == [0.0, 2.5]
    assert mean_gap(gaps) == 1.25


def test_a_feeling_at_a_step_that_is_new(project, ideal):
    ids = iter(["stage", "leave"])
    after = add_stage(project, ideal, "After", new_id=lambda: next(ids))
    after = place_marker(after, ideal, mate(project, ideal, "feels"), "leave", persona="", value=2.0, new_id=new_id)
    gap = compared(after, ideal).gaps[-1]
    assert (gap.step, gap.title, gap.before, gap.after) == ("leave", "After", None, 2.0)
    assert gap.difference is None


def test_without_feelings_there_is_no_mean():
    assert mean_gap(()) is None
    assert mean_gap((Gap("a", "", "", None, 1.0),)) is None


def test_the_same_map_twice(current):
    one = current.maps[0]
    twice = comparison(current, one, one)
    assert twice.differences == ()
    assert mean_gap(twice.gaps) == 0.0


def test_the_project_is_left_as_it_was(project, ideal):
    before = changed(project)
    compared(project, ideal)
    assert project == before


feelings = st.floats(-2, 2).map(lambda value: round(value, 1))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.none() | feelings, st.none() | feelings), max_size=12))
def test_a_mean_lies_between_the_least_and_the_largest(values):
    gaps = tuple(Gap(str(number), "", "", one, other) for number, (one, other) in enumerate(values))
    known = [gap.difference for gap in gaps if gap.difference is not None]
    mean = mean_gap(gaps)
    assert (mean is None) == (not known)
    assert mean is None or min(known) - 1e-9 <= mean <= max(known) + 1e-9
    assert mean is None or mean == pytest.approx(mean_gap(gaps[::-1]))
