"""Shares of what is known: every statement counts once in its lane, and the more is researched the more is known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Computed, Evidence, Marker
from desktop.method.coverage import CLAIMS, STATES, Ledger, Share, coverage, is_known, state_of
from tests.grids import card, lane, project, with_card


def said(number, state="", kind="action", step=0, last=None):
    return card(number, kind, step, last, evidence=Evidence(state=state) if state else None)


def marker(number, step=0, **fields):
    return Marker(id=f"e{number}", step=f"d{step}", value=1.0, **fields)


def covered(*lanes, **fields):
    return coverage(project(*lanes, **fields).maps[0])


def test_a_lane_is_known_by_the_share_of_its_statements_that_rest_on_research():
    found = covered(lane(said(1, "research"), said(2, "measurement"), said(3, "anecdote"), said(4)))
    assert found.by_lane["l-actions"].known == 0.5
    assert found.whole.counts == {"research": 1, "measurement": 1, "anecdote": 1, "": 1}


def test_stages_share_what_stands_in_them():
    found = covered(lane(said(1, "research", step=0), said(2, step=2), said(3, step=3)))
    assert {stage: share.known for stage, share in found.by_stage.items()} == {"s0": 1.0, "s1": 0.0}


def test_a_card_over_two_stages_counts_in_both_and_once_in_all():
    found = covered(lane(said(1, "research", step=1, last=2)))
    assert [share.total for share in found.by_stage.values()] == [1, 1]
    assert found.whole.total == 1


def test_a_card_without_a_known_step_counts_in_its_lane_alone():
    found = covered(lane(card(1, first="gone", last="gone")))
    assert (found.whole.total, found.by_stage) == (1, {})


@pytest.mark.parametrize("kind", ["opportunity", "tactic", "experiment", "note", "picture", "unheard-of"])
def test_what_one_might_do_is_no_statement(kind):
    assert covered(lane(said(1, "research", kind))).whole.total == 0


@pytest.mark.parametrize("kind", CLAIMS)
def test_whatever_says_how_things_are_is_one(kind):
    assert covered(lane(said(1, "research", kind))).whole.known == 1.0


def test_feelings_are_statements():
    found = covered(lane(kind="emotions", markers=(marker(1), marker(2, evidence=Evidence(state="research")))))
    assert found.whole.known == 0.5


def test_what_was_computed_from_people_is_measured():
    assert state_of(marker(1, computed=Computed(people=38))) == "measurement"
    assert state_of(marker(1, computed=Computed())) == ""
    assert state_of(marker(1, computed=Computed(people=38), evidence=Evidence(state="anecdote"))) == "anecdote"


def test_a_state_of_a_newer_version_is_taken_for_an_assumption():
    assert state_of(said(1, "telepathy")) == "assumption"
    assert not is_known(said(1, "telepathy"))


def test_hidden_lanes_do_not_count():
    assert covered(lane(said(1), hidden=True)).whole.total == 0


def test_where_nothing_is_stated_nothing_is_known():
    assert Share().known == 0.0
    assert list(Share().parts()) == []
    assert covered(lane()).by_lane == {}


def test_parts_come_from_the_best_known_to_the_least():
    share = Share({"": 1, "assumption": 1, "measurement": 2})
    assert list(share.parts()) == [("measurement", 0.5), ("assumption", 0.25), ("", 0.25)]


@given(st.lists(st.sampled_from(STATES), max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_neither_order_nor_number_brings_a_share_out_of_bounds(states, chance):
    cards = [said(number, state, step=number % 4) for number, state in enumerate(states)]
    first = covered(lane(*cards))
    chance.shuffle(cards)
    assert covered(lane(*cards)) == first
    assert 0.0 <= first.whole.known <= 1.0
    assert first.whole.total == len(states) == sum(share.total for share in first.by_stage.values())
    assert sum(part for _, part in first.whole.parts()) == pytest.approx(1.0 if states else 0.0)


def test_a_ledger_counts_only_what_has_changed():
    whole = project(lane(said(1)), lane(said(2, kind="thought"), kind="thoughts"))
    ledger = Ledger()
    before = ledger.coverage(whole.maps[0])
    edited = with_card(whole, "l-actions", said(1, "research"))
    after = ledger.coverage(edited.maps[0])
    assert after.by_lane["l-thoughts"] is before.by_lane["l-thoughts"]
    assert after == coverage(edited.maps[0])


def test_a_ledger_gives_the_same_for_the_same_map():
    journey, ledger = project(lane(said(1))).maps[0], Ledger()
    assert ledger.coverage(journey) is ledger.coverage(journey)


def test_a_ledger_notices_other_stages():
    journey, ledger = project(lane(said(1, step=2))).maps[0], Ledger()
    assert list(ledger.coverage(journey).by_stage) == ["s1"]
    fewer = changed(journey, stages=journey.stages[:1])
    assert list(ledger.coverage(fewer).by_stage) == []


def test_a_lane_that_is_gone_counts_no_more():
    journey, ledger = project(lane(said(1)), lane(said(2, kind="thought"), kind="thoughts")).maps[0], Ledger()
    ledger.coverage(journey)
    assert list(ledger.coverage(changed(journey, lanes=journey.lanes[:1])).by_lane) == ["l-actions"]
