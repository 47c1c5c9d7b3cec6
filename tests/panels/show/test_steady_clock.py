"""The clock of a run of show: nothing but time makes it go on."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.panels.show.clock import SteadyClock, passed
from shows import Clock

SECONDS = st.integers(0, 10**6)
JUMP = st.integers(-(10**7), 10**7)


def clocks():
    wall, gone = Clock(), Clock()
    return SteadyClock(wall, gone), wall, gone


def test_it_begins_as_the_wall_has_it():
    clock, wall, _ = clocks()
    assert clock() == wall()


@given(st.lists(st.tuples(SECONDS, JUMP), max_size=8))
def test_only_what_goes_by_counts_however_the_wall_is_set(steps):
    clock, wall, gone = clocks()
    begun = clock()
    for seconds, jump in steps:
        gone.on(seconds=seconds)
        wall.on(seconds=seconds + jump)
    assert clock() - begun == sum(seconds for seconds, _ in steps)


@given(SECONDS, JUMP)
def test_set_anew_it_is_as_the_wall_has_it(seconds, jump):
    clock, wall, gone = clocks()
    gone.on(seconds=seconds)
    wall.on(seconds=jump)
    clock.set()
    assert clock() == wall()


def test_this_machine_has_such_a_clock():
    first = passed()
    assert passed() >= first
