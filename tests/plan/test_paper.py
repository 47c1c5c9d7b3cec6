"""Papers by name and by measure, and how they may lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.paper import LEAST, MOST, Paper, PaperError, paper, turned

ISO = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
sides = st.decimals(LEAST, MOST, places=1)


def code(name, orientation="auto"):
    """Why this paper is refused."""
    with pytest.raises(PaperError) as caught:
        turned(paper(name), orientation)
    return caught.value.code


@pytest.mark.parametrize(("name", "size"), ISO.items())
def test_a_name_is_a_size_of_iso_216(name, size):
    found = paper(name)
    assert (found.width, found.height) == size
    assert not found.fixed


@pytest.mark.parametrize("name", ["a3", " A3 ", "A3\n"])
def test_names_are_read_with_patience(name):
    assert paper(name) == paper("A3")


@given(sides, sides)
def test_measures_are_taken_as_they_are(width, height):
    assert paper(f"{width}x{height}mm") == Paper(float(width), float(height), fixed=True)


@pytest.mark.parametrize("name", ["914x1400mm", "914 x 1400 mm", "914×1400mm", "914X1400MM", "914.0x1400.000mm"])
def test_measures_are_read_with_patience(name):
    assert paper(name) == Paper(914.0, 1400.0, fixed=True)


@pytest.mark.parametrize(
    "name", ["", "A5x", "A", "B1", "914x1400cm", "x1400mm", "914x-5mm", "1e3x900mm", "infxinfmm", "914mm"]
)
def test_other_words_are_unknown(name):
    assert code(name) == "unknown"


@pytest.mark.parametrize("name", ["914x1370", "914 × 1370", "1x1", "9999999x2.5"])
def test_measures_have_a_unit(name):
    assert code(name) == "unit"


@pytest.mark.parametrize("name", ["49.9x300mm", "300x49mm", "0x300mm"])
def test_a_page_is_five_centimetres_at_least(name):
    assert code(name) == "small"
    assert paper("50x50mm").width == 50


@pytest.mark.parametrize("name", ["5080.1x300mm", "300x5081mm", "100000x100000mm", "300x" + "9" * 400 + "mm"])
def test_a_page_is_five_metres_at_most(name):
    assert code(name) == "large"
    assert paper("5080x5080mm").height == 5080


def test_the_longest_page_is_the_longest_that_readers_agree_on():
    assert pytest.approx(14_400) == MOST * 72 / 25.4


def test_an_unknown_orientation_is_refused():
    assert code("A4", "upside-down") == "orientation"


def test_an_error_names_what_was_asked_for():
    with pytest.raises(PaperError, match="unknown: B1") as caught:
        paper("B1")
    assert caught.value.name == "B1"


@pytest.mark.parametrize(
    ("name", "orientation", "sizes"),
    [
        ("A4", "portrait", [(210, 297)]),
        ("A4", "landscape", [(297, 210)]),
        ("A4", "auto", [(297, 210), (210, 297)]),
        ("914x1400mm", "auto", [(914, 1400)]),
        ("914x1400mm", "landscape", [(1400, 914)]),
        ("1400x914mm", "portrait", [(914, 1400)]),
        ("300x300mm", "auto", [(300, 300)]),
    ],
)
def test_a_sheet_lies_as_it_is_told(name, orientation, sizes):
    assert [(sheet.width, sheet.height) for sheet in turned(paper(name), orientation)] == sizes


@given(sides, sides)
def test_turning_keeps_both_sides(width, height):
    sheet = Paper(float(width), float(height))
    assert sheet.portrait.width <= sheet.portrait.height
    assert sheet.landscape == Paper(sheet.portrait.height, sheet.portrait.width)


@pytest.mark.parametrize(("name", "margin"), [("A4", 4.85), ("A3", 3.545), ("A2", 1.7), ("A1", 0.0), ("A0", 0.0)])
def test_small_sheets_keep_off_the_edge_that_office_printers_leave_white(name, margin):
    assert paper(name).margin == pytest.approx(margin)


@given(sides, sides)
def test_a_margin_leaves_most_of_the_sheet(width, height):
    sheet = Paper(float(width), float(height))
    assert 0 <= sheet.margin <= 8
    assert 2 * sheet.margin <= 0.3 * min(sheet.width, sheet.height)
