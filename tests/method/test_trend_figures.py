"""One figure of a trend, point by point."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.method.figures import Point, summary
from desktop.method.trend import MEASURES, bounds, figure_of, marks, offered, runs


def point(month, scores, scale="1-5", *, broken=False):
    return Point(month, summary(scores, scale), "s1", broken)


FIVES = point("2026-05", {2.0: 1, 5.0: 3})
TENS = point("2026-06", {9.0: 3, 2.0: 1}, "0-10", broken=True)
LATER = point("2026-07", {10.0: 2}, "0-10")
BACK = point("2026-08", {4.0: 2}, broken=True)


@pytest.mark.parametrize(("measure", "figure"), [("mean", 4.25), ("median", 5.0), ("nps", None), ("csat", 75.0)])
def test_the_figures_of_a_point(measure, figure):
    assert figure_of(FIVES.summary, measure) == figure


def test_an_unknown_figure_is_refused():
    with pytest.raises(ValueError, match="mode"):
        figure_of(FIVES.summary, "mode")


def test_what_is_offered_is_what_any_point_has():
    assert offered([FIVES]) == ("mean", "median", "csat")
    assert offered([FIVES, TENS]) == MEASURES
    assert offered([]) == ()


def test_a_spread_ends_at_the_scale():
    mark = marks([FIVES], "mean")[0]
    assert (mark.low, mark.high) == (pytest.approx(2.75), 5.0)
    assert [(one.low, one.high) for one in marks([FIVES], "median")] == [(5.0, 5.0)]


def test_a_break_is_kept_where_its_point_is_left_out():
    gone = point("2026-08", {}, broken=True)
    after = point("2026-09", {3.0: 1})
    assert [mark.broken for mark in marks([FIVES, gone, after], "mean")] == [False, True]
    assert [mark.broken for mark in marks([FIVES, TENS, LATER], "nps")] == [False, False]


def test_runs_end_at_breaks():
    found = marks([FIVES, TENS, LATER, BACK], "mean")
    assert [len(run) for run in runs(found)] == [1, 2, 1]
    assert runs(()) == ()


def test_bounds():
    found = marks([FIVES, TENS], "mean")
    assert [bounds(found, mark, "mean") for mark in found] == [(1.0, 5.0), (0.0, 10.0)]
    assert bounds(found, found[0], "nps") == (-100.0, 100.0)
    bare = marks([point("2026-05", {30.0: 1}, ""), point("2026-06", {90.0: 1}, "")], "median")
    assert bounds(bare, bare[0], "median") == (30.0, 90.0)


histograms = st.dictionaries(st.sampled_from([0.0, 3.0, 6.0, 7.0, 9.0, 10.0]), st.integers(1, 50), max_size=5)


@settings(max_examples=25)
@given(st.lists(st.tuples(histograms, st.booleans()), max_size=6), st.sampled_from(MEASURES))
def test_every_figure_lies_within_its_bounds(rows, measure):
    points = [point(f"2026-{at + 1:02}", scores, "0-10", broken=cut) for at, (scores, cut) in enumerate(rows)]
    found = marks(points, measure)
    for mark in found:
        low, high = bounds(found, mark, measure)
        assert low <= mark.low <= mark.value <= mark.high <= high
    assert sum(len(run) for run in runs(found)) == len(found)
    assert len(runs(found)) == (1 if found else 0) + sum(mark.broken for mark in found)
