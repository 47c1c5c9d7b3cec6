"""A curve from a survey, as it is asked for: whose answers, what each score stands for, what comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desktop.desk.curve import CurveVerbs
from desktop.dialogs.curve.compute import ComputeDialog
from desktop.dialogs.curve.outcome import ROW
from desktop.document.base import changed
from desktop.document.journey import Lane
from desktop.panels.theme import FINGER, suit
from desktop.resources import words
from tests.answering import asked, kept_outside, survey
from tests.desks import desk_on

WORDS = words("en")
GUESTS = survey(("Doing", 5), ("Doing", 3), ("Meal", 1))


@pytest.fixture
def ask(qtbot):
    def make(*surveys, whole=None):
        verbs = CurveVerbs(desk_on(whole or asked(*(surveys or (GUESTS,)))))
        dialog = ComputeDialog(verbs, WORDS)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def rows(dialog):
    """What the table says, a tuple a row."""
    model = dialog.outcome.model()
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def choose(box, at):
    box.setFocus()
    for _ in range(at):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_it_shows_at_once_what_would_come_of_it(ask):
    assert rows(ask()) == [
        ("Step 0", "2", "+1.0", "± 1.41", "+1.0"),
        ("Step 1", "1", "−2.0", "–", ""),
        ("Step 2", "", "–", "", ""),
        ("Step 3", "", "–", "", ""),
    ]


def test_it_tells_how_many_answers_there_are(ask):
    assert ask().note.text() == "3 answers at 2 steps."


def test_the_mapping_is_that_of_the_scale(ask):
    dialog = ask()
    assert dialog.mapping.mapping == {"1": -2.0, "2": -1.0, "3": 0.0, "4": 1.0, "5": 2.0}
    assert [field.accessibleName() for field in dialog.mapping.fields.values()][:1] == [
        "Feeling that the score 1 stands for"
    ]


def test_another_feeling_for_a_score_shows_at_once(ask):
    dialog = ask()
    write(dialog.mapping.fields["3"], "-1")
    QTest.keyClick(dialog.mapping.fields["3"], Qt.Key.Key_Tab)
    assert rows(dialog)[0][2] == "+0.5"
    assert dialog.wish.mapping["3"] == -1.0


def test_keys_change_a_feeling_by_a_tenth(ask):
    dialog = ask()
    dialog.mapping.fields["5"].setFocus()
    QTest.keyClick(dialog.mapping.fields["5"], Qt.Key.Key_Down)
    assert dialog.mapping.mapping["5"] == 1.9


def test_a_feeling_stays_between_the_worst_and_the_best(ask):
    dialog = ask()
    field = dialog.mapping.fields["1"]
    write(field, "-9")
    assert -2 <= field.value() <= 2


def test_what_comes_of_another_survey(ask):
    late = survey(("Meal", 10), id="sv2", title="Late", date="2026-04", scale="0-10")
    dialog = ask(GUESTS, late)
    choose(dialog.survey, 1)
    assert len(dialog.mapping.mapping) == 11
    assert rows(dialog)[1][1:3] == ("1", "+2.0")


def test_another_persona_has_other_markers(ask):
    dialog = ask()
    choose(dialog.persona, 1)
    assert [row[-1] for row in rows(dialog)] == ["+1.0", "", "+1.0", ""]
    assert dialog.wish.persona == "ana"


def test_only_the_answers_of_a_segment(ask):
    dialog = ask(kept_outside(("Doing", "new", "", {5.0: 2}), ("Doing", "old", "", {1.0: 3})))
    choose(dialog.segment, 1)
    assert rows(dialog)[0][1:3] == ("2", "+2.0")
    assert not ask().segment.isEnabled()


def test_only_the_answers_of_some_months(ask):
    dialog = ask(kept_outside(("Doing", "", "2026-05", {5.0: 2}), ("Doing", "", "2026-06", {1.0: 3})))
    write(dialog.since, "2026-06")
    assert rows(dialog)[0][1:3] == ("3", "−2.0")


@pytest.mark.parametrize("text", ["June", "2026-6", "06/2026"])
def test_what_is_no_date_is_said(ask, text):
    dialog = ask()
    write(dialog.until, text)
    assert "2026-05" in dialog.note.text()
    assert not dialog.go.isEnabled()


def test_without_answers_about_this_map_there_is_nothing_to_set(ask):
    dialog = ask(survey(("Weather", 1)))
    assert dialog.note.text().startswith("No answer of these")
    assert not dialog.go.isEnabled()


def test_the_lane_is_asked_for_only_where_there_are_two(ask):
    whole = asked(GUESTS)
    assert not ask(whole=whole).lane.isVisible()
    more = Lane(id="l-zz", kind="emotions", title="More", rank="zzz")
    both = changed(whole, maps=(changed(whole.maps[0], lanes=(*whole.maps[0].lanes, more)),))
    dialog = ask(whole=both)
    assert dialog.lane.isVisible()
    assert [dialog.lane.itemText(at) for at in range(2)] == ["Emotions", "More"]


def test_a_marker_that_was_computed_says_of_how_many(ask):
    dialog = ask()
    verbs = dialog._verbs
    verbs.compute(dialog.wish)
    assert rows(ask(whole=verbs.desk.project))[0][-1] == "+1.0 · n 2"


def test_the_strong_button_accepts_and_return_in_a_field_does_not(ask):
    dialog = ask()
    QTest.keyClick(dialog.since, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_everything_has_a_name_for_who_cannot_see_it(ask):
    dialog = ask()
    named = (dialog.survey, dialog.persona, dialog.lane, dialog.segment, dialog.since, dialog.until)
    assert [each.accessibleName() for each in named] == ["Answers", "Whose curve", "Lane", "Segment", "From", "To"]
    assert dialog.outcome.accessibleName()
    assert dialog.outcome.model().headerData(1, Qt.Orientation.Horizontal) == "n"


def test_rows_are_as_high_as_a_finger_or_a_mouse_needs(qapp, ask):
    assert ask().outcome.verticalHeader().defaultSectionSize() == ROW
    suit(qapp, touch=True)
    try:
        assert ask().outcome.verticalHeader().defaultSectionSize() == FINGER
    finally:
        suit(qapp, touch=False)
