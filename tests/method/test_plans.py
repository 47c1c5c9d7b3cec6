"""Tactics and experiments with what they serve, where they stand, and what contradicts them."""

from desktop.document.base import changed
from desktop.document.cards import Promise, Tactic
from desktop.document.journey import Link
from desktop.method.plans import by_segment, plans
from tests.grids import card, lane, project


def tactic(number, segment="", form="offer", **fields):
    return card(number, "tactic", tactic=Tactic(form=form, segment=segment), **{"text": f"Tactic {number}", **fields})


def link(source, target, kind="leads"):
    return Link(id=f"{source}{target}", kind=kind, source=source, target=target)


def found(*cards, kind="tactic", **fields):
    whole = project(lane(*cards, kind="tactics"), **fields)
    return plans(whole, whole.maps[0], kind)


def test_each_knows_where_it_stands():
    (plan,) = found(tactic(1, first="d2", last="d3"))
    assert (plan.stage, plan.step) == ("Stage 1", "Step 2")


def test_what_it_is_linked_with_is_known_by_kind():
    cards = tactic(1), card(2, "touchpoint"), card(3, "experiment"), card(4, "note")
    links = link("c1", "c2"), link("c3", "c1"), link("c1", "c4")
    (plan,) = found(*cards, links=links)
    assert [one.id for one in plan.touchpoints] == ["c2"]
    assert [one.id for one in plan.others] == ["c3"]


def test_linked_twice_is_told_once():
    cards, links = (tactic(1), card(2, "touchpoint")), (link("c1", "c2"), link("c2", "c1"))
    (plan,) = found(*cards, links=links)
    assert len(plan.touchpoints) == 1


def test_opportunities_are_told_the_best_first():
    ideas = [card(n, "opportunity", promise=Promise(impact=n, ease=n), text=f"Idea {n}") for n in (2, 4)]
    (plan,) = found(tactic(1), *ideas, links=(link("c2", "c1"), link("c4", "c1")))
    assert [one.id for one in plan.opportunities] == ["c4", "c2"]


def test_an_experiment_serves_what_its_tactic_serves():
    idea = card(2, "opportunity", promise=Promise(impact=3, ease=3))
    links = link("c2", "c1"), link("c3", "c1", "tests")
    (plan,) = found(tactic(1), idea, card(3, "experiment"), links=links, kind="experiment")
    assert [one.id for one in plan.opportunities] == ["c2"]


def test_those_that_contradict_know_each_other():
    first, second, other = found(tactic(1), tactic(2), tactic(3, form="message"))
    assert [one.id for one in first.rivals] == ["c2"]
    assert [one.id for one in second.rivals] == ["c1"]
    assert other.rivals == ()


def test_what_stands_in_a_hidden_lane_is_passed_over():
    whole = project(lane(tactic(1), kind="tactics"), lane(card(2, "touchpoint"), kind="touchpoints", hidden=True))
    journey = changed(whole.maps[0], links=(link("c1", "c2"),))
    (plan,) = plans(whole, journey, "tactic")
    assert plan.touchpoints == ()


def test_everybody_comes_first_and_segments_in_their_order():
    groups = by_segment(found(tactic(1, "Regulars"), tactic(2), tactic(3, "Families"), tactic(4, " regulars ")))
    assert {name: [plan.card.id for plan in held] for name, held in groups.items()} == {
        "": ["c2"],
        "Regulars": ["c1", "c4"],
        "Families": ["c3"],
    }
    assert list(groups) == ["", "Regulars", "Families"]
