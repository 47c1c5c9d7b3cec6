"""Tasks, metrics and the project's title below the fields of the map; one more of anything by a key."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.base import in_order
from desktop.document.edits.facts import move_task
from desktop.document.locate import cards_of
from desktop.panels.inspector.codecs import READINGS
from desktop.panels.inspector.field import UnfitError
from desktop.panels.people import People
from desktop.panels.rolls import pains

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QCoreApplication.processEvents()


def type_over(text):
    QApplication.focusWidget().selectAll()
    QTest.keyClicks(QApplication.focusWidget(), text)
    press(Key.Key_Tab)


@pytest.fixture
def people(window):
    window.desk.select(())
    window.inspector.take_focus()
    return window.inspector.findChild(People)


def texts(window):
    return [task.text for task in in_order(window.desk.journey.tasks)]


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4])
def test_one_more_by_a_key_wherever_one_is(window, key):
    window.desk.select((next(card.id for card in cards_of(window.desk.journey)),))
    counts = [len(one) for one in listed(window)]
    press(key, ALT)
    type_over("Fresh bread")
    more = [len(one) for one in listed(window)]
    assert [a - b for a, b in zip(more, counts, strict=True)] == [int(at == key - Key.Key_1) for at in range(4)]
    assert "Fresh bread" in str(listed(window)[key - Key.Key_1])


def listed(window):
    project, journey = window.desk.project, window.desk.journey
    return project.personas, project.goals, journey.tasks, project.metrics


def test_tasks_are_listed_in_their_order_moved_and_removed_by_keys_and_each_map_has_its_own(window, people):
    names, before = people.tasks.names, texts(window)
    assert [names.item(row).text() for row in range(names.count())] == [
        f"{number}  {text}" for number, text in enumerate(before, 1)
    ]
    names.setFocus()
    names.setCurrentRow(0)
    press(Key.Key_Down, ALT)
    assert texts(window) == [before[1], before[0], before[2]]
    press(Key.Key_Delete)
    assert texts(window) == [before[1], before[2]]
    window.maps.add()
    window.desk.select(())
    QCoreApplication.processEvents()
    assert names.count() == 0


def test_long_names_are_broken_into_lines_and_all_rows_are_seen(window, people):
    names = people.goals.names
    people.goals.add()
    type_over("Fewer guests wait longer than ten minutes for the bill on a Friday evening, and none leaves for it")
    QCoreApplication.processEvents()
    row = names.count() - 1
    assert names.visualItemRect(names.item(row)).height() == names.sizeHintForRow(row)
    assert names.sizeHintForRow(row) >= 2 * names.fontMetrics().height()
    assert names.visualItemRect(names.item(row)).bottom() < names.viewport().height()
    assert not names.verticalScrollBar().maximum()


def test_tasks_bear_the_numbers_that_they_have_on_the_map(window, people):
    names, places = people.tasks.names, window.canvas.scene.layout.footing.tasks
    shown = [str(place.number) for place in places]
    assert [names.item(row).text().split()[0] for row in range(names.count())] == shown
    task = people.tasks.current
    window.desk.attempt("Turn", lambda p: move_task(p, window.desk.map_id, task))
    assert [names.item(row).text().split()[0] for row in range(names.count())] == [*shown[1:], shown[0]]


def test_a_task_is_done_and_names_its_pain_point(window, people):
    people.tasks.names.setCurrentRow(0)
    people.tasks.form.field("done").tick.setFocus()
    press(Key.Key_Space)
    assert in_order(window.desk.journey.tasks)[0].done
    box = people.tasks.form.field("answers").box
    assert box.currentText() == "Card details before a free booking"
    box.setFocus()
    press(Key.Key_Down)
    card = next(card for card in cards_of(window.desk.journey) if card.text == "No sign at the corner")
    assert in_order(window.desk.journey.tasks)[0].answers == card.id


def test_pain_points_are_offered_from_left_to_right_and_made_once(window):
    offered = pains(window.desk)
    assert [text for _, text in offered[:3]] == [
        window.desk.words("field.none"), "Opening hours differ from the map entry", "Prices missing on the phone menu"
    ]  # fmt: skip
    assert pains(window.desk)[1] is offered[1]


def test_readings_are_written_as_lines_and_a_metric_may_be_better_when_it_is_lower(window, people):
    people.metrics.names.setCurrentRow(0)
    text = people.metrics.form.field("readings").text
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "2026-05 4,1")
    press(Key.Key_Return)
    QTest.keyClicks(text, "11.2026 4.5")
    press(Key.Key_Return, CTRL)
    said = tuple((each.date, each.value) for each in in_order(window.desk.project.metrics)[0].readings)
    assert said == (("2026-05", 4.1), ("2026-11", 4.5))
    people.metrics.form.field("direction").box.setFocus()
    press(Key.Key_Down)
    assert in_order(window.desk.project.metrics)[0].direction == "down"


def test_the_project_has_a_title(window, people):
    people.project.field("title").text.setFocus()
    type_over("Trattoria")
    assert window.desk.project.title == "Trattoria"
    assert "Trattoria" in window.windowTitle()


def test_readings_and_back():
    said = "2026-05 4.1\n2026-06 −3\n7"
    assert READINGS.say(READINGS.read("2026-05 4.1\n\n 6.2026 -3\n7")) == said


@pytest.mark.parametrize("wrong", ["2026-05 four", "May 4", "2026-13 4"])
def test_readings_that_are_none(wrong):
    with pytest.raises(UnfitError):
        READINGS.read(wrong)


def test_a_goal_by_a_key_is_ticked_for_the_map_shown_only(window):
    window.maps.add()
    other, mine = window.desk.project.maps[0].goals, window.desk.map_id
    press(Key.Key_2, ALT)
    type_over("Fresh bread")
    goal = next(goal for goal in window.desk.project.goals if goal.statement == "Fresh bread")
    assert window.desk.journey.id == mine
    assert goal.id in window.desk.journey.goals
    assert goal.id not in other
