"""What is known of the map shown, seen and drawn."""

import pytest

from desktop.desk.knowing import SHOWN, Knowing
from desktop.desk.lens import Lens
from desktop.desk.sight import Sight
from desktop.document.cards import Computed, Evidence
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.markers import edit_marker
from desktop.layout.known import SHOWN as DRAWN
from tests.desks import desk_on


@pytest.fixture
def knowing():
    return Knowing(desk_on())


def know(desk, card, state="research"):
    proof = Evidence(state=state)
    desk.attempt("know", lambda project: edit_cards(project, desk.map_id, (card,), evidence=proof))


def dimmed(desk):
    return set().union(*Sight(desk.words).dimmed(desk.journey, desk.lens).values())


def test_it_is_counted_anew_after_an_edit(knowing):
    assert knowing.coverage.whole.known == 0.0
    know(knowing.desk, "c1")
    assert knowing.coverage.whole.known == 1 / 7


def test_without_a_map_nothing_is_known(knowing):
    knowing.desk.attempt("none", lambda project: project.model_copy(update={"maps": ()}))
    assert knowing.coverage is None
    assert knowing.unknowns == []
    knowing.draw(True)
    assert not knowing.drawn


def test_what_to_find_out_follows_the_map(knowing):
    assert {one.code for one in knowing.unknowns} == {"stage"}
    know(knowing.desk, "c1")
    assert [one.things for one in knowing.unknowns] == [("s1",)]


def test_only_what_is_known_is_seen_in_full(knowing):
    know(knowing.desk, "c1")
    know(knowing.desk, "c2", "anecdote")
    knowing.show_only_known(True)
    assert {"c2", "c3", "c4", "m1"} <= dimmed(knowing.desk)
    assert "c1" not in dimmed(knowing.desk)


def test_a_computed_feeling_is_known(knowing):
    desk = knowing.desk
    desk.attempt("x", lambda project: edit_marker(project, desk.map_id, "m1", computed=Computed(people=9)))
    knowing.show_only_known(True)
    assert "m1" not in dimmed(desk)


def test_everything_is_seen_again(knowing):
    knowing.desk.look(Lens(kinds=frozenset({"note"})))
    knowing.show_only_known(True)
    knowing.show_only_known(False)
    assert knowing.desk.lens == Lens(kinds=frozenset({"note"}))


def test_the_switch_says_which_way(knowing):
    said = []
    knowing.desk.said.connect(said.append)
    knowing.toggle_only_known()
    knowing.toggle_only_known()
    assert said == ["Only what rests on research or measurement is shown in full", "Everything is shown"]


def test_bars_are_a_step_that_can_be_undone(knowing):
    knowing.draw(True)
    assert knowing.drawn
    assert knowing.desk.undo().label == "Show what is known in the headings"
    assert not knowing.drawn


def test_drawing_what_is_drawn_changes_nothing(knowing):
    knowing.draw(False)
    assert knowing.desk.session.undoable is None


def test_what_else_a_map_shows_stays(knowing):
    desk = knowing.desk
    desk.attempt("x", lambda project: edit_map(project, desk.map_id, shows=("gap",)))
    knowing.draw(True)
    assert desk.journey.shows == ("gap", SHOWN)
    knowing.draw(False)
    assert desk.journey.shows == ("gap",)


def test_desk_and_layout_mean_the_same():
    assert SHOWN == DRAWN
