"""The figures of business: worked examples, bounds, and that each names who defined it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method import formulas
from desktop.method.formulas import FORMULAS

COUNTS = st.integers(1, 10**6)


@pytest.mark.parametrize(
    ("kind", "inputs", "figure"),
    [
        ("conversion", (41, 1000), 4.1),
        ("conversion", (0, 10), 0),
        ("csat", (43, 50), 86),
        ("nps", (8, 10, 20), -10),
        ("nps", (20, 0, 20), 100),
        ("ces", (550, 100), 5.5),
        ("retention", (110, 20, 100), 90),
        ("retention", (20, 20, 100), 0),
        ("order_value", (1250.5, 50), 25.01),
        ("roi", (150, 100), 50),
        ("roi", (0, 100), -100),
        ("handling_time", (330, 30), 11),
    ],
)
def test_a_figure_is_the_one_of_the_worked_example(kind, inputs, figure):
    assert FORMULAS[kind].compute(*inputs) == pytest.approx(figure)


@pytest.mark.parametrize(
    ("kind", "inputs"),
    [
        ("conversion", (11, 10)),
        ("conversion", (1, 0)),
        ("conversion", (-1, 10)),
        ("csat", (0, 0)),
        ("nps", (6, 6, 10)),
        ("nps", (-1, 2, 10)),
        ("ces", (5, 0)),
        ("retention", (10, 20, 100)),
        ("retention", (150, 20, 100)),
        ("order_value", (100, 0)),
        ("roi", (100, 0)),
        ("roi", (100, -5)),
        ("handling_time", (5, 0)),
    ],
)
def test_numbers_that_make_no_figure_are_refused(kind, inputs):
    with pytest.raises(ValueError, match=r"divided|no part"):
        FORMULAS[kind].compute(*inputs)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.kind)
def test_a_formula_names_its_source_also_where_it_is_computed(formula):
    year = re.search(r"\((\d{4})\)", formula.source)
    assert year
    assert "Source: " in formula.compute.__doc__
    assert year.group(1) in formula.compute.__doc__


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.kind)
def test_a_formula_is_written_in_its_inputs(formula):
    written = set(re.findall(r"[a-z_]+", formula.expression))
    assert written == set(formula.inputs)
    assert formula.compute.__code__.co_varnames[: len(formula.inputs)] == formula.inputs


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.kind)
def test_the_expression_computes_the_same(formula):
    numbers = dict(zip(formula.inputs, (60, 30, 100)[-len(formula.inputs) :], strict=True))
    python = formula.expression.translate(str.maketrans("÷×−", "/*-"))
    assert formula.compute(**numbers) == pytest.approx(eval(python, {}, numbers))


def test_more_is_better_but_for_the_time_that_a_case_takes():
    assert {formula.kind for formula in FORMULAS.values() if formula.direction == "down"} == {"handling_time"}


@given(COUNTS, st.data())
def test_shares_of_a_whole_stay_in_bounds(whole, data):
    part = data.draw(st.integers(0, whole))
    rest = data.draw(st.integers(0, whole - part))
    assert 0 <= formulas.conversion(part, whole) <= 100
    assert 0 <= formulas.satisfaction(part, whole) <= 100
    assert 0 <= formulas.retention(part + rest, rest, whole) <= 100
    assert -100 <= formulas.promotion(part, rest, whole) <= 100


@given(COUNTS, COUNTS)
def test_what_is_earned_above_its_cost_is_a_gain(gain, cost):
    assert (formulas.return_on_investment(gain, cost) > 0) == (gain > cost)
