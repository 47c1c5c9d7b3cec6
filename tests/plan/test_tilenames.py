"""Sheets are named as cells of a spreadsheet are."""

import pytest

from desktop.plan.tilenames import tile_name


@pytest.mark.parametrize(("column", "row", "name"), [(0, 0, "A1"), (1, 1, "B2"), (26, 9, "AA10"), (51, 3, "AZ4")])
def test_names(column, row, name):
    assert tile_name(column, row) == name


def test_no_two_sheets_have_the_same_name():
    names = {tile_name(column, row) for column in range(100) for row in range(100)}
    assert len(names) == 10_000
