"""The trend: where its points stand, where it breaks, what it says aloud."""

from collections import Counter

import pytest

from desktop import resources
from desktop.method.figures import Point, summary
from desktop.panels.feedback.trend import HEIGHT, Trend, month_number
from desktop.panels.theme import colour


def point(month, scores, scale="1-5", *, broken=False):
    return Point(month, summary(scores, scale), "s1", broken)


STEADY = (point("2026-05", {3.0: 4}), point("2026-06", {4.0: 2}), point("2026-09", {5.0: 1}))
BROKEN = (point("2026-05", {3.0: 4}), point("2026-06", {8.0: 2}, "0-10", broken=True))


@pytest.fixture
def trend(qtbot):
    made = Trend(resources.words("en"))
    qtbot.addWidget(made)
    made.resize(300, HEIGHT)
    return made


def colours_of(widget):
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_points_stand_by_their_month(trend):
    trend.show_points(STEADY, "Waiter")
    first, second, third = (place.x() for place in trend.places())
    assert (third - first) == pytest.approx(4 * (second - first))


def test_a_better_mean_stands_higher(trend):
    trend.show_points(STEADY, "Waiter")
    heights = [place.y() for place in trend.places()]
    assert heights == sorted(heights, reverse=True)


def test_the_best_is_at_the_same_height_on_every_scale(trend):
    trend.show_points((point("2026-05", {5.0: 1}), point("2026-06", {10.0: 1}, "0-10", broken=True)), "Waiter")
    above, below = trend.places()
    assert above.y() == below.y()


def test_grades_are_better_the_less_they_are(trend):
    trend.show_points((point("2026-05", {6.0: 1}, "grades"), point("2026-06", {1.0: 1}, "grades")), "Waiter")
    worst, best = trend.places()
    assert best.y() < worst.y()


def test_without_a_scale_the_means_are_the_bounds(trend):
    trend.show_points((point("2026-05", {30.0: 1}, ""), point("2026-06", {90.0: 1}, "")), "Waiter")
    low, high = trend.places()
    assert high.y() < low.y()


def test_months_without_a_score_are_left_out(trend):
    trend.show_points((*STEADY, point("2026-10", {})), "Waiter")
    assert len(trend.marks) == 3


def test_a_break_has_a_colour_of_its_own(trend):
    trend.show_points(STEADY, "Waiter")
    assert colour("other").name() not in colours_of(trend)
    trend.show_points(BROKEN, "Waiter")
    assert colour("other").name() in colours_of(trend)


def test_it_says_aloud_what_it_shows(trend):
    trend.show_points(BROKEN, "Waiter")
    assert trend.accessibleName() == "Trend of Waiter"
    said = "May 2026: 3.0 ± 0.0 (n 4); June 2026: 8.0 ± 0.0 (n 2), asked otherwise: 0–10"
    assert trend.accessibleDescription() == said


def test_one_month_is_no_trend(trend):
    trend.show_points(STEADY[:1], "Waiter")
    assert colour("accent").name() not in colours_of(trend)
    trend.show_points((), "Waiter")
    assert trend.places() == []


def test_months_are_counted_over_years():
    assert month_number("2027-01") - month_number("2026-12") == 1


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        ("median", "May 2026: Median 6 (n 3)"),
        ("nps", "May 2026: NPS −33 (n 3)"),
        ("csat", "May 2026: CSAT 33 % (n 3)"),
        ("mean", "May 2026: 6.7 ± 3.1 (n 3)"),
    ],
)
def test_it_shows_the_figure_that_is_asked_for(trend, measure, said):
    points = [point(month, {4.0: 1, 6.0: 1, 10.0: 1}, "0-10") for month in ("2026-05", "2026-06")]
    trend.show_points(points, "Waiter", measure)
    assert trend.accessibleDescription().split("; ")[0] == said


def pixels(widget):
    """How many pixels have each colour."""
    picture = widget.grab().toImage()
    return Counter(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))


def test_the_spread_is_a_band(trend):
    narrow, wide = {3.0: 4}, {1.0: 2, 5.0: 2}
    painted = []
    for scores in (narrow, wide):
        trend.show_points([point(month, scores) for month in ("2026-05", "2026-06")], "Waiter")
        painted.append(pixels(trend).most_common(2)[1][1])  # the ground is most of it
    assert painted[1] > 10 * painted[0]


def test_how_many_stand_behind_a_point_is_said_below_it(trend):
    steps = ("2026-05", "2026-06")
    trend.show_points([point(month, {3.0: 1}) for month in steps], "Waiter")
    few = trend.grab().toImage()
    trend.show_points([point(month, {3.0: 8_888}) for month in steps], "Waiter")
    assert trend.grab().toImage() != few
