"""The list of matches, what narrows it, and the rings on the map."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.panels.find.bar import SEEN
from desktop.panels.find.listing import HEIGHT
from desktop.panels.find.marks import CURRENT, FOUND


def spots(image, tint):
    """How many pixels of a picture have a colour."""
    wanted = tint.rgb()
    wide, high = image.width(), image.height()
    return sum(image.pixel(x, y) == wanted for y in range(0, high, 2) for x in range(0, wide, 2))


def inks(seek):
    image = seek.canvas.viewport().grab().toImage()
    return spots(image, FOUND), spots(image, CURRENT)


def test_it_stands_in_reading_order_with_the_place(seek):
    seek.type("tea")
    assert seek.found()[:2] == ["Waits for tea", "Tea comes late"]
    model = seek.bar.list.model()
    place = model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert place.startswith("Thought · ")
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Drinks green tea, black tea, Thought")


def test_a_click_goes_there(seek):
    seek.type("tea")
    box = seek.bar.list.visualRect(seek.bar.list.model().index(2, 0))
    QTest.mouseClick(seek.bar.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert seek.desk.selected == frozenset({"c3"})
    assert seek.bar.told.text() == "3 of 5"
    assert seek.bar.field.hasFocus()


@pytest.mark.parametrize(("word", "rows"), [("late", 1), ("tea", 5), ("t", SEEN)])
def test_it_is_as_high_as_its_rows_but_not_higher(seek, word, rows):
    seek.type(word)
    assert seek.bar.list.height() == rows * HEIGHT


def test_capitals_may_count(seek):
    seek.type("Tea")
    seek.click(seek.bar.strict["case"])
    assert seek.found() == ["Tea comes late"]
    seek.click(seek.bar.strict["case"])
    assert len(seek.found()) == 5


def test_whole_words_only(seek):
    seek.type("wait")
    assert seek.found() == ["Waits for tea"]
    seek.click(seek.bar.strict["words"])
    assert seek.found() == []


def test_accents_count_when_asked(seek):
    seek.bar.field.insert("téa")
    seek.settle()
    assert len(seek.found()) == 5
    seek.click(seek.bar.strict["accents"])
    assert seek.found() == []


def test_with_every_sort_left_out_nothing_is_found(seek):
    seek.type("tea")
    seek.tick(0)
    assert seek.found() == []
    seek.tick(1)
    assert len(seek.found()) == 5


def test_it_follows_what_is_written_elsewhere(seek):
    seek.type("tea")
    seek.desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c1"], text="Waits"))
    assert seek.found()[0] == "Tea comes late"
    assert seek.bar.told.text() == "1 of 4"


def test_the_current_match_stays_when_another_goes(seek):
    seek.type("tea")
    while seek.current() != "c3":
        seek.key(Qt.Key.Key_Down)
    seek.desk.attempt("Remove", lambda whole: remove_cards(whole, "m", ["c1"]))
    assert seek.current() == "c3"
    assert seek.bar.told.text() == "2 of 4"


def test_what_is_parked_is_revealed_and_the_cursor_stays(seek, parked):
    seek.type("late")
    seek.key(Qt.Key.Key_Return)
    assert seek.revealed == ["c2"]
    assert seek.bar.field.hasFocus()


def test_each_match_has_a_ring_and_the_current_another(seek):
    seek.canvas.fit()
    assert inks(seek) == (0, 0)
    seek.type("tea")
    found, current = inks(seek)
    assert min(found, current) > 0
    seek.type("late")
    assert inks(seek)[0] == 0


def test_closed_there_are_no_rings(seek):
    seek.canvas.fit()
    seek.type("tea")
    seek.key(Qt.Key.Key_Escape)
    assert inks(seek) == (0, 0)
    seek.bar.call()
    assert min(inks(seek)) > 0


def test_the_row_under_the_pointer_is_tinted(seek):
    seek.type("tea")
    view = seek.bar.list.viewport()
    QTest.mouseMove(view, QPoint(200, HEIGHT // 2))
    before = view.grab().toImage()
    QTest.mouseMove(view, QPoint(200, 3 * HEIGHT + HEIGHT // 2))
    after = view.grab().toImage()
    corner = QPoint(view.width() // 2, 3 * HEIGHT + 3)
    assert before.pixel(corner) != after.pixel(corner)


def test_a_long_text_is_shown_round_the_match_in_one_line(seek):
    text = f"{'before ' * 20}\nneedle\t{'behind ' * 60}"
    seek.desk.attempt("Edit", lambda whole: edit_cards(whole, "m", ["c1"], text=text))
    seek.type("needle")
    (row,) = seek.found()
    assert row.startswith("…")
    assert "needle" in row
    assert not {"\n", "\t"} & set(row)
    assert len(row) < 200
