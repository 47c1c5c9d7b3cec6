"""Feedback by real keys in a window: in, seen, in again, more of it, quoted, and undone to the beginning."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.panels.feedback.entries import Sort

CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
SAMPLES = resources.root() / "samples"
FIRST, MORE, TEST = (SAMPLES / f"restaurant-{name}.csv" for name in ("feedback", "feedback-more", "test"))


@pytest.fixture
def part(window):
    """The feedback of a window on the restaurant visit."""
    return window.improvement.feedback


@pytest.fixture
def said(window):
    sentences = []
    window.desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def press(window):
    """Keys where the keyboard is."""

    def press(*keys, held=NONE):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or window.canvas, key, held)

    return press


@pytest.fixture
def bring(qtbot, window, part, script, press):
    """Imports a table with the keys alone; True for a step on which to stay."""

    def bring(path, *, names=()):
        script.table = path
        window.canvas.setFocus()
        press(Qt.Key.Key_F6, held=CTRL)
        dialog = part.dialog
        qtbot.waitUntil(lambda: not dialog.busy)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not dialog.busy)
        for name, thing in names:
            choose(dialog, name, thing)
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: part.dialog is None)
        qtbot.waitUntil(window.isActiveWindow)

    return bring


def choose(dialog, name, place):
    """Says by the menu what a name means: which of the suggestions."""
    table = dialog.names.table
    row = next(at for at, each in enumerate(dialog.names.names.names) if each.text == name)
    spot = table.visualRect(dialog.names.names.index(row, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    action = table.menu.actions()[place]
    QTest.mouseClick(table.menu, Qt.MouseButton.LeftButton, pos=table.menu.actionGeometry(action).center())


def people(project):
    return sum(len(survey.responses) for survey in project.surveys)


def told(part, name):
    return next(one for one in part.feedback.told if one.place.name == name)


def test_five_hundred_answers_come_in_are_shown_with_figures_change_nothing_a_second_time_and_are_undone_at_once(
    window, part, press, bring, said
):
    assert part.panel is None
    assert "feedback" not in window.docks.docks
    window.canvas.setFocus()
    press(Qt.Key.Key_F6, held=CTRL)
    assert part.dialog is None
    before = window.session.project
    bring(FIRST)
    assert people(window.session.project) == 500
    assert said[-1] == "500 answers added. 74 have a name that means nothing on the map yet."
    assert part.panel.isVisible()
    names = [entry.text for entry in part.panel.list.rows.entries]
    assert names[0] == "Word of mouth"
    assert len(names) == 17
    assert "Card terminal" in names
    once = window.session.project
    bring(FIRST)
    assert window.session.project is once
    assert said[-1].startswith("Nothing new: all 500 answers were there already.")
    window.undo()
    assert window.session.project == before


def test_a_larger_table_adds_fifty_a_segment_is_chosen_and_the_panel_can_be_seen_on_a_small_screen(
    window, part, bring, said
):
    window.resize(1280, 720)
    bring(FIRST)
    panel = part.panel
    bottom = panel.bring.mapTo(window, QPoint(0, panel.bring.height()))
    assert bottom.y() <= 720
    assert panel.list.height() > 100
    everybody = told(part, "Waiter").summary.n
    box = part.panel.filters.segment
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert part.feedback.sieve.segment == part.feedback.segments[0]
    assert told(part, "Waiter").summary.n < everybody
    bring(MORE)
    assert people(window.session.project) == 550
    assert said[-1].startswith("50 answers added. 500 were there already.")


def test_a_name_in_doubt_is_joined_by_its_menu_and_all_is_undone_to_the_beginning(window, part, bring, press):
    before = window.session.project
    bring(FIRST, names=[("Booking Form", 0)])
    booked = told(part, "Booking form")
    assert booked.place.where == "Decide › Books a table"
    assert sum(one.asked for one in booked.summaries) == 59
    bring(MORE)
    window.canvas.setFocus()
    press(Qt.Key.Key_F7, held=CTRL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert len(window.session.project.maps[0].lanes) > len(before.maps[0].lanes)
    while window.session.undoable:
        window.undo()
    assert window.session.project == before


def test_ctrl_f7_comes_and_goes_and_a_click_makes_a_comment_a_quote(window, part, bring, press, said):
    bring(FIRST)
    window.canvas.setFocus()
    press(Qt.Key.Key_F7, held=CTRL)
    assert part.panel.list.hasFocus()
    press(Qt.Key.Key_F7, held=CTRL)
    assert not part.panel.isVisible()
    press(Qt.Key.Key_F7, held=CTRL)
    comments = part.panel.comments
    entry = comments.rows.entries[0]
    spot = comments.visualRect(comments.rows.index(0)).center()
    QTest.mouseClick(comments.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    (card,) = window.desk.chosen.cards
    assert (card.kind, card.text) == ("quote", entry.text)
    assert (card.evidence.state, card.evidence.people) == ("research", 1)
    assert said[-1] == "Now a quote on the map."


def test_return_leads_to_the_touchpoint_and_its_comments_one_of_which_becomes_a_quote_that_is_gone_to(
    window, part, bring, press
):
    bring(FIRST)
    window.canvas.setFocus()
    press(Qt.Key.Key_F7, held=CTRL)
    press(Qt.Key.Key_Return)
    entry = part.panel.list.chosen
    assert window.desk.selected == {entry.thing}
    assert part.panel.comments.hasFocus()
    press(Qt.Key.Key_Return)
    once, card = window.session.project, window.desk.selected
    window.desk.select(())
    assert part.panel.comments.rows.entries[0].marked == "on the map"
    press(Qt.Key.Key_Return)
    assert window.session.project is once
    assert window.desk.selected == card


def test_results_of_a_test_stand_on_its_experiment(qtbot, window, part, script, press, said):
    script.table = TEST
    press(Qt.Key.Key_F6, held=ALT)
    dialog = part.dialog
    qtbot.waitUntil(lambda: not dialog.busy)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.results.sentence.text().startswith("“without card” does better than “with card”")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    (card,) = window.desk.chosen.cards
    assert card.text.startswith("A/B: form with and without card")
    assert [(one.visitors, one.conversions) for one in card.experiment.outcomes] == [(812, 503), (798, 622)]
    assert part.panel.list.rows.entries[-1].sort is Sort.TEST


def test_names_are_joined_afterwards(qtbot, window, part, bring, press):
    bring(FIRST)
    QTest.mouseClick(part.panel.names, Qt.MouseButton.LeftButton)
    dialog = part.meanings
    qtbot.waitUntil(dialog.page.table.hasFocus)
    assert [one.text for one in dialog.names if one.open] == ["Booking Form", "Cloakroom"]
    press(Qt.Key.Key_Delete)
    QTest.mouseClick(dialog.findChild(type(part.panel.names), "strong"), Qt.MouseButton.LeftButton)
    assert list(part.feedback.unmatched) == ["Cloakroom"]
    window.undo()
    assert list(part.feedback.unmatched) == ["Booking Form", "Cloakroom"]
