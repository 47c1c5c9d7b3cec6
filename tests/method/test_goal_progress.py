import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.cards import Reading
from desktop.document.project import Goal, Metric
from desktop.method.progress import Progress, latest, progress, reached

NUMBERS = st.floats(-1e6, 1e6)


def metric(*values, **fields):
    readings = tuple(Reading(date=f"2026-{number:02}", value=value) for number, value in enumerate(values, 1))
    return Metric(id="m", readings=readings, **fields)


def goal(**fields):
    return Goal(id="g", metric="m", **fields)


def test_half_of_the_way():
    found = progress(goal(baseline=4.0, target=5.0), (metric(4.1, 4.5),))
    assert found == Progress(0.5, 4.0, 4.5, 5.0, "2026-02")


def test_less_may_be_better():
    assert progress(goal(baseline=38.0, target=20.0), (metric(38.0, 29.0),)).share == 0.5


def test_it_may_get_worse_and_the_bar_is_empty():
    found = progress(goal(baseline=4.0, target=5.0), (metric(4.0, 3.5),))
    assert (found.share, found.shown) == (-0.5, 0.0)


def test_more_than_was_meant_fills_the_bar():
    found = progress(goal(baseline=4.0, target=5.0), (metric(4.0, 5.5),))
    assert (found.share, found.shown) == (1.5, 1.0)


def test_the_metric_says_what_the_goal_does_not():
    assert progress(goal(), (metric(4.5, baseline=4.0, target=5.0),)).share == 0.5


def test_the_goal_comes_before_its_metric():
    assert progress(goal(baseline=0.0, target=9.0), (metric(4.5, baseline=4.0, target=5.0),)).share == 0.5


def test_without_a_baseline_the_first_reading_is_one():
    assert progress(goal(target=6.0), (metric(4.0, 5.0),)).baseline == 4.0


@pytest.mark.parametrize("metrics", [(), (metric(),), (metric(4.0, 4.0),)])
def test_what_is_not_measured_is_as_it_was_typed(metrics):
    found = progress(goal(baseline=4.0, target=4.0, progress=0.3), metrics)
    assert found == Progress(0.3)
    assert not found.measured


@pytest.mark.parametrize("metrics", [(), (metric(4.0),)])
def test_nobody_knows(metrics):
    assert progress(goal(), metrics) is None


def test_no_way_to_go():
    assert reached(4.0, 4.0, 4.0) is None


def test_the_latest_reading_is_that_of_the_latest_date():
    early, late = Reading(date="2026-01", value=1.0), Reading(date="2026-09", value=2.0)
    assert latest((late, early)) is late
    assert latest(()) is None


@settings(max_examples=50)
@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_ends_of_the_way(baseline, now, target):
    share = reached(baseline, now, target)
    assert (share is None) == (baseline == target)
    if share is not None:
        assert reached(baseline, baseline, target) == 0
        assert reached(baseline, target, target) == 1


@settings(max_examples=25)
@given(st.permutations([1.0, 2.0, 3.0, 4.0]))
def test_the_order_of_readings_does_not_matter(values):
    rows = tuple(Reading(date=f"2026-0{value:.0f}", value=value) for value in values)
    assert progress(goal(target=8.0), (Metric(id="m", readings=rows),)).share == 3 / 7
