"""Where a poster hangs, whether it fits, and what it can be printed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.wall import EYES, MIDDLE, Wall, fitting, hang, largest, roll_for, sheets

WALL = Wall(4000.0, 2500.0)
A_SERIES = {"A0": (841.0, 1189.0), "A1": (594.0, 841.0), "4A0": (1682.0, 2378.0)}
lengths = st.floats(300, 6000)


def test_an_a0_hangs_with_its_middle_at_eye_level():
    found = hang(WALL, 1189, 841)
    assert (found.verdict, found.middle, found.fits) == ("fits", MIDDLE, True)
    assert (found.top, found.bottom) == (1970.5, 1129.5)


def test_it_hangs_in_the_middle_of_the_wall():
    assert hang(WALL, 1189, 841).left == pytest.approx(1405.5)


@pytest.mark.parametrize(
    ("size", "verdict"),
    [
        ((4001, 800), "wide"),
        ((1000, 2501), "high"),
        ((4001, 2501), "large"),
        ((4000, 2500), "low"),
        ((4000, 1900), "fits"),
    ],
)
def test_what_is_too_large_is_said(size, verdict):
    assert hang(WALL, *size).verdict == verdict


def test_under_a_low_ceiling_it_hangs_low():
    found = hang(Wall(3000, 1700), 1189, 841)
    assert (found.verdict, found.top) == ("low", 1700)


def test_what_reaches_to_the_floor_under_a_high_ceiling_hangs_high():
    found = hang(Wall(6000, 5000), 3000, 4000)
    assert (found.verdict, found.bottom, found.middle) == ("raised", 0.0, 2000)


def test_what_does_not_fit_does_not_hang_in_the_floor_either():
    assert hang(WALL, 1000, 3000).bottom == -500


@given(lengths, lengths, lengths, lengths)
def test_what_fits_stays_between_floor_and_ceiling(wide, high, width, height):
    found = hang(Wall(wide, high), width, height)
    assert found.fits == (width <= wide and height <= high)
    if found.fits:
        assert found.bottom >= -1e-9
        assert found.top <= high + 1e-9


@given(lengths, lengths, st.floats(0.3, 4))
def test_the_largest_poster_fits_and_keeps_its_ratio(wide, high, ratio):
    width, height = largest(Wall(wide, high), ratio)
    assert width <= wide * (1 + 1e-9)
    assert height <= high * (1 + 1e-9)
    assert width / height == pytest.approx(ratio)


def test_the_largest_poster_hangs_at_eye_level():
    _, height = largest(WALL, 2.0)
    assert hang(WALL, 2 * height, height).fits
    assert EYES[0] <= hang(WALL, 2 * height, height).middle <= EYES[1]


def test_a_wall_below_eye_level_is_filled():
    assert largest(Wall(4000, 900), 1.0) == (900, 900)


def test_papers_that_fit_come_largest_first_and_may_be_turned():
    assert fitting(A_SERIES, WALL) == ["4A0", "A0", "A1"]
    assert fitting(A_SERIES, Wall(1200, 850)) == ["A0", "A1"]
    assert fitting(A_SERIES, Wall(400, 400)) == []


ROLLS = {"roll-594mm": 580.0, "roll-914mm": 900.0, "roll-1524mm": 1510.0}


@pytest.mark.parametrize(
    ("size", "roll"),
    [
        ((1189, 841), ("roll-914mm", 1189)),
        ((841, 1189), ("roll-914mm", 1189)),
        ((3000, 901), ("roll-1524mm", 3000)),
        ((800, 500), ("roll-594mm", 800)),
        ((560, 500), ("roll-594mm", 500)),
        ((1511, 1600), None),
    ],
)
def test_the_narrowest_roll_that_is_wide_enough(size, roll):
    assert roll_for(ROLLS, *size) == roll


def test_an_a0_takes_as_many_sheets_as_practice_says():
    a4, a3 = (287.0, 200.0), (410.0, 287.0)
    assert sheets((1189, 841), a4, 10) in {(7, 3), (5, 5)}
    assert (
        sheets((1189, 841), a3, 10) == (3, 4) or sheets((1189, 841), a3, 10)[0] * sheets((1189, 841), a3, 10)[1] <= 15
    )


def test_one_sheet_is_enough_for_what_it_shows():
    assert sheets((287, 200), (287, 200), 10) == (1, 1)
    assert sheets((287.1, 200), (287, 200), 10) == (2, 1)


def test_sheets_that_show_nothing_are_refused():
    with pytest.raises(ValueError, match="shows nothing"):
        sheets((100, 100), (10, 10), 10)


@given(lengths, lengths, st.floats(0, 50))
def test_so_many_sheets_cover_the_poster(width, height, overlap):
    across, down = sheets((width, height), (287, 200), overlap)
    ways = [(287, 200), (200, 287)]
    net = [(across * (wide - overlap) + overlap, down * (high - overlap) + overlap) for wide, high in ways]
    assert any(wide >= width - 1e-6 and high >= height - 1e-6 for wide, high in net)
