"""The poster in small."""

import pytest

from desktop.drawing.shapes import Box, Drawing, Figure, Glyphs, Image, Path, Placed
from desktop.drawing.thumbnail import MANY, thumbnail
from printing import glyphs

ROUND = Box(0.0, 0.0, 80.0, 40.0, "#FFF7DF", radii=(4.0,) * 4)
EDGE = Box(0.0, 0.0, 4.0, 40.0, "#A87900", radii=(4.0, 0.0, 0.0, 4.0))
ICON = Path((("M", 0.0, 0.0), ("L", 5.0, 5.0)), "#A87900")
PHOTO = Image(0.0, 0.0, 80.0, 40.0, "ab" * 32)


def small(role, *shapes):
    """The shapes that are left of one figure of that role."""
    figure = Figure("id1", role, "Somebody", 80.0, 40.0, shapes)
    drawing = Drawing(500.0, 300.0, "#FFFFFF", (Placed(10.0, 20.0, figure),))
    return [shape for placed in thumbnail(drawing, 0.5).placed for shape in placed.figure.shapes]


def test_a_card_is_its_box_and_its_edge():
    assert small("card", ROUND, EDGE, ICON, glyphs("Reads the menu")) == [
        Box(10.0, 20.0, 80.0, 40.0, "#FFF7DF"),
        Box(10.0, 20.0, 4.0, 40.0, "#A87900"),
    ]


def test_a_pill_keeps_its_line():
    (pill,) = small("card", Box(0.5, 0.5, 79.0, 39.0, "#FFFFFF", "#2F7DD1", 1.0, (20.0,) * 4))
    assert (pill.stroke, pill.stroke_width, pill.radii) == ("#2F7DD1", 1.0, (0.0,) * 4)


def test_a_picture_is_shown():
    assert PHOTO in small("card", ROUND, PHOTO)


def test_a_card_without_a_box_is_bars_as_long_as_its_words():
    words = glyphs("CSAT 4.7")
    (bar,) = small("card", ICON, words)
    assert bar.width == pytest.approx(words.line.width * words.size / 2048, abs=0.1)
    assert bar.y + bar.height == pytest.approx(words.y + 20.0, abs=0.2)


@pytest.mark.parametrize("role", ["header", "stage", "lane"])
def test_large_words_can_be_read(role):
    assert [type(shape) for shape in small(role, glyphs("Discover"))] == [Glyphs]


def test_words_that_would_be_dust_are_left_out():
    figure = Figure("", "lane", "", 80.0, 40.0, (ICON, glyphs("Actions", size=10.0)))
    drawing = Drawing(500.0, 300.0, "", (Placed(0.0, 0.0, figure),))
    kept = {scale: thumbnail(drawing, scale).placed[0].figure.shapes for scale in (0.15, 0.2)}
    assert [len(kept[scale]) for scale in (0.15, 0.2)] == [1, 2]


@pytest.mark.parametrize("role", ["step", "marker-label", "legend", "footer", "task", "empty"])
def test_small_words_are_left_out(role):
    assert small(role, glyphs("Hears about it"), ICON) == []


def test_a_curve_keeps_its_line_and_loses_its_words():
    assert small("curve", ICON, glyphs("Maya")) == [ICON]


def test_a_figure_of_which_nothing_is_left_is_gone():
    assert small("marker", glyphs("delighted")) == []


def test_it_stands_where_the_poster_stood():
    drawing = Drawing(500.0, 300.0, "#FFFFFF", (Placed(10.0, 20.0, Figure("c", "card", "", 80.0, 40.0, (ROUND,))),))
    found = thumbnail(drawing, 0.5)
    assert (found.width, found.height) == (500.0, 300.0)
    assert [(box.x, box.y) for placed in found.placed for box in placed.figure.shapes] == [(10.0, 20.0)]


def many(count, lanes=1):
    """The boxes of so many cards, two in each cell."""
    card = Figure("c", "card", "", 30.0, 40.0, (ROUND, EDGE))
    placed = tuple(
        Placed(100.0 * (number // 2) / 3, 60.0 * (number % 2), card, f"lane{number % lanes}") for number in range(count)
    )
    return thumbnail(Drawing(500.0, 300.0, "", placed), 0.5).placed[0].figure.shapes


def test_cards_of_one_colour_follow_each_other():
    assert [box.fill for box in many(3)] == ["#FFF7DF"] * 3 + ["#A87900"] * 3


def test_edges_lie_on_their_cards():
    assert [box.width for box in many(2)] == [80.0, 80.0, 4.0, 4.0]


def test_of_many_cards_those_of_a_cell_are_one_box():
    boxes = many(MANY + 2)
    assert len(boxes) == MANY / 2 + 1
    assert (boxes[0].y, boxes[0].height) == (0.0, 100.0)


def test_many_cards_of_different_lanes_stay_apart():
    assert len(many(MANY + 2, lanes=2)) == MANY + 2


def test_no_more_digits_are_written_than_are_seen():
    assert sorted({box.x * 0.5 for box in many(5)}) == pytest.approx([0.0, 16.7, 33.3])


def test_it_has_no_ground_and_no_bookmarks():
    found = thumbnail(Drawing(5.0, 3.0, "#FDF6E3", ()), 1.0)
    assert (found.background, found.bookmarks) == ("", ())


def test_nothing_in_it_is_named():
    drawing = Drawing(5.0, 3.0, "", (Placed(0.0, 0.0, Figure("c", "card", "Action: reads", 8.0, 4.0, (ROUND,))),))
    (placed,) = thumbnail(drawing, 0.5).placed
    assert (placed.figure.id, placed.figure.name) == ("", "")
