"""The chart of feelings in the dialog: whose they are, what is said of them, and that it is drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.ideal.gapstrip import HEIGHT, LEAST, ROUND, GapStrip
from desktop.layout.gains import Feelings
from desktop.method.comparing import Gap
from desktop.resources import words


def felt(persona, *pairs, series=0):
    gaps = tuple(Gap(f"d{at}", f"Step {at}", persona, *pair) for at, pair in enumerate(pairs))
    return Feelings(persona, f"what {persona} feels", gaps, series)


@pytest.fixture
def strip(qtbot):
    strip = GapStrip("en", words("en"))
    qtbot.addWidget(strip)
    strip.resize(700, 200)
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def inks(strip):
    picture = strip.chart.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 2)}


def test_one_persona_is_named_with_what_she_feels(strip):
    strip.show_feelings([felt("Maya", (-1.0, 1.0))])
    assert strip.told.text() == "Maya · what Maya feels"
    assert not strip.who.isVisible()


def test_of_several_one_is_chosen(strip):
    strip.show_feelings([felt("Maya", (-1.0, 1.0)), felt("Ana", (0.0, 1.0), series=1)])
    assert strip.who.isVisible()
    assert strip.told.text() == "what Maya feels"
    strip.who.setFocus()
    QTest.keyClick(strip.who, Qt.Key.Key_Down)
    assert strip.told.text() == "what Ana feels"


def test_each_has_the_colour_of_her_curve(strip):
    strip.show_feelings([felt("Maya", (-1.0, 1.0), (0.0, 2.0))])
    first = inks(strip)
    strip.show_feelings([felt("Maya", (-1.0, 1.0), (0.0, 2.0), series=1)])
    assert "#cf3f66" in first
    assert "#cf3f66" not in inks(strip)
    assert "#2f7dd1" in inks(strip)


def test_without_feelings_there_is_nothing(strip):
    strip.show_feelings([])
    assert not strip.isVisible()
    strip.show_feelings([felt("Maya", (0.0, 1.0))])
    assert strip.isVisible()


def test_it_is_told_to_whoever_does_not_see_it(strip):
    strip.show_feelings([felt("Maya", (-1.0, 1.5), (None, 1.0))])
    assert strip.chart.accessibleName() == "what Maya feels"
    assert strip.chart.accessibleDescription() == "Step 0: −1.0 → +1.5; Step 1: – → +1.0"


def test_in_a_low_room_it_is_smaller_and_nothing_is_cut(strip):
    names = [Gap(f"d{at}", "Finds the place somewhere", "Maya", -1.0, 1.0) for at in range(12)]
    strip.show_feelings([Feelings("Maya", "x", tuple(names), 0)])
    strip.chart.resize(500, LEAST)
    figure = strip.chart._drawn(strip._feelings[0])
    lowest = max(shape.y for shape in figure.shapes if hasattr(shape, "line"))
    assert figure.width / figure.height == pytest.approx((500 - 2 * ROUND) / (LEAST - ROUND))
    assert lowest < figure.height


def test_it_is_drawn_anew_only_for_another_width(strip, qtbot):
    strip.show_feelings([felt("Maya", (-1.0, 1.0))])
    strip.chart.grab()
    made = strip.chart._made
    strip.chart.grab()
    assert strip.chart._made is made
    strip.resize(500, 200)
    qtbot.waitUntil(lambda: strip.chart.width() < 600)
    strip.chart.grab()
    assert strip.chart._made is not made


def test_it_takes_the_height_that_there_is(strip):
    strip.show_feelings([felt("Maya", (-1.0, 1.0))])
    assert strip.chart.sizeHint().height() == HEIGHT
    heights = []
    for height in (60, 300):
        strip.resize(700, height)
        QApplication.processEvents()
        heights.append(strip.chart.height())
    assert heights[0] >= LEAST
    assert heights[1] > HEIGHT
