"""The backlog while something else happens: cards that go, lanes that lock, maps and projects that are exchanged."""

import pytest

from desks import desk_on
from desktop.desk.backlog import Backlog
from desktop.document.cards import Pain, Promise
from desktop.document.edits.cards import remove_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.maps import add_map, remove_map
from grids import card, lane, project


def idea(number, impact=3, ease=3):
    return card(number, "opportunity", promise=Promise(impact=impact, ease=ease), text=f"Idea {number}")


@pytest.fixture
def desk():
    pains = lane(card(1, "pain", text="Wait", pain=Pain(severity=4)), kind="pains")
    return desk_on(project(pains, lane(idea(2, 5, 5), idea(3, 2, 2), kind="opportunities")))


@pytest.fixture
def backlog(desk):
    return Backlog(desk, lambda: "2026-11-22")


@pytest.fixture
def said(desk):
    found = []
    desk.said.connect(found.append)
    return found


def remove(desk, card):
    desk.attempt("x", lambda whole: remove_cards(whole, desk.map_id, (card,)))


def test_what_is_held_and_deleted_is_held_no_more(backlog, desk):
    backlog.hold("c2", 1, 1)
    remove(desk, "c2")
    assert backlog.project is desk.project
    assert not backlog.drop()


@pytest.mark.parametrize("verb", ["place", "nudge"])
def test_a_card_that_is_gone_is_judged_no_more(backlog, desk, said, verb):
    remove(desk, "c2")
    before = desk.project
    assert not getattr(backlog, verb)("c2", 1, 1)
    assert desk.project is before
    assert len(said) == 1


def test_a_card_that_is_gone_has_no_value_and_no_name(backlog, desk, said):
    remove(desk, "c2")
    assert not backlog.set_value("c2", "owner", "Ana", "Owner")
    assert (backlog.name("c2"), backlog.grades("c2"), len(said)) == ("", (0, 0), 1)


def test_a_card_that_is_gone_is_linked_with_nothing(backlog, desk, said):
    remove(desk, "c2")
    assert not backlog.toggle_link("c2", "c1")
    assert len(said) == 1


def test_a_lane_that_locks_meanwhile_keeps_its_cards_where_they_are(backlog, desk, said):
    backlog.hold("c2", 1, 1)
    desk.attempt("x", lambda whole: lock_lane(whole, desk.map_id, "l-opportunities", True))
    assert not backlog.place("c2", 1, 1)
    assert backlog.grades("c2") == (5, 5)
    assert len(said) == 1


def test_a_map_that_is_removed_takes_its_backlog_along(backlog, desk):
    desk.attempt("x", lambda whole: add_map(whole, "Other", new_id=desk.new_id))
    gone = desk.map_id
    desk.show_map(next(one.id for one in desk.project.maps if one.id != gone))
    desk.attempt("x", lambda whole: remove_map(whole, gone))
    assert backlog.entries == ()
    desk.undo()
    assert {one.card.id for one in backlog.entries} <= {"c2", "c3"}


def test_undo_of_all_leads_back(backlog, desk):
    before = desk.project
    backlog.place("c2", 1, 1)
    backlog.weigh("revenue", 3.0)
    backlog.toggle_link("c3", "c1")
    backlog.fill_next()
    while desk.session.undoable:
        desk.undo()
    assert desk.project == before
    assert [one.card.id for one in backlog.entries] == ["c2", "c3"]


@pytest.mark.parametrize("grades", [(6, 1), (1, 6), (-1, 3), (3, 99)])
def test_grades_out_of_bounds_are_refused(backlog, desk, said, grades):
    before = desk.project
    backlog.place("c2", *grades)
    assert desk.project is before
    assert len(said) == 1


def test_in_a_project_to_be_read_nothing_changes(backlog, desk):
    desk.session.read_only = True
    before = desk.project
    for act in (lambda: backlog.place("c2", 1, 1), backlog.fill_next, lambda: backlog.toggle_link("c3", "c1")):
        assert not act()
    assert desk.project is before
