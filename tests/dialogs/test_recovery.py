"""The list of unsaved work, seen and clicked."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from desktop import resources
from desktop.dialogs.recovery import TALLEST, RecoveryDialog
from desktop.dialogs.recoveryrow import Decision, Found
from desktop.storage.recoveries import Recovery

LEFT = Qt.MouseButton.LeftButton
PICTURE = QImage(288, 180, QImage.Format.Format_RGB32)


def recovery(known="a", path=Path("/far/clients/dinner.journey"), title="Dinner", edits=3, size=48_000):
    return Recovery(known, Path("/journals") / known, path, "", title, time.time(), size, edits)


def several(count, **kinds):
    return [Found(recovery(str(number), title=f"Map {number}"), **kinds) for number in range(count)]


class Painter:
    """Who is asked for pictures, and of what."""

    def __init__(self):
        self.asked = []

    def __call__(self, wanted):
        self.asked.append(wanted.id)
        return PICTURE


@pytest.fixture
def painter():
    return Painter()


@pytest.fixture
def show(qtbot, painter):
    """Opens the dialog on what was found, and keeps what was decided in it."""
    opened = []

    def make(kept=(), discarded=(), **options):
        dialog = RecoveryDialog(resources.words("en"), QLocale("en_GB"), painter, **options)
        opened.append(dialog)
        dialog.made = []
        dialog.decided.connect(lambda decision, wanted: dialog.made.append((decision, wanted.id)))
        dialog.show_found(kept, discarded)
        dialog.show()
        return dialog

    yield make
    for dialog in filter(isValid, opened):
        dialog.close()


def texts(row):
    return row.title.whole, row.place.whole, row.facts.whole


def click(button):
    QTest.mouseClick(button, LEFT)


def test_one_is_told_of_as_one(show):
    dialog = show([Found(recovery())])
    assert dialog.heading.text() == "One project has unsaved work"
    assert dialog.all.isHidden()


def test_several_are_counted(show):
    assert show(several(12)).heading.text() == "12 projects have unsaved work"


def test_a_row_says_what_where_and_when(show):
    title, place, facts = texts(show([Found(recovery())]).rows[0])
    assert title == "Dinner"
    assert place == "dinner.journey · /far/clients"
    assert facts.startswith("Today, ")
    assert facts.endswith(" · 3 changes · 48 kB")


def test_what_was_never_saved_says_so(show):
    row = show([Found(recovery(path=None, title="", edits=1))]).rows[0]
    assert texts(row)[:2] == ("Untitled", "Never saved under a name")
    assert " · 1 change · " in row.facts.whole


def test_long_names_are_cut_and_kept_for_those_who_listen(show):
    row = show([Found(recovery(title="Long " * 100))]).rows[0]
    assert row.title.text().endswith("…")
    assert row.title.accessibleName() == ("Long " * 100).strip()
    assert row.width() <= show().width()


def test_titles_are_no_markup(show):
    dialog = show([Found(recovery(title="<b>Bold</b>"), wary=True)])
    assert dialog.rows[0].title.text() == "<b>Bold</b>"
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("decision", [Decision.RESTORE, Decision.COPY, Decision.DISCARD])
def test_a_click_decides(show, decision):
    dialog = show(several(2))
    click(dialog.rows[1].buttons[decision])
    assert dialog.made == [(decision, "1")]


def test_the_keyboard_begins_at_what_helps_most(show, qtbot):
    dialog = show([Found(recovery())])
    assert dialog.focusWidget() is dialog.rows[0].buttons[Decision.RESTORE]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert dialog.made == [(Decision.RESTORE, "a")]


def test_all_are_restored_at_once(show):
    dialog = show(several(3))
    assert dialog.focusWidget() is dialog.all
    click(dialog.all)
    assert dialog.made == [(Decision.RESTORE, known) for known in "012"]


def test_what_ended_the_program_is_rather_copied(show):
    dialog = show([Found(recovery(), wary=True)])
    assert next(iter(dialog.rows[0].buttons)) is Decision.COPY
    assert any("right after" in label.text() for label in dialog.rows[0].findChildren(QLabel))


def test_what_ended_the_program_is_not_restored_with_the_others(show):
    dialog = show([*several(2), Found(recovery("bad"), wary=True)])
    click(dialog.all)
    assert [known for _, known in dialog.made] == ["0", "1"]


def test_with_one_that_may_be_restored_there_is_no_button_for_all(show):
    assert show([*several(1), Found(recovery("bad"), wary=True)]).all.isHidden()


def test_nothing_is_decided_by_leaving(show):
    dialog = show(several(2))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.made, dialog.isVisible()) == ([], False)


def test_without_work_it_says_that_all_is_well(show):
    dialog = show()
    assert dialog.heading.text() == "No unsaved work"
    assert (dialog.rows, dialog.list.isHidden(), dialog.fold.isHidden()) == ([], True, True)
    assert dialog.later.text() == "Close"


def test_what_was_put_away_is_folded(show):
    dialog = show(several(1), [Found(recovery("old"), discarded=True)])
    assert "(1)" in dialog.fold.text()
    assert not dialog.rows[1].isVisible()
    click(dialog.fold)
    assert dialog.rows[1].isVisible()


def test_what_was_put_away_can_be_put_back(show):
    dialog = show((), [Found(recovery("old"), discarded=True)])
    click(dialog.fold)
    assert list(dialog.rows[0].buttons) == [Decision.PUT_BACK]
    click(dialog.rows[0].buttons[Decision.PUT_BACK])
    assert dialog.made == [(Decision.PUT_BACK, "old")]


def test_the_list_follows(show):
    dialog = show(several(3))
    dialog.rows[1].buttons[Decision.COPY].setFocus()
    dialog.show_found(several(2), ())
    assert [row.title.whole for row in dialog.rows] == ["Map 0", "Map 1"]
    assert dialog.rows[1].isAncestorOf(dialog.focusWidget())


def test_pictures_come_one_by_one_afterwards(show, qtbot, painter):
    dialog = show(several(3))
    assert painter.asked == []
    qtbot.waitUntil(lambda: painter.asked == ["0", "1", "2"])
    assert {row.picture.image.size() for row in dialog.rows} == {PICTURE.size()}


def test_a_picture_is_painted_once(show, qtbot, painter):
    dialog = show(several(2))
    qtbot.waitUntil(lambda: len(painter.asked) == 2)
    dialog.show_found(several(2), ())
    assert dialog.rows[0].picture.image is not None
    QApplication.processEvents()
    assert painter.asked == ["0", "1"]


def test_folded_ones_are_painted_when_they_are_shown(show, qtbot, painter):
    dialog = show(several(1), [Found(recovery("old"), discarded=True)])
    qtbot.waitUntil(lambda: painter.asked == ["0"])
    QApplication.processEvents()
    assert painter.asked == ["0"]
    click(dialog.fold)
    qtbot.waitUntil(lambda: painter.asked == ["0", "old"])


def test_a_closed_dialog_paints_no_more(show, painter):
    dialog = show(several(3))
    dialog.hide()
    QTest.qWait(20)
    assert painter.asked == []


def test_a_fault_in_painting_hits_one_picture(qtbot):
    asked = []

    def fail(wanted):
        asked.append(wanted.id)
        raise ValueError("no picture")

    dialog = RecoveryDialog(resources.words("en"), QLocale("en_GB"), fail)
    dialog.show_found(several(2), ())
    with qtbot.captureExceptions() as faults:
        dialog.show()
        qtbot.waitUntil(lambda: len(asked) == 2)
        QTest.qWait(20)
    assert (asked, len(faults)) == (["0", "1"], 2)
    dialog.close()


def test_a_fault_of_the_last_time_is_told_with_its_report(show, qtbot):
    dialog = show(several(1), faulted=True)
    assert dialog.faulted.isVisible()
    with qtbot.waitSignal(dialog.asked_for_report):
        click(dialog.report)


def test_usually_no_fault_is_told(show):
    assert show(several(1)).faulted.isHidden()


def test_many_are_scrolled(show):
    few, many = show(several(2)), show(several(30))
    assert few.list.verticalScrollBar().maximum() == 0
    assert many.list.minimumHeight() == TALLEST
    assert many.list.verticalScrollBar().maximum() > 0


def test_what_has_been_done_is_said_below(show):
    dialog = show(several(1))
    dialog.say("Saved as “x”.")
    assert dialog.note.text() == "Saved as “x”."
    assert dialog.note.isVisible()


def test_everything_can_be_reached_by_the_keyboard(show):
    dialog = show(several(2), [Found(recovery("old"), discarded=True)])
    reached, first = set(), dialog.focusWidget()
    for _ in range(40):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
        if dialog.focusWidget() is first:
            break
    wanted = {button for row in dialog.rows[:2] for button in row.buttons.values()}
    assert reached >= {*wanted, dialog.fold, dialog.later, dialog.all}


@pytest.mark.parametrize("decision", [Decision.RESTORE, Decision.DISCARD])
def test_return_presses_what_has_the_focus(show, decision):
    dialog = show([Found(recovery())])
    dialog.rows[0].buttons[decision].setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.made == [(decision, "a")]


def test_return_unfolds_what_was_put_away(show):
    dialog = show((), [Found(recovery("old"), discarded=True)])
    dialog.fold.setFocus()
    QTest.keyClick(dialog.fold, Qt.Key.Key_Return)
    assert dialog.rows[0].isVisible()


def test_a_text_that_was_being_typed_is_more_than_no_changes(show):
    facts = show([Found(recovery(edits=0))]).rows[0].facts.whole
    assert " · text being typed · " in facts
    assert "0 changes" not in facts


def test_without_work_the_dialog_is_small_again(show, qtbot):
    dialog = show(several(2))
    tall = dialog.height()
    dialog.show_found((), [Found(recovery("old"), discarded=True)])
    qtbot.waitUntil(lambda: dialog.height() < tall - 150)
    assert dialog.fold.geometry().bottom() < dialog.list.height()


def test_the_keyboard_goes_to_the_way_out_when_the_last_one_is_put_away(show):
    dialog = show([Found(recovery())])
    dialog.rows[0].buttons[Decision.DISCARD].setFocus()
    dialog.show_found((), [Found(recovery(), discarded=True)])
    assert dialog.focusWidget() is dialog.later


def test_what_is_put_back_is_seen(show):
    away = [Found(each.recovery, discarded=True) for each in several(6)]
    dialog = show((), away)
    click(dialog.fold)
    dialog.rows[5].buttons[Decision.PUT_BACK].setFocus()
    dialog.list.verticalScrollBar().setValue(10_000)
    dialog.show_found([Found(away[5].recovery)], away[:5])
    assert dialog.rows[0].isAncestorOf(dialog.focusWidget())
    assert dialog.list.verticalScrollBar().value() == 0


def test_a_sentence_below_the_list_has_room(show):
    dialog = show([Found(recovery())])
    dialog.say("word " * 80)
    assert dialog.note.height() >= dialog.note.heightForWidth(dialog.note.width())


def test_work_that_a_later_save_has_overtaken_says_so(show):
    dialog = show([Found(replace(recovery(), overtaken=True)), Found(recovery("b"))])
    sentence = resources.words("en")("recovery.overtaken")
    assert [label.isVisible() for label in dialog.findChildren(QLabel) if label.text() == sentence] == [True]
