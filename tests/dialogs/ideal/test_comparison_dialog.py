"""Current and ideal in their dialog: beside each other and over each other, walked through, brought over, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import desk_on
from desktop.desk.ideal import Ideal
from desktop.desk.maps import Maps
from desktop.dialogs.differencetree import THING
from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.document.keyed import find
from desktop.document.locate import cards_of


@pytest.fixture
def dialog(opened, ideal):
    return opened(ComparisonDialog(ideal, {}))


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def current(dialog):
    item = dialog.tree.currentItem()
    return item.data(0, THING) if item else None


def choose(dialog, thing):
    row = next(row for row in dialog._rows() if row.data(0, THING) == thing)
    dialog.tree.setCurrentItem(row)


def test_the_current_map_stands_before_the_ideal_one(dialog, desk):
    assert dialog.before.currentData() == "m"
    assert dialog.after.currentData() == desk.map_id
    assert dialog.before.currentText().endswith("· current")
    assert dialog.after.currentText().endswith("· ideal")


def test_what_differs_is_counted_and_listed(dialog):
    assert dialog.told.text() == "1 new · 2 gone · 1 moved · 2 changed"
    assert {row.data(0, THING) for row in dialog._rows()} == {"c1", "c2", "c4", "better", "late", "m1"}


def test_each_map_is_marked_with_what_stands_in_it(dialog):
    assert {"c1", "c2", "c4", "late"} <= set(dialog.views.before.boxes)
    assert "better" not in dialog.views.before.boxes
    assert {"c1", "c4", "better"} <= set(dialog.views.after.boxes)
    assert "c2" not in dialog.views.after.boxes


def test_the_earlier_map_says_where_a_thing_has_moved_to(dialog):
    said = [view._marks["c4"].text for view in (dialog.views.before, dialog.views.after)]
    assert said[0].startswith("moved to")
    assert said[1].startswith("moved from")


def test_over_each_other_there_is_one_map_with_both(dialog):
    click(dialog.over)
    assert not dialog.views.before.isVisible()
    assert {"c1", "c2", "c4", "better", "late"} <= set(dialog.views.after.boxes)
    click(dialog.beside)
    assert dialog.views.before.isVisible()
    assert "c2" not in dialog.views.after.boxes


def test_what_is_looked_at_stays_in_sight(dialog):
    choose(dialog, "c2")
    click(dialog.over)
    assert dialog.views.after.current == "c2"


def test_alt_and_the_arrow_keys_walk_through_the_differences(dialog):
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first = current(dialog)
    QTest.keyClick(dialog.views.after, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert current(dialog) != first
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert current(dialog) == first


def test_round_at_the_ends(dialog):
    click(dialog.previous)
    last = current(dialog)
    click(dialog.next)
    click(dialog.previous)
    assert current(dialog) == last


def test_what_is_walked_to_is_looked_at_in_both_maps(dialog):
    choose(dialog, "c1")
    assert dialog.views.before.current == dialog.views.after.current == "c1"
    choose(dialog, "better")
    assert (dialog.views.before.current, dialog.views.after.current) == ("", "better")


def test_moving_one_map_moves_the_other(dialog):
    dialog.views.before.zoom_to(0.9)
    assert dialog.views.after.zoom == pytest.approx(0.9)
    dialog.views.after.zoom_to(0.5)
    assert dialog.views.before.standpoint == dialog.views.after.standpoint


def test_a_click_on_a_mark_goes_to_its_row(dialog):
    box = dialog.views.before._in_px(dialog.views.before.boxes["c2"])
    QTest.mouseClick(dialog.views.before.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert current(dialog) == "c2"


def test_the_gap_is_drawn_and_said(dialog):
    assert "better on average" in dialog.gap.told.text()
    assert dialog.gap.chart._felt.gaps[0].difference == 1.0
    picture = dialog.gap.chart.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(picture.height())}
    assert len(colours) > 3


def test_whose_feelings_can_be_chosen(dialog):
    assert [dialog.gap.who.itemText(row) for row in range(dialog.gap.who.count())] == ["Maya", "Ana"]
    dialog.gap.who.setCurrentIndex(1)
    assert dialog.gap.told.text() == "no change"


def test_only_what_is_missing_in_the_ideal_map_can_be_brought_over(dialog):
    assert not dialog.bring.isEnabled()
    choose(dialog, "c1")
    assert not dialog.bring.isEnabled()
    choose(dialog, "c2")
    assert dialog.bring.isEnabled()


def test_bringing_over(dialog, desk):
    choose(dialog, "c2")
    click(dialog.bring)
    assert "Waits" in {card.text for card in cards_of(desk.journey)}
    assert "c2" not in {row.data(0, THING) for row in dialog._rows()}
    desk.undo()
    assert "Waits" not in {card.text for card in cards_of(desk.journey)}


def test_from_the_ideal_map_nothing_is_brought_back(dialog):
    click(dialog.turn)
    assert dialog.told.text() == "2 new · 1 gone · 1 moved · 2 changed"
    choose(dialog, next(row.data(0, THING) for row in dialog._rows() if "called back" in row.text(0)))
    assert not dialog.bring.isEnabled()


def test_a_map_and_itself_are_not_compared(dialog):
    dialog.before.setCurrentIndex(dialog.after.currentIndex())
    assert dialog.note.text() == "Choose two maps."
    assert list(dialog._rows()) == []
    assert not dialog.print.isEnabled()


def test_what_is_new_is_counted(dialog, qtbot):
    assert dialog.new.text() == "New in the current map: 1…"
    with qtbot.waitSignal(dialog.news):
        click(dialog.new)


def test_printing_says_which_maps(dialog, qtbot, desk):
    with qtbot.waitSignal(dialog.printing) as told:
        click(dialog.print)
    assert told.args == ["m", desk.map_id]


def test_maps_that_are_alike(opened):
    desk = desk_on()
    Maps(desk).duplicate_as_ideal()
    dialog = opened(ComparisonDialog(Ideal(desk), {}))
    assert dialog.note.text() == "Nothing differs."
    assert not dialog.new.isVisible()


def test_every_button_has_words(dialog):
    buttons = (dialog.turn, dialog.bring, dialog.print, dialog.next, dialog.previous, dialog.beside, dialog.over)
    assert not [one.text() for one in buttons if "." in one.text().rstrip("…") or "." in one.toolTip()[:12]]
    assert find(dialog._ideal.desk.project.maps, "m")


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_the_maps_are_the_largest_part(dialog, size):
    dialog.resize(*size)
    QApplication.processEvents()
    maps, below = dialog.parts.sizes()
    assert maps > 2 * below
    assert dialog.views.width() >= size[0] - 60
    assert (dialog.width(), dialog.height()) == size


def test_nothing_is_cut_off_in_a_small_window(dialog):
    dialog.resize(1280, 720)
    QApplication.processEvents()
    for part in (dialog.views, dialog.tree, dialog.gap.chart, dialog.print, dialog.next):
        corner = part.mapTo(dialog, part.rect().bottomRight())
        assert dialog.rect().contains(corner)
        assert part.height() >= part.minimumSizeHint().height()


def test_without_feelings_what_differs_has_the_whole_width(dialog):
    dialog.gap.show_feelings(())
    QApplication.processEvents()
    assert dialog.tree.width() == dialog.parts.width()
