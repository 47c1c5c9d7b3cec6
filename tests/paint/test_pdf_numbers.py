"""Numbers and colours as files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour, stroke_colour


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.0, "0"), (-0.004, "0"), (1.0, "1"), (1.50, "1.5"), (100, "100"), (12.345, "12.35"), (-3.1, "-3.1")],
)
def test_numbers_are_short(value, written):
    assert number(value) == written


def test_places_can_be_asked_for():
    assert number(1 / 3, 4) == "0.3333"
    assert number(1200, 0) == "1200"


def test_several_numbers_stand_apart():
    assert numbers(1, 2.5, -3) == "1 2.5 -3"


@given(st.floats(-1e7, 1e7))
def test_numbers_are_exact_to_half_a_hundredth_and_never_in_powers(value):
    written = number(value)
    assert abs(float(written) - value) <= 0.005 + 1e-9
    assert "e" not in written


@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))
def test_colours_come_back_to_the_bit(red, green, blue):
    *channels, operator = fill_colour(f"#{red:02X}{green:02X}{blue:02X}").split()
    assert [round(float(channel) * 255) for channel in channels] == [red, green, blue]
    assert operator == "rg"


def test_lines_have_an_operator_of_their_own():
    assert stroke_colour("#FF8000") == "1 0.502 0 RG"
