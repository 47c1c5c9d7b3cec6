"""What shows itself unasked: how many hints there are, and a review that is due; never with the keyboard."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.document.edits.facts import edit_map
from desktop.session import Session


@pytest.fixture
def due(path, open_window):
    """A window on the restaurant, whose review was to be long ago."""
    text = Path(path).read_text("utf-8")
    assert text.count('"review":"2027-03-01"') == 1
    Path(path).write_text(text.replace('"review":"2027-03-01"', '"review":"2020-03-01"'), "utf-8")
    return open_window(Session.open(path))


def test_the_status_bar_says_how_many_hints_there_are_and_nothing_else_is_made_before_it_is_asked_for(window, counsel):
    counsel.speak()
    assert (counsel._button.text(), counsel._button.isVisible()) == ("1 hint", True)
    desk = window.desk
    desk.attempt("x", lambda whole: edit_map(whole, desk.map_id, scenario=""))
    counsel.speak()
    assert counsel._button.text() == "2 hints"
    assert counsel.panels == {}
    assert not {"coverage", "coach", "review"}.intersection(window.docks.docks)
    QTest.mouseClick(counsel._button, Qt.MouseButton.LeftButton)
    assert counsel.panels["coach"].list.hasFocus()


def test_it_says_so_by_itself_after_a_while(window, counsel, qtbot):
    qtbot.waitUntil(counsel._button.isVisible, timeout=10_000)
    assert window.canvas.hasFocus()


def test_without_hints_there_is_no_number_and_dismissals_are_in_the_file(window, counsel, path):
    counsel.coaching.hush("unmeasured")
    counsel.speak()
    assert not counsel._button.isVisible()
    window.files.save()
    assert window.files.settle()
    (journey,) = json.loads(Path(path).read_text("utf-8"))["project"]["maps"]
    assert journey["hushed"] == ["unmeasured"]


def test_a_review_that_is_due_shows_itself_once_without_the_keyboard(due):
    counsel = due.improvement.counsel
    counsel.speak()
    assert counsel.panels["review"].isVisible()
    assert due.canvas.hasFocus()
    assert counsel.panels["review"].rows()[0].aside == "Due since 1 March 2020"
    QTest.mouseClick(counsel.panels["review"].later, Qt.MouseButton.LeftButton)
    counsel.speak()
    assert not counsel.panels["review"].isVisible()


def test_the_same_keys_go_back_to_the_map(window, counsel):
    for name in ("coverage", "coach", "review"):
        getattr(counsel, name)()
        assert (name, counsel.panels[name].isVisible()) == (name, True)
        getattr(counsel, name)()
        assert (name, counsel.panels[name].isVisible(), window.canvas.hasFocus()) == (name, False, True)


def test_a_new_map_is_left_alone(window, counsel):
    window.add_map()
    counsel.speak()
    assert not counsel._button.isVisible()
