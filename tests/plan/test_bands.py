"""The bands for repeated names are a part of the sheet's margin."""

import pytest

from desktop.plan import bands
from desktop.plan.bands import banded, unbanded
from desktop.plan.settings import Tiling
from desktop.plan.tiles import extent, lying, sheet_size

MARGIN = (5.0, 6.0, 7.0, 8.0)


def test_names_take_room_at_the_left_and_at_the_top():
    assert banded(MARGIN) == (5.0 + bands.LEFT, 6.0 + bands.TOP, 7.0, 8.0)


def test_what_the_printer_leaves_white_is_found_again():
    assert unbanded(banded(MARGIN)) == MARGIN


@pytest.mark.parametrize("orientation", ["auto", "landscape", "portrait"])
def test_a_sheet_has_its_bands_however_it_lies(orientation):
    tiling = Tiling(repeat=True, orientation=orientation)
    for sheet in lying(tiling, sheet_size(tiling)):
        assert sheet.margin == (5.0 + bands.LEFT, 5.0 + bands.TOP, 5.0, 5.0)


def test_sheets_with_bands_show_less():
    plain, repeating = extent(Tiling(), 3, 2), extent(Tiling(repeat=True), 3, 2)
    assert (plain[0] - repeating[0], plain[1] - repeating[1]) == (3 * bands.LEFT, 2 * bands.TOP)
