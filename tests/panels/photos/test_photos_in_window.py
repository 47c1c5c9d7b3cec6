import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.canvas.tools import window_rect
from desktop.document.edits.maps import add_map
from desktop.layout.places import Rect


def shade(window, row, column):
    """The colour in the middle of a cell of the map, low enough to be clear of its cards."""
    layout, view = window.canvas.scene.layout, window.canvas.view
    where, there = layout.rows[row], layout.columns[column]
    box = window_rect(view, Rect(there.x, where.y, there.width, where.height))
    return window.canvas.grab().toImage().pixelColor(box.center().toPoint())


def test_the_shortcut_opens_the_walk_and_asks_for_photos(window, photos):
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert photos.open.sheet.isVisible()
    assert window.workshop.photos.panel.isVisible()


def test_from_the_line_the_shortcut_leads_back_to_the_map(panel, photos, window):
    photos.call()
    assert window.canvas.hasFocus()


def test_nothing_of_the_photos_is_in_the_project(panel, window, sample):
    assert window.desk.project is sample.project
    assert not window.session.modified


def test_under_the_map_what_hangs_on_the_wall_is_seen(panel, photos, window):
    before = window.canvas.grab().toImage()
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert photos.underlay.on
    assert window.canvas.grab().toImage() != before
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert window.canvas.grab().toImage() == before


def test_bare_paper_leaves_the_map_as_it_is(panel, window):
    before = shade(window, 1, 1)
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert shade(window, 1, 1) == before


def test_on_another_map_is_another_wall(panel, photos, window):
    walk, first = photos.panel.walk, window.desk.map_id
    window.desk.attempt("", lambda project: add_map(project, "Other", new_id=window.desk.new_id))
    other = next(each.id for each in window.desk.project.maps if each.id != first)
    window.desk.show_map(other)
    assert photos.open is None
    assert panel.walk is None
    window.desk.show_map(first)
    assert panel.walk is walk


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_escape_closes_the_sheet(photos, key):
    photos.call()
    QTest.keyClick(photos.open.sheet, key)
    assert photos.open.sheet.isHidden()
