from math import cos, hypot, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.document.kinds import CARD_KINDS, CHANNELS, OTHER_KINDS
from desktop.layout.icons import GRID, STROKE, arc, path_commands, read_icon

ICONS = resources.icons()


def points(commands):
    """Every point of a path, handles included."""
    for _, *numbers in commands:
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def test_lines():
    assert path_commands("M1 2 L3 4 H5 V6 Z") == (("M", 1, 2), ("L", 3, 4), ("L", 5, 4), ("L", 5, 6), ("Z",))


def test_a_closed_path_goes_on_from_its_start():
    assert path_commands("M1 2 H5 V9 Z H3")[-1] == ("L", 3, 2)


def test_a_curve_is_taken_as_it_is():
    assert path_commands("M0 0 C1 2 3 4 5 6 H7")[1:] == (("C", 1, 2, 3, 4, 5, 6), ("L", 7, 6))


def test_unknown_commands_are_refused():
    with pytest.raises(ValueError, match="'q'"):
        path_commands("M0 0 q1 2 3 4")


def test_a_half_circle_is_two_quarters():
    first, second = arc((2, 8), (6, 6), 0, (14, 8), large=False, sweep=True)
    assert first[4:] == (8, 2)
    assert second[4:] == (14, 8)


def test_the_sweep_decides_the_side():
    above = next(arc((2, 8), (6, 6), 0, (14, 8), large=False, sweep=True))
    below = next(arc((2, 8), (6, 6), 0, (14, 8), large=False, sweep=False))
    assert above[5] == pytest.approx(2)
    assert below[5] == pytest.approx(14)


@given(st.booleans(), st.booleans(), st.floats(0.1, 6.2), st.floats(3, 9))
def test_an_arc_stays_on_its_circle(large, sweep, angle, radius):
    end = (8 + 5 * cos(angle), 8 + 5 * sin(angle))
    curves = list(arc((8, 8), (radius, radius), 0, end, large=large, sweep=sweep))
    assert curves[-1][4:] == pytest.approx(end, abs=1e-3)
    assert all(hypot(x - 8, y - 8) <= 2 * max(radius, 2.5) + 1e-3 for curve in curves for x, y in [curve[4:]])


def test_radii_that_are_too_small_grow():
    (*_, last) = arc((0, 0), (1, 1), 0, (10, 0), large=False, sweep=True)
    assert last[4:] == pytest.approx((10, 0))


def test_an_ellipse_may_be_turned():
    curves = list(arc((3, 8), (5, 2), 90, (13, 8), large=False, sweep=True))
    assert curves[-1][4:] == pytest.approx((13, 8))


def test_fill_and_stroke_are_read():
    icon = read_icon(
        '<svg><path fill="none" stroke="currentColor" d="M0 0 H1"/><path fill="currentColor" d="M2 2 H3 Z"/></svg>'
    )
    assert [(part.filled, part.stroked) for part in icon] == [(False, True), (True, False)]


@pytest.mark.parametrize(
    "name", [kind.key for kind in (*CARD_KINDS, *OTHER_KINDS)] + [f"channel-{c}" for c in CHANNELS]
)
def test_every_kind_and_channel_has_its_own_icon(name):
    icon = ICONS[name]
    assert icon
    assert [other for other in ICONS if ICONS[other] == icon] == [name]


@pytest.mark.parametrize("name", sorted(ICONS))
def test_icons_keep_inside_their_grid(name):
    for part in ICONS[name]:
        room = STROKE / 2 if part.stroked else 0.0
        for x, y in points(part.commands):
            assert room <= x <= GRID - room
            assert room <= y <= GRID - room


@pytest.mark.parametrize("name", sorted(ICONS))
def test_icons_fill_their_grid(name):
    found = [point for part in ICONS[name] for point in points(part.commands)]
    size = max(max(axis) - min(axis) for axis in zip(*found, strict=True))
    assert size >= 0.5 * GRID


def test_the_licence_stands_beside_the_icons():
    assert "MIT" in (resources.root() / "icons" / "LICENCE.md").read_text("utf-8")
