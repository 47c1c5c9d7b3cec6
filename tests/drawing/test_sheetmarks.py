"""Lines, strips and registration marks of a sheet: where they are, and never on its own part of the poster."""

import pytest

from desktop import resources
from desktop.drawing.leaf import Leaf, Side
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Glyphs
from desktop.drawing.sheetmarks import GLUED, ground, marks
from desktop.layout.places import Rect
from tests.sheeting import bounds, figures, within

ROOM = Rect(5.0, 5.0, 200.0, 287.0)
ALL = {name: f"X{number}" for number, name in enumerate(("left", "top", "right", "bottom"), 1)}


def leaf(glue="left-top", neighbours=None, overlap=10.0, spare=0.0, **fields):
    """An A4 in the middle of a poster: strips where it gets glue, two millimetres where it is cut."""
    neighbours = ALL if neighbours is None else neighbours
    depths = {name: _depth(glue, name, overlap) if name in neighbours else 0.0 for name in ALL}
    shown = Rect(ROOM.x, ROOM.y, ROOM.width - spare, ROOM.height - spare)
    inner = Rect(
        shown.x + depths["left"],
        shown.y + depths["top"],
        shown.width - depths["left"] - depths["right"],
        shown.height - depths["top"] - depths["bottom"],
    )
    joint = {name: "glue" if name in glue.split("-") else "trim" for name in neighbours}
    sides = {name: Side(joint[name], other) for name, other in neighbours.items()}
    return Leaf(
        **{
            "width": 210.0,
            "height": 297.0,
            "room": ROOM,
            "shown": shown,
            "inner": inner,
            "name": "B2",
            "sides": sides,
            **fields,
        }
    )


def _depth(glue, name, overlap):
    if glue == "butt":
        return overlap / 2
    return overlap - 2.0 if name in glue.split("-") else 2.0


def drawn(sheet):
    return figures(marks(sheet, Lettering(resources.typesetter()), resources.words("en")))


def overlaps(rect, inner, slack=0.06):
    smaller = Rect(inner.x + slack, inner.y + slack, inner.width - 2 * slack, inner.height - 2 * slack)
    return rect.meets(smaller)


SHEETS = {
    "left-top": leaf(),
    "right-bottom": leaf("right-bottom"),
    "butt": leaf("butt"),
    "spare": leaf(spare=25.0),
    "first": leaf(neighbours={"right": "B1", "bottom": "A2"}, spare=12.0),
    "last": leaf(neighbours={"left": "A1", "top": "B0"}),
    "wide overlap": leaf(overlap=30.0),
    "no overlap": leaf("butt", overlap=0.0, spare=10.0),
}


@pytest.fixture(params=SHEETS.values(), ids=SHEETS.keys())
def sheet(request):
    return request.param


def test_no_mark_stands_on_the_sheets_own_part(sheet):
    """But for half the width of the arms of registration marks, which run along the seams."""
    for name, shapes in drawn(sheet).items():
        inked = [shape for shape in shapes if name != "target"]
        assert [shape for shape in inked if overlaps(bounds(shape), sheet.inner, 0.001)] == [], name


def test_registration_marks_stay_off_it_too(sheet):
    for mark in drawn(sheet).get("target", ()):
        points = [tuple(numbers[-2:]) for _, *numbers in mark.commands]
        own = Rect(sheet.inner.x + 0.001, sheet.inner.y + 0.001, sheet.inner.width - 0.002, sheet.inner.height - 0.002)
        assert not any(own.contains(*point) for point in points)


def test_all_marks_are_inside_what_can_be_printed(sheet):
    for name, shapes in drawn(sheet).items():
        if name != "target":
            assert [shape for shape in shapes if not within(bounds(shape), sheet.room, 0.4)] == [], name


def test_strips_for_glue_are_grey_and_under_the_poster():
    sheet = SHEETS["left-top"]
    paper, left, top = figures(ground(sheet, "#FFFFFF"))["ground"]
    assert (paper.fill, left.fill, top.fill) == ("#FFFFFF", GLUED, GLUED)
    assert (left.x, left.width, top.y, top.height) == (5.0, 8.0, 5.0, 8.0)


def test_butted_sheets_have_no_strips():
    assert len(figures(ground(SHEETS["butt"], "#FFFFFF"))["ground"]) == 1


def test_the_ground_has_the_posters_colour():
    (paper, *_) = figures(ground(leaf(), "#FDF6E3"))["ground"]
    assert paper.fill == "#FDF6E3"


def lines_of(name, sheet):
    return [shape for shape in drawn(sheet).get(name, ()) if shape.dash]


def test_a_sheet_is_cut_at_the_right_and_below():
    sheet = SHEETS["left-top"]
    right, below = sorted((bounds(each) for each in lines_of("trim", sheet)), key=lambda rect: rect.width)
    assert right.x == pytest.approx(sheet.inner.right, abs=0.1)
    assert below.y == pytest.approx(sheet.inner.bottom, abs=0.1)


def test_the_cut_goes_over_all_that_is_printed():
    sheet = SHEETS["left-top"]
    right, below = sorted((bounds(each) for each in lines_of("trim", sheet)), key=lambda rect: rect.width)
    assert (right.height, below.width) == pytest.approx((ROOM.height, ROOM.width), abs=0.5)


def test_a_butted_sheet_is_cut_on_all_sides():
    assert len(lines_of("trim", SHEETS["butt"])) == 4


def test_where_the_poster_ends_it_is_cut_when_there_is_paper_left():
    assert len(lines_of("trim", leaf(neighbours={"left": "A1"}))) == 0
    assert len(lines_of("trim", leaf(neighbours={"left": "A1"}, spare=9.0))) == 2


def test_a_line_shows_up_to_where_the_neighbour_is_laid():
    sheet = SHEETS["left-top"]
    solid = [bounds(each) for each in drawn(sheet)["lay"] if each.stroke]
    assert min(rect.x for rect in solid) == pytest.approx(sheet.inner.x - 0.23, abs=0.05)
    assert len(solid) == 2


def test_arrows_point_at_the_line():
    sheet = SHEETS["left-top"]
    arrows = [bounds(each) for each in drawn(sheet)["lay"] if each.fill]
    assert len(arrows) == 4
    assert all(rect.right <= sheet.inner.x + 1e-6 or rect.bottom <= sheet.inner.y + 1e-6 for rect in arrows)


def test_registration_marks_stand_at_the_corners():
    sheet = SHEETS["butt"]
    found = {(round(path.commands[-2][1]), round(path.commands[-2][2])) for path in drawn(sheet)["target"]}
    inner = sheet.inner
    corners = {(round(x), round(y)) for x in (inner.x, inner.right) for y in (inner.y, inner.bottom)}
    assert corners <= found


def test_long_seams_have_marks_on_the_way():
    plain, shifted = drawn(leaf())["target"], drawn(leaf(origin=(0.0, 150.0)))["target"]
    assert len(plain) >= 5
    assert {path.commands for path in plain} != {path.commands for path in shifted}


def test_a_poster_of_one_sheet_has_no_registration_marks():
    assert "target" not in drawn(leaf(neighbours={}, spare=20.0))


def test_a_single_sheet_says_how_it_is_printed():
    said = [shape.line.text for shape in drawn(leaf(neighbours={}, spare=20.0))["label"] if isinstance(shape, Glyphs)]
    assert any("100\u00a0%" in text for text in said)
