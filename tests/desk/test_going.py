"""The way to what a finding is about: it is selected, whatever one looks through."""

import pytest

from desktop.desk.going import go_to
from desktop.desk.lens import Lens
from tests.desks import desk_on


@pytest.fixture
def desk():
    return desk_on()


@pytest.mark.parametrize("thing", ["c3", "m2", "l-more", "s1", "d2"])
def test_it_is_selected(desk, thing):
    assert go_to(desk, (thing,)) == (thing,)
    assert desk.selected == {thing}


def test_several_come_together_in_their_order(desk):
    assert go_to(desk, ("c4", "gone", "c1")) == ("c4", "c1")
    assert desk.selected == {"c1", "c4"}


@pytest.mark.parametrize("things", [(), ("gone",)])
def test_what_is_not_there_is_not_gone_to(desk, things):
    desk.select(("c1",))
    assert go_to(desk, things) == ()
    assert desk.selected == {"c1"}


def test_what_is_hidden_by_the_lens_is_shown(desk):
    desk.look(Lens(lanes=frozenset({"l-actions"}), stages=frozenset({"s0"})))
    go_to(desk, ("c1",))
    assert (desk.lens.lanes, desk.lens.stages) == (frozenset(), frozenset())


def test_what_is_left_out_is_dimmed_instead(desk):
    desk.look(Lens(evidence=frozenset({"research"}), leave_out=True))
    go_to(desk, ("m1",))
    assert not desk.lens.leave_out


def test_without_a_map_there_is_nowhere_to_go(desk):
    desk.attempt("none", lambda project: project.model_copy(update={"maps": ()}))
    assert go_to(desk, ("c1",)) == ()
