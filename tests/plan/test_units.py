"""Lengths in three units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.units import UNITS, length, told


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [("914mm", 914), ("91.4 cm", 914), (" 36in ", 914.4), ('36"', 914.4), ("36 inch", 914.4), (".5IN", 12.7)],
)
def test_a_length_is_read_with_patience(text, millimetres):
    assert length(text) == pytest.approx(millimetres)


@pytest.mark.parametrize("text", ["", "914", "mm", "-5mm", "1e3mm", "9 feet", "5mm5", "٣mm", "5 m m"])
def test_anything_else_is_no_length(text):
    assert length(text) is None


@pytest.mark.parametrize(
    ("millimetres", "unit", "text"),
    [(914.4, "in", "36"), (914.4, "mm", "914.4"), (1189, "cm", "118.9"), (215.9, "in", "8.5"), (100, "mm", "100")],
)
def test_a_length_is_told_briefly(millimetres, unit, text):
    assert told(millimetres, unit) == text


@given(st.floats(0, 5080), st.sampled_from(sorted(UNITS)))
def test_what_is_told_is_read_again(millimetres, unit):
    assert length(told(millimetres, unit) + unit) == pytest.approx(millimetres, abs=0.13)
