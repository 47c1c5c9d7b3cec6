"""Many markers set at once, each with how it was computed."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Computed, Evidence
from desktop.document.edits.feelings import Feeling, set_feelings
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.markers import move_marker, place_marker
from desktop.document.errors import EditError
from tests.desks import marker, small_map

SURVEY = Computed(source="Survey", people=9, spread=0.5)
PROOF = Evidence(state="research", source="Survey", people=9)
WHOLE = small_map()


def feel(*feelings, whole=WHOLE, lane="l-emotions", persona="maya"):
    ids = iter(["n1", "n2", "n3"])
    return set_feelings(whole, "m", lane, persona, feelings, new_id=lambda: next(ids))


def markers(whole):
    lane = next(each for each in whole.maps[0].lanes if each.kind == "emotions")
    return {each.id: each for each in lane.markers}


def test_a_marker_is_made_where_there_is_none():
    made = markers(feel(Feeling("d3", -0.4, SURVEY, PROOF)))["n1"]
    assert (made.step, made.persona, made.value, made.computed, made.evidence) == ("d3", "maya", -0.4, SURVEY, PROOF)


def test_a_marker_that_is_there_gets_the_value_and_keeps_its_words():
    whole = place_marker(WHOLE, "m", "l-emotions", "d0", persona="maya", value=1.0, new_id=str)
    lane = next(each for each in whole.maps[0].lanes if each.kind == "emotions")
    spoken = changed(lane, markers=(marker(1, 0, label="glad", starred=True), *lane.markers[1:]))
    whole = changed(whole, maps=(changed(whole.maps[0], lanes=tuple(
        spoken if each is lane else each for each in whole.maps[0].lanes)),))  # fmt: skip
    after = markers(feel(Feeling("d0", 0.3, SURVEY), whole=whole))["m1"]
    assert (after.value, after.label, after.starred, after.computed) == (0.3, "glad", True, SURVEY)


def test_markers_of_others_and_of_other_steps_stay_the_same_objects():
    before, after = markers(WHOLE), markers(feel(Feeling("d0", 2.0, SURVEY)))
    assert [one for one in before if after[one] is before[one]] == ["m2", "m3"]


def test_without_evidence_a_marker_keeps_its_own():
    proven = feel(Feeling("d0", 1.0, SURVEY, PROOF))
    assert markers(feel(Feeling("d0", 0.5, SURVEY), whole=proven))["m1"].evidence == PROOF


def test_a_value_is_rounded_to_tenths():
    assert markers(feel(Feeling("d0", 0.349, SURVEY)))["m1"].value == 0.3


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("missing", {"lane": "l-none"}),
        ("lane.no_markers", {"lane": "l-actions"}),
        ("missing", {"persona": "zoe"}),
    ],
)
def test_what_cannot_be_is_refused(code, fields):
    with pytest.raises(EditError, match=rf"^{code}\b"):
        feel(Feeling("d0", 1.0, SURVEY), **fields)


def test_a_step_that_is_not_there_is_refused():
    with pytest.raises(EditError, match=r"^missing\b"):
        feel(Feeling("d9", 1.0, SURVEY))


def test_a_locked_lane_is_refused():
    with pytest.raises(EditError, match=r"^lane\.locked\b"):
        feel(Feeling("d0", 1.0, SURVEY), whole=lock_lane(WHOLE, "m", "l-emotions", True))


def computed_map():
    return feel(Feeling("d0", 1.0, SURVEY, PROOF))


def test_a_value_given_by_hand_is_nobodys_answer():
    moved = markers(move_marker(computed_map(), "m", "m1", "d0", -0.5))["m1"]
    assert (moved.value, moved.computed, moved.evidence) == (-0.5, None, None)


def test_evidence_of_ones_own_outlives_the_computing():
    own = Evidence(state="anecdote", source="the waiter")
    whole = feel(Feeling("d0", 1.0, SURVEY, own))
    assert markers(move_marker(whole, "m", "m1", "d0", 0.0))["m1"].evidence == own


def test_a_marker_that_only_goes_to_another_step_keeps_what_it_was_computed_from():
    assert markers(move_marker(computed_map(), "m", "m1", "d3", 1.0))["m1"].computed == SURVEY


def test_placing_another_value_on_a_computed_marker_makes_it_a_typed_one():
    placed = place_marker(computed_map(), "m", "l-emotions", "d0", persona="maya", value=2.0, new_id=str)
    assert markers(placed)["m1"].computed is None
    same = place_marker(computed_map(), "m", "l-emotions", "d0", persona="maya", value=1.0, new_id=str)
    assert markers(same)["m1"].computed == SURVEY
