import pytest

from desktop.drawing.pens import IconPen, centred_text, placed_commands, rectangles, text_ink
from desktop.layout.icons import GRID, STROKE
from desktop.layout.places import Rect
from tests.grids import EM, STYLE, composer

SET = composer()


@pytest.fixture
def pen():
    return IconPen(SET)


def test_every_line_is_a_piece_of_ink():
    place = SET.place("Reads the menu and three reviews", "card", 3.0, 5.0, 8 * EM)
    ink = list(text_ink(place, SET))
    assert len(ink) == place.lines
    assert {(each.x, each.size, each.colour) for each in ink} == {(3.0, EM, STYLE.roles["card"].colour)}
    assert "".join(each.line.text for each in ink) == "Reads the menu and three reviews"


def test_a_place_may_have_its_own_colour():
    place = SET.place("Asks", "card", 0.0, 0.0, 90.0, colour="#112233")
    assert next(text_ink(place, SET)).colour == "#112233"


def test_an_empty_line_gives_no_ink():
    assert list(text_ink(SET.place("", "card", 0.0, 0.0, 90.0), SET)) == []
    assert len(list(text_ink(SET.place("one\n\nthree", "card", 0.0, 0.0, 90.0), SET))) == 2


def test_a_digit_stands_in_the_middle():
    (ink,) = centred_text("3", "badge", 20.0, 30.0, SET)
    setting = SET.setting("badge")
    assert ink.x + SET.width("3", "badge") / 2 == pytest.approx(20.0)
    assert ink.y - setting.cap_height / 2 == pytest.approx(30.0)


def test_boxes_become_one_path():
    commands = rectangles([Rect(1, 2, 3, 4), Rect(10, 0, 1, 1)])
    assert commands[:5] == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))
    assert [command[0] for command in commands].count("M") == 2


def test_commands_are_scaled_and_moved():
    assert placed_commands([("M", 1, 2), ("C", 0, 1, 2, 3, 4, 5), ("Z",)], 10.0, 20.0, 2.0) == (
        ("M", 12.0, 24.0),
        ("C", 10.0, 22.0, 14.0, 26.0, 18.0, 30.0),
        ("Z",),
    )


def test_an_icon_fills_its_square(pen):
    (path,) = pen.icon("action", "other", Rect(100.0, 50.0, 32.0, 32.0), "#A87900")
    numbers = [number for _, *numbers in path.commands for number in numbers]
    assert all(100.0 <= x <= 132.0 for x in numbers[::2])
    assert all(50.0 <= y <= 82.0 for y in numbers[1::2])
    assert (path.fill, path.stroke, path.stroke_width) == ("#A87900", "#A87900", STROKE * 32.0 / GRID)


def test_an_outline_is_not_filled(pen):
    assert {path.fill for path in pen.icon("thought", "other", Rect(0, 0, 16, 16), "#000000")} == {""}


def test_an_unknown_icon_gives_way(pen):
    box = Rect(0, 0, 16, 16)
    assert pen.icon("channel-pigeon", "touchpoint", box, "#000000") == pen.icon("touchpoint", "other", box, "#000000")


def test_the_same_icon_is_the_same_paths(pen):
    box = Rect(0, 0, 16, 16)
    assert pen.icon("pain", "other", box, "#000000") is pen.icon("pain", "other", box, "#000000")
    assert pen.icon("pain", "other", box, "#000000") is not pen.icon("pain", "other", box, "#111111")
