"""The last notes beside the map."""

import pytest
from PySide6.QtGui import QColor, QImage

from desks import desk_on
from desktop import resources
from desktop.desk.room import Recent
from desktop.document.edits.cards import Spot, add_card
from desktop.panels.room.notes import NotesColumn

STYLE = resources.style("screen")


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def column(qtbot, desk):
    column = NotesColumn(Recent(desk), STYLE, desk.words)
    qtbot.addWidget(column)
    column.resize(480, 900)
    column.set_em(36)
    return column


def note(desk, text, kind="action"):
    spot = Spot(desk.journey.lanes[0].id, "d1")
    desk.attempt("n", lambda whole: add_card(whole, desk.map_id, spot, kind, new_id=desk.new_id, text=text))


def colours(column):
    """All that can be seen at the left edge of the notes."""
    image = QImage(column.size(), QImage.Format.Format_RGB32)
    column.render(image)
    return [image.pixelColor(round(0.7 * 36) + 2, y).name() for y in range(image.height())]


def test_the_latest_is_at_the_top(desk, column):
    note(desk, "one")
    note(desk, "two")
    assert [each.text for each in column.shown] == ["two", "one"]


def test_a_note_wears_the_colour_of_its_kind(desk, column):
    note(desk, "one", "pain")
    assert QColor(STYLE.kind("pain").edge).name() in colours(column)


def test_each_has_a_colour_of_its_own(desk, column):
    note(desk, "one", "pain")
    note(desk, "two", "opportunity")
    seen = colours(column)
    edges = [QColor(STYLE.kind(kind).edge).name() for kind in ("opportunity", "pain")]
    assert seen.index(edges[0]) < seen.index(edges[1])


def test_none_is_made_smaller_to_have_room(desk, column):
    for number in range(5):
        note(desk, f"a note of many words that runs over several lines, number {number}")
    assert 0 < len(column.shown) < 5


def test_smaller_type_leaves_room_for_more(desk, column):
    for number in range(5):
        note(desk, f"a note of many words that runs over several lines, number {number}")
    column.set_em(18)
    assert len(column.shown) == 5


def test_a_very_long_note_leaves_room_for_others(desk, column):
    note(desk, "before")
    note(desk, "words " * 200)
    assert len(column.shown) == 2


def test_notes_are_told_to_screen_readers(desk, column):
    note(desk, "one")
    assert column.accessibleDescription().startswith("one, ")
    assert column.accessibleName() == "Last notes"


def test_before_the_first_note_it_says_what_comes(column):
    image = QImage(column.size(), QImage.Format.Format_RGB32)
    column.render(image)
    first = [image.pixelColor(x, y).name() for x in range(480) for y in range(25, 70)]
    assert len(set(first)) > 2


def test_a_narrow_column_is_no_trouble(desk, column):
    note(desk, "one")
    column.resize(40, 20)
    assert colours(column)
    assert column.shown == []
