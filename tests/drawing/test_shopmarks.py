"""Crop marks and what else stands around a poster."""

import pytest

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.shopmarks import AWAY, LENGTH, Trimmed, length, shop_marks
from desktop.layout.places import Rect
from tests.sheeting import bounds, figures, words

TRIM, BLEED = Rect(12.0, 12.0, 594.0, 420.0), Rect(9.0, 9.0, 600.0, 426.0)
SHEET = Trimmed(618.0, 444.0, TRIM, BLEED, "An evening")
TIGHT = Trimmed(600.0, 426.0, Rect(3.0, 3.0, 594.0, 420.0), Rect(0.0, 0.0, 600.0, 426.0))


def drawn(sheet=SHEET, language="en"):
    return figures(shop_marks(sheet, Lettering(resources.typesetter()), resources.words(language)))


def crops(sheet=SHEET):
    (path,) = drawn(sheet)["crop"]
    ends = [tuple(numbers) for _, *numbers in path.commands]
    return list(zip(ends[::2], ends[1::2], strict=True))


def test_there_are_two_crop_marks_at_each_corner():
    assert len(crops()) == 8


def test_crop_marks_lie_exactly_on_the_cut():
    for (x1, y1), (x2, y2) in crops():
        assert {x1, x2} in ({TRIM.x}, {TRIM.right}) or {y1, y2} in ({TRIM.y}, {TRIM.bottom})


def test_crop_marks_stay_clear_of_the_bleed():
    for (x1, y1), (x2, y2) in crops():
        rect = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        assert not rect.meets(BLEED)


def test_a_crop_mark_is_five_millimetres_long():
    assert {round(abs(x2 - x1) + abs(y2 - y1), 6) for (x1, y1), (x2, y2) in crops()} == {LENGTH}


def test_without_bleed_crop_marks_still_keep_away():
    trim = Rect(9.0, 9.0, 594.0, 420.0)
    for (x1, y1), (x2, y2) in crops(Trimmed(612.0, 438.0, trim, trim)):
        gap = max(trim.x - max(x1, x2), min(x1, x2) - trim.right, trim.y - max(y1, y2), min(y1, y2) - trim.bottom)
        assert gap == pytest.approx(AWAY)


def test_marks_that_would_leave_the_sheet_are_left_out():
    assert "centre" not in drawn(TIGHT)
    assert "slug" not in drawn(TIGHT)
    assert crops(TIGHT) == []


def test_registration_marks_stand_in_the_middle_of_each_side():
    centres = [bounds(shape) for shape in drawn()["centre"]]
    middles = {(round(rect.x + rect.width / 2, 3), round(rect.y + rect.height / 2, 3)) for rect in centres}
    assert len(middles) == 4
    assert sum(x == TRIM.x + TRIM.width / 2 for x, _ in middles) == 2
    assert sum(y == TRIM.y + TRIM.height / 2 for _, y in middles) == 2


def test_the_slug_says_what_it_is():
    assert words(drawn()["slug"]) == [
        "An evening · finished size 594\u00a0×\u00a0420\u00a0mm · bleed 3\u00a0mm · print at 100\u00a0%"
    ] or words(drawn()["slug"]) == [
        "An evening · finished size 594 × 420\u00a0mm · bleed 3\u00a0mm · print at 100\u00a0%"
    ]


def test_the_slug_stands_outside_the_bleed():
    (line,) = drawn()["slug"]
    assert bounds(line).y > BLEED.bottom
    assert bounds(line).bottom < SHEET.height


def test_the_slug_speaks_the_projects_language():
    assert "Endformat" in words(drawn(language="de")["slug"])[0]


@pytest.mark.parametrize(("value", "told"), [(594.0, "594"), (210.04, "210"), (914.4, "914.4"), (0.0, "0")])
def test_lengths_have_no_needless_nought(value, told):
    assert length(value) == told
