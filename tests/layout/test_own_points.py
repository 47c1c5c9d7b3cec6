"""Whose peak, valley and end are named on a map: those of its own persona alone."""

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.columns import NONE
from desktop.layout.numbers import context, summary
from tests.emotion_lanes import PERSONAS, lane, marker
from tests.grids import card, layouter, stages
from tests.grids import lane as cards_lane

VALUES = (0.5, 1.8, -1.5, 0.2)
WORDS = resources.words("en")


def felt(*people, steps=4):
    return lane(*(marker(step, VALUES[step], who) for who in people for step in range(steps)))


def told(*people, persona="", personas=PERSONAS, steps=4):
    """Who has names at her curve, and what they are."""
    journey = JourneyMap(id="m", persona=persona, stages=stages(2, 2), lanes=(felt(*people, steps=steps),))
    whole = Project(id="p", personas=personas, maps=(journey,))
    layout = layouter().layout(whole, "m", folds=NONE)
    found = [place for row in layout.rows for place in row.content.markers if place.label]
    return [(place.marker.persona, place.label.text) for place in found]


def owners(*people, **fields):
    return {who for who, _ in told(*people, **fields)}


def test_the_maps_own_persona_is_named():
    assert owners("maya", "ana", persona="ana") == {"ana"}


def test_a_map_of_nobody_names_the_first():
    assert owners("ana", "maya") == {"maya"}


def test_the_first_is_so_in_the_projects_order():
    ana, maya = changed(PERSONAS[1], rank="A"), changed(PERSONAS[0], rank="Z")
    assert owners("maya", "ana", personas=(maya, ana)) == {"ana"}


def test_the_only_one_is_named_though_the_map_is_of_another():
    assert owners("ana", persona="maya") == {"ana"}


def test_whom_the_project_does_not_know_comes_last():
    assert owners("aaron", "maya") == {"maya"}
    assert owners("aaron") == {"aaron"}


def test_feelings_of_nobody_are_named_too():
    assert owners("", personas=()) == {""}


def test_peak_valley_and_end_are_named_once_each():
    said = " ".join(text for _, text in told("maya", "ana", persona="maya"))
    assert [said.count(WORDS(f"curve.{name}")) for name in ("peak", "valley", "end")] == [1, 1, 1]


@pytest.mark.parametrize("steps", [1, 2])
def test_too_few_feelings_have_no_names(steps):
    assert told("maya", persona="maya", steps=steps) == []


def test_labels_of_others_stay():
    own = tuple(marker(step, value, "maya") for step, value in enumerate(VALUES))
    other = marker(1, -1.0, "ana", label="annoyed")
    journey = JourneyMap(id="m", persona="maya", stages=stages(2, 2), lanes=(lane(*own, other),))
    layout = layouter().layout(Project(id="p", personas=PERSONAS, maps=(journey,)), "m", folds=NONE)
    labels = [place.label.text for row in layout.rows for place in row.content.markers if place.label]
    assert "annoyed" in labels
    assert len(labels) == 4


def test_another_persona_of_the_map_makes_the_row_anew():
    maker, people = layouter(), ("maya", "ana")
    journey = JourneyMap(id="m", persona="maya", stages=stages(2, 2), lanes=(felt(*people),))
    rows = []
    for persona in people:
        whole = Project(id="p", personas=PERSONAS, maps=(changed(journey, persona=persona),))
        (row,) = maker.layout(whole, "m", folds=NONE).rows
        rows.append({place.marker.persona for place in row.content.markers if place.label})
    assert rows == [{"maya"}, {"ana"}]


def test_only_a_lane_of_feelings_depends_on_whose_map_it_is():
    whole = Project(id="p", personas=PERSONAS)
    actions, emotions = cards_lane(card(1)), felt("maya")
    needs = {
        each.kind: context(each, summary(each, {}), {}, whole, persona="maya").persona for each in (actions, emotions)
    }
    assert needs == {"actions": "", "emotions": "maya"}


def test_a_lane_without_feelings_has_nothing_to_name():
    assert told() == []
