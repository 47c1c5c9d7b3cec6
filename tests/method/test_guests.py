"""500 guests of the sample restaurant: what the program says of them, held against the standard formulas.

The other computation reads the file by itself and knows nothing of the program: no histogram, no scale, no join.
"""

import csv
import json
import statistics
from collections import defaultdict
from functools import lru_cache
from itertools import count

import pytest

from desktop.document.edits.feedback import bring_in
from desktop.exchange.columns import rows_of
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of
from desktop.method.figures import all_by_thing, by_thing, comments, segments, series
from desktop.resources import root
from desktop.storage.reader import read
from tools.feedback_sample import WORDS

SAMPLES = root() / "samples"
FIRST, MORE = "restaurant-feedback.csv", "restaurant-feedback-more.csv"
JOINS = {each["name"]: each["card"] for each in json.loads(WORDS.read_text("utf-8"))["touchpoints"] if each["card"]}
CARDS = sorted(set(JOINS.values()))
DISHES, BOOKING = "cznkudfshn", "chw7wkiz3v"


def brought(project, name, numbers):
    grid = read_grid((SAMPLES / name).read_bytes(), name)
    found = rows_of(grid, shape_of(grid))
    assert found.refused == []
    return bring_in(project, "Guests", found.rows, {}, JOINS, new_id=lambda: f"new{next(numbers)}")


@lru_cache(maxsize=1)
def imported():
    return brought(read(SAMPLES / "restaurant.journey").project, FIRST, count())


def project():
    return imported()[0]


@lru_cache(maxsize=1)
def scores():
    """Of each card, the scores of either scale as they stand in the file, with date and segment."""
    found = defaultdict(lambda: defaultdict(list))
    with (SAMPLES / FIRST).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["Score"]:
                found[JOINS.get(row["Touchpoint"], "")][row["Scale"]].append(
                    (int(row["Score"]), row["Date"], row["Segment"])
                )
    return found


def rows_called(name):
    with (SAMPLES / FIRST).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["Touchpoint"] == name]


def plain(card, scale):
    return [score for score, _, _ in scores()[card][scale]]


def shown(card, scale):
    return next((found for found in all_by_thing(project())[card] if found.scale == scale), None)


def test_all_500_rows_come_in_and_those_of_the_cloakroom_are_kept_unmatched():
    report = imported()[1]
    assert (report.added, report.known) == (500, 0)
    assert set(report.unmatched) == {"Cloakroom"}
    assert report.unmatched["Cloakroom"] == len(rows_called("Cloakroom"))


def test_a_second_import_changes_nothing():
    again, report = brought(project(), FIRST, count(1000))
    assert again is project()
    assert (report.added, report.known) == (0, 500)


def test_the_file_with_50_new_rows_adds_exactly_these():
    after, report = brought(project(), MORE, count(1000))
    assert (report.added, report.known) == (50, 500)
    assert sum(len(survey.responses) for survey in after.surveys) == 550


@pytest.mark.parametrize("card", CARDS)
def test_the_csat_of_a_touchpoint_is_the_share_of_fours_and_fives(card):
    answers = plain(card, "1-5")
    assert shown(card, "1-5").csat == pytest.approx((answers.count(4) + answers.count(5)) / len(answers))


@pytest.mark.parametrize("card", CARDS)
def test_the_nps_of_a_touchpoint_is_promoters_less_detractors(card):
    answers = plain(card, "0-10")
    found = shown(card, "0-10")
    if not answers:
        assert found is None
        return
    promoters = len([answer for answer in answers if answer in (9, 10)]) / len(answers)
    detractors = len([answer for answer in answers if answer in range(7)]) / len(answers)
    assert found.nps == pytest.approx(100 * promoters - 100 * detractors)


@pytest.mark.parametrize("card", CARDS)
def test_mean_median_spread_and_number_are_those_of_the_answers(card):
    answers, found = plain(card, "1-5"), shown(card, "1-5")
    assert (found.n, found.low, found.high) == (len(answers), min(answers), max(answers))
    assert found.mean == pytest.approx(sum(answers) / len(answers))
    assert found.median == statistics.median(answers)
    assert found.spread == pytest.approx(statistics.stdev(answers))


def test_every_score_of_a_known_touchpoint_is_counted_once():
    counted = sum(found.n for each in all_by_thing(project()).values() for found in each)
    assert counted == sum(len(plain(card, scale)) for card in CARDS for scale in ("1-5", "0-10"))


@pytest.mark.parametrize("segment", ["Regular guests", "First-time guests"])
def test_figures_of_a_segment_are_those_of_its_guests(segment):
    found = by_thing(project(), segment=segment)[DISHES]
    answers = [score for score, _, theirs in scores()[DISHES][found.scale] if theirs == segment]
    assert found.mean == pytest.approx(statistics.mean(answers))
    assert found.n == len(answers)


def test_the_trend_has_the_means_of_the_months():
    months = defaultdict(list)
    for score, date, _ in scores()[BOOKING]["1-5"]:
        months[date[:7]].append(score)
    points = series(project(), BOOKING)
    means = {month: statistics.mean(answers) for month, answers in months.items()}
    assert {point.month: point.summary.mean for point in points} == pytest.approx(means)
    assert not any(point.broken for point in points)


def test_the_segments_are_those_of_the_file():
    assert segments(project()) == ["Birthday tables", "First-time guests", "Occasional guests", "Regular guests"]


def test_comments_of_a_touchpoint_are_the_ones_made_there():
    said = {row["Comment"] for row in rows_called("Dishes")} - {""}
    assert {one.comment for one in comments(project(), DISHES)} == said
