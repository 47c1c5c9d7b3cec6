"""What feedback says of a thing: figures, other questions beside them, the trend with its breaks, comments."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.method.figures import (
    Summary,
    all_by_thing,
    by_thing,
    comments,
    comments_among,
    of_things,
    segments,
    series,
    summary,
)
from surveying import outside, project, rows, survey

DOOR = (("Door", "c1"),)
HISTOGRAMS = st.dictionaries(st.integers(0, 10), st.integers(0, 40), max_size=11)


def asked(survey_id, *told, scale="1-5", joins=DOOR, **fields):
    return survey(survey_id, *told, scale=scale, joins=joins, **fields)


def scored(survey_id, *scores, date="2026-05-01", **fields):
    return asked(survey_id, *(("Door", score, date) for score in scores), **fields)


def trend(found):
    return [(point.month, point.summary.n, point.summary.mean, point.broken) for point in found]


def test_a_summary_has_every_figure():
    found = summary({1: 1, 4: 2, 5: 1}, "1-5", asked=6, question="How was it?")
    assert (found.n, found.asked, found.low, found.high) == (4, 6, 1, 5)
    assert (found.mean, found.median, found.csat) == (3.5, 4, 0.75)
    assert found.spread == pytest.approx(1.7320508)
    assert (found.nps, found.ces) == (None, None)
    assert (found.scale, found.question) == ("1-5", "How was it?")
    assert found.scores == ((1, 1), (4, 2), (5, 1))


def test_only_zero_to_ten_has_an_nps():
    assert summary({9: 1, 3: 1, 8: 2}, "0-10").nps == 0
    assert summary({9: 1, 3: 1, 8: 2}, "1-10").nps is None


def test_only_the_scale_of_ease_has_a_ces():
    assert summary({7: 1, 5: 1}, "ces").ces == 6
    assert summary({7: 1, 5: 1}, "1-7").ces is None


def test_scores_beyond_the_scale_do_not_count():
    found = summary({5: 2, 99: 7, 0: 1}, "1-5", asked=10)
    assert (found.n, found.asked, found.high, found.csat) == (2, 10, 5, 1.0)


def test_an_unknown_scale_takes_all_scores_and_knows_no_boxes():
    found = summary({5: 2, 99: 2}, "")
    assert (found.n, found.mean, found.csat, found.nps) == (4, 52, None, None)


def test_nothing_has_no_figures():
    assert summary({}, "1-5", asked=3) == Summary(0, 3, scale="1-5")
    assert summary({4: 0, 9: 4}, "1-5") == Summary(0, 0, scale="1-5")


def test_as_many_are_asked_as_answer():
    assert summary({4: 5}, "1-5", asked=2).asked == 5


@given(HISTOGRAMS, st.sampled_from(("0-10", "1-5", "ces", "")), st.integers(0, 100))
def test_figures_keep_their_bounds(histogram, scale, rows_asked):
    found = summary(histogram, scale, rows_asked)
    assert found.n == sum(people for _, people in found.scores) <= max(found.asked, sum(histogram.values()))
    if found.n:
        assert found.low <= found.median <= found.high
        assert found.low <= found.mean <= found.high
        assert found.csat is None or 0 <= found.csat <= 1
        assert found.nps is None or -100 <= found.nps <= 100
        assert found.ces is None or 1 <= found.ces <= 7


@given(st.permutations(tuple({0: 3, 4: 2, 9: 5, 10: 1, 7: 0}.items())))
def test_the_order_of_a_histogram_does_not_matter(pairs):
    assert summary(dict(pairs), "0-10") == summary({0: 3, 4: 2, 7: 0, 9: 5, 10: 1}, "0-10")


@given(st.lists(st.tuples(st.sampled_from(("Door", "Food", "Bill")), st.none() | st.integers(1, 5)), max_size=30))
def test_every_row_of_a_joined_name_is_counted_once(told):
    joins = (("Door", "c1"), ("Food", "c2"), ("Bill", "c1"))
    feedback = project(asked("s1", *told, joins=joins))
    counts = Counter("c2" if name == "Food" else "c1" for name, _ in told)
    assert {thing: found.asked for thing, found in by_thing(feedback).items()} == counts
    assert sum(found.n for found in by_thing(feedback).values()) == sum(score is not None for _, score in told)


@given(st.permutations(tuple(enumerate((5, 4, 1, 3, 3, 2)))))
def test_the_order_of_rows_does_not_matter(told):
    by_number = asked("s1", *(("Door", score, f"2026-0{1 + number}") for number, score in sorted(told)))
    as_told = asked("s1", *(("Door", score, f"2026-0{1 + number}") for number, score in told))
    assert by_thing(project(as_told)) == by_thing(project(by_number))
    assert series(project(as_told), "c1") == series(project(by_number), "c1")


def test_a_project_without_feedback_says_nothing():
    assert by_thing(project()) == {}
    assert of_things(project(), {"c1"}) == ()
    assert series(project(), "c1") == ()
    assert segments(project()) == []
    assert comments(project(), "c1") == []


def test_figures_are_those_of_segment_and_time():
    told = (
        ("Door", 5, "2026-05-01", "Regulars"),
        ("Door", 1, "2026-06-01", "Tourists"),
        ("Door", 2, "2026-07-01", "Regulars"),
    )
    feedback = project(asked("s1", *told))
    assert by_thing(feedback)["c1"].n == 3
    assert by_thing(feedback, segment="Regulars")["c1"].mean == 3.5
    assert by_thing(feedback, since="2026-06")["c1"].mean == 1.5
    assert by_thing(feedback, until="2026-06-30")["c1"].mean == 3
    assert by_thing(feedback, segment="Nobody") == {}


def test_surveys_that_ask_alike_are_added_up():
    found = by_thing(project(scored("s1", 5, 5), scored("s2", 1, 1)))["c1"]
    assert (found.n, found.mean) == (4, 3)


@pytest.mark.parametrize("fields", [{"scale": "0-10"}, {"question": "And the price?"}])
def test_what_is_asked_otherwise_is_never_added_up(fields):
    found = all_by_thing(project(scored("s1", 5, 5, 5), scored("s2", 1, 1, **fields)))["c1"]
    assert [(each.n, each.mean) for each in found] == [(3, 5), (2, 1)]


def test_the_question_that_most_people_answered_comes_first():
    feedback = project(scored("s1", 5), scored("s2", 9, 10, scale="0-10"))
    assert by_thing(feedback)["c1"].scale == "0-10"
    assert [each.scale for each in all_by_thing(feedback)["c1"]] == ["0-10", "1-5"]


def test_a_survey_stands_for_those_that_it_follows():
    feedback = project(
        scored("s1", 9, 9, 9, scale="1-10"),
        scored("s2", 3, 3, follows="s1", scale="1-7"),
        scored("s3", 5, follows="s2"),
    )
    assert [(each.scale, each.n) for each in all_by_thing(feedback)["c1"]] == [("1-5", 1)]


def test_before_it_began_the_one_that_it_follows_speaks():
    feedback = project(scored("s1", 9, 9, scale="1-10"), scored("s2", 3, date="2026-07-01", follows="s1"))
    assert by_thing(feedback, until="2026-06")["c1"].scale == "1-10"
    assert by_thing(feedback, since="2026-06")["c1"].scale == "1-5"


def test_comments_alone_do_not_silence_scores():
    talk = asked("s2", ("Door", None, "2026-07", "", "Lovely"), scale="", follows="s1")
    assert by_thing(project(scored("s1", 5), talk))["c1"].mean == 5


def test_where_there_are_only_comments_they_are_counted():
    found = by_thing(project(asked("s1", ("Door", None, "2026-07", "", "Lovely"))))["c1"]
    assert (found.n, found.asked, found.mean) == (0, 1, None)


def test_surveys_that_follow_each_other_in_a_circle_all_count():
    feedback = project(scored("s1", 5, follows="s2"), scored("s2", 1, follows="s1"))
    assert by_thing(feedback)["c1"].n == 2
    assert trend(series(feedback, "c1")) == [("2026-05", 2, 3, False)]


def test_a_survey_that_follows_itself_counts():
    assert by_thing(project(scored("s1", 5, follows="s1")))["c1"].n == 1


def test_a_survey_may_follow_one_that_is_gone():
    assert by_thing(project(scored("s2", 1, follows="s1")))["c1"].n == 1
    assert len(series(project(scored("s2", 1, follows="s1")), "c1")) == 1


def test_a_step_is_asked_with_its_touchpoints_and_no_row_counts_twice():
    joins = (("Door", "c1"), ("Food", "c2"), ("Evening", "c1"), ("Evening", "c2"))
    feedback = project(asked("s1", ("Door", 5), ("Food", 3), ("Evening", 1), joins=joins))
    (found,) = of_things(feedback, {"c1", "c2", "d1"})
    assert (found.n, found.mean) == (3, 3)


def test_a_trend_has_a_point_for_each_month():
    told = (("Door", 5, "2026-05-01"), ("Door", 3, "2026-05-30"), ("Door", 4, "2026-07-01"), ("Door", 1, ""))
    assert trend(series(project(asked("s1", *told)), "c1")) == [("2026-05", 2, 4, False), ("2026-07", 1, 4, False)]


def test_a_trend_may_be_by_quarter_or_year():
    told = (("Door", 5, "2026-05-01"), ("Door", 3, "2026-06-30"), ("Door", 4, "2026-07-01"))
    feedback = project(asked("s1", *told))
    assert [point.month for point in series(feedback, "c1", by="quarter")] == ["2026-Q2", "2026-Q3"]
    assert trend(series(feedback, "c1", by="year")) == [("2026", 3, 4, False)]
    with pytest.raises(ValueError, match="week"):
        series(feedback, "c1", by="week")


def test_another_scale_breaks_the_trend():
    feedback = project(
        asked("s2", ("Door", 8, "2026-05"), ("Door", 9, "2026-06"), scale="1-10"),
        asked("s1", ("Door", 4, "2026-07"), ("Door", 5, "2026-08"), follows="s2"),
    )
    found = series(feedback, "c1")
    assert trend(found) == [
        ("2026-05", 1, 8, False),
        ("2026-06", 1, 9, False),
        ("2026-07", 1, 4, True),
        ("2026-08", 1, 5, False),
    ]
    assert [point.survey for point in found] == ["s2", "s2", "s1", "s1"]
    assert [point.summary.scale for point in found] == ["1-10", "1-10", "1-5", "1-5"]


def test_another_question_breaks_the_trend_and_none_does_not():
    first = asked("s1", ("Door", 4, "2026-05"), question="How was it?")
    assert trend(series(project(first, asked("s2", ("Door", 5, "2026-06"), follows="s1", question="Happy?")), "c1"))[1][
        3
    ]
    alike = asked("s2", ("Door", 5, "2026-06"), follows="s1", question="How was it? ")
    assert trend(series(project(first, alike), "c1")) == [("2026-05", 1, 4, False), ("2026-06", 1, 5, False)]


def test_a_month_that_two_surveys_ask_alike_is_one_point():
    feedback = project(asked("s1", ("Door", 4, "2026-05")), asked("s2", ("Door", 5, "2026-05"), follows="s1"))
    assert trend(series(feedback, "c1")) == [("2026-05", 2, 4.5, False)]


def test_a_trend_is_that_of_the_figures_shown():
    told = (("Door", 4, "2026-05"), ("Door", 2, "2026-06"))
    feedback = project(asked("s1", *told), asked("s2", ("Door", 10, "2026-05"), scale="0-10"))
    assert {point.summary.scale for point in series(feedback, "c1")} == {by_thing(feedback)["c1"].scale} == {"1-5"}


def test_a_trend_starts_unbroken_where_the_sieve_leaves_out_what_was_before():
    feedback = project(
        asked("s1", ("Door", 8, "2026-05"), scale="1-10"), asked("s2", ("Door", 4, "2026-07"), follows="s1")
    )
    assert trend(series(feedback, "c1", since="2026-06")) == [("2026-07", 1, 4, False)]


def test_a_trend_after_undated_rows_is_not_broken():
    feedback = project(asked("s1", ("Door", 8), scale="1-10"), asked("s2", ("Door", 4, "2026-07"), follows="s1"))
    assert trend(series(feedback, "c1")) == [("2026-07", 1, 4, False)]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=20))
def test_the_points_of_a_trend_add_up_to_the_summary(told):
    feedback = project(asked("s1", *(("Door", score, f"2026-0{month}-01") for score, month in told)))
    points = series(feedback, "c1")
    assert sum((Counter(dict(point.summary.scores)) for point in points), Counter()) == dict(
        by_thing(feedback)["c1"].scores
    )
    assert [point.month for point in points] == sorted({f"2026-0{month}" for _, month in told})


def test_what_is_kept_elsewhere_says_the_same():
    told = (("Door", 5, "2026-05-01", "Regulars"), ("Door", 1, "2026-06-01", "Tourists"), ("Door", None, "2026-06-02"))
    inside = asked("s1", *told)
    assert by_thing(project(outside(inside))) == by_thing(project(inside))
    assert series(project(outside(inside)), "c1") == series(project(inside), "c1")
    assert segments(project(outside(inside))) == segments(project(inside)) == ["Regulars", "Tourists"]


def test_segments_are_in_alphabetical_order():
    told = (
        ("Door", 1, "", "tourists"),
        ("Food", 1, "", "Birthdays"),
        ("Door", 1, "", "Élite"),
        ("Door", 1, "", "tourists"),
    )
    assert segments(project(asked("s1", *told))) == ["Birthdays", "tourists", "Élite"]


def test_the_latest_comment_comes_first():
    told = (
        ("Door", 5, "2026-05-01", "Regulars", "Warm"),
        ("Door", 1, "2026-06-01", "Tourists", "Slow"),
        ("Door", 1, "2026-07-01", "Tourists"),
        ("Food", 1, "2026-07-01", "Tourists", "Cold"),
        ("Door", None, "", "", "Once"),
    )
    feedback = project(asked("s1", *told))
    assert [one.comment for one in comments(feedback, "c1")] == ["Slow", "Warm", "Once"]
    assert [one.comment for one in comments(feedback, "c1", segment="Regulars")] == ["Warm"]
    assert [one.comment for one in comments(feedback, "c1", since="2026-06")] == ["Slow"]
    assert comments(feedback, "c2") == []


def test_comments_of_responses_that_were_kept_elsewhere():
    kept = rows(("Door", 5, "2026-05-01", "", "Warm"), ("Food", 2, "2026-06-01", "", "Cold"), ("Door", 4))
    assert [one.comment for one in comments_among(kept, {"Door", "Food"})] == ["Cold", "Warm"]
    assert comments_among(kept, ()) == []
