"""Photos kept as pictures, by keys and by clicks in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.locate import cards_of

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said(window):
    heard = []
    window.desk.said.connect(heard.append)
    return heard


def pictures(window):
    return [card for card in cards_of(window.desk.journey) if card.kind == "picture"]


def test_a_key_keeps_the_cell_what_is_typed_stays_and_the_sheet_keeps_the_whole_photo(panel, window, said, photos):
    QTest.keyClicks(panel.field, "Sees the")
    QTest.keyClick(panel.field, Qt.Key.Key_I, KEYS)
    assert len(pictures(window)) == 1
    assert panel.field.text() == "Sees the"
    assert panel.address.text() == "A1"
    assert said[-1] == "The photo of A1 is on the map as a picture"
    photos.choose()
    QTest.mouseClick(photos.open.sheet.keep, Qt.MouseButton.LeftButton)
    assert len(pictures(window)) == 2
    assert said[-1] == "The photo is on the map as a picture"


def test_so_does_the_button_it_is_painted_on_the_map_and_one_undo_step_takes_it_back(panel, window):
    before = window.desk.project
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    (picture,) = pictures(window)
    assert picture.first == panel.walk.cell.step
    rect = window.canvas.scene.hits.rect(picture.id)
    assert rect is not None
    assert rect.height > 0
    window.acts["undo"].trigger()
    assert window.desk.project is before


def test_without_photos_it_is_said(window, said):
    window.acts["photos_keep"].trigger()
    assert said == ["No photo shows a cell yet; choose photos of the wall first"]
    assert not pictures(window)
