"""Figures in words, and the bars of a distribution."""

import pytest

from desktop import resources
from desktop.method.figures import summary
from desktop.method.scales import SCALES
from desktop.panels.feedback.face import alike, bars
from desktop.panels.feedback.spoken import at_length, count, day_name, key_figure, mean, month_name, scale

EN, DE = resources.words("en"), resources.words("de")


def test_a_mean_with_its_spread():
    assert mean(summary({3.0: 1, 4.0: 1}, "1-5"), EN) == "3.5 ± 0.7"
    assert mean(summary({3.0: 1, 4.0: 1}, "1-5"), DE) == "3,5 ± 0,7"


def test_one_person_has_no_spread():
    assert mean(summary({3.0: 1}, "1-5"), EN) == "3.0"


def test_nobody_has_no_mean():
    assert mean(summary({}, "1-5", 4), EN) == "Comments only"
    assert key_figure(summary({}, "1-5", 4), EN) == ""


@pytest.mark.parametrize(
    ("scores", "of", "said"),
    [
        ({9.0: 1, 3.0: 3}, "0-10", "NPS −50"),
        ({4.0: 1, 2.0: 3}, "1-5", "CSAT 25 %"),
        ({6.0: 1, 7.0: 1}, "ces", "CES 6.5"),
        ({50.0: 2}, "0-100", ""),
    ],
)
def test_what_is_asked_says_which_figure_counts(scores, of, said):
    assert key_figure(summary(scores, of), EN) == said


def test_how_many_people_stand_behind_it():
    assert count(summary({4.0: 3}, "1-5", 5), EN) == "n 3"
    assert count(summary({}, "1-5", 5), EN) == "n 5"


def test_at_length_with_the_question_and_who_was_asked():
    said = at_length(summary({4.0: 3}, "1-5", 5, "How was it?"), EN)
    assert said == "How was it? · Median 4 · n 3 · 5 asked"


@pytest.mark.parametrize(("name", "said"), [("1-5", "1–5"), ("0-10", "0–10"), ("-2+2", "±2"), ("ces", "CES"), ("", "")])
def test_scales_in_short(name, said):
    assert scale(name, EN) == said


def test_days_and_months():
    assert month_name("2026-05", EN) == "May 2026"
    assert month_name("2026-10", EN) == "Oct 2026"
    assert day_name("2026-05-02", EN) == "2 May 2026"
    assert day_name("2026-05", EN) == "May 2026"
    assert day_name("2026", EN) == "2026"
    assert day_name("", EN) == ""


def test_days_and_months_in_the_language_of_the_window():
    words = resources.words("de")
    assert [month_name(f"2026-{month}", words) for month in ("03", "10", "12")] == ["März 2026", "Okt 2026", "Dez 2026"]
    assert day_name("2026-09-30", words) == "30. September 2026"


def test_means_stand_below_each_other_with_as_many_decimals():
    assert mean(summary({4.0: 2, 5.0: 2, 3.0: 2}, "1-5"), EN) == "4.0 ± 0.9"


def test_a_bar_for_each_answer():
    assert bars(summary({1.0: 2, 5.0: 3}, "1-5")) == (2, 0, 0, 0, 3)


def test_grades_go_from_the_worst_to_the_best():
    assert bars(summary({1.0: 4, 6.0: 1}, "grades")) == (1, 0, 0, 0, 0, 4)


@pytest.mark.parametrize("name", SCALES)
def test_nobody_is_lost_between_bars(name):
    known = SCALES[name]
    low, high = known.bounds
    one = summary({low: 2, high: 3, (low + high) / 2: 5}, name)
    assert sum(bars(one)) == one.n


def test_no_bars_without_a_scale_or_scores():
    assert bars(summary({3.0: 1}, "")) == ()
    assert bars(summary({}, "1-5", 3)) == ()


def test_a_scale_tells_questions_apart_unless_two_have_the_same():
    fine, easy, again = (summary({4.0: 1}, of) for of in ("words", "words", "0-10"))
    assert not alike((fine, again))
    assert alike((fine, easy, again))
