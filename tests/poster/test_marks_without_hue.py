"""Marks are printed in black alone: they have no hue, in no theme, and can be read."""

import re

import pytest

from desktop.drawing import lettering, pictograms, sheetmarks
from desktop.layout.colour import MARK, TEXT, channels, contrast
from desktop.plan.settings import Tiling
from desktop.poster.sheets import tiled, whole
from tests.sheeting import planned, pressed

COLOUR = re.compile(r"#[0-9A-F]{6}")


def colours(drawing):
    return set(COLOUR.findall(repr(drawing)))


def hues(found):
    return {colour for colour in found if len(set(channels(colour))) > 1}


@pytest.fixture(scope="module", params=["white", "grey", "colour"])
def sheets(request):
    press, made = pressed(paper="A2", theme=request.param, tiling=Tiling(sheet="A4"))
    return tiled(press, made, planned(press, made))


def test_marks_of_tiles_have_no_hue(sheets):
    assert [sheet.label for sheet in sheets[1:] if hues(colours(sheet.views[-1].drawing))] == []


def test_an_assembly_map_has_no_hue_of_its_own(sheets):
    assert hues({colour for view in sheets[0].views[2:] for colour in colours(view.drawing)}) == set()


def test_a_grey_poster_on_tiles_is_grey():
    press, made = pressed(paper="A3", theme="grey", tiling=Tiling(sheet="A4", repeat=True))
    found = {
        colour
        for sheet in tiled(press, made, planned(press, made))
        for view in sheet.views
        for colour in colours(view.drawing)
    }
    assert hues(found) == set()


def test_crop_marks_have_no_hue():
    press, made = pressed(paper="A3", crop_marks=True)
    assert hues(colours(whole(press, made).views[-1].drawing)) == set()


@pytest.mark.parametrize("ink", [lettering.INK, lettering.QUIET])
@pytest.mark.parametrize("paper", ["#FFFFFF", sheetmarks.GLUED, pictograms.OFF])
def test_words_and_marks_can_be_read(ink, paper):
    assert contrast(ink, paper) >= (TEXT if paper != sheetmarks.GLUED else MARK)
