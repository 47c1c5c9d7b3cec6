"""What stands where a picture cannot be shown, in frames of all sizes."""

import pytest

from desktop.drawing.shapes import MISSING, Box, Glyphs, Image, Path, inked
from desktop.drawing.standin import ICON, stand_in
from desktop.layout.places import Rect
from desktop.typeset.lines import UNITS
from tests.grids import EM, composer

SET = composer()


def shapes(width, height, reason="damaged"):
    return stand_in(Rect(3 * EM, 2 * EM, width * EM, height * EM), reason, SET)


def words(drawn):
    return " ".join(shape.line.text.strip() for shape in drawn if isinstance(shape, Glyphs))


@pytest.mark.parametrize("reason", ["missing", "damaged", "format", "bytes", "pixels"])
def test_every_reason_has_words(reason):
    said = words(shapes(14, 8, reason))
    assert said == SET.words(f"picture.{reason}")
    assert "." not in said


def test_it_fills_the_frame_of_the_picture():
    ground = shapes(14, 8)[0]
    assert ground == Box(3 * EM, 2 * EM, 14 * EM, 8 * EM, MISSING)


def test_icon_and_words_stand_in_the_middle_together():
    drawn = shapes(14, 8)
    paths = [command for shape in drawn if isinstance(shape, Path) for command in shape.commands]
    tops = [command[at] for command in paths for at in range(2, len(command), 2)]
    feet = [shape.y for shape in drawn if isinstance(shape, Glyphs)]
    above, below = min(tops) - 2 * EM, 10 * EM - max(feet)
    assert 0 < above == pytest.approx(below, abs=0.8 * EM)


def test_lines_are_centred():
    (line,) = (shape for shape in shapes(14, 8) if isinstance(shape, Glyphs))
    assert line.x + line.line.width * line.size / UNITS / 2 == pytest.approx(10 * EM)


@pytest.mark.parametrize(
    ("size", "icon", "said"),
    [
        ((14, 8), True, True),
        ((14, 1.3), False, True),
        ((3, 3), True, False),
        ((1.5, 1.5), False, False),
        ((5, 8), True, True),
    ],
)
def test_what_finds_no_room_is_left_out(size, icon, said):
    drawn = shapes(*size)
    assert any(isinstance(shape, Path) for shape in drawn) == icon
    assert bool(words(drawn)) == said


def test_nothing_reaches_over_the_frame():
    for side in range(1, 20):
        for shape in shapes(side, 20 - side):
            if isinstance(shape, Glyphs):
                assert 3 * EM <= shape.x <= shape.x + shape.line.width * shape.size / UNITS <= (3 + side) * EM
                assert 2 * EM <= shape.y - shape.size * 0.7 <= shape.y <= (22 - side) * EM


def test_the_icon_is_as_large_as_it_says():
    paths = [shape for shape in shapes(14, 8) if isinstance(shape, Path)]
    xs = [command[at] for shape in paths for command in shape.commands for at in range(1, len(command), 2)]
    assert max(xs) - min(xs) <= ICON * EM


def test_only_pictures_at_fault_are_replaced():
    box, shown, lost = (
        Box(0, 0, 1, 1),
        Image(0, 0, 9, 9, "good"),
        Image(0, 0, 9, 9, "bad", instead=lambda _: (box, box)),
    )
    fault = {"bad": "missing", "good": ""}.get
    assert list(inked([box, shown, lost], fault)) == [box, shown, box, box]


def test_a_picture_without_anything_instead_stays():
    shown = Image(0, 0, 9, 9, "bad")
    assert list(inked([shown], lambda _: "missing")) == [shown]
