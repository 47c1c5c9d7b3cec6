"""Contradictions among any tactics: the same whichever comes first, never with itself, gone where one is closed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Tactic
from desktop.document.journey import Link
from desktop.method.tactics import clashes, of_kind
from tests.grids import card, lane, project

TACTICS = st.lists(
    st.tuples(
        st.sampled_from(("", "offer", "message")),
        st.sampled_from(("", "Regulars", "Newcomers", " regulars ")),
        st.sampled_from(("", "lunch", "dinner")),
        st.sampled_from(("", "web", "phone")),
        st.sampled_from(("", "planned", "done", "dropped")),
        st.integers(0, 3),
    ),
    max_size=7,
)
FEW = settings(max_examples=40, deadline=None)


def tactic(number, told):
    form, segment, when, channel, status, step = told
    own = Tactic(form=form, segment=segment, when=when)
    return card(number, "tactic", step, tactic=own, text=f"T{number}", channel=channel, status=status)


def journey(told, **fields):
    return project(lane(*(tactic(at, each) for at, each in enumerate(told)), kind="tactics", **fields)).maps[0]


def pairs(found):
    return {frozenset((one.first.id, one.second.id)) for one in found}


@given(TACTICS)
@FEW
def test_no_pair_is_told_twice_and_none_is_one_card(told):
    found = clashes(journey(told))
    assert len(pairs(found)) == len(found)
    assert all(len(pair) == 2 for pair in pairs(found))


@given(TACTICS, st.randoms(use_true_random=False))
@FEW
def test_ranks_do_not_matter(told, dice):
    whole = journey(told)
    ranks = dice.sample("bcdefghijk", len(told))
    cards = tuple(changed(one, rank=rank) for one, rank in zip(of_kind(whole, "tactic"), ranks, strict=True))
    turned = project(lane(*cards, kind="tactics")).maps[0]
    assert pairs(clashes(turned)) == pairs(clashes(whole))


@given(TACTICS)
@FEW
def test_both_are_open_of_one_form_and_at_one_step(told):
    for one in clashes(journey(told)):
        assert one.first.tactic.form == one.second.tactic.form != ""
        assert one.first.first == one.second.first == one.step
        assert not {one.first.status, one.second.status} & {"done", "dropped"}


@given(TACTICS)
@FEW
def test_whoever_is_meant_is_meant_by_both(told):
    for one in clashes(journey(told)):
        meant = {each.tactic.segment.strip().casefold() for each in (one.first, one.second)} - {""}
        assert len(meant) <= 1


@given(TACTICS)
@FEW
def test_when_all_is_done_nothing_contradicts(told):
    assert clashes(journey([(*each[:4], "done", each[5]) for each in told])) == []


@given(TACTICS)
@FEW
def test_hidden_tactics_contradict_nobody(told):
    assert clashes(journey(told, hidden=True)) == []


@given(TACTICS)
@FEW
def test_variants_of_one_experiment_are_alternatives(told):
    cards = [tactic(at, each) for at, each in enumerate(told)]
    links = tuple(Link(id=f"k{at}", kind="tests", source="c90", target=one.id) for at, one in enumerate(cards))
    whole = project(lane(*cards, card(90, "experiment"), kind="tactics"), links=links)
    assert clashes(whole.maps[0]) == []


@given(TACTICS)
@FEW
def test_they_are_told_from_left_to_right(told):
    steps = [one.step for one in clashes(journey(told))]
    assert steps == sorted(steps)
