"""A reading from what was counted."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.measuring import Measuring
from desktop.dialogs.measures.reckoner import Reckoner, worded_expression
from desktop.document.ids import Ids
from desktop.document.project import Metric, Project
from desktop.method.formulas import FORMULAS
from desktop.session import Session
from desktop.storage.reader import Opened

WORDS = resources.words("en")
LEFT = Qt.MouseButton.LeftButton
EXAMPLES = {
    "conversion": (("41", "1000"), "= 4.1\u00a0%"),
    "csat": (("80", "100"), "= 80\u00a0%"),
    "nps": (("50", "20", "100"), "= 30"),
    "ces": (("55", "10"), "= 5.5\u00a0of 7"),
    "retention": (("95", "15", "100"), "= 80\u00a0%"),
    "order_value": (("1250.50", "50"), "= 25.01"),
    "roi": (("150", "100"), "= 50\u00a0%"),
    "handling_time": (("33", "9"), "= 3.67\u00a0min"),
}


@pytest.fixture
def reckoner(qtbot):
    desk = Desk(Session(Opened(Project(id="p"), {})), WORDS, Ids(random.Random(7).getrandbits, {"p"}))
    reckoner = Reckoner(Measuring(desk), WORDS)
    qtbot.addWidget(reckoner)
    reckoner.show()
    return reckoner


def kind(reckoner, name):
    reckoner.show_metric(Metric(id=name, kind=name))


def fill(reckoner, *numbers, date=""):
    for field, text in zip(reckoner.fields, numbers, strict=True):
        field.clear()
        QTest.keyClicks(field, text)
    reckoner.date.clear()
    QTest.keyClicks(reckoner.date, date)


@pytest.mark.parametrize("name", FORMULAS)
def test_every_kind_is_reckoned(reckoner, name):
    numbers, said = EXAMPLES[name]
    kind(reckoner, name)
    fill(reckoner, *numbers)
    assert reckoner.outcome.text() == said


@pytest.mark.parametrize("name", FORMULAS)
def test_every_number_has_a_name(reckoner, name):
    kind(reckoner, name)
    assert [field.accessibleName() for field in reckoner.fields] == [
        WORDS(f"input.{each}") for each in FORMULAS[name].inputs
    ]


@pytest.mark.parametrize("date", ["", "soon", "2026-13"])
def test_without_a_date_there_is_no_reading(reckoner, date):
    kind(reckoner, "conversion")
    fill(reckoner, "4", "100", date=date)
    assert not reckoner.go.isEnabled()


@pytest.mark.parametrize("numbers", [("", "100"), ("4", ""), ("many", "100"), ("5", "4"), ("4", "0")])
def test_without_a_figure_there_is_no_reading(reckoner, numbers):
    kind(reckoner, "conversion")
    fill(reckoner, *numbers, date="2026-10")
    assert not reckoner.go.isEnabled()


def test_what_is_half_typed_is_not_complained_about(reckoner):
    kind(reckoner, "conversion")
    fill(reckoner, "4", "")
    assert reckoner.outcome.text() == ""


def test_a_decimal_comma_will_do(reckoner):
    kind(reckoner, "order_value")
    fill(reckoner, "12,5", "5")
    assert reckoner.value == 2.5


def test_it_is_taken_with_its_date(reckoner, qtbot):
    kind(reckoner, "conversion")
    fill(reckoner, "4", "100", date="31.10.2026")
    with qtbot.waitSignal(reckoner.taken) as taken:
        QTest.mouseClick(reckoner.go, LEFT)
    assert taken.args == ["2026-10-31", 4.0]
    assert not reckoner.go.isEnabled()


def test_what_was_typed_stays_while_the_formula_does(reckoner):
    kind(reckoner, "conversion")
    fill(reckoner, "4", "100")
    reckoner.show_metric(Metric(id="another", kind="conversion"))
    assert [field.text() for field in reckoner.fields] == ["4", "100"]
    kind(reckoner, "csat")
    assert [field.text() for field in reckoner.fields] == ["", ""]


@pytest.mark.parametrize("metric", [None, Metric(id="m"), Metric(id="m", kind="of one's own")])
def test_without_a_formula_it_is_hidden(reckoner, metric):
    reckoner.show_metric(metric)
    assert reckoner.isHidden()
    kind(reckoner, "roi")
    assert not reckoner.isHidden()


def test_names_within_names_are_kept_apart():
    said = worded_expression(FORMULAS["nps"], WORDS)
    assert said == "(promoters (9, 10) − detractors (0 to 6)) ÷ answers × 100"


@pytest.mark.parametrize(("unit", "may"), [("", True), ("%", True), ("of 5", False)])
def test_figures_in_another_unit_are_not_mixed_in(reckoner, unit, may):
    reckoner.show_metric(Metric(id="m", kind="csat", unit=unit))
    fill(reckoner, "84", "100", date="2026-10")
    assert reckoner.go.isEnabled() == may
    assert ("of 5" in reckoner.outcome.text()) != may
