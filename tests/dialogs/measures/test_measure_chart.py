"""The chart of a metric's readings."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.dialogs.measures.chart import FOOT, HEAD, SIDE, Chart
from desktop.document.cards import Reading
from desktop.document.project import Metric

WORDS = resources.words("en")


@pytest.fixture
def chart(qtbot):
    chart = Chart(WORDS)
    qtbot.addWidget(chart)
    chart.resize(400, chart.sizeHint().height())
    return chart


def metric(*readings, **fields):
    return Metric(
        id="m", name="CSAT", readings=tuple(Reading(date=date, value=value) for date, value in readings), **fields
    )


def xs(chart):
    return [point.x() for point in chart.points]


def ys(chart):
    return [point.y() for point in chart.points]


def test_dots_stand_as_far_apart_as_their_dates(chart):
    chart.show_metric(metric(("2026-01-01", 1.0), ("2026-01-11", 2.0), ("2026-02-10", 3.0)))
    first, second, third = xs(chart)
    assert (second - first) * 3 == pytest.approx(third - second)


def test_the_first_and_the_last_reach_the_ends(chart):
    chart.show_metric(metric(("2026-01", 1.0), ("2026-06", 2.0)))
    assert xs(chart) == [SIDE, chart.width() - SIDE]


def test_readings_are_put_in_order(chart):
    chart.show_metric(metric(("2026-06", 2.0), ("2026-01", 1.0)))
    assert ys(chart)[0] > ys(chart)[1]


@pytest.mark.parametrize("dates", [("2025", "2026-01"), ("2026-01", "2026-02-28"), ("", "2026")])
def test_dates_may_be_as_exact_as_they_are(chart, dates):
    chart.show_metric(metric(*((date, 1.0) for date in dates)))
    assert xs(chart) == [SIDE, chart.width() - SIDE]


def test_without_dates_they_stand_evenly(chart):
    chart.show_metric(metric(("", 1.0), ("", 2.0), ("", 3.0), ("", 4.0)))
    first, second, third, fourth = xs(chart)
    assert second - first == pytest.approx(third - second) == pytest.approx(fourth - third)


def test_one_reading_is_a_dot(chart):
    chart.show_metric(metric(("2026-01", 1.0)))
    assert len(chart.points) == 1
    assert chart.accessibleName() == "CSAT January 2026: 1"


def test_none_is_said_and_painted(chart):
    chart.show_metric(metric())
    assert chart.points == []
    assert chart.accessibleName() == "CSAT"
    assert not chart.grab().isNull()


def test_it_is_read_out_from_the_first_to_the_last(chart):
    chart.show_metric(metric(("2026-01", 4.1), ("2026-02", 9.0), ("2026-03", 4.3)))
    assert chart.accessibleName() == "CSAT January 2026: 4.1 → March 2026: 4.3"


def test_a_far_target_leaves_room_for_itself(chart):
    chart.show_metric(metric(("2026-01", 4.1), ("2026-02", 4.3), target=5.0))
    assert min(ys(chart)) > HEAD
    chart.show_metric(metric(("2026-01", 4.1), ("2026-02", 4.3)))
    assert min(ys(chart)) == HEAD


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(-1e9, 1e9), max_size=12), st.one_of(st.none(), st.floats(-1e9, 1e9)))
def test_no_dot_leaves_the_chart(chart, values, target):
    rows = ((f"20{number:02}", value) for number, value in enumerate(values, 1))
    chart.show_metric(metric(*rows, target=target))
    for point in chart.points:
        assert SIDE <= point.x() <= chart.width() - SIDE
        assert HEAD - 1e-6 <= point.y() <= chart.height() - FOOT + 1e-6
