"""The figures of a run of show."""

from benchmarks.show import measured


def test_two_hours_are_exact():
    figures = measured()
    assert (figures.points, figures.snapshots) == (13, 13)
    assert figures.lanes[0] == figures.lanes[1] > 0
    assert (figures.off, figures.end_off) == (0, 0)
