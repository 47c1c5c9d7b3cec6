"""Which thing of one map stands for which of another."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed, in_order
from desktop.document.cards import Card, Marker, Origin
from desktop.document.edits.cards import Spot, add_card, copy_cards, edit_cards
from desktop.document.edits.lanes import rename_lane
from desktop.document.edits.maps import duplicate_map, remove_map
from desktop.document.edits.stages import rename_stage
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.method.pairing import MOST_TWINS, counterpart, opposites, paired_steps, pairing

IDS = (f"n{number}" for number in count())


def new_id():
    return next(IDS)


def stage(name, *steps):
    return Stage(id=name, title=name, rank=name[-1], steps=tuple(Step(id=f"{name}-{one}", title=one) for one in steps))


def card(name, step, **fields):
    return Card(**{"id": name, "kind": "action", "first": step, "last": step, "text": name, **fields})


def visit():
    actions = Lane(id="acts", kind="actions", cards=(card("book", "s1-a"), card("eat", "s2-c")))
    feelings = Lane(
        id="feels", kind="emotions", rank="W", markers=(Marker(id="f1", step="s1-a", value=1.0, persona="maya"),)
    )
    journey = JourneyMap(
        id="visit", title="Visit", stages=(stage("s1", "a", "b"), stage("s2", "c")), lanes=(actions, feelings)
    )
    return Project(id="p", maps=(journey,))


def derived(project, map_id="visit", status="ideal"):
    """With a map derived from one; its id."""
    known = {one.id for one in project.maps}
    after = duplicate_map(project, map_id, "Better", new_id=new_id, status=status)
    return after, next(one.id for one in after.maps if one.id not in known)


def pair(project, one, other):
    return pairing(project, find(project.maps, one), find(project.maps, other))


def test_all_of_a_derived_map_has_its_original():
    project, ideal = derived(visit())
    there = pair(project, "visit", ideal).there
    assert set(there) == {"s1", "s2", "s1-a", "s1-b", "s2-c", "acts", "feels", "book", "eat", "f1"}


def test_back_is_there_the_other_way_round():
    project, ideal = derived(visit())
    found = pair(project, "visit", ideal)
    assert {to: one for one, to in found.there.items()} == found.back


def test_what_is_called_otherwise_is_still_the_same():
    project, ideal = derived(visit())
    there = pair(project, "visit", ideal).there
    project = rename_stage(project, ideal, there["s1"], "Reserve")
    project = rename_lane(project, ideal, there["acts"], "Deeds")
    project = edit_cards(project, ideal, [there["book"]], text="Reserve a table")
    assert pair(project, "visit", ideal).there == there


def test_what_is_new_has_no_mate():
    project, ideal = derived(visit())
    project = add_card(project, "visit", Spot("acts", "s1-b"), "action", new_id=lambda: "late", text="Wait")
    assert "late" not in pair(project, "visit", ideal).there


def test_a_new_card_that_says_the_same_at_the_same_place_is_the_same():
    project, ideal = derived(visit())
    there = pair(project, "visit", ideal).there
    project = add_card(project, "visit", Spot("acts", "s1-b"), "action", new_id=lambda: "late", text="Wait ")
    project = add_card(project, ideal, Spot(there["acts"], there["s1-b"]), "action", new_id=lambda: "l2", text="wait")
    assert pair(project, "visit", ideal).there["late"] == "l2"


def test_the_copy_of_a_card_is_not_what_it_was_copied_from():
    project, ideal = derived(visit())
    there = pair(project, "visit", ideal).there
    spot = Spot(there["acts"], there["s1-b"])
    project = copy_cards(project, ideal, [there["book"]], spot, new_id=lambda: "a0")
    found = pair(project, "visit", ideal)
    assert found.there["book"] == there["book"]
    assert "a0" not in found.back


def test_two_ideals_of_one_map_are_kin():
    project, first = derived(visit())
    project, second = derived(project)
    found = pair(project, first, second).there
    assert len(found) == 10
    assert found[pair(project, "visit", first).there["eat"]] == pair(project, "visit", second).there["eat"]


def test_the_copy_of_a_copy_knows_the_first():
    project, first = derived(visit())
    project, second = derived(project, first)
    assert len(pair(project, "visit", second).there) == 10


def test_it_still_does_when_the_copy_between_has_gone():
    project, first = derived(visit())
    project, second = derived(project, first)
    project = remove_map(project, first)
    assert len(pair(project, "visit", second).there) == 10
    assert find(project.maps, second).origin == "visit"


def test_two_copies_know_each_other_when_the_original_has_gone():
    project, first = derived(visit())
    project, second = derived(project)
    project = remove_map(project, "visit")
    assert len(pair(project, first, second).there) == 10


def test_maps_that_are_no_kin_are_paired_by_names():
    other = visit().maps[0]
    plain = JourneyMap(
        id="z",
        stages=(Stage(id="zs", title="S1 ", steps=(Step(id="za", title="A"), Step(id="zb", title="x"))),),
        lanes=(Lane(id="zl", kind="actions", title="Deeds", cards=(card("zc", "za", text="Book"),)),),
    )
    there = pairing(Project(id="p", maps=(other, plain)), other, plain).there
    assert there == {"s1": "zs", "s1-a": "za", "acts": "zl", "book": "zc"}


def nameless(name, count):
    steps = tuple(Step(id=f"{name}{number}", rank="ABC"[number]) for number in range(count))
    return JourneyMap(id=name, stages=(Stage(id=f"{name}s", title="Dine", steps=steps),))


def test_steps_without_a_name_are_paired_by_their_number():
    one, other = nameless("a", 2), nameless("b", 3)
    assert paired_steps(Project(id="p", maps=(one, other)), one, other) == {"a0": "b0", "a1": "b1"}


def test_lanes_of_a_kind_of_which_there_are_several_need_their_names():
    one = JourneyMap(id="a", lanes=(Lane(id="a1", kind="pains", title="x"), Lane(id="a2", kind="pains", title="y")))
    other = JourneyMap(id="b", lanes=(Lane(id="b1", kind="pains", title="Y"),))
    assert pairing(Project(id="p", maps=(one, other)), one, other).there == {"a2": "b1"}


def test_a_feeling_put_there_anew_is_the_same_feeling():
    project, ideal = derived(visit())
    journey = find(project.maps, ideal)
    lane = next(one for one in journey.lanes if one.markers)
    fresh = changed(lane, markers=(changed(lane.markers[0], id="again", origin=None, value=2.0),))
    lanes = tuple(fresh if one.id == lane.id else one for one in journey.lanes)
    project = changed(project, maps=(changed(journey, lanes=lanes), *(m for m in project.maps if m.id != ideal)))
    assert (
        pairing(project, *(next(m for m in project.maps if m.id == each) for each in ("visit", ideal))).there["f1"]
        == "again"
    )


def test_the_feelings_of_the_other_map_stand_at_the_steps_of_this_one():
    project, ideal = derived(visit())
    one, other = find(project.maps, "visit"), find(project.maps, ideal)
    assert [(each.step, each.marker.value) for each in opposites(project, one, other)] == [("s1-a", 1.0)]


def test_steps_alone_are_paired_as_with_all_the_rest():
    project, ideal = derived(visit())
    one, other = find(project.maps, "visit"), find(project.maps, ideal)
    there = pairing(project, one, other).there
    assert paired_steps(project, one, other) == {step: there[step] for step in ("s1-a", "s1-b", "s2-c")}


def test_a_thing_that_names_itself_as_its_origin_ends():
    looped = card("x", "d", text="", origin=Origin(map="m", thing="x"))
    one = JourneyMap(id="m", origin="m", lanes=(Lane(id="l", kind="actions", cards=(looped,)),))
    other = changed(one, id="n")
    assert pairing(Project(id="p", maps=(one, other)), one, other).there["x"] == "x"


def test_many_with_one_origin_are_paired_once_each():
    many = tuple(card(f"k{number:05}", "d", text="", origin=Origin(map="m", thing="x")) for number in range(4000))
    one = JourneyMap(id="a", lanes=(Lane(id="l", kind="actions", cards=many),))
    other = changed(one, id="b")
    there = pairing(Project(id="p", maps=(one, other)), one, other).there
    assert MOST_TWINS <= len(there) <= len(many) + 1


def maps(*statuses, origins=()):
    kin = dict(origins)
    named = (JourneyMap(id=f"m{n}", rank="ABCDE"[n], status=s, origin=kin.get(n, "")) for n, s in enumerate(statuses))
    return Project(id="p", maps=tuple(named))


def other_of(project, at):
    found = counterpart(project, project.maps[at])
    return found.id if found else ""


def test_a_map_is_compared_with_what_it_was_derived_from():
    assert other_of(maps("current", "ideal", "ideal", origins={2: "m0"}.items()), 2) == "m0"


def test_and_that_with_its_ideal_before_a_mere_copy():
    assert other_of(maps("current", "current", "ideal", origins={1: "m0", 2: "m0"}.items()), 0) == "m2"


def test_without_kin_current_stands_against_ideal():
    assert other_of(maps("current", "hypothesis", "ideal"), 0) == "m2"


def test_one_map_stands_alone():
    assert other_of(maps("current"), 0) == "" == other_of(maps("current", "current", "current"), 0)


def test_two_stand_against_each_other():
    assert other_of(maps("current", "current"), 0) == "m1"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_nothing_stands_for_two_things(titles, others):
    def named(name, row):
        return JourneyMap(
            id=name,
            stages=tuple(Stage(id=f"{name}{n}", title=title, rank="ABCDEF"[n]) for n, title in enumerate(row)),
        )

    one, other = named("m", titles), named("n", others)
    found = pairing(Project(id="p", maps=(one, other)), one, other)
    assert len(set(found.there.values())) == len(found.there) == len(found.back)
    assert len(found.there) == sum(min(titles.count(each), others.count(each)) for each in "abc")


def test_what_is_parked_keeps_its_mate():
    project, ideal = derived(visit())
    journey = find(project.maps, ideal)
    lane = next(one for one in journey.lanes if one.cards)
    parked = changed(
        journey,
        lanes=tuple(changed(one, cards=()) if one is lane else one for one in journey.lanes),
        parking=lane.cards,
    )
    both = changed(project, maps=tuple(parked if one.id == ideal else one for one in project.maps))
    assert {"book", "eat"} <= set(pairing(both, find(both.maps, "visit"), parked).there)
    assert in_order(parked.parking)
