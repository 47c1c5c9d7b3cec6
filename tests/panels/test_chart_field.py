"""How readings are shown is chosen in the inspector; so is the kind of a metric."""

import pytest

from desktop.layout.measures import CHARTS
from desktop.method.formulas import FORMULAS
from desktop.panels.inspector import options
from desktop.panels.people import People


def test_a_line_is_what_nobody_chose(clerk):
    clerk.select("Conversion 4.1 %")
    assert clerk.editor("measure.chart").currentText() == "Line"


@pytest.mark.parametrize(("words", "chart"), [("Bars", "bar"), ("Number with arrow", "number")])
def test_another_chart_is_chosen(clerk, words, chart):
    (card,) = clerk.select("Conversion 4.1 %")
    clerk.choose("measure.chart", words)
    assert clerk.thing(card).measure.chart == chart


def test_a_chart_of_a_later_version_is_shown_as_it_is(desk):
    assert [value for value, _ in options.CHART(desk)] == list(CHARTS)


def test_every_formula_is_offered(desk):
    offered = options.FORMULA(desk)
    assert [value for value, _ in offered] == ["", *FORMULAS]
    assert all(words and not words.startswith("formula.") for _, words in offered)


def test_the_kind_of_a_metric_is_chosen(clerk):
    metrics = clerk.pane.findChild(People).metrics
    clerk.desk.select(())
    box = metrics.form.field("kind").box
    box.setCurrentText("Retention")
    box.activated.emit(box.currentIndex())
    assert next(one for one in clerk.desk.project.metrics if one.id == metrics.current).kind == "retention"
