"""How pictures are turned."""

from desktop.paint.pictures import TURNED


def test_every_turn_keeps_the_unit_square():
    for a, b, c, d, e, f in TURNED.values():
        corners = {(a * x + c * y + e, b * x + d * y + f) for x in (0, 1) for y in (0, 1)}
        assert corners == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_no_two_turns_are_the_same():
    assert len(set(TURNED.values())) == 7
