"""Everything one can go to by its name."""

import pytest

from desks import desk_on
from desktop.desk.landmarks import Landmarks
from desktop.desk.lens import Lens
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.inbox import park_cards, send_to_inbox
from desktop.document.edits.lanes import group_lanes, hide_lane, lock_lane
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import label_marker
from desktop.document.edits.stages import rename_stage


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def landmarks(desk):
    return Landmarks(desk)


def marks(landmarks):
    return [name.thing for block in landmarks.blocks() for name in block.names]


def mark(landmarks, thing):
    return next(one for one in marks(landmarks) if one.id == thing)


def edit(desk, verb, *arguments, **fields):
    desk.edit("", verb(desk.project, desk.map_id, *arguments, **fields))


def test_everything_is_there(desk, landmarks):
    sorts = [one.sort for one in marks(landmarks)]
    assert sorts.count("stage") == 2
    assert sorts.count("step") == 4
    assert sorts.count("lane") == len(desk.journey.lanes)
    assert sorts.count("emotion") == 3
    assert sorts.count("map") == 1


def test_cards_have_their_text_or_the_name_of_their_kind(desk, landmarks):
    edit(desk, edit_cards, ("c4",), text="")
    texts = {one.id: one.text for one in marks(landmarks)}
    assert (texts["c2"], texts["c4"]) == ("Waits", "Thought")


def test_feelings_say_whose_they_are_and_how_strong(desk, landmarks):
    assert mark(landmarks, "m1").text == "Maya · +1"
    edit(desk, label_marker, "m1", "glad")
    assert mark(landmarks, "m1").text == "glad · Maya · +1"


def test_what_has_not_changed_is_not_made_again(desk, landmarks):
    before = landmarks.blocks()
    assert all(a is b for a, b in zip(before, landmarks.blocks(), strict=True))
    edit(desk, edit_cards, ("c2",), text="Sits")
    same = [a is b for a, b in zip(before, landmarks.blocks(), strict=True)]
    assert same.count(False) == 1


def test_a_stage_of_another_name(desk, landmarks):
    landmarks.blocks()
    stage = desk.journey.stages[0]
    edit(desk, rename_stage, stage.id, "Breakfast")
    assert mark(landmarks, stage.id).text == "Breakfast"


def test_where_it_stands(desk, landmarks):
    assert landmarks.where(mark(landmarks, "c2")) == "Doing · Step 0"
    assert landmarks.where(mark(landmarks, "d0")) == desk.journey.stages[0].title


def test_maps_are_told_where_there_are_several(desk, landmarks):
    desk.edit("", duplicate_map(desk.project, desk.map_id, "Tomorrow", new_id=desk.new_id))
    assert landmarks.where(mark(landmarks, "c2")) == "Visit · Doing · Step 0"
    other = next(one for one in marks(landmarks) if one.text == "Waits" and one.map_id != desk.map_id)
    assert landmarks.where(other).startswith("Tomorrow · Doing")


def test_one_goes_to_a_card_on_another_map(desk, landmarks):
    desk.edit("", duplicate_map(desk.project, desk.map_id, "Tomorrow", new_id=desk.new_id))
    other = next(one for one in marks(landmarks) if one.text == "Waits" and one.map_id != desk.map_id)
    assert landmarks.go(other)
    assert (desk.map_id, desk.selected) == (other.map_id, {other.id})


def test_the_shown_map_comes_first(desk, landmarks):
    desk.edit("", duplicate_map(desk.project, desk.map_id, "Tomorrow", new_id=desk.new_id))
    desk.show_map(next(one.id for one in desk.project.maps if one.title == "Tomorrow"))
    assert marks(landmarks)[0].text == "Tomorrow"


def test_also_keeps_what_was_selected(desk, landmarks):
    landmarks.go(mark(landmarks, "c1"))
    landmarks.go(mark(landmarks, "c4"), also=True)
    assert desk.selected == {"c1", "c4"}


def test_what_is_gone_is_not_gone_to(desk, landmarks):
    gone = mark(landmarks, "c2")
    desk.edit("", changed(desk.project, maps=(changed(desk.journey, lanes=()),)))
    assert not landmarks.go(gone)


@pytest.mark.parametrize("verb", [send_to_inbox, park_cards])
def test_notes_of_the_tray_are_found_but_not_selected(desk, landmarks, verb):
    fields = {"title": "Later", "new_id": desk.new_id} if verb is send_to_inbox else {}
    edit(desk, verb, ("c2",), **fields)
    found = mark(landmarks, "c2")
    assert found.home == ("inbox" if verb is send_to_inbox else "parking")
    assert landmarks.where(found) in ("Inbox", "Parking lot")
    assert landmarks.go(found)
    assert desk.selected == frozenset()


def test_a_group_of_notes_is_found_by_its_title(desk, landmarks):
    edit(desk, send_to_inbox, ("c2",), title="Later", new_id=desk.new_id)
    assert [one.text for one in marks(landmarks) if one.sort == "cluster"] == ["Later"]


def test_a_folded_stage_and_a_lane_out_of_sight_are_seen_again(desk, landmarks):
    lane = desk.journey.lanes[0].id
    home = mark(landmarks, "c2")
    stage = next(one.id for one in desk.journey.stages if any(step.id == "d0" for step in one.steps))
    desk.look(Lens(lanes=frozenset((home.lane, lane)), stages=frozenset((stage,))))
    landmarks.go(home)
    assert home.lane not in desk.lens.lanes
    assert stage not in desk.lens.stages


def test_what_a_filter_leaves_out_is_dimmed_instead(desk, landmarks):
    desk.look(Lens(kinds=frozenset(("quote",)), leave_out=True))
    landmarks.go(mark(landmarks, "c2"))
    assert desk.lens.kinds
    assert not desk.lens.leave_out


def test_a_filter_that_lets_it_pass_stays(desk, landmarks):
    lens = Lens(kinds=frozenset(("action",)), leave_out=True)
    desk.look(lens)
    landmarks.go(mark(landmarks, "c2"))
    assert desk.lens == lens


@pytest.mark.parametrize("grouped", [False, True])
def test_a_lane_that_the_map_hides_is_offered(desk, landmarks, grouped):
    offers = []
    desk.offered.connect(offers.append)
    home = mark(landmarks, "c2")
    if grouped:
        edit(desk, group_lanes, (home.lane,), "Doing", new_id=desk.new_id)
        journey = desk.journey
        folded = changed(journey, groups=tuple(changed(one, folded=True) for one in journey.groups))
        desk.edit("", changed(desk.project, maps=(folded,)))
    else:
        edit(desk, hide_lane, home.lane, True)
    landmarks.go(home)
    assert "Doing" in offers[0].sentence
    offers[0].choices[0].do()
    assert not next(one for one in desk.journey.lanes if one.id == home.lane).hidden
    assert not any(group.folded for group in desk.journey.groups)


def test_no_offer_for_what_is_seen(desk, landmarks):
    offers = []
    desk.offered.connect(offers.append)
    edit(desk, lock_lane, mark(landmarks, "c2").lane, True)
    landmarks.go(mark(landmarks, "c2"))
    assert offers == []
