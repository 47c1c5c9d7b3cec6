"""Sheets are named as cells of a spreadsheet are, and found again by these names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.tilenames import tile_name, tile_place


@pytest.mark.parametrize(
    ("column", "row", "name"),
    [(0, 0, "A1"), (1, 1, "B2"), (25, 0, "Z1"), (26, 9, "AA10"), (51, 3, "AZ4"), (701, 0, "ZZ1"), (702, 0, "AAA1")],
)
def test_names(column, row, name):
    assert tile_name(column, row) == name


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_name_leads_back(column, row):
    assert tile_place(tile_name(column, row)) == (column, row)


def test_names_in_small_letters_and_with_spaces():
    assert tile_place(" b3 ") == (1, 2)


@pytest.mark.parametrize("text", ["", "B", "2", "B0", "2B", "B2C", "B-2", "É1", "B٣", "ABCD1"])
def test_what_is_no_name(text):
    assert tile_place(text) is None
