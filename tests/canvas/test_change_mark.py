"""Marks of what was done to a thing: frames, signs and words, larger for those who sit far away."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.changemark import LINES, ORDER, Mark, paint_ghost, paint_head_mark, paint_mark
from desktop.canvas.differencesigns import INKS, SIDE, STROKES, draw_sign, ink_of
from desktop.dialogs.differencemarks import ROLES
from desktop.panels.theme import colours

pytestmark = pytest.mark.usefixtures("qapp")

WHITE, GREY = QColor("#FFFFFF"), QColor("#808080")
WIDE, NARROW, DUST = QRectF(40, 60, 160, 60), QRectF(40, 60, 40, 30), QRectF(40, 60, 12, 8)


def painted(paint, box, mark, **how):
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(how.pop("paper", WHITE))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, box, mark, **how)
    painter.end()
    return image


def inked(image, left=0, top=0, right=320, bottom=200, paper=WHITE):
    """How many px of a part are not paper."""
    return sum(image.pixelColor(x, y) != paper for x in range(left, right) for y in range(top, bottom))


def test_inks_are_those_of_the_light_interface():
    assert {code: colours("light")[role].upper() for code, role in ROLES.items()} == INKS


@pytest.mark.parametrize("code", sorted(INKS))
def test_white_reads_on_every_ink(code):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    ink = ink_of(code)
    light = 0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())
    assert 1.05 / (light + 0.05) >= 4.5


def test_signs_differ_in_their_lines_alone():
    pictures = []
    for code in STROKES:
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        image.fill(WHITE)
        painter = QPainter(image)
        draw_sign(painter, code, GREY, WHITE)
        painter.end()
        pictures.append(image)
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_frames_differ_in_their_dashes():
    assert len({LINES.get(code) for code in ("added", "changed", "moved", "removed")}) == 4
    assert set(ORDER) == set(INKS)


@pytest.mark.parametrize("paint", [paint_mark, paint_ghost])
def test_a_wide_thing_has_words_above_its_edge_a_narrow_one_a_sign_a_tiny_one_a_frame(paint):
    mark = Mark(("changed",), "changed")
    above = [inked(painted(paint, box, mark), bottom=57) for box in (WIDE, NARROW, DUST)]
    assert above[0] > above[1] > above[2] == 0


def test_words_keep_to_the_width_of_a_ghost():
    image = painted(paint_ghost, WIDE, Mark(("moved",), "was here: " + "a very long title " * 9))
    assert inked(image, left=int(WIDE.right()) + 6) == 0


def test_words_grow_for_those_who_sit_far_away():
    mark = Mark(("added",), "new")
    near, far = (painted(paint_mark, QRectF(40, 60, 240, 90), mark, scale=scale) for scale in (1.0, 2.0))
    assert inked(far, bottom=57) > 2 * inked(near, bottom=57)


def test_a_large_card_keeps_its_colours():
    image = painted(paint_mark, WIDE, Mark(("added",), "new"), paper=GREY)
    assert image.pixelColor(120, 100) == GREY


def test_what_stands_in_the_place_of_a_ghost_shines_through():
    image = painted(paint_ghost, WIDE, Mark(("moved",), "was here: x"), paper=GREY)
    inside = image.pixelColor(150, 110)
    assert abs(inside.lightness() - GREY.lightness()) < 12


def test_only_what_has_gone_is_struck_through():
    gone, moved = (painted(paint_ghost, WIDE, Mark((code,), "x")) for code in ("removed", "moved"))
    middle = 120, 90
    assert gone.pixelColor(*middle).saturation() > 100
    assert moved.pixelColor(*middle).saturation() < 30


def test_the_sign_of_a_header_stays_inside_it():
    image = painted(paint_head_mark, QRectF(40, 60, 160, 30), Mark(("changed",), "changed"), scale=2.0)
    assert inked(image, bottom=59) == 0
    assert inked(image, top=92) == 0
    assert inked(image, left=170, top=64, right=198, bottom=86) > 50


def test_the_letters_of_a_header_stay_free_of_its_frame():
    image = painted(paint_head_mark, QRectF(40, 60, 160, 30), Mark(("changed",), "changed"))
    assert inked(image, left=38, top=66, right=150, bottom=82) == 0
