"""The pages of goals, metrics and formulas by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desks import desk_on
from desktop.dialogs.measures.dialog import MeasuresDialog
from desktop.document.base import changed
from desktop.document.cards import Reading
from desktop.document.edits.people import edit_metric, remove_goal, remove_metric
from desktop.document.project import Goal, Metric

READ = (Reading(date="2026-05", value=4.0), Reading(date="2026-10", value=4.5))
CSAT = Metric(id="csat", name="CSAT", kind="csat", readings=READ)
OWN = Metric(id="own", name="Smiles", rank="W", direction="down")
BETTER = Goal(id="better", statement="Better", metric="csat", target=5.0)
TYPED = Goal(id="typed", statement="Calmer", rank="W", progress=0.2)


@pytest.fixture
def desk():
    desk = desk_on()
    desk.edit("Measure", changed(desk.project, metrics=(CSAT, OWN), goals=(BETTER, TYPED)))
    return desk


@pytest.fixture
def dialog(qtbot, desk):
    dialog = MeasuresDialog(desk)
    dialog.open()
    yield dialog
    dialog.close()


def test_there_are_three_pages(dialog):
    told = [dialog.pages.tabText(at) for at in range(dialog.pages.count())]
    assert told == ["Goals", "Metrics", "How It Is Computed"]


@pytest.mark.parametrize(("goal", "percent"), [("better", 50), ("typed", 20)])
def test_the_bar_is_as_long_as_the_way_that_is_behind(dialog, goal, percent):
    dialog.goals.roster.choose(goal)
    assert dialog.goals.bar.value() == percent


def test_a_new_reading_moves_the_bar(dialog, desk):
    more = (*READ, Reading(date="2026-11", value=4.8))
    desk.attempt("Read", lambda project: edit_metric(project, "csat", readings=more))
    assert dialog.goals.bar.value() == 80
    assert len(dialog.metrics.chart.points) == 3


def test_what_became_worse_is_an_empty_bar_and_a_sentence(dialog, desk):
    less = (*READ, Reading(date="2026-11", value=3.0))
    desk.attempt("Read", lambda project: edit_metric(project, "csat", readings=less))
    assert dialog.goals.bar.value() == 0
    assert "worse than at the beginning" in dialog.goals.told.text()


def test_without_goals_there_is_no_bar(dialog, desk):
    for one in ("better", "typed"):
        desk.attempt("Remove", lambda project, one=one: remove_goal(project, one))
    assert dialog.goals.bar.isHidden()
    assert dialog.goals.told.isHidden()


def test_without_metrics_there_is_no_chart(dialog, desk):
    for one in ("csat", "own"):
        desk.attempt("Remove", lambda project, one=one: remove_metric(project, one))
    assert dialog.metrics.chart.isHidden()
    assert dialog.metrics.reckoner.isHidden()


def test_readings_are_typed_a_line_each(dialog, desk):
    dialog.pages.setCurrentWidget(dialog.metrics)
    text = dialog.metrics.roster.form.field("readings").editor
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton)
    text.selectAll()
    QTest.keyClicks(text, "2026-01 4")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "31.3.2026 4,5")
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = next(one for one in desk.project.metrics if one.id == "csat").readings
    assert found == (Reading(date="2026-01", value=4.0), Reading(date="2026-03-31", value=4.5))
    assert len(dialog.metrics.chart.points) == 2


def test_what_is_no_reading_is_refused_in_a_sentence(dialog, desk):
    dialog.pages.setCurrentWidget(dialog.metrics)
    before = desk.project
    field = dialog.metrics.roster.form.field("readings")
    QTest.mouseClick(field.editor.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(field.editor, "soon: much ")
    field.commit()
    assert desk.project is before
    assert field.problem.text()
    field.restore()


def test_words_are_plain_text(dialog):
    labels = dialog.formulas.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_closed_dialog_follows_nobody(qtbot, desk):
    before = list(desk.shown._listeners)
    dialog = MeasuresDialog(desk)
    dialog.open()
    dialog.close()
    assert desk.shown._listeners == before
