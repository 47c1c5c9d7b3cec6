from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.locate import cards_of

ENTER, CONTROL, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def typed(panel, text, key=ENTER):
    QTest.keyClicks(panel.field, text)
    QTest.keyClick(panel.field, key)


def texts(window):
    return {card.text for card in cards_of(window.desk.journey)}


def test_the_first_cell_stands_there_with_its_photo(panel):
    assert panel.address.text() == "A1"
    assert panel.place.text() == "Hears about it · Actions"
    assert panel.progress.text() == "1 of 117"
    assert not panel.view.image.isNull()
    assert panel.field.placeholderText() == "Action in A1 · Enter"


def test_enter_makes_the_card_and_stays(panel, window):
    typed(panel, "Sees the poster")
    assert "Sees the poster" in texts(window)
    assert panel.address.text() == "A1"
    assert panel.field.text() == ""
    assert panel.hint.text().endswith("1")


def test_an_empty_line_goes_on(panel, window):
    QTest.keyClick(panel.field, ENTER)
    assert panel.address.text() == "B1"
    assert window.desk.target.step == panel.walk.cell.step


def test_shift_and_enter_goes_back(panel):
    QTest.keyClick(panel.field, ENTER)
    QTest.keyClick(panel.field, ENTER, SHIFT)
    assert panel.address.text() == "A1"


def test_tab_goes_both_ways(panel):
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.address.text() == "B1"
    QTest.keyClick(panel.field, Qt.Key.Key_Backtab, SHIFT)
    assert panel.address.text() == "A1"


def test_control_and_enter_jumps_over_what_looks_empty(panel):
    QTest.keyClick(panel.field, ENTER, CONTROL)
    assert panel.address.text() == "C1"
    QTest.keyClick(panel.field, ENTER, CONTROL)
    assert panel.address.text() == "A4"
    assert panel.looks.text() == "+1 looks ticked"


def test_what_looks_empty_says_so_and_is_not_left_out(panel):
    assert panel.looks.text() == ""
    QTest.keyClick(panel.field, ENTER)
    assert panel.looks.text() == "Looks empty"


def test_what_is_typed_counts_before_one_goes_on(panel, window):
    typed(panel, "Asks a friend", Qt.Key.Key_Tab)
    assert "Asks a friend" in texts(window)
    assert panel.address.text() == "B1"


def test_at_the_ends_it_is_said(panel, window):
    said = []
    window.desk.said.connect(said.append)
    QTest.keyClick(panel.field, ENTER, SHIFT)
    assert said == ["This is the first cell in the photos"]


def test_where_no_more_is_written_it_is_said(panel, window):
    said = []
    window.desk.said.connect(said.append)
    for _ in range(3):
        QTest.keyClick(panel.field, ENTER, CONTROL)
    assert said == ["No cell after this one looks written on"]
    assert panel.address.text() == "A4"


def test_signs_become_chips(panel, window):
    QTest.keyClicks(panel.field, "p: !4 no line answers")
    assert panel.chips.texts == ["Pain point", "severity 4"]
    QTest.keyClick(panel.field, ENTER)
    (made,) = [card for card in cards_of(window.desk.journey) if card.text == "no line answers"]
    assert (made.kind, made.pain.severity) == ("pain", 4)
    assert panel.chips.texts == []


def test_backspace_turns_a_chip_back_into_text(panel):
    QTest.keyClicks(panel.field, "p: ")
    QTest.keyClick(panel.field, Qt.Key.Key_Backspace)
    assert panel.field.text() == "p:"
    assert panel.chips.texts == []


def test_a_ticked_circle_is_typed_without_its_sign(panel, window):
    panel.walk.go_to(39)
    assert panel.address.text() == "A4"
    typed(panel, "1")
    lane = next(lane for lane in window.desk.journey.lanes if lane.id == panel.walk.cell.lane)
    felt = [one for one in lane.markers if one.step == panel.walk.cell.step]
    assert 1.0 in {one.value for one in felt}


def test_each_note_is_one_step_to_undo(panel, window):
    before = window.desk.project
    typed(panel, "one")
    QTest.keyClick(panel.field, Qt.Key.Key_Z, CONTROL)
    assert window.desk.project is before


def test_escape_goes_back_to_the_map_and_the_line_stays(panel, window):
    QTest.keyClicks(panel.field, "half a note")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()
    assert panel.field.text() == "half a note"
    window.workshop.commit()
    assert "half a note" in texts(window)


def test_the_button_leads_to_the_photos(panel, photos):
    QTest.mouseClick(panel.choose, Qt.MouseButton.LeftButton)
    assert photos.open.sheet.isVisible()


def test_without_photos_it_says_what_it_is_for(window):
    panel = window.workshop.photos.panel
    assert panel.walk is None
    assert panel.first.text() == "Choose photos…"
    assert "corners" in window.desk.words("photos.lead")


def test_what_is_being_typed_can_be_rehearsed(panel, window):
    QTest.keyClicks(panel.field, "p: half a note")
    candidate = window.desk.rehearse(panel.rehearse)
    assert "half a note" in {card.text for card in cards_of(candidate.maps[0])}
    assert "half a note" not in texts(window)
    assert panel.field.text() == "half a note"


def test_an_empty_line_rehearses_nothing(panel, window):
    assert window.desk.rehearse(panel.rehearse) is None


def test_a_project_that_is_only_read_is_not_written(panel, window, monkeypatch):
    before = window.desk.project
    monkeypatch.setattr(window.session, "read_only", True)
    typed(panel, "no")
    assert window.desk.project is before
    assert panel.field.text() == "no"


def test_the_place_is_said_in_words_of_the_map(panel, window):
    panel.walk.go_to(len(panel.walk.cells) - 1)
    assert panel.address.text() == "M9"
    assert panel.place.text() == "Comes back · Trials"
    assert panel.view.accessibleName() == "Cell M9 in the photo"


def test_a_plain_sentence_is_typed_as_it_is(panel, window):
    typed(panel, "Costs @ the door: 3 #1 > 2 * / +5")
    assert "Costs @ the door: 3 #1 > 2 * / +5" in texts(window)


def test_the_dashed_slot_stands_in_the_cell(panel, window):
    for _ in range(3):
        QTest.keyClick(panel.field, ENTER)
        cell, target = panel.walk.cell, window.desk.target
        assert (target.lane, target.step) == (cell.lane, cell.step)
