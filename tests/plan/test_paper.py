"""Papers by name and by measure, and how they may lie."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.plan.paper import GROUPS, LEAST, MOST, PAPERS, ROLLS, Paper, PaperError, paper, turned

ISO = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
sides = st.decimals(LEAST, MOST, places=1)


INCHES = {
    "Letter": (8.5, 11),
    "Legal": (8.5, 14),
    "Tabloid": (11, 17),
    "ANSI-A": (8.5, 11),
    "ANSI-B": (11, 17),
    "ANSI-C": (17, 22),
    "ANSI-D": (22, 34),
    "ANSI-E": (34, 44),
    "ARCH-A": (9, 12),
    "ARCH-B": (12, 18),
    "ARCH-C": (18, 24),
    "ARCH-D": (24, 36),
    "ARCH-E": (36, 48),
    "ARCH-E1": (30, 42),
}
LARGE = {
    "4A0": (1682, 2378),
    "2A0": (1189, 1682),
    "B0": (1000, 1414),
    "B1": (707, 1000),
    "B2": (500, 707),
    "B3": (353, 500),
    "B4": (250, 353),
    "500x700mm": (500, 700),
    "700x1000mm": (700, 1000),
}


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


@pytest.mark.parametrize(("name", "size"), LARGE.items())
def test_other_metric_papers_have_their_sizes(name, size):
    assert paper(name) == Paper(*size)


@pytest.mark.parametrize(("name", "size"), INCHES.items())
def test_american_papers_have_whole_and_half_inches(name, size):
    found = paper(name)
    assert (found.width / 25.4, found.height / 25.4) == pytest.approx(size, abs=1e-5)


@pytest.mark.parametrize(
    ("name", "width"),
    [("roll-24in", 609.6), ("roll-36in", 914.4), ("roll-42in", 1066.8), ("roll-44in", 1117.6), ("roll-60in", 1524)],
)
def test_a_roll_in_inches_has_its_width(name, width):
    assert paper(name).width == pytest.approx(width)
    assert paper(name).is_roll


@pytest.mark.parametrize("width", [594, 841, 914, 1067, 1118, 1524])
def test_a_metric_roll_has_its_width(width):
    assert paper(f"roll-{width}mm") == Paper(width, None)
    assert f"roll-{width}mm" in ROLLS


@pytest.mark.parametrize("name", ["roll-1000mm", "Roll 100 cm", "ROLL-100.0cm", "roll1000mm"])
def test_a_roll_may_have_a_width_of_its_own(name):
    assert paper(name) == Paper(1000.0, None)


def test_a_roll_that_is_too_narrow_or_too_wide_is_refused():
    assert code("roll-49mm") == "small"
    assert code("roll-9000mm") == "large"


def test_a_roll_is_cut_to_a_sheet_that_lies_along_it():
    assert paper("roll-914mm").cut(2500.0) == Paper(2500.0, 914.0, fixed=True)


def test_a_roll_is_not_turned_before_it_is_cut():
    roll = paper("roll-914mm")
    assert [turned(roll, each) for each in ("auto", "landscape", "portrait")] == [(roll,)] * 3
    assert roll.landscape is roll.portrait is roll


def test_a_menu_offers_every_paper_once():
    names = [name for group in GROUPS.values() for name in group]
    assert sorted(names) == sorted([*PAPERS, *ROLLS])


@pytest.mark.parametrize("name", [*PAPERS, *ROLLS])
def test_every_name_is_read_in_any_case(name):
    assert paper(name.upper()) == paper(name.lower()) == paper(f" {name.replace('-', ' ')} ")


@pytest.mark.parametrize("name", ["24x36in", "24 × 36 in", '24x36"', "24inx36in", "60.96x91.44cm", "609.6mmx36in"])
def test_measures_may_be_given_in_other_units(name):
    assert paper(name) == Paper(609.6, 914.4, fixed=True)


@pytest.mark.parametrize("name", ["a3", " A3 ", "A3\n"])
def test_names_are_read_with_patience(name):
    assert paper(name) == paper("A3")


@given(sides, sides)
def test_measures_are_taken_as_they_are(width, height):
    assume(f"{width:g}x{height:g}mm" not in PAPERS)
    assert paper(f"{width}x{height}mm") == Paper(float(width), float(height), fixed=True)


@pytest.mark.parametrize("name", ["914x1400mm", "914 x 1400 mm", "914×1400mm", "914X1400MM", "914.0x1400.000mm"])
def test_measures_are_read_with_patience(name):
    assert paper(name) == Paper(914.0, 1400.0, fixed=True)


@pytest.mark.parametrize(
    "name",
    ["", "A5x", "A", "B9", "914x1400km", "x1400mm", "914x-5mm", "1e3x900mm", "infxinfmm", "914mm", "roll", "roll-wide"],
)
def test_other_words_are_unknown(name):
    assert code(name) == "unknown"


@pytest.mark.parametrize("name", ["914x1370", "914 × 1370", "1x1", "9999999x2.5", "914mmx1370", "roll-914", "roll 36"])
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
    with pytest.raises(PaperError, match="unknown: B9") as caught:
        paper("B9")
    assert caught.value.name == "B9"


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
