"""Where the group is, in one line."""

import pytest
from PySide6.QtGui import QImage

from desktop.panels.room.strip import HereStrip, Whereabouts
from desktop.panels.theme import colour

SIX = ("Discover", "Decide", "Arrive", "Dine", "Leave", "Return")


@pytest.fixture
def strip(qtbot):
    strip = HereStrip("{number} of {count}")
    qtbot.addWidget(strip)
    strip.set_em(36)
    strip.resize(1920, strip.sizeHint().height())
    return strip


def at(stages=SIX, current=2, step="Finds the place", lane="Touchpoints"):
    return Whereabouts(tuple(stages), current, step, lane)


def marks(strip):
    """The colours along the marks of the stages, each once for every stretch."""
    image = QImage(strip.size(), QImage.Format.Format_RGB32)
    strip.render(image)
    row = [image.pixelColor(x, round(36 * 0.53)).name() for x in range(strip.width())]
    return [name for name, before in zip(row, ["", *row], strict=False) if name != before]


def test_all_stages_are_named_where_there_is_room(strip):
    strip.show_place(at())
    assert strip.names_all


def test_of_many_only_the_current_one_is(strip):
    strip.show_place(at([f"Stage number {number}" for number in range(20)], 11))
    assert not strip.names_all


def test_larger_type_leaves_no_room(strip):
    strip.show_place(at())
    strip.set_em(90)
    assert not strip.names_all


def test_the_current_stage_is_marked_once(strip):
    strip.show_place(at())
    assert marks(strip).count(colour("strong").name()) == 1


def test_what_lies_behind_is_darker_than_what_comes(strip):
    strip.show_place(at())
    seen = marks(strip)
    assert seen.count(colour("handle").name()) == 2
    assert seen.count(colour("line").name()) == 3


def test_it_is_told_to_screen_readers(strip):
    strip.show_place(at())
    assert strip.accessibleName() == "Arrive › Finds the place › Touchpoints"


def test_a_step_without_a_title_is_left_out(strip):
    strip.show_place(at(step=""))
    assert strip.accessibleName() == "Arrive › Touchpoints"


def test_without_a_map_it_is_empty(strip):
    strip.show_place(Whereabouts())
    assert marks(strip) == [colour("surface").name()]


def test_a_place_that_is_gone_marks_no_stage(strip):
    strip.show_place(at(current=-1, step=""))
    assert colour("strong").name() not in marks(strip)


def test_it_is_as_high_as_its_type_asks_for(strip):
    before = strip.sizeHint().height()
    strip.set_em(72)
    assert strip.sizeHint().height() == pytest.approx(2 * before, abs=1)


@pytest.mark.parametrize("width", [60, 200, 700])
def test_a_narrow_one_is_no_trouble(strip, width):
    strip.resize(width, 76)
    strip.show_place(at())
    assert marks(strip)
