"""What is left of a map through a lens, and that what is not touched stays the same objects."""

import pytest
from looking import WORDS, project, visit

from desktop.desk.lens import CLEAR, Lens
from desktop.desk.sight import FOLDED, STATES, Sight
from desktop.document.base import changed, in_order
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.lanes import edit_group, hide_lane
from desktop.document.journey import Lane, Link
from desktop.document.keyed import find

ANN = Lens(owners=frozenset({"Ann"}))


@pytest.fixture
def sight():
    return Sight(WORDS)


@pytest.fixture
def whole():
    return project()


@pytest.fixture
def folded(whole):
    """With the lanes “mood” and “hurts” folded to one row."""
    return edit_group(whole, "visit", "front", folded=True)


def seen(sight, whole, lens):
    return sight.seen(whole, "visit", lens).maps[0]


def lane(journey, name):
    found = find(journey.lanes, name)
    assert found is not None
    return found


def shown(journey):
    return [each.id for each in in_order(journey.lanes) if not each.hidden]


def test_through_a_clear_lens_it_is_the_project_itself(sight, whole):
    assert sight.seen(whole, "visit", CLEAR) is whole


def test_a_map_that_is_not_there_is_left_to_others(sight, whole):
    assert sight.seen(whole, "gone", ANN) is whole


def test_folding_and_dimming_leave_the_project_as_it_is(sight, whole):
    assert sight.seen(whole, "visit", Lens(stages=frozenset({"dine"}), owners=frozenset({"Ann"}))) is whole


def test_hidden_lanes_are_not_shown(sight, whole):
    journey = seen(sight, whole, Lens(lanes=frozenset({"mood", "gone"})))
    assert shown(journey) == ["acts", "hurts", "notes"]
    assert lane(journey, "acts") is lane(whole.maps[0], "acts")


def test_lanes_that_the_map_hides_stay_hidden(sight, whole):
    hidden = hide_lane(whole, "visit", "acts", hidden=True)
    assert shown(seen(sight, hidden, Lens(lanes=frozenset({"mood"})))) == ["hurts", "notes"]


def test_what_does_not_pass_is_left_out(sight, whole):
    journey = seen(sight, whole, Lens(owners=frozenset({"Ann"}), personas=frozenset({"maya"}), leave_out=True))
    assert [card.id for each in in_order(journey.lanes) for card in each.cards] == ["a1"]
    assert [marker.id for marker in lane(journey, "mood").markers] == ["m1"]


def test_a_lane_of_which_all_passes_stays_the_same_object(sight, whole):
    journey = seen(sight, whole, Lens(kinds=frozenset({"action"}), leave_out=True))
    assert lane(journey, "acts") is lane(whole.maps[0], "acts")
    assert lane(journey, "mood") is lane(whole.maps[0], "mood")
    assert lane(journey, "hurts").cards == ()


def test_a_lane_is_looked_at_once_per_value(sight, whole):
    lens = Lens(owners=frozenset({"Ann"}), leave_out=True)
    before = seen(sight, whole, lens)
    after = seen(sight, edit_cards(whole, "visit", ["n1"], text="other"), lens)
    assert lane(after, "acts") is lane(before, "acts")


def test_the_last_states_of_a_lane_are_remembered(sight, whole):
    lens = Lens(owners=frozenset({"Ann"}), leave_out=True)
    before = lane(seen(sight, whole, lens), "acts")
    for number in range(STATES - 1):
        seen(sight, edit_cards(whole, "visit", ["a1"], text=str(number)), lens)
    assert lane(seen(sight, whole, lens), "acts") is before


def test_another_lens_looks_again(sight, whole):
    before = lane(seen(sight, whole, Lens(owners=frozenset({"Ann"}), leave_out=True)), "acts")
    after = lane(seen(sight, whole, Lens(owners=frozenset({"Bo"}), leave_out=True)), "acts")
    assert [card.id for card in before.cards] == ["a1"]
    assert [card.id for card in after.cards] == ["a2"]


def test_a_folded_group_is_one_row_with_the_number_of_its_cards(sight, folded):
    journey = seen(sight, folded, CLEAR)
    row = lane(journey, "front")
    assert shown(journey) == ["acts", "front", "notes"]
    assert (row.kind, row.title, row.group, row.cards) == (FOLDED, "1 card", "front", ())
    assert row.locked


def test_the_row_of_a_folded_group_stays_the_same_object(sight, folded):
    before = lane(seen(sight, folded, CLEAR), "front")
    assert lane(seen(sight, edit_cards(folded, "visit", ["n1"], text="other"), CLEAR), "front") is before


def test_a_folded_group_of_hidden_lanes_has_no_row(sight, folded):
    assert shown(seen(sight, folded, Lens(lanes=frozenset({"mood", "hurts"})))) == ["acts", "notes"]


def test_the_hidden_lanes_of_a_folded_group_do_not_count(sight, folded):
    journey = seen(sight, folded, Lens(lanes=frozenset({"hurts"})))
    assert lane(journey, "front").title == "0 cards"


def test_lanes_stay_sorted_by_id(sight, folded):
    ids = [each.id for each in seen(sight, folded, ANN).lanes]
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ({"dine"}, {"dine": "3 cards"}),
        ({"come"}, {"come": "1 card"}),
        ({"come", "dine", "go"}, {"come": "1 card", "dine": "3 cards", "go": "1 card"}),
        ({"gone"}, {}),
        (set(), {}),
    ],
)
def test_a_folded_stage_tells_how_many_cards_stand_within(sight, stages, words):
    assert sight.folded(visit(), Lens(stages=frozenset(stages))) == words


def test_cards_that_span_out_of_a_stage_do_not_stand_within(sight):
    spanning = Lens(stages=frozenset({"come", "dine"}))
    assert sum(int(words.split()[0]) for words in sight.folded(visit(), spanning).values()) == 4


def test_hidden_lanes_are_not_counted(sight, whole):
    lens = Lens(lanes=frozenset({"hurts"}), stages=frozenset({"dine"}))
    assert sight.folded(seen(sight, whole, lens), lens) == {"dine": "2 cards"}


def test_counts_follow_an_edit(sight, whole):
    lens = Lens(stages=frozenset({"dine"}))
    sight.folded(whole.maps[0], lens)
    journey = visit(lanes=(Lane(id="acts", kind="actions"),))
    assert sight.folded(journey, lens) == {"dine": "0 cards"}


def test_counts_follow_the_steps_of_the_stage(sight, whole):
    lens = Lens(stages=frozenset({"come"}))
    sight.folded(whole.maps[0], lens)
    come = find(whole.maps[0].stages, "come")
    fewer = changed(come, steps=come.steps[:1])
    journey = visit(stages=tuple(fewer if each is come else each for each in whole.maps[0].stages))
    assert fewer.steps[0].id == "enter"
    assert sight.folded(journey, lens) == {"come": "0 cards"}


def test_no_map_has_no_folded_stages(sight):
    assert sight.folded(None, Lens(stages=frozenset({"dine"}))) == {}


def test_what_does_not_pass_is_dimmed_by_lane(sight):
    assert sight.dimmed(visit(), ANN) == {"acts": {"a2", "a3", "a4"}, "hurts": {"p1"}, "notes": {"n1"}}


def test_arrows_of_what_is_dimmed_are_dimmed(sight):
    ends = (("x1", "a1", "p1"), ("x2", "a2", "p1"), ("x3", "a1", "a1"))
    links = tuple(Link(id=name, kind="leads", source=source, target=target) for name, source, target in ends)
    assert sight.dimmed(visit(links=links), ANN)[""] == {"x1", "x2"}


def test_with_a_persona_the_curves_of_the_others_are_dimmed(sight):
    dimmed = sight.dimmed(visit(), Lens(personas=frozenset({"maya"})))
    assert dimmed == {"mood": {"m2", "paolo"}, "hurts": {"p1"}}


def test_curves_are_not_dimmed_for_the_evidence_of_a_marker(sight):
    assert sight.dimmed(visit(), Lens(evidence=frozenset({"research"})))["mood"] == {"m1"}


@pytest.mark.parametrize(
    "lens", [CLEAR, Lens(lanes=frozenset({"acts"})), Lens(owners=frozenset({"Ann"}), leave_out=True)]
)
def test_nothing_is_dimmed(sight, lens):
    assert sight.dimmed(visit(), lens) == {}


def test_the_dimmed_of_an_unchanged_lane_are_the_same_object(sight, whole):
    before = sight.dimmed(whole.maps[0], ANN)
    after = sight.dimmed(edit_cards(whole, "visit", ["n1"], owner="Ann").maps[0], ANN)
    assert after["acts"] is before["acts"]
    assert "notes" not in after
