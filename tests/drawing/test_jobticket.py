"""The job ticket on paper."""

import pytest

from desktop import resources
from desktop.drawing.jobticket import BLANK, LABEL, Entry, ticket_drawing
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Glyphs, Path
from desktop.layout.places import Rect
from tests.sheeting import bounds, figures, within, words

ROOM = Rect(22.0, 22.0, 166.0, 253.0)
ENTRIES = (
    Entry("Finished size", "1189 × 841 mm", strong=True),
    Entry("Trim", "do not trim: the sheets are cut and glued by hand, as the assembly map says, after all are printed"),
    Entry("Copies"),
)


@pytest.fixture(scope="module")
def shapes():
    pen = Lettering(resources.typesetter())
    drawing = ticket_drawing((210.0, 297.0), ROOM, ("Job ticket", "An evening"), ENTRIES, pen)
    return figures(drawing)["ticket"]


def texts(shapes):
    return {shape.line.text.strip(): shape for shape in shapes if isinstance(shape, Glyphs)}


def rules(shapes):
    return [bounds(shape).y for shape in shapes if isinstance(shape, Path)]


def test_caption_and_title_come_first(shapes):
    assert words(shapes)[:2] == ["Job ticket", "An evening"]


def test_a_label_and_its_value_share_a_baseline(shapes):
    found = texts(shapes)
    assert found["Finished size"].y == pytest.approx(found["1189 × 841 mm"].y)


def test_values_stand_in_one_column(shapes):
    assert texts(shapes)["1189 × 841 mm"].x == ROOM.x + LABEL


def test_what_counts_most_is_larger(shapes):
    found = texts(shapes)
    assert found["1189 × 841 mm"].size > max(shape.size for text, shape in found.items() if "trim:" in text)


def test_a_long_value_takes_several_lines_in_its_column(shapes):
    lines = [shape for shape in shapes if isinstance(shape, Glyphs) and shape.x == ROOM.x + LABEL]
    assert len(lines) > 2
    assert all(within(bounds(line), ROOM) for line in lines)


def test_each_entry_lies_between_two_rules(shapes):
    found = rules(shapes)
    assert len(found) == len(ENTRIES) + 1
    assert found == sorted(found)


def test_there_is_room_to_write_where_nothing_is_said(shapes):
    assert rules(shapes)[-1] - rules(shapes)[-2] >= BLANK
