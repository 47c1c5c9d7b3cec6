"""How the lines of the tray are painted and wrapped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from desktop.panels.tray.faces import LINES, MOST, ROW, wrapped


@pytest.fixture(scope="module")
def font(qapp):
    made = QFont()
    made.setPixelSize(12)
    return made


def test_a_short_text_is_one_line(font):
    assert wrapped("Late", font, 150) == ["Late"]


def test_a_longer_one_is_two(font):
    lines = wrapped("The tram stop is far in the rain", font, 130)
    assert len(lines) == 2
    assert " ".join(lines) == "The tram stop is far in the rain"


def test_what_is_longer_says_so(font):
    lines = wrapped("The tram stop is far in the rain and nobody told us so " * 3, font, 130)
    assert len(lines) == LINES
    assert lines[-1].endswith("…")


def test_letters_that_qt_counts_twice_stay_whole(font):
    lines = wrapped("\N{GRINNING FACE} we were \N{GRINNING FACE} so glad to be there", font, 100)
    assert lines[0].startswith("\N{GRINNING FACE}")
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(lines)


@settings(max_examples=25)
@given(st.text(max_size=MOST + 50))
def test_any_text_fits(font, text):
    lines = wrapped(" ".join(text.split()), font, 120)
    assert len(lines) <= LINES
    assert all(isinstance(line, str) for line in lines)


def test_a_note_is_yellow_and_a_selected_one_has_a_ring(side):
    view = side.view
    plain = view.viewport().grab().toImage()
    side.pick("n2")
    ringed = view.viewport().grab().toImage()
    at = side.at("n2")
    assert plain.pixelColor(12 + 2, at.y()) != plain.pixelColor(5, at.y())
    assert plain != ringed


def test_lines_are_as_high_as_two_lines_of_text_need(font):
    assert 2 * QFontMetrics(font).lineSpacing() + 6 <= ROW


def test_while_a_note_is_carried_the_place_for_a_new_group_is_seen(side):
    before = side.view.viewport().grab().toImage()
    side.drag("n1", side.at("x1", 0.2), drop=False)
    assert side.view.viewport().grab().toImage() != before
    side.canvas.drop_tool()


def test_the_empty_sentence_is_seen(make):
    side = make((), ())
    image = side.view.viewport().grab().toImage()
    ground = image.pixelColor(2, 2)
    assert any(image.pixelColor(x, y) != ground for x in range(30, 220, 2) for y in range(100, image.height() - 100, 2))
