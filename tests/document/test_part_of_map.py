"""Part of a map is a sound map: the same things with the same ids, and nothing that speaks of what is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import check, sound
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, LaneGroup, Link, Stage, Step, Task
from desktop.document.locate import columns_of, steps_in_order
from desktop.document.project import Persona, Project
from desktop.document.selecting import between, only
from effort import examples

with_maps = strategies.projects().filter(lambda project: project.maps)


def card(name, first, last=None, **fields):
    return Card(id=name, kind="action", text=name, first=first, last=last or first, **fields)


def small():
    """Two stages of two steps; a card over three of them, two lanes in a group, one hidden."""
    stages = (
        Stage(id="s1", rank="C", steps=(Step(id="a", rank="C"), Step(id="b", rank="D"))),
        Stage(id="s2", rank="D", steps=(Step(id="c", rank="C"), Step(id="d", rank="D"))),
    )
    lanes = (
        Lane(id="l1", kind="actions", rank="C", group="g", cards=(card("left", "a"), card("wide", "b", "d"))),
        Lane(id="l2", kind="actions", rank="D", hidden=True, cards=(card("unseen", "d"),)),
        Lane(
            id="l3",
            kind="emotions",
            rank="E",
            markers=(Marker(id="m1", step="a", value=0.0), Marker(id="m2", step="d", value=1.0)),
        ),
    )
    links = (
        Link(id="k1", kind="leads", source="left", target="wide"),
        Link(id="k2", kind="leads", source="wide", target="unseen"),
    )
    tasks = (Task(id="t1", answers="left"), Task(id="t2"))
    journey = JourneyMap(id="m", stages=stages, lanes=lanes, links=links, tasks=tasks, groups=(LaneGroup(id="g"),))
    return Project(id="p", personas=(Persona(id="q"),), maps=(journey,))


def part(stages=(), lanes=()):
    return only(small(), "m", stages, lanes).maps[0]


def ids(things):
    return [thing.id for thing in things]


def test_without_a_choice_the_project_is_the_same_object():
    project = small()
    assert only(project, "m") is project


def test_a_spanning_card_shrinks_to_what_is_left():
    first, second = part(("s1",)).lanes[0].cards, part(("s2",)).lanes[0].cards
    assert [(each.id, each.first, each.last) for each in first] == [("left", "a", "a"), ("wide", "b", "b")]
    assert [(each.id, each.first, each.last) for each in second] == [("wide", "c", "d")]


def test_markers_of_other_steps_go():
    assert ids(part(("s2",)).lanes[2].markers) == ["m2"]


def test_arrows_to_what_is_gone_go():
    assert ids(part(("s2",)).links) == ["k2"]
    assert ids(part(lanes=("l1",)).links) == ["k1"]


def test_a_task_goes_with_the_card_that_it_answers():
    assert ids(part(("s1",)).tasks) == ["t1", "t2"]
    assert ids(part(("s2",)).tasks) == ["t2"]


def test_lanes_that_are_not_named_go_and_so_do_their_groups():
    assert ids(part(lanes=("l3",)).lanes) == ["l3"]
    assert part(lanes=("l3",)).groups == ()
    assert ids(part(lanes=("l1", "l3")).groups) == ["g"]


def test_a_hidden_lane_that_is_named_is_shown():
    assert not part(lanes=("l2",)).lanes[0].hidden


def test_a_hidden_lane_that_is_not_named_stays_hidden():
    assert part(("s1",)).lanes[1].hidden


def test_what_is_not_touched_stays_the_same_object():
    project = small()
    found = only(project, "m", ("s1",))
    assert found.personas is project.personas
    assert found.maps[0].stages[0] is project.maps[0].stages[0]


@pytest.mark.parametrize("choice", [{"stages": ("s1", "gone")}, {"lanes": ("gone",)}])
def test_what_is_not_there_cannot_be_chosen(choice):
    with pytest.raises(EditError):
        part(**choice)


def test_steps_may_be_cut_out_of_a_stage():
    found = between(small(), "m", ("b", "c")).maps[0]
    assert ids(steps_in_order(found)) == ["b", "c"]
    assert [(each.first, each.last) for each in found.lanes[0].cards] == [("b", "c")]


@st.composite
def choices(draw):
    """A project, and some of the stages and lanes of its first map."""
    project = draw(with_maps)
    stages, lanes = (
        draw(st.sets(st.sampled_from(ids(each)))) for each in (project.maps[0].stages, project.maps[0].lanes)
    )
    return project, stages, lanes


@given(choices())
@examples(10)
def test_any_part_of_a_sound_project_is_sound(choice):
    project, stages, lanes = choice
    found = only(project, project.maps[0].id, stages, lanes)
    assert sound(check(found, {strategies.ASSET}))


@given(choices())
@examples(10)
def test_every_card_covers_what_it_covered_and_is_still_there(choice):
    project, stages, lanes = choice
    before, after = project.maps[0], only(project, project.maps[0].id, stages, lanes).maps[0]
    old, new = columns_of(before), columns_of(after)
    known = {card.id: card for lane in before.lanes for card in lane.cards}
    for each in (card for lane in after.lanes for card in lane.cards):
        covered = [old.steps[column] for column in old.span(known[each.id])]
        assert [new.steps[column] for column in new.span(each)] == [step for step in covered if step in new.index]


@given(choices())
@examples(10)
def test_only_what_was_chosen_is_there_in_its_order(choice):
    project, stages, lanes = choice
    before, after = project.maps[0], only(project, project.maps[0].id, stages, lanes).maps[0]
    assert ids(in_order(after.stages)) == [one for one in ids(in_order(before.stages)) if one in stages or not stages]
    assert ids(in_order(after.lanes)) == [one for one in ids(in_order(before.lanes)) if one in lanes or not lanes]
