from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.locate import cards_of

ENTER, CONTROL, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TAB, BACKTAB, NONE = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.KeyboardModifier.NoModifier
WAY = [
    *((ENTER, NONE, "B1"), (ENTER, NONE, "C1"), (ENTER, NONE, "D1"), (ENTER, SHIFT, "C1"), (BACKTAB, SHIFT, "B1")),
    *((TAB, NONE, "C1"), (BACKTAB, SHIFT, "B1"), (ENTER, SHIFT, "A1")),
]
"""Keys, what is held, and the cell that they lead to."""


def typed(panel, text, key=ENTER):
    QTest.keyClicks(panel.field, text)
    QTest.keyClick(panel.field, key)


def texts(window):
    return {card.text for card in cards_of(window.desk.journey)}


def test_each_cell_stands_there_with_its_photo_named_in_words_of_the_map_and_enter_makes_a_card_in_one_step(
    panel, window
):
    before = window.desk.project
    typed(panel, "Sees the poster")
    assert "Sees the poster" in texts(window)
    assert panel.address.text() == "A1"
    assert panel.field.text() == ""
    assert panel.hint.text().endswith("1")
    QTest.keyClick(panel.field, Qt.Key.Key_Z, CONTROL)
    assert window.desk.project is before
    assert panel.address.text() == "A1"
    assert panel.place.text() == "Hears about it · Actions"
    assert panel.progress.text() == "1 of 117"
    assert not panel.view.image.isNull()
    assert panel.field.placeholderText() == "Action in A1 · Enter"
    panel.walk.go_to(len(panel.walk.cells) - 1)
    assert panel.address.text() == "M9"
    assert panel.place.text() == "Comes back · Trials"
    assert panel.view.accessibleName() == "Cell M9 in the photo"


def test_keys_go_to_and_fro_with_the_dashed_slot_and_jump_over_what_looks_empty_until_no_more_is_written(panel, window):
    said = []
    window.desk.said.connect(said.append)
    assert panel.looks.text() == ""
    for key, held, address in WAY:
        QTest.keyClick(panel.field, key, held)
        assert ((key, held), panel.address.text()) == ((key, held), address)
        cell, target = panel.walk.cell, window.desk.target
        assert (target.lane, target.step) == (cell.lane, cell.step)
        assert panel.looks.text() == ("Looks empty" if address in ("B1", "D1") else "")
    QTest.keyClick(panel.field, ENTER, SHIFT)
    assert said == ["This is the first cell in the photos"]
    said = []
    window.desk.said.connect(said.append)
    for address in ("C1", "A4"):
        QTest.keyClick(panel.field, ENTER, CONTROL)
        assert panel.address.text() == address
    assert panel.looks.text() == "+1 looks ticked"
    QTest.keyClick(panel.field, ENTER, CONTROL)
    assert said == ["No cell after this one looks written on"]
    assert panel.address.text() == "A4"


def test_what_is_typed_counts_before_one_goes_on_signs_become_chips_and_a_ticked_circle_is_typed_without(panel, window):
    typed(panel, "Asks a friend", Qt.Key.Key_Tab)
    assert panel.address.text() == "B1"
    typed(panel, "Costs @ the door: 3 #1 > 2 * / +5")
    assert {"Asks a friend", "Costs @ the door: 3 #1 > 2 * / +5"} <= texts(window)
    QTest.keyClicks(panel.field, "p: !4 no line answers")
    assert panel.chips.texts == ["Pain point", "severity 4"]
    QTest.keyClick(panel.field, ENTER)
    (made,) = [card for card in cards_of(window.desk.journey) if card.text == "no line answers"]
    assert (made.kind, made.pain.severity) == ("pain", 4)
    assert panel.chips.texts == []
    QTest.keyClicks(panel.field, "p: ")
    assert panel.chips.texts == ["Pain point"]
    QTest.keyClick(panel.field, Qt.Key.Key_Backspace)
    assert panel.field.text() == "p:"
    assert panel.chips.texts == []
    panel.field.clear()
    panel.walk.go_to(39)
    assert panel.address.text() == "A4"
    typed(panel, "1")
    lane = next(lane for lane in window.desk.journey.lanes if lane.id == panel.walk.cell.lane)
    felt = [one for one in lane.markers if one.step == panel.walk.cell.step]
    assert 1.0 in {one.value for one in felt}


def test_what_is_being_typed_can_be_rehearsed_stays_when_escape_goes_to_the_map_and_the_button_leads_to_the_photos(
    panel, window, photos
):
    assert window.desk.rehearse(panel.rehearse) is None
    QTest.keyClicks(panel.field, "p: half a note")
    candidate = window.desk.rehearse(panel.rehearse)
    assert "half a note" in {card.text for card in cards_of(candidate.maps[0])}
    assert "half a note" not in texts(window)
    assert panel.field.text() == "half a note"
    panel.field.clear()
    QTest.keyClicks(panel.field, "half a note")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    assert panel.field.text() == "half a note"
    window.workshop.commit()
    assert "half a note" in texts(window)
    QTest.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    assert photos.open.sheet.isVisible()


def test_without_photos_it_says_what_it_is_for(window):
    panel = window.workshop.photos.panel
    assert panel.walk is None
    assert panel.first.text() == "Choose photos…"
    assert "corners" in window.desk.words("photos.lead")


def test_a_project_that_is_only_read_is_not_written(panel, window, monkeypatch):
    before = window.desk.project
    monkeypatch.setattr(window.session, "read_only", True)
    typed(panel, "no")
    assert window.desk.project is before
    assert panel.field.text() == "no"
