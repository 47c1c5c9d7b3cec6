"""Pasting: into the same map, another map, another project; nothing that is there is lost, ids are new."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.base import changed, in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import check
from desktop.document.clip import WHATS, Clip, clip_of
from desktop.document.edits.cards import Spot, edit_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.maps import add_map
from desktop.document.edits.paste import paste
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step
from desktop.document.locate import cards_of, columns_of
from desktop.document.project import Project


def new_ids(*projects):
    return Ids(random.Random(3).getrandbits, (one for project in projects for one in ids_of(project)))


@pytest.fixture
def project(sample):
    return sample.project


def journey(project):
    return project.maps[0]


def lane(project, kind):
    return next(lane for lane in journey(project).lanes if lane.kind == kind)


def steps(project):
    return columns_of(journey(project)).steps


def pasted(project, clip, target=None):
    return paste(project, journey(project).id, clip, target, new_id=new_ids(project))


def clip(project, *ids):
    return clip_of(project, journey(project).id, ids)


def cell(project, kind, step):
    return [card for card in in_order(lane(project, kind).cards) if card.first == step]


@pytest.fixture
def other(project):
    """A project of somebody else with one empty map of one lane."""
    empty = add_map(Project(id="other"), "Elsewhere", new_id=Ids(random.Random(9).getrandbits))
    actions = Lane(id="actions1", kind="actions", title="Doing")
    return changed(empty, maps=(changed(empty.maps[0], lanes=(actions,)),))


def test_a_card_lands_at_the_target(project):
    card = cell(project, "actions", steps(project)[0])[0]
    below = cell(project, "actions", steps(project)[2])
    came = pasted(
        project, clip(project, card.id), Spot(lane(project, "actions").id, steps(project)[2], before=below[0].id)
    )
    after = cell(came.project, "actions", steps(project)[2])
    assert [c.text for c in after] == [card.text, *(c.text for c in below)]
    assert came.ids == {after[0].id}
    assert after[0].id != card.id


def test_cards_keep_their_distance_in_steps(project):
    one, two = (cell(project, "actions", steps(project)[at])[0] for at in (0, 2))
    came = pasted(project, clip(project, one.id, two.id), Spot(lane(project, "actions").id, steps(project)[5]))
    texts = [[c.text for c in cell(came.project, "actions", steps(project)[at])] for at in (5, 7)]
    assert one.text in texts[0]
    assert two.text in texts[1]


def test_what_reaches_beyond_the_map_ends_with_it(project):
    one, two = (cell(project, "actions", steps(project)[at])[0] for at in (0, 4))
    came = pasted(project, clip(project, one.id, two.id), Spot(lane(project, "actions").id, steps(project)[-1]))
    assert {c.first for c in lane(came.project, "actions").cards if c.id in came.ids} == {steps(project)[-1]}


def test_cards_of_several_lanes_go_each_to_their_kind(project):
    chosen = [cell(project, kind, steps(project)[1])[0] for kind in ("actions", "touchpoints")]
    came = pasted(project, clip(project, *(c.id for c in chosen)), Spot(lane(project, "pains").id, steps(project)[4]))
    for card, kind in zip(chosen, ("actions", "touchpoints"), strict=True):
        assert card.text in [c.text for c in cell(came.project, kind, steps(project)[4])]


def test_cards_of_one_lane_go_where_one_points(project):
    card = cell(project, "actions", steps(project)[0])[0]
    came = pasted(project, clip(project, card.id), Spot(lane(project, "backstage").id, steps(project)[0]))
    (found,) = (c for c in lane(came.project, "backstage").cards if c.id in came.ids)
    assert (found.kind, found.text) == ("action", card.text)


def test_a_locked_lane_refuses(project):
    locked = lock_lane(project, journey(project).id, lane(project, "actions").id, True)
    card = lane(project, "actions").cards[0]
    with pytest.raises(EditError) as refused:
        pasted(locked, clip(locked, card.id), Spot(lane(project, "actions").id, steps(project)[0]))
    assert refused.value.code == "lane.locked"


def test_a_marker_takes_the_place_of_the_personas_own(project):
    here, there = steps(project)[0], steps(project)[1]
    marker = next(m for m in lane(project, "emotions").markers if m.step == here)
    came = pasted(project, clip(project, marker.id), Spot(lane(project, "emotions").id, there))
    (found,) = (m for m in lane(came.project, "emotions").markers if m.step == there and m.persona == marker.persona)
    assert (found.value, {found.id}) == (marker.value, came.ids)


def test_a_lane_comes_below_the_targets_with_its_cards_on_the_same_steps(project):
    chosen = lane(project, "touchpoints")
    came = pasted(project, clip(project, chosen.id), Spot(chosen.id, steps(project)[0]))
    row = in_order(journey(came.project).lanes)
    at = [one.id for one in row].index(chosen.id) + 1
    assert {row[at].id} == came.ids
    assert {(c.first, c.text) for c in row[at].cards} == {(c.first, c.text) for c in chosen.cards}


def test_a_stage_comes_behind_the_targets_stage(project):
    stages = in_order(journey(project).stages)
    came = pasted(project, clip(project, stages[0].id), Spot(lane(project, "actions").id, stages[1].steps[0].id))
    titles = [stage.title for stage in in_order(journey(came.project).stages)]
    assert titles[:4] == [stages[0].title, stages[1].title, stages[0].title, stages[2].title]
    before = [c.text for one in journey(project).lanes for c in one.cards]
    after = [c.text for one in journey(came.project).lanes for c in one.cards]
    copied = [c.text for one in clip(project, stages[0].id).journey.lanes for c in one.cards]
    assert sorted(after) == sorted([*before, *copied])


def test_a_step_comes_behind_the_targets_step(project):
    first, second = in_order(in_order(journey(project).stages)[0].steps)[:2]
    came = pasted(project, clip(project, second.id), Spot(lane(project, "actions").id, first.id))
    row = in_order(in_order(journey(came.project).stages)[0].steps)
    assert [step.title for step in row] == [first.title, second.title, second.title]
    assert {row[1].id} == came.ids


def test_stages_come_into_another_project_with_people_and_lanes(project, other):
    stage = in_order(journey(project).stages)[0]
    came = pasted(other, clip(project, stage.id))
    assert in_order(journey(came.project).stages)[-1].title == stage.title
    assert {p.name for p in came.project.personas} == {"Maya", "Paolo"}
    kinds = [one.kind for one in journey(came.project).lanes]
    assert kinds.count("actions") == 1
    assert "touchpoints" in kinds
    assert not check(came.project, ())


def test_people_are_found_by_name(project, other):
    marker = lane(project, "emotions").markers[0]
    once = pasted(other, clip(project, marker.id)).project
    twice = paste(once, once.maps[0].id, clip(project, marker.id), None, new_id=new_ids(once, project)).project
    assert len(twice.personas) == 1


def test_votes_stay_with_the_original(project):
    card = lane(project, "pains").cards[0]
    voted = edit_cards(project, journey(project).id, [card.id], votes=4)
    came = pasted(voted, clip(voted, card.id), Spot(lane(project, "pains").id, steps(project)[0]))
    assert {c.votes for c in lane(came.project, "pains").cards if c.id in came.ids} == {0}


def test_links_within_lead_to_the_copies(project):
    link = journey(project).links[0]
    came = pasted(project, clip(project, link.source, link.target))
    (copy,) = (one for one in journey(came.project).links if one.source in came.ids)
    assert copy.target in came.ids
    assert copy.kind == link.kind


def test_a_map_without_steps_takes_nothing(project, other):
    bare = changed(other, maps=(changed(other.maps[0], stages=()),))
    with pytest.raises(EditError):
        pasted(bare, clip(project, lane(project, "actions").cards[0].id))


NUMBERS = st.integers(0, 10_000)
"""Which thing, counted on from the first again behind the last: what is drawn does not hang on what there is."""


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.none() | NUMBERS)
def test_whatever_is_pasted_anywhere_nothing_is_lost_and_all_is_sound(sample, which, where):
    project = sample.project
    map_ = journey(project)
    everything = [one for one in ids_of(map_) if one != map_.id]
    spots = [Spot(one.id, step) for one in map_.lanes for step in steps(project)]
    target = None if where is None else spots[where % len(spots)]
    copied = clip(project, *(everything[one % len(everything)] for one in which))
    if copied is None:
        return
    came = pasted(project, copied, target)
    before, after = ({c.id for one in each.lanes for c in one.cards} for each in (map_, journey(came.project)))
    brought = sum(len(one.cards) for one in copied.journey.lanes)
    assert before <= after
    assert len(after) == len(before) + brought
    assert {f.code for f in check(came.project, ())} <= {f.code for f in check(project, ())}


@pytest.mark.parametrize("what", WHATS)
def test_what_stands_at_no_step_does_not_come_along(project, what):
    stray = Card(id="c", kind="action", text="Waits", first="gone", last="gone")
    rows = Lane(id="a", kind="actions", cards=(stray, changed(stray, id="d", first="s", last="s")))
    felt = Lane(id="e", kind="emotions", markers=(Marker(id="m", step="gone", value=1.0),))
    stage = Stage(id="t", steps=(Step(id="s"),))
    link = Link(id="l", kind="leads", source="c", target="d")
    odd = JourneyMap(id="o", stages=(stage,), lanes=(rows, felt), links=(link,))
    came = pasted(project, Clip(what, Project(id="odd", maps=(odd,))))
    assert check(came.project, ()) == check(project, ())
    assert len(list(cards_of(journey(came.project)))) == len(list(cards_of(journey(project)))) + 1
