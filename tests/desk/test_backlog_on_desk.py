"""The backlog on the desk: what it holds, its verbs one step each, and what is shown while a card is in the hand."""

import pytest

from desks import desk_on
from desktop.desk.backlog import Backlog
from desktop.document.base import changed, in_order
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.edits.facets import edit_facet
from desktop.document.edits.facts import edit_map
from desktop.document.journey import JourneyMap, Link
from desktop.document.project import Weights
from grids import card, lane, project

LINKS = (Link(id="k", kind="answers", source="c2", target="c1"),)


def idea(number, impact, ease, **fields):
    promise = Promise(impact=impact, ease=ease, factors=Factors(revenue=1))
    return card(number, "opportunity", promise=promise, **{"text": f"Idea {number}", **fields})


@pytest.fixture
def desk():
    ideas = idea(2, 5, 5), idea(3, 2, 2), card(4, "opportunity", text="Not judged")
    pains = lane(card(1, "pain", text="Wait", pain=Pain(severity=4)), kind="pains")
    more = lane(card(5, "tactic", text="Bread"), card(6, "experiment", text="Test"), kind="tactics")
    return desk_on(project(pains, lane(*ideas, kind="opportunities"), more, links=LINKS))


@pytest.fixture
def backlog(desk):
    return Backlog(desk, lambda: "2026-11-22")


@pytest.fixture
def told(backlog):
    """How often the backlog has changed, and what was said."""
    found = {"changed": 0, "said": [], "held": []}

    def count():
        found["changed"] += 1

    backlog.changed.connect(count)
    backlog.held.connect(found["held"].append)
    backlog.desk.said.connect(found["said"].append)
    found["alive"] = count
    return found


def ids(backlog):
    return [entry.card.id for entry in backlog.entries]


def test_it_holds_what_the_map_holds(backlog):
    assert ids(backlog) == ["c2", "c3", "c4"]
    assert [one.card.id for one in backlog.pains] == ["c1"]
    assert ([one.id for one in backlog.tactics], [one.id for one in backlog.experiments]) == (["c5"], ["c6"])
    assert backlog.numbers == {"c1": 1, "c2": 1}
    assert [one.id for one in backlog.answers["c1"]] == ["c2"]


def test_it_is_made_once_and_again_when_something_changes(backlog, desk):
    before = backlog.entries
    assert backlog.entries is before
    desk.attempt("x", lambda whole: edit_facet(whole, "m", ("c3",), "owner", "Ana"))
    assert backlog.entries is not before


def test_what_it_does_not_speak_of_is_no_change(backlog, desk, told):
    desk.attempt("x", lambda whole: edit_map(whole, "m", title="Another"))
    desk.select(("c2",))
    assert told["changed"] == 0


def test_another_map_is_another_backlog(backlog, desk, told):
    other = JourneyMap(id="n", rank="z")
    desk.edit("x", changed(desk.project, maps=(*desk.project.maps, other)))
    desk.show_map("n")
    assert (ids(backlog), told["changed"]) == ([], 1)


def test_judging_is_one_step(backlog, desk):
    assert backlog.place("c3", 4, 5)
    assert backlog.grades("c3") == (4, 5)
    assert desk.session.undoable.label == "Judge “Idea 3”"
    desk.undo()
    assert backlog.grades("c3") == (2, 2)
    assert desk.session.undoable is None


def test_judging_keeps_the_factors(backlog, desk):
    backlog.place("c3", 4, 5)
    assert backlog.entries[1].card.promise.factors.revenue == 1


def test_while_it_is_held_all_is_as_it_would_be(backlog, desk, told):
    backlog.hold("c2", 1, 1)
    assert ids(backlog)[0] == "c3"
    assert desk.session.undoable is None
    assert told["held"][-1] is backlog.project
    assert told["changed"] == 1


def test_holding_it_where_it_is_held_costs_nothing(backlog, told):
    backlog.hold("c2", 1, 1)
    backlog.hold("c2", 1, 1)
    assert told["changed"] == 1


def test_letting_go_makes_it_so_in_one_step(backlog, desk):
    backlog.hold("c2", 3, 3)
    backlog.hold("c2", 1, 1)
    assert backlog.drop()
    assert backlog.grades("c2") == (1, 1)
    desk.undo()
    assert (backlog.grades("c2"), desk.session.undoable) == ((5, 5), None)


def test_giving_up_leaves_everything_as_it_was(backlog, desk, told):
    before = desk.project
    backlog.hold("c2", 1, 1)
    backlog.give_up()
    assert desk.project is before
    assert (ids(backlog)[0], told["held"][-1]) == ("c2", None)
    assert not backlog.drop()


def test_letting_go_where_it_was_is_no_step(backlog, desk):
    backlog.hold("c2", 5, 5)
    assert not backlog.drop()
    assert desk.session.undoable is None


def test_an_edit_from_elsewhere_ends_the_holding(backlog, desk):
    backlog.hold("c2", 1, 1)
    desk.attempt("x", lambda whole: edit_facet(whole, "m", ("c3",), "owner", "Ana"))
    assert backlog.project is desk.project


def test_a_card_of_a_locked_lane_is_not_held(told):
    desk = desk_on(project(lane(idea(2, 1, 1), kind="opportunities", locked=True)))
    backlog = Backlog(desk, lambda: "2026-11-22")
    said = []
    desk.said.connect(said.append)
    backlog.hold("c2", 5, 5)
    assert backlog.project is desk.project
    assert len(said) == 1


@pytest.mark.parametrize(("by", "expected"), [((1, 0), (3, 2)), ((0, -1), (2, 1)), ((-5, 9), (1, 5))])
def test_keys_move_it_by_a_grade_and_never_out_of_the_matrix(backlog, by, expected):
    backlog.nudge("c3", *by)
    assert backlog.grades("c3") == expected


def test_what_nobody_judged_comes_to_the_middle_first(backlog):
    backlog.nudge("c4", 1, 0)
    assert backlog.grades("c4") == (3, 3)


def test_a_value_is_one_step(backlog, desk):
    assert backlog.set_value("c3", "owner", "Kitchen", "Owner")
    assert backlog.entries[1].card.owner == "Kitchen"
    assert desk.session.undoable.label == "Change Owner of “Idea 3”"


def test_weighing_is_one_step_and_changes_the_score(backlog, desk):
    before = backlog.entries[0].score
    assert backlog.weigh("revenue", 0.0)
    assert backlog.entries[0].score > before
    assert backlog.weigh_alike()
    assert desk.project.weights == Weights()
    assert not backlog.weigh_alike()


def test_a_weight_out_of_bounds_is_refused(backlog, told):
    assert not backlog.weigh("revenue", 11.0)
    assert len(told["said"]) == 1


def test_next_is_filled_in_one_step(backlog, desk, told):
    assert backlog.fill_next()
    assert [task.text for task in in_order(desk.journey.tasks)] == ["Idea 2", "Idea 3", "Not judged"]
    assert told["said"] == ["Next at the foot of the map has 3 lines now."]
    assert not backlog.fill_next()
    assert told["said"][-1] == "Next says so already."


def test_next_takes_what_is_chosen(backlog, desk):
    backlog.fill_next(("c3",))
    assert [task.text for task in desk.journey.tasks] == ["Idea 3"]


def test_without_open_opportunities_next_says_so(told):
    desk = desk_on(project(lane(idea(2, 1, 1, status="done"), kind="opportunities")))
    said = []
    desk.said.connect(said.append)
    assert not Backlog(desk, lambda: "2026-11-22").fill_next()
    assert said == ["There is no open opportunity."]


@pytest.mark.parametrize(
    ("other", "expected"),
    [("c5", ("leads", "c3", "c5")), ("c6", ("tests", "c6", "c3")), ("c1", ("answers", "c3", "c1"))],
)
def test_an_opportunity_is_linked_as_its_other_end_asks_for(backlog, desk, other, expected):
    assert backlog.toggle_link("c3", other)
    [link] = backlog.linked("c3", other)
    assert (link.kind, link.source, link.target) == expected
    assert backlog.toggle_link("c3", other)
    assert backlog.linked("c3", other) == []


def test_links_are_steps_with_names(backlog, desk):
    backlog.toggle_link("c3", "c5")
    assert desk.session.undoable.label == "Link “Idea 3” with “Bread”"
    backlog.toggle_link("c3", "c5")
    assert desk.session.undoable.label == "Part “Idea 3” from “Bread”"


def test_without_a_map_there_is_nothing():
    desk = desk_on(changed(project(lane()), maps=()))
    backlog = Backlog(desk, lambda: "2026-11-22")
    assert (backlog.entries, backlog.pains, backlog.numbers, backlog.linkable("pain")) == ((), [], {}, [])


def test_who_has_left_hears_nothing(backlog, desk, told):
    backlog.leave()
    backlog.place("c3", 4, 5)
    assert told["changed"] == 0
