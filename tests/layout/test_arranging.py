"""Arrows led past each other: whatever came before, the result is that of those that are there."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from waycases import ROOM, end, routed

from desktop.layout.arranging import Arranger
from effort import examples

CARDS = {
    f"{row}{column}{y:.0f}": end(row, column, y=y, opens=y < 50)
    for row in range(3)
    for column in range(4)
    for y in (10.0, 60.0)
}
names = st.sampled_from(sorted(CARDS))


@st.composite
def some_routes(draw):
    """Up to eight links between any of the cards; those of one row may run straight."""
    found = []
    for number in sorted(draw(st.sets(st.integers(0, 9), max_size=8))):
        source, target = draw(st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]))
        one, other = CARDS[source], CARDS[target]
        across = draw(st.booleans()) and one.row == other.row and one.first != other.first
        found.append(routed(f"k{number}", one, other, (source, target), across=across))
    return found


def fresh(routes):
    return Arranger(ROOM).arranged(routes)


@given(st.lists(some_routes(), min_size=2, max_size=5))
@examples(40)
def test_what_was_there_before_never_shows(states):
    keeper = Arranger(ROOM)
    for routes in states:
        assert dict(keeper.arranged(routes)) == dict(fresh(routes))


@given(some_routes(), st.randoms())
def test_the_order_of_routes_does_not_matter(routes, chance):
    shuffled = list(routes)
    chance.shuffle(shuffled)
    assert dict(fresh(shuffled)) == dict(fresh(routes))


@given(some_routes())
def test_every_stretch_runs_across_or_down(routes):
    for corners in fresh(routes).values():
        for one, other in pairwise(corners):
            assert (one[0] == other[0]) != (one[1] == other[1])


def test_what_stays_is_the_same_object():
    one, other = (
        routed(name, CARDS["0010"], CARDS[target], ("a", target)) for name, target in (("k", "1110"), ("l", "2310"))
    )
    keeper = Arranger(ROOM)
    before = keeper.arranged([one, other])["l"]
    assert keeper.arranged([one, other])["l"] is before
    assert keeper.arranged([one, other])["k"] is not before


def test_an_arrow_that_goes_makes_room():
    one, other = (routed(name, CARDS["0010"], CARDS["2010"], ("a", "b")) for name in ("k", "l"))
    keeper = Arranger(ROOM)
    alone = dict(keeper.arranged([other]))["l"]
    assert keeper.arranged([one, other])["l"] != alone
    assert keeper.arranged([other])["l"] == alone
    assert keeper.arranged([]) == {}


def test_twins_without_bends_move_up_when_the_first_goes():
    pair = CARDS["0010"], CARDS["0110"]
    one, other = (routed(name, *pair, ("a", "b"), across=True) for name in ("k", "l"))
    keeper = Arranger(ROOM)
    first = dict(keeper.arranged([one, other]))["k"]
    assert keeper.arranged([other])["l"] == first
