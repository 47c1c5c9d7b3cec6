"""Personas as filters: what is hers, and what is everybody's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from looking import WORDS, card, desk_on, lane, visit

from desktop.desk.lens import Lens
from desktop.desk.sight import Sight
from desktop.desk.whose import Whose
from desktop.document.cards import Tactic
from desktop.document.edits.people import edit_persona

FAMILIES = card("t1", "find", kind="tactic", tactic=Tactic(segment="Families"))
COUPLES = card("t2", "find", kind="tactic", tactic=Tactic(segment="Couples"))
ALL = card("t3", "find", kind="tactic")


@pytest.fixture
def desk():
    """Maya is of the families; of Paolo no segment is known."""
    desk = desk_on(visit(lanes=(*visit().lanes, lane("trials", "z", FAMILIES, COUPLES, ALL, kind="tactics"))))
    desk.attempt("", lambda project: edit_persona(project, "maya", segment="Families"))
    return desk


def dimmed(desk):
    """All that does not pass, with the personas whose curves do not."""
    return frozenset().union(*Sight(WORDS).dimmed(desk.journey, desk.lens).values())


def test_what_is_not_hers_is_dimmed(desk):
    Whose(desk).toggle("maya")
    assert dimmed(desk) == {"m2", "p1", "paolo", "t2"}


def test_once_more_shows_what_is_everybodys(desk):
    Whose(desk).toggle("maya")
    Whose(desk).toggle("maya")
    assert desk.lens == Lens()
    assert dimmed(desk) == frozenset()


def test_tactics_for_anybody_pass_where_no_segment_is_known(desk):
    Whose(desk).toggle("paolo")
    assert not dimmed(desk) & {"t1", "t2", "t3"}
    assert "a2" in dimmed(desk)


def test_it_is_said_what_is_seen(desk):
    said = []
    desk.said.connect(said.append)
    Whose(desk).toggle("maya")
    Whose(desk).toggle("paolo")
    Whose(desk).toggle("maya")
    Whose(desk).toggle("paolo")
    assert ["Maya, Paolo" in one for one in said] == [False, True, False, False]
    assert said[-1] == "What belongs to everybody is seen again."


def test_nothing_of_the_project_changes(desk):
    before = desk.project
    Whose(desk).toggle("maya")
    assert desk.project is before


def test_nobody_is_not_chosen(desk):
    Whose(desk).toggle("somebody")
    assert desk.lens == Lens()


def test_other_filters_stay(desk):
    desk.look(Lens(kinds=frozenset({"pain"}), leave_out=True))
    Whose(desk).toggle("maya")
    Whose(desk).toggle("maya")
    assert desk.lens == Lens(kinds=frozenset({"pain"}), leave_out=True)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["maya", "paolo"]), max_size=8))
def test_the_order_of_clicks_does_not_matter(clicks):
    desks = [desk_on(), desk_on()]
    for desk, order in zip(desks, (clicks, clicks[::-1]), strict=True):
        for persona in order:
            Whose(desk).toggle(persona)
    assert desks[0].lens == desks[1].lens
    assert Whose(desks[0]).chosen == {name for name in ("maya", "paolo") if clicks.count(name) % 2}
