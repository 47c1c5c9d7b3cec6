"""What the copy shop is told."""

from dataclasses import replace

import pytest

from desktop.plan.page import MM
from desktop.plan.settings import Tiling
from desktop.poster.ticket import roll_for, ticket, ticket_sheet
from tests.sheeting import painted, planned, pressed, texts_of


def told(**settings):
    """Label and value of each entry of the sample's ticket."""
    press, made = pressed(**settings)
    plan = planned(press, made) if press.settings.tiling else None
    return {entry.label: entry.value for entry in ticket(press, [(made, plan)]).entries}


@pytest.fixture(scope="module")
def shop():
    return told(paper="A1", bleed=3.0, crop_marks=True)


@pytest.fixture(scope="module")
def tiles():
    return told(paper="A2", tiling=Tiling(sheet="A4"))


def test_the_finished_size_is_that_after_trimming(shop):
    assert shop["Finished size"] == "841 × 594\u00a0mm"


def test_the_page_in_the_file_is_larger_by_what_is_cut_off(shop):
    assert shop["Page in the file"] == "865 × 618\u00a0mm, with 3\u00a0mm bleed, with crop marks"
    assert shop["Trim"] == "cut to the crop marks"


def test_nothing_is_fitted_to_the_page(shop):
    assert shop["Scale"].startswith("100\u00a0%")


def test_bleed_without_marks_is_told():
    assert told(paper="A3", bleed=3.0)["Trim"] == "cut the bleed off on all four sides"


def test_a_plain_poster_is_cut_to_its_size():
    found = told(paper="A3")
    assert (found["Trim"], found["Page in the file"]) == ("cut to the finished size", "420 × 297\u00a0mm")


def test_tiles_are_not_trimmed_by_the_shop(tiles):
    assert tiles["Trim"].startswith("do not trim")
    assert tiles["Paper"].startswith("297 × 210") or tiles["Paper"].startswith("210 × 297")


def test_all_pages_are_counted(tiles):
    press, made = pressed(paper="A2", tiling=Tiling(sheet="A4"))
    assert tiles["Pages"] == str(len(planned(press, made).tiles) + 1)


def test_sheets_that_are_printed_again_are_counted_alone():
    assert told(paper="A2", tiling=Tiling(sheet="A4", only=("A1", "B1")))["Pages"] == "2"


def test_colour_is_told():
    assert told(paper="A4")["Colour"] == "colour, sRGB"
    assert told(paper="A4", theme="grey")["Colour"] == "black only (shades of grey)"


def test_pictures_are_told_with_their_dots():
    assert "200\u00a0dpi" in told(paper="A4", image_dpi=200)["Fonts, pictures"]


def test_who_and_when_is_told_where_it_is_known(shop):
    assert (shop["From"], shop["Date of the map"]) == ("Front of house", "22 November 2026")


def test_what_is_not_known_is_left_out():
    press, made = pressed(paper="A4")
    nameless = replace(made, drawing=replace(made.drawing, author="", date=""))
    labels = [entry.label for entry in ticket(press, [(nameless, None)]).entries]
    assert not {"From", "Date of the map"} & set(labels)


def test_what_the_customer_decides_is_left_to_fill_in(shop):
    assert [label for label, value in shop.items() if not value] == [
        "Copies",
        "Paper weight, surface",
        "Laminate, fold, mount",
        "Needed by",
        "Contact",
    ]


@pytest.mark.parametrize(
    ("size", "roll"),
    [
        ((1189.0, 841.0), (914.0, 1189.0)),
        ((900.0, 3000.0), (914.0, 3000.0)),
        ((901.0, 3000.0), (1066.8, 3000.0)),
        ((594.0, 841.0), (609.6, 841.0)),
        ((420.0, 594.0), (594.0, 594.0)),
    ],
)
def test_a_roll_of_914_prints_900(size, roll):
    width, length = roll_for(*size)
    assert abs(width - roll[0]) <= 15.7
    assert length == roll[1]
    assert min(size) <= width - 14.0


def test_a_poster_wider_than_all_rolls_is_told():
    assert roll_for(1600.0, 1700.0) is None


def test_the_paper_is_a_roll_that_can_print_it(shop):
    assert "roll of" in shop["Paper"]
    assert "865" in shop["Paper"] or "618" in shop["Paper"]


def test_a_poster_for_a_roll_is_printed_on_that_roll():
    found = told(paper="roll-914mm", sizing="roll")["Paper"]
    assert "914\u00a0mm (900\u00a0mm printable)" in found


def test_several_posters_tell_each_size_once():
    press, made = pressed(paper="A3")
    other = replace(made, page=replace(made.page, width=500.0 * MM))
    entries = ticket(press, [(made, None), (made, None), (other, None)]).entries
    assert entries[0].value == "420 × 297\u00a0mm\n500 × 297\u00a0mm"
    assert entries[1].value == "3"


def test_the_text_has_a_line_for_each_entry():
    press, made = pressed(paper="A3")
    job = ticket(press, [(made, None)])
    lines = job.text.splitlines()
    assert lines[:2] == ["Job ticket", "An evening at Osteria Lume"]
    assert len(lines) == 3 + len(job.entries)
    assert lines[-1].endswith("…")


def test_the_page_says_the_same():
    press, made = pressed(paper="A3")
    job = ticket(press, [(made, None)])
    (text,) = texts_of(painted(press, [ticket_sheet(press, job)]))
    assert "420 × 297" in text
    assert all(entry.label.split(",")[0] in text for entry in job.entries)
