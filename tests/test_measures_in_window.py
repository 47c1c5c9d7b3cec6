"""Goals and metrics in a window, by key, mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop import resources
from desktop.dialogs.measures.reckoner import worded_expression
from desktop.document.base import in_order
from desktop.method.formulas import FORMULAS

KEYS = Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(window):
    QTest.keyClick(window, Qt.Key.Key_Q, KEYS.ControlModifier | KEYS.AltModifier)
    yield window.improvement.measures.dialog
    if window.improvement.measures.dialog:
        window.improvement.measures.dialog.close()


@pytest.fixture
def metrics(dialog):
    dialog.pages.setCurrentWidget(dialog.metrics)
    dialog.metrics.roster.choose(next(one.id for one in dialog._desk.project.metrics if one.kind == "conversion"))
    return dialog.metrics


def enter(field, text):
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, text)


def conversion(window, metrics):
    return next(one for one in window.session.project.metrics if one.id == metrics.roster.current)


def test_a_goal_shows_how_far_it_is_and_another_target_moves_the_bar_at_once(window, dialog):
    goal = in_order(window.session.project.goals)[0]
    page = dialog.goals
    page.roster.choose(goal.id)
    before = page.bar.value()
    assert before == round(100 * page._verbs.progress(goal).shown)
    assert "of the way" in page.told.text()
    line = page.roster.form.field("target").editor
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClicks(line, "4.3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.bar.value() != before
    QTest.mouseClick(page.roster.buttons["add"], LEFT)
    assert page.bar.isHidden()
    assert page.told.text().startswith("Choose a metric")


def test_the_dots_of_the_chart_stand_in_time_and_its_first_and_last_reading_are_said(metrics, window):
    xs = [point.x() for point in metrics.chart.points]
    assert xs == sorted(xs)
    assert len(xs) == len(conversion(window, metrics).readings)
    assert "→" in metrics.chart.accessibleName()
    image = metrics.chart.grab().toImage()
    assert image.pixelColor(metrics.chart.points[-1].toPoint()) != image.pixelColor(1, 1)


def test_a_reading_from_what_was_counted(window, metrics):
    reckoner = metrics.reckoner
    before = conversion(window, metrics).readings
    for field, text in zip(reckoner.fields, ("45", "1000"), strict=True):
        enter(field, text)
    assert reckoner.outcome.text() == "= 4.5\u00a0%"
    assert not reckoner.go.isEnabled()
    enter(reckoner.date, "2026-11")
    QTest.mouseClick(reckoner.go, LEFT)
    assert conversion(window, metrics).readings[-1].value == 4.5
    assert len(conversion(window, metrics).readings) == len(before) + 1
    assert [field.text() for field in reckoner.fields] == ["", ""]


def test_numbers_that_make_no_figure_say_so_and_another_kind_asks_for_others(metrics):
    reckoner = metrics.reckoner
    for field, text in zip(reckoner.fields, ("45", "0"), strict=True):
        enter(field, text)
    enter(reckoner.date, "2026-11")
    assert reckoner.outcome.text() == "These numbers make no figure."
    assert not reckoner.go.isEnabled()
    box = metrics.roster.form.field("kind").editor
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_N)
    box.activated.emit(box.currentIndex())
    asked = [field.accessibleName() for field in metrics.reckoner.fields]
    assert asked == ["promoters (9, 10)", "detractors (0 to 6)", "answers"]
    QTest.mouseClick(metrics.roster.buttons["add"], LEFT)
    assert metrics.reckoner.isHidden(), "a metric of one's own has no formula"
    assert metrics.chart.points == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", FORMULAS)
def test_formulas_are_in_words(kind, language):
    said = worded_expression(FORMULAS[kind], resources.words(language))
    assert "_" not in said
    assert "input." not in said


def test_every_formula_is_told_with_its_source(dialog):
    told = [label.text() for label in dialog.formulas.findChildren(QLabel)]
    for formula in FORMULAS.values():
        assert formula.source in told


def test_what_is_being_entered_counts_when_it_is_closed(window, dialog):
    line = dialog.goals.roster.form.field("time_frame").editor
    QTest.mouseClick(line, LEFT)
    line.selectAll()
    QTest.keyClicks(line, "by Easter")
    dialog.close()
    assert "by Easter" in [goal.time_frame for goal in window.session.project.goals]
    assert window.improvement.measures.dialog is None
