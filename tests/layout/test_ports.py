"""Where on a card's side arrows leave and arrive."""

from waycases import ROOM, end, routed

from desktop.layout.gutters import Level
from desktop.layout.ports import Side, Tip, edge, sides, spread, straight_port

HERE, BELOW, FAR_BELOW, ABOVE = end(1, 0, opens=False), end(2, 1), end(4, 1), end(0, 1)
RIGHT_SIDE = Side("a", "right", -1)


def leaving(*targets):
    """The tips of arrows from one card to others, by their names."""
    routes = [routed(name, HERE, target, ("a", name)) for name, target in targets]
    return [(Tip(route.id, arriving=False), route) for route in routes]


def places(tips, straight=()):
    return {tip.id: place for tip, place in spread(RIGHT_SIDE, tips, straight, ROOM)}


def test_both_sides_of_a_route():
    route = routed("k", HERE, BELOW, ("a", "b"))
    assert list(sides(route)) == [
        (Side("a", "right", -1), Tip("k", arriving=False)),
        (Side("b", "left", -1), Tip("k", arriving=True)),
    ]


def test_a_single_arrow_stands_at_the_first_line():
    assert places(leaving(("x", BELOW))) == {"x": HERE.rect.y + ROOM.first}


def test_several_stand_apart_and_those_that_go_far_come_first():
    found = places(leaving(("near", BELOW), ("far", FAR_BELOW)))
    assert found["far"] == HERE.rect.y + ROOM.first
    assert found["near"] == found["far"] + ROOM.port


def test_arrows_up_come_before_arrows_down():
    found = places(leaving(("down", BELOW), ("up", ABOVE)))
    assert found["up"] < found["down"]


def test_bent_arrows_stand_round_straight_ones():
    found = places(leaving(("down", BELOW), ("up", ABOVE)), straight=[30.0])
    assert found == {"up": 24.0, "down": 36.0}


def test_where_there_is_no_room_they_share_the_last_place():
    many = places(leaving(*((f"x{number}", BELOW) for number in range(9))))
    assert max(many.values()) == HERE.rect.bottom - ROOM.corner
    assert len(set(many.values())) < len(many)


def test_on_a_low_card_arrows_stand_in_its_middle():
    low = end(1, 0, high=6.0, opens=False)
    routes = [routed("k", low, BELOW, ("a", "b"))]
    assert dict(spread(RIGHT_SIDE, [(Tip("k", arriving=False), routes[0])], [], ROOM)) == {Tip("k", False): 13.0}


def test_on_a_top_they_stand_round_the_middle():
    target = end(1, 3)
    routes = [routed(name, end(0, first), target, (name, "t")) for name, first in (("left", 0), ("right", 5))]
    tips = [(Tip(route.id, arriving=True), route) for route in routes]
    found = {tip.id: place for tip, place in spread(Side("t", "top", 3), tips, [], ROOM)}
    assert found == {"left": 347.0, "right": 353.0}


def test_the_edge_where_an_arrow_leaves_and_arrives():
    route = routed("k", HERE, BELOW, ("a", "b"))
    assert edge(route, 26.0, arriving=False) == (90.0, Level(1, 26.0))
    assert edge(route, 26.0, arriving=True) == (110.0, Level(2, 26.0))
    down = routed("k", end(0, 2), end(1, 2), ("a", "b"), down=2)
    assert edge(down, 250.0, arriving=False) == (250.0, Level(0, 50.0))
    assert edge(down, 250.0, arriving=True) == (250.0, Level(1, 10.0))


def test_straight_arrows_between_the_same_cards_step_aside():
    across = routed("k", end(0, 0), end(0, 1, y=20.0), ("a", "b"), across=True)
    assert [straight_port(across, ROOM, twin) for twin in (0, 1)] == [35.0, 41.0]
    assert straight_port(across, ROOM, 40) == 50.0
    down = routed("k", end(0, 2), end(1, 2), ("a", "b"), down=2)
    assert [straight_port(down, ROOM, twin) for twin in (0, 1, 90)] == [250.0, 256.0, 286.0]
