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


def test_the_shortcut_opens_the_walk_and_asks_for_photos_and_escape_closes_the_sheet(window, photos):
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert photos.open.sheet.isVisible()
    assert window.workshop.photos.panel.isVisible()
    QTest.keyClick(photos.open.sheet, Qt.Key.Key_Escape)
    assert photos.open.sheet.isHidden()


def test_nothing_of_the_photos_is_in_the_project_and_from_the_line_the_shortcut_leads_back_to_the_map(
    panel, window, sample, photos
):
    assert window.desk.project is sample.project
    assert not window.session.modified
    photos.call()
    assert window.canvas.hasFocus()


def test_under_the_map_what_hangs_on_the_wall_is_seen_bare_paper_leaves_it_and_on_another_map_is_another_wall(
    panel, photos, window
):
    before = window.canvas.grab().toImage()
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert photos.underlay.on
    assert window.canvas.grab().toImage() != before
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert window.canvas.grab().toImage() == before
    before = shade(window, 1, 1)
    QTest.mouseClick(panel.under, Qt.MouseButton.LeftButton)
    assert shade(window, 1, 1) == before
    walk, first = photos.panel.walk, window.desk.map_id
    window.desk.attempt("", lambda project: add_map(project, "Other", new_id=window.desk.new_id))
    other = next(each.id for each in window.desk.project.maps if each.id != first)
    window.desk.show_map(other)
    assert photos.open is None
    assert panel.walk is None
    window.desk.show_map(first)
    assert panel.walk is walk
