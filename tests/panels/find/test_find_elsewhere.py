"""What is found beside the cards: titles, other maps, and people."""

import pytest
from PySide6.QtCore import Qt

from desks import small_map
from desktop.desk.texts import SORTS
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards

ENTER = Qt.Key.Key_Return


@pytest.fixture
def desk(desk):
    """Ana and Maya, and a second map where c2 says “Waits outside”."""
    whole = small_map()
    second = changed(whole.maps[0], id="n", title="Second day", rank="Z")
    both = changed(whole, maps=(*whole.maps, second))
    desk.edit("Other", edit_cards(both, "n", ["c2"], text="Waits outside"))
    desk.show_map("m")
    return desk


def test_a_match_on_another_map_shows_that_map(seek):
    seek.type("outside")
    seek.key(ENTER)
    assert seek.desk.map_id == "n"
    assert seek.desk.selected == frozenset({"c2"})
    assert seek.bar.field.hasFocus()


def test_of_several_the_one_on_the_map_shown_is_first(seek):
    seek.desk.show_map("n")
    seek.type("waits")
    assert seek.bar.told.text() == "2 of 2"
    assert seek.bar.finding.current.passage.map_id == "n"


def test_the_place_names_the_map_where_there_are_several(seek):
    seek.type("outside")
    place = seek.bar.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Second day" in place


def test_the_title_of_a_map_is_gone_to_and_selects_nothing(seek):
    seek.type("second day")
    seek.key(ENTER)
    assert seek.desk.map_id == "n"
    assert seek.desk.selected == frozenset()


def test_people_are_found_only_among_people(seek):
    seek.type("maya")
    assert "Maya" in seek.found()
    seek.tick(1 + SORTS.index("personas"))
    assert "Maya" not in seek.found()


def test_replaced_all_over_both_maps_change_in_one_step(seek):
    before = seek.desk.project
    seek.bar.call_replace()
    seek.type("waits")
    seek.type("stands", seek.bar.by)
    seek.click(seek.bar.all)
    assert seek.found() == []
    texts = [card.text for one in seek.desk.project.maps for lane in one.lanes for card in lane.cards]
    assert sum(text.startswith("stands") for text in texts) == 2
    seek.desk.undo()
    assert seek.desk.project is before
